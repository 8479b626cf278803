#include "net/tcpserver.h"

#include "net/oserror.h"

#include <QSocketNotifier>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>

namespace swb::net {

namespace {

using namespace std::chrono_literals;

constexpr auto retryInterval = 100ms;
constexpr int acceptsATurn = 64; // other sockets of this thread get their turn in a storm of clients

Result<UniqueDescriptor> listeningSocket(const ListenOptions &options)
{
    sockaddr_storage storage;
    const socklen_t length = options.address.toSockaddr(storage);
    const QString where = options.address.toString();
    UniqueDescriptor descriptor(
        ::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_TCP));
    if (!descriptor)
        return failureFromErrno(errno, During::Bind, where);
    const int reuse = options.reuseAddress;
    setsockopt(descriptor.get(), SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof reuse);
    if (storage.ss_family == AF_INET6) {
        const int onlyV6 = 0; // "::" serves IPv4 clients as well, whatever net.ipv6.bindv6only says
        setsockopt(descriptor.get(), IPPROTO_IPV6, IPV6_V6ONLY, &onlyV6, sizeof onlyV6);
    }
    if (::bind(descriptor.get(), reinterpret_cast<sockaddr *>(&storage), length) < 0
        || ::listen(descriptor.get(), options.backlog) < 0)
        return failureFromErrno(errno, During::Bind, where);
    return descriptor;
}

/// This client gave up while it waited; the next may be fine.
bool isOfThisClient(int error)
{
    return error == EINTR || error == ECONNABORTED || error == EPROTO;
}

bool isShortage(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

} // namespace

TcpServer::TcpServer(QObject *parent)
    : QTcpServer(parent)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &TcpServer::acceptReady);
}

TcpServer::~TcpServer() = default;

Outcome TcpServer::listenOn(const ListenOptions &options)
{
    auto descriptor = listeningSocket(options);
    if (!descriptor)
        return descriptor.failure();
    if (!setSocketDescriptor(descriptor->get()))
        return failureFromErrno(errno, During::Bind, options.address.toString());
    descriptor->release(); // QTcpServer's from here on
    pauseAccepting(); // its notifier accepts without asking and stays off; ours takes its place
    m_notifier = std::make_unique<QSocketNotifier>(socketDescriptor(), QSocketNotifier::Read, this);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &TcpServer::acceptReady);
    updateWatch();
    return Done{};
}

void TcpServer::stopListening()
{
    m_retry.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // this may be one of its activations
    }
    m_starved = false;
    QTcpServer::close();
}

void TcpServer::setAccepting(bool on)
{
    m_accepting = on;
    updateWatch();
    if (on && m_starved)
        m_retry.start();
}

void TcpServer::updateWatch()
{
    if (m_notifier)
        m_notifier->setEnabled(m_accepting && !m_starved);
}

void TcpServer::acceptReady()
{
    if (!m_accepting)
        return; // a retry that fell due meanwhile; setAccepting() starts it again
    // The receiver of newConnection() may stop accepting, or listening, at any client.
    for (int i = 0; i < acceptsATurn && isListening() && m_accepting; ++i) {
        const int error = takeNext();
        if (isShortage(error))
            return starve(error);
        if (error && !isOfThisClient(error))
            break;
    }
    if (m_starved) {
        m_starved = false;
        updateWatch();
        emit starvedChanged(false, 0);
    }
}

void TcpServer::acceptOne()
{
    for (int i = 0; i < acceptsATurn && isListening(); ++i) {
        const int error = takeNext();
        if (isShortage(error))
            return starve(error);
        if (!isOfThisClient(error))
            return;
    }
}

/// 0: a client was accepted and told of; otherwise errno.
int TcpServer::takeNext()
{
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    UniqueDescriptor client(::accept4(
        int(socketDescriptor()), reinterpret_cast<sockaddr *>(&peer), &length, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!client)
        return errno;
    m_pending.push_back(std::make_unique<TcpSocket>());
    m_pending.back()->adopt(std::move(client), SocketAddress::fromSockaddr(peer));
    emit newConnection();
    return 0;
}

void TcpServer::starve(int error)
{
    // A listening socket with a client in its queue stays readable: watched on, it would spin.
    m_retry.start();
    if (m_starved)
        return;
    m_starved = true;
    updateWatch();
    emit starvedChanged(true, error);
}

std::unique_ptr<TcpSocket> TcpServer::takeConnection()
{
    if (m_pending.empty())
        return nullptr;
    auto socket = std::move(m_pending.front());
    m_pending.pop_front();
    return socket;
}

QTcpSocket *TcpServer::nextPendingConnection()
{
    auto socket = takeConnection();
    if (socket)
        socket->setParent(this);
    return socket.release();
}

SocketAddress TcpServer::localEnd() const
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    if (getsockname(int(socketDescriptor()), reinterpret_cast<sockaddr *>(&storage), &length) < 0)
        return {};
    return SocketAddress::fromSockaddr(storage);
}

bool TcpServer::reuseAddress() const
{
    int value = 0;
    socklen_t length = sizeof value;
    getsockopt(int(socketDescriptor()), SOL_SOCKET, SO_REUSEADDR, &value, &length);
    return value != 0;
}

} // namespace swb::net
