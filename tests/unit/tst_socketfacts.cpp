#include "kernel/socketfacts.h"
#include "kernel/tcpstate.h"
#include "kernelsockets.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <netinet/tcp.h>

using namespace swb::kernel;
using namespace Qt::StringLiterals;
using kernelsockets::Pair;

namespace {

/// A system without some of the calls.
class MissingCalls : public SocketCalls
{
public:
    explicit MissingCalls(QList<int> options, bool controls = false)
        : m_options(std::move(options))
        , m_controls(controls)
    {
    }
    std::optional<QByteArray> option(int descriptor, int level, int name, int size) const override
    {
        const bool missing = m_options.contains(name) || m_options.contains(-1);
        return missing ? std::nullopt : SocketCalls::option(descriptor, level, name, size);
    }
    std::optional<int> control(int descriptor, unsigned long request) const override
    {
        return m_controls ? std::nullopt : SocketCalls::control(descriptor, request);
    }

private:
    QList<int> m_options;
    bool m_controls;
};

/// `name:123` or `name:0.5` in a line of ss.
double numberIn(const QByteArray &line, const QString &name)
{
    const QRegularExpression pattern(u"[ (]%1:([0-9.]+)"_s.arg(name));
    const auto match = pattern.match(QString::fromLatin1(line));
    return match.hasMatch() ? match.captured(1).toDouble() : -1;
}

bool isSettled(int client, int server)
{
    const Facts a = readTcp(client);
    const Facts b = readTcp(server);
    return a.value(FactId::UnackedBytes) == 0 && b.value(FactId::UnackedBytes) == 0;
}

} // namespace

class SocketFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCountsAreThoseOfTheBytesExchanged()
    {
        Pair pair = Pair::connected();
        QVERIFY(pair.client.send("Hello Server"));
        QVERIFY(pair.server.send("reply"));
        QTRY_COMPARE(readTcp(pair.client.get()).value(FactId::UnreadBytes), 5);
        const Facts client = readTcp(pair.client.get());
        const Facts server = readTcp(pair.server.get());
        QCOMPARE(client.value(FactId::State), qint64(TcpState::Established));
        QCOMPARE(client.value(FactId::BytesSent), 12);
        QCOMPARE(client.value(FactId::BytesAcked), 12);
        QCOMPARE(client.value(FactId::BytesReceived), 5);
        QCOMPARE(client.value(FactId::AckedSequence), 13); // who dialled has sent the SYN
        QCOMPARE(server.value(FactId::BytesAcked), 5);
        QCOMPARE(server.value(FactId::AckedSequence), 5);
        QCOMPARE(server.value(FactId::UnreadBytes), 12);
        QCOMPARE(server.value(FactId::DataSegmentsIn), 1);
        QVERIFY(client.value(FactId::LastDataSent).has_value());
    }

    void beforeAnythingWasSentNothingIsSaidAboutIt()
    {
        const Pair pair = Pair::connected();
        const Facts facts = readTcp(pair.server.get());
        QVERIFY(facts.wasAsked(FactId::LastDataSent) && !facts.isGiven(FactId::LastDataSent));
        QVERIFY(facts.wasAsked(FactId::LastDataReceived) && !facts.isGiven(FactId::LastDataReceived));
        QCOMPARE(facts.value(FactId::BytesAcked), 0);
    }

    void finsAreNoBytes()
    {
        Pair pair = Pair::connected();
        QVERIFY(pair.client.send("Hello Server"));
        pair.client.finish();
        QTRY_COMPARE(readTcp(pair.client.get()).value(FactId::State), qint64(TcpState::FinWait2));
        const Facts client = readTcp(pair.client.get());
        const Facts server = readTcp(pair.server.get());
        QCOMPARE(client.value(FactId::BytesAcked), 12);
        QCOMPARE(server.value(FactId::State), qint64(TcpState::CloseWait));
        QCOMPARE(server.value(FactId::BytesReceived), 12);
        QCOMPARE(server.value(FactId::UnreadBytes), 12);
    }

    void aStalledTransferAddsUpToTheByteAtAnyMoment()
    {
        Pair pair = Pair::connected();
        const qint64 taken = kernelsockets::fill(pair.client);
        QVERIFY(taken > 100'000);
        qint64 read = 0;
        for (int round = 0; round < 40; ++round) {
            const Facts client = readTcp(pair.client.get());
            // Between the two readings segments may arrive; what is confirmed does not get less.
            const Facts server = readTcp(pair.server.get());
            QCOMPARE(client.value(FactId::UnsentBytes).value() + client.value(FactId::UnackedBytes).value()
                    + client.value(FactId::BytesAcked).value(),
                taken);
            QCOMPARE(server.value(FactId::BytesReceived).value() - server.value(FactId::UnreadBytes).value(),
                read);
            QVERIFY(server.value(FactId::BytesReceived) >= client.value(FactId::BytesAcked));
            if (const auto bytes = pair.server.receive(MSG_DONTWAIT))
                read += bytes->size();
        }
        QVERIFY(read > 0);
    }

    void aClosedWindowIsSeenFromBothEnds()
    {
        Pair pair = Pair::connected();
        const qint64 taken = kernelsockets::fill(pair.client);
        QTRY_COMPARE(readTcp(pair.client.get()).value(FactId::PeerWindow), 0);
        const Facts client = readTcp(pair.client.get());
        const Facts server = readTcp(pair.server.get());
        if (server.isGiven(FactId::OurWindow)) // Linux 6.2
            QCOMPARE(server.value(FactId::OurWindow), 0);
        QCOMPARE(
            client.value(FactId::OutQueueBytes).value() + server.value(FactId::UnreadBytes).value(), taken);
        QVERIFY(client.value(FactId::ReceiveWindowLimitedTime).has_value());
    }

    void listenThreeAndSixClientsAreFourInTheQueueOfThree()
    {
        PlainPeer listener = PlainPeer::listening(3);
        std::vector<PlainPeer> guests;
        for (int i = 0; i < 6; ++i)
            guests.push_back(kernelsockets::knock(listener.address()));
        QTRY_COMPARE(readTcp(listener.get()).value(FactId::AcceptQueue), 4);
        const Facts facts = readTcp(listener.get());
        QCOMPARE(facts.value(FactId::State), qint64(TcpState::Listen));
        QCOMPARE(facts.value(FactId::AcceptQueueLimit), 3);
        QVERIFY(!facts.wasAsked(FactId::UnackedSegments));
        QVERIFY(!facts.wasAsked(FactId::UnreadBytes));
        QCOMPARE(std::count_if(guests.begin(), guests.end(),
                     [](const PlainPeer &guest) {
                         return readTcp(guest.get()).value(FactId::State) == qint64(TcpState::SynSent);
                     }),
            2);
    }

    void theSameAsSs()
    {
        Pair pair = Pair::connected();
        QVERIFY(pair.client.send("Hello Server"));
        QVERIFY(pair.server.send("reply"));
        QTRY_VERIFY(isSettled(pair.client.get(), pair.server.get()));
        const QString filter = u"( sport = :%1 )"_s.arg(pair.client.address().port);
        const QByteArray line = kernelsockets::output(u"ss"_s, {u"-tinH"_s, filter});
        if (line.isEmpty())
            QSKIP("ss is not here");
        const Facts facts = readTcp(pair.client.get());
        const auto compare = [&](FactId id, const QString &name, double factor = 1) {
            QCOMPARE(double(facts.value(id).value_or(-1)), numberIn(line, name) * factor);
        };
        compare(FactId::BytesSent, u"bytes_sent"_s);
        compare(FactId::AckedSequence, u"bytes_acked"_s);
        compare(FactId::ReceivedSequence, u"bytes_received"_s);
        compare(FactId::SegmentsOut, u"segs_out"_s);
        compare(FactId::SegmentsIn, u"segs_in"_s);
        compare(FactId::SendMss, u"mss"_s);
        compare(FactId::PathMtu, u"pmtu"_s);
        compare(FactId::CongestionWindow, u"cwnd"_s);
        compare(FactId::Rto, u"rto"_s, 1000);
        compare(FactId::MinRtt, u"minrtt"_s, 1000);
    }

    void theSameAsGetsockoptFromPython()
    {
        Pair pair = Pair::connected();
        const int yes = 1;
        const linger patience{1, 7};
        const unsigned timeout = 4321;
        setsockopt(pair.client.get(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        setsockopt(pair.client.get(), SOL_SOCKET, SO_LINGER, &patience, sizeof patience);
        setsockopt(pair.client.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
        const QString program =
            u"import socket as s,struct\nx=s.socket(fileno=0)\ni=x.getsockopt(6,11,512)\n"
            "o=lambda l,n:x.getsockopt(l,n)\n"
            "print(i[0],*struct.unpack_from('II',i,68),o(s.SOL_SOCKET,s.SO_SNDBUF),o(s.SOL_SOCKET,s.SO_"
            "RCVBUF),"
            "o(6,s.TCP_NODELAY),o(s.SOL_SOCKET,s.SO_KEEPALIVE),o(6,s.TCP_KEEPIDLE),o(6,s.TCP_KEEPCNT),"
            "*struct.unpack('ii',x.getsockopt(s.SOL_SOCKET,s.SO_LINGER,8)),o(6,s.TCP_USER_TIMEOUT))"_s;
        const QByteArray printed = kernelsockets::output(u"python3"_s, {u"-c"_s, program}, pair.client.get());
        QVERIFY(!printed.isEmpty());
        Facts facts = readTcp(pair.client.get());
        facts.merge(readOptions(pair.client.get()));
        const auto fact = [&](FactId id) { return facts.value(id).value_or(-99); };
        QCOMPARE(fact(FactId::State), qint64(TcpState::Established));
        const QList<qint64> mine{1, fact(FactId::Rtt), fact(FactId::RttVariation),
            fact(FactId::SendBufferSize), fact(FactId::ReceiveBufferSize), fact(FactId::OptionNoDelay),
            fact(FactId::OptionKeepAlive), fact(FactId::OptionKeepAliveIdle) / 1'000'000,
            fact(FactId::OptionKeepAliveCount), 1, fact(FactId::OptionLinger) / 1'000'000,
            fact(FactId::OptionUserTimeout) / 1000};
        QList<qint64> theirs;
        for (const QByteArray &word : printed.simplified().split(' '))
            theirs.append(word.toLongLong());
        QCOMPARE(mine, theirs);
        QVERIFY(!facts.wasAsked(FactId::OptionOnlyV6)); // an IPv4 socket
        QCOMPARE(readOptions(pair.server.get()).value(FactId::OptionLinger), -1);
    }

    void udpTellsItsDrops()
    {
        const PlainPeer receiver(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        const PlainPeer sender(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        const int smallest = 1;
        setsockopt(receiver.get(), SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest);
        sockaddr_storage storage;
        const socklen_t length = swb::SocketAddress{swb::IpAddress::loopback(), 0}.toSockaddr(storage);
        QCOMPARE(::bind(receiver.get(), reinterpret_cast<sockaddr *>(&storage), length), 0);
        const socklen_t size = receiver.address().toSockaddr(storage);
        const QByteArray datagram(200, 'x');
        for (int i = 0; i < 100; ++i)
            ::sendto(
                sender.get(), datagram.constData(), 200, 0, reinterpret_cast<sockaddr *>(&storage), size);
        const Facts facts = readUdp(receiver.get());
        QCOMPARE(facts.value(FactId::NextDatagramBytes), 200);
        QVERIFY(!facts.wasAsked(FactId::State));
        int read = 0;
        char buffer[300];
        while (::recv(receiver.get(), buffer, sizeof buffer, MSG_DONTWAIT) == 200)
            ++read;
        QVERIFY(read > 0 && read < 100);
        QCOMPARE(readUdp(receiver.get()).value(FactId::Drops), 100 - read);
    }

    void aMissingSourceIsSaidAndNeverZero()
    {
        const Pair pair = Pair::connected();
        const Facts all = readTcp(pair.client.get());
        const MissingCalls nothing({-1}, true);
        const Facts none = readTcp(pair.client.get(), nothing);
        QCOMPARE(none.asked(), all.asked());
        for (const FactId id : none.asked())
            QVERIFY2(!none.isGiven(id), factName(id).data());
        for (const FactId id : readOptions(pair.client.get(), nothing).asked())
            QVERIFY2(!readOptions(pair.client.get(), nothing).isGiven(id), factName(id).data());

        const Facts noInfo = readTcp(pair.client.get(), MissingCalls({TCP_INFO}));
        QVERIFY(!noInfo.isGiven(FactId::Rtt) && noInfo.isGiven(FactId::SendBufferSize));
        const Facts noMemory = readTcp(pair.client.get(), MissingCalls({SO_MEMINFO}));
        QVERIFY(noMemory.isGiven(FactId::SendBufferSize) && !noMemory.isGiven(FactId::Drops));
        const Facts noQueues = readTcp(pair.client.get(), MissingCalls({}, true));
        QVERIFY(noQueues.isGiven(FactId::Rtt) && !noQueues.isGiven(FactId::UnreadBytes)
            && !noQueues.isGiven(FactId::BytesAcked));

        const PlainPeer listener = PlainPeer::listening(3);
        const Facts hall = readTcp(listener.get(), MissingCalls({TCP_INFO}));
        QCOMPARE(hall.value(FactId::State), qint64(TcpState::Listen));
        QVERIFY(hall.wasAsked(FactId::AcceptQueue) && !hall.isGiven(FactId::AcceptQueue));
    }

    void whateverTheDescriptorItIsSafe()
    {
        for (const int descriptor : {-1, 0, 1'000'000}) {
            QVERIFY(!readTcp(descriptor).isGiven(FactId::State));
            QVERIFY(!readUdp(descriptor).isGiven(FactId::Drops));
            QVERIFY(!readOptions(descriptor).isGiven(FactId::OptionLinger));
        }
    }

    void aHundredConnectionsCostLittle()
    {
        const Pair pair = Pair::connected();
        QElapsedTimer timer;
        timer.start();
        constexpr int readings = 1000; // of 100 connections in one second
        for (int i = 0; i < readings; ++i) {
            Facts facts = readTcp(pair.client.get());
            facts.merge(readOptions(pair.client.get()));
        }
        qInfo() << readings << "readings took" << timer.nsecsElapsed() / 1000 << "us";
        QVERIFY(timer.elapsed() < 500); // sanitizers and shared computers; see the number above
    }

    void asAnOrdinaryUser() { kernelsockets::runAsNobody(); }
};

QTEST_GUILESS_MAIN(SocketFactsTest)
#include "tst_socketfacts.moc"
