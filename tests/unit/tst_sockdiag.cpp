#include "kernel/procnet.h"
#include "kernel/sockdiag.h"
#include "kernel/socketfacts.h"
#include "kernelsockets.h"

#include <QTest>

#include <algorithm>
#include <cerrno>
#include <unistd.h>

using namespace swb::kernel;
using namespace Qt::StringLiterals;
using kernelsockets::Pair;
using swb::SocketAddress;

namespace {

constexpr quint32 recordedNumber = 7;

QByteArray recordedDump()
{
    return kernelsockets::recorded(u"diag-tcp.bin"_s);
}

int countIn(const QList<SocketRow> &rows, TcpState state)
{
    return int(
        std::count_if(rows.begin(), rows.end(), [=](const SocketRow &row) { return row.state() == state; }));
}

const SocketRow *rowOf(
    const QList<SocketRow> &rows, const SocketAddress &local, const SocketAddress &peer = {})
{
    const auto row = std::find_if(rows.begin(), rows.end(),
        [&](const SocketRow &one) { return one.local == local && (peer.isNull() || one.peer == peer); });
    return row == rows.end() ? nullptr : &*row;
}

QList<SocketRow> tcpTable()
{
    auto diag = SockDiag::open();
    auto table = diag ? diag->dump(Protocol::Tcp) : swb::Result<SockDiag::Table>(diag.failure());
    return table ? table->rows : QList<SocketRow>();
}

/// "ESTAB" and the like of ss(8).
QString ssName(TcpState state)
{
    switch (state) {
    case TcpState::Established:
        return u"ESTAB"_s;
    case TcpState::SynReceived:
        return u"SYN-RECV"_s;
    case TcpState::Closed:
        return u"UNCONN"_s;
    default:
        return stateName(state);
    }
}

} // namespace

class SockDiagTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedTableHasEverySocketInItsState()
    {
        const DiagAnswer answer = parseDiag(recordedDump(), Protocol::Tcp, recordedNumber);
        QVERIFY(answer.done && !answer.damaged && !answer.interrupted);
        QCOMPARE(answer.error, 0);
        QCOMPARE(answer.rows.size(), 16);
        QCOMPARE(countIn(answer.rows, TcpState::Listen), 3);
        QCOMPARE(countIn(answer.rows, TcpState::SynSent), 2);
        QCOMPARE(countIn(answer.rows, TcpState::Established), 8);
        QCOMPARE(countIn(answer.rows, TcpState::FinWait2), 1);
        QCOMPARE(countIn(answer.rows, TcpState::CloseWait), 1);
        QCOMPARE(countIn(answer.rows, TcpState::TimeWait), 1);
    }

    void aRecordedListenerHasItsQueueAndWhoWaitsInIt()
    {
        const QList<SocketRow> rows = parseDiag(recordedDump(), Protocol::Tcp, recordedNumber).rows;
        const SocketAddress hall = *SocketAddress::parse(u"127.0.0.1:9002");
        const SocketRow *listener = rowOf(rows, hall, *SocketAddress::parse(u"0.0.0.0:0"));
        QVERIFY(listener);
        QCOMPARE(listener->facts.value(FactId::AcceptQueue), 4);
        QCOMPARE(listener->facts.value(FactId::AcceptQueueLimit), 3);
        QVERIFY(listener->facts.value(FactId::Inode) > 0);
        const QList<SocketRow> waiting = acceptQueueOf(rows, hall);
        QCOMPARE(waiting.size(), 4);
        QVERIFY(std::any_of(waiting.begin(), waiting.end(),
            [](const SocketRow &row) { return row.facts.value(FactId::UnreadBytes) == 22; }));
        QCOMPARE(acceptQueueOf(rows, *SocketAddress::parse(u"0.0.0.0:9002")).size(), 4);
        QCOMPARE(acceptQueueOf(rows, *SocketAddress::parse(u"127.0.0.2:9002")).size(), 0);
    }

    void recordedFactsOfEachState()
    {
        const QList<SocketRow> rows = parseDiag(recordedDump(), Protocol::Tcp, recordedNumber).rows;
        for (const SocketRow &row : rows) {
            if (row.state() == TcpState::TimeWait) {
                QCOMPARE(row.facts.value(FactId::TimerKind), qint64(TimerKind::TimeWait));
                const qint64 left = row.facts.value(FactId::TimerRemaining).value_or(0);
                QVERIFY(left > 55'000'000 && left <= 60'000'000);
                QVERIFY(!row.facts.wasAsked(FactId::Rtt)); // it has none
            } else if (row.state() == TcpState::SynSent) {
                QCOMPARE(row.facts.value(FactId::TimerKind), qint64(TimerKind::Retransmit));
                QCOMPARE(row.facts.value(FactId::OutQueueBytes), 0); // a SYN is no byte
            } else if (row.state() == TcpState::CloseWait) {
                QCOMPARE(row.facts.value(FactId::UnreadBytes), 12);
                QCOMPARE(row.facts.value(FactId::BytesAcked), 5);
            } else if (row.state() == TcpState::FinWait2) {
                QCOMPARE(row.facts.value(FactId::UnreadBytes), 5);
                QCOMPARE(row.facts.value(FactId::BytesAcked), 12);
            }
        }
    }

    void cutAtEveryLengthItGivesWhatIsWholeAndSaysSo()
    {
        const QByteArray bytes = recordedDump();
        qsizetype rows = 0;
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const DiagAnswer part =
                parseDiag(QByteArrayView(bytes).first(size), Protocol::Tcp, recordedNumber);
            QVERIFY(!part.done || part.damaged);
            QVERIFY(part.rows.size() == rows || part.rows.size() == rows + 1);
            rows = part.rows.size();
        }
        QCOMPARE(rows, 16);
    }

    void damageIsSurvived()
    {
        const QByteArray bytes = recordedDump().first(1500);
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            for (const char damage : {'\0', '\xff', '\x7f', '\x01'}) {
                QByteArray damaged = bytes;
                damaged[at] = damage;
                QVERIFY(parseDiag(damaged, Protocol::Tcp, recordedNumber).rows.size() <= 16);
            }
        }
    }

    void answersToAnEarlierQuestionAreNone()
    {
        const DiagAnswer answer = parseDiag(recordedDump(), Protocol::Tcp, recordedNumber + 1);
        QVERIFY(answer.rows.isEmpty() && !answer.done);
    }

    void anErrorIsItsErrno()
    {
        QByteArray bytes =
            QByteArray::fromHex("24000000020000000700000000000000feffffff") + QByteArray(16, '\0');
        const DiagAnswer answer = parseDiag(bytes, Protocol::Tcp, recordedNumber);
        QVERIFY(answer.done);
        QCOMPARE(answer.error, ENOENT);
    }

    void theTableIsThatOfSs()
    {
        PlainPeer listener = PlainPeer::listening(3);
        std::vector<PlainPeer> guests;
        for (int i = 0; i < 6; ++i)
            guests.push_back(kernelsockets::knock(listener.address()));
        QTRY_COMPARE(acceptQueueOf(tcpTable(), listener.address()).size(), 4);
        const QString port = QString::number(listener.address().port);
        const QByteArray printed =
            kernelsockets::output(u"ss"_s, {u"-tanH"_s, u"( sport = :%1 or dport = :%1 )"_s.arg(port)});
        if (printed.isEmpty())
            QSKIP("ss is not here");
        QStringList theirs;
        for (const QByteArray &line : printed.split('\n')) {
            const auto words = QString::fromLatin1(line.simplified()).split(u' ');
            if (words.size() >= 5)
                theirs.append(QStringList{words[0], words[1], words[3], words[4]}.join(u' '));
        }
        QStringList mine;
        for (const SocketRow &row : tcpTable()) {
            if (row.local.port != listener.address().port && row.peer.port != listener.address().port)
                continue;
            const bool listens = row.state() == TcpState::Listen;
            const auto queue = row.facts.value(listens ? FactId::AcceptQueue : FactId::UnreadBytes);
            mine.append(u"%1 %2 %3 %4"_s.arg(ssName(*row.state()))
                            .arg(queue.value_or(0))
                            .arg(row.local.toString(), listens ? u"0.0.0.0:*"_s : row.peer.toString()));
        }
        mine.sort();
        theirs.sort();
        QCOMPARE(mine, theirs);
    }

    void theTableIsThatOfProcNetTcp()
    {
        Pair pair = Pair::connected();
        QVERIFY(pair.client.send("Hello Server"));
        const auto same = [&](const SocketRow &coarse) {
            const QList<SocketRow> rows = tcpTable();
            const SocketRow *exact = rowOf(rows, coarse.local, coarse.peer);
            if (!exact)
                return false;
            const auto equal = [&](FactId id) { return exact->facts.value(id) == coarse.facts.value(id); };
            return equal(FactId::State) && equal(FactId::Inode) && equal(FactId::Uid)
                && equal(FactId::UnreadBytes) && equal(FactId::OutQueueBytes) && equal(FactId::AcceptQueue);
        };
        int compared = 0;
        const auto coarse = ProcNet().sockets(Protocol::Tcp);
        QVERIFY(coarse);
        for (const SocketRow &row : *coarse) {
            if (row.local.port == pair.listener.address().port
                || row.peer.port == pair.listener.address().port) {
                QVERIFY(same(row));
                ++compared;
            }
        }
        QCOMPARE(compared, 3);
    }

    void timeWaitCountsDown()
    {
        Pair pair = Pair::connected();
        const SocketAddress client = pair.client.address();
        const SocketAddress server = pair.server.address();
        pair.client.finish();
        pair.server.close();
        QTRY_VERIFY(pair.client.isReadable());
        pair.client.close();
        auto diag = SockDiag::open();
        QVERIFY(bool(diag));
        const auto remaining = [&]() -> qint64 {
            auto row = diag->find(client, server);
            if (!row || !*row || (*row)->state() != TcpState::TimeWait)
                return -1;
            return (*row)->facts.value(FactId::TimerRemaining).value_or(-1);
        };
        QTRY_VERIFY(remaining() > 0);
        const qint64 first = remaining();
        QVERIFY(first <= 60'500'000);
        QTRY_VERIFY(remaining() < first);
    }

    void oneConnectionIsFoundByItsEnds()
    {
        Pair pair = Pair::connected();
        QVERIFY(pair.client.send("Hello Server"));
        const SocketAddress client = pair.client.address();
        const SocketAddress server = pair.server.address();
        auto diag = SockDiag::open();
        QVERIFY(bool(diag));
        QTRY_COMPARE((*diag->find(server, client))->facts.value(FactId::UnreadBytes), 12);
        const auto found = diag->find(client, server);
        QVERIFY(found && *found);
        QCOMPARE((*found)->local, client);
        QTRY_COMPARE((*diag->find(client, server))->facts.value(FactId::BytesAcked), 12);
        QCOMPARE((*found)->facts.value(FactId::SendBufferSize),
            readTcp(pair.client.get()).value(FactId::SendBufferSize));
        QCOMPARE((*found)->facts.value(FactId::Uid), qint64(::getuid()));
        // The listener, which the kernel would offer, is not this connection.
        const auto none = diag->find(server, SocketAddress{swb::IpAddress::loopback(), 9});
        QVERIFY(none && !*none);
        const auto nobody = diag->find({swb::IpAddress::loopback(), 9}, {swb::IpAddress::loopback(), 9});
        QVERIFY(nobody && !*nobody);
    }

    void anIpv6ConnectionIsFoundAlso()
    {
        const PlainPeer listener(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const auto loopback = *SocketAddress::parse(u"[::1]:0");
        sockaddr_storage storage;
        socklen_t length = loopback.toSockaddr(storage);
        if (::bind(listener.get(), reinterpret_cast<sockaddr *>(&storage), length) != 0)
            QSKIP("no IPv6 here");
        ::listen(listener.get(), 4);
        const PlainPeer client(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
        length = listener.address().toSockaddr(storage);
        QCOMPARE(::connect(client.get(), reinterpret_cast<sockaddr *>(&storage), length), 0);
        auto diag = SockDiag::open();
        const auto found = diag->find(client.address(), listener.address());
        QVERIFY(found && *found && (*found)->v6);
        QVERIFY(rowOf(tcpTable(), client.address(), listener.address()));
        QCOMPARE(acceptQueueOf(tcpTable(), listener.address()).size(), 1);
        const SocketAddress everyIpv4{swb::IpAddress::any(), listener.address().port};
        QVERIFY(acceptQueueOf(tcpTable(), everyIpv4).isEmpty());
    }

    void anIpv4ClientOfAnIpv6ListenerIsFoundFromBothEnds()
    {
        const PlainPeer listener(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const int off = 0;
        setsockopt(listener.get(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
        sockaddr_storage storage;
        const socklen_t length = SocketAddress::parse(u"[::]:0")->toSockaddr(storage);
        if (::bind(listener.get(), reinterpret_cast<sockaddr *>(&storage), length) != 0)
            QSKIP("no IPv6 here");
        ::listen(listener.get(), 4);
        const SocketAddress server{swb::IpAddress::loopback(), listener.address().port};
        const PlainPeer client = PlainPeer::connectedTo(server);
        auto diag = SockDiag::open();
        const auto near = diag->find(client.address(), server);
        const auto far = diag->find(server, client.address());
        QVERIFY(near && *near && !(*near)->v6);
        QVERIFY(far && *far && (*far)->v6);
        QVERIFY((*far)->isUnaccepted());
        QCOMPARE(acceptQueueOf(tcpTable(), listener.address()).size(), 1);
    }

    void moreThanIsWantedIsSaid()
    {
        const Pair pair = Pair::connected();
        auto diag = SockDiag::open();
        auto little = diag->dump(Protocol::Tcp, 2);
        QVERIFY(bool(little));
        QCOMPARE(little->rows.size(), 2);
        QVERIFY(!little->complete);
        auto all = diag->dump(Protocol::Tcp); // the same descriptor answers on
        QVERIFY(all && all->complete && all->rows.size() >= 3);
    }

    void udpSocketsHaveTheirDrops()
    {
        const PlainPeer socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        sockaddr_storage storage;
        const socklen_t length = SocketAddress{swb::IpAddress::loopback(), 0}.toSockaddr(storage);
        QCOMPARE(::bind(socket.get(), reinterpret_cast<sockaddr *>(&storage), length), 0);
        auto diag = SockDiag::open();
        const auto table = diag->dump(Protocol::Udp);
        QVERIFY(bool(table));
        const SocketRow *row = rowOf(table->rows, socket.address());
        QVERIFY(row);
        QVERIFY(!row->state());
        QCOMPARE(row->facts.value(FactId::Drops), 0);
        QCOMPARE(row->facts.value(FactId::ReceiveBufferSize),
            readUdp(socket.get()).value(FactId::ReceiveBufferSize));
    }

    void theOwnerOfASocketIsThisProcess()
    {
        const Pair pair = Pair::connected();
        const QList<SocketRow> rows = tcpTable();
        const SocketRow *row = rowOf(rows, pair.client.address());
        QVERIFY(row);
        const qint64 inode = row->facts.value(FactId::Inode).value_or(0);
        QVERIFY(inode > 0);
        const auto owners = ProcNet().owners({inode, 1});
        QCOMPARE(owners.size(), 1);
        QCOMPARE(owners.value(inode).process, ::getpid());
        QVERIFY(u"tst_sockdiag"_s.startsWith(owners.value(inode).program));
        QVERIFY(ProcNet().owners({inode}, 0).isEmpty());
    }

    void asAnOrdinaryUser() { kernelsockets::runAsNobody(); }
};

QTEST_GUILESS_MAIN(SockDiagTest)
#include "tst_sockdiag.moc"
