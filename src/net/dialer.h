#pragma once

#include "net/resolver.h"
#include "net/tcpsocket.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <memory>

namespace swb::net {

struct DialOptions
{
    QString host; ///< a name or an address
    quint16 port = 0;
    SocketAddress local; ///< null: the system chooses
    std::chrono::milliseconds timeout{10'000}; ///< for all addresses of the host together
};

/// Connects to a host: resolves its name, then tries its addresses one after the other. Each address still to
/// be tried gets an equal share of the time that is left, so that a silent one does not use up all of it.
class Dialer : public QObject
{
    Q_OBJECT

public:
    explicit Dialer(const DialOptions &options, QObject *parent = nullptr);

    void start();
    void cancel(); ///< at once, without a signal
    std::unique_ptr<TcpSocket> takeSocket(); ///< after connected()

Q_SIGNALS:
    void trying(const swb::SocketAddress &peer);
    void attemptFailed(const swb::SocketAddress &peer, const swb::Failure &failure);
    void connected();
    void failed(const swb::Failure &failure); ///< no address is left; the last one's failure

private:
    void tryNext();
    void dial(const SocketAddress &peer);
    void attemptEnded(const Failure &failure);
    void succeed();
    void dropSocket();

    DialOptions m_options;
    Resolver m_resolver;
    QList<SocketAddress> m_left;
    SocketAddress m_current;
    std::unique_ptr<TcpSocket> m_socket;
    QElapsedTimer m_since;
    QTimer m_deadline;
};

} // namespace swb::net
