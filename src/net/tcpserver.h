#pragma once

#include "base/address.h"
#include "base/result.h"
#include "net/tcpsocket.h"

#include <QTcpServer>
#include <QTimer>

#include <deque>
#include <memory>

class QSocketNotifier;

namespace swb::net {

struct ListenOptions
{
    SocketAddress address; ///< port 0: the system chooses
    int backlog = 128; ///< listen(2); the kernel caps it at net.core.somaxconn
    bool reuseAddress = true; ///< SO_REUSEADDR, set before bind(2)
};

/// A QTcpServer that accepts natively: the plain class turns deaf after one EMFILE. Here running out of
/// descriptors pauses accepting and it is tried again every 100 ms, without spinning. Clients that are not
/// accepted wait in the kernel's accept queue.
class TcpServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit TcpServer(QObject *parent = nullptr);
    ~TcpServer() override;

    Outcome listenOn(const ListenOptions &options);
    /// Closes the listening socket; accepted connections live on. Clients still in the accept queue are
    /// reset.
    void stopListening();
    /// While not wanted, nobody is accepted; the kernel still completes handshakes into its queue.
    void setAccepting(bool on);
    /// One client out of the queue, whether or not accepting is wanted; none if nobody waits there.
    void acceptOne();

    SocketAddress localEnd() const; ///< as the kernel reports it
    bool reuseAddress() const; ///< read back from the kernel

    /// The next accepted client after newConnection(), or null.
    std::unique_ptr<TcpSocket> takeConnection();
    bool hasPendingConnections() const override { return !m_pending.empty(); }
    QTcpSocket *nextPendingConnection() override; ///< takeConnection() as a child of the server

Q_SIGNALS:
    /// Accepting waits for file descriptors (true; errno), or works again (false).
    void starvedChanged(bool starved, int error);

private:
    void acceptReady();
    int takeNext();
    void updateWatch();
    void starve(int error);

    std::deque<std::unique_ptr<TcpSocket>> m_pending;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_retry;
    bool m_accepting = true;
    bool m_starved = false;
};

} // namespace swb::net
