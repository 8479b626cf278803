#include "journal/annotator.h"
#include "models/logmodel.h"
#include "recordedtalk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

/// The log under a filter, with its times and with what people say about rows.
class TestLogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsOnlyWhatPasses();
    void growsUnderAFilter();
    void findsAPatternAsync();
    void insertsARowInTheMiddle();
    void letsAMatchThatWasNoneGo();
    void followsMarks();
    void sourceTakesTheFilterAway();
    void filtersManyRowsAside();
    void abandonsAFilterAtOnce();
    void timeModes_data();
    void timeModes();
    void timeBeforeIsThatOfTheRowShownAbove();
    void annotationsAreShown();
    void annotatedRowsAreFound();
    void wholeTextIsBounded();

private:
    void open();
    void annotate(quint32 seq, const Annotation &annotation);
    QStringList texts() const;
    static journal::Criteria received();
    static journal::Criteria looking(const char *literal);

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LogModel> m_log;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLogFilter::init()
{
    m_tester.reset();
    m_log = std::make_unique<LogModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_log.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_talk = std::make_unique<RecordedTalk>();
}

/// Rows 0–4.
void TestLogFilter::open()
{
    m_talk->open(1, 50001);
    m_talk->received(1, "one hel");
    m_talk->sent(1, "two");
    m_talk->received(1, "three");
    m_talk->lifecycle(EventKind::PeerFinished, 1);
    m_log->setSource(m_talk->recording());
}

void TestLogFilter::annotate(quint32 seq, const Annotation &annotation)
{
    m_talk->append(*journal::annotationEvent(*m_talk->recording(), EventSeq(seq), annotation, {}));
    m_talk->recording();
    m_log->refresh();
}

QStringList TestLogFilter::texts() const
{
    QStringList list;
    for (int row = 0; row < m_log->rowCount(); ++row)
        list.append(m_log->row(row).text.text);
    return list;
}

journal::Criteria TestLogFilter::received()
{
    journal::Criteria criteria;
    criteria.direction = journal::Criteria::Direction::Received;
    criteria.lifecycle = false;
    return criteria;
}

journal::Criteria TestLogFilter::looking(const char *literal)
{
    journal::Criteria criteria;
    criteria.patterns.usual = journal::Pattern::literal(literal);
    return criteria;
}

void TestLogFilter::showsOnlyWhatPasses()
{
    open();
    QVERIFY(!m_log->isFiltered());
    m_log->setCriteria(received());
    QVERIFY(m_log->isFiltered());
    QCOMPARE(texts(), (QStringList{u"one hel"_s, u"three"_s}));
    QCOMPARE(m_log->rowsBeforeFilter(), 5u);
    QCOMPARE(m_log->seqAt(1), EventSeq(3));
    QCOMPARE(m_log->rowOf(EventSeq(3)), 1);
    QCOMPARE(m_log->rowOf(EventSeq(2)), -1);
    QVERIFY(m_log->carriesBytes(1));

    m_log->setCriteria({});
    QVERIFY(!m_log->isFiltered());
    QCOMPARE(m_log->rowCount(), 5);
}

void TestLogFilter::growsUnderAFilter()
{
    open();
    m_log->setCriteria(received());
    const QSignalSpy inserted(m_log.get(), &QAbstractItemModel::rowsInserted);
    m_talk->sent(1, "left out");
    m_talk->received(1, "four");
    m_talk->received(1, "five");
    m_talk->recording();
    m_log->refresh();
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(texts(), (QStringList{u"one hel"_s, u"three"_s, u"four"_s, u"five"_s}));
}

void TestLogFilter::findsAPatternAsync()
{
    open();
    m_log->setCriteria(looking("e"));
    QVERIFY(m_log->sifting().busy);
    QTRY_VERIFY(!m_log->sifting().busy);
    QCOMPARE(texts(), (QStringList{u"one hel"_s, u"three"_s}));
    QVERIFY(!m_log->sifting().gaveUp);
}

void TestLogFilter::insertsARowInTheMiddle()
{
    m_talk->open(1, 50001);
    m_talk->open(2, 50002);
    m_talk->received(1, "hel");
    m_talk->received(2, "hello");
    m_log->setSource(m_talk->recording());
    m_log->setCriteria(looking("hello"));
    QTRY_COMPARE(texts(), QStringList{u"hello"_s});
    m_talk->received(1, "lo");
    m_talk->recording();
    m_log->refresh();
    QTRY_COMPARE(texts(), (QStringList{u"hel"_s, u"hello"_s, u"lo"_s}));
}

void TestLogFilter::letsAMatchThatWasNoneGo()
{
    m_talk->open(1, 50001);
    m_talk->received(1, "ab");
    m_log->setSource(m_talk->recording());
    journal::Criteria criteria;
    criteria.patterns.usual = std::get<journal::Pattern>(journal::Pattern::expression("ab(?!c)"));
    m_log->setCriteria(criteria);
    QTRY_COMPARE(texts(), QStringList{u"ab"_s});
    m_talk->received(1, "c");
    m_talk->recording();
    m_log->refresh();
    QTRY_COMPARE(texts(), QStringList());
}

void TestLogFilter::followsMarks()
{
    open();
    journal::Criteria criteria;
    criteria.annotatedOnly = true;
    m_log->setCriteria(criteria);
    QCOMPARE(m_log->rowCount(), 0);
    annotate(3, {true, {}});
    annotate(1, {false, u"first"_s});
    QCOMPARE(texts(), (QStringList{u"one hel"_s, u"three"_s}));
    annotate(3, {});
    QCOMPARE(texts(), QStringList{u"one hel"_s});
}

void TestLogFilter::sourceTakesTheFilterAway()
{
    open();
    m_log->setCriteria(received());
    m_log->setSource(m_talk->recording());
    QVERIFY(!m_log->isFiltered());
    QCOMPARE(m_log->rowCount(), 5);
}

void TestLogFilter::filtersManyRowsAside()
{
    m_talk->open(1, 50001);
    for (int i = 0; i < 50'000; ++i) {
        m_talk->received(1, "ping");
        m_talk->sent(1, "pong");
    }
    m_log->setSource(m_talk->recording());
    m_log->setCriteria(received());
    QVERIFY(m_log->sifting().busy);
    QTRY_VERIFY(!m_log->sifting().busy);
    QCOMPARE(m_log->rowCount(), 50'000);
    QCOMPARE(m_log->sifting().done, m_log->sifting().total);
}

void TestLogFilter::abandonsAFilterAtOnce()
{
    m_talk->open(1, 50001);
    for (int i = 0; i < 50'000; ++i)
        m_talk->received(1, "ping");
    m_log->setSource(m_talk->recording());
    m_log->setCriteria(received());
    m_log->setCriteria(looking("nowhere"));
    m_log->setCriteria({});
    QCOMPARE(m_log->rowCount(), 50'001);
    QVERIFY(!m_log->sifting().busy);
    QCoreApplication::processEvents();
    QCOMPARE(m_log->rowCount(), 50'001);
}

void TestLogFilter::timeModes_data()
{
    QTest::addColumn<TimeMode>("mode");
    QTest::addColumn<QStringList>("times");
    QTest::newRow("since the start") << TimeMode::SinceStart
                                     << QStringList{u"+0.000 000 s"_s, u"+0.001 000 s"_s, u"+0.002 000 s"_s};
    QTest::newRow("since the row before")
        << TimeMode::SinceBefore << QStringList{QString(), u"+0.001 000 s"_s, u"+0.001 000 s"_s};
}

void TestLogFilter::timeModes()
{
    QFETCH(TimeMode, mode);
    QFETCH(QStringList, times);
    open();
    m_log->setTimeMode(mode);
    for (int row = 0; row < times.size(); ++row)
        QCOMPARE(m_log->index(row, int(LogModel::Column::Time)).data().toString(), times[row]);
    QVERIFY(m_log->plainText(1, 1).startsWith(times[1]));
}

void TestLogFilter::timeBeforeIsThatOfTheRowShownAbove()
{
    open();
    m_log->setTimeMode(TimeMode::SinceBefore);
    m_log->setCriteria(received());
    QCOMPARE(m_log->row(0).time, QString());
    QCOMPARE(m_log->row(1).time, u"+0.002 000 s"_s);
    m_log->setTimeMode(TimeMode::SinceStart);
    QCOMPARE(m_log->row(0).time, u"+0.001 000 s"_s);
}

void TestLogFilter::annotationsAreShown()
{
    open();
    const QSignalSpy changed(m_log.get(), &LogModel::annotationsChanged);
    annotate(1, {true, u"greeting"_s});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_log->row(1).annotation, (Annotation{true, u"greeting"_s}));
    QVERIFY(m_log->accessibleText(1).endsWith(u"marked, note: greeting"_s));
    QVERIFY(m_log->plainText(1, 1).endsWith(u"\t★ greeting"_s));
    QVERIFY(m_log->wholeText(1, LogModel::Column::Text).endsWith(u"greeting"_s));
    annotate(1, {});
    QCOMPARE(m_log->row(1).annotation, Annotation());
    QVERIFY(m_log->plainText(1, 1).endsWith(u"one hel"_s));
}

void TestLogFilter::annotatedRowsAreFound()
{
    open();
    QCOMPARE(m_log->annotatedRow(-1, 1), -1);
    annotate(1, {true, {}});
    annotate(3, {true, {}});
    QCOMPARE(m_log->annotatedRow(-1, 1), 1);
    QCOMPARE(m_log->annotatedRow(1, 1), 3);
    QCOMPARE(m_log->annotatedRow(3, 1), -1);
    QCOMPARE(m_log->annotatedRow(4, -1), 3);
    QCOMPARE(m_log->annotatedRow(3, -1), 1);
    QCOMPARE(m_log->annotatedRow(1, -1), -1);
}

void TestLogFilter::wholeTextIsBounded()
{
    m_talk->open(1, 50001);
    m_talk->received(1, QByteArray(100'000, 'x'));
    m_log->setSource(m_talk->recording());
    QVERIFY(m_log->wholeText(1, LogModel::Column::Text).size() < 3000);
    QVERIFY(m_log->wholeText(1, LogModel::Column::Time).startsWith(u"20"_s));
}

QTEST_MAIN(TestLogFilter)
#include "tst_logfilter.moc"
