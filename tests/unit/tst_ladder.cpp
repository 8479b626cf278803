#include "lens/ladder.h"

#include "bench/bench.h"
#include "capturefixture.h"
#include "journalfixture.h"
#include "plainpeer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace swb;
using namespace swb::lens;
using namespace swb::journal;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = EventKind;

/// What the ladder makes of real conversations, and of recordings that hold what those seldom do.
class TestLadder : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void joinsBothEndsOfABench_data();
    void joinsBothEndsOfABench();
    void infersThePeerOfOneEnd();
    void tellsWhichSendsARead_data();
    void tellsWhichSendsARead();
    void foldsWhatAreTooManySendsForOneRead();
    void waitsForWhatIsNotReadYet();
    void leadsFromPageToPage();
    void drawsAnAcknowledgementOnlyWhereTheKernelToldOfIt();
    void drawsTheSynAsObservedOnlyWhereItWasSaved();
    void findsTheOtherEndAmongThoseWithItsAddresses();
    void keepsRowsWhereTheyAre();
    void showsACaptureAsSeenOnTheWire_data();
    void showsACaptureAsSeenOnTheWire();
    void mergesBursts_data();
    void mergesBursts();

private:
    using Act = void (*)(bench::Bench &bench, ConnectionId client, ConnectionId server);
    std::shared_ptr<const Recording> recorded(const QList<fixture::Record> &records);
    static QStringList rungs(Ladder &ladder);
    static QStringList crossings(Ladder &ladder);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

Q_DECLARE_METATYPE(QList<fixture::Record>)

void TestLadder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"talk.pcapng"_s);
}

std::shared_ptr<const Recording> TestLadder::recorded(const QList<fixture::Record> &records)
{
    if (!fixture::record(m_path, records))
        return nullptr;
    return *Recording::open(m_path);
}

/// "L sent 0+5": which end, what, and which bytes.
QStringList TestLadder::rungs(Ladder &ladder)
{
    QStringList lines;
    for (quint32 row = 0; row < ladder.rowCount(); ++row) {
        const Rung rung = ladder.rung(row);
        if (rung.kind == Rung::Kind::Handshake) {
            lines.append(u"handshake"_s);
            continue;
        }
        QString line = (rung.end == LadderEnd::Left ? u"L "_s : u"R "_s) + eventName(rung.event);
        if (rung.carriesBytes())
            line += u" %1+%2"_s.arg(rung.offset).arg(rung.size);
        lines.append(line);
    }
    return lines;
}

/// "> data 0..5 observed": from left to right, what, which bytes, and whence it is known; with the rows of
/// the ends that told of it.
QStringList TestLadder::crossings(Ladder &ladder)
{
    static const QStringList kinds{
        u"syn"_s, u"synack"_s, u"ack"_s, u"data"_s, u"dataack"_s, u"fin"_s, u"rst"_s};
    static const QStringList certainties{u"observed"_s, u"wire"_s, u"inferred"_s};
    QStringList lines;
    for (quint32 index = 0; index < ladder.pageCount(); ++index) {
        for (const Crossing &crossing : ladder.page(index).crossings) {
            QString line = (crossing.from == LadderEnd::Left ? u"> "_s : u"< "_s) + kinds[int(crossing.kind)];
            if (crossing.kind == Crossing::Kind::Data)
                line += u" %1..%2"_s.arg(crossing.begin).arg(crossing.end);
            line += u' ' + certainties[int(crossing.certainty)];
            const auto row = [](std::optional<quint32> number) {
                return number ? QString::number(*number) : u"?"_s;
            };
            if (crossing.kind >= Crossing::Kind::Data)
                line += u" %1-%2"_s.arg(row(crossing.fromRow), row(crossing.toRow));
            lines.append(line);
        }
    }
    return lines;
}

void TestLadder::joinsBothEndsOfABench_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QStringList>("left");
    QTest::addColumn<QStringList>("right");
    QTest::addColumn<QStringList>("crossing");
    const QStringList dialled{u"L connecting"_s, u"L opened"_s, u"L sent 0+5"_s, u"L received 0+5"_s};
    const QStringList served{u"R listening"_s, u"R opened"_s, u"R received 0+5"_s, u"R sent 0+5"_s};
    const QStringList talked{u"> syn inferred"_s, u"< synack inferred"_s, u"> ack inferred"_s,
        u"> data 0..5 observed"_s, u"< data 0..5 observed"_s};
    QTest::newRow("the client closes")
        << Act([](bench::Bench &bench, ConnectionId client, ConnectionId) { bench.close(client); })
        << (dialled + QStringList{u"L finished"_s, u"L peer-finished"_s, u"L closed"_s})
        << (served + QStringList{u"R peer-finished"_s, u"R finished"_s, u"R closed"_s})
        << (talked + QStringList{u"> fin observed"_s, u"< fin observed"_s});
    QTest::newRow("the server resets")
        << Act([](bench::Bench &bench, ConnectionId, ConnectionId server) { bench.reset(server); })
        << (dialled + QStringList{u"L reset"_s, u"L closed"_s})
        << (served + QStringList{u"R reset"_s, u"R closed"_s}) << (talked + QStringList{u"< rst observed"_s});
}

void TestLadder::joinsBothEndsOfABench()
{
    QFETCH(const Act, act);
    auto bench = std::make_unique<bench::Bench>();
    auto writer = *Writer::create(m_path);
    const std::shared_ptr<const Recording> recording = writer->recording();
    bench->setJournal(std::move(writer));
    bench::EndpointSpec server;
    server.port = 0;
    server.behaviour.echo = true;
    bench->start(EndpointId(1), server);
    bench::EndpointSpec client;
    client.role = bench::Role::TcpClient;
    client.port = bench->endpointStatus(EndpointId(1))->local.port;
    bench->start(EndpointId(2), client);
    QTRY_VERIFY(
        !bench->openConnections(EndpointId(1)).isEmpty() && !bench->openConnections(EndpointId(2)).isEmpty());
    const ConnectionId dialled = bench->openConnections(EndpointId(2)).constFirst();
    const ConnectionId accepted = bench->openConnections(EndpointId(1)).constFirst();
    QVERIFY(bench->send(dialled, "hello"));
    QTRY_COMPARE(bench->connectionStatus(dialled)->bytesReceived, 5u);
    act(*bench, dialled, accepted);
    QTRY_VERIFY(bench::isOver(bench->connectionStatus(dialled)->state));
    QTRY_VERIFY(bench::isOver(bench->connectionStatus(accepted)->state));
    bench.reset(); // what it recorded is with the kernel

    // Whichever end one looks from, it is the same ladder.
    for (const ConnectionId seen : {dialled, accepted}) {
        Ladder ladder(recording, seen);
        QCOMPARE(ladder.rows().ownEnd(), seen == dialled ? LadderEnd::Left : LadderEnd::Right);
        const QStringList all = rungs(ladder);
        QTEST(all.filter(u"L "_s), "left");
        QTEST(all.filter(u"R "_s), "right");
        QCOMPARE(all.count(u"handshake"_s), 1);
        QVERIFY(all.indexOf(u"handshake"_s) > all.indexOf(u"L connecting"_s));
        QVERIFY(all.indexOf(u"handshake"_s) < all.indexOf(u"L opened"_s));
        QStringList drawn = crossings(ladder);
        for (QString &line : drawn)
            line = line.left(line.lastIndexOf(u"ed"_s) + 2);
        drawn.sort();
        QFETCH(QStringList, crossing);
        crossing.sort();
        QCOMPARE(drawn, crossing);
    }
}

void TestLadder::infersThePeerOfOneEnd()
{
    auto bench = std::make_unique<bench::Bench>();
    auto writer = *Writer::create(m_path);
    const std::shared_ptr<const Recording> recording = writer->recording();
    bench->setJournal(std::move(writer));
    bench::EndpointSpec server;
    server.port = 0;
    server.behaviour.greeting = u"Welcome!"_s;
    bench->start(EndpointId(1), server);
    PlainPeer peer = PlainPeer::connectedTo(bench->endpointStatus(EndpointId(1))->local);
    QTRY_COMPARE(bench->openConnections(EndpointId(1)).size(), 1);
    const ConnectionId id = bench->openConnections(EndpointId(1)).constFirst();
    QVERIFY(peer.send("hi"));
    QTRY_COMPARE(bench->connectionStatus(id)->bytesReceived, 2u);
    QCOMPARE(*peer.receive(), "Welcome!");
    peer.finish();
    QTRY_VERIFY(bench::isOver(bench->connectionStatus(id)->state));
    bench.reset(); // what it recorded is with the kernel

    Ladder ladder(recording, id);
    QCOMPARE(ladder.rows().ownEnd(), LadderEnd::Right);
    QVERIFY(!ladder.rows().isTold(LadderEnd::Left));
    QCOMPARE(rungs(ladder),
        (QStringList{u"R listening"_s, u"handshake"_s, u"R opened"_s, u"R sent 0+8"_s, u"R received 0+2"_s,
            u"R peer-finished"_s, u"R finished"_s, u"R closed"_s}));
    QCOMPARE(ladder.rung(1).time, ladder.rung(2).time);
    QCOMPARE(ladder.start(), ladder.rung(2).time); // not when the server began to listen
    QCOMPARE(crossings(ladder),
        (QStringList{u"> syn inferred"_s, u"< synack inferred"_s, u"> ack inferred"_s,
            u"< data 0..8 inferred 3-?"_s, u"> data 0..2 inferred ?-4"_s, u"> fin inferred ?-5"_s,
            u"< fin inferred 6-?"_s}));
}

namespace {

const fixture::Talk client(1, "127.0.0.1:50001", "127.0.0.1:9090", 2);
const fixture::Talk server(2, "127.0.0.1:9090", "127.0.0.1:50001", 1);

/// Both ends opened: rows 0 to 2, with the handshake in row 0.
QList<fixture::Record> opened()
{
    return {client.opened(true), server.opened(false)};
}

} // namespace

void TestLadder::tellsWhichSendsARead_data()
{
    QTest::addColumn<QList<fixture::Record>>("records");
    QTest::addColumn<QStringList>("data");
    QTest::newRow("three sends, one read")
        << QList{client.sent("Michael"), client.sent("Tracy"), client.sent("Sarah"),
               server.received("MichaelTracySarah")}
        << QStringList{u"> data 0..7 observed 3-6"_s, u"> data 7..12 observed 4-6"_s,
               u"> data 12..17 observed 5-6"_s};
    QTest::newRow("one send, two reads")
        << QList{server.sent("Welcome!"), client.received("Wel"), client.received("come!")}
        << QStringList{u"< data 0..3 observed 3-4"_s, u"< data 3..8 observed 3-5"_s};
    QTest::newRow("reads cut where sends do not")
        << QList{client.sent("abc"), client.sent("def"), server.received("ab"), server.received("cdef")}
        << QStringList{
               u"> data 0..2 observed 3-5"_s, u"> data 2..3 observed 3-6"_s, u"> data 3..6 observed 4-6"_s};
    QTest::newRow("not all of it is read") << QList{client.sent("abcdef"),
        server.received("ab")} << QStringList{u"> data 2..6 inferred 3-?"_s, u"> data 0..2 observed 3-4"_s};
    QTest::newRow("read, and never sent as far as the recording goes") << QList{client.sent("a"),
        server.received("abc")} << QStringList{u"> data 0..1 observed 3-4"_s, u"> data 1..3 inferred ?-4"_s};
    QTest::newRow("an empty read") << QList{server.received("")} << QStringList{};
}

void TestLadder::tellsWhichSendsARead()
{
    QFETCH(const QList<fixture::Record>, records);
    Ladder ladder(recorded(opened() + records), ConnectionId(1));
    QTEST(crossings(ladder).filter(u" data "_s), "data");
}

void TestLadder::foldsWhatAreTooManySendsForOneRead()
{
    QList<fixture::Record> records = opened();
    for (int i = 0; i < 100; ++i)
        records << client.sent("x");
    records << server.received(QByteArray(100, 'x'));
    Ladder ladder(recorded(records), ConnectionId(1));
    const std::vector<Crossing> &all = ladder.page(0).crossings;
    QVERIFY(all.size() < 50);
    quint64 covered = 0;
    quint32 sends = 0;
    for (const Crossing &crossing : all) {
        if (crossing.kind != Crossing::Kind::Data)
            continue;
        QCOMPARE(crossing.begin, covered);
        covered = crossing.end;
        sends += crossing.sends;
    }
    QCOMPARE(covered, 100u);
    QCOMPARE(sends, 100u);
}

void TestLadder::waitsForWhatIsNotReadYet()
{
    auto writer = *Writer::create(m_path);
    fixture::appendAll(*writer, opened() << client.sent("hello"));
    QVERIFY(writer->commit());
    Ladder ladder(writer->recording(), ConnectionId(1));
    QCOMPARE(crossings(ladder).constLast(), u"> data 0..5 inferred 3-?"_s);
    QVERIFY(!ladder.page(0).isSettled);
    QCOMPARE(ladder.refresh(), 0u);
    fixture::appendAll(*writer, {server.received("hello")});
    QVERIFY(writer->commit());
    QCOMPARE(ladder.refresh(), 1u);
    QCOMPARE(crossings(ladder).constLast(), u"> data 0..5 observed 3-4"_s);
}

/// Many pages lie between a send and its read: each knows of the other.
void TestLadder::leadsFromPageToPage()
{
    QList<fixture::Record> records = opened();
    for (quint32 i = 0; i < 3 * Ladder::PageRows; ++i)
        records << client.sent("x");
    for (quint32 i = 0; i < 3 * Ladder::PageRows; ++i)
        records << server.received("x");
    Ladder ladder(recorded(records), ConnectionId(2));
    QCOMPARE(ladder.rowCount(), 3 + 6 * Ladder::PageRows);
    const quint32 send = 10;
    const quint32 read = send + 3 * Ladder::PageRows;
    const auto joins = [&](quint32 row) {
        const LadderPage &page = ladder.page(row / Ladder::PageRows);
        return std::any_of(page.crossings.begin(), page.crossings.end(),
            [&](const Crossing &crossing) { return crossing.fromRow == send && crossing.toRow == read; });
    };
    QVERIFY(joins(send));
    QVERIFY(joins(read));
    for (quint32 row = 0; row < ladder.rowCount(); row += 97) {
        const LadderRows::Row there = ladder.rows().row(row);
        QCOMPARE(there.isHandshake ? row : *ladder.rows().rowOf(there.seq), row);
    }
}

void TestLadder::drawsAnAcknowledgementOnlyWhereTheKernelToldOfIt()
{
    const QList<fixture::Record> records = opened()
        << client.sent("abc") << client.sent("def") << server.received("abcdef");
    const auto recording = recorded(records);
    Ladder ladder(recording, ConnectionId(1));
    QVERIFY(crossings(ladder).filter(u"dataack"_s).isEmpty());

    const Timestamp when = records[3].event.time + 34us;
    LadderEvidence evidence;
    evidence.sends[size_t(LadderEnd::Left)] = {
        {3, records[2].event.time + 17us, std::nullopt}, {6, {}, when}};
    ladder.setEvidence(evidence);
    QCOMPARE(crossings(ladder).filter(u"dataack"_s), QStringList{u"< dataack observed ?-4"_s});
    QVERIFY(!ladder.rung(3).acknowledged); // it went out, and more is not known
    QCOMPARE(ladder.rung(4).acknowledged, when);
    QCOMPARE(ladder.rung(5).acknowledged, std::nullopt);
}

void TestLadder::drawsTheSynAsObservedOnlyWhereItWasSaved()
{
    const auto recording = recorded(opened());
    LadderEvidence evidence;
    evidence.synSaved = true;
    Ladder ladder(recording, ConnectionId(1), evidence);
    QCOMPARE(
        crossings(ladder), (QStringList{u"> syn observed"_s, u"< synack inferred"_s, u"> ack inferred"_s}));
}

void TestLadder::findsTheOtherEndAmongThoseWithItsAddresses()
{
    const fixture::Talk laterClient(3, "127.0.0.1:50001", "127.0.0.1:9090", 2);
    const fixture::Talk laterServer(4, "127.0.0.1:9090", "127.0.0.1:50001", 1);
    const fixture::Talk other(5, "127.0.0.1:9090", "127.0.0.1:50002", 1);
    const auto recording =
        recorded(opened() << other.opened(false) << laterClient.opened(true) << laterServer.opened(false));
    QCOMPARE(twinOf(*recording, ConnectionId(1)), ConnectionId(2));
    QCOMPARE(twinOf(*recording, ConnectionId(4)), ConnectionId(3));
    QCOMPARE(twinOf(*recording, ConnectionId(5)), std::nullopt);
    QCOMPARE(twinOf(*recording, ConnectionId(9)), std::nullopt);
}

/// Rows that are here keep their numbers, however the recording grows.
void TestLadder::keepsRowsWhereTheyAre()
{
    auto writer = *Writer::create(m_path);
    fixture::appendAll(*writer, opened());
    QVERIFY(writer->commit());
    Ladder ladder(writer->recording(), ConnectionId(2));
    QStringList before = rungs(ladder);
    for (int i = 0; i < 1500; ++i) {
        fixture::appendAll(*writer,
            {i % 3 == 0          ? client.sent("ab")
                    : i % 3 == 1 ? server.received("ab")
                                 : server.sent("c")});
        if (i % 100 != 0)
            continue;
        QVERIFY(writer->commit());
        ladder.refresh();
        const QStringList now = rungs(ladder);
        QCOMPARE(now.first(before.size()), before);
        before = now;
    }
    QVERIFY(before.size() > 1400);
}

void TestLadder::showsACaptureAsSeenOnTheWire_data()
{
    QTest::addColumn<bool>("fromItsBeginning");
    QTest::addColumn<QStringList>("rung");
    QTest::addColumn<QStringList>("crossing");
    const QStringList talk{u"> data 0..2 wire 2-?"_s, u"> fin wire 3-?"_s};
    QTest::newRow("whole") << true
                           << QStringList{u"L connecting"_s, u"L opened"_s, u"L sent 0+2"_s, u"L finished"_s}
                           << (QStringList{u"> syn wire"_s, u"< synack wire"_s} + talk);
    QTest::newRow("without its beginning")
        << false << QStringList{u"L opened"_s, u"L gap"_s, u"L sent 0+2"_s, u"L finished"_s} << talk;
}

void TestLadder::showsACaptureAsSeenOnTheWire()
{
    namespace made = capture::fixture;
    QFETCH(const bool, fromItsBeginning);
    using capture::Ack, capture::Fin, capture::Syn;
    QList<QByteArray> packets;
    if (fromItsBeginning) {
        packets << made::ipv4(1, 2, 6, made::tcp(50001, 80, 1000, Syn, {}))
                << made::ipv4(2, 1, 6, made::tcp(80, 50001, 7000, Syn | Ack, {}, 1001));
    }
    packets << made::ipv4(1, 2, 6, made::tcp(50001, 80, 1001, Ack, "hi", 7001))
            << made::ipv4(1, 2, 6, made::tcp(50001, 80, 1003, Ack | Fin, {}, 7001));
    QVERIFY(fixture::putContents(m_path, made::pcap(packets)));
    const auto recording = Recording::open(m_path);
    QVERIFY(recording);
    Ladder ladder(*recording, ConnectionId(1));
    QTEST(rungs(ladder), "rung");
    QTEST(crossings(ladder), "crossing");
}

void TestLadder::mergesBursts_data()
{
    QTest::addColumn<QList<fixture::Record>>("records");
    QTest::addColumn<qint64>("within");
    QTest::addColumn<bool>("acrossTurns");
    QTest::addColumn<QList<int>>("sizes"); // behind the three rows of the beginning
    QList<fixture::Record> sends;
    for (int i = 0; i < 20; ++i)
        sends << client.sent("ab"); // a microsecond apart
    QList<fixture::Record> turns;
    for (int i = 0; i < 5; ++i)
        turns << client.sent("a") << server.received("a") << server.sent("b") << client.received("b");
    QTest::newRow("far apart at this scale") << sends << qint64(500) << false << QList<int>(20, 1);
    QTest::newRow("all in one") << sends << qint64(1000) << false << QList<int>{20};
    QTest::newRow("too few to merge") << sends.first(7) << qint64(1000) << false << QList<int>(7, 1);
    QTest::newRow("turns stay apart") << turns << qint64(1000) << false << QList<int>(20, 1);
    QTest::newRow("unless looked at from afar") << turns << qint64(1000) << true << QList<int>{20};
    QTest::newRow("never") << sends << qint64(0) << true << QList<int>(20, 1);
    QTest::newRow("what carries no bytes parts them")
        << (sends.first(10) << server.make(Kind::ReadingStopped)) + sends.first(10) << qint64(1'000'000)
        << false << QList<int>{10, 1, 10};
}

void TestLadder::mergesBursts()
{
    QFETCH(const QList<fixture::Record>, records);
    QFETCH(const qint64, within);
    QFETCH(const bool, acrossTurns);
    Ladder ladder(recorded(opened() + records), ConnectionId(1));
    const auto blocks = blocksOf(ladder.page(0), {std::chrono::nanoseconds(within), acrossTurns});
    QList<int> sizes;
    quint32 next = 0;
    for (const LadderBlock &block : blocks) {
        QCOMPARE(block.firstRow, next);
        next = block.endRow;
        sizes.append(int(block.endRow - block.firstRow));
    }
    QCOMPARE(next, ladder.rowCount());
    QTEST(sizes.mid(3), "sizes");
    const auto burst =
        std::find_if(blocks.begin(), blocks.end(), [](const LadderBlock &b) { return b.isBurst(); });
    if (burst != blocks.end() && !acrossTurns)
        QCOMPARE(burst->flows[0].sentBytes, 2 * quint64(burst->flows[0].sends));
    if (burst != blocks.end() && acrossTurns)
        QCOMPARE(burst->flows[1], (LadderBlock::Flow{5, 5, 5, 5}));
}

QTEST_GUILESS_MAIN(TestLadder)
#include "tst_ladder.moc"
