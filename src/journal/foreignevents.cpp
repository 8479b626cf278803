#include "journal/foreignevents.h"

namespace swb::journal {

void ForeignEvents::append(Timestamp time, std::span<const capture::Extent> bytes)
{
    if (bytes.size() > 1)
        m_scattered.try_emplace(m_times.size(), bytes.begin(), bytes.end());
    m_times.append(time.time_since_epoch().count());
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
