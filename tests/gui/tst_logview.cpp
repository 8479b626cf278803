#include "models/logmodel.h"
#include "recordedtalk.h"
#include "widgets/logview.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

journal::Criteria pings()
{
    journal::Criteria criteria;
    criteria.direction = journal::Criteria::Direction::Received;
    criteria.lifecycle = false;
    return criteria;
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void followsItsEnd();
    void scrollingUpStopsFollowingAndCountsWhatIsNew();
    void scrollingToTheEndFollowsAgain();
    void newestBytesAreCurrentUntilARowIsPicked();
    void lifecycleRowsDoNotTakeTheBytesOutOfSight();
    void movesWithTheKeyboard_data();
    void movesWithTheKeyboard();
    void copiesTheShownText();
    void selectsARangeWithTheMouse();
    void selectsTheRowOfAnEvent();
    void staysAtItsRowWhileAFilterSifts();
    void rowsThatAFilterFindsAreNotNew();
    void movesByHandWhileAFilterSifts();
    void staysAtItsRowWhenManyComeAboveIt();
    void forgetsItsRowsWithTheSource();
    void outlivesItsModel();
    void coloursDirectionsAndOnlyErrorsRed();
    void connectionColumnIsForMergedTimelines();
    void isReadByScreenReaders();

private:
    void addRows(int count);
    void addTalk(int exchanges);
    EventSeq currentEvent() const { return m_model->seqAt(m_view->currentRow()); }
    QPushButton *newButton() const { return m_view->findChild<QPushButton *>(u"newRowsButton"_s); }
    bool rowHasColour(int row, const QColor &colour) const;

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<LogView> m_view;
};

void TestLogView::init()
{
    m_talk = std::make_unique<RecordedTalk>();
    m_model = std::make_unique<LogModel>();
    m_view = std::make_unique<LogView>();
    m_model->setSource(m_talk->recording());
    m_view->setModel(m_model.get());
    m_view->resize(800, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

void TestLogView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_talk.reset();
}

void TestLogView::addRows(int count)
{
    for (int i = 0; i < count; ++i)
        m_talk->received(1, "row " + QByteArray::number(m_model->rowCount() + i));
    m_talk->recording();
    m_model->refresh();
}

void TestLogView::followsItsEnd()
{
    addRows(1);
    QCOMPARE(m_view->firstVisibleRow(), 0);
    addRows(99);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->firstVisibleRow() + m_view->visibleRowCount(), 100);
    m_view->resize(800, 200);
    QCOMPARE(m_view->firstVisibleRow() + m_view->visibleRowCount(), 100);
}

void TestLogView::scrollingUpStopsFollowingAndCountsWhatIsNew()
{
    addRows(100);
    QSignalSpy following(m_view.get(), &LogView::followingChanged);
    m_view->verticalScrollBar()->setValue(10);
    QCOMPARE(following.size(), 1);
    QVERIFY(!m_view->isFollowing());
    QVERIFY(newButton()->isHidden());
    addRows(3);
    QCOMPARE(m_view->firstVisibleRow(), 10);
    QVERIFY(newButton()->isVisible());
    QCOMPARE(newButton()->text(), u"3 new"_s);
    addRows(2);
    QCOMPARE(newButton()->text(), u"5 new"_s);
    QVERIFY(!m_view->viewport()->geometry().intersects(newButton()->geometry())); // covers no row
    QVERIFY(m_view->rect().contains(newButton()->geometry()));

    QTest::mouseClick(newButton(), Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(newButton()->isHidden());
    QCOMPARE(m_view->firstVisibleRow() + m_view->visibleRowCount(), 105);
}

void TestLogView::scrollingToTheEndFollowsAgain()
{
    addRows(100);
    m_view->verticalScrollBar()->setValue(10);
    addRows(5);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->newRowCount(), 0);
    addRows(5);
    QCOMPARE(m_view->firstVisibleRow() + m_view->visibleRowCount(), 110);
}

void TestLogView::newestBytesAreCurrentUntilARowIsPicked()
{
    QSignalSpy current(m_view.get(), &LogView::currentEventChanged);
    addRows(3);
    QCOMPARE(m_view->currentRow(), 2);
    QCOMPARE(current.last().at(0).value<EventSeq>(), EventSeq(2));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->rowRect(1).center());
    QCOMPARE(current.last().at(0).value<EventSeq>(), EventSeq(1));
    addRows(2);
    QCOMPARE(m_view->currentRow(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    addRows(1);
    QCOMPARE(m_view->currentRow(), 5);
}

void TestLogView::lifecycleRowsDoNotTakeTheBytesOutOfSight()
{
    addRows(2);
    m_talk->lifecycle(EventKind::PeerFinished, 1);
    m_talk->lifecycle(EventKind::Closed, 1);
    m_talk->recording();
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(m_view->currentRow(), 1);
}

void TestLogView::movesWithTheKeyboard_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("follows");

    QTest::newRow("up") << 50 << Qt::Key_Up << 49 << false;
    QTest::newRow("down") << 50 << Qt::Key_Down << 51 << false;
    QTest::newRow("down to the last") << 98 << Qt::Key_Down << 99 << true;
    QTest::newRow("home") << 50 << Qt::Key_Home << 0 << false;
    QTest::newRow("end") << 50 << Qt::Key_End << 99 << true;
    QTest::newRow("up at the top") << 0 << Qt::Key_Up << 0 << false;
    QTest::newRow("page up near the top") << 3 << Qt::Key_PageUp << 0 << false;
    QTest::newRow("page down near the end") << 97 << Qt::Key_PageDown << 99 << true;
}

void TestLogView::movesWithTheKeyboard()
{
    QFETCH(int, from);
    QFETCH(Qt::Key, key);
    QFETCH(int, to);
    QFETCH(bool, follows);
    addRows(100);
    m_view->setCurrentRow(from);
    QTest::keyClick(m_view.get(), key);
    QCOMPARE(m_view->currentRow(), to);
    QCOMPARE(m_view->isFollowing(), follows);
    QVERIFY(m_view->rowRect(to).isValid());
    QVERIFY(m_view->rowRect(to).bottom() <= m_view->viewport()->height());
}

void TestLogView::copiesTheShownText()
{
    addRows(100);
    m_view->setCurrentRow(20);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].endsWith(u"\trow 20"_s));
    QVERIFY(lines[1].endsWith(u"\trow 21"_s));
    QVERIFY(lines[0].contains(u"\treceived\t"_s));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectionStart(), 0);
    QCOMPARE(m_view->selectionEnd(), 99);
}

void TestLogView::selectsARangeWithTheMouse()
{
    addRows(8);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, m_view->rowRect(2).center());
    QTest::mouseMove(m_view->viewport(), m_view->rowRect(4).center());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, m_view->rowRect(4).center());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, m_view->rowRect(5).center());
    QCOMPARE(m_view->selectionStart(), 2);
    QCOMPARE(m_view->selectionEnd(), 5);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->rowRect(6).center());
    QCOMPARE(m_view->selectionStart(), 6);
    QCOMPARE(m_view->selectionEnd(), 6);
}

void TestLogView::selectsTheRowOfAnEvent()
{
    addRows(100);
    m_view->selectEvent(EventSeq(7));
    QCOMPARE(m_view->currentRow(), 7);
    QVERIFY(m_view->rowRect(7).isValid());
    m_view->selectEvent(EventSeq(5000));
    QCOMPARE(m_view->currentRow(), 7);
}

/// Enough of it is sifted in many batches.
void TestLogView::addTalk(int exchanges)
{
    for (int i = 0; i < exchanges; ++i) {
        m_talk->received(1, "ping");
        m_talk->sent(1, "pong");
    }
    m_talk->recording();
    m_model->refresh();
}

void TestLogView::staysAtItsRowWhileAFilterSifts()
{
    addTalk(50'000);
    m_view->setCurrentRow(41'001); // a pong; the filter leaves it out
    bool wasCarried = false;
    int batches = 0;
    connect(m_model.get(), &LogModel::siftingChanged, this, [&] {
        const int current = m_view->currentRow();
        wasCarried |= m_view->isFollowing() || (current >= 0 && current != 20'501);
        ++batches;
    });
    m_model->setCriteria(pings());
    QTRY_VERIFY(!m_model->sifting().busy);
    QVERIFY(batches > 2);
    QVERIFY(!wasCarried);
    QCOMPARE(currentEvent(), EventSeq(41'002));
    QVERIFY(!m_view->rowRect(m_view->currentRow()).isEmpty());
    m_model->setCriteria({});
    QCOMPARE(currentEvent(), EventSeq(41'002));
    QVERIFY(!m_view->isFollowing());
}

void TestLogView::rowsThatAFilterFindsAreNotNew()
{
    addTalk(50'000);
    m_view->setCurrentRow(0);
    m_model->setCriteria(pings());
    QTRY_VERIFY(!m_model->sifting().busy);
    QCOMPARE(m_view->newRowCount(), 0);
    QVERIFY(!newButton()->isVisible());
    addTalk(3);
    QTRY_COMPARE(m_view->newRowCount(), 3);
}

void TestLogView::movesByHandWhileAFilterSifts()
{
    addTalk(50'000);
    m_view->setCurrentRow(99'000);
    int rowsThen = 0;
    connect(m_model.get(), &LogModel::siftingChanged, this, [&] {
        if (rowsThen > 0 || m_model->rowCount() < 100 || !m_model->sifting().busy)
            return;
        rowsThen = m_model->rowCount();
        m_view->setCurrentRow(7);
    });
    m_model->setCriteria(pings());
    QTRY_VERIFY(!m_model->sifting().busy);
    QVERIFY(rowsThen > 0);
    QCOMPARE(m_view->currentRow(), 7);
    QVERIFY(!m_view->isFollowing());
}

void TestLogView::staysAtItsRowWhenManyComeAboveIt()
{
    constexpr quint32 Connections = 100; // each has a match that is whole only in the end
    for (quint32 connection = 2; connection < 2 + Connections; ++connection) {
        m_talk->received(connection, "need");
        m_talk->received(1, "needle");
    }
    addRows(1);
    journal::Criteria needles;
    needles.patterns.usual = journal::Pattern::literal("needle");
    m_model->setCriteria(needles);
    QTRY_COMPARE(m_model->rowCount(), 100);
    m_view->setCurrentRow(60);
    const EventSeq seq = currentEvent();
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    for (quint32 connection = 2; connection < 2 + Connections; ++connection)
        m_talk->received(connection, "le");
    m_talk->recording();
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 300);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(currentEvent(), seq);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->newRowCount(), 100);
}

void TestLogView::forgetsItsRowsWithTheSource()
{
    addRows(100);
    m_view->verticalScrollBar()->setValue(0);
    QSignalSpy current(m_view.get(), &LogView::currentEventChanged);
    m_model->setSource(nullptr);
    QCOMPARE(m_view->currentRow(), -1);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(current.last().at(1).toBool(), false);
    QVERIFY(m_view->selectedText().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), -1);
}

void TestLogView::outlivesItsModel()
{
    addRows(10);
    m_model.reset();
    QCOMPARE(m_view->currentRow(), -1);
    QVERIFY(m_view->selectedText().isEmpty());
    m_view->selectAll();
    m_view->grab();
    QVERIFY(!m_view->model());
}

bool TestLogView::rowHasColour(int row, const QColor &colour) const
{
    const QImage picture = m_view->viewport()->grab(m_view->rowRect(row)).toImage();
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

void TestLogView::coloursDirectionsAndOnlyErrorsRed()
{
    m_talk->received(1, "in");
    m_talk->sent(1, "out");
    m_talk->lifecycle(EventKind::PeerFinished, 1);
    m_talk->lifecycle(EventKind::Error, 1, {FailureKind::TimedOut, ETIMEDOUT, {}});
    m_talk->lifecycle(EventKind::Closed, 1, {FailureKind::TimedOut, ETIMEDOUT, {}});
    m_talk->recording();
    m_model->refresh();
    const Theme theme = Theme::of(m_view->palette());
    const QList<QColor> colours{theme.received, theme.sent, theme.faint, theme.error};
    // Row n has colour n as its own; red is nowhere but in the error.
    for (int row = 0; row < 4; ++row)
        QVERIFY2(rowHasColour(row, colours[row]), qPrintable(QString::number(row)));
    for (const int row : {0, 1, 2, 4})
        QVERIFY(!rowHasColour(row, theme.error));
    QVERIFY(!rowHasColour(0, theme.sent));
    QVERIFY(!rowHasColour(1, theme.received));
}

void TestLogView::connectionColumnIsForMergedTimelines()
{
    auto *header = m_view->findChild<QHeaderView *>(u"logHeader"_s);
    const int connection = static_cast<int>(LogModel::Column::Connection);
    QVERIFY(header->isSectionHidden(connection));
    m_view->setConnectionColumnShown(true);
    QVERIFY(!header->isSectionHidden(connection));
    m_model->setSource(m_talk->recording());
    QVERIFY(!header->isSectionHidden(connection));
}

void TestLogView::isReadByScreenReaders()
{
    addRows(1000);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), m_view->visibleRowCount());
    m_view->setCurrentRow(990);
    QAccessibleInterface *row = list->focusChild();
    QVERIFY(row);
    QCOMPARE(row->text(QAccessible::Name), u"received, 7 bytes, row 990"_s);
    QVERIFY(row->state().focused);
    QVERIFY(row->state().selected);
    QCOMPARE(list->indexOfChild(row), 990 - m_view->firstVisibleRow());
    QCOMPARE(row->parent(), list);
    QCOMPARE(list->childAt(row->rect().center().x(), row->rect().center().y()), row);
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestLogView)
#include "tst_logview.moc"
