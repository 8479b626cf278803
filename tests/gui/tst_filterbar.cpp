#include "models/filterinput.h"
#include "pages/filterbar.h"
#include "recordedtalk.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

/// The bar above the log: what is typed there, and what it means.
class TestFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAMomentAfterTyping();
    void enterTellsAtOnceAndLeaves();
    void escapeCloses();
    void clearShowsAll();
    void keepsWhatItIsGiven();
    void countsRows();
    void refusesAtTheCharacter_data();
    void refusesAtTheCharacter();
    void meansConnectionsAndTimes();
    void offersConnectionsOnlyWhereTheyMerge();

private:
    QLineEdit *field(const char *name) const
    {
        return m_bar->findChild<QLineEdit *>(QString::fromLatin1(name));
    }

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LogModel> m_log;
    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::init()
{
    m_bar.reset();
    m_log = std::make_unique<LogModel>();
    m_talk = std::make_unique<RecordedTalk>();
    m_talk->open(1, 50001);
    m_talk->received(1, "hello");
    m_talk->sent(1, "hello");
    m_log->setSource(m_talk->recording());
    m_bar = std::make_unique<FilterBar>();
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    m_bar->focusPattern();
}

void TestFilterBar::tellsAMomentAfterTyping()
{
    const QSignalSpy changed(m_bar.get(), &FilterBar::inputChanged);
    QTest::keyClicks(field("filterPattern"), u"hel"_s);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_bar->input().query.text, u"hel"_s);
}

void TestFilterBar::enterTellsAtOnceAndLeaves()
{
    const QSignalSpy changed(m_bar.get(), &FilterBar::inputChanged);
    const QSignalSpy left(m_bar.get(), &FilterBar::left);
    QTest::keyClicks(field("filterPattern"), u"hel"_s);
    QTest::keyClick(field("filterPattern"), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(left.size(), 1);
    m_bar->showFault(FilterFault{FilterFault::Field::Pattern, 0, u"wrong"_s});
    QTest::keyClick(field("filterPattern"), Qt::Key_Return);
    QCOMPARE(left.size(), 1);
}

void TestFilterBar::escapeCloses()
{
    const QSignalSpy closed(m_bar.get(), &FilterBar::closed);
    QTest::keyClick(field("filterPattern"), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestFilterBar::clearShowsAll()
{
    FilterInput input;
    input.errors = false;
    input.from = u"+1"_s;
    m_bar->setInput(input);
    m_bar->showStanding(0, 3, {});
    const QSignalSpy changed(m_bar.get(), &FilterBar::inputChanged);
    m_bar->findChild<QPushButton *>(u"filterClear"_s)->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_bar->input(), FilterInput());
}

void TestFilterBar::keepsWhatItIsGiven()
{
    FilterInput input;
    input.query = {u"0d 0a"_s, lens::Query::Mode::Hex, true};
    input.direction = journal::Criteria::Direction::Sent;
    input.lifecycle = false;
    input.annotatedOnly = true;
    input.connections = u"1, 4-7"_s;
    input.from = u"+1.5 s"_s;
    input.to = u"18:05"_s;
    const QSignalSpy changed(m_bar.get(), &FilterBar::inputChanged);
    m_bar->setInput(input);
    QCOMPARE(m_bar->input(), input);
    QCOMPARE(changed.size(), 0);
}

void TestFilterBar::countsRows()
{
    m_bar->showStanding(123, 45678, {});
    QLocale::setDefault(QLocale::c());
    QVERIFY(m_bar->findChild<QLabel *>(u"filterCount"_s)->text().startsWith(u"123 of "_s));
}

void TestFilterBar::refusesAtTheCharacter_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("position");
    QTest::newRow("hex") << QByteArray("filterPattern") << u"0d z"_s << 3;
    QTest::newRow("connections") << QByteArray("filterConnections") << u"1, 4-x"_s << 5;
    QTest::newRow("a range that steps back") << QByteArray("filterConnections") << u"7-4"_s << 3;
    QTest::newRow("from") << QByteArray("filterFrom") << u"12:60"_s << 3;
    QTest::newRow("to") << QByteArray("filterTo") << u"+1 x"_s << 3;
}

void TestFilterBar::refusesAtTheCharacter()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, typed);
    QFETCH(int, position);
    FilterInput hex;
    hex.query.mode = lens::Query::Mode::Hex;
    m_bar->setInput(hex);
    field(name.constData())->setFocus();
    QTest::keyClicks(field(name.constData()), typed);
    const auto made = m_bar->input().criteriaFor(*m_log);
    const auto *fault = std::get_if<FilterFault>(&made);
    QVERIFY(fault);
    QCOMPARE(fault->position, position);
    QVERIFY(!fault->sentence.isEmpty());
    m_bar->showFault(*fault);
    QVERIFY(m_bar->findChild<QLabel *>(u"filterNote"_s)->isVisible());
    QCOMPARE(field(name.constData())->cursorPosition(), position);
}

void TestFilterBar::meansConnectionsAndTimes()
{
    FilterInput input;
    input.connections = u" #1, 4 - 7 "_s;
    input.from = u"+1 ms"_s;
    const auto made = input.criteriaFor(*m_log);
    const auto &criteria = std::get<journal::Criteria>(made);
    QCOMPARE(criteria.connections, (QList<journal::Criteria::Range>{{1, 1}, {4, 7}}));
    QCOMPARE(criteria.from, m_talk->recording()->event(EventSeq(1))->time);
    QVERIFY(!criteria.to);
    QVERIFY(!criteria.hasPattern());
    QVERIFY(!std::get<journal::Criteria>(FilterInput().criteriaFor(*m_log)).isSet());
}

void TestFilterBar::offersConnectionsOnlyWhereTheyMerge()
{
    m_bar->setConnectionsOffered(false);
    QVERIFY(!field("filterConnections")->isVisible());
    m_bar->setConnectionsOffered(true);
    QVERIFY(field("filterConnections")->isVisible());
}

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
