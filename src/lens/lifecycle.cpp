#include "lens/lifecycle.h"

#include "lens/ladderrows.h"

#include <algorithm>

namespace swb::lens {

Lifecycle::Lifecycle(std::shared_ptr<const journal::Recording> recording, ConnectionId connection)
    : m_recording(std::move(recording))
    , m_facts(m_recording->connection(connection))
{
    if (m_facts.outgoing)
        findDialling();
    readOn();
}

/// The endpoint tells of it, before there was a connection.
void Lifecycle::findDialling()
{
    const LadderRows rows(m_recording, m_facts.id);
    for (quint32 row = 0; row < rows.prologueSize(); ++row) {
        const LadderRows::Row at = rows.row(row);
        if (at.isHandshake || m_recording->summary(at.seq).kind != EventKind::Connecting)
            continue;
        if (const Result<Event> event = m_recording->event(at.seq))
            m_events.push_back(*event);
    }
}

void Lifecycle::readOn()
{
    const journal::RowFilter filter{{}, m_facts.id};
    const quint32 end = std::min(m_recording->rowCount(filter), m_rows + mostRowsAtOnce);
    for (; m_rows < end; ++m_rows) {
        const EventSeq seq = m_recording->rowAt(filter, m_rows);
        const EventKind kind = m_recording->summary(seq).kind;
        if (kind == EventKind::Received || kind == EventKind::Sent || kind == EventKind::Gap)
            continue;
        if (const Result<Event> event = m_recording->event(seq))
            m_events.push_back(*event);
    }
}

} // namespace swb::lens
