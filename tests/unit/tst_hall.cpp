#include "bench/benchthread.h"
#include "kernel/sockdiag.h"
#include "kernelsockets.h"
#include "lens/hall.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace swb;
using namespace swb::bench;
using namespace swb::lens;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kernel::FactId;
using kernel::SocketRow;
using kernel::TcpState;

/// Who stands around a listener.
class HallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_hall = {};
        m_looks = 0;
        m_local = {};
        m_state = EndpointState::NotStarted;
        m_open = 0;
        m_bench = std::make_unique<BenchThread>();
        connect(m_bench.get(), &BenchThread::changed, this, &HallTest::apply);
    }
    void cleanup() { m_bench.reset(); }

    void sixClientsOfABacklogOfThree()
    {
        listenPaused();
        std::vector<PlainPeer> guests;
        for (int i = 0; i < 6; ++i)
            guests.push_back(kernelsockets::knock(m_local));
        QTRY_COMPARE(m_hall.waiting.size(), 4);
        QTRY_COMPARE(m_hall.knocking.size(), 2);
        QCOMPARE(m_hall.handshakes.size(), 0);
        QCOMPARE(m_hall.served.size(), 0);
        QCOMPARE(m_hall.queue, 4);
        QCOMPARE(m_hall.limit, 3);
        QCOMPARE(m_hall.places(), 4);
        QVERIFY(m_hall.complete);
        QVERIFY(m_hall.overflows >= 2);
        for (int i = 0; i < 6; ++i) // who came first is in
            QCOMPARE(contains(m_hall.waiting, guests[size_t(i)]), i < 4);
        QCOMPARE(m_hall.waiting.first().unread, 0);
        QTRY_VERIFY(m_hall.knocking.first().tries > 0); // the first SYN again is due after a second
    }

    void oneIsAcceptedWhileAcceptingIsPaused()
    {
        listenPaused();
        std::vector<PlainPeer> guests;
        for (int i = 0; i < 3; ++i)
            guests.push_back(kernelsockets::knock(m_local));
        QTRY_COMPARE(m_hall.waiting.size(), 3);
        QVERIFY(guests[0].send("Hello"));
        QTRY_VERIFY(std::any_of(m_hall.waiting.cbegin(), m_hall.waiting.cend(),
            [](const HallGuest &guest) { return guest.unread == 5; }));
        m_bench->acceptOne(m_endpoint);
        QTRY_COMPARE(m_hall.served.size(), 1);
        QCOMPARE(m_open, 1);
        QVERIFY(contains(m_hall.served, guests[0])); // first come, first served
        QCOMPARE(m_hall.waiting.size(), 2);
        QCOMPARE(m_state, EndpointState::AcceptingPaused);
        m_bench->pauseAccepting(m_endpoint, false);
        QTRY_COMPARE(m_hall.served.size(), 3);
        QVERIFY(m_hall.waiting.isEmpty());
        m_bench->acceptOne(m_endpoint); // not paused: nothing to be done by hand
        QTRY_COMPARE(m_open, 3);
    }

    void theyWaitSinceTheyWereSeenFirst()
    {
        listenPaused();
        PlainPeer guest = kernelsockets::knock(m_local);
        QTRY_COMPARE(m_hall.waiting.size(), 1);
        const Timestamp since = m_hall.waiting.first().since;
        QVERIFY(guest.send("x")); // its last acknowledgement is younger now
        QTRY_COMPARE(m_hall.waiting.first().unread, 1);
        QCOMPARE(m_hall.waiting.first().since, since);
        guest.close();
        QTRY_VERIFY(m_hall.waiting.first().hasFinished);
    }

    void nobodyIsLookedForOnceNobodyLooks()
    {
        listenPaused();
        QTRY_VERIFY(m_looks >= 2);
        m_bench->watch({});
        m_bench->pauseAccepting(m_endpoint, false);
        QTRY_COMPARE(m_state, EndpointState::Listening); // whatever was under way has come
        const int looks = m_looks;
        PlainPeer client = PlainPeer::connectedTo(m_local);
        QTRY_COMPARE(m_open, 1);
        QVERIFY(m_looks <= looks + 1);
    }

    void rowsOfOthersAreLeftOut_data()
    {
        QTest::addColumn<TcpState>("state");
        QTest::addColumn<QString>("local");
        QTest::addColumn<QString>("peer");
        QTest::addColumn<int>("inode");
        QTest::addColumn<QString>("room");
        const QString server = u"127.0.0.1:9000"_s;
        const QString client = u"127.0.0.1:40000"_s;
        QTest::newRow("knocking") << TcpState::SynSent << client << server << 7 << u"knocking"_s;
        QTest::newRow("knocking elsewhere")
            << TcpState::SynSent << client << u"10.0.0.1:9000"_s << 7 << u""_s;
        QTest::newRow("handshake") << TcpState::SynReceived << server << client << 0 << u"handshakes"_s;
        QTest::newRow("waiting") << TcpState::Established << server << client << 0 << u"waiting"_s;
        QTest::newRow("waiting, finished") << TcpState::CloseWait << server << client << 0 << u"waiting"_s;
        QTest::newRow("served") << TcpState::Established << server << client << 7 << u"served"_s;
        QTest::newRow("closed here") << TcpState::FinWait2 << server << client << 0 << u""_s;
        QTest::newRow("the client's end") << TcpState::Established << client << server << 7 << u""_s;
        QTest::newRow("another address")
            << TcpState::Established << u"127.0.0.2:9000"_s << client << 7 << u""_s;
    }
    void rowsOfOthersAreLeftOut()
    {
        QFETCH(TcpState, state);
        QFETCH(QString, local);
        QFETCH(QString, peer);
        QFETCH(int, inode);
        QFETCH(QString, room);
        SocketRow row;
        row.local = *SocketAddress::parse(local);
        row.peer = *SocketAddress::parse(peer);
        row.facts.set(FactId::State, qint64(state));
        row.facts.set(FactId::Inode, qint64(inode));
        HallSample sample;
        sample.listener = *SocketAddress::parse(u"127.0.0.1:9000");
        sample.rows = {row};
        const Hall hall = hallOf(sample, {});
        QCOMPARE(hall.knocking.size(), qsizetype(room == u"knocking"));
        QCOMPARE(hall.handshakes.size(), qsizetype(room == u"handshakes"));
        QCOMPARE(hall.waiting.size(), qsizetype(room == u"waiting"));
        QCOMPARE(hall.served.size(), qsizetype(room == u"served"));
    }

    void whoIsSeenFromBothEndsCountsOnce()
    {
        SocketRow server;
        server.local = *SocketAddress::parse(u"127.0.0.1:9000");
        server.peer = *SocketAddress::parse(u"127.0.0.1:40000");
        server.facts.set(FactId::State, qint64(TcpState::SynReceived));
        SocketRow client = server;
        std::swap(client.local, client.peer);
        client.facts.set(FactId::State, qint64(TcpState::SynSent));
        HallSample sample;
        sample.listener = server.local;
        sample.rows = {client, server};
        const Hall hall = hallOf(sample, {});
        QCOMPARE(hall.handshakes.size(), 1);
        QVERIFY(hall.knocking.isEmpty());
    }

    void theKernelPicksOutOnePort()
    {
        using kernelsockets::Pair;
        const Pair wanted = Pair::connected();
        const Pair other = Pair::connected();
        auto table = kernel::SockDiag::open();
        QVERIFY(bool(table));
        const auto around = table->dumpAround(wanted.listener.address().port);
        QVERIFY(bool(around));
        QVERIFY(around->complete);
        QCOMPARE(around->rows.size(), 3); // listener, client, server
        for (const SocketRow &row : around->rows)
            QVERIFY(row.local.port == wanted.listener.address().port
                || row.peer.port == wanted.listener.address().port);
    }

private:
    static bool contains(const QList<HallGuest> &room, const PlainPeer &client)
    {
        return std::any_of(room.cbegin(), room.cend(),
            [&](const HallGuest &guest) { return guest.address == client.address(); });
    }

    void listenPaused()
    {
        EndpointSpec spec;
        spec.address = u"127.0.0.1"_s;
        spec.port = 0;
        spec.backlog = 3;
        m_endpoint = m_bench->start(spec);
        m_bench->pauseAccepting(m_endpoint, true);
        [this] { QTRY_COMPARE(m_state, EndpointState::AcceptingPaused); }();
        m_bench->watch({{}, {}, {}, 20ms, {m_endpoint}});
    }

    void apply()
    {
        const Changes changes = m_bench->takeChanges();
        for (const EndpointStatus &status : changes.endpoints) {
            m_local = status.local;
            m_state = status.state;
            m_open = status.openConnections;
        }
        for (const HallSample &sample : changes.hallSamples) {
            m_hall = hallOf(sample, m_hall);
            ++m_looks;
        }
    }

    std::unique_ptr<BenchThread> m_bench;
    EndpointId m_endpoint;
    SocketAddress m_local;
    EndpointState m_state = EndpointState::NotStarted;
    int m_open = 0;
    int m_looks = 0;
    Hall m_hall;
};

QTEST_GUILESS_MAIN(HallTest)
#include "tst_hall.moc"
