#include "capture/packetreader.h"

#include "capture/pcapngreader.h"
#include "capture/pcapreader.h"

#include <array>

namespace swb::capture {

namespace {

/// gzip, zstd, xz, bzip2, lz4: what captures are kept in.
bool isCompressed(QByteArrayView begin)
{
    constexpr std::array<QByteArrayView, 5> magics{QByteArrayView("\x1f\x8b\x08", 3),
        QByteArrayView("\x28\xb5\x2f\xfd", 4),
        QByteArrayView("\xfd"
                       "7zXZ",
            5),
        QByteArrayView("BZh", 3), QByteArrayView("\x04\x22\x4d\x18", 4)};
    return std::any_of(
        magics.begin(), magics.end(), [begin](QByteArrayView magic) { return begin.startsWith(magic); });
}

} // namespace

PacketReader::Status PacketReader::unfinished(const QString &what)
{
    m_reason = QStringLiteral("%1 at %2: cut short").arg(what).arg(m_position);
    return Status::Unfinished;
}

PacketReader::Status PacketReader::damaged(const QString &what, const QString &problem)
{
    m_reason = QStringLiteral("%1 at %2: %3").arg(what).arg(m_position).arg(problem);
    return Status::Damaged;
}

Result<std::unique_ptr<PacketReader>> makePacketReader(ByteSource &source, const QString &name)
{
    const QByteArrayView begin = source.bytesAt(0, PcapReader::headerSize);
    if (PcapReader::recognises(begin))
        return PcapReader::make(source, name);
    if (PcapngReader::recognises(begin))
        return PcapngReader::make(source, name);
    return Failure{
        isCompressed(begin) ? FailureKind::CompressedRecording : FailureKind::NotARecording, 0, name};
}

} // namespace swb::capture
