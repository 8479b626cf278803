#include "kernel/machine.h"
#include "kernel/procnet.h"
#include "kernelsockets.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace swb::kernel;
using namespace Qt::StringLiterals;
using swb::SocketAddress;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class ProcNetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedTable()
    {
        const QByteArray text = kernelsockets::recorded(u"proc-net-tcp.txt"_s);
        const QList<SocketRow> rows = parseProcSockets(text, Protocol::Tcp, false);
        QCOMPARE(rows.size(), 16);
        const SocketAddress hall = *SocketAddress::parse(u"127.0.0.1:9002");
        QCOMPARE(acceptQueueOf(rows, hall).size(), 4);
        for (const SocketRow &row : rows) {
            if (row.state() == TcpState::Listen) {
                QCOMPARE(row.facts.value(FactId::AcceptQueue), row.local == hall ? 4 : 0);
                QVERIFY(row.facts.wasAsked(FactId::AcceptQueueLimit));
                QVERIFY(!row.facts.isGiven(FactId::AcceptQueueLimit)); // this file does not say it
            }
            if (row.state() == TcpState::CloseWait)
                QCOMPARE(row.facts.value(FactId::UnreadBytes), 12);
            if (row.state() == TcpState::TimeWait)
                QVERIFY(row.facts.value(FactId::TimerRemaining) > 55'000'000);
            if (row.state() == TcpState::SynSent)
                QCOMPARE(row.facts.value(FactId::OutQueueBytes), 0);
        }
    }

    void aTableCutAnywhereHasFewerRows()
    {
        const QByteArray text = kernelsockets::recorded(u"proc-net-tcp.txt"_s);
        for (qsizetype size = 0; size < text.size(); ++size)
            QVERIFY(parseProcSockets(text.first(size), Protocol::Tcp, false).size() <= 16);
    }

    void anIpv6Line()
    {
        const QByteArray line = "   0: 00000000000000000000000001000000:1F90 "
                                "0000000000000000FFFF00000100007F:0016 01 00000002:00000003 "
                                "00:00000000 00000000  1000        0 4711 1 x 20 4 30 10 -1\n";
        const QList<SocketRow> rows = parseProcSockets(line, Protocol::Tcp, true);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].local.toString(), u"[::1]:8080"_s);
        QCOMPARE(rows[0].peer.toString(), u"127.0.0.1:22"_s);
        QCOMPARE(rows[0].facts.value(FactId::Uid), 1000);
        QCOMPARE(rows[0].facts.value(FactId::Inode), 4711);
        QCOMPARE(rows[0].facts.value(FactId::UnreadBytes), 3);
    }

    void udpLinesHaveDrops()
    {
        const QByteArray line = "  12: 0100007F:1F90 00000000:0000 07 00000000:00000300 00:00000000 00000000 "
                                "    0        0 99 2 0000000000000000 97\n";
        const QList<SocketRow> rows = parseProcSockets(line, Protocol::Udp, false);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].facts.value(FactId::Drops), 97);
        QCOMPARE(rows[0].facts.value(FactId::ReceiveMemory), 0x300);
        QVERIFY(!rows[0].state());
    }

    void countersAreFoundByName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("there") << QByteArray("TcpExt: A ListenDrops B\nTcpExt: 1 22 3\n") << 22;
        QTest::newRow("another group") << QByteArray("IpExt: ListenDrops\nIpExt: 22\n") << -1;
        QTest::newRow("another name") << QByteArray("TcpExt: ListenDropsX\nTcpExt: 22\n") << -1;
        QTest::newRow("fewer numbers") << QByteArray("TcpExt: A ListenDrops\nTcpExt: 1\n") << -1;
        QTest::newRow("no number") << QByteArray("TcpExt: ListenDrops\nTcpExt: x\n") << -1;
        QTest::newRow("only names") << QByteArray("TcpExt: ListenDrops\n") << -1;
        QTest::newRow("nothing") << QByteArray() << -1;
    }
    void countersAreFoundByName()
    {
        QFETCH(QByteArray, text);
        QTEST(int(procCounter(text, "TcpExt", "ListenDrops").value_or(-1)), "expected");
    }

    void anOverflowingAcceptQueueIsCounted()
    {
        const auto before = ProcNet().counters().listenOverflows;
        QVERIFY(before.has_value());
        const PlainPeer listener = PlainPeer::listening(0);
        std::vector<PlainPeer> guests;
        for (int i = 0; i < 3; ++i)
            guests.push_back(kernelsockets::knock(listener.address()));
        QTRY_VERIFY(ProcNet().counters().listenOverflows > before);
        QVERIFY(ProcNet().counters().listenDrops.has_value());
    }

    void droppedDatagramsAreCounted()
    {
        const auto before = ProcNet().counters();
        QVERIFY(before.datagramsDropped && before.datagramsToNobody && before.datagramErrors);
        const PlainPeer receiver(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        sockaddr_storage storage;
        socklen_t length = SocketAddress{swb::IpAddress::loopback(), 0}.toSockaddr(storage);
        QCOMPARE(::bind(receiver.get(), reinterpret_cast<sockaddr *>(&storage), length), 0);
        const int smallest = 1;
        setsockopt(receiver.get(), SOL_SOCKET, SO_RCVBUF, &smallest, sizeof smallest);
        length = receiver.address().toSockaddr(storage);
        for (int i = 0; i < 100; ++i)
            ::sendto(receiver.get(), "x", 1, 0, reinterpret_cast<sockaddr *>(&storage), length);
        const auto rows = ProcNet().sockets(Protocol::Udp);
        QVERIFY(rows.has_value());
        const auto row = std::find_if(rows->begin(), rows->end(),
            [&](const SocketRow &one) { return one.local == receiver.address(); });
        QVERIFY(row != rows->end());
        const qint64 drops = row->facts.value(FactId::Drops).value_or(0);
        QVERIFY(drops > 0);
        QVERIFY(*ProcNet().counters().datagramsDropped - *before.datagramsDropped >= drops);
    }

    void whereNothingIsThereNothingIsClaimed()
    {
        QTemporaryDir empty;
        const ProcNet proc(empty.path());
        QVERIFY(!proc.sockets(Protocol::Tcp) && !proc.sockets(Protocol::Udp));
        QCOMPARE(proc.counters(), Counters());
        QVERIFY(proc.owners({1, 2, 3}).isEmpty());
        Machine unknown = readMachine(empty.path());
        unknown.timeWait.reset();
        QCOMPARE(unknown, Machine());
    }

    void settingsOfTheMachine()
    {
        QTemporaryDir folder;
        const QString net = folder.filePath(u"sys/net/"_s);
        write(net + u"core/somaxconn"_s, "4096\n");
        write(net + u"ipv4/ip_local_port_range"_s, "32768\t60999\n");
        write(net + u"ipv4/tcp_fin_timeout"_s, "60\n");
        write(net + u"ipv4/tcp_syncookies"_s, "rubbish\n");
        const Machine machine = readMachine(folder.path());
        QCOMPARE(machine.longestAcceptQueue, std::optional(4096));
        QVERIFY(machine.ephemeralPorts == std::pair(32768, 60999));
        QCOMPARE(machine.finWait2Patience, std::optional(std::chrono::seconds(60)));
        QVERIFY(!machine.synCookies.has_value());
    }

    void thisMachineGivesPortsFromItsRange()
    {
        const auto range = readMachine().ephemeralPorts;
        QVERIFY(range.has_value());
        const int port = PlainPeer::listening().address().port;
        QVERIFY(port >= range->first && port <= range->second);
    }

    void theLoopbackInterfaceIsThere()
    {
        const QList<Interface> interfaces = readInterfaces();
        const auto loopback = std::find_if(
            interfaces.begin(), interfaces.end(), [](const Interface &one) { return one.loopback; });
        QVERIFY(loopback != interfaces.end());
        QVERIFY(loopback->up && loopback->index > 0);
        QVERIFY(loopback->addresses.contains(Interface::Address{swb::IpAddress::loopback(), 8}));
        QVERIFY(loopback->hardware.isEmpty());
    }

    void asAnOrdinaryUser() { kernelsockets::runAsNobody(); }
};

QTEST_GUILESS_MAIN(ProcNetTest)
#include "tst_procnet.moc"
