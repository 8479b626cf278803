#include "kernel/sockdiag.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <sys/time.h>

#ifdef __linux__
#include <linux/netlink.h>
#endif

namespace swb::kernel {

namespace {

Failure notOffered(int error)
{
    return {FailureKind::System, error, QStringLiteral("sock_diag")};
}

} // namespace

#ifdef __linux__

Result<SockDiag> SockDiag::open()
{
    UniqueDescriptor descriptor(socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
    // The kernel answers while it is asked; this is for one that does not answer at all.
    const timeval patience{2, 0};
    if (!descriptor || setsockopt(descriptor.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
        return notOffered(errno);
    return SockDiag(std::move(descriptor));
}

int SockDiag::ask(const QByteArray &request, Protocol protocol, Table &table, qsizetype most)
{
    sockaddr_nl kernel{};
    kernel.nl_family = AF_NETLINK;
    if (sendto(m_descriptor.get(), request.constData(), size_t(request.size()), 0,
            reinterpret_cast<const sockaddr *>(&kernel), sizeof kernel)
        < 0)
        return errno;
    constexpr qsizetype longestAnswer = 64 * 1024; // the kernel's are at most 32 KiB
    QByteArray buffer(longestAnswer, Qt::Uninitialized);
    for (;;) {
        sockaddr_nl from{};
        socklen_t fromSize = sizeof from;
        const ssize_t size = recvfrom(m_descriptor.get(), buffer.data(), size_t(buffer.size()), 0,
            reinterpret_cast<sockaddr *>(&from), &fromSize);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return errno;
        if (from.nl_pid != 0)
            continue; // not from the kernel
        const QByteArrayView datagram(buffer.constData(), qsizetype(size));
        const DiagAnswer answer = parseDiag(datagram, protocol, m_number);
        // What is too much is read and dropped: the kernel takes no other question before it has told all.
        const qsizetype taken = std::min(answer.rows.size(), most - table.rows.size());
        table.rows.append(answer.rows.first(taken));
        table.complete =
            table.complete && !answer.interrupted && !answer.damaged && taken == answer.rows.size();
        if (answer.done)
            return answer.error;
    }
}

#else

Result<SockDiag> SockDiag::open()
{
    return notOffered(ENOSYS);
}

int SockDiag::ask(const QByteArray &, Protocol, Table &, qsizetype)
{
    return ENOSYS;
}

#endif

/// `make(v6, number)` for IPv4 sockets, then for IPv6 ones.
template <class MakeRequest>
Result<SockDiag::Table> SockDiag::dumpBoth(Protocol protocol, qsizetype most, MakeRequest make)
{
    Table table;
    for (const bool v6 : {false, true}) {
        if (const int error = ask(make(v6, ++m_number), protocol, table, most))
            return notOffered(error);
    }
    return table;
}

Result<SockDiag::Table> SockDiag::dump(Protocol protocol, qsizetype most)
{
    return dumpBoth(
        protocol, most, [=](bool v6, quint32 number) { return dumpRequest(protocol, v6, number); });
}

Result<SockDiag::Table> SockDiag::dumpAround(quint16 port, qsizetype most)
{
    return dumpBoth(
        Protocol::Tcp, most, [=](bool v6, quint32 number) { return dumpAroundRequest(port, v6, number); });
}

Result<std::optional<SocketRow>> SockDiag::find(const SocketAddress &local, const SocketAddress &peer)
{
    Table table;
    const int error = ask(lookupRequest(Protocol::Tcp, local, peer, ++m_number), Protocol::Tcp, table, 1);
    if (error == ENOENT)
        return std::optional<SocketRow>();
    if (error)
        return notOffered(error);
    // Where there is no such connection, the kernel offers who listens there.
    const bool found =
        !table.rows.isEmpty() && table.rows.first().local == local && table.rows.first().peer == peer;
    return found ? std::optional(table.rows.first()) : std::optional<SocketRow>();
}

} // namespace swb::kernel
