#include "net/rawsocket.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <utility>

namespace swb::net {

namespace {

CallOutcome returned(qint64 value)
{
    CallOutcome outcome;
    outcome.value = value;
    return outcome;
}

CallOutcome failed(int error)
{
    CallOutcome outcome;
    outcome.error = error;
    outcome.value = -1;
    return outcome;
}

CallOutcome waiting(WaitsFor what, qint64 soFar = 0)
{
    CallOutcome outcome;
    outcome.waitsFor = what;
    outcome.value = soFar;
    return outcome;
}

bool wouldBlock(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

/// What a call gave that either works or does not.
CallOutcome outcomeOf(int result)
{
    return result < 0 ? failed(errno) : returned(result);
}

template <class Query>
SocketAddress endOf(int descriptor, Query query)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (query(descriptor, reinterpret_cast<sockaddr *>(&storage), &length) < 0)
        return {};
    return SocketAddress::fromSockaddr(storage);
}

} // namespace

RawSocket::RawSocket(QObject *parent)
    : QObject(parent)
{
}

RawSocket::RawSocket(UniqueDescriptor descriptor, Transport transport)
    : m_descriptor(std::move(descriptor))
    , m_transport(transport)
{
}

RawSocket::~RawSocket()
{
    stopWaiting(); // the notifier goes before its descriptor
}

CallOutcome RawSocket::call(const SocketCall &call)
{
    if (m_waiting)
        return failed(EALREADY);
    m_sent = 0;
    CallOutcome outcome = attempt(call);
    if (!outcome.isOver()) {
        m_waiting = call;
        wait(outcome.waitsFor);
    }
    return outcome;
}

CallOutcome RawSocket::attempt(const SocketCall &call)
{
    switch (call.kind) {
    case CallKind::Socket:
        return openSocket(call);
    case CallKind::SetOption:
        return setOption(call);
    case CallKind::Bind:
        return bindTo(call);
    case CallKind::Listen:
        return outcomeOf(::listen(descriptor(), call.number));
    case CallKind::Accept:
        return acceptNext();
    case CallKind::Connect:
        return connectTo(call);
    case CallKind::Send:
        return sendAll(call);
    case CallKind::SendTo:
        return sendDatagram(call);
    case CallKind::Receive:
    case CallKind::ReceiveFrom:
        return receive(call);
    case CallKind::Shutdown:
        return outcomeOf(::shutdown(descriptor(),
            call.how == ShutdownHow::Reading       ? SHUT_RD
                : call.how == ShutdownHow::Writing ? SHUT_WR
                                                   : SHUT_RDWR));
    case CallKind::Close:
        return closeNow();
    }
    return failed(EINVAL);
}

CallOutcome RawSocket::openSocket(const SocketCall &call)
{
    if (m_descriptor)
        return failed(EALREADY);
    const int family = call.family == IpAddress::Family::V6 ? AF_INET6 : AF_INET;
    const int type = call.transport == Transport::Udp ? SOCK_DGRAM : SOCK_STREAM;
    m_descriptor.reset(::socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_descriptor)
        return failed(errno);
    m_transport = call.transport;
    return returned(descriptor());
}

CallOutcome RawSocket::setOption(const SocketCall &call)
{
    const auto set = [this](int level, int name, const auto &value) {
        return outcomeOf(::setsockopt(descriptor(), level, name, &value, sizeof value));
    };
    switch (call.option) {
    case RawOption::ReuseAddress:
        return set(SOL_SOCKET, SO_REUSEADDR, call.number);
    case RawOption::ReusePort:
        return set(SOL_SOCKET, SO_REUSEPORT, call.number);
    case RawOption::LingerZero:
        return set(SOL_SOCKET, SO_LINGER, linger{call.number, 0});
    case RawOption::NoDelay:
        return set(IPPROTO_TCP, TCP_NODELAY, call.number);
    case RawOption::KeepAlive:
        return set(SOL_SOCKET, SO_KEEPALIVE, call.number);
    case RawOption::SendBuffer:
        return set(SOL_SOCKET, SO_SNDBUF, call.number);
    case RawOption::ReceiveBuffer:
        return set(SOL_SOCKET, SO_RCVBUF, call.number);
    }
    return failed(EINVAL);
}

CallOutcome RawSocket::bindTo(const SocketCall &call)
{
    sockaddr_storage storage;
    const socklen_t length = call.address.toSockaddr(storage);
    return outcomeOf(::bind(descriptor(), reinterpret_cast<sockaddr *>(&storage), length));
}

CallOutcome RawSocket::acceptNext()
{
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    int accepted = -1;
    do
        accepted = ::accept4(
            descriptor(), reinterpret_cast<sockaddr *>(&peer), &length, SOCK_CLOEXEC | SOCK_NONBLOCK);
    while (accepted < 0 && errno == EINTR);
    if (accepted < 0)
        return wouldBlock(errno) ? waiting(WaitsFor::Client) : failed(errno);
    m_accepted.reset(new RawSocket(UniqueDescriptor(accepted), m_transport));
    CallOutcome outcome = returned(accepted);
    outcome.address = SocketAddress::fromSockaddr(peer);
    return outcome;
}

/// A connect that waits is asked again rather than its SO_ERROR taken: only that leaves the socket in the
/// state which a connect(2) that blocks leaves it in, so that it may be tried again after a refusal.
CallOutcome RawSocket::connectTo(const SocketCall &call)
{
    sockaddr_storage storage;
    const socklen_t length = call.address.toSockaddr(storage);
    const auto ask = [&] { return ::connect(descriptor(), reinterpret_cast<sockaddr *>(&storage), length); };
    int result = ask();
    if (result < 0 && errno == EINPROGRESS)
        result = ask(); // on the same machine the handshake is over by now
    if (result == 0)
        return returned(0);
    if (errno == EINPROGRESS || errno == EALREADY || errno == EINTR)
        return waiting(WaitsFor::Handshake);
    if (errno == EISCONN && m_waiting) // how BSD says that the one which waited is through
        return returned(0);
    return failed(errno);
}

/// send(2) on a stream that blocks returns once everything is taken, or with what was taken before an error.
CallOutcome RawSocket::sendAll(const SocketCall &call)
{
    do {
        if (m_sent > 0 && hasPendingError())
            return returned(m_sent); // the error is for the next call, which a send now would take away
        const ssize_t taken = ::send(
            descriptor(), call.bytes.constData() + m_sent, size_t(call.bytes.size() - m_sent), MSG_NOSIGNAL);
        if (taken >= 0)
            m_sent += taken;
        else if (wouldBlock(errno))
            return waiting(WaitsFor::Room, m_sent);
        else if (errno != EINTR)
            return m_sent > 0 ? returned(m_sent) : failed(errno);
    } while (m_sent < call.bytes.size());
    return returned(m_sent);
}

CallOutcome RawSocket::sendDatagram(const SocketCall &call)
{
    sockaddr_storage storage;
    const socklen_t length = call.address.toSockaddr(storage);
    const ssize_t taken = ::sendto(descriptor(), call.bytes.constData(), size_t(call.bytes.size()),
        MSG_NOSIGNAL, reinterpret_cast<sockaddr *>(&storage), length);
    if (taken < 0)
        return wouldBlock(errno) ? waiting(WaitsFor::Room) : failed(errno);
    return returned(taken);
}

CallOutcome RawSocket::receive(const SocketCall &call)
{
    if (call.number < 1 || call.number > MostReceived)
        return failed(EINVAL);
    CallOutcome outcome;
    outcome.bytes.resize(call.number);
    const bool datagram = m_transport == Transport::Udp;
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    ssize_t size = -1;
    do // MSG_TRUNC tells how long the datagram was; for a stream it would throw the bytes away
        size = ::recvfrom(descriptor(), outcome.bytes.data(), size_t(call.number), datagram ? MSG_TRUNC : 0,
            reinterpret_cast<sockaddr *>(&peer), &length);
    while (size < 0 && errno == EINTR);
    if (size < 0)
        return wouldBlock(errno) ? waiting(WaitsFor::Bytes) : failed(errno);
    outcome.value = std::min<qint64>(size, call.number);
    outcome.discarded = size - outcome.value;
    outcome.bytes.truncate(outcome.value);
    outcome.bytes.squeeze();
    if (datagram)
        outcome.address = SocketAddress::fromSockaddr(peer);
    return outcome;
}

CallOutcome RawSocket::closeNow()
{
    if (!m_descriptor)
        return failed(EBADF);
    int unread = 0;
    if (m_transport != Transport::Tcp || ::ioctl(descriptor(), FIONREAD, &unread) < 0)
        unread = 0; // a listener has no bytes
    CallOutcome outcome = outcomeOf(::close(m_descriptor.release()));
    outcome.discarded = unread;
    return outcome;
}

bool RawSocket::hasPendingError() const
{
    pollfd asked{descriptor(), 0, 0};
    return ::poll(&asked, 1, 0) > 0 && (asked.revents & POLLERR) != 0;
}

void RawSocket::wait(WaitsFor what)
{
    const bool forWriting = what == WaitsFor::Handshake || what == WaitsFor::Room;
    m_notifier = std::make_unique<QSocketNotifier>(
        descriptor(), forWriting ? QSocketNotifier::Write : QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &RawSocket::goOn);
}

void RawSocket::stopWaiting()
{
    m_waiting.reset();
    if (!m_notifier)
        return;
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater(); // it may be the one that is calling
}

void RawSocket::goOn()
{
    const CallOutcome outcome = attempt(*m_waiting);
    if (!outcome.isOver())
        return;
    stopWaiting();
    emit finished(outcome);
}

CallOutcome RawSocket::giveUp()
{
    if (!m_waiting)
        return {};
    stopWaiting();
    CallOutcome outcome = m_sent > 0 ? returned(m_sent) : failed(EINTR);
    outcome.givenUp = true;
    return outcome;
}

SocketAddress RawSocket::localEnd() const
{
    return endOf(descriptor(), ::getsockname);
}

SocketAddress RawSocket::peerEnd() const
{
    return endOf(descriptor(), ::getpeername);
}

std::unique_ptr<RawSocket> RawSocket::takeAccepted()
{
    return std::move(m_accepted);
}

} // namespace swb::net
