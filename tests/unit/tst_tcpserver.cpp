#include "net/tcpserver.h"
#include "plainpeer.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>
#include <memory>
#include <sys/resource.h>
#include <vector>

using namespace swb;
using namespace swb::net;
using namespace Qt::StringLiterals;

namespace {

/// Leaves no descriptor free while it lives.
class NoDescriptorsLeft
{
public:
    NoDescriptorsLeft()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const int next = ::dup(0);
        ::close(next);
        rlimit tight = m_before;
        tight.rlim_cur = rlim_t(next);
        setrlimit(RLIMIT_NOFILE, &tight);
    }
    ~NoDescriptorsLeft() { setrlimit(RLIMIT_NOFILE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestTcpServer : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_server = std::make_unique<TcpServer>(); }
    void choosesAPortAndSaysWhich();
    void isAQTcpServerToWhoeverWantsOne();
    void saysWhyItCannotListen_data();
    void saysWhyItCannotListen();
    void readsReuseBackFromTheKernel_data();
    void readsReuseBackFromTheKernel();
    void leavesClientsInTheQueueWhileItDoesNotAccept();
    void leavesConnectionsAliveWhenItStopsListening();
    void waitsForDescriptorsAndGoesOnByItself();
    void serves4And6OnTheIPv6Wildcard();

private:
    Outcome listen(const QString &address = u"127.0.0.1"_s, quint16 port = 0)
    {
        return m_server->listenOn({{*IpAddress::parse(address), port}, 64, true});
    }
    std::unique_ptr<TcpServer> m_server;
};

void TestTcpServer::choosesAPortAndSaysWhich()
{
    QVERIFY(listen());
    QVERIFY(m_server->localEnd().port > 0);
    auto peer = PlainPeer::connectedTo(m_server->localEnd());
    QTRY_VERIFY(m_server->hasPendingConnections());
    const auto socket = m_server->takeConnection();
    QCOMPARE(socket->peerEnd(), peer.address());
    QCOMPARE(socket->localEnd(), m_server->localEnd());
}

void TestTcpServer::isAQTcpServerToWhoeverWantsOne()
{
    QVERIFY(listen());
    QTcpServer &plain = *m_server;
    QVERIFY(plain.isListening());
    QCOMPARE(plain.serverPort(), m_server->localEnd().port);
    QSignalSpy news(&plain, &QTcpServer::newConnection);
    auto peer = PlainPeer::connectedTo(m_server->localEnd());
    QVERIFY(news.wait());
    QTcpSocket *socket = plain.nextPendingConnection();
    QVERIFY(socket);
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(socket->peerPort(), peer.address().port);
    QCOMPARE(socket->write("hello"), 5);
    QCOMPARE(peer.receive(), QByteArray("hello"));
    peer.send("world");
    QTRY_COMPARE(socket->bytesAvailable(), 5);
    QCOMPARE(socket->readAll(), QByteArray("world"));
}

void TestTcpServer::saysWhyItCannotListen_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("an address of somebody else") << u"192.0.2.1"_s << FailureKind::AddressNotLocal;
    QTest::newRow("a link-local address without interface") << u"fe80::1"_s << FailureKind::BadScope;
    QTest::newRow("a port that is taken") << u"127.0.0.1"_s << FailureKind::PortInUse;
}

void TestTcpServer::saysWhyItCannotListen()
{
    QFETCH(QString, address);
    QFETCH(FailureKind, kind);
    const auto other = PlainPeer::listening();
    const auto listening = listen(address, other.address().port);
    QVERIFY(!listening);
    QCOMPARE(listening.failure().kind, kind);
    QVERIFY(listening.failure().subject.contains(QString::number(other.address().port)));
    QVERIFY(!m_server->isListening());
}

void TestTcpServer::readsReuseBackFromTheKernel_data()
{
    QTest::addColumn<bool>("on");
    QTest::newRow("on") << true;
    QTest::newRow("off") << false;
}

void TestTcpServer::readsReuseBackFromTheKernel()
{
    QFETCH(bool, on);
    QVERIFY(m_server->listenOn({{IpAddress::loopback(), 0}, 16, on}));
    int value = -1;
    socklen_t length = sizeof value;
    getsockopt(int(m_server->socketDescriptor()), SOL_SOCKET, SO_REUSEADDR, &value, &length);
    QCOMPARE(m_server->reuseAddress(), on);
    QCOMPARE(value != 0, on);
}

void TestTcpServer::leavesClientsInTheQueueWhileItDoesNotAccept()
{
    QVERIFY(listen());
    m_server->setAccepting(false);
    auto peer = PlainPeer::connectedTo(m_server->localEnd());
    QVERIFY2(peer.send("sent before anyone accepted"), "the kernel has completed the handshake");
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QVERIFY(!m_server->hasPendingConnections());
    m_server->setAccepting(true);
    QTRY_VERIFY(m_server->hasPendingConnections());
}

void TestTcpServer::leavesConnectionsAliveWhenItStopsListening()
{
    QVERIFY(listen());
    const SocketAddress address = m_server->localEnd();
    auto peer = PlainPeer::connectedTo(address);
    QTRY_VERIFY(m_server->hasPendingConnections());
    const auto socket = m_server->takeConnection();
    m_server->stopListening();
    auto late = PlainPeer::connectedTo(address);
    QVERIFY2(!late.send("x"), "nobody listens any more");
    QCOMPARE(socket->write("alive"), 5);
    QCOMPARE(peer.receive(), QByteArray("alive"));
    QVERIFY(listen(u"127.0.0.1"_s, address.port));
}

void TestTcpServer::waitsForDescriptorsAndGoesOnByItself()
{
    QVERIFY(listen());
    QSignalSpy starved(m_server.get(), &TcpServer::starvedChanged);
    std::vector<PlainPeer> peers(20);
    for (PlainPeer &peer : peers)
        peer = PlainPeer::connectedTo(m_server->localEnd());
    {
        const NoDescriptorsLeft shortage;
        QTRY_COMPARE(starved.count(), 1);
        QCOMPARE(starved.first().first().toBool(), true);
        const std::clock_t before = std::clock();
        QTest::qWait(300); // three tries of its own; a listener that spins would burn all of it
        QVERIFY(std::clock() - before < CLOCKS_PER_SEC / 10);
        QCOMPARE(starved.count(), 1);
    }
    size_t accepted = 0;
    QTRY_VERIFY((accepted += m_server->takeConnection() ? 1 : 0) == peers.size());
    QCOMPARE(starved.count(), 2);
    QCOMPARE(starved.last().first().toBool(), false);
}

void TestTcpServer::serves4And6OnTheIPv6Wildcard()
{
    if (!listen(u"::"_s))
        QSKIP("this system has no IPv6");
    auto peer = PlainPeer::connectedTo({IpAddress::loopback(), m_server->localEnd().port});
    QTRY_VERIFY(m_server->hasPendingConnections());
    QCOMPARE(m_server->takeConnection()->peerEnd(), peer.address());
}

QTEST_GUILESS_MAIN(TestTcpServer)
#include "tst_tcpserver.moc"
