#include "models/logmodel.h"
#include "models/searchmodel.h"
#include "recordedtalk.h"
#include "widgets/markedscrollbar.h"
#include "widgets/streamview.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace swb::ui {

class TestStreamView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhatToDoWhileThereIsNothing();
    void aClickLeadsToTheEvent_data();
    void aClickLeadsToTheEvent();
    void followsItsEndUntilSomebodyScrolls();
    void stepsOfTheBarAreLines();
    void copiesExactlyTheSelectedBytes_data();
    void copiesExactlyTheSelectedBytes();
    void movesWithTheKeyboard();
    void keepsItsPlaceInAnotherMode();
    void showsBytesThatWereFound();
    void marksWhatMatches();
    void ticksWhereMatchesAre();
    void readsTheBytesInAnotherEncoding();
    void scrollsToATime();
    void isReadByScreenReaders();

private:
    void show();
    void addLines(int count);
    QList<quint32> activated(const QSignalSpy &spy) const;
    QPoint pointIn(int line, int column) const;
    bool lineHasColour(int line, const QColor &colour) const;

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<StreamView> m_view;
};

void TestStreamView::init()
{
    m_talk = std::make_unique<RecordedTalk>();
    m_view = std::make_unique<StreamView>();
    m_view->setEmptyText(u"Select one connection"_s);
    m_view->resize(800, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

void TestStreamView::cleanup()
{
    m_view.reset();
    m_talk.reset();
}

void TestStreamView::show()
{
    m_view->setSource(m_talk->recording(), ConnectionId(1), codec::Encoding());
}

void TestStreamView::addLines(int count)
{
    for (int i = 0; i < count; ++i)
        m_talk->received(1, "line " + QByteArray::number(i) + "\n");
    m_talk->recording();
    m_view->refresh();
}

QList<quint32> TestStreamView::activated(const QSignalSpy &spy) const
{
    QList<quint32> events;
    for (const QList<QVariant> &arguments : spy)
        events.append(arguments.first().value<EventSeq>().value);
    return events;
}

/// Somewhere in a character of the data font; the gutter is 35 pixels.
QPoint TestStreamView::pointIn(int line, int column) const
{
    const qreal width = QFontMetricsF(dataFont()).horizontalAdvance(u'0');
    return {qRound(35 + (column + 0.5) * width), m_view->lineRect(line).center().y()};
}

bool TestStreamView::lineHasColour(int line, const QColor &colour) const
{
    const QImage image = m_view->viewport()->grab(m_view->lineRect(line)).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

void TestStreamView::saysWhatToDoWhileThereIsNothing()
{
    QCOMPARE(m_view->visibleLineCount(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {50, 50});
    QCOMPARE(m_view->selectedAsText(), QString());
    show();
    QCOMPARE(m_view->visibleLineCount(), 0);
    addLines(1);
    QCOMPARE(m_view->visibleLineCount(), 1);
    m_view->setSource(nullptr, {}, codec::Encoding());
    QCOMPARE(m_view->visibleLineCount(), 0);
}

void TestStreamView::aClickLeadsToTheEvent_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<quint32>("event");
    QTest::newRow("first read") << 0 << 1 << 0u;
    QTest::newRow("second read on the same line") << 0 << 4 << 1u;
    QTest::newRow("a character that the third read completes") << 0 << 6 << 2u;
    QTest::newRow("behind the end of the line") << 0 << 40 << 2u;
    QTest::newRow("the other direction") << 1 << 0 << 3u;
    QTest::newRow("an event without bytes") << 2 << 3 << 4u;
}

void TestStreamView::aClickLeadsToTheEvent()
{
    QFETCH(int, line);
    QFETCH(int, column);
    m_talk->received(1, "abc");
    m_talk->received(1, "def\xe4");
    m_talk->received(1, "\xbd\xa0");
    m_talk->sent(1, "hi");
    m_talk->lifecycle(EventKind::PeerFinished, 1);
    show();
    QSignalSpy spy(m_view.get(), &StreamView::eventActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointIn(line, column));
    QFETCH(quint32, event);
    QCOMPARE(activated(spy), QList<quint32>{event});
    QCOMPARE(m_view->caretLine(), line);
    // The same event again is no news.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointIn(line, column));
    QCOMPARE(spy.size(), 1);
}

void TestStreamView::followsItsEndUntilSomebodyScrolls()
{
    show();
    addLines(100);
    auto *button = m_view->findChild<QPushButton *>(u"newBytesButton"_s);
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->lineText(m_view->visibleLineCount() - 1), u"received: line 99␊"_s);

    QSignalSpy following(m_view.get(), &StreamView::followingChanged);
    m_view->verticalScrollBar()->setValue(0);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(following.size(), 1);
    QCOMPARE(m_view->lineText(0), u"received: line 0␊"_s);
    QVERIFY(button->isHidden());
    addLines(3);
    QCOMPARE(m_view->lineText(0), u"received: line 0␊"_s);
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), u"3 new"_s);
    QVERIFY(!m_view->viewport()->geometry().intersects(button->geometry())); // covers nothing

    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(button->isHidden());
    QCOMPARE(m_view->lineText(m_view->visibleLineCount() - 1), u"received: line 2␊"_s);
    QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_view->isFollowing());
}

void TestStreamView::stepsOfTheBarAreLines()
{
    show();
    addLines(100);
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    QCOMPARE(m_view->lineText(0), u"received: line 0␊"_s);
    bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QCOMPARE(m_view->lineText(0), u"received: line 1␊"_s);
    const QPointF middle = m_view->viewport()->rect().center();
    QWheelEvent wheel(middle, m_view->viewport()->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &wheel);
    QCOMPARE(m_view->lineText(0), u"received: line 4␊"_s);
    bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    QCOMPARE(m_view->lineText(0), u"received: line 4␊"_s);
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(m_view->isFollowing());
}

void TestStreamView::copiesExactlyTheSelectedBytes_data()
{
    QTest::addColumn<int>("fromColumn");
    QTest::addColumn<int>("toLine");
    QTest::addColumn<int>("toColumn");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hex");
    QTest::newRow("within a read") << 1 << 0 << 2 << u"bc"_s << u"62 63"_s;
    QTest::newRow("over reads, a tab and a wide character")
        << 2 << 0 << 7 << u"c\t你"_s << u"63 09 e4 bd a0"_s;
    QTest::newRow("over both directions and an event")
        << 0 << 3 << 0 << u"abc\t你\r\nhio"_s << u"61 62 63 09 e4 bd a0 0d 0a\n68 69\n6f"_s;
}

void TestStreamView::copiesExactlyTheSelectedBytes()
{
    m_talk->received(1, "abc\t\xe4");
    m_talk->received(1, "\xbd\xa0\r\n");
    m_talk->sent(1, "hi");
    m_talk->lifecycle(EventKind::ReadingStopped, 1);
    m_talk->received(1, "ok");
    show();
    QFETCH(int, fromColumn);
    QFETCH(int, toLine);
    QFETCH(int, toColumn);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, pointIn(0, fromColumn));
    QTest::mouseMove(m_view->viewport(), pointIn(toLine, toColumn));
    QMouseEvent drag(QEvent::MouseMove, pointIn(toLine, toColumn), m_view->viewport()->mapToGlobal(QPoint()),
        Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &drag);
    QTEST(m_view->selectedAsText(), "text");
    QTEST(m_view->selectedAsHex(), "hex");
    QFETCH(QString, text);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
}

void TestStreamView::movesWithTheKeyboard()
{
    m_talk->received(1, "one\ntwo\n");
    m_talk->sent(1, "three");
    show();
    QSignalSpy spy(m_view.get(), &StreamView::eventActivated);
    const auto press = [this](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
        return m_view->selectedAsText();
    };
    QCOMPARE(press(Qt::Key_Right), u"o"_s); // the first key puts the caret where one looks
    QCOMPARE(press(Qt::Key_Right), u"n"_s);
    QCOMPARE(press(Qt::Key_Down), u"w"_s);
    QCOMPARE(press(Qt::Key_End), u"\n"_s);
    QCOMPARE(press(Qt::Key_Right), u"t"_s); // on the next line
    QCOMPARE(activated(spy), (QList<quint32>{0, 1}));
    QCOMPARE(press(Qt::Key_End, Qt::ShiftModifier), u"three"_s);
    QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier), u"o"_s);
    QCOMPARE(press(Qt::Key_PageDown), u"t"_s);
    QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), u"e"_s);
    QCOMPARE(press(Qt::Key_A, Qt::ControlModifier), u"one\ntwo\nthree"_s);
}

void TestStreamView::keepsItsPlaceInAnotherMode()
{
    show();
    addLines(500);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const Timestamp before = m_view->topTime();
    for (const StreamMode mode : {StreamMode::Hex, StreamMode::Both, StreamMode::Text}) {
        m_view->setMode(mode);
        const auto apart = std::chrono::duration_cast<std::chrono::milliseconds>(m_view->topTime() - before);
        QVERIFY(std::abs(apart.count()) <= 4); // reads are a millisecond apart, and a hex line holds a few
    }
}

void TestStreamView::showsBytesThatWereFound()
{
    show();
    addLines(500);
    m_talk->sent(1, "needle");
    addLines(500);
    m_view->showBytes(EventKind::Sent, 1, 4);
    QCOMPARE(m_view->selectedAsText(), u"eedl"_s);
    QVERIFY(!m_view->isFollowing());
    QVERIFY(m_view->caretLine() >= 0);
    const StreamRange before = m_view->selection();
    m_view->showBytes(EventKind::Sent, 100, 4); // there are none
    QCOMPARE(m_view->selection(), before);
    m_view->showEventOf(EventSeq(0));
    QCOMPARE(m_view->selectedAsText(), u"line 0\n"_s);
    QCOMPARE(m_view->caretLine(), 0);
}

/// Across the boundaries of reads, in one direction, and stronger where one is.
void TestStreamView::marksWhatMatches()
{
    m_talk->received(1, "abc\nne");
    m_talk->received(1, "edle\n");
    m_talk->sent(1, "nee");
    m_talk->received(1, "dle needle\n");
    LogModel log;
    log.setSource(m_talk->recording(), {});
    SearchModel search;
    m_view->setSearch(&search);
    search.setLog(&log);
    search.setQuery({u"needle"_s, lens::Query::Mode::Text, false});
    QTRY_COMPARE(search.state(), SearchModel::State::Done);
    QCOMPARE(search.count(), 2);
    show();
    const Theme theme = Theme::of(m_view->palette());
    const auto isMarked = [&](int line) { return lineHasColour(line, theme.match); };
    QVERIFY(!isMarked(0));
    QVERIFY(isMarked(1));
    QVERIFY(!isMarked(2));
    QVERIFY(isMarked(3));
    QVERIFY(!lineHasColour(1, theme.matchCurrent));
    search.next();
    QVERIFY(m_view->showMatch(*search.current()));
    QCOMPARE(m_view->selectedAsText(), u"needle"_s);
    QVERIFY(lineHasColour(1, theme.matchCurrent));
    QVERIFY(!lineHasColour(3, theme.matchCurrent));

    // Another recording has a connection of the same number, and none of the matches.
    RecordedTalk other;
    other.received(1, "abc\nneedle\n");
    m_view->setSource(other.recording(), ConnectionId(1), codec::Encoding());
    QVERIFY(!isMarked(1));
    QVERIFY(!m_view->showMatch(*search.current()));
}

/// A tick stands in the scroll bar where its match is in the view.
void TestStreamView::ticksWhereMatchesAre()
{
    constexpr int lines = 2000;
    for (int i = 0; i < lines; ++i)
        m_talk->received(1, i == lines / 2 || i == lines - 1 ? "needle\n" : "nothin\n");
    LogModel log;
    log.setSource(m_talk->recording(), {});
    SearchModel search;
    m_view->setSearch(&search);
    show();
    search.setLog(&log);
    search.setQuery({u"needle"_s, lens::Query::Mode::Text, false});
    QTRY_COMPARE(search.state(), SearchModel::State::Done);
    const auto *bar = m_view->findChild<MarkedScrollBar *>(u"streamMarks"_s);
    QCOMPARE(bar->markCount(MarkedScrollBar::Mark::Match), 2);
    const QImage image = m_view->findChild<MarkedScrollBar *>(u"streamMarks"_s)->grab().toImage();
    const QColor tick = Theme::of(m_view->palette()).matchTick;
    QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2), tick);
}

void TestStreamView::readsTheBytesInAnotherEncoding()
{
    m_talk->received(1, "\xc4\xe3\xba\xc3");
    show();
    QCOMPARE(m_view->lineText(0), u"received: \\xc4\\xe3\\xba\\xc3"_s);
    m_view->setEncoding(*codec::Encoding::find(u"GBK"));
    QCOMPARE(m_view->lineText(0), u"received: 你好"_s);
    m_view->setMode(StreamMode::Hex);
    QCOMPARE(m_view->lineText(0), u"received: c4 e3 ba c3"_s);
}

void TestStreamView::scrollsToATime()
{
    show();
    addLines(500);
    m_view->showEventOf(EventSeq(250));
    const Timestamp time = m_view->currentTime();
    m_view->scrollToTime(time);
    QCOMPARE(m_view->lineText(0), u"received: line 250␊"_s);
    QCOMPARE(m_view->topTime(), time);
    m_view->scrollToTime(time + std::chrono::microseconds(1));
    QCOMPARE(m_view->lineText(0), u"received: line 251␊"_s);
    m_view->showTime(time + std::chrono::microseconds(1)); // the nearest is the one before
    QCOMPARE(m_view->currentTime(), time);
}

void TestStreamView::isReadByScreenReaders()
{
    m_talk->received(1, "hello\n");
    m_talk->sent(1, "hi");
    show();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), u"Stream"_s);
    QCOMPARE(list->childCount(), 2);
    QCOMPARE(list->child(0)->text(QAccessible::Name), u"received: hello␊"_s);
    QCOMPARE(list->child(1)->text(QAccessible::Name), u"sent: hi"_s);
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(list->child(1)->state().focused);
    QVERIFY(!list->child(0)->state().selected);
    QCOMPARE(list->focusChild(), list->child(1));
    QCOMPARE(list->childAt(list->child(0)->rect().center().x(), list->child(0)->rect().center().y()),
        list->child(0));
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestStreamView)
#include "tst_streamview.moc"
