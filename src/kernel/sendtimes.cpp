#include "kernel/sendtimes.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/uio.h>

#ifdef __linux__
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#endif

namespace swb::kernel {

#ifdef __linux__

namespace {

std::optional<SendTime::Stage> stageFrom(quint32 info)
{
    switch (info) {
    case SCM_TSTAMP_SCHED:
        return SendTime::Stage::Queued;
    case SCM_TSTAMP_SND:
        return SendTime::Stage::Sent;
    case SCM_TSTAMP_ACK:
        return SendTime::Stage::Acknowledged;
    default:
        return std::nullopt;
    }
}

bool isError(const cmsghdr &header)
{
    return (header.cmsg_level == IPPROTO_IP && header.cmsg_type == IP_RECVERR)
        || (header.cmsg_level == IPPROTO_IPV6 && header.cmsg_type == IPV6_RECVERR);
}

template <class Struct>
std::optional<Struct> contentOf(QByteArrayView message)
{
    Struct content;
    if (message.size() < qsizetype(CMSG_LEN(sizeof content)))
        return std::nullopt;
    std::memcpy(&content, message.data() + CMSG_LEN(0), sizeof content);
    return content;
}

} // namespace

Outcome noteSendTimes(int descriptor)
{
    // Counts from the bytes given so far instead of those acknowledged so far; Linux 6.2.
    constexpr int countFromGiven = 1 << 16; // SOF_TIMESTAMPING_OPT_ID_TCP
    const int flags = SOF_TIMESTAMPING_TX_SCHED | SOF_TIMESTAMPING_TX_SOFTWARE | SOF_TIMESTAMPING_TX_ACK
        | SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_OPT_ID | SOF_TIMESTAMPING_OPT_TSONLY;
    for (const int tried : {flags | countFromGiven, flags}) {
        if (setsockopt(descriptor, SOL_SOCKET, SO_TIMESTAMPING, &tried, sizeof tried) == 0)
            return Done{};
    }
    return Failure{FailureKind::System, errno, QStringLiteral("SO_TIMESTAMPING")};
}

QList<SendTime> takeSendTimes(int descriptor)
{
    constexpr int most = 10'000; // those that come meanwhile wait for the next call
    QList<SendTime> times;
    for (int i = 0; i < most; ++i) {
        alignas(cmsghdr) char control[512];
        msghdr message{};
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        if (recvmsg(descriptor, &message, MSG_ERRQUEUE | MSG_DONTWAIT) < 0)
            break;
        if (const auto time = parseSendTime({control, qsizetype(message.msg_controllen)}))
            times.append(*time);
    }
    return times;
}

std::optional<SendTime> parseSendTime(QByteArrayView control)
{
    std::optional<scm_timestamping> times;
    std::optional<sock_extended_err> about;
    while (control.size() >= qsizetype(sizeof(cmsghdr))) {
        cmsghdr header;
        std::memcpy(&header, control.data(), sizeof header);
        if (header.cmsg_len < sizeof header || header.cmsg_len > size_t(control.size()))
            break;
        const QByteArrayView message = control.first(qsizetype(header.cmsg_len));
        if (header.cmsg_level == SOL_SOCKET && header.cmsg_type == SCM_TIMESTAMPING)
            times = contentOf<scm_timestamping>(message);
        else if (isError(header))
            about = contentOf<sock_extended_err>(message);
        control = control.sliced(std::min(qsizetype(CMSG_ALIGN(header.cmsg_len)), control.size()));
    }
    const auto stage =
        about && about->ee_origin == SO_EE_ORIGIN_TIMESTAMPING ? stageFrom(about->ee_info) : std::nullopt;
    if (!times || !stage)
        return std::nullopt;
    const auto time =
        std::chrono::seconds(times->ts[0].tv_sec) + std::chrono::nanoseconds(times->ts[0].tv_nsec);
    return SendTime{*stage, about->ee_data, Timestamp(time)};
}

#else

Outcome noteSendTimes(int)
{
    return Failure{FailureKind::System, ENOPROTOOPT, QStringLiteral("SO_TIMESTAMPING")};
}

QList<SendTime> takeSendTimes(int)
{
    return {};
}

std::optional<SendTime> parseSendTime(QByteArrayView)
{
    return std::nullopt;
}

#endif

} // namespace swb::kernel
