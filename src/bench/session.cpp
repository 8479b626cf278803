#include "bench/session.h"

namespace swb::bench {

using namespace std::chrono;

namespace {

codec::Encoding encodingNamed(const QString &name)
{
    return codec::Encoding::find(name).value_or(codec::Encoding());
}

ConnectionState stateOf(net::TcpConnection::State state)
{
    using State = net::TcpConnection::State;
    switch (state) {
    case State::Open:
        return ConnectionState::Open;
    case State::PeerFinished:
        return ConnectionState::PeerFinished;
    case State::Finished:
        return ConnectionState::Finished;
    case State::Closing:
        return ConnectionState::Closing;
    case State::Closed:
        return ConnectionState::Closed;
    case State::Reset:
        return ConnectionState::Reset;
    case State::Failed:
        return ConnectionState::Failed;
    }
    return ConnectionState::Failed;
}

} // namespace

Session::Session(net::TcpConnection::Identity identity, std::unique_ptr<net::TcpSocket> socket,
    const EndpointSpec &spec, EventSink &sink, const Clock &clock)
    : m_spec(spec)
    , m_clock(clock)
    , m_encoding(encodingNamed(spec.encoding))
    , m_connection(identity, std::move(socket), sink, clock)
{
    m_connection.setHighWaterMark(spec.highWaterMark);
    m_connection.setCloseByReset(spec.closeByReset);
    if (spec.behaviour != Behaviour())
        m_responder.emplace(spec.behaviour, m_encoding);
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this, &Session::sendDue);
    connect(&m_connection, &net::TcpConnection::drained, this, &Session::sendDue);
    connect(&m_connection, &net::TcpConnection::received, this, &Session::answer);
    connect(&m_connection, &net::TcpConnection::peerFinished, this, [this] {
        m_closeWhenAnswered = !m_spec.keepHalfOpen;
        sendDue();
    });
}

void Session::open()
{
    m_connection.open();
    if (m_responder)
        say(m_responder->greeting());
}

void Session::setEncoding(const QString &name)
{
    m_encoding = encodingNamed(name);
    if (m_responder)
        m_responder.emplace(m_spec.behaviour, m_encoding);
}

void Session::answer(QByteArrayView received)
{
    if (!m_responder)
        return;
    auto answer = m_responder->answerTo(received, m_connection.peer(), m_clock.now());
    if (!answer.bytes.isEmpty() || answer.thenClose)
        queueAnswer(std::move(answer), m_spec.behaviour.replyDelay);
    if (m_spec.role == Role::TcpClient)
        takeTurn();
}

void Session::say(const QByteArray &message)
{
    const bool last = m_said == m_responder->script().size();
    const bool hangsUp = last && m_spec.behaviour.hangUp == protocol::HangUp::WhenSaid;
    if (!message.isEmpty() || hangsUp)
        queueAnswer({message, hangsUp}, 0ms);
}

/// A client's: what was read is the answer to what it said before.
void Session::takeTurn()
{
    const QByteArrayList &script = m_responder->script();
    if (m_said < script.size()) {
        const QByteArray &next = script[m_said++];
        say(next);
    } else if (m_spec.behaviour.hangUp == protocol::HangUp::WhenAnswered) {
        queueAnswer({{}, true}, 0ms);
    }
}

void Session::queueAnswer(protocol::Responder::Answer answer, milliseconds delay)
{
    m_pendingBytes += answer.bytes.size();
    m_pending.push_back({std::move(answer), m_clock.now() + delay});
    if (m_pending.size() == 1)
        sendDue();
    else
        updatePressure();
}

void Session::sendDue()
{
    while (!m_pending.empty() && !m_connection.isOver()) {
        const auto left = ceil<milliseconds>(m_pending.front().due - m_clock.now());
        if (left > 0ms) {
            m_due.start(left);
            break;
        }
        const Pending &next = m_pending.front();
        const Outcome sent = m_connection.send(next.answer.bytes);
        if (!sent)
            break; // until drained() comes back here; or for good, and then the end counts what is pending
        const bool closes = next.answer.thenClose;
        m_pendingBytes -= next.answer.bytes.size();
        m_pending.pop_front();
        if (closes) {
            m_connection.close();
            break;
        }
    }
    updatePressure();
    if (m_closeWhenAnswered && m_pending.empty())
        m_connection.close();
}

void Session::updatePressure()
{
    // A peer that sends and does not read its answers is not read either: memory stays bounded, TCP pushes
    // back.
    m_connection.setPushedBack(m_pendingBytes > m_spec.highWaterMark);
    m_connection.setOwed(quint64(m_pendingBytes));
}

ConnectionStatus Session::status() const
{
    const auto identity = m_connection.identity();
    const auto counts = m_connection.counts();
    ConnectionStatus status;
    status.id = identity.connection;
    status.endpoint = identity.endpoint;
    status.state = stateOf(m_connection.state());
    status.local = m_connection.local();
    status.peer = m_connection.peer();
    status.outgoing = identity.outgoing;
    status.encoding = m_encoding.name();
    status.bytesReceived = counts.received;
    status.bytesSent = counts.sent;
    status.bytesQueued = counts.queued;
    status.bytesUnsent = counts.unsent;
    status.readingStopped = m_connection.isReadingStopped();
    status.overHighWater =
        qint64(counts.queued) >= m_spec.highWaterMark || m_pendingBytes > m_spec.highWaterMark;
    status.opened = m_connection.opened();
    status.failure = m_connection.failure();
    return status;
}

} // namespace swb::bench
