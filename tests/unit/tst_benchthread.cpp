#include "bench/benchthread.h"
#include "journal/recording.h"
#include "plainpeer.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>

using namespace swb;
using namespace swb::bench;
using namespace Qt::StringLiterals;

/// The engine as a window drives it: commands from one thread, sockets on another.
class TestBenchThread : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsWhatBecameOfACommand();
    void carriesAConversationBothWays();
    void tellsWhatWasNotTaken();
    void sendsToAllClientsOfAServer();
    void gathersChangesUntilTheyAreTaken();
    void recordsWhileTheWindowReads();
    void tellsWhyItCannotRecord();
    void endsInOrderWithTheWindow();

private:
    EndpointSpec server() const;
    SocketAddress listen(const EndpointSpec &spec);
    void apply();

    std::unique_ptr<BenchThread> m_bench;
    QHash<EndpointId, EndpointStatus> m_endpoints;
    QHash<ConnectionId, ConnectionStatus> m_connections;
};

void TestBenchThread::init()
{
    m_endpoints.clear();
    m_connections.clear();
    m_bench = std::make_unique<BenchThread>();
    connect(m_bench.get(), &BenchThread::changed, this, &TestBenchThread::apply);
}

void TestBenchThread::apply()
{
    const Changes changes = m_bench->takeChanges();
    for (const EndpointStatus &status : changes.endpoints)
        m_endpoints.insert(status.id, status);
    for (const ConnectionStatus &status : changes.connections)
        m_connections.insert(status.id, status);
}

EndpointSpec TestBenchThread::server() const
{
    EndpointSpec spec;
    spec.port = 0;
    spec.behaviour.echo = true;
    return spec;
}

SocketAddress TestBenchThread::listen(const EndpointSpec &spec)
{
    const EndpointId id = m_bench->start(spec);
    if (!QTest::qWaitFor([&] { return m_endpoints.value(id).state == EndpointState::Listening; }))
        qFatal("the server does not listen");
    return m_endpoints.value(id).local;
}

void TestBenchThread::tellsWhatBecameOfACommand()
{
    const SocketAddress address = listen(server());
    EndpointSpec again = server();
    again.port = address.port;
    const EndpointId second = m_bench->start(again);
    QTRY_COMPARE(m_endpoints.value(second).state, EndpointState::Failed);
    QCOMPARE(m_endpoints.value(second).failure.kind, FailureKind::PortInUse);
}

void TestBenchThread::carriesAConversationBothWays()
{
    EndpointSpec client;
    client.role = Role::TcpClient;
    client.port = listen(server()).port;
    const EndpointId id = m_bench->start(client);
    QTRY_COMPARE(m_endpoints.value(id).state, EndpointState::Running);
    const auto ours = [&] {
        for (const ConnectionStatus &status : std::as_const(m_connections)) {
            if (status.outgoing)
                return status;
        }
        return ConnectionStatus();
    };
    QTRY_VERIFY(ours().id.isValid());
    m_bench->send(ours().id, "hello");
    QTRY_COMPARE(ours().bytesReceived, 5u);
    m_bench->close(ours().id);
    QTRY_COMPARE(ours().state, ConnectionState::Closed);
    QTRY_COMPARE(m_endpoints.value(id).state, EndpointState::Stopped);
}

void TestBenchThread::tellsWhatWasNotTaken()
{
    auto peer = PlainPeer::connectedTo(listen(server()));
    QTRY_COMPARE(m_connections.size(), 1);
    const ConnectionId id = m_connections.constBegin().key();
    QList<ConnectionId> refused;
    Failure why;
    QByteArray what;
    QObject context;
    connect(m_bench.get(), &BenchThread::sendRefused, &context,
        [&](ConnectionId connection, const Failure &failure, const QByteArray &bytes) {
            refused.append(connection);
            why = failure;
            what = bytes;
        });
    m_bench->finishSending(id);
    m_bench->send(id, "too late");
    QTRY_COMPARE(refused, QList{id});
    QCOMPARE(why.kind, FailureKind::BrokenPipe);
    QCOMPARE(what, QByteArray("too late"));
}

void TestBenchThread::sendsToAllClientsOfAServer()
{
    const SocketAddress address = listen(server());
    auto first = PlainPeer::connectedTo(address);
    auto second = PlainPeer::connectedTo(address);
    QTRY_COMPARE(m_connections.size(), 2);
    m_bench->sendToAll(m_endpoints.constBegin().key(), "news");
    QCOMPARE(first.receive(), QByteArray("news"));
    QCOMPARE(second.receive(), QByteArray("news"));
}

void TestBenchThread::gathersChangesUntilTheyAreTaken()
{
    const SocketAddress address = listen(server());
    disconnect(m_bench.get(), &BenchThread::changed, this, nullptr);
    apply();
    int announced = 0; // QSignalSpy would count on the engine's thread
    QObject context;
    connect(m_bench.get(), &BenchThread::changed, &context, [&] { ++announced; });
    auto peer = PlainPeer::connectedTo(address);
    for (int i = 0; i < 50; ++i) {
        peer.send("ping");
        QVERIFY(peer.receive());
    }
    QTRY_COMPARE(announced, 1);
    apply();
    QTRY_COMPARE(announced, 2);
    apply();
    QCOMPARE(m_connections.constBegin()->bytesReceived, 200u);
}

void TestBenchThread::recordsWhileTheWindowReads()
{
    QTemporaryDir folder;
    QVERIFY(m_bench->recordTo(folder.filePath(u"live.pcapng"_s)));
    auto peer = PlainPeer::connectedTo(listen(server()));
    QByteArray sent;
    std::thread talker([&] {
        for (int i = 0; i < 500; ++i) {
            const QByteArray piece = QByteArray::number(i) + ' ';
            peer.send(piece);
            sent += piece;
            for (qsizetype back = 0; back < piece.size();)
                back += peer.receive()->size();
        }
        peer.close();
    });
    const auto recording = m_bench->recording();
    QByteArray read;
    quint32 seen = 0;
    const bool closed = QTest::qWaitFor(
        [&] {
            for (; seen < recording->eventCount(); ++seen) {
                if (recording->summary(EventSeq{seen}).kind == EventKind::Received)
                    read += recording->bytes(EventSeq{seen});
                if (recording->summary(EventSeq{seen}).kind == EventKind::Closed)
                    return true;
            }
            return false;
        },
        20'000);
    talker.join();
    QVERIFY(closed);
    QCOMPARE(read, sent);
}

void TestBenchThread::tellsWhyItCannotRecord()
{
    const Outcome recording = m_bench->recordTo(u"/proc/no/such/folder/x.pcapng"_s);
    QVERIFY(!recording);
    QVERIFY(recording.failure().kind == FailureKind::NotFound
        || recording.failure().kind == FailureKind::NoPermission);
    QVERIFY(!m_bench->recording());
}

void TestBenchThread::endsInOrderWithTheWindow()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"end.pcapng"_s);
    QVERIFY(m_bench->recordTo(path));
    auto peer = PlainPeer::connectedTo(listen(server()));
    QTRY_COMPARE(m_connections.size(), 1);
    m_bench.reset();
    QCOMPARE(peer.receive(), QByteArray());
    const auto recording = journal::Recording::open(path);
    QVERIFY(recording);
    QCOMPARE((*recording)->tail().bytesAfter, 0u);
    QVERIFY((*recording)->connections().first().closed);
}

QTEST_GUILESS_MAIN(TestBenchThread)
#include "tst_benchthread.moc"
