#pragma once

#include "journal/recording.h"

#include <memory>
#include <vector>

namespace swb::lens {

/// What happened to one end of a connection, without what it sent and received. Reads on as the recording
/// grows; never longer than a moment at a time, however many events there are.
class Lifecycle
{
public:
    static constexpr quint32 mostRowsAtOnce = 50'000;

    /// `connection` must be in the recording.
    Lifecycle(std::shared_ptr<const journal::Recording> recording, ConnectionId connection);

    void readOn(); ///< takes over what the recording has gained, or a part of it
    const std::vector<Event> &events() const { return m_events; } ///< in the order of their times
    const journal::RecordedConnection &facts() const { return m_facts; }

private:
    void findDialling();

    std::shared_ptr<const journal::Recording> m_recording;
    journal::RecordedConnection m_facts;
    quint32 m_rows = 0; ///< of the connection that were looked at
    std::vector<Event> m_events;
};

} // namespace swb::lens
