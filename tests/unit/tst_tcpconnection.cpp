#include "memorysink.h"
#include "net/tcpconnection.h"
#include "plainpeer.h"

#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <memory>

using namespace swb;
using namespace swb::net;
using namespace std::chrono_literals;
using Kind = EventKind;
using State = TcpConnection::State;

/// Our connection against a peer in plain system calls. What the peer sees is what counts.
class TestTcpConnection : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void recordsWhatItReceivesBeforeItTells();
    void recordsSentBytesWhenTheKernelTakesThem();
    void tellsAFinFromARst();
    void keepsBytesThatCameBeforeARst();
    void seesARstWhileReadingIsStopped();
    void seesARstAfterTheFin();
    void seesARstWhileItSends();
    void sendsOnAfterThePeersFin();
    void finishesBehindItsQueueAndReceivesOn();
    void closesInOrderAlthoughThePeerStillSends();
    void closesByRstWhenThePeerTakesNothing();
    void resetsAndCountsWhatWasNeverSent();
    void refusesBytesBeyondTheHighWaterMark();
    void refusesBytesAfterItsFin();
    void readsNothingWhileStoppedAndEverythingAfterwards();
    void holdsStillWhileTheJournalDoes();
    void keepsUrgentBytesInTheirPlace_data();
    void keepsUrgentBytesInTheirPlace();

private:
    QByteArray received() const { return m_sink.bytesOf(Kind::Received); }
    void fillThePeer();
    QByteArray readAll(PlainPeer &peer);

    Clock m_clock;
    MemorySink m_sink;
    PlainPeer m_peer;
    std::unique_ptr<TcpConnection> m_connection;
};

void TestTcpConnection::init()
{
    m_connection.reset();
    m_sink.entries.clear();
    m_sink.broken = false;
    auto listener = PlainPeer::listening();
    m_peer = PlainPeer::connectedTo(listener.address());
    auto socket = std::make_unique<TcpSocket>();
    const int accepted = listener.accept().take();
    fcntl(accepted, F_SETFL, O_NONBLOCK);
    socket->adopt(UniqueDescriptor(accepted), m_peer.address());
    m_connection = std::make_unique<TcpConnection>(
        TcpConnection::Identity{ConnectionId{7}, EndpointId{3}, false}, std::move(socket), m_sink, m_clock);
    m_connection->open();
    QCOMPARE(m_connection->peer(), m_peer.address());
}

/// Until the kernel takes no more and something stays in our queue.
void TestTcpConnection::fillThePeer()
{
    m_connection->setHighWaterMark(64 << 20);
    while (m_connection->counts().queued == 0)
        QVERIFY(m_connection->send(QByteArray(1 << 20, 'q')));
}

QByteArray TestTcpConnection::readAll(PlainPeer &peer)
{
    QByteArray all;
    bool ended = false;
    const bool done = QTest::qWaitFor([&] {
        while (!ended && peer.isReadable()) {
            const auto bytes = peer.receive();
            ended = !bytes || bytes->isEmpty();
            all += bytes.value_or(QByteArray());
        }
        return ended;
    });
    return done ? all : QByteArray("never ended");
}

void TestTcpConnection::recordsWhatItReceivesBeforeItTells()
{
    QByteArray told;
    connect(m_connection.get(), &TcpConnection::received, this, [&](QByteArrayView bytes) {
        told += bytes.toByteArray();
        QCOMPARE(received(), told);
    });
    m_peer.send("hello");
    QTRY_COMPARE(told, QByteArray("hello"));
    const Event event = m_sink.last(Kind::Received);
    QCOMPARE(event.connection, ConnectionId{7});
    QCOMPARE(event.endpoint, EndpointId{3});
    QCOMPARE(event.size, 5u);
}

void TestTcpConnection::recordsSentBytesWhenTheKernelTakesThem()
{
    fillThePeer();
    const auto counts = m_connection->counts();
    QVERIFY(counts.queued > 0);
    QCOMPARE(quint64(m_sink.bytesOf(Kind::Sent).size()), counts.sent);
    const QByteArray expected(qsizetype(counts.sent + counts.queued), 'q');
    m_connection->finishSending();
    QCOMPARE(readAll(m_peer), expected);
    QCOMPARE(m_sink.bytesOf(Kind::Sent), expected);
}

void TestTcpConnection::tellsAFinFromARst()
{
    m_peer.finish();
    QTRY_VERIFY(m_connection->hasPeerFinished());
    QCOMPARE(m_connection->state(), State::PeerFinished);
    QCOMPARE(m_sink.count(Kind::ResetByPeer), 0);

    init();
    m_peer.reset();
    QTRY_COMPARE(m_connection->state(), State::Reset);
    QCOMPARE(m_sink.count(Kind::PeerFinished), 0);
    QCOMPARE(m_sink.kinds().mid(1), (QList{Kind::ResetByPeer, Kind::Closed}));
    QCOMPARE(m_connection->failure().kind, FailureKind::ResetByPeer);
}

void TestTcpConnection::keepsBytesThatCameBeforeARst()
{
    const QByteArray bytes(100'000, 'r');
    m_peer.send(bytes);
    m_peer.reset();
    QTRY_COMPARE(m_connection->state(), State::Reset);
    QCOMPARE(received(), bytes);
}

void TestTcpConnection::seesARstWhileReadingIsStopped()
{
    m_connection->setReadingStopped(true);
    m_peer.send("unread");
    m_peer.reset();
    QTRY_COMPARE(m_connection->state(), State::Reset);
    QCOMPARE(received(), QByteArray("unread"));
}

void TestTcpConnection::seesARstAfterTheFin()
{
    m_peer.finish();
    QTRY_VERIFY(m_connection->hasPeerFinished());
    m_peer.reset(); // what Linux reports as EPIPE
    QTRY_COMPARE(m_connection->state(), State::Reset);
    QCOMPARE(m_connection->failure().kind, FailureKind::ResetByPeer);
}

void TestTcpConnection::seesARstWhileItSends()
{
    fillThePeer();
    m_peer.send("last words");
    m_peer.reset();
    QTRY_COMPARE(m_connection->state(), State::Reset);
    QCOMPARE(received(), QByteArray("last words"));
    const auto counts = m_connection->counts();
    QVERIFY(counts.unsent > 0);
    QCOMPARE(m_sink.last(Kind::Closed).size, counts.unsent);
    QCOMPARE((counts.sent + counts.unsent) % (1 << 20), 0u);
}

void TestTcpConnection::sendsOnAfterThePeersFin()
{
    m_peer.finish();
    QTRY_VERIFY(m_connection->hasPeerFinished());
    QVERIFY(m_connection->send("answer"));
    m_connection->close();
    QCOMPARE(readAll(m_peer), QByteArray("answer"));
    QCOMPARE(m_connection->state(), State::Closed);
}

void TestTcpConnection::finishesBehindItsQueueAndReceivesOn()
{
    QVERIFY(m_connection->send("question"));
    m_connection->finishSending();
    QCOMPARE(readAll(m_peer), QByteArray("question"));
    QCOMPARE(m_connection->state(), State::Finished);
    m_peer.send("answer");
    QTRY_COMPARE(received(), QByteArray("answer"));
    m_peer.close();
    QTRY_COMPARE(m_connection->state(), State::Closed);
    QCOMPARE(m_sink.kinds().last(), Kind::Closed);
}

void TestTcpConnection::closesInOrderAlthoughThePeerStillSends()
{
    m_connection->setReadingStopped(true);
    m_peer.send("unread when close is asked for");
    m_connection->close(5s);
    const auto end = m_peer.receive();
    QVERIFY2(end && end->isEmpty(), "unread bytes must not turn the FIN into a RST");
    m_peer.close();
    QTRY_COMPARE(m_connection->state(), State::Closed);
    QCOMPARE(received(), QByteArray("unread when close is asked for"));
}

void TestTcpConnection::closesByRstWhenThePeerTakesNothing()
{
    fillThePeer();
    m_connection->close(20ms);
    QTRY_COMPARE(m_connection->state(), State::Reset);
    QCOMPARE(m_sink.count(Kind::ResetByUs), 1);
    QVERIFY(m_sink.last(Kind::Closed).size > 0);
    while (const auto bytes = m_peer.receive())
        QVERIFY2(!bytes->isEmpty(), "the peer must not take it for a complete message");
    QCOMPARE(m_peer.error, ECONNRESET);
}

void TestTcpConnection::resetsAndCountsWhatWasNeverSent()
{
    fillThePeer();
    const auto counts = m_connection->counts();
    m_connection->reset();
    QCOMPARE(m_connection->counts().unsent, counts.queued);
    QCOMPARE(m_sink.last(Kind::Closed).size, counts.queued);
    while (m_peer.receive()) { }
    QCOMPARE(m_peer.error, ECONNRESET);
}

void TestTcpConnection::refusesBytesBeyondTheHighWaterMark()
{
    fillThePeer();
    m_connection->setHighWaterMark(2 << 20);
    const quint64 queued = m_connection->counts().queued;
    const Outcome refused = m_connection->send(QByteArray(2 << 20, 'x'));
    QVERIFY(!refused);
    QCOMPARE(refused.failure().kind, FailureKind::QueueFull);
    QCOMPARE(m_connection->counts().queued, queued);
}

void TestTcpConnection::refusesBytesAfterItsFin()
{
    m_connection->finishSending();
    const Outcome refused = m_connection->send("too late");
    QVERIFY(!refused);
    QCOMPARE(refused.failure().kind, FailureKind::BrokenPipe);
}

void TestTcpConnection::readsNothingWhileStoppedAndEverythingAfterwards()
{
    m_connection->setReadingStopped(true);
    m_peer.send("held in the kernel");
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(received(), QByteArray());
    m_connection->setReadingStopped(false);
    QTRY_COMPARE(received(), QByteArray("held in the kernel"));
    QCOMPARE(
        m_sink.kinds(), (QList{Kind::Opened, Kind::ReadingStopped, Kind::ReadingResumed, Kind::Received}));
}

void TestTcpConnection::holdsStillWhileTheJournalDoes()
{
    QByteArray told;
    connect(m_connection.get(), &TcpConnection::received, this,
        [&](QByteArrayView bytes) { told += bytes.toByteArray(); });
    QSignalSpy stalled(m_connection.get(), &TcpConnection::journalStalled);
    m_sink.broken = true;
    m_peer.send("first");
    QTRY_COMPARE(stalled.count(), 1);
    m_peer.send("second");
    QVERIFY(m_connection->send("answer"));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(told, QByteArray());
    QCOMPARE(received(), QByteArray("first"));
    QVERIFY2(!m_peer.isReadable(), "nothing goes out that cannot be recorded");
    m_sink.broken = false;
    m_connection->release();
    QTRY_COMPARE(told, QByteArray("firstsecond"));
    QTRY_VERIFY(m_peer.isReadable());
    QCOMPARE(m_peer.receive(), QByteArray("answer"));
}

void TestTcpConnection::keepsUrgentBytesInTheirPlace_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::newRow("while reading") << false;
    QTest::newRow("while reading is stopped") << true;
}

void TestTcpConnection::keepsUrgentBytesInTheirPlace()
{
    QFETCH(bool, stopped);
    m_connection->setReadingStopped(stopped);
    m_peer.send("before");
    QCOMPARE(::send(m_peer.get(), "!", 1, MSG_OOB), 1);
    m_peer.send("after");
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    QCOMPARE(received().isEmpty(), stopped);
    QVERIFY2(m_connection->send("still sending"), "urgent data is no hang-up");
    m_connection->setReadingStopped(false);
    QTRY_COMPARE(received(), QByteArray("before!after"));
}

QTEST_GUILESS_MAIN(TestTcpConnection)
#include "tst_tcpconnection.moc"
