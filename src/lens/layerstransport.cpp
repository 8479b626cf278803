#include "lens/fieldreader.h"
#include "lens/layerparts.h"

#include <QtEndian>

namespace swb::lens {

namespace {

constexpr quint8 ProtocolTcp = 6;
constexpr qsizetype TcpHeaderSize = 20;
constexpr qsizetype UdpHeaderSize = 8;

/// https://www.iana.org/assignments/tcp-parameters
enum TcpOptionKind : quint8
{
    EndOfOptions = 0,
    NoOperation = 1,
    MaximumSegment = 2,
    WindowScale = 3,
    SackPermitted = 4,
    Sack = 5,
    Timestamps = 8,
};

/// What an option is, if its length fits; else it is kept as another.
FieldId optionId(quint8 kind, qsizetype size)
{
    switch (kind) {
    case MaximumSegment:
        return size == 4 ? FieldId::TcpMaximumSegment : FieldId::TcpOtherOption;
    case WindowScale:
        return size == 3 ? FieldId::TcpWindowScale : FieldId::TcpOtherOption;
    case SackPermitted:
        return size == 2 ? FieldId::TcpSackPermitted : FieldId::TcpOtherOption;
    case Sack:
        return size >= 10 && size % 8 == 2 ? FieldId::TcpSack : FieldId::TcpOtherOption;
    case Timestamps:
        return size == 10 ? FieldId::TcpTimestamps : FieldId::TcpOtherOption;
    default:
        return FieldId::TcpOtherOption;
    }
}

void readTcpOption(FieldReader &option, FieldId id, qsizetype size)
{
    option.takeAll({{FieldId::TcpOptionKind, 8}, {FieldId::TcpOptionLength, 8}});
    switch (id) {
    case FieldId::TcpMaximumSegment:
        option.take(FieldId::TcpMaximumSegmentValue, 16);
        break;
    case FieldId::TcpWindowScale:
        option.take(FieldId::TcpWindowShift, 8);
        break;
    case FieldId::TcpSack:
        for (qsizetype at = 2; at < size; at += 8)
            option.takeAll({{FieldId::TcpSackLeft, 32}, {FieldId::TcpSackRight, 32}});
        break;
    case FieldId::TcpTimestamps:
        option.takeAll({{FieldId::TcpTimestampValue, 32}, {FieldId::TcpTimestampEcho, 32}});
        break;
    default:
        option.takeRest(FieldId::TcpOptionData);
    }
}

Reach readTcpOptions(FieldReader &reader, qsizetype end)
{
    while (reader.at() < end && reader.left() > 0) {
        const quint8 kind = reader.peek();
        if (kind == NoOperation) {
            reader.take(FieldId::TcpNoOperation, 8);
            continue;
        }
        if (kind == EndOfOptions) {
            reader.take(FieldId::TcpEndOfOptions, 8);
            reader.takeBytes(FieldId::TcpPadding, end - reader.at());
            break;
        }
        const qsizetype size = reader.left() > 1 ? reader.peek(1) : 2;
        if (size < 2 || reader.at() + size > end)
            return Reach::Damaged;
        const FieldId id = optionId(kind, size);
        reader.group(id, size, [&](FieldReader &option) { readTcpOption(option, id, size); });
    }
    return reader.at() < end ? Reach::Cut : Reach::Whole;
}

Reach readTcp(QByteArrayView packet, FieldReader &reader, LayerContent &content)
{
    const qsizetype start = reader.at();
    reader.takeAll({{FieldId::SourcePort, 16}, {FieldId::DestinationPort, 16}, {FieldId::TcpSequence, 32},
        {FieldId::TcpAcknowledgement, 32}});
    const auto size = qsizetype(reader.take(FieldId::TcpHeaderLength, 4)) * 4;
    reader.takeAll({{FieldId::TcpReserved, 3}, {FieldId::TcpFlagAe, 1}, {FieldId::TcpFlagCwr, 1},
        {FieldId::TcpFlagEce, 1}, {FieldId::TcpFlagUrg, 1}, {FieldId::TcpFlagAck, 1},
        {FieldId::TcpFlagPsh, 1}, {FieldId::TcpFlagRst, 1}, {FieldId::TcpFlagSyn, 1},
        {FieldId::TcpFlagFin, 1}, {FieldId::TcpWindow, 16}});
    const auto stored = quint16(reader.take(FieldId::TransportChecksum, 16));
    if (!reader.isCut())
        reader.setCheck(checkOf(content, packet, stored));
    reader.take(FieldId::TcpUrgentPointer, 16);
    if (reader.isCut())
        return Reach::Cut;
    if (size < TcpHeaderSize || start + size > content.end)
        return Reach::Damaged;
    return readTcpOptions(reader, start + size);
}

Reach readUdp(QByteArrayView packet, FieldReader &reader, LayerContent &content)
{
    const qsizetype start = reader.at();
    reader.takeAll({{FieldId::SourcePort, 16}, {FieldId::DestinationPort, 16}});
    const auto size = qsizetype(reader.take(FieldId::UdpLength, 16));
    if (!reader.isCut() && size >= UdpHeaderSize) // 0: a large packet that the network card is going to cut
        content.end = qMin(content.end, start + size);
    const auto stored = quint16(reader.take(FieldId::TransportChecksum, 16));
    if (reader.isCut())
        return Reach::Cut;
    reader.setCheck(stored == 0 ? Check::Unused : checkOf(content, packet, stored));
    return size != 0 && size < UdpHeaderSize ? Reach::Damaged : Reach::Whole;
}

} // namespace

Check checkOf(const LayerContent &content, QByteArrayView packet, quint16 stored)
{
    journal::InternetChecksum sum = content.pseudo;
    sum.addWord(content.protocol);
    const auto begunWithoutLength =
        quint16(~sum.value()); // what a card wants that is going to cut the packet
    const qsizetype size = content.end - content.start;
    sum.addWord(quint16(size));
    sum.addWord(quint16(size >> 16));
    const auto begun = quint16(~sum.value());
    const bool isWhole = content.canBeSummed && content.end <= packet.size();
    if (isWhole)
        sum.add(packet.sliced(content.start, size));
    if (isWhole && sum.value() == 0)
        return Check::Right;
    if (stored == 0 || stored == begun || stored == begunWithoutLength)
        return Check::LeftToCard;
    return isWhole ? Check::Wrong : Check::Unknown;
}

Reach readTransportLayer(QByteArrayView packet, Dissection &out, LayerContent &content)
{
    const bool isTcp = content.protocol == ProtocolTcp;
    Layer layer;
    layer.kind = LayerKind::Transport;
    layer.protocol = isTcp ? LayerProtocol::Tcp : LayerProtocol::Udp;
    layer.start = qMin(content.start, packet.size());
    const qsizetype networkEnd = content.end;
    FieldReader reader(packet, layer.start, qMin(networkEnd, packet.size()), layer.fields);
    const bool isShort = networkEnd - content.start < (isTcp ? TcpHeaderSize : UdpHeaderSize);
    const Reach reach = isShort ? Reach::Damaged
        : isTcp                 ? readTcp(packet, reader, content)
                                : readUdp(packet, reader, content);
    layer.cut = reach == Reach::Cut;
    content.start = reader.at();
    if (reach != Reach::Whole) {
        reader.takeRest(FieldId::Unread);
        content.start = content.end = reader.at();
    }
    layer.size = reader.at() - layer.start;
    out.layers.push_back(std::move(layer));
    return reach;
}

} // namespace swb::lens
