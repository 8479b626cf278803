#include "kernel/savedsyn.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace swb::kernel {

#ifdef __linux__

Outcome saveSyns(int listener)
{
    const int on = 1;
    if (setsockopt(listener, IPPROTO_TCP, TCP_SAVE_SYN, &on, sizeof on) != 0)
        return Failure{FailureKind::System, errno, QStringLiteral("TCP_SAVE_SYN")};
    return Done{};
}

std::optional<QByteArray> takeSavedSyn(int connection)
{
    constexpr int longestHeaders = 40 + 8 * 256 + 60; // IPv6 with extension headers, and TCP with all options
    QByteArray headers(longestHeaders, '\0');
    socklen_t size = static_cast<socklen_t>(headers.size());
    if (getsockopt(connection, IPPROTO_TCP, TCP_SAVED_SYN, headers.data(), &size) != 0 || size == 0)
        return std::nullopt;
    headers.truncate(static_cast<qsizetype>(size));
    return headers;
}

#else

Outcome saveSyns(int)
{
    return Failure{FailureKind::System, ENOPROTOOPT, QStringLiteral("TCP_SAVE_SYN")};
}

std::optional<QByteArray> takeSavedSyn(int)
{
    return std::nullopt;
}

#endif

} // namespace swb::kernel
