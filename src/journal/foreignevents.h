#pragma once

#include "base/event.h"
#include "capture/extent.h"
#include "journal/recording.h"
#include "journal/segmentedlist.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace swb::journal {

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

    ForeignCapture facts;

private:
    SegmentedList<qint64> m_times; ///< nanoseconds since the epoch
    std::unordered_map<quint32, Extents> m_scattered; ///< only of what came in several packets
};

} // namespace swb::journal
