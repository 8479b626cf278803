#include "models/logmodel.h"
#include "models/searchmodel.h"
#include "pages/findbar.h"
#include "recordedtalk.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

class TestFindBar : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void typingCounts();
    void enterStepsAndEscapeCloses();
    void modes();
    void aFaultIsToldAndGoesAway();
    void anExpressionThatGaveUpHasNoCount();
    void goingRoundIsTold();
    void tabGoesFromLeftToRight();
    void everythingHasAName();

private:
    template <class T>
    T *find(const char *name) const
    {
        return m_bar->findChild<T *>(QString::fromLatin1(name));
    }
    void type(const QString &text) const { QTest::keyClicks(find<QLineEdit>("findText"), text); }
    QString count() const { return find<QLabel>("findCount")->text(); }

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LogModel> m_log;
    std::unique_ptr<SearchModel> m_search;
    std::unique_ptr<FindBar> m_bar;
};

void TestFindBar::init()
{
    QLocale::setDefault(QLocale::c());
    m_talk = std::make_unique<RecordedTalk>();
    m_talk->received(1, "GET / HTTP/1.1\r\n");
    m_talk->received(1, "get something");
    m_talk->received(1, "GET /more");
    m_log = std::make_unique<LogModel>();
    m_log->setSource(m_talk->recording());
    m_search = std::make_unique<SearchModel>();
    m_search->setLog(m_log.get());
    m_bar = std::make_unique<FindBar>(m_search.get());
    m_bar->open();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void TestFindBar::cleanup()
{
    m_bar.reset();
    m_search.reset();
    m_log.reset();
    m_talk.reset();
}

void TestFindBar::typingCounts()
{
    QCOMPARE(count(), QString());
    QVERIFY(!find<QToolButton>("findNext")->isEnabled());
    type(u"GET"_s);
    QTRY_COMPARE(count(), u"2 match(es)"_s);
    QVERIFY(find<QToolButton>("findNext")->isEnabled());
    QVERIFY(!find<QWidget>("findProgress")->isVisible());
    find<QToolButton>("findCase")->click();
    QTRY_COMPARE(count(), u"3 match(es)"_s);
    type(u"!"_s);
    QTRY_COMPARE(count(), u"No match"_s);
}

void TestFindBar::enterStepsAndEscapeCloses()
{
    QSignalSpy closed(m_bar.get(), &FindBar::closed);
    type(u"GET"_s);
    QTRY_COMPARE(m_search->count(), 2);
    QLineEdit *text = find<QLineEdit>("findText");
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(count(), u"1 of 2"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(count(), u"2 of 2"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(), u"1 of 2"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!m_bar->isOpen());
    QCOMPARE(m_search->count(), 0); // nothing is marked any more
    m_bar->open();
    QCOMPARE(text->selectedText(), u"GET"_s);
    QTRY_COMPARE(m_search->count(), 2);
}

void TestFindBar::modes()
{
    type(u"0d 0a"_s);
    QTRY_COMPARE(count(), u"No match"_s);
    find<QAbstractButton>("findAsHex")->click();
    QTRY_COMPARE(count(), u"1 match(es)"_s);
    QVERIFY(!find<QWidget>("findCase")->isEnabled());
    find<QLineEdit>("findText")->clear();
    find<QAbstractButton>("findAsExpression")->click();
    type(u"^GET /\\w+"_s);
    QTRY_COMPARE(count(), u"No match"_s); // "something" and "GET" share a line
    find<QLineEdit>("findText")->clear();
    type(u"[gG]e?"_s);
    QTRY_COMPARE(count(), u"4 match(es)"_s);
}

void TestFindBar::aFaultIsToldAndGoesAway()
{
    QLabel *note = find<QLabel>("findNote");
    QVERIFY(!note->isVisible());
    find<QAbstractButton>("findAsExpression")->click();
    type(u"a("_s);
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().contains(u"position 3"_s), qPrintable(note->text()));
    QCOMPARE(count(), QString());
    QCOMPARE(find<QLineEdit>("findText")->text(), u"a("_s); // marked, not changed
    type(u")"_s);
    QVERIFY(!note->isVisible());
    QTRY_COMPARE(count(), u"No match"_s);
}

void TestFindBar::anExpressionThatGaveUpHasNoCount()
{
    m_talk->received(1, QByteArray(40, 'a') + '!');
    m_talk->recording(); // commits
    m_log->refresh();
    find<QAbstractButton>("findAsExpression")->click();
    type(u"(a+)+$"_s);
    QLabel *note = find<QLabel>("findNote");
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(m_search->state(), SearchModel::State::Failed);
    QCOMPARE(count(), QString());
}

void TestFindBar::goingRoundIsTold()
{
    type(u"get"_s);
    QTRY_COMPARE(m_search->count(), 1);
    find<QToolButton>("findNext")->click();
    QCOMPARE(count(), u"1 of 1"_s);
    find<QToolButton>("findNext")->click();
    QCOMPARE(count(), u"1 of 1, on from the first"_s);
    find<QToolButton>("findPrevious")->click();
    QCOMPARE(count(), u"1 of 1, on from the last"_s);
    type(u"x"_s);
    QTRY_COMPARE(count(), u"No match"_s);
}

void TestFindBar::tabGoesFromLeftToRight()
{
    type(u"GET"_s);
    QTRY_COMPARE(m_search->count(), 2);
    QStringList passed;
    for (int i = 0; i < 6; ++i) {
        passed << QApplication::focusWidget()->objectName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(passed,
        (QStringList{u"findText"_s, u"findAsText"_s, u"findCase"_s, u"findPrevious"_s, u"findNext"_s,
            u"findClose"_s}));
}

void TestFindBar::everythingHasAName()
{
    const QList<QWidget *> widgets = m_bar->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(u"qt_"_s)
            && widget->parentWidget()->objectName() != u"findText"_s)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
