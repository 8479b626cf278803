#include "lens/layers.h"

#include "capture/linktype.h"
#include "lens/fieldreader.h"
#include "lens/layerparts.h"

#include <QtEndian>

#include <algorithm>

namespace swb::lens {

namespace {

using capture::LinkType;

enum EtherType : quint16
{
    Ipv4 = 0x0800,
    Ipv6 = 0x86dd,
    Vlan = 0x8100,
    ServiceVlan = 0x88a8, // 802.1ad
    OldServiceVlan = 0x9100,
};

/// More would be nonsense.
constexpr int MostTags = 16;

bool isVlan(quint16 etherType)
{
    return etherType == Vlan || etherType == ServiceVlan || etherType == OldServiceVlan;
}

quint16 readEthernet(FieldReader &reader)
{
    reader.takeAll({{FieldId::EthernetDestination, 48}, {FieldId::EthernetSource, 48}});
    auto type = quint16(reader.take(FieldId::EtherType, 16));
    for (int tags = 0; isVlan(type) && tags < MostTags && !reader.isCut(); ++tags) {
        reader.group(FieldId::VlanTag, 4, [&type](FieldReader &tag) {
            tag.takeAll(
                {{FieldId::VlanPriority, 3}, {FieldId::VlanDropEligible, 1}, {FieldId::VlanNumber, 12}});
            type = quint16(tag.take(FieldId::EtherType, 16));
        });
    }
    return type;
}

/// The address is as long as the header says; what is left of its eight bytes means nothing.
void takeCookedAddress(FieldReader &reader, quint64 length)
{
    const qsizetype used = qMin<qsizetype>(qsizetype(length), 8);
    if (used > 0)
        reader.take(FieldId::CookedAddress, used * 8);
    if (used < 8)
        reader.take(FieldId::CookedUnused, (8 - used) * 8);
}

/// https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html
quint16 readCooked(FieldReader &reader)
{
    reader.takeAll({{FieldId::CookedPacketType, 16}, {FieldId::CookedDeviceType, 16}});
    takeCookedAddress(reader, reader.take(FieldId::CookedAddressLength, 16));
    return quint16(reader.take(FieldId::EtherType, 16));
}

/// https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html
quint16 readCooked2(FieldReader &reader)
{
    const auto type = quint16(reader.take(FieldId::EtherType, 16));
    reader.takeAll({{FieldId::CookedUnused, 16}, {FieldId::CookedInterface, 32},
        {FieldId::CookedDeviceType, 16}, {FieldId::CookedPacketType, 8}});
    takeCookedAddress(reader, reader.take(FieldId::CookedAddressLength, 8));
    return type;
}

/// The number of the address family on the system that captured, in its byte order: none is so large that
/// both orders could be meant.
quint16 readLoopback(FieldReader &reader)
{
    const auto stored = quint32(reader.take(FieldId::LoopbackFamily, 32));
    const quint32 family = stored > 0xffff ? qbswap(stored) : stored;
    if (!reader.isCut())
        reader.setNumber(family);
    switch (family) {
    case 2:
        return Ipv4;
    case 10: // Linux
    case 24: // NetBSD, OpenBSD
    case 28: // FreeBSD
    case 30: // macOS
        return Ipv6;
    default:
        return 0;
    }
}

void appendRest(QByteArrayView packet, qsizetype start, qsizetype end, FieldId id, Layer &layer)
{
    FieldReader(packet, start, end, layer.fields).takeRest(id);
}

/// The bytes of the application, or what nobody here can read.
void appendBytes(QByteArrayView packet, const LayerContent &content, FieldId id, Dissection &out)
{
    const qsizetype end = qMin(content.end, packet.size());
    if (content.start >= content.end)
        return;
    Layer layer;
    layer.start = qMin(content.start, end);
    layer.size = end - layer.start;
    layer.cut = content.end > packet.size();
    appendRest(packet, layer.start, end, id, layer);
    out.layers.push_back(std::move(layer));
}

/// What the frame holds behind its IP packet: padding to the shortest frame, or a check sequence.
void appendTrailer(QByteArrayView packet, qsizetype end, Dissection &out)
{
    if (end >= packet.size() || out.layers.empty())
        return;
    appendRest(packet, end, packet.size(), FieldId::LinkTrailer, out.layers.front());
}

} // namespace

Reach readLinkLayer(quint16 linkType, QByteArrayView packet, Dissection &out, LayerContent &content)
{
    Layer layer;
    layer.kind = LayerKind::Link;
    FieldReader reader(packet, 0, packet.size(), layer.fields);
    switch (LinkType(linkType)) {
    case LinkType::Ethernet:
        layer.protocol = LayerProtocol::Ethernet;
        content.etherType = readEthernet(reader);
        break;
    case LinkType::Cooked:
        layer.protocol = LayerProtocol::LinuxCooked;
        content.etherType = readCooked(reader);
        break;
    case LinkType::CookedV2:
        layer.protocol = LayerProtocol::LinuxCooked2;
        content.etherType = readCooked2(reader);
        break;
    case LinkType::Null:
    case LinkType::Loop:
        layer.protocol = LayerProtocol::Loopback;
        content.etherType = readLoopback(reader);
        break;
    case LinkType::RawBsd:
    case LinkType::RawOpenBsd:
    case LinkType::Raw:
    case LinkType::Ipv4:
    case LinkType::Ipv6:
        content.etherType = !packet.isEmpty() && quint8(packet[0]) >> 4 == 6 ? Ipv6 : Ipv4;
        return Reach::Whole;
    default:
        return Reach::OtherLink;
    }
    layer.cut = reader.isCut();
    if (layer.cut)
        reader.takeRest(FieldId::Unread);
    layer.size = content.start = reader.at();
    out.layers.push_back(std::move(layer));
    if (reader.isCut())
        return Reach::Cut;
    return content.etherType == Ipv4 || content.etherType == Ipv6 ? Reach::Whole : Reach::OtherNetwork;
}

Dissection dissect(quint16 linkType, QByteArrayView bytes, quint32 wireSize)
{
    Dissection out;
    LayerContent content;
    content.end = qMax(qsizetype(wireSize), bytes.size());
    out.reach = readLinkLayer(linkType, bytes, out, content);
    if (out.reach == Reach::Whole)
        out.reach = readNetworkLayer(bytes, out, content);
    const qsizetype networkEnd = qMin(content.end, bytes.size());
    if (out.reach == Reach::Whole)
        out.reach = readTransportLayer(bytes, out, content);
    const qsizetype dataEnd = qMin(content.end, bytes.size());
    appendBytes(bytes, content, out.reach == Reach::Whole ? FieldId::Payload : FieldId::Unread, out);
    if (out.reach == Reach::Whole && content.end > bytes.size())
        out.reach = Reach::Cut;
    // A UDP datagram may be shorter than the packet that carries it.
    if (dataEnd < networkEnd) {
        Layer &transport =
            *std::prev(out.layers.end(), out.layers.back().kind == LayerKind::Application ? 2 : 1);
        appendRest(bytes, dataEnd, networkEnd, FieldId::Unread, transport);
    }
    appendTrailer(bytes, networkEnd, out);
    return out;
}

const Layer *Dissection::layer(LayerKind kind) const
{
    const auto found =
        std::find_if(layers.begin(), layers.end(), [kind](const Layer &layer) { return layer.kind == kind; });
    return found == layers.end() ? nullptr : &*found;
}

} // namespace swb::lens
