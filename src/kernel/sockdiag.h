#pragma once

#include "base/result.h"
#include "base/uniquedescriptor.h"
#include "kernel/diagmessage.h"

#include <optional>

namespace swb::kernel {

/// The table of all sockets of this computer, or of this container, asked of the kernel (sock_diag(7)):
/// everybody's, and without privilege. Any thread, one at a time. 1,000 sockets take some 10 ms, one
/// connection found by its ends 5 µs.
class SockDiag
{
public:
    struct Table
    {
        QList<SocketRow> rows;
        bool complete = true; ///< false: it changed under the reading, or is longer than `most`
    };

    /// System: this kernel does not offer it, or forbids it here.
    static Result<SockDiag> open();

    /// IPv4 and IPv6 sockets in every state.
    Result<Table> dump(Protocol protocol, qsizetype most = 100'000);
    /// TCP sockets that have this port at either end, but for those in TIME_WAIT: listeners, connections to
    /// them, and clients that are on this computer. The kernel picks them out, some 1 ms however many others
    /// there are.
    Result<Table> dumpAround(quint16 port, qsizetype most = 100'000);
    /// The one TCP socket between these two ends as `local` sees it; nothing if there is none.
    Result<std::optional<SocketRow>> find(const SocketAddress &local, const SocketAddress &peer);

private:
    explicit SockDiag(UniqueDescriptor descriptor)
        : m_descriptor(std::move(descriptor))
    {
    }
    template <class MakeRequest>
    Result<Table> dumpBoth(Protocol protocol, qsizetype most, MakeRequest make);
    /// Adds the answers to `table` until they are complete; 0 or errno.
    int ask(const QByteArray &request, Protocol protocol, Table &table, qsizetype most);

    UniqueDescriptor m_descriptor;
    quint32 m_number = 0;
};

} // namespace swb::kernel
