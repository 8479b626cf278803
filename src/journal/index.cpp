#include "journal/index.h"

namespace swb::journal {

std::optional<quint32> Index::placeOf(ConnectionId id) const
{
    const quint32 expected = id.value - 1;
    if (expected < m_connections.size() && m_connections[expected].facts.id == id)
        return expected;
    const auto found = m_displaced.find(id.value);
    return found == m_displaced.end() ? std::nullopt : std::optional(found->second);
}

const Index::Connection *Index::find(ConnectionId id) const
{
    const std::optional<quint32> place = placeOf(id);
    return place ? &m_connections[*place] : nullptr;
}

Index::Connection &Index::findOrAdd(ConnectionId id)
{
    if (const std::optional<quint32> place = placeOf(id))
        return m_connections[*place];
    const auto place = quint32(m_connections.size());
    if (place != id.value - 1)
        m_displaced.emplace(id.value, place);
    m_connections.emplace_back().facts.id = id;
    return m_connections.back();
}

EventSummary Index::Reader::summary(EventSeq seq) const
{
    const Entry &entry = m_index.m_entries[seq.value];
    return {EventKind(entry.kind), ConnectionId(entry.connection), entry.size(), entry.streamOffset,
        entry.outgoing != 0};
}

const SegmentedList<quint32> *Index::Reader::rows(const RowFilter &filter) const
{
    if (filter.connection.isValid()) {
        const Connection *connection = m_index.find(filter.connection);
        const bool wanted =
            connection && (!filter.endpoint.isValid() || filter.endpoint == connection->facts.endpoint);
        return wanted ? &connection->rows : nullptr;
    }
    const auto found = m_index.m_endpointRows.find(filter.endpoint.value);
    return found == m_index.m_endpointRows.end() ? nullptr : &found->second;
}

const SegmentedList<quint32> *Index::Reader::dataRows(ConnectionId connection, EventKind direction) const
{
    const Connection *found = m_index.find(connection);
    if (!found || !found->data)
        return nullptr;
    switch (direction) {
    case EventKind::Received:
        return &found->data->received;
    case EventKind::Sent:
        return &found->data->sent;
    default:
        return nullptr;
    }
}

std::optional<quint32> Index::Reader::dataRowAt(
    ConnectionId connection, EventKind direction, quint64 streamOffset) const
{
    const SegmentedList<quint32> *rows = dataRows(connection, direction);
    if (!rows)
        return {};
    const quint32 at = rows->partitionPoint([this, streamOffset](quint32 row) {
        const Entry &entry = m_index.m_entries[row];
        return entry.streamOffset + entry.size() <= streamOffset;
    });
    return at < rows->size() ? std::optional(at) : std::nullopt;
}

quint64 Index::Reader::bytesBefore(ConnectionId connection, EventKind direction, EventSeq seq) const
{
    const SegmentedList<quint32> *rows = dataRows(connection, direction);
    const quint32 before = rows ? rows->partitionPoint([seq](quint32 row) { return row < seq.value; }) : 0;
    if (before == 0)
        return 0;
    const Entry &entry = m_index.m_entries[(*rows)[before - 1]];
    return entry.streamOffset + entry.size();
}

const RecordedConnection *Index::Reader::find(ConnectionId id) const
{
    const Connection *found = m_index.find(id);
    return found ? &found->facts : nullptr;
}

std::optional<quint64> Index::Reader::annotationOffset(EventSeq about) const
{
    const auto found = m_index.m_annotations.find(about.value);
    return found == m_index.m_annotations.end() ? std::nullopt : std::optional(found->second);
}

const SegmentedList<quint64> *Index::Reader::samples(ConnectionId connection) const
{
    const auto found = m_index.m_connectionSamples.find(connection.value);
    return found == m_index.m_connectionSamples.end() ? nullptr : &found->second;
}

const SegmentedList<quint64> *Index::Reader::samples(EndpointId listener) const
{
    const auto found = m_index.m_listenerSamples.find(listener.value);
    return found == m_index.m_listenerSamples.end() ? nullptr : &found->second;
}

void Index::Appender::append(const IndexedSample &sample)
{
    if (sample.connection.isValid())
        m_index.m_connectionSamples[sample.connection.value].append(sample.fileOffset);
    else
        m_index.m_listenerSamples[sample.endpoint.value].append(sample.fileOffset);
}

void Index::Appender::annotate(const IndexedEvent &event)
{
    if (event.annotates)
        m_index.m_annotations.insert_or_assign(event.about.value, event.fileOffset);
    else
        m_index.m_annotations.erase(event.about.value);
    ++m_index.m_annotationRevision;
}

void Index::Appender::append(const IndexedEvent &event)
{
    if (event.kind == EventKind::Annotation) {
        annotate(event);
        return;
    }
    m_index.m_timesAscend = m_index.m_timesAscend && event.time >= m_index.m_latest;
    m_index.m_latest = event.time;
    const quint32 row = m_index.m_entries.size();
    Entry entry{};
    entry.fileOffset = event.fileOffset & 0xffff'ffff'ffff;
    entry.kind = quint8(event.kind);
    entry.outgoing = event.outgoing ? 1 : 0;
    const quint64 size = std::min(event.size, quint64(0xffff'ffff'ffff));
    entry.sizeHigh = quint16(size >> 32);
    entry.sizeLow = quint32(size);
    entry.connection = event.connection.value;
    if (event.connection.isValid())
        entry.streamOffset = addToConnection(event, row) & 0xffff'ffff'ffff;
    if (event.endpoint.isValid())
        m_index.m_endpointRows[event.endpoint.value].append(row);
    m_index.m_entries.append(entry);
}

/// Returns where the event's bytes begin in their stream.
quint64 Index::Appender::addToConnection(const IndexedEvent &event, quint32 row)
{
    Connection &connection = m_index.findOrAdd(event.connection);
    RecordedConnection &facts = connection.facts;
    if (connection.rows.isEmpty())
        facts.endpoint = event.endpoint;
    connection.rows.append(row);
    if (!connection.data && (event.kind == EventKind::Received || event.kind == EventKind::Sent))
        connection.data = std::make_unique<DataRows>();

    switch (event.kind) {
    case EventKind::Connecting:
        facts.local = event.local;
        facts.peer = event.peer;
        facts.opened = event.time;
        break;
    case EventKind::Opened:
        facts.local = event.local;
        facts.peer = event.peer;
        facts.outgoing = event.outgoing;
        facts.datagrams = event.datagrams;
        facts.opened = event.time;
        break;
    case EventKind::Closed:
        facts.closed = true;
        break;
    case EventKind::Received:
        connection.data->received.append(row);
        return std::exchange(facts.bytesReceived, facts.bytesReceived + event.size);
    case EventKind::Sent:
        connection.data->sent.append(row);
        return std::exchange(facts.bytesSent, facts.bytesSent + event.size);
    case EventKind::Gap:
        if (!event.peer.isNull()) { // it stands for the opening, which is missing
            facts.local = event.local;
            facts.peer = event.peer;
            facts.opened = event.time;
        }
        return event.outgoing ? facts.bytesSent : facts.bytesReceived;
    default:
        break;
    }
    return 0;
}

} // namespace swb::journal
