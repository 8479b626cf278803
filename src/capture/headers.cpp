#include "capture/headers.h"

#include "capture/linktype.h"

#include <QtEndian>

#include <cstring>
#include <optional>

namespace swb::capture {

namespace {

enum Protocol : quint8
{
    HopByHop = 0,
    Tcp = 6,
    Udp = 17,
    Routing = 43,
    FragmentHeader = 44,
    Authentication = 51,
    DestinationOptions = 60,
    Mobility = 135,
};

enum EtherType : quint16
{
    Ipv4 = 0x0800,
    Ipv6 = 0x86dd,
    Vlan = 0x8100,
    ServiceVlan = 0x88a8, // 802.1ad
    OldServiceVlan = 0x9100,
};

constexpr qsizetype vlanTagSize = 4;
constexpr qsizetype ipv4HeaderSize = 20;
constexpr qsizetype ipv6HeaderSize = 40;
constexpr qsizetype tcpHeaderSize = 20;
constexpr qsizetype udpHeaderSize = 8;
/// More would be nonsense; each costs a look.
constexpr int mostNestedHeaders = 16;

/// What is left of a packet behind the headers that were read.
struct Rest
{
    QByteArrayView bytes; ///< captured
    Extent extent; ///< its place and size

    bool has(qsizetype size) const { return bytes.size() >= size; }
    quint8 byte(qsizetype at) const { return quint8(bytes[at]); }
    quint16 word(qsizetype at) const { return qFromBigEndian<quint16>(bytes.data() + at); }
    quint32 dword(qsizetype at) const { return qFromBigEndian<quint32>(bytes.data() + at); }
    void skip(qsizetype size) ///< at most what has()
    {
        bytes = bytes.sliced(size);
        extent = extent.part(quint32(size), extent.size - quint32(size));
    }
    void limit(quint32 size) ///< a larger one says that the packet was cut
    {
        extent.size = size;
        extent.captured = std::min(extent.captured, size);
        bytes = bytes.first(qsizetype(extent.captured));
    }
};

/// What follows the header of a "null" or "loop" link: the address family of the system that captured.
std::optional<quint16> etherTypeOfFamily(quint32 family)
{
    switch (family) {
    case 2:
        return Ipv4;
    case 10: // Linux
    case 24: // NetBSD, OpenBSD
    case 28: // FreeBSD
    case 30: // macOS
        return Ipv6;
    default:
        return {};
    }
}

/// Reads the header of the link; nothing: it is cut off or its content is not for us.
Found readLink(quint16 linkType, Rest &rest, quint16 &etherType)
{
    const auto take = [&](qsizetype size, qsizetype typeAt) {
        if (!rest.has(size))
            return Found::Unreadable;
        etherType = rest.word(typeAt);
        rest.skip(size);
        return Found::Segment;
    };
    switch (LinkType(linkType)) {
    case LinkType::Ethernet:
        return take(14, 12);
    case LinkType::Cooked:
        return take(16, 14);
    case LinkType::CookedV2:
        return take(20, 0);
    case LinkType::Null:
    case LinkType::Loop: {
        if (!rest.has(4))
            return Found::Unreadable;
        // "Null" has the byte order of the computer that captured: no family is so large that both could be
        // meant
        const quint32 family = rest.dword(0) > 0xffff ? qbswap(rest.dword(0)) : rest.dword(0);
        const std::optional<quint16> type = etherTypeOfFamily(family);
        rest.skip(4);
        etherType = type.value_or(0);
        return type ? Found::Segment : Found::OtherProtocol;
    }
    case LinkType::RawBsd:
    case LinkType::RawOpenBsd:
    case LinkType::Raw:
    case LinkType::Ipv4:
    case LinkType::Ipv6:
        if (!rest.has(1))
            return Found::Unreadable;
        etherType = rest.byte(0) >> 4 == 6 ? Ipv6 : Ipv4;
        return Found::Segment;
    }
    return Found::OtherLink;
}

Found skipVlanTags(Rest &rest, quint16 &etherType)
{
    for (int tags = 0; etherType == Vlan || etherType == ServiceVlan || etherType == OldServiceVlan; ++tags) {
        if (!rest.has(vlanTagSize) || tags == mostNestedHeaders)
            return Found::Unreadable;
        etherType = rest.word(2);
        rest.skip(vlanTagSize);
    }
    return Found::Segment;
}

/// What IP's header says.
struct Internet
{
    IpAddress source;
    IpAddress destination;
    quint8 protocol = 0;
    bool isFragment = false;
    Fragment fragment; ///< id, position, last
};

Found readIpv4(Rest &rest, Internet &ip)
{
    if (!rest.has(ipv4HeaderSize) || rest.byte(0) >> 4 != 4)
        return Found::Unreadable;
    const qsizetype headerSize = (rest.byte(0) & 0x0f) * 4;
    const quint16 totalSize = rest.word(2);
    if (headerSize < ipv4HeaderSize || !rest.has(headerSize))
        return Found::Unreadable;
    if (totalSize != 0) {
        if (totalSize < headerSize)
            return Found::Unreadable;
        rest.limit(totalSize);
    }
    constexpr quint16 moreFragments = 0x2000;
    constexpr quint16 positionMask = 0x1fff;
    const quint16 fragmentWord = rest.word(6);
    ip.isFragment = fragmentWord & (moreFragments | positionMask);
    ip.fragment.id = rest.word(4);
    ip.fragment.position = (fragmentWord & positionMask) * 8u;
    ip.fragment.last = !(fragmentWord & moreFragments);
    ip.protocol = rest.byte(9);
    ip.source = IpAddress::v4(rest.dword(12));
    ip.destination = IpAddress::v4(rest.dword(16));
    if (!rest.has(headerSize))
        return Found::Unreadable;
    rest.skip(headerSize);
    return Found::Segment;
}

IpAddress ipv6At(const Rest &rest, qsizetype at)
{
    std::array<quint8, 16> bytes;
    std::memcpy(bytes.data(), rest.bytes.data() + at, bytes.size());
    return IpAddress::v6(bytes);
}

/// Reads the extension headers (RFC 8200 4) up to TCP, UDP, a fragment, or something else.
Found skipIpv6Extensions(Rest &rest, Internet &ip)
{
    for (int count = 0; count < mostNestedHeaders; ++count) {
        qsizetype size = 0;
        switch (ip.protocol) {
        case HopByHop:
        case Routing:
        case DestinationOptions:
        case Mobility:
            size = rest.has(2) ? (rest.byte(1) + 1) * 8 : 8;
            break;
        case Authentication:
            size = rest.has(2) ? (rest.byte(1) + 2) * 4 : 8;
            break;
        case FragmentHeader:
            size = 8;
            break;
        default:
            return Found::Segment;
        }
        if (!rest.has(size))
            return Found::Unreadable;
        const bool isFragment = ip.protocol == FragmentHeader;
        ip.protocol = rest.byte(0);
        if (isFragment) {
            const quint16 word = rest.word(2);
            ip.fragment.position = word & 0xfff8u;
            ip.fragment.last = !(word & 1);
            ip.fragment.id = rest.dword(4);
            ip.isFragment = ip.fragment.position != 0 || !ip.fragment.last; // else "atomic" (RFC 6946)
        }
        rest.skip(size);
        if (ip.isFragment)
            return Found::Segment; // what follows is whole only when the others have come
    }
    return Found::Unreadable;
}

Found readIpv6(Rest &rest, Internet &ip)
{
    if (!rest.has(ipv6HeaderSize) || rest.byte(0) >> 4 != 6)
        return Found::Unreadable;
    const quint16 payloadSize = rest.word(4);
    if (payloadSize != 0)
        rest.limit(quint32(ipv6HeaderSize) + payloadSize);
    ip.protocol = rest.byte(6);
    ip.source = ipv6At(rest, 8);
    ip.destination = ipv6At(rest, 24);
    rest.skip(ipv6HeaderSize);
    return skipIpv6Extensions(rest, ip);
}

Found readTcp(Rest rest, Segment &segment)
{
    if (!rest.has(tcpHeaderSize))
        return Found::Unreadable;
    const quint32 headerSize = (rest.byte(12) >> 4) * 4u;
    if (headerSize < tcpHeaderSize || headerSize > rest.extent.size)
        return Found::Unreadable;
    segment.transport = Transport::Tcp;
    segment.source.port = rest.word(0);
    segment.destination.port = rest.word(2);
    segment.sequence = rest.dword(4);
    segment.acknowledged = rest.dword(8);
    segment.flags = rest.byte(13);
    segment.headerSize = headerSize;
    segment.payload = rest.extent.part(headerSize, rest.extent.size - headerSize); // options may be cut off
    return Found::Segment;
}

Found readUdp(Rest rest, Segment &segment)
{
    if (!rest.has(udpHeaderSize))
        return Found::Unreadable;
    const quint32 size = rest.word(4);
    if (size != 0 && size < udpHeaderSize)
        return Found::Unreadable;
    if (size != 0 && size < rest.extent.size)
        rest.limit(size);
    segment.transport = Transport::Udp;
    segment.source.port = rest.word(0);
    segment.destination.port = rest.word(2);
    segment.headerSize = udpHeaderSize;
    rest.skip(udpHeaderSize);
    segment.payload = rest.extent;
    return Found::Segment;
}

} // namespace

Found readTransport(quint8 protocol, QByteArrayView bytes, const Extent &content, Segment &segment)
{
    switch (protocol) {
    case Protocol::Tcp:
        return readTcp({bytes, content}, segment);
    case Protocol::Udp:
        return readUdp({bytes, content}, segment);
    default:
        return Found::OtherProtocol;
    }
}

Found readHeaders(const Packet &packet, Segment &segment, Fragment &fragment)
{
    const auto captured = quint32(packet.bytes.size());
    Rest rest{packet.bytes, {packet.offset, captured, packet.wireSize}};
    quint16 etherType = 0;
    Found found = readLink(packet.linkType, rest, etherType);
    if (found == Found::Segment)
        found = skipVlanTags(rest, etherType);
    if (found != Found::Segment)
        return found;
    if (etherType != Ipv4 && etherType != Ipv6)
        return Found::OtherProtocol;
    Internet ip;
    found = etherType == Ipv4 ? readIpv4(rest, ip) : readIpv6(rest, ip);
    if (found != Found::Segment)
        return found;
    if (ip.isFragment && ip.protocol != Protocol::Tcp && ip.protocol != Protocol::Udp)
        return Found::OtherProtocol;
    if (ip.isFragment) {
        fragment = {ip.source, ip.destination, ip.fragment.id, ip.protocol, ip.fragment.position,
            ip.fragment.last, rest.extent, rest.bytes};
        return Found::Fragment;
    }
    segment.source.ip = ip.source;
    segment.destination.ip = ip.destination;
    return readTransport(ip.protocol, rest.bytes, rest.extent, segment);
}

} // namespace swb::capture
