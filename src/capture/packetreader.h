#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "capture/bytesource.h"

#include <memory>

namespace swb::capture {

/// One packet as it stands in a capture.
struct Packet
{
    QByteArrayView bytes; ///< what was captured of it; valid until the reader goes on
    quint64 offset = 0; ///< where they stand in the file
    quint32 wireSize = 0; ///< never less than bytes.size()
    quint16 linkType = 0;
    Timestamp time;
};

/// The packets of a capture, from the first to the last that is whole. No length in the file is believed
/// before it has been bounded, so nothing is read or allocated beyond the file's own size.
class PacketReader
{
public:
    enum class Status : quint8
    {
        Packet,
        End,
        Unfinished, ///< the file ends within a record: reason() tells where
        Damaged, ///< a record is wrong: reason() tells where
    };
    virtual ~PacketReader() = default;

    /// Reads the next packet. After anything but Packet it answers the same again.
    virtual Status next(Packet &packet) = 0;
    virtual QLatin1StringView formatName() const = 0; ///< "pcap", "pcapng"

    quint64 position() const { return m_position; } ///< up to here everything was whole
    QString reason() const { return m_reason; } ///< for the expert, in English

protected:
    explicit PacketReader(ByteSource &source)
        : m_source(source)
    {
    }
    Status unfinished(const QString &what);
    Status damaged(const QString &what, const QString &problem);

    ByteSource &m_source;
    quint64 m_position = 0;

private:
    QString m_reason;
};

/// No record is longer, as no packet is; what claims to be is damage.
inline constexpr quint32 maxRecordSize = 16 << 20;

/// The reader for this capture, which must outlive it. Failures: NotARecording, CompressedRecording,
/// UnsupportedRecording (a version of the format that we do not know), with `name` as their subject;
/// UnsupportedLinkType, about the link type.
Result<std::unique_ptr<PacketReader>> makePacketReader(ByteSource &source, const QString &name);

} // namespace swb::capture
