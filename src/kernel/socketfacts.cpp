#include "kernel/socketfacts.h"

#include "kernel/tcpinfo.h"
#include "kernel/tcpstate.h"

#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#ifdef __linux__
#include <linux/sockios.h>
#endif

namespace swb::kernel {

namespace {

#ifdef __linux__
constexpr int tcpInfo = TCP_INFO;
constexpr int memoryInfo = SO_MEMINFO;
constexpr unsigned long unreadRequest = SIOCINQ;
constexpr unsigned long outQueueRequest = SIOCOUTQ;
constexpr unsigned long unsentRequest = SIOCOUTQNSD;
#else
// The same names mean other things elsewhere; no call is made with these.
constexpr int tcpInfo = -1;
constexpr int memoryInfo = -1;
constexpr unsigned long unreadRequest = 0;
constexpr unsigned long outQueueRequest = 0;
constexpr unsigned long unsentRequest = 0;
#endif

constexpr int longestInfo = 1024;
constexpr int longestMemory = 64;

template <class Number>
std::optional<qint64> numberOf(const std::optional<QByteArray> &bytes)
{
    Number number;
    if (!bytes || bytes->size() < qsizetype(sizeof number))
        return std::nullopt;
    std::memcpy(&number, bytes->constData(), sizeof number);
    return number;
}

std::optional<qint64> widened(std::optional<int> number)
{
    return number ? std::optional<qint64>(*number) : std::nullopt;
}

std::optional<qint64> readNumber(int descriptor, const SocketCalls &calls, int level, int name)
{
    return numberOf<int>(calls.option(descriptor, level, name, sizeof(int)));
}

QByteArray readInfo(int descriptor, const SocketCalls &calls)
{
    return calls.option(descriptor, IPPROTO_TCP, tcpInfo, longestInfo).value_or(QByteArray());
}

Facts readMemory(int descriptor, const SocketCalls &calls)
{
    Facts facts =
        parseMemory(calls.option(descriptor, SOL_SOCKET, memoryInfo, longestMemory).value_or(QByteArray()));
    if (!facts.isGiven(FactId::SendBufferSize)) {
        facts.set(FactId::SendBufferSize, readNumber(descriptor, calls, SOL_SOCKET, SO_SNDBUF));
        facts.set(FactId::ReceiveBufferSize, readNumber(descriptor, calls, SOL_SOCKET, SO_RCVBUF));
    }
    return facts;
}

/// The lengths of the queues are asked between two TCP_INFO: if nothing moved meanwhile, all are of one
/// moment.
Facts readConnection(int descriptor, const SocketCalls &calls)
{
    std::optional<qint64> unread, outQueue, unsent;
    QByteArray before;
    QByteArray info = readInfo(descriptor, calls);
    int tries = 4; // on a connection in full flight, the last one stands
    do {
        before = info;
        unread = widened(calls.control(descriptor, unreadRequest));
        outQueue = widened(calls.control(descriptor, outQueueRequest));
        unsent = widened(calls.control(descriptor, unsentRequest));
        info = readInfo(descriptor, calls);
    } while (--tries > 0 && !isOneMoment(before, info));
    Facts facts = parseTcpInfo(info);
    facts.set(FactId::UnreadBytes, unread);
    addSendQueue(facts, outQueue, unsent);
    return facts;
}

struct Option
{
    FactId id;
    int level;
    int name;
    int factor = 1; // to our unit
};

constexpr int seconds = 1'000'000;
constexpr Option socketOptions[] = {
    {FactId::OptionKeepAlive, SOL_SOCKET, SO_KEEPALIVE},
    {FactId::OptionReuseAddress, SOL_SOCKET, SO_REUSEADDR},
    {FactId::OptionReusePort, SOL_SOCKET, SO_REUSEPORT},
};
constexpr Option tcpOptions[] = {
    {FactId::OptionNoDelay, IPPROTO_TCP, TCP_NODELAY},
    {FactId::OptionKeepAliveInterval, IPPROTO_TCP, TCP_KEEPINTVL, seconds},
    {FactId::OptionKeepAliveCount, IPPROTO_TCP, TCP_KEEPCNT},
#ifdef __linux__
    {FactId::OptionKeepAliveIdle, IPPROTO_TCP, TCP_KEEPIDLE, seconds},
    {FactId::OptionUserTimeout, IPPROTO_TCP, TCP_USER_TIMEOUT, 1000},
    {FactId::OptionQuickAck, IPPROTO_TCP, TCP_QUICKACK},
    {FactId::OptionCork, IPPROTO_TCP, TCP_CORK},
    {FactId::OptionNotSentLowWater, IPPROTO_TCP, 25 /* TCP_NOTSENT_LOWAT */},
#endif
};
constexpr FactId linuxOnly[] = {FactId::OptionKeepAliveIdle, FactId::OptionUserTimeout,
    FactId::OptionQuickAck, FactId::OptionCork, FactId::OptionNotSentLowWater};

template <class Options>
void addOptions(Facts &facts, int descriptor, const SocketCalls &calls, const Options &options)
{
    for (const Option &option : options) {
        const auto number = readNumber(descriptor, calls, option.level, option.name);
        facts.set(option.id, number ? std::optional(*number * option.factor) : std::nullopt);
    }
}

std::optional<qint64> readLinger(int descriptor, const SocketCalls &calls)
{
    linger value{};
    const auto bytes = calls.option(descriptor, SOL_SOCKET, SO_LINGER, sizeof value);
    if (!bytes || bytes->size() < qsizetype(sizeof value))
        return std::nullopt;
    std::memcpy(&value, bytes->constData(), sizeof value);
    return value.l_onoff ? qint64(value.l_linger) * seconds : -1;
}

} // namespace

std::optional<QByteArray> SocketCalls::option(int descriptor, int level, int name, int size) const
{
    QByteArray bytes(size, '\0');
    socklen_t length = static_cast<socklen_t>(size);
    if (name < 0 || getsockopt(descriptor, level, name, bytes.data(), &length) != 0)
        return std::nullopt;
    bytes.truncate(static_cast<qsizetype>(length));
    return bytes;
}

std::optional<int> SocketCalls::control(int descriptor, unsigned long request) const
{
    int number = 0;
    return request != 0 && ioctl(descriptor, request, &number) == 0 ? std::optional(number) : std::nullopt;
}

Facts readTcp(int descriptor, const SocketCalls &calls)
{
    const bool listens = readNumber(descriptor, calls, SOL_SOCKET, SO_ACCEPTCONN) == 1;
    Facts facts;
    if (listens) {
        facts.set(FactId::State, qint64(TcpState::Listen)); // also where TCP_INFO does not say it
        facts.setUnavailable(FactId::AcceptQueue);
        facts.setUnavailable(FactId::AcceptQueueLimit);
        const Facts info = parseTcpInfo(readInfo(descriptor, calls));
        if (info.value(FactId::State) == qint64(TcpState::Listen))
            facts.merge(info);
    } else {
        facts = readConnection(descriptor, calls);
    }
    facts.merge(readMemory(descriptor, calls));
    return facts;
}

Facts readUdp(int descriptor, const SocketCalls &calls)
{
    Facts facts = readMemory(descriptor, calls);
    facts.set(FactId::NextDatagramBytes, widened(calls.control(descriptor, unreadRequest)));
    return facts;
}

Facts readOptions(int descriptor, const SocketCalls &calls)
{
    Facts facts;
    addOptions(facts, descriptor, calls, socketOptions);
    facts.set(FactId::OptionLinger, readLinger(descriptor, calls));
    if (readNumber(descriptor, calls, SOL_SOCKET, SO_TYPE) == SOCK_STREAM) {
        for (const FactId id : linuxOnly)
            facts.setUnavailable(id);
        addOptions(facts, descriptor, calls, tcpOptions);
    }
    if (const auto only = readNumber(descriptor, calls, IPPROTO_IPV6, IPV6_V6ONLY))
        facts.set(FactId::OptionOnlyV6, *only); // an IPv4 socket has no such option
    return facts;
}

Facts parseMemory(QByteArrayView numbers)
{
    // enum SK_MEMINFO_… of linux/sock_diag.h
    constexpr FactId order[] = {FactId::ReceiveMemory, FactId::ReceiveBufferSize, FactId::SendMemory,
        FactId::SendBufferSize, FactId::ForwardMemory, FactId::QueuedMemory, FactId::OptionMemory,
        FactId::BacklogMemory, FactId::Drops};
    Facts facts;
    for (const FactId id : order) {
        quint32 number = 0;
        const bool given = numbers.size() >= qsizetype(sizeof number);
        if (given)
            std::memcpy(&number, numbers.data(), sizeof number);
        numbers = given ? numbers.sliced(sizeof number) : QByteArrayView();
        facts.set(id, given ? std::optional<qint64>(number) : std::nullopt);
    }
    return facts;
}

} // namespace swb::kernel
