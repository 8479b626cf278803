#include "kernel/socketrow.h"

#include <QDebug>

namespace swb::kernel {

std::optional<TcpState> SocketRow::state() const
{
    const auto number = facts.value(FactId::State);
    return protocol == Protocol::Tcp && number ? std::optional(TcpState(*number)) : std::nullopt;
}

bool SocketRow::isUnaccepted() const
{
    // In the other states without a descriptor a program has closed it.
    const auto now = state();
    return facts.value(FactId::Inode) == 0 && (now == TcpState::Established || now == TcpState::CloseWait);
}

QDebug operator<<(QDebug debug, const SocketRow &row)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << (row.protocol == Protocol::Tcp ? "tcp " : "udp ") << row.local << " - " << row.peer
                    << ' ' << row.facts;
    return debug;
}

bool listensFor(const SocketAddress &listener, const SocketAddress &dialled)
{
    using Family = IpAddress::Family;
    // Who listens at [::] may serve IPv4 clients, too; who listens at 0.0.0.0 never serves others.
    const bool any =
        listener.ip.isAny() && (listener.ip.family() == Family::V6 || dialled.ip.family() == Family::V4);
    return listener.port == dialled.port && (any || dialled.ip == listener.ip);
}

QList<SocketRow> acceptQueueOf(const QList<SocketRow> &rows, const SocketAddress &listener)
{
    QList<SocketRow> waiting;
    for (const SocketRow &row : rows) {
        if (row.isUnaccepted() && listensFor(listener, row.local))
            waiting.append(row);
    }
    return waiting;
}

} // namespace swb::kernel
