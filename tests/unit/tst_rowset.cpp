#include "journal/annotator.h"
#include "journal/rowset.h"
#include "journalfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace swb;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(swb::journal::Criteria)
Q_DECLARE_METATYPE(swb::journal::RowFilter)

/// Which rows pass, alone and together, while the recording grows.
class TestRowSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void criteria_data();
    void criteria();
    void timesThatStepBackAreLookedAt();
    void growsWithTheRecording_data();
    void growsWithTheRecording();
    void marksComeAndGo();
    void aMatchThatCouldGrowIsTentative();
    void aRowThatPassesForGoodOutlivesATentativeMatch();
    void changesLeadFromOneToTheOther();
    void stopsWhenItIsToldTo();
    void tellsItsProgressOverAMillionEvents();

private:
    /// Rows 0–10 of two connections of two endpoints.
    QList<Record> talk() const;
    std::shared_ptr<const Recording> start(const QList<Record> &records);
    QList<quint32> passing(const RowFilter &scope, const Criteria &criteria);
    static QList<quint32> numbers(const RowSet &set);
    static RowSieve::Status sift(RowSieve &sieve, RowSet &set);
    static Criteria looking(const char *literal);
    static Timestamp timeOf(const Recording &recording, quint32 seq)
    {
        return recording.event(EventSeq(seq))->time;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Writer> m_writer;
    Talk m_server{1, "127.0.0.1:9090", "127.0.0.1:50001", 1};
    Talk m_client{2, "127.0.0.1:50002", "127.0.0.1:80", 2};
    Talk m_endpoint{0, "127.0.0.1:9090", "0.0.0.0:0", 1};
};

void TestRowSet::init()
{
    m_writer.reset();
    m_folder = std::make_unique<QTemporaryDir>();
}

QList<Record> TestRowSet::talk() const
{
    QList<Record> list;
    list << m_endpoint.make(EventKind::Listening); // 0
    list << m_server.opened(false) << m_client.opened(true); // 1, 2
    list << m_server.received("one hel") << m_client.sent("two") << m_server.received("lo"); // 3, 4, 5
    list << m_server.sent("hello") << m_client.make(EventKind::PeerFinished); // 6, 7
    list << m_server.failed(EventKind::ResetByPeer, {FailureKind::ResetByPeer, 104, {}}); // 8
    list << m_endpoint.failed(EventKind::AcceptingPaused, {FailureKind::DescriptorsExhausted, 24, {}}); // 9
    list << m_endpoint.make(EventKind::AcceptingPaused); // 10
    return list;
}

std::shared_ptr<const Recording> TestRowSet::start(const QList<Record> &records)
{
    m_writer = *Writer::create(m_folder->filePath(u"talk.pcapng"_s));
    appendAll(*m_writer, records);
    m_writer->commit();
    return m_writer->recording();
}

RowSieve::Status TestRowSet::sift(RowSieve &sieve, RowSet &set)
{
    const std::atomic_bool never = false;
    return sieve.advance(
        [&](RowSieve::Batch &&batch) {
            for (const RowSet::Change &change : set.changesFor(batch))
                set.make(change);
        },
        never);
}

QList<quint32> TestRowSet::numbers(const RowSet &set)
{
    QList<quint32> list;
    for (quint32 row = 0; row < set.count(); ++row)
        list.append(set.at(row).value);
    return list;
}

QList<quint32> TestRowSet::passing(const RowFilter &scope, const Criteria &criteria)
{
    RowSieve sieve(m_writer->recording(), scope, criteria);
    RowSet set;
    return sift(sieve, set) == RowSieve::Status::UpToDate ? numbers(set) : QList<quint32>{404};
}

Criteria TestRowSet::looking(const char *literal)
{
    Criteria criteria;
    criteria.patterns.usual = Pattern::literal(literal);
    return criteria;
}

void TestRowSet::criteria_data()
{
    QTest::addColumn<RowFilter>("scope");
    QTest::addColumn<Criteria>("criteria");
    QTest::addColumn<QList<quint32>>("rows");
    const RowFilter all;
    const RowFilter server{EndpointId(1), {}};
    const auto row = [](const char *name, const RowFilter &scope, const QList<quint32> &rows, auto &&change) {
        Criteria criteria;
        change(criteria);
        QTest::newRow(name) << scope << criteria << rows;
    };
    using Direction = Criteria::Direction;
    row("nothing set", all, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, [](Criteria &) {});
    row("received", all, {3, 5, 7, 8}, [](Criteria &c) { c.direction = Direction::Received; });
    row("sent", all, {4, 6}, [](Criteria &c) { c.direction = Direction::Sent; });
    row("data", all, {3, 4, 5, 6}, [](Criteria &c) { c.lifecycle = c.errors = false; });
    row("lifecycle", all, {0, 1, 2, 7, 10}, [](Criteria &c) { c.data = c.errors = false; });
    row("errors", all, {8, 9}, [](Criteria &c) { c.data = c.lifecycle = false; });
    row("no kind", all, {}, [](Criteria &c) { c.data = c.lifecycle = c.errors = false; });
    row("a connection", all, {2, 4, 7}, [](Criteria &c) { c.connections = {{2, 2}}; });
    row("connections", all, {1, 2, 3, 4, 5, 6, 7, 8}, [](Criteria &c) { c.connections = {{1, 1}, {2, 9}}; });
    row("no such connection", all, {}, [](Criteria &c) { c.connections = {{3, 9}}; });
    row("an endpoint's errors", server, {8, 9}, [](Criteria &c) { c.data = c.lifecycle = false; });
    row("pattern across rows", all, {3, 5, 6}, [](Criteria &c) { c.patterns = looking("hello").patterns; });
    row("pattern in one direction", all, {6}, [](Criteria &c) {
        c.patterns = looking("hello").patterns;
        c.direction = Direction::Sent;
    });
    row("pattern in another endpoint", RowFilter{EndpointId(2), {}}, {},
        [](Criteria &c) { c.patterns = looking("hello").patterns; });
    row("pattern in a connection of its own", all, {4}, [](Criteria &c) {
        c.patterns = looking("hello").patterns;
        c.patterns.own = {{ConnectionId(1), Pattern()}, {ConnectionId(2), Pattern::literal("wo")}};
    });
    row("expression", all, {4, 5, 6},
        [](Criteria &c) { c.patterns.usual = std::get<Pattern>(Pattern::expression("t?[wl]o")); });
    row("everything at once", server, {6}, [](Criteria &c) {
        c.patterns = looking("o").patterns;
        c.direction = Direction::Sent;
        c.lifecycle = false;
        c.connections = {{1, 1}};
    });
}

void TestRowSet::criteria()
{
    QFETCH(RowFilter, scope);
    QFETCH(Criteria, criteria);
    QFETCH(QList<quint32>, rows);
    const auto recording = start(talk());
    QCOMPARE(passing(scope, criteria), rows);

    Criteria timed = criteria;
    timed.from = timeOf(*recording, 4);
    timed.to = timeOf(*recording, 7);
    rows.removeIf([](quint32 row) { return row < 4 || row > 7; });
    QCOMPARE(passing(scope, timed), rows);
}

void TestRowSet::timesThatStepBackAreLookedAt()
{
    QList<Record> records = talk();
    std::swap(records[4].event.time, records[6].event.time);
    const auto recording = start(records);
    QVERIFY(!recording->timesAscend());
    Criteria criteria;
    criteria.to = timeOf(*recording, 5);
    QCOMPARE(passing({}, criteria), (QList<quint32>{0, 1, 2, 3, 5, 6}));
}

void TestRowSet::growsWithTheRecording_data()
{
    QTest::addColumn<Criteria>("criteria");
    QTest::addColumn<QList<quint32>>("before");
    QTest::addColumn<QList<quint32>>("after");
    Criteria received;
    received.direction = Criteria::Direction::Received;
    QTest::newRow("direction") << received << QList<quint32>{3} << QList<quint32>{3, 5, 7, 8};
    // The row before passes only once the rest of the match has come.
    QTest::newRow("pattern") << looking("hello") << QList<quint32>{} << QList<quint32>{3, 5, 6};
}

void TestRowSet::growsWithTheRecording()
{
    QFETCH(Criteria, criteria);
    QFETCH(QList<quint32>, before);
    QFETCH(QList<quint32>, after);
    const auto recording = start(talk().first(5));
    RowSieve sieve(recording, {}, criteria);
    RowSet set;
    QCOMPARE(sift(sieve, set), RowSieve::Status::UpToDate);
    QCOMPARE(numbers(set), before);
    appendAll(*m_writer, talk().sliced(5));
    QVERIFY(m_writer->commit());
    QCOMPARE(sift(sieve, set), RowSieve::Status::UpToDate);
    QCOMPARE(numbers(set), after);
}

void TestRowSet::marksComeAndGo()
{
    const auto recording = start(talk());
    const auto say = [&](quint32 seq, const Annotation &annotation) {
        m_writer->append(*annotationEvent(*recording, EventSeq(seq), annotation, {}), {});
        QVERIFY(m_writer->commit());
    };
    Criteria criteria;
    criteria.annotatedOnly = true;
    RowSieve all(recording, {}, criteria);
    RowSieve server(recording, {EndpointId(1), {}}, criteria);
    criteria.patterns = looking("hello").patterns;
    RowSieve greeting(recording, {}, criteria);
    RowSet inAll;
    RowSet inServer;
    RowSet inGreeting;
    const auto look = [&] {
        sift(all, inAll);
        sift(server, inServer);
        sift(greeting, inGreeting);
    };
    say(4, {true, {}});
    say(6, {false, u"a note counts, too"_s});
    say(0, {true, {}});
    look();
    QCOMPARE(numbers(inAll), (QList<quint32>{0, 4, 6}));
    QCOMPARE(numbers(inServer), (QList<quint32>{0, 6}));
    QCOMPARE(numbers(inGreeting), QList<quint32>{6});
    say(6, {});
    say(3, {true, {}});
    look();
    QCOMPARE(numbers(inAll), (QList<quint32>{0, 3, 4}));
    QCOMPARE(numbers(inServer), (QList<quint32>{0, 3}));
    QCOMPARE(numbers(inGreeting), QList<quint32>{3});
}

void TestRowSet::aMatchThatCouldGrowIsTentative()
{
    const auto recording = start({m_server.opened(false), m_server.received("ab")});
    Criteria criteria;
    criteria.patterns.usual = std::get<Pattern>(Pattern::expression("ab(?!c)"));
    RowSieve sieve(recording, {}, criteria);
    RowSet set;
    sift(sieve, set);
    QCOMPARE(numbers(set), QList<quint32>{1});
    appendAll(*m_writer, {m_server.received("c")});
    QVERIFY(m_writer->commit());
    sift(sieve, set);
    QCOMPARE(numbers(set), QList<quint32>{});
}

void TestRowSet::aRowThatPassesForGoodOutlivesATentativeMatch()
{
    RowSet set;
    const auto take = [&](const std::vector<EventSeq> &rows, const std::vector<EventSeq> &tentative) {
        for (const RowSet::Change &change : set.changesFor({rows, tentative, 0, 0}))
            set.make(change);
    };
    take({EventSeq(3)}, {EventSeq(3), EventSeq(4)});
    take({}, {});
    QCOMPARE(numbers(set), QList<quint32>{3});
    take({}, {EventSeq(3), EventSeq(5)});
    take({EventSeq(5)}, {});
    QCOMPARE(numbers(set), (QList<quint32>{3, 5}));
}

void TestRowSet::changesLeadFromOneToTheOther()
{
    RowSet set;
    const auto take = [&](const std::vector<EventSeq> &rows, const std::vector<EventSeq> &tentative) {
        const auto changes = set.changesFor({rows, tentative, 0, 0});
        for (const RowSet::Change &change : changes) {
            QVERIFY(change.first + (change.comes ? 0 : change.rows.size()) <= set.count());
            set.make(change);
        }
    };
    take({EventSeq(1), EventSeq(2), EventSeq(8)}, {EventSeq(9), EventSeq(10), EventSeq(12)});
    QCOMPARE(numbers(set), (QList<quint32>{1, 2, 8, 9, 10, 12}));
    take({EventSeq(0), EventSeq(5), EventSeq(10)}, {EventSeq(11), EventSeq(13)});
    QCOMPARE(numbers(set), (QList<quint32>{0, 1, 2, 5, 8, 10, 11, 13}));
    QVERIFY(set.changesFor({{EventSeq(5)}, {EventSeq(11), EventSeq(13)}, 0, 0}).empty());
}

void TestRowSet::stopsWhenItIsToldTo()
{
    start(talk());
    const std::atomic_bool cancelled = true;
    for (const Criteria &criteria : {Criteria(), looking("hello")}) {
        RowSieve sieve(m_writer->recording(), {}, criteria);
        QCOMPARE(sieve.advance([](RowSieve::Batch &&) { QFAIL("a batch"); }, cancelled),
            RowSieve::Status::Cancelled);
    }
}

void TestRowSet::tellsItsProgressOverAMillionEvents()
{
    constexpr quint32 total = 1'000'000;
    start({m_server.opened(false)});
    const Record received = m_server.received("ping");
    const Record sent = m_server.sent("pong");
    for (quint32 i = 1; i < total; ++i) {
        const Record &record = i % 4 == 0 ? received : sent;
        m_writer->append(record.event, record.bytes);
    }
    QVERIFY(m_writer->commit());

    Criteria criteria;
    criteria.direction = Criteria::Direction::Received;
    RowSieve sieve(m_writer->recording(), {}, criteria);
    RowSet set;
    quint64 done = 0;
    const std::atomic_bool never = false;
    sieve.advance(
        [&](RowSieve::Batch &&batch) {
            QVERIFY(batch.done >= done && batch.done <= batch.total);
            QCOMPARE(batch.total, total);
            done = batch.done;
            for (const RowSet::Change &change : set.changesFor(batch))
                set.make(change);
        },
        never);
    QCOMPARE(done, total);
    QCOMPARE(set.count(), total / 4 - 1);
    QCOMPARE(set.at(0), EventSeq(4));
    QCOMPARE(set.at(set.count() - 1), EventSeq(total - 4));
}

QTEST_GUILESS_MAIN(TestRowSet)
#include "tst_rowset.moc"
