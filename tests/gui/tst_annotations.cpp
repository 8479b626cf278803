#include "journal/recording.h"
#include "widgets/markedscrollbar.h"
#include "windowfixture.h"

#include <QAction>
#include <QLineEdit>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

/// Filter, times, marks and notes in the whole window, by keyboard.
class TestAnnotations : public QObject, private WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { closeWindow(); }
    void marksARow();
    void writesANoteAndTakesItBack();
    void goesFromMarkToMark();
    void marksAreTickedInTheScrollBar();
    void filtersAndRemembersPerTarget();
    void timesAreChosenAndRemembered();

private:
    LogView *log() const { return find<LogView>("logView"); }
    Annotation annotationOf(int row) const
    {
        return log()->model()->recording()->annotationOf(log()->model()->seqAt(row));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
};

/// A server that echoes, a client of it, and the server's side of their connection in the log.
void TestAnnotations::init()
{
    openWindow();
    bench::EndpointSpec server;
    server.port = 0;
    server.behaviour.echo = true;
    m_window->start(server);
    QTRY_VERIFY(log()->model() && log()->model()->rowCount() >= 1);
    QTRY_VERIFY(find<QAction>("connectClientAction")->isEnabled());
    find<QAction>("connectClientAction")->trigger();
    QTRY_VERIFY(log()->model()->rowCount() >= 1);
    QTRY_VERIFY(find<QWidget>("composerText")->isEnabled());
    type(u"hello"_s);
    QTRY_VERIFY(logTexts().size() >= 2);
    m_window->selectConnection(ConnectionId(1));
    QTRY_VERIFY(log()->model()->rowCount() >= 3);
    log()->setFocus();
    log()->setCurrentRow(0);
}

void TestAnnotations::marksARow()
{
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(log()->model()->row(0).annotation.marked);
    QVERIFY(log()->model()->accessibleText(0).endsWith(u"marked"_s));
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(!log()->model()->row(0).annotation.marked);
}

void TestAnnotations::writesANoteAndTakesItBack()
{
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    auto *text = find<QLineEdit>("noteText");
    QVERIFY(text->isVisible());
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, u"the first row"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(!text->isVisible());
    QVERIFY(log()->hasFocus());
    QTRY_COMPARE(log()->model()->row(0).annotation.text, u"the first row"_s);
    const auto reopened = *journal::Recording::open(log()->model()->recording()->path());
    QCOMPARE(reopened->annotationOf(log()->model()->seqAt(0)).text, u"the first row"_s);

    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(text, u"something else"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text->text(), u"the first row"_s);
    QTest::keyClick(text, Qt::Key_Delete);
    QTest::keyClick(text, Qt::Key_Return);
    QTRY_COMPARE(log()->model()->row(0).annotation, Annotation());
}

void TestAnnotations::goesFromMarkToMark()
{
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(annotationOf(0).marked);
    log()->setCurrentRow(2);
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(annotationOf(2).marked);
    press(Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(log()->currentRow(), 0);
    press(Qt::Key_F2);
    QCOMPARE(log()->currentRow(), 2);
    press(Qt::Key_F2);
    QCOMPARE(log()->currentRow(), 2);
}

void TestAnnotations::marksAreTickedInTheScrollBar()
{
    const auto *bar = find<MarkedScrollBar>("logMarks");
    const auto ticks = [bar] { return bar->markCount(MarkedScrollBar::Mark::Note); };
    for (int i = 0; i < 60; ++i) // more than fit
        type(u"again"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(ticks(), 0);
    log()->setFocus();
    for (const int row : {0, 30}) {
        log()->setCurrentRow(row);
        press(Qt::Key_M, Qt::ControlModifier);
    }
    QTRY_COMPARE(ticks(), 2);
    const QRgb accent = bar->palette().color(QPalette::Highlight).rgb();
    const QImage image = find<MarkedScrollBar>("logMarks")->grab().toImage();
    QList<int> ys;
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(2, y) == accent)
            ys.append(y);
    }
    QVERIFY(ys.size() >= 2 * 2);
    QVERIFY2(ys.last() - ys.first() > image.height() / 8, "they stand where the rows are");

    journal::Criteria sent;
    sent.direction = journal::Criteria::Direction::Sent;
    const bool isSent = log()->model()->row(30).event.kind == EventKind::Sent;
    log()->model()->setCriteria(sent);
    QTRY_VERIFY(!log()->model()->sifting().busy);
    QCOMPARE(ticks(), isSent ? 1 : 0); // the first is that the connection was opened
    log()->model()->setCriteria({});
    log()->setCurrentRow(0);
    press(Qt::Key_M, Qt::ControlModifier);
    QTRY_COMPARE(ticks(), 1);
}

void TestAnnotations::filtersAndRemembersPerTarget()
{
    const int all = log()->model()->rowCount();
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *pattern = find<QLineEdit>("filterPattern");
    QTRY_VERIFY(pattern->hasFocus());
    QTest::keyClicks(pattern, u"hello"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 2);
    QVERIFY(log()->model()->isFiltered());
    QTest::keyClick(pattern, Qt::Key_Return);
    QVERIFY(log()->hasFocus());

    m_window->selectConnection(ConnectionId(2));
    QVERIFY(!pattern->isVisible());
    QVERIFY(!log()->model()->isFiltered());
    m_window->selectConnection(ConnectionId(1));
    QVERIFY(pattern->isVisible());
    QCOMPARE(pattern->text(), u"hello"_s);
    QTRY_COMPARE(log()->model()->rowCount(), 2);
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!pattern->isVisible());
    QVERIFY(!log()->model()->isFiltered());
    QVERIFY(log()->model()->rowCount() >= all);
}

void TestAnnotations::timesAreChosenAndRemembered()
{
    find<QAction>("timeSinceStartAction")->trigger();
    QCOMPARE(log()->model()->row(0).time, u"+0.000 000 s"_s);
    makeWindow(Places::in(m_home->path()));
    QVERIFY(find<QAction>("timeSinceStartAction")->isChecked());
}

QTEST_MAIN(TestAnnotations)
#include "tst_annotations.moc"
