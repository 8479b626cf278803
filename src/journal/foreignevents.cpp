#include "journal/foreignevents.h"

namespace swb::journal {

void ForeignEvents::append(Timestamp time, std::span<const capture::Extent> bytes)
{
    if (bytes.size() > 1)
        m_scattered.try_emplace(m_times.size(), bytes.begin(), bytes.end());
    m_times.append(time.time_since_epoch().count());
}

void ForeignEvents::appendPacket(const capture::Packet &packet)
{
    PacketPlace place{};
    place.offset = packet.offset & ((1ull << 48) - 1);
    place.linkType = packet.linkType;
    place.captured = quint32(packet.bytes.size());
    place.wireSize = packet.wireSize;
    m_packets.append(place);
}

std::optional<quint32> ForeignEvents::packetAt(quint64 fileOffset) const
{
    const quint32 behind = m_packets.partitionPoint(
        [fileOffset](const PacketPlace &place) { return place.offset <= fileOffset; });
    if (behind == 0 || fileOffset - m_packets[behind - 1].offset > m_packets[behind - 1].captured)
        return {};
    return behind - 1;
}

Timestamp ForeignEvents::time(EventSeq seq) const
{
    return Timestamp(std::chrono::nanoseconds(m_times[seq.value]));
}

ForeignEvents::Extents ForeignEvents::extents(EventSeq seq, quint64 fileOffset, quint64 size) const
{
    const auto found = m_scattered.find(seq.value);
    return found != m_scattered.end() ? found->second : Extents{{fileOffset, quint32(size), quint32(size)}};
}

} // namespace swb::journal
