#include "kernel/diagmessage.h"

#include "kernel/socketfacts.h"
#include "kernel/tcpinfo.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <type_traits>

namespace swb::kernel {

namespace {

// linux/netlink.h, linux/sock_diag.h, linux/inet_diag.h: written out, so that recorded messages can be read
// wherever this is built.
struct MessageHeader
{
    quint32 length; // with the header
    quint16 type;
    quint16 flags;
    quint32 number;
    quint32 port;
};
struct SocketId
{
    quint16 localPort; // ports and addresses in network order
    quint16 peerPort;
    quint8 local[16];
    quint8 peer[16];
    quint32 interface;
    quint32 cookie[2];
};
struct DiagRequest
{
    quint8 family;
    quint8 protocol;
    quint8 extensions;
    quint8 padding;
    quint32 states;
    SocketId id;
};
struct DiagMessage
{
    quint8 family;
    quint8 state;
    quint8 timer;
    quint8 tries;
    SocketId id;
    quint32 expires; // milliseconds
    quint32 readQueue;
    quint32 writeQueue;
    quint32 uid;
    quint32 inode;
};
struct AttributeHeader
{
    quint16 length; // with the header
    quint16 type;
};
/// One step of the filter that the kernel runs over its sockets. A comparison takes two; the second has the
/// port. "yes" and "no" are how many bytes to go on by; the end is a hit, four bytes behind it a miss.
struct FilterStep
{
    quint8 code;
    quint8 yes;
    quint16 no;
};
static_assert(sizeof(DiagRequest) == 56 && sizeof(DiagMessage) == 72 && sizeof(MessageHeader) == 16);

constexpr quint16 messageError = 2; // NLMSG_ERROR
constexpr quint16 messageDone = 3; // NLMSG_DONE
constexpr quint16 socketsByFamily = 20; // SOCK_DIAG_BY_FAMILY
constexpr quint16 flagRequest = 1; // NLM_F_REQUEST
constexpr quint16 flagDump = 0x300; // NLM_F_DUMP
constexpr quint16 flagMulti = 2; // NLM_F_MULTI
constexpr quint16 flagInterrupted = 0x10; // NLM_F_DUMP_INTR
constexpr quint8 familyV4 = 2; // AF_INET and AF_INET6 of Linux
constexpr quint8 familyV6 = 10;
constexpr quint8 protocolTcp = 6;
constexpr quint8 protocolUdp = 17;
constexpr quint16 attributeInfo = 2; // INET_DIAG_INFO: struct tcp_info
constexpr quint16 attributeMemory = 7; // INET_DIAG_SKMEMINFO
constexpr quint16 attributeOnlyV6 = 11; // INET_DIAG_SKV6ONLY
constexpr quint16 attributeFilter = 1; // INET_DIAG_REQ_BYTECODE
constexpr quint8 filterJump = 1; // INET_DIAG_BC_JMP
constexpr quint8 filterLocalPortFrom = 2; // INET_DIAG_BC_S_GE
constexpr quint8 filterLocalPortTo = 3; // INET_DIAG_BC_S_LE
constexpr quint8 filterPeerPortFrom = 4; // INET_DIAG_BC_D_GE
constexpr quint8 filterPeerPortTo = 5; // INET_DIAG_BC_D_LE
constexpr quint8 wantedExtensions = 1 << (attributeInfo - 1) | 1 << (attributeMemory - 1);
constexpr quint32 allStates = ~quint32(0);
constexpr quint32 linuxTimeWait = 6; // TCP_TIME_WAIT
constexpr quint32 anyCookie = ~quint32(0);

template <class Struct>
std::optional<Struct> structAt(QByteArrayView bytes)
{
    static_assert(std::is_trivially_copyable_v<Struct>);
    if (bytes.size() < qsizetype(sizeof(Struct)))
        return std::nullopt;
    Struct value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

constexpr qsizetype aligned(qsizetype size)
{
    return (size + 3) & ~qsizetype(3);
}

QByteArrayView without(QByteArrayView bytes, qsizetype size)
{
    return bytes.sliced(std::min(aligned(size), bytes.size()));
}

QByteArray message(const DiagRequest &request, quint16 flags, quint32 number, QByteArrayView filter = {})
{
    const AttributeHeader attribute{
        static_cast<quint16>(sizeof attribute + size_t(filter.size())), attributeFilter};
    const size_t attributes = filter.isEmpty() ? 0 : attribute.length;
    const MessageHeader header{static_cast<quint32>(sizeof header + sizeof request + attributes),
        socketsByFamily, static_cast<quint16>(flagRequest | flags), number, 0};
    QByteArray bytes(reinterpret_cast<const char *>(&header), sizeof header);
    bytes.append(reinterpret_cast<const char *>(&request), sizeof request);
    if (attributes > 0)
        bytes.append(reinterpret_cast<const char *>(&attribute), sizeof attribute).append(filter);
    return bytes;
}

DiagRequest requestFor(Protocol protocol, quint8 family)
{
    DiagRequest request{};
    request.family = family;
    request.protocol = protocol == Protocol::Tcp ? protocolTcp : protocolUdp;
    request.extensions = wantedExtensions;
    request.states = allStates;
    std::fill(std::begin(request.id.cookie), std::end(request.id.cookie), anyCookie);
    return request;
}

void putAddress(quint8 (&bytes)[16], const IpAddress &ip)
{
    std::copy(ip.bytes().begin(), ip.bytes().end(), std::begin(bytes));
}

SocketAddress endOf(quint8 family, const quint8 (&bytes)[16], quint16 port, quint32 interface)
{
    if (family == familyV4) {
        quint32 network = 0;
        std::memcpy(&network, bytes, sizeof network);
        return {IpAddress::v4(ntohl(network)), ntohs(port)};
    }
    std::array<quint8, 16> all;
    std::copy(std::begin(bytes), std::end(bytes), all.begin());
    return {IpAddress::v6(all, interface), ntohs(port)};
}

/// What the message has beside it: attributes by their type.
struct Attributes
{
    std::optional<QByteArrayView> info;
    std::optional<QByteArrayView> memory;
    std::optional<bool> onlyV6;
    bool damaged = false;
};

Attributes attributesIn(QByteArrayView bytes)
{
    Attributes found;
    while (!bytes.isEmpty()) {
        const auto header = structAt<AttributeHeader>(bytes);
        if (!header || header->length < sizeof *header || header->length > bytes.size()) {
            found.damaged = true;
            break;
        }
        const QByteArrayView content = bytes.sliced(sizeof *header, header->length - sizeof *header);
        if (header->type == attributeInfo)
            found.info = content;
        else if (header->type == attributeMemory)
            found.memory = content;
        else if (header->type == attributeOnlyV6 && !content.isEmpty())
            found.onlyV6 = content.front() != 0;
        bytes = without(bytes, header->length);
    }
    return found;
}

void addTimer(Facts &facts, const DiagMessage &message)
{
    const auto kind =
        message.timer <= quint8(TimerKind::ZeroWindowProbe) ? TimerKind(message.timer) : TimerKind::None;
    facts.set(FactId::TimerKind, qint64(kind));
    if (kind == TimerKind::None)
        return;
    facts.set(FactId::TimerRemaining, qint64(message.expires) * 1000);
    if (kind != TimerKind::TimeWait)
        facts.set(FactId::TimerTries, message.tries);
}

void addQueues(Facts &facts, const DiagMessage &message, TcpState state)
{
    if (state == TcpState::Listen) {
        facts.set(FactId::AcceptQueue, message.readQueue);
        facts.set(FactId::AcceptQueueLimit, message.writeQueue);
        return;
    }
    const bool finUnread = hasPeerFinished(state) && message.readQueue > 0;
    facts.set(FactId::UnreadBytes, qint64(message.readQueue) - finUnread);
    const auto unsent = facts.value(FactId::UnsentBytes);
    // parseTcpInfo() has taken our FIN out of the bytes not sent; here both are given as the kernel counts.
    const bool finUnsent = isFinUnderWay(state) && unsent.value_or(0) > 0;
    addSendQueue(facts, message.writeQueue, unsent ? std::optional(*unsent + finUnsent) : std::nullopt);
}

SocketRow tcpRow(SocketRow row, const DiagMessage &message, const Attributes &attributes)
{
    const auto state = stateFromLinux(message.state);
    const bool isShadow = state == TcpState::TimeWait || state == TcpState::SynReceived;
    if (attributes.info)
        row.facts = parseTcpInfo(*attributes.info);
    else if (!isShadow && state != TcpState::Listen)
        row.facts = parseTcpInfo({}); // this kernel does not tell
    row.facts.set(FactId::State, state ? std::optional(qint64(*state)) : std::nullopt);
    addTimer(row.facts, message);
    if (state && !isShadow)
        addQueues(row.facts, message, *state);
    if (attributes.memory)
        row.facts.merge(parseMemory(*attributes.memory));
    return row;
}

SocketRow rowFrom(const DiagMessage &message, const Attributes &attributes, Protocol protocol)
{
    SocketRow row;
    row.protocol = protocol;
    row.v6 = message.family == familyV6;
    row.local = endOf(message.family, message.id.local, message.id.localPort, message.id.interface);
    row.peer = endOf(message.family, message.id.peer, message.id.peerPort, message.id.interface);
    if (protocol == Protocol::Tcp)
        row = tcpRow(std::move(row), message, attributes);
    else
        row.facts = parseMemory(attributes.memory.value_or(QByteArrayView()));
    if (protocol == Protocol::Udp && !attributes.memory) {
        row.facts.set(FactId::ReceiveMemory, message.readQueue);
        row.facts.set(FactId::SendMemory, message.writeQueue);
    }
    row.facts.set(FactId::Uid, message.uid);
    row.facts.set(FactId::Inode, message.inode);
    row.facts.set(FactId::InterfaceIndex, message.id.interface);
    if (attributes.onlyV6)
        row.facts.set(FactId::OptionOnlyV6, *attributes.onlyV6);
    return row;
}

void readSocket(DiagAnswer &answer, QByteArrayView body, Protocol protocol)
{
    const auto message = structAt<DiagMessage>(body);
    if (!message || (message->family != familyV4 && message->family != familyV6)) {
        answer.damaged = true;
        return;
    }
    const Attributes attributes = attributesIn(without(body, sizeof *message));
    answer.damaged |= attributes.damaged;
    answer.rows.append(rowFrom(*message, attributes, protocol));
}

void readEnd(DiagAnswer &answer, quint16 type, QByteArrayView body)
{
    answer.done = type == messageDone || type == messageError;
    const auto error = structAt<qint32>(body);
    answer.damaged |= answer.done && !error;
    answer.error = answer.done ? -error.value_or(0) : 0;
}

} // namespace

QByteArray dumpRequest(Protocol protocol, bool v6, quint32 number)
{
    return message(requestFor(protocol, v6 ? familyV6 : familyV4), flagDump, number);
}

QByteArray dumpAroundRequest(quint16 port, bool v6, quint32 number)
{
    constexpr quint8 step = sizeof(FilterStep);
    constexpr quint8 comparison = 2 * step;
    // Local port, or else peer port: from this one to this one. The jump leads from a hit to the end.
    const FilterStep filter[] = {
        {filterLocalPortFrom, comparison, 2 * comparison + step},
        {0, 0, port},
        {filterLocalPortTo, comparison, comparison + step},
        {0, 0, port},
        {filterJump, step, step + 2 * comparison},
        {filterPeerPortFrom, comparison, 2 * comparison + step},
        {0, 0, port},
        {filterPeerPortTo, comparison, comparison + step},
        {0, 0, port},
    };
    DiagRequest request = requestFor(Protocol::Tcp, v6 ? familyV6 : familyV4);
    request.states = allStates & ~(quint32(1) << linuxTimeWait);
    return message(
        request, flagDump, number, QByteArrayView(reinterpret_cast<const char *>(filter), sizeof filter));
}

QByteArray lookupRequest(
    Protocol protocol, const SocketAddress &local, const SocketAddress &peer, quint32 number)
{
    const bool v6 = local.ip.family() == IpAddress::Family::V6;
    DiagRequest request = requestFor(protocol, v6 ? familyV6 : familyV4);
    putAddress(request.id.local, local.ip);
    putAddress(request.id.peer, peer.ip);
    request.id.localPort = htons(local.port);
    request.id.peerPort = htons(peer.port);
    request.id.interface = std::max(local.ip.scope(), peer.ip.scope());
    return message(request, 0, number);
}

DiagAnswer parseDiag(QByteArrayView datagram, Protocol protocol, quint32 number)
{
    DiagAnswer answer;
    while (!datagram.isEmpty() && !answer.damaged && !answer.done) {
        const auto header = structAt<MessageHeader>(datagram);
        if (!header || header->length < sizeof *header || header->length > datagram.size()) {
            answer.damaged = true;
            break;
        }
        const QByteArrayView body = datagram.sliced(sizeof *header, header->length - sizeof *header);
        datagram = without(datagram, header->length);
        if (header->number != number)
            continue;
        answer.interrupted |= (header->flags & flagInterrupted) != 0;
        if (header->type == socketsByFamily)
            readSocket(answer, body, protocol);
        else
            readEnd(answer, header->type, body);
        answer.done |= !(header->flags & flagMulti);
    }
    return answer;
}

} // namespace swb::kernel
