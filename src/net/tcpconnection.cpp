#include "net/tcpconnection.h"

#include "net/oserror.h"

#include <array>
#include <cerrno>
#include <utility>

namespace swb::net {

namespace {

constexpr qint64 readSize = 256 * 1024;

/// One buffer for all connections of a thread: what is read is recorded and told before the next read.
char *readBuffer()
{
    thread_local std::array<char, readSize> buffer;
    return buffer.data();
}

} // namespace

TcpConnection::TcpConnection(
    Identity identity, std::unique_ptr<TcpSocket> socket, EventSink &sink, const Clock &clock)
    : m_identity(identity)
    , m_socket(std::move(socket))
    , m_sink(sink)
    , m_clock(clock)
    , m_local(m_socket->localEnd())
    , m_peer(m_socket->peerEnd())
    , m_opened(clock.now())
{
    connect(m_socket.get(), &QIODevice::readyRead, this, &TcpConnection::readSome);
    connect(m_socket.get(), &TcpSocket::writable, this, &TcpConnection::writableAgain);
    connect(m_socket.get(), &TcpSocket::hungUp, this, &TcpConnection::hungUp);
}

TcpConnection::~TcpConnection() = default;

void TcpConnection::open()
{
    record(EventKind::Opened);
    m_deferredError = m_socket->earlyError();
    m_drainOnly = m_deferredError != 0;
    updateWatches();
}

TcpConnection::Counts TcpConnection::counts() const
{
    return m_counts;
}

void TcpConnection::record(EventKind kind, quint64 size, QByteArrayView bytes, const Failure &failure)
{
    Event event;
    event.kind = kind;
    event.endpoint = m_identity.endpoint;
    event.connection = m_identity.connection;
    event.time = kind == EventKind::Opened ? m_opened : m_clock.now();
    event.size = size;
    event.failure = failure;
    if (kind == EventKind::Opened) {
        event.local = m_local;
        event.peer = m_peer;
        event.outgoing = m_identity.outgoing;
    }
    m_sink.append(event, bytes);
}

void TcpConnection::updateWatches()
{
    if (isOver())
        return;
    const bool wantsToRead = !m_readingStopped && !m_pushedBack && !m_peerFinished;
    const bool reads = !m_held && (wantsToRead || m_drainOnly);
    const bool writes = !m_held && !m_queue.empty() && !m_drainOnly;
    m_socket->watchReadable(reads);
    m_socket->watchWritable(writes);
    m_socket->watchHangUp(!m_held && !reads && !writes);
}

void TcpConnection::readSome()
{
    using Transfer = TcpSocket::Transfer::Outcome;
    const TcpSocket::Transfer transfer = m_socket->receive(readBuffer(), readSize);
    switch (transfer.outcome) {
    case Transfer::Done:
        m_counts.received += quint64(transfer.size);
        deliver(QByteArrayView(readBuffer(), transfer.size));
        return;
    case Transfer::WouldBlock:
        return;
    case Transfer::EndOfStream:
        return m_deferredError ? endWithError(m_deferredError) : readEnded();
    case Transfer::Failed:
        return endWithError(transfer.error);
    }
}

void TcpConnection::deliver(QByteArrayView bytes)
{
    record(EventKind::Received, quint64(bytes.size()), bytes);
    if (m_sink.commit()) {
        emit received(bytes);
        emit changed();
        return;
    }
    m_undelivered = bytes.toByteArray();
    hold();
    emit journalStalled();
}

void TcpConnection::readEnded()
{
    m_peerFinished = true;
    record(EventKind::PeerFinished);
    if (m_finished)
        return end(State::Closed);
    if (m_state == State::Open)
        m_state = State::PeerFinished;
    updateWatches();
    emit peerFinished();
    emit changed();
}

void TcpConnection::hungUp()
{
    // Urgent data raises the same condition, and would again and again: not watched until something is read.
    if (!m_socket->hasHungUp())
        return m_socket->watchHangUp(false);
    drainDead();
}

/// A RST came while nobody read. What arrived before it is still to be had, unless the peer had finished:
/// then recv(2) would say 0 again and hide the RST.
void TcpConnection::drainDead()
{
    if (m_peerFinished)
        return endWithError(m_socket->takeError());
    m_drainOnly = true;
    updateWatches();
}

Outcome TcpConnection::send(const QByteArray &bytes)
{
    if (isOver() || m_finishRequested || m_drainOnly)
        return Failure{FailureKind::BrokenPipe, 0, m_peer.toString()};
    if (m_counts.queued > 0 && qint64(m_counts.queued) + bytes.size() > m_highWaterMark)
        return Failure{FailureKind::QueueFull, 0, m_peer.toString()};
    if (bytes.isEmpty())
        return Done{};
    m_queue.push_back(bytes);
    m_counts.queued += quint64(bytes.size());
    if (m_queue.size() == 1 && !m_held)
        writeSome();
    else
        emit changed();
    return Done{};
}

void TcpConnection::writeSome()
{
    using Transfer = TcpSocket::Transfer::Outcome;
    while (!m_queue.empty()) {
        const QByteArrayView left = QByteArrayView(m_queue.front()).sliced(m_queueOffset);
        const TcpSocket::Transfer transfer = m_socket->transmit(left.data(), left.size());
        if (transfer.outcome == Transfer::Failed)
            return writeFailed(transfer.error);
        if (transfer.outcome != Transfer::Done)
            break;
        record(EventKind::Sent, quint64(transfer.size), left.first(transfer.size));
        m_counts.sent += quint64(transfer.size);
        m_counts.queued -= quint64(transfer.size);
        m_queueOffset += transfer.size;
        if (transfer.size < left.size())
            break; // the kernel's buffer is full
        m_queue.pop_front();
        m_queueOffset = 0;
    }
    if (m_closeDeadline)
        m_closeDeadline->start();
    updateWatches();
    emit changed();
}

void TcpConnection::writeFailed(int error)
{
    // The error is consumed; recv(2) will give what came before it and then say 0, as after a FIN.
    if (m_peerFinished)
        return endWithError(error);
    m_deferredError = error;
    m_drainOnly = true;
    updateWatches();
}

void TcpConnection::writableAgain()
{
    writeSome();
    if (!m_queue.empty() || isOver() || m_drainOnly)
        return;
    emit drained();
    if (m_finishRequested && !m_finished && !isOver() && m_queue.empty())
        finishNow();
}

void TcpConnection::finishSending()
{
    if (isOver() || m_finishRequested)
        return;
    m_finishRequested = true;
    if (m_queue.empty())
        finishNow();
}

void TcpConnection::finishNow()
{
    if (m_state == State::Closing && m_closeByReset)
        return reset();
    if (!m_socket->finishSending())
        return drainDead(); // ENOTCONN: it was reset a moment ago
    m_finished = true;
    record(EventKind::Finished);
    if (m_peerFinished)
        return end(State::Closed);
    if (m_state == State::Open)
        m_state = State::Finished;
    emit changed();
}

void TcpConnection::close(std::chrono::milliseconds patience)
{
    if (isOver())
        return;
    m_state = State::Closing;
    m_readingStopped = false;
    m_pushedBack = false;
    m_closeDeadline = std::make_unique<QTimer>();
    m_closeDeadline->setSingleShot(true);
    m_closeDeadline->setInterval(patience);
    connect(m_closeDeadline.get(), &QTimer::timeout, this, &TcpConnection::closeTimedOut);
    m_closeDeadline->start();
    updateWatches();
    emit changed();
    finishSending();
}

void TcpConnection::closeTimedOut()
{
    // close(2) on unread or unsent bytes tells the peer by a RST that not all arrived (RFC 2525 2.17).
    if (!m_queue.empty() || m_socket->bytesAvailable() > 0 || m_held)
        return reset();
    end(State::Closed);
}

void TcpConnection::reset()
{
    if (isOver())
        return;
    record(EventKind::ResetByUs);
    m_socket->resetConnection();
    end(State::Reset);
}

void TcpConnection::setReadingStopped(bool stopped)
{
    if (isOver() || m_readingStopped == stopped || m_peerFinished || m_state == State::Closing)
        return;
    m_readingStopped = stopped;
    record(stopped ? EventKind::ReadingStopped : EventKind::ReadingResumed);
    updateWatches();
    emit changed();
}

void TcpConnection::setPushedBack(bool pushedBack)
{
    if (m_state == State::Closing || m_pushedBack == pushedBack)
        return;
    m_pushedBack = pushedBack;
    updateWatches();
}

void TcpConnection::hold()
{
    m_held = true;
    updateWatches();
}

void TcpConnection::release()
{
    if (!m_held || isOver())
        return;
    m_held = false;
    updateWatches();
    if (const QByteArray bytes = std::exchange(m_undelivered, {}); !bytes.isEmpty()) {
        emit received(bytes);
        emit changed();
    }
}

void TcpConnection::endWithError(int error)
{
    if (error == 0)
        return end(State::Closed);
    // EPIPE is how Linux reports a RST that comes after a FIN.
    if (error == ECONNRESET || error == EPIPE)
        return end(State::Reset, {FailureKind::ResetByPeer, error, m_peer.toString()});
    end(State::Failed, failureFromErrno(error, During::Transfer, m_peer.toString()));
}

void TcpConnection::end(State state, const Failure &failure)
{
    if (isOver())
        return;
    m_state = state;
    m_failure = failure;
    m_counts.unsent = std::exchange(m_counts.queued, 0) + m_owed;
    m_queue.clear();
    if (m_closeDeadline)
        m_closeDeadline->stop();
    m_socket->close();
    if (state == State::Failed)
        record(EventKind::Error, 0, {}, failure);
    else if (failure.isSet())
        record(EventKind::ResetByPeer, 0, {}, failure);
    record(EventKind::Closed, m_counts.unsent, {}, failure);
    emit changed();
    emit ended();
}

} // namespace swb::net
