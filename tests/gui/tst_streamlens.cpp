#include "models/searchmodel.h"
#include "pages/benchtree.h"
#include "pages/workpage.h"
#include "widgets/bytesview.h"
#include "widgets/markedscrollbar.h"
#include "widgets/segmentedswitch.h"
#include "widgets/streamview.h"
#include "windowfixture.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace swb::ui {

/// The stream and its neighbour in the whole window, over a running bench.
class TestStreamLens : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void showsTheConversationAndLeadsToTheLog();
    void saysWhatToSelect();
    void findsInTheStream();
    void whatIsInNoStreamIsFoundInTheLog();
    void aMatchElsewhereComesToTheLeftSide();
    void showsBothEndsSideBySide();
    void comparesWhatAClientStandsFor();
    void goesFromSideToSideByKeyboard();

private:
    void talk();
    void trigger(const char *action) const { find<QAction>(action)->trigger(); }
    void look(const QString &text) const;
    QStringList linesOf(const StreamView *view) const;
};

/// An echo server and a client of it that has said hello.
void TestStreamLens::talk()
{
    bench::EndpointSpec server;
    server.port = 0;
    server.behaviour.echo = true;
    m_window->start(server);
    QTRY_VERIFY(find<QAction>("connectClientAction")->isEnabled());
    trigger("connectClientAction");
    auto *composer = find<QWidget>("composerText");
    QTRY_VERIFY(composer->isEnabled() && bench().rowCount() == 3);
    type(u"hello"_s);
    QTRY_VERIFY(logTexts().size() >= 2);
}

QStringList TestStreamLens::linesOf(const StreamView *view) const
{
    QStringList lines;
    for (int line = 0; line < view->visibleLineCount(); ++line)
        lines.append(view->lineText(line));
    return lines;
}

void TestStreamLens::showsTheConversationAndLeadsToTheLog()
{
    talk();
    auto *mode = find<SegmentedSwitch>("streamMode");
    QVERIFY(mode->isHidden());
    trigger("showStreamAction");
    auto *view = find<StreamView>("streamView");
    QVERIFY(view->isVisible());
    QVERIFY(view->hasFocus());
    QVERIFY(mode->isVisible());
    QTRY_VERIFY(linesOf(view).contains(u"sent: hello"_s));
    QTRY_VERIFY(linesOf(view).contains(u"received: hello"_s));
    // What follows appears while one looks.
    type(u"more"_s);
    QTRY_VERIFY(linesOf(view).contains(u"received: more"_s));

    const int line = int(linesOf(view).indexOf(u"sent: hello"_s));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, {60, view->lineRect(line).center().y()});
    const LogView *log = find<LogView>("logView");
    QVERIFY(log->currentRow() >= 0);
    QCOMPARE(log->model()->row(log->currentRow()).event.kind, EventKind::Sent);

    mode->setCurrent(int(StreamMode::Hex));
    QVERIFY(linesOf(view).contains(u"sent: 68 65 6c 6c 6f"_s));
    QCOMPARE(m_settings->value(u"stream/mode"_s).toInt(), int(StreamMode::Hex));
    trigger("showLogAction");
    QVERIFY(log->isVisible());
}

void TestStreamLens::saysWhatToSelect()
{
    bench::EndpointSpec server;
    server.port = 0;
    m_window->start(server);
    QTRY_COMPARE(bench().rowCount(), 2);
    trigger("showStreamAction");
    QCOMPARE(find<StreamView>("streamView")->visibleLineCount(), 0);
}

/// With keys alone, from the first match to the last, and while more arrives.
void TestStreamLens::findsInTheStream()
{
    talk();
    trigger("showStreamAction");
    auto *view = find<StreamView>("streamView");
    for (int i = 0; i < 40; ++i) {
        const qsizetype before = logTexts().size();
        type(i == 0 ? u"needle"_s : u"hay %1"_s.arg(i));
        QTRY_COMPARE(logTexts().size(), before + 2); // its echo is there, so that lines stay apart
    }
    QTRY_VERIFY(linesOf(view).contains(u"received: hay 39"_s));
    view->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = find<QLineEdit>("findText");
    QTRY_VERIFY(field->hasFocus());
    field->insert(u"needle"_s);
    const auto *count = find<QLabel>("findCount");
    QTRY_COMPARE(count->text(), u"2 matches"_s); // as it left, and as it came back
    QCOMPARE(
        view->findChild<MarkedScrollBar *>(u"streamMarks"_s)->markCount(MarkedScrollBar::Mark::Match) > 0,
        true);
    QVERIFY(!linesOf(view).contains(u"sent: needle"_s));

    QTest::keyClick(m_window.get(), Qt::Key_F3);
    QVERIFY(count->text().startsWith(u"1 of 2"_s)); // behind the end, and so on from the first
    QCOMPARE(view->selectedAsText(), u"needle"_s);
    QVERIFY(view->caretLine() >= 0);
    QCOMPARE(view->lineText(view->caretLine()), u"sent: needle"_s);
    QVERIFY(!view->isFollowing());
    QCOMPARE(find<BytesView>("bytesView")->selectedAsText(), u"needle"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    QCOMPARE(view->lineText(view->caretLine()), u"received: needle"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(view->lineText(view->caretLine()), u"sent: needle"_s);

    type(u"one more needle"_s);
    QTRY_VERIFY(count->text().startsWith(u"1 of 4"_s));
    QCOMPARE(view->lineText(view->caretLine()), u"sent: needle"_s); // it stays where one looks
    view->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(view->hasFocus());
    QCOMPARE(
        view->findChild<MarkedScrollBar *>(u"streamMarks"_s)->markCount(MarkedScrollBar::Mark::Match), 0);
}

void TestStreamLens::comparesWhatAClientStandsFor()
{
    talk();
    find<BenchTree>("benchTree")->select({BenchModel::RowKind::Endpoint, EndpointId(2), {}, 0});
    trigger("compareConnectionsAction");
    const auto *left = find<StreamView>("leftStream");
    QTRY_VERIFY(left->visibleLineCount() > 0);
    QVERIFY(left->lineText(0).startsWith(u"Connected"_s));
    QVERIFY(find<StreamView>("rightStream")->lineText(0).startsWith(u"Accepted"_s));
}

void TestStreamLens::goesFromSideToSideByKeyboard()
{
    talk();
    trigger("compareConnectionsAction");
    auto *left = find<StreamView>("leftStream");
    auto *right = find<StreamView>("rightStream");
    QTRY_VERIFY(linesOf(right).contains(u"received: hello"_s));
    QVERIFY(left->hasFocus());
    for (QWidget *next :
        {static_cast<QWidget *>(find<QComboBox>("rightConnection")), static_cast<QWidget *>(right)}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), next);
    }
    // Each side fills the bytes below; the caret begins at the top.
    const auto *bytes = find<BytesView>("bytesView");
    QTest::keyClick(right, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(right, Qt::Key_Down);
    QTRY_COMPARE(bytes->selectedAsText(), u"hello"_s);
    QCOMPARE(right->lineText(right->caretLine()), u"received: hello"_s);
    find<QWidget>("composerText")->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), left);
}

void TestStreamLens::look(const QString &text) const
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = find<QLineEdit>("findText");
    QTRY_VERIFY(field->hasFocus());
    field->selectAll();
    field->insert(text);
}

void TestStreamLens::whatIsInNoStreamIsFoundInTheLog()
{
    talk();
    find<BenchTree>("benchTree")->select({});
    trigger("showStreamAction");
    const auto *stream = find<StreamView>("streamView");
    QVERIFY(stream->isVisible());
    QVERIFY(!stream->connection().isValid());
    look(u"hello"_s);
    QTRY_COMPARE(find<QLabel>("findCount")->text(), u"4 matches"_s);
    QVERIFY(stream->isVisible()); // nobody has gone to one yet
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    const auto *log = find<LogView>("logView");
    QTRY_VERIFY(log->isVisible());
    QCOMPARE(log->model()->row(log->currentRow()).text.text, u"hello"_s);
}

void TestStreamLens::aMatchElsewhereComesToTheLeftSide()
{
    talk();
    trigger("compareConnectionsAction");
    auto *left = find<StreamView>("leftStream");
    auto *right = find<StreamView>("rightStream");
    QTRY_VERIFY(linesOf(right).contains(u"received: hello"_s));
    const ConnectionId shownRight = right->connection();
    find<BenchTree>("benchTree")->select({BenchModel::RowKind::Endpoint, EndpointId(1), {}, 0});
    trigger("connectClientAction");
    QTRY_VERIFY(bench().connection(ConnectionId(4)));
    find<BenchTree>("benchTree")
        ->select({BenchModel::RowKind::Connection, EndpointId(3), ConnectionId(3), 0});
    QTRY_VERIFY(find<QWidget>("composerText")->isEnabled());
    type(u"needle"_s);
    find<BenchTree>("benchTree")->select({});
    QTRY_VERIFY(logTexts().contains(u"needle"_s));
    look(u"needle"_s);
    QTRY_VERIFY(find<QLabel>("findCount")->text().endsWith(u"matches"_s));
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    QTRY_VERIFY(left->connection().value >= 3);
    QCOMPARE(left->selectedAsText(), u"needle"_s);
    QCOMPARE(right->connection(), shownRight);
}

void TestStreamLens::showsBothEndsSideBySide()
{
    talk();
    trigger("compareConnectionsAction");
    auto *left = find<StreamView>("leftStream");
    auto *right = find<StreamView>("rightStream");
    QTRY_VERIFY(linesOf(left).contains(u"sent: hello"_s));
    // The other end was found by its addresses.
    QTRY_VERIFY(linesOf(right).contains(u"received: hello"_s));
    QVERIFY(left->connection() != right->connection());
    QVERIFY(linesOf(right).contains(u"sent: hello"_s));

    // What is chosen in one is looked up in the other by its time.
    const int line = int(linesOf(left).indexOf(u"sent: hello"_s));
    QTest::mouseClick(left->viewport(), Qt::LeftButton, {},
        {left->viewport()->width() - 20, left->lineRect(line).center().y()});
    QVERIFY(right->caretLine() >= 0);
    QVERIFY(std::chrono::abs(right->currentTime() - left->currentTime()) < std::chrono::seconds(1));

    const auto *bytes = find<BytesView>("bytesView");
    QCOMPARE(bytes->selectedAsText(), u"hello"_s);
    // An event of another connection than the one that is selected shows its bytes, too.
    const int opened = 0;
    QTest::mouseClick(right->viewport(), Qt::LeftButton, {},
        {right->viewport()->width() - 20, right->lineRect(opened).center().y()});
    QCOMPARE(bytes->selectedAsText(), QString());
    const int arrived = int(linesOf(right).indexOf(u"received: hello"_s));
    QTest::mouseClick(right->viewport(), Qt::LeftButton, {},
        {right->viewport()->width() - 20, right->lineRect(arrived).center().y()});
    QCOMPARE(bytes->selectedAsText(), u"hello"_s);

    auto *choice = find<QComboBox>("rightConnection");
    QCOMPARE(choice->count(), 2);
    choice->setCurrentIndex(1 - choice->currentIndex());
    emit choice->activated(choice->currentIndex());
    QCOMPARE(right->connection(), left->connection());
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestStreamLens)
#include "tst_streamlens.moc"
