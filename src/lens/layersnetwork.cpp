#include "lens/fieldreader.h"
#include "lens/layerparts.h"

#include <QtEndian>

#include <optional>

namespace swb::lens {

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

constexpr qsizetype Ipv4HeaderSize = 20;
constexpr qsizetype Ipv6HeaderSize = 40;
constexpr qsizetype ChecksumAt = 10;
/// More would be nonsense.
constexpr int MostExtensions = 16;

/// How reading a header ended, beside what it found.
struct Header
{
    Reach reach = Reach::Whole;
    qsizetype size = 0; ///< as it says itself
    quint32 fragmentPosition = 0; ///< bytes
    bool isFragment = false;
};

enum IpOptionKind : quint8
{
    EndOfOptions = 0,
    NoOperation = 1,
    LooseRoute = 131,
    StrictRoute = 137,
};

/// The address that the checksum of TCP means is the last of a route that is still being followed (RFC 791).
bool isUnfinishedRoute(const FieldReader &reader)
{
    const quint8 kind = reader.peek();
    return (kind == LooseRoute || kind == StrictRoute) && reader.peek(2) <= reader.peek(1);
}

Reach readIpv4Options(FieldReader &reader, qsizetype end, LayerContent &content)
{
    while (reader.at() < end && reader.left() > 0) {
        const quint8 kind = reader.peek();
        if (kind == EndOfOptions) {
            reader.group(
                FieldId::IpOption, 1, [](FieldReader &option) { option.take(FieldId::IpOptionKind, 8); });
            reader.takeBytes(FieldId::IpPadding, end - reader.at());
            return Reach::Whole;
        }
        const qsizetype size = kind == NoOperation ? 1 : reader.left() > 1 ? reader.peek(1) : 2;
        if (size < 1 + (kind != NoOperation) || reader.at() + size > end)
            return Reach::Damaged;
        content.canBeSummed = content.canBeSummed && !isUnfinishedRoute(reader);
        reader.group(FieldId::IpOption, size, [size](FieldReader &option) {
            option.take(FieldId::IpOptionKind, 8);
            if (size > 1)
                option.take(FieldId::IpOptionLength, 8);
            option.takeRest(FieldId::IpOptionData);
        });
    }
    return reader.at() < end ? Reach::Cut : Reach::Whole;
}

/// Of the header alone. A sender's network card may fill it in when it cuts a large packet.
Check headerCheck(QByteArrayView packet, qsizetype start, qsizetype size)
{
    if (size > packet.size() - start)
        return Check::Unknown;
    journal::InternetChecksum sum;
    sum.add(packet.sliced(start, size));
    if (sum.value() == 0)
        return Check::Right;
    return qFromBigEndian<quint16>(packet.data() + start + ChecksumAt) == 0 ? Check::LeftToCard
                                                                            : Check::Wrong;
}

Header readIpv4(QByteArrayView packet, FieldReader &reader, LayerContent &content)
{
    const qsizetype start = reader.at();
    const auto version = reader.take(FieldId::IpVersion, 4);
    Header header{Reach::Whole, qsizetype(reader.take(FieldId::IpHeaderLength, 4)) * 4};
    if (!reader.isCut() && (version != 4 || header.size < Ipv4HeaderSize))
        return {Reach::Damaged};
    reader.takeAll({{FieldId::IpService, 6}, {FieldId::IpCongestion, 2}});
    const auto total = qsizetype(reader.take(FieldId::IpTotalLength, 16));
    reader.takeAll(
        {{FieldId::IpIdentification, 16}, {FieldId::IpReservedFlag, 1}, {FieldId::IpDontFragment, 1}});
    const bool more = reader.take(FieldId::IpMoreFragments, 1);
    header.fragmentPosition = quint32(reader.take(FieldId::IpFragmentOffset, 13)) * 8;
    header.isFragment = more || header.fragmentPosition > 0;
    reader.take(FieldId::IpTimeToLive, 8);
    content.protocol = quint8(reader.take(FieldId::IpProtocol, 8));
    reader.take(FieldId::IpChecksum, 16);
    if (!reader.isCut())
        reader.setCheck(headerCheck(packet, start, header.size));
    reader.takeAll({{FieldId::IpSource, 32}, {FieldId::IpDestination, 32}});
    if (reader.isCut())
        return {Reach::Cut};
    content.pseudo.add(packet.sliced(start + 12, 8));
    if (total != 0 && total < header.size)
        return {Reach::Damaged};
    if (total != 0) // 0: a large packet that the network card is going to cut
        content.end = qMin(content.end, start + total);
    header.reach = readIpv4Options(reader, start + header.size, content);
    return header;
}

/// What all extension headers begin with, and how long they are (RFC 8200 4, RFC 4302 for the one that counts
/// otherwise).
struct Extension
{
    FieldId id;
    qsizetype size;
};

std::optional<Extension> extensionAt(const FieldReader &reader, quint8 protocol)
{
    const qsizetype inEights = (reader.peek(1) + 1) * 8;
    switch (protocol) {
    case HopByHop:
        return Extension{FieldId::Ip6HopByHop, inEights};
    case DestinationOptions:
        return Extension{FieldId::Ip6DestinationOptions, inEights};
    case Routing:
        return Extension{FieldId::Ip6Routing, inEights};
    case Mobility:
        return Extension{FieldId::Ip6Mobility, inEights};
    case FragmentHeader:
        return Extension{FieldId::Ip6Fragment, 8};
    case Authentication:
        return Extension{FieldId::Ip6Authentication, (reader.peek(1) + 2) * 4};
    default:
        return {};
    }
}

void readFragmentHeader(FieldReader &parts, Header &header)
{
    parts.take(FieldId::Ip6Reserved, 8);
    header.fragmentPosition = quint32(parts.take(FieldId::IpFragmentOffset, 13)) * 8;
    parts.take(FieldId::Ip6Reserved, 2);
    const bool more = parts.take(FieldId::IpMoreFragments, 1);
    parts.take(FieldId::IpIdentification, 32);
    header.isFragment = more || header.fragmentPosition > 0; // else "atomic" (RFC 6946)
}

void readExtension(FieldReader &parts, FieldId id, Header &header, LayerContent &content)
{
    content.protocol = quint8(parts.take(FieldId::Ip6NextHeader, 8));
    if (id == FieldId::Ip6Fragment) {
        readFragmentHeader(parts, header);
        return;
    }
    parts.take(FieldId::Ip6ExtensionLength, 8);
    if (id == FieldId::Ip6Routing) {
        parts.take(FieldId::Ip6RoutingType, 8);
        if (parts.take(FieldId::Ip6SegmentsLeft, 8) > 0)
            content.canBeSummed = false; // the address that is meant is the last of the route (RFC 8200 8.1)
    }
    parts.takeRest(FieldId::Ip6ExtensionData);
}

Header readIpv6(QByteArrayView packet, FieldReader &reader, LayerContent &content)
{
    const qsizetype start = reader.at();
    const auto version = reader.take(FieldId::IpVersion, 4);
    if (!reader.isCut() && version != 6)
        return {Reach::Damaged};
    reader.takeAll({{FieldId::IpService, 6}, {FieldId::IpCongestion, 2}, {FieldId::Ip6FlowLabel, 20}});
    const auto size = qsizetype(reader.take(FieldId::Ip6PayloadLength, 16));
    content.protocol = quint8(reader.take(FieldId::Ip6NextHeader, 8));
    reader.takeAll({{FieldId::Ip6HopLimit, 8}, {FieldId::IpSource, 128}, {FieldId::IpDestination, 128}});
    if (reader.isCut())
        return {Reach::Cut};
    content.pseudo.add(packet.sliced(start + 8, 32));
    if (size != 0) // 0: a large packet that the network card is going to cut
        content.end = qMin(content.end, start + Ipv6HeaderSize + size);
    Header header;
    for (int count = 0; !reader.isCut() && !header.isFragment; ++count) {
        const std::optional<Extension> extension = extensionAt(reader, content.protocol);
        if (!extension)
            break;
        if (count == MostExtensions || reader.at() + extension->size > content.end)
            return {reader.left() < 2 ? Reach::Cut : Reach::Damaged};
        reader.group(extension->id, extension->size,
            [&](FieldReader &parts) { readExtension(parts, extension->id, header, content); });
    }
    header.reach = reader.isCut() ? Reach::Cut : Reach::Whole;
    header.size = reader.at() - start;
    return header;
}

} // namespace

Reach readNetworkLayer(QByteArrayView packet, Dissection &out, LayerContent &content)
{
    constexpr quint16 etherTypeIpv4 = 0x0800;
    const bool v4 = content.etherType == etherTypeIpv4;
    Layer layer;
    layer.kind = LayerKind::Network;
    layer.protocol = v4 ? LayerProtocol::Ipv4 : LayerProtocol::Ipv6;
    layer.start = content.start;
    FieldReader reader(packet, content.start, packet.size(), layer.fields);
    const Header header = v4 ? readIpv4(packet, reader, content) : readIpv6(packet, reader, content);
    layer.cut = header.reach == Reach::Cut;
    content.start = reader.at();
    if (header.reach == Reach::Cut || header.reach == Reach::Damaged) {
        reader.takeRest(FieldId::Unread);
        content.start = content.end = packet.size();
    }
    layer.size = reader.at() - layer.start;
    out.layers.push_back(std::move(layer));
    content.canBeSummed = content.canBeSummed && !header.isFragment;
    if (header.reach != Reach::Whole)
        return header.reach;
    if (header.fragmentPosition > 0)
        return Reach::Fragment;
    return content.protocol == Tcp || content.protocol == Udp ? Reach::Whole : Reach::OtherTransport;
}

} // namespace swb::lens
