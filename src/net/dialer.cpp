#include "net/dialer.h"

#include "net/oserror.h"

#include <algorithm>

namespace swb::net {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

Dialer::Dialer(const DialOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const bool resolving = m_current.isNull();
        const QString where = resolving ? m_options.host : m_current.toString();
        m_resolver.cancel();
        attemptEnded({resolving ? FailureKind::ResolverFailed : FailureKind::TimedOut, 0, where});
    });
    connect(&m_resolver, &Resolver::failed, this, &Dialer::attemptEnded);
    connect(&m_resolver, &Resolver::resolved, this, [this](const QList<IpAddress> &addresses) {
        for (const IpAddress &address : addresses)
            m_left.append({address, m_options.port});
        tryNext();
    });
}

void Dialer::start()
{
    m_since.start();
    if (const auto address = IpAddress::parse(m_options.host)) {
        m_left.append({*address, m_options.port});
        tryNext();
        return;
    }
    m_deadline.start(m_options.timeout);
    m_resolver.lookUp(m_options.host);
}

void Dialer::cancel()
{
    m_deadline.stop();
    m_resolver.cancel();
    m_left.clear();
    m_current = {};
    dropSocket();
}

void Dialer::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close();
    m_socket.release()->deleteLater(); // this may be inside one of its signals
}

void Dialer::tryNext()
{
    const milliseconds left = m_options.timeout - milliseconds(m_since.elapsed());
    m_current = m_left.takeFirst();
    m_deadline.start(std::max(milliseconds(left / (m_left.size() + 1)), 1ms));
    emit trying(m_current);
    if (!m_current.isNull()) // cancelled by whoever heard it
        dial(m_current);
}

void Dialer::dial(const SocketAddress &peer)
{
    m_socket = std::make_unique<TcpSocket>();
    connect(m_socket.get(), &QTcpSocket::connected, this, &Dialer::succeed);
    connect(m_socket.get(), &TcpSocket::connectFailed, this,
        [this, peer](int error) { attemptEnded(failureFromErrno(error, During::Connect, peer.toString())); });
    const Outcome dialled = m_socket->dial(peer, m_options.local);
    if (!dialled)
        attemptEnded(dialled.failure());
}

void Dialer::succeed()
{
    m_deadline.stop();
    // A port of the ephemeral range dialled on this machine can meet itself (simultaneous open, RFC
    // 9293 3.5).
    if (m_socket->localEnd() == m_socket->peerEnd()) {
        attemptEnded({FailureKind::SelfConnected, 0, m_current.toString()});
        return;
    }
    m_socket->disconnect(this);
    emit connected();
}

void Dialer::attemptEnded(const Failure &failure)
{
    m_deadline.stop();
    dropSocket();
    if (!m_current.isNull())
        emit attemptFailed(m_current, failure);
    if (m_left.isEmpty())
        emit failed(failure);
    else
        tryNext();
}

std::unique_ptr<TcpSocket> Dialer::takeSocket()
{
    return std::move(m_socket);
}

} // namespace swb::net
