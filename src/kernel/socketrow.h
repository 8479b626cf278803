#pragma once

#include "base/address.h"
#include "kernel/facts.h"
#include "kernel/tcpstate.h"

#include <QList>

class QDebug;

namespace swb::kernel {

enum class Protocol : quint8
{
    Tcp,
    Udp
};

/// One socket of this computer, as the table of all sockets shows it: anybody's, also one without a
/// descriptor.
struct SocketRow
{
    Protocol protocol = Protocol::Tcp;
    bool v6 = false; ///< an IPv6 socket; its addresses may be IPv4 all the same
    SocketAddress local;
    SocketAddress peer; ///< of a listener or an unconnected socket: any address, port 0
    Facts facts;

    std::optional<TcpState> state() const; ///< none for UDP
    /// The kernel has completed the handshake, and no program has accepted it.
    bool isUnaccepted() const;

    friend bool operator==(const SocketRow &, const SocketRow &) = default;
};
QDebug operator<<(QDebug debug, const SocketRow &row);

/// Whoever listens at `listener` gets the clients that dial `dialled`.
bool listensFor(const SocketAddress &listener, const SocketAddress &dialled);
/// Of `rows`, the connections that wait in the accept queue of who listens at `listener`. Where several
/// listen there (SO_REUSEPORT), nobody can tell in whose.
QList<SocketRow> acceptQueueOf(const QList<SocketRow> &rows, const SocketAddress &listener);

} // namespace swb::kernel
