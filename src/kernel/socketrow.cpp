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

QList<SocketRow> acceptQueueOf(const QList<SocketRow> &rows, const SocketAddress &listener)
{
    QList<SocketRow> waiting;
    for (const SocketRow &row : rows) {
        const bool here =
            row.local.port == listener.port && (listener.ip.isAny() || row.local.ip == listener.ip);
        if (here && row.isUnaccepted())
            waiting.append(row);
    }
    return waiting;
}

} // namespace swb::kernel
