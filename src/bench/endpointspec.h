#pragma once

#include "protocol/behaviour.h"

#include <QMetaType>
#include <QString>

#include <chrono>

namespace swb::bench {

enum class Role : quint8
{
    TcpServer,
    TcpClient
};

using Behaviour = protocol::Behaviour;

/// Everything a user sets before Start. A plain value: it is what a workspace file holds.
struct EndpointSpec
{
    Role role = Role::TcpServer;
    QString address =
        QStringLiteral("127.0.0.1"); ///< server: an address of this computer; client: host or address
    quint16 port = 9090; ///< server: 0 lets the system choose
    QString encoding = QStringLiteral("UTF-8"); ///< codec::Encoding::find()

    // server
    int backlog = 128; ///< listen(2); the kernel caps it at net.core.somaxconn
    bool reuseAddress = true; ///< SO_REUSEADDR before bind(2)
    int maxConnections = 0; ///< clients at once; 0: no limit. More wait in the accept queue.
    bool oneAtATime = false; ///< the same as maxConnections = 1, as the first server of every tutorial does
    Behaviour behaviour;

    // client
    QString localAddress; ///< empty: the system chooses
    quint16 localPort = 0;
    std::chrono::milliseconds connectTimeout{10'000}; ///< for all addresses of the host together

    // both
    bool closeByReset = false; ///< where the program would close a connection, it resets it
    bool keepHalfOpen = false; ///< after the peer's FIN: stay open until the user closes
    qint64 highWaterMark =
        16 * 1024 * 1024; ///< bytes queued for one connection beyond which nothing is taken

    friend bool operator==(const EndpointSpec &, const EndpointSpec &) = default;
};

} // namespace swb::bench

Q_DECLARE_METATYPE(swb::bench::EndpointSpec)
