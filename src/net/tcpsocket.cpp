#include "net/tcpsocket.h"

#include "net/oserror.h"

#include <QHostAddress>
#include <QSocketNotifier>
#include <QVariant>

#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace swb::net {

namespace {

Result<UniqueDescriptor> boundSocket(const SocketAddress &peer, const SocketAddress &local)
{
    const int family = peer.ip.family() == IpAddress::Family::V6 ? AF_INET6 : AF_INET;
    UniqueDescriptor descriptor(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP));
    if (!descriptor)
        return failureFromErrno(errno, During::Connect, peer.toString());
    if (local.isNull())
        return descriptor;
    const int on = 1;
    // A chosen port may still stand in TIME_WAIT from the last try; without a port, bind(2) must not take one
    // yet.
    setsockopt(descriptor.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (local.port == 0)
        setsockopt(descriptor.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    sockaddr_storage storage;
    const socklen_t length = local.toSockaddr(storage, family == AF_INET6);
    if (::bind(descriptor.get(), reinterpret_cast<sockaddr *>(&storage), length) < 0)
        return failureFromErrno(errno, During::Bind, local.toString());
    return descriptor;
}

SocketAddress ownEnd(const UniqueDescriptor &descriptor)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (getsockname(descriptor.get(), reinterpret_cast<sockaddr *>(&storage), &length) < 0)
        return {};
    return SocketAddress::fromSockaddr(storage);
}

QHostAddress qtAddress(const SocketAddress &address)
{
    sockaddr_storage storage;
    return address.toSockaddr(storage) ? QHostAddress(reinterpret_cast<const sockaddr *>(&storage))
                                       : QHostAddress();
}

TcpSocket::Transfer transferOf(ssize_t result)
{
    using Outcome = TcpSocket::Transfer::Outcome;
    if (result > 0)
        return {Outcome::Done, result, 0};
    if (result == 0)
        return {Outcome::EndOfStream, 0, 0};
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return {Outcome::WouldBlock, 0, 0};
    return {Outcome::Failed, 0, errno};
}

} // namespace

TcpSocket::TcpSocket(QObject *parent)
    : QTcpSocket(parent)
{
}

TcpSocket::~TcpSocket()
{
    // Before ~QAbstractSocket, which would call abort() on a socket that still looks connected.
    close();
}

Outcome TcpSocket::dial(const SocketAddress &peer, const SocketAddress &local)
{
    auto descriptor = boundSocket(peer, local);
    if (!descriptor)
        return descriptor.failure();
    m_descriptor = std::move(*descriptor);
    sockaddr_storage storage;
    const socklen_t length = peer.toSockaddr(storage);
    setSocketState(ConnectingState);
    const int result = ::connect(m_descriptor.get(), reinterpret_cast<sockaddr *>(&storage), length);
    if (result < 0 && errno != EINPROGRESS) {
        const int error = errno;
        close();
        return failureFromErrno(error, During::Connect, peer.toString());
    }
    // Known from here on, and no longer should the peer reset it at once.
    m_local = ownEnd(m_descriptor);
    m_peer = peer;
    // Even when connect(2) is through already, the answer comes from the event loop: one way for all.
    watchWritable(true);
    return Done{};
}

void TcpSocket::concludeDial()
{
    const int error = takeError();
    watchWritable(false);
    // A refusal is ECONNREFUSED. These mean that the handshake was through, and that bytes may be waiting.
    if (error == ECONNRESET || error == EPIPE) {
        m_earlyError = error;
    } else if (error != 0) {
        close();
        emit connectFailed(error);
        return;
    }
    becomeConnected();
    emit connected();
}

void TcpSocket::adopt(UniqueDescriptor descriptor, const SocketAddress &peer)
{
    m_descriptor = std::move(descriptor);
    m_local = ownEnd(m_descriptor);
    m_peer = peer;
    becomeConnected();
}

void TcpSocket::becomeConnected()
{
    // Urgent data is a byte of the stream like any other (RFC 6093); without this it would be missing from
    // it.
    const int on = 1;
    setsockopt(m_descriptor.get(), SOL_SOCKET, SO_OOBINLINE, &on, sizeof on);
    setLocalPort(m_local.port);
    setPeerPort(m_peer.port);
    setLocalAddress(qtAddress(m_local));
    setPeerAddress(qtAddress(m_peer));
    setOpenMode(ReadWrite | Unbuffered);
    setSocketState(ConnectedState);
}

bool TcpSocket::setSocketDescriptor(qintptr descriptor, SocketState state, OpenMode)
{
    if (state != ConnectedState)
        return false;
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (getpeername(int(descriptor), reinterpret_cast<sockaddr *>(&storage), &length) < 0)
        return false;
    adopt(UniqueDescriptor(int(descriptor)), SocketAddress::fromSockaddr(storage));
    return true;
}

TcpSocket::Transfer TcpSocket::receive(char *buffer, qint64 size)
{
    ssize_t result = 0;
    do
        result = ::recv(m_descriptor.get(), buffer, size_t(size), 0);
    while (result < 0 && errno == EINTR);
    return transferOf(result);
}

TcpSocket::Transfer TcpSocket::transmit(const char *bytes, qint64 size)
{
    ssize_t result = 0;
    do
        result = ::send(m_descriptor.get(), bytes, size_t(size), MSG_NOSIGNAL);
    while (result < 0 && errno == EINTR);
    return transferOf(result);
}

Outcome TcpSocket::finishSending()
{
    if (::shutdown(m_descriptor.get(), SHUT_WR) < 0)
        return failureFromErrno(errno, During::Transfer, peerEnd().toString());
    return Done{};
}

int TcpSocket::takeError()
{
    int error = 0;
    socklen_t length = sizeof error;
    getsockopt(m_descriptor.get(), SOL_SOCKET, SO_ERROR, &error, &length);
    return error;
}

bool TcpSocket::hasHungUp() const
{
    pollfd only{m_descriptor.get(), 0, 0};
    return ::poll(&only, 1, 0) > 0 && (only.revents & POLLERR);
}

void TcpSocket::resetConnection()
{
    const linger atOnce{1, 0};
    setsockopt(m_descriptor.get(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

void TcpSocket::watch(std::unique_ptr<QSocketNotifier> &notifier, Watch what, bool on)
{
    if (!notifier) {
        if (!on || !m_descriptor)
            return;
        constexpr std::array types{QSocketNotifier::Read, QSocketNotifier::Write, QSocketNotifier::Exception};
        notifier = std::make_unique<QSocketNotifier>(m_descriptor.get(), types[size_t(what)], this);
        connect(notifier.get(), &QSocketNotifier::activated, this, [this, what] {
            if (what == Watch::Readable)
                emit readyRead();
            else if (what == Watch::HangUp)
                emit hungUp();
            else if (state() == ConnectingState)
                concludeDial();
            else
                emit writable();
        });
    }
    notifier->setEnabled(on);
}

void TcpSocket::watchReadable(bool on)
{
    watch(m_readable, Watch::Readable, on);
}

void TcpSocket::watchWritable(bool on)
{
    watch(m_writable, Watch::Writable, on);
}

void TcpSocket::watchHangUp(bool on)
{
    watch(m_hangUp, Watch::HangUp, on);
}

qint64 TcpSocket::bytesAvailable() const
{
    int unread = 0;
    return m_descriptor && ioctl(m_descriptor.get(), FIONREAD, &unread) == 0 ? unread : 0;
}

void TcpSocket::disconnectFromHost()
{
    close();
}

void TcpSocket::close()
{
    // Deleted later, or with their parent: close() may be called from inside one of their activations.
    for (auto *notifier : {&m_readable, &m_writable, &m_hangUp}) {
        if (!*notifier)
            continue;
        (*notifier)->setEnabled(false);
        (*notifier).release()->deleteLater();
    }
    const bool wasOpen = bool(m_descriptor);
    m_descriptor.reset();
    setOpenMode(NotOpen);
    if (wasOpen)
        setSocketState(UnconnectedState);
}

void TcpSocket::setSocketOption(SocketOption option, const QVariant &value)
{
    const int number = value.toInt();
    if (option == LowDelayOption)
        setsockopt(m_descriptor.get(), IPPROTO_TCP, TCP_NODELAY, &number, sizeof number);
    else if (option == KeepAliveOption)
        setsockopt(m_descriptor.get(), SOL_SOCKET, SO_KEEPALIVE, &number, sizeof number);
}

QVariant TcpSocket::socketOption(SocketOption option)
{
    int number = 0;
    socklen_t length = sizeof number;
    if (option == LowDelayOption)
        getsockopt(m_descriptor.get(), IPPROTO_TCP, TCP_NODELAY, &number, &length);
    else if (option == KeepAliveOption)
        getsockopt(m_descriptor.get(), SOL_SOCKET, SO_KEEPALIVE, &number, &length);
    else
        return {};
    return number;
}

qint64 TcpSocket::readData(char *data, qint64 maxSize)
{
    const Transfer transfer = receive(data, maxSize);
    return transfer.outcome == Transfer::Outcome::Done || transfer.outcome == Transfer::Outcome::WouldBlock
        ? transfer.size
        : -1;
}

qint64 TcpSocket::writeData(const char *data, qint64 size)
{
    const Transfer transfer = transmit(data, size);
    return transfer.outcome == Transfer::Outcome::Failed ? -1 : transfer.size;
}

} // namespace swb::net
