#pragma once

#include "base/clock.h"
#include "base/eventsink.h"
#include "base/result.h"
#include "net/tcpsocket.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>

namespace swb::net {

/// One TCP connection, accepted or dialled: its write queue, its life, and an event for everything that
/// happens to it. Used on one thread, which runs an event loop. The sink and the clock outlive it.
///
/// Received bytes are recorded and committed before anybody hears of them; when the sink cannot commit, the
/// connection holds still (no reads, no sends, so TCP itself pushes back) until release().
class TcpConnection : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8
    {
        Open,
        PeerFinished,
        Finished,
        Closing,
        Closed,
        Reset,
        Failed
    };
    struct Identity
    {
        ConnectionId connection;
        EndpointId endpoint;
        bool outgoing = false;
    };
    struct Counts
    {
        quint64 received = 0;
        quint64 sent = 0; ///< taken by the kernel
        quint64 queued = 0; ///< taken by send(), not yet by the kernel
        quint64 unsent = 0; ///< queued when the connection ended
    };

    TcpConnection(Identity identity, std::unique_ptr<TcpSocket> socket, EventSink &sink, const Clock &clock);
    ~TcpConnection() override;

    /// Records Opened and starts to read. Once, after the signals are connected.
    void open();

    void setHighWaterMark(qint64 bytes) { m_highWaterMark = bytes; }
    void setOwed(quint64 bytes)
    {
        m_owed = bytes;
    } ///< promised by the owner, not yet in the queue: unsent at the end
    void setCloseByReset(bool on) { m_closeByReset = on; } ///< close() ends in a RST instead of a FIN
    /// All of `bytes` or nothing: QueueFull when they do not fit below the high-water mark, BrokenPipe after
    /// our FIN.
    Outcome send(const QByteArray &bytes);
    void finishSending(); ///< FIN behind the queue; reading goes on
    /// FIN behind the queue, then what still arrives is recorded until the peer's FIN. A peer that takes
    /// nothing, or does not finish, is not waited for longer than `patience` without progress.
    void close(std::chrono::milliseconds patience = std::chrono::seconds(2));
    void reset(); ///< RST at once; what is queued is counted as unsent
    void setReadingStopped(bool stopped); ///< by the user: the receive window fills and closes
    void setPushedBack(bool pushedBack); ///< by whoever cannot follow: the same, without an event
    void hold(); ///< the journal stands still
    void release(); ///< the journal moves again

    Identity identity() const { return m_identity; }
    int descriptor() const { return int(m_socket->socketDescriptor()); } ///< -1: closed
    State state() const { return m_state; }
    bool isOver() const { return m_state >= State::Closed; }
    /// Closed by us and our FIN is out: only the peer's is waited for.
    bool isLeaving() const { return m_state == State::Closing && m_finished; }
    bool hasPeerFinished() const { return m_peerFinished; }
    bool isReadingStopped() const { return m_readingStopped; }
    Counts counts() const;
    const SocketAddress &local() const { return m_local; }
    const SocketAddress &peer() const { return m_peer; }
    Timestamp opened() const { return m_opened; }
    const Failure &failure() const { return m_failure; }

Q_SIGNALS:
    /// Committed bytes. The view is valid during the call only: never connect this queued.
    void received(QByteArrayView bytes);
    void peerFinished(); ///< their FIN; what was received before has been told
    void drained(); ///< a queue that had to wait is empty again; never emitted during send()
    void changed(); ///< any of the facts above
    void journalStalled(); ///< a commit failed; the connection holds
    void ended(); ///< the state is over; nothing follows

private:
    void readSome();
    void deliver(QByteArrayView bytes);
    void readEnded();
    void hungUp();
    void drainDead();
    void writeSome();
    void writeFailed(int error);
    void writableAgain();
    void finishNow();
    void closeTimedOut();
    void endWithError(int error);
    void end(State state, const Failure &failure = {});
    void record(EventKind kind, quint64 size = 0, QByteArrayView bytes = {}, const Failure &failure = {});
    void updateWatches();

    Identity m_identity;
    std::unique_ptr<TcpSocket> m_socket;
    EventSink &m_sink;
    const Clock &m_clock;
    SocketAddress m_local;
    SocketAddress m_peer;
    Timestamp m_opened;
    Failure m_failure;
    std::deque<QByteArray> m_queue;
    qint64 m_queueOffset = 0; // of the first in the queue, already with the kernel
    qint64 m_highWaterMark = 16 * 1024 * 1024;
    Counts m_counts;
    quint64 m_owed = 0;
    QByteArray m_undelivered; // received while the journal stood still
    std::unique_ptr<QTimer> m_closeDeadline;
    int m_deferredError = 0; // seen by a send, or as a hang-up; unread bytes may still stand before it
    bool m_drainOnly = false; // the connection is dead; only what the kernel still holds is read
    State m_state = State::Open;
    bool m_peerFinished = false;
    bool m_finishRequested = false;
    bool m_finished = false;
    bool m_readingStopped = false;
    bool m_pushedBack = false;
    bool m_held = false;
    bool m_closeByReset = false;
};

} // namespace swb::net
