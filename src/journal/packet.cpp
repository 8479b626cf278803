#include "journal/packet.h"

#include "journal/checksum.h"

#include <QtEndian>

#include <array>

namespace swb::journal {

namespace {

constexpr quint8 protocolTcp = 6;
constexpr qsizetype ipv4HeaderSize = 20;
constexpr qsizetype ipv6HeaderSize = 40;
constexpr qsizetype tcpHeaderSize = 20;
constexpr qsizetype scaleOptionSize = 4;

using Ipv6Bytes = std::array<quint8, 16>;

/// The address as IPv6 has it: IPv4 as ::ffff:a.b.c.d, none as ::.
Ipv6Bytes ipv6Bytes(const IpAddress &ip)
{
    if (ip.family() != IpAddress::Family::V4)
        return ip.bytes();
    Ipv6Bytes bytes{};
    bytes[10] = bytes[11] = 0xff;
    qToBigEndian(ip.toV4(), bytes.data() + 12);
    return bytes;
}

QByteArrayView view(const Ipv6Bytes &bytes)
{
    return {bytes.data(), qsizetype(bytes.size())};
}

void putIpv4(char *at, const Segment &segment, qsizetype contentSize, InternetChecksum &pseudo)
{
    constexpr quint16 dontFragment = 0x4000;
    at[0] = 0x45;
    qToBigEndian(quint16(ipv4HeaderSize + contentSize), at + 2);
    qToBigEndian(dontFragment, at + 6);
    at[8] = 64;
    at[9] = protocolTcp;
    qToBigEndian(segment.source.ip.toV4(), at + 12);
    qToBigEndian(segment.destination.ip.toV4(), at + 16);
    InternetChecksum header;
    header.add({at, ipv4HeaderSize});
    qToBigEndian(header.value(), at + 10);
    pseudo.add({at + 12, 8});
}

void putIpv6(char *at, const Segment &segment, qsizetype contentSize, InternetChecksum &pseudo)
{
    at[0] = 0x60;
    qToBigEndian(quint16(contentSize), at + 4);
    at[6] = protocolTcp;
    at[7] = 64;
    const Ipv6Bytes source = ipv6Bytes(segment.source.ip);
    const Ipv6Bytes destination = ipv6Bytes(segment.destination.ip);
    std::copy(source.begin(), source.end(), at + 8);
    std::copy(destination.begin(), destination.end(), at + 24);
    pseudo.add(view(source));
    pseudo.add(view(destination));
}

void putTcp(char *at, const Segment &segment, qsizetype headerSize)
{
    qToBigEndian(segment.source.port, at);
    qToBigEndian(segment.destination.port, at + 2);
    qToBigEndian(segment.sequence, at + 4);
    qToBigEndian(segment.acknowledged, at + 8);
    at[12] = char(headerSize / 4 << 4);
    at[13] = char(segment.flags);
    qToBigEndian(quint16(0xffff), at + 14);
    if (segment.flags & Syn) {
        at[20] = 1; // no operation, for alignment
        at[21] = 3; // window scale
        at[22] = 3;
        at[23] = windowScale;
    }
}

bool isIpv4(const Segment &segment)
{
    return segment.source.ip.family() != IpAddress::Family::V6
        && segment.destination.ip.family() != IpAddress::Family::V6;
}

} // namespace

void putHeaders(QByteArray &out, const Segment &segment, QByteArrayView payload)
{
    const bool v4 = isIpv4(segment);
    const qsizetype ipSize = v4 ? ipv4HeaderSize : ipv6HeaderSize;
    const qsizetype tcpSize = tcpHeaderSize + (segment.flags & Syn ? scaleOptionSize : 0);
    const qsizetype begin = out.size();
    out.append(ipSize + tcpSize, '\0');
    char *ip = out.data() + begin;
    char *tcp = ip + ipSize;

    const qsizetype contentSize = tcpSize + payload.size();
    InternetChecksum checksum;
    if (v4)
        putIpv4(ip, segment, contentSize, checksum);
    else
        putIpv6(ip, segment, contentSize, checksum);
    putTcp(tcp, segment, tcpSize);
    checksum.addWord(protocolTcp);
    checksum.addWord(quint16(contentSize));
    checksum.add({tcp, tcpSize});
    checksum.add(payload);
    qToBigEndian(checksum.value(), tcp + 16);
}

std::optional<qsizetype> payloadOffset(QByteArrayView packet)
{
    if (packet.isEmpty())
        return {};
    const int version = quint8(packet[0]) >> 4;
    const qsizetype ipSize = version == 4 ? (packet[0] & 0x0f) * 4 : version == 6 ? ipv6HeaderSize : 0;
    if (ipSize < ipv4HeaderSize || packet.size() < ipSize + tcpHeaderSize)
        return {};
    const qsizetype tcpSize = (quint8(packet[ipSize + 12]) >> 4) * 4;
    if (tcpSize < tcpHeaderSize || packet.size() < ipSize + tcpSize)
        return {};
    return ipSize + tcpSize;
}

} // namespace swb::journal
