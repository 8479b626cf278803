#include "capture/pcapngreader.h"

#include "capture/ticks.h"

#include <QtEndian>

namespace swb::capture {

namespace {

enum BlockType : quint32
{
    SectionHeader = 0x0A0D0D0A, // the same in either byte order
    InterfaceDescription = 1,
    ObsoletePacket = 2,
    SimplePacket = 3,
    EnhancedPacket = 6,
};

enum OptionCode : quint16
{
    EndOfOptions = 0,
    TimeResolution = 9,
    TimeOffset = 14,
};

constexpr quint32 byteOrderMagic = 0x1A2B3C4D;
constexpr quint16 majorVersion = 1;
constexpr qsizetype headSize = 12; // of a section header, with its magic: no block is shorter
constexpr qsizetype tailSize = 4;

bool isOurConcern(quint32 type)
{
    return type == SectionHeader || type == InterfaceDescription || type == ObsoletePacket
        || type == SimplePacket || type == EnhancedPacket;
}

QString blockName(quint32 type)
{
    switch (type) {
    case SectionHeader:
        return QStringLiteral("section header");
    case InterfaceDescription:
        return QStringLiteral("interface description");
    case ObsoletePacket:
    case SimplePacket:
    case EnhancedPacket:
        return QStringLiteral("packet block");
    default:
        return QStringLiteral("block of type 0x%1").arg(type, 8, 16, QLatin1Char('0'));
    }
}

QString badLength()
{
    return QStringLiteral("a length is wrong");
}

qsizetype padded(qsizetype size)
{
    return (size + 3) & ~qsizetype(3);
}

} // namespace

template <class Number>
Number PcapngReader::number(QByteArrayView bytes, qsizetype at) const
{
    const char *place = bytes.data() + at;
    return m_bigEndian ? qFromBigEndian<Number>(place) : qFromLittleEndian<Number>(place);
}

bool PcapngReader::recognises(QByteArrayView begin)
{
    if (begin.size() < headSize || qFromLittleEndian<quint32>(begin.data()) != SectionHeader)
        return false;
    const auto magic = qFromLittleEndian<quint32>(begin.data() + 8);
    return magic == byteOrderMagic || qbswap(magic) == byteOrderMagic;
}

Result<std::unique_ptr<PacketReader>> PcapngReader::make(ByteSource &source, const QString &name)
{
    std::unique_ptr<PcapngReader> reader(new PcapngReader(source));
    Packet none;
    bool isPacket = false;
    if (reader->readBlock(none, isPacket) == Status::Packet)
        return std::unique_ptr<PacketReader>(std::move(reader));
    return Failure{
        reader->m_otherVersion ? FailureKind::UnsupportedRecording : FailureKind::NotARecording, 0, name};
}

PacketReader::Status PcapngReader::next(Packet &packet)
{
    bool isPacket = false;
    Status status = Status::Packet;
    while (status == Status::Packet && !isPacket)
        status = readBlock(packet, isPacket);
    return status;
}

/// Packet also means: a block that holds none has been read.
PacketReader::Status PcapngReader::readBlock(Packet &packet, bool &isPacket)
{
    const quint64 left = m_source.size() - std::min(m_position, m_source.size());
    if (left == 0)
        return Status::End;
    const QByteArrayView head = m_source.bytesAt(m_position, headSize);
    if (head.size() < headSize)
        return unfinished(QStringLiteral("block"));
    if (recognises(head))
        m_bigEndian = qFromBigEndian<quint32>(head.data() + 8) == byteOrderMagic;
    const auto type = number<quint32>(head, 0);
    const auto length = number<quint32>(head, 4);
    const bool concerns = isOurConcern(type);
    if (length < headSize || length % 4 != 0 || (concerns && length > maxRecordSize))
        return damaged(blockName(type), badLength());
    if (length > left)
        return unfinished(blockName(type));

    const QByteArrayView block = concerns ? m_source.bytesAt(m_position, length) : QByteArrayView();
    const QByteArrayView tail = concerns ? block.last(std::min(tailSize, block.size()))
                                         : m_source.bytesAt(m_position + length - tailSize, tailSize);
    if (tail.size() < tailSize || number<quint32>(tail, 0) != length)
        return damaged(blockName(type), badLength());
    if (const QString problem = takeBlock(type, block, packet, isPacket); !problem.isEmpty())
        return damaged(blockName(type), problem);
    m_position += length;
    return Status::Packet;
}

/// These take one block and return what is wrong with it; nothing: all is well.
QString PcapngReader::takeBlock(quint32 type, QByteArrayView block, Packet &packet, bool &isPacket)
{
    switch (type) {
    case SectionHeader:
        return takeSection(block);
    case InterfaceDescription:
        return takeInterface(block);
    case ObsoletePacket:
    case SimplePacket:
    case EnhancedPacket:
        isPacket = true;
        return takePacket(type, block, packet);
    default:
        return {};
    }
}

QString PcapngReader::takeSection(QByteArrayView block)
{
    constexpr qsizetype fixedSize = 24;
    if (block.size() < fixedSize + tailSize || !recognises(block))
        return badLength();
    const auto version = number<quint16>(block, 12);
    m_otherVersion = version != majorVersion;
    if (m_otherVersion)
        return QStringLiteral("version %1 is not known").arg(version);
    m_interfaces.clear();
    return {};
}

QString PcapngReader::takeInterface(QByteArrayView block)
{
    constexpr qsizetype fixedSize = 16;
    if (block.size() < fixedSize + tailSize)
        return badLength();
    Interface interface;
    interface.linkType = number<quint16>(block, 8);
    interface.snapLength = number<quint32>(block, 12);
    takeInterfaceOptions(block.sliced(fixedSize).chopped(tailSize), interface);
    m_interfaces.push_back(interface);
    return {};
}

/// What cannot be read of the options is passed over, as every other reader does.
void PcapngReader::takeInterfaceOptions(QByteArrayView options, Interface &interface) const
{
    while (options.size() >= 4) {
        const auto code = number<quint16>(options, 0);
        const qsizetype size = number<quint16>(options, 2);
        if (code == EndOfOptions || 4 + size > options.size())
            return;
        if (code == TimeResolution && size == 1)
            interface.resolution = quint8(options[4]);
        else if (code == TimeOffset && size == 8)
            interface.offsetSeconds = number<qint64>(options, 4);
        options = options.sliced(std::min(4 + padded(size), options.size()));
    }
}

QString PcapngReader::takePacket(quint32 type, QByteArrayView block, Packet &packet)
{
    const qsizetype dataAt = type == SimplePacket ? 12 : 28;
    if (block.size() < dataAt + tailSize)
        return badLength();
    const quint32 id = type == EnhancedPacket ? number<quint32>(block, 8)
        : type == ObsoletePacket              ? number<quint16>(block, 8)
                                              : 0;
    if (id >= m_interfaces.size())
        return QStringLiteral("interface %1 is not described").arg(id);
    const Interface &interface = m_interfaces[id];
    const auto room = quint32(block.size() - dataAt - tailSize);
    quint32 captured = 0;
    if (type == SimplePacket) {
        packet.wireSize = number<quint32>(block, 8);
        const quint32 most = interface.snapLength == 0 ? room : std::min(room, interface.snapLength);
        captured = std::min(packet.wireSize, most);
    } else {
        captured = number<quint32>(block, 20);
        packet.wireSize = std::max(number<quint32>(block, 24), captured);
        const quint64 ticks = quint64(number<quint32>(block, 12)) << 32 | number<quint32>(block, 16);
        m_latest = timeFromTicks(ticks, interface.resolution, interface.offsetSeconds);
    }
    if (captured > room)
        return badLength();
    packet.bytes = block.sliced(dataAt, captured);
    packet.offset = m_position + quint64(dataAt);
    packet.linkType = interface.linkType;
    packet.time = m_latest;
    return {};
}

} // namespace swb::capture
