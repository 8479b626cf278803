#include "models/statesmodel.h"
#include "widgets/diagramview.h"
#include "widgets/statesdiagram.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swb::ui {

using enum kernel::TcpState;
using kernel::TcpState;
using lens::StateSample;

/// The twin state machines as they are read, seen and printed.
class TestStatesView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsThePathOfBothEnds();
    void countsTimeWaitDown();
    void saysWhatWasNotSampled();
    void fillsWhereAnEndIsNow();
    void drawsAResetPastTheFigure();
    void isWalkedThroughByKeyboard();
    void tellsAScreenReader();
    void fitsASmallPlace();
    void isPrinted();

private:
    static Timestamp at(std::chrono::milliseconds time) { return Timestamp(1h) + time; }
    static lens::StatePath path(std::initializer_list<TcpState> states, bool dialled);
    void show(const lens::StatePath &ours, const lens::StatePath &theirs);
    QStringList row(int row) const;
    int rowOf(int end, TcpState state) const;
    QColor middle(int row) const; ///< of the box, beside its text

    std::unique_ptr<StatesModel> m_model;
    std::unique_ptr<DiagramView> m_view;
};

lens::StatePath TestStatesView::path(std::initializer_list<TcpState> states, bool dialled)
{
    std::vector<StateSample> samples;
    for (const TcpState state : states) {
        for (int i = 0; i < 2; ++i) // each for 50 ms
            samples.push_back({at(samples.size() * 50ms), state, {}});
    }
    return lens::statePathOf({}, samples, dialled);
}

void TestStatesView::show(const lens::StatePath &ours, const lens::StatePath &theirs)
{
    m_model->setEnds({u"127.0.0.1:1"_s, ours}, {u"127.0.0.1:2"_s, theirs}, at(2s));
}

void TestStatesView::init()
{
    m_model = std::make_unique<StatesModel>();
    m_view = std::make_unique<DiagramView>(std::make_unique<StatesDiagram>(m_model.get()), m_model.get());
    m_view->resize(900, 460);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    show(path({Established, FinWait2}, true), path({Established, CloseWait}, false));
}

void TestStatesView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QStringList TestStatesView::row(int row) const
{
    QStringList cells;
    for (int column = 0; column < StatesModel::columnTotal; ++column)
        cells.append(m_model->index(row, column).data().toString());
    return cells;
}

int TestStatesView::rowOf(int end, TcpState state) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->endOf(row) == end && m_model->visit(row).state == state)
            return row;
    }
    return -1;
}

QColor TestStatesView::middle(int row) const
{
    const QRect rect = m_view->partRect(row);
    return m_view->viewport()->grab().toImage().pixelColor(rect.left() + 5, rect.center().y());
}

void TestStatesView::tellsThePathOfBothEnds()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(m_model->rowCount(), 5 + 4);
    QCOMPARE(row(0), QStringList({u"Our end, 127.0.0.1:1"_s, u"CLOSED"_s, QString(), u"inferred"_s}));
    QCOMPARE(row(1)[1], u"SYN-SENT"_s);
    QCOMPARE(
        row(2), QStringList({u"Our end, 127.0.0.1:1"_s, u"ESTABLISHED"_s, u"≥ 50.0 ms"_s, u"sampled"_s}));
    QCOMPARE(row(4)[2], u"for 1.90 s"_s);
    QCOMPARE(
        row(8), QStringList({u"Their end, 127.0.0.1:2"_s, u"CLOSE-WAIT"_s, u"for 1.90 s"_s, u"sampled"_s}));
    show(path({Established, FinWait2, TimeWait, Closed}, true), path({Established, CloseWait}, false));
    QCOMPARE(m_model->rowCount(), 7 + 4);
    QCOMPARE(row(4)[2], u"≈ 100 ms"_s);
    QVERIFY(m_view->partText(4).contains(u"At least 50.0 ms, at most 150 ms"_s));
}

void TestStatesView::countsTimeWaitDown()
{
    lens::StatePath ours = path({Established, TimeWait}, true);
    ours.timeWaitLeft = 42s;
    show(ours, {});
    QCOMPARE(row(rowOf(0, TimeWait))[2], u"42.0 s left"_s);
    QCOMPARE(rowOf(1, TimeWait), -1);
}

void TestStatesView::saysWhatWasNotSampled()
{
    const int passed = rowOf(0, FinWait1);
    QCOMPARE(row(passed)[2], u"not sampled"_s);
    QVERIFY(m_view->partText(passed).contains(u"Passed in less than 50.0 ms"_s));
    QVERIFY(m_view->svg(u"x"_s).contains("not sampled"));
}

void TestStatesView::fillsWhereAnEndIsNow()
{
    const QColor accent = m_view->palette().color(QPalette::Highlight);
    QCOMPARE(middle(rowOf(0, FinWait2)), accent);
    QCOMPARE(middle(rowOf(1, CloseWait)), accent);
    QCOMPARE(middle(rowOf(0, Established)), m_view->palette().color(QPalette::Base));
}

void TestStatesView::drawsAResetPastTheFigure()
{
    lens::StatePath ours = path({Established, Closed}, true);
    ours.visits.back().byReset = true;
    show(ours, {});
    QVERIFY(m_view->svg(u"x"_s).contains("RST"));
    QVERIFY(m_view->partText(m_model->rowCount() - 1).contains(u"It came here by a RST."_s));
    QVERIFY(
        m_view->partRect(0) != m_view->partRect(m_model->rowCount() - 1)); // where it began, where it ended
}

void TestStatesView::isWalkedThroughByKeyboard()
{
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentPart(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_model->endOf(m_view->currentPart()), 0);
    QVERIFY(m_view->currentPart() > 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_model->endOf(m_view->currentPart()), 1);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentPart(), m_model->rowCount() - 1);
}

void TestStatesView::tellsAScreenReader()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QCOMPARE(list->childCount(), m_model->rowCount());
    const QString text = list->child(rowOf(0, FinWait2))->text(QAccessible::Name);
    QVERIFY2(text.startsWith(u"Our end, 127.0.0.1:1: FIN-WAIT-2, for 1.90 s, sampled."_s), qPrintable(text));
}

void TestStatesView::fitsASmallPlace()
{
    m_view->resize(320, 160);
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    m_view->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->viewport()->rect().intersects(m_view->partRect(m_view->currentPart())));
}

void TestStatesView::isPrinted()
{
    const QByteArray drawn = m_view->svg(u"x"_s);
    QVERIFY(drawn.contains("ESTABLISHED"));
    QVERIFY(drawn.contains("for 1.90 s"));
    QVERIFY(drawn.count("TIME-WAIT") == 2); // the whole figure, at both ends
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestStatesView)
#include "tst_statesview.moc"
