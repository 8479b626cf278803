#pragma once

#include "base/event.h"
#include "capture/extent.h"
#include "capture/packetreader.h"
#include "journal/recording.h"
#include "journal/segmentedlist.h"

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace swb::journal {

/// A packet of a capture: 16 bytes, for there are as many as events.
struct PacketPlace
{
    quint64 offset : 48; ///< of its bytes in the file
    quint64 linkType : 16;
    quint32 captured;
    quint32 wireSize;
};
static_assert(sizeof(PacketPlace) == 16);

/// What the index does not say of the events of another program's capture, in which no block of ours holds
/// them. Filled while it is opened, then only read: any thread.
class ForeignEvents
{
public:
    using Extents = std::vector<capture::Extent>;

    void append(Timestamp time, std::span<const capture::Extent> bytes);
    Timestamp time(EventSeq seq) const;
    /// Where the bytes of an event stand that the index has at this offset.
    Extents extents(EventSeq seq, quint64 fileOffset, quint64 size) const;

    /// A packet that may bring an event; in the order of the file.
    void appendPacket(const capture::Packet &packet);
    /// The number of the packet that holds this byte of the file, or ends before it; nothing: it is in none
    /// that was appended.
    std::optional<quint32> packetAt(quint64 fileOffset) const;
    const PacketPlace &packet(quint32 number) const { return m_packets[number]; }

    ForeignCapture facts;

private:
    SegmentedList<PacketPlace> m_packets;
    SegmentedList<qint64> m_times; ///< nanoseconds since the epoch
    std::unordered_map<quint32, Extents> m_scattered; ///< only of what came in several packets
};

} // namespace swb::journal
