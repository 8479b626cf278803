#include "bench/bench.h"
#include "journal/recording.h"
#include "memorysink.h"
#include "plainpeer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace swb;
using namespace swb::bench;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = EventKind;

/// Endpoints as their users set them up, against peers in plain system calls.
class TestBench : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersByItself_data();
    void answersByItself();
    void answersInOrderAfterTheDelay();
    void servesAtMostSoManyAtOnce();
    void pausesAndResumesAccepting();
    void leavesConnectionsWhenItStopsListening();
    void changesTheEncodingOfItsAnswers();
    void doesNotReadAPeerThatDoesNotReadItsAnswers();
    void startsAgainInItsPlace();
    void forgetsWhatIsRemoved();
    void dialsAndEndsInOrder();
    void saysWhyAClientFailed_data();
    void saysWhyAClientFailed();
    void reportsEachChangeOnce();
    void shutsDownInOrder();
    void recordsEverything();
    void waitsForAListenerThatCannotCommit();

private:
    SocketAddress listen(EndpointSpec spec = {});
    const EndpointStatus &status() const { return *m_bench->endpointStatus(id); }
    static QByteArray answerTo(PlainPeer &peer, const QByteArray &bytes, qsizetype size);

    static constexpr EndpointId id{1};
    MemorySink m_sink;
    std::unique_ptr<Bench> m_bench;
};

void TestBench::init()
{
    m_bench = std::make_unique<Bench>();
    m_bench->trackChanges();
    m_sink.entries.clear();
    m_sink.broken = false;
    m_bench->addListener(m_sink);
}

SocketAddress TestBench::listen(EndpointSpec spec)
{
    spec.port = 0;
    m_bench->start(id, spec);
    return status().local;
}

QByteArray TestBench::answerTo(PlainPeer &peer, const QByteArray &bytes, qsizetype size)
{
    if (!bytes.isEmpty())
        peer.send(bytes);
    QByteArray answer;
    const bool came = QTest::qWaitFor([&] {
        while (answer.size() < size && peer.isReadable()) {
            const auto more = peer.receive();
            if (!more || more->isEmpty())
                return true;
            answer += *more;
        }
        return answer.size() >= size;
    });
    return came ? answer : "no answer: " + answer;
}

void TestBench::answersByItself_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("answer");
    const QString utf8 = u"UTF-8"_s;
    Behaviour behaviour;
    behaviour.echo = true;
    QTest::newRow("echo") << behaviour << utf8 << QByteArray("a\0b\xff", 4) << QByteArray("a\0b\xff", 4);
    behaviour = {};
    behaviour.greeting = u"Welcome!\\r\\n"_s;
    QTest::newRow("greeting") << behaviour << utf8 << QByteArray() << QByteArray("Welcome!\r\n");
    behaviour = {};
    behaviour.reply = u"Hello,{text}! {size}"_s;
    QTest::newRow("reply") << behaviour << utf8 << QByteArray("Michael") << QByteArray("Hello,Michael! 7");
    QTest::newRow("reply keeps the peer's bytes")
        << behaviour << utf8 << QByteArray("\xff") << QByteArray("Hello,\xff! 1");
    behaviour.reply = u"不好意思！我睡着了！"_s;
    QTest::newRow("reply in GBK") << behaviour << u"GBK"_s << QByteArray("x")
                                  << QByteArray::fromHex("b2bbbac3d2e2cbbca3a1ced2cbafd7c5c1cba3a1");
}

void TestBench::answersByItself()
{
    QFETCH(Behaviour, behaviour);
    QFETCH(QString, encoding);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, answer);
    EndpointSpec spec;
    spec.behaviour = behaviour;
    spec.encoding = encoding;
    auto peer = PlainPeer::connectedTo(listen(spec));
    QCOMPARE(answerTo(peer, sent, answer.size()), answer);
}

void TestBench::answersInOrderAfterTheDelay()
{
    EndpointSpec spec;
    spec.behaviour.reply = u"<{text}>"_s;
    spec.behaviour.replyDelay = 30ms;
    auto peer = PlainPeer::connectedTo(listen(spec));
    peer.send("one");
    QTRY_COMPARE(m_sink.count(Kind::Received), 1);
    peer.send("two");
    peer.finish(); // what is still to be said goes out first
    QCOMPARE(answerTo(peer, {}, 10), QByteArray("<one><two>"));
    QTRY_COMPARE(m_sink.count(Kind::Closed), 1);
    const auto received = m_sink.last(Kind::Received).time;
    QVERIFY(m_sink.last(Kind::Sent).time - received >= 30ms);
    QCOMPARE(m_sink.count(Kind::ResetByUs), 0);
}

void TestBench::servesAtMostSoManyAtOnce()
{
    EndpointSpec spec;
    spec.maxConnections = 2;
    spec.behaviour.greeting = u"hi"_s;
    const SocketAddress address = listen(spec);
    std::vector<PlainPeer> peers(3);
    for (PlainPeer &peer : peers)
        peer = PlainPeer::connectedTo(address);
    QCOMPARE(answerTo(peers[1], {}, 2), QByteArray("hi"));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(status().openConnections, 2);
    QVERIFY(!peers[2].isReadable());
    peers[0].close();
    QCOMPARE(answerTo(peers[2], {}, 2), QByteArray("hi"));
    QCOMPARE(status().openConnections, 2);
}

void TestBench::pausesAndResumesAccepting()
{
    const SocketAddress address = listen();
    m_bench->pauseAccepting(id, true);
    QCOMPARE(status().state, EndpointState::AcceptingPaused);
    auto peer = PlainPeer::connectedTo(address);
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(status().openConnections, 0);
    m_bench->pauseAccepting(id, false);
    QTRY_COMPARE(status().openConnections, 1);
    QCOMPARE(m_sink.kinds().mid(1, 2), (QList{Kind::AcceptingPaused, Kind::AcceptingResumed}));
}

void TestBench::leavesConnectionsWhenItStopsListening()
{
    EndpointSpec spec;
    spec.behaviour.echo = true;
    const SocketAddress address = listen(spec);
    auto peer = PlainPeer::connectedTo(address);
    QTRY_COMPARE(status().openConnections, 1);
    m_bench->stop(id);
    QCOMPARE(status().state, EndpointState::Stopped);
    QVERIFY(!PlainPeer::connectedTo(address).send("x"));
    QCOMPARE(answerTo(peer, "still here", 10), QByteArray("still here"));
}

void TestBench::changesTheEncodingOfItsAnswers()
{
    EndpointSpec spec;
    spec.behaviour.reply = u"好"_s;
    auto peer = PlainPeer::connectedTo(listen(spec));
    QCOMPARE(answerTo(peer, "x", 3), QByteArray("好"));
    m_bench->setEncoding(ConnectionId{1}, u"GBK"_s);
    QCOMPARE(answerTo(peer, "x", 2), QByteArray("\xba\xc3"));
    QCOMPARE(m_bench->connectionStatus(ConnectionId{1})->encoding, u"GBK"_s);
}

void TestBench::doesNotReadAPeerThatDoesNotReadItsAnswers()
{
    EndpointSpec spec;
    spec.behaviour.echo = true;
    spec.highWaterMark = 1 << 20;
    auto peer = PlainPeer::connectedTo(listen(spec));
    const QByteArray piece(1 << 16, 'e');
    qint64 taken = 0;
    // The peer only sends. Once our queue and both kernels are full, we stop reading, and it is stuck too.
    const bool stuck = QTest::qWaitFor(
        [&] {
            const ssize_t size =
                ::send(peer.get(), piece.data(), size_t(piece.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
            taken += std::max<ssize_t>(size, 0);
            return size < 0 && m_bench->connectionStatus(ConnectionId{1})->overHighWater;
        },
        20'000);
    QVERIFY(stuck);
    const auto connection = *m_bench->connectionStatus(ConnectionId{1});
    QVERIFY(connection.bytesQueued <= quint64(2 * spec.highWaterMark));
    peer.finish();
    QCOMPARE(answerTo(peer, {}, taken), QByteArray(taken, 'e'));
}

void TestBench::startsAgainInItsPlace()
{
    const SocketAddress first = listen();
    auto peer = PlainPeer::connectedTo(first);
    QTRY_COMPARE(status().openConnections, 1);
    m_bench->stop(id);
    EndpointSpec spec;
    spec.port = first.port;
    m_bench->start(id, spec);
    QCOMPARE(status().state, EndpointState::Listening);
    QCOMPARE(status().local, first);
    QCOMPARE(status().openConnections, 1);
    auto next = PlainPeer::connectedTo(first);
    QTRY_COMPARE(status().openConnections, 2);
    peer.close();
    next.close();
    QTRY_COMPARE(status().openConnections, 0);
}

void TestBench::forgetsWhatIsRemoved()
{
    auto peer = PlainPeer::connectedTo(listen());
    QTRY_COMPARE(status().openConnections, 1);
    (void)m_bench->takeChanges();
    m_bench->remove(id);
    QVERIFY(!m_bench->endpointStatus(id));
    QVERIFY(!m_bench->connectionStatus(ConnectionId{1}));
    const Changes changes = m_bench->takeChanges();
    QCOMPARE(changes.removedEndpoints, QList{id});
    QCOMPARE(changes.removedConnections, QList{ConnectionId{1}});
    QCOMPARE(m_sink.count(Kind::Closed), 1);
    QVERIFY(!peer.receive());
    QCOMPARE(peer.error, ECONNRESET);
}

void TestBench::dialsAndEndsInOrder()
{
    auto listener = PlainPeer::listening();
    EndpointSpec spec;
    spec.role = Role::TcpClient;
    spec.port = listener.address().port;
    m_bench->start(id, spec);
    QTRY_COMPARE(status().state, EndpointState::Running);
    auto peer = listener.accept();
    QVERIFY(m_bench->send(ConnectionId{1}, "hello"));
    QCOMPARE(peer.receive(), QByteArray("hello"));
    peer.close();
    QTRY_COMPARE(status().state, EndpointState::Stopped);
    QVERIFY(!status().failure.isSet());
    QCOMPARE(m_sink.kinds(),
        (QList{
            Kind::Connecting, Kind::Opened, Kind::Sent, Kind::PeerFinished, Kind::Finished, Kind::Closed}));
}

void TestBench::saysWhyAClientFailed_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<FailureKind>("kind");
    QTest::newRow("nobody listens") << u"127.0.0.1"_s << FailureKind::Refused;
    QTest::newRow("octal, so ambiguous") << u"010.0.0.1"_s << FailureKind::BadAddress;
    QTest::newRow("no interface") << u"fe80::1"_s << FailureKind::BadScope;
    QTest::newRow("an unknown interface") << u"fe80::1%nope"_s << FailureKind::BadScope;
}

void TestBench::saysWhyAClientFailed()
{
    QFETCH(QString, host);
    QFETCH(FailureKind, kind);
    EndpointSpec spec;
    spec.role = Role::TcpClient;
    spec.address = host;
    spec.port = PlainPeer::listening().address().port;
    m_bench->start(id, spec);
    QTRY_COMPARE(status().state, EndpointState::Failed);
    QCOMPARE(status().failure.kind, kind);
    QCOMPARE(m_sink.count(Kind::Error), 1);
    QCOMPARE(m_sink.last(Kind::Error).failure, status().failure);
}

void TestBench::reportsEachChangeOnce()
{
    auto peer = PlainPeer::connectedTo(listen());
    QTRY_COMPARE(status().openConnections, 1);
    peer.send("12345");
    QTRY_COMPARE(m_sink.count(Kind::Received), 1);
    QVERIFY(m_bench->hasChanges());
    const Changes changes = m_bench->takeChanges();
    QCOMPARE(changes.endpoints.size(), 1);
    QCOMPARE(changes.connections.size(), 1);
    QCOMPARE(changes.connections.first().bytesReceived, 5u);
    QVERIFY(!m_bench->hasChanges());
    QVERIFY(m_bench->takeChanges().connections.isEmpty());
}

void TestBench::shutsDownInOrder()
{
    EndpointSpec spec;
    spec.behaviour.greeting = u"hi"_s;
    const SocketAddress address = listen(spec);
    auto polite = PlainPeer::connectedTo(address);
    auto silent = PlainPeer::connectedTo(address);
    QTRY_COMPARE(status().openConnections, 2);
    QSignalSpy finished(m_bench.get(), &Bench::finished);
    m_bench->shutDown(50ms);
    QCOMPARE(answerTo(polite, {}, 2), QByteArray("hi"));
    polite.close();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(m_sink.count(Kind::Closed), 2);
    QCOMPARE(m_sink.count(Kind::ResetByUs), 0); // also for the one that never finished: it had its FIN
}

void TestBench::recordsEverything()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"all.pcapng"_s);
    auto writer = journal::Writer::create(path);
    QVERIFY(writer);
    m_bench->setJournal(std::move(*writer));
    EndpointSpec spec;
    spec.behaviour.echo = true;
    auto peer = PlainPeer::connectedTo(listen(spec));
    QCOMPARE(answerTo(peer, "evidence", 8), QByteArray("evidence"));
    peer.close();
    QTRY_COMPARE(m_sink.count(Kind::Closed), 1);
    m_bench.reset();
    const auto recording = journal::Recording::open(path);
    QVERIFY(recording);
    QList<Event> told;
    for (quint32 i = 0; i < (*recording)->eventCount(); ++i)
        told.append(*(*recording)->event(EventSeq{i}));
    QList<Event> happened;
    for (const auto &entry : std::as_const(m_sink.entries))
        happened.append(entry.event);
    QCOMPARE(told, happened);
}

void TestBench::waitsForAListenerThatCannotCommit()
{
    EndpointSpec spec;
    spec.behaviour.echo = true;
    auto peer = PlainPeer::connectedTo(listen(spec));
    QTRY_COMPARE(status().openConnections, 1);
    m_sink.broken = true;
    peer.send("held");
    QTRY_COMPARE(m_sink.count(Kind::Received), 1);
    peer.send(" back");
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QVERIFY2(!peer.isReadable(), "no answer to what is not recorded");
    m_sink.broken = false;
    QCOMPARE(answerTo(peer, {}, 9), QByteArray("held back"));
}

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
