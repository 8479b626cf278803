#include "capture/pcapreader.h"

#include "capture/linktype.h"
#include "capture/ticks.h"

#include <QtEndian>

namespace swb::capture {

namespace {

constexpr quint32 microsecondMagic = 0xa1b2c3d4;
constexpr quint32 nanosecondMagic = 0xa1b23c4d;
constexpr quint16 majorVersion = 2;
constexpr qsizetype recordHeaderSize = 16;

bool isMagic(quint32 value)
{
    return value == microsecondMagic || value == nanosecondMagic;
}

} // namespace

bool PcapReader::recognises(QByteArrayView begin)
{
    if (begin.size() < headerSize)
        return false;
    const auto magic = qFromLittleEndian<quint32>(begin.data());
    return isMagic(magic) || isMagic(qbswap(magic));
}

Result<std::unique_ptr<PacketReader>> PcapReader::make(ByteSource &source, const QString &name)
{
    const QByteArrayView header = source.bytesAt(0, headerSize);
    std::unique_ptr<PcapReader> reader(new PcapReader(source, header));
    const quint32 versions = reader->number(header, 4);
    if ((reader->m_swapped ? versions >> 16 : versions & 0xffff) != majorVersion)
        return Failure{FailureKind::UnsupportedRecording, 0, name};
    if (!isKnownLink(reader->m_linkType))
        return Failure{FailureKind::UnsupportedLinkType, 0, linkTypeName(reader->m_linkType)};
    return std::unique_ptr<PacketReader>(std::move(reader));
}

PcapReader::PcapReader(ByteSource &source, QByteArrayView header)
    : PacketReader(source)
    , m_swapped(!isMagic(qFromLittleEndian<quint32>(header.data())))
    , m_nanosPerTick(number(header, 0) == nanosecondMagic ? 1 : 1000)
    , m_linkType(quint16(number(header, 20))) // above it: how long the frame check sequence is
{
    m_position = headerSize;
}

/// "Swapped" is big-endian, whatever this computer is.
quint32 PcapReader::number(QByteArrayView bytes, qsizetype at) const
{
    return m_swapped ? qFromBigEndian<quint32>(bytes.data() + at)
                     : qFromLittleEndian<quint32>(bytes.data() + at);
}

PacketReader::Status PcapReader::next(Packet &packet)
{
    const QString what = QStringLiteral("packet");
    const QByteArrayView header = m_source.bytesAt(m_position, recordHeaderSize);
    if (header.isEmpty() && m_position >= m_source.size())
        return Status::End;
    if (header.size() < recordHeaderSize)
        return unfinished(what);
    const quint32 captured = number(header, 8);
    packet.wireSize = std::max(number(header, 12), captured);
    packet.time = timeFromSeconds(number(header, 0), quint64(number(header, 4)) * m_nanosPerTick);
    if (captured > maxRecordSize)
        return damaged(what, QStringLiteral("a length is wrong"));
    packet.offset = m_position + recordHeaderSize;
    packet.bytes = m_source.bytesAt(packet.offset, captured);
    if (packet.bytes.size() < qsizetype(captured))
        return unfinished(what);
    packet.linkType = m_linkType;
    m_position = packet.offset + captured;
    return Status::Packet;
}

} // namespace swb::capture
