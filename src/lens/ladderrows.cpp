#include "lens/ladderrows.h"

#include <algorithm>

namespace swb::lens {

namespace {

/// How far an endpoint's own events are looked for, at its beginning and before the connection.
constexpr quint32 LookedAt = 256;
/// How far behind its last byte an end's FIN is looked for. Only the other direction's events lie between.
constexpr quint32 ScannedRows = 65536;
constexpr quint32 LastRows = 16;

} // namespace

std::optional<ConnectionId> twinOf(const journal::Recording &recording, ConnectionId connection)
{
    const journal::RecordedConnection own = recording.connection(connection);
    if (recording.isForeign() || own.local.isNull() || own.peer.isNull())
        return {};
    std::optional<ConnectionId> nearest;
    std::chrono::nanoseconds least{};
    for (const journal::RecordedConnection &other : recording.connections()) {
        const bool mirrors = other.local == own.peer && other.peer == own.local;
        if (!mirrors || other.id == own.id || other.outgoing == own.outgoing)
            continue;
        const std::chrono::nanoseconds distance = std::chrono::abs(other.opened - own.opened);
        if (!nearest || distance < least) {
            nearest = other.id;
            least = distance;
        }
    }
    return nearest;
}

LadderRows::LadderRows(std::shared_ptr<const journal::Recording> recording, ConnectionId connection)
    : m_recording(std::move(recording))
    , m_facts(m_recording->connection(connection))
    , m_isForeign(m_recording->isForeign())
    , m_ownEnd(m_facts.outgoing || m_isForeign ? LadderEnd::Left : LadderEnd::Right)
{
    m_filters[size_t(m_ownEnd)].connection = connection;
    if (const std::optional<ConnectionId> twin = twinOf(*m_recording, connection))
        m_filters[size_t(opposite(m_ownEnd))].connection = *twin;
    refresh();
    findPrologue();
}

quint32 LadderRows::refresh()
{
    const quint32 before = count();
    // Both ends up to the same event: a row must never come before one that is here already.
    const EventSeq end(m_recording->eventCount());
    for (size_t i = 0; i < m_filters.size(); ++i) {
        if (!m_filters[i].connection.isValid())
            continue;
        quint32 rows = m_recording->rowCount(m_filters[i]);
        while (rows > m_counts[i] && seqAt(i, rows - 1) >= end)
            --rows;
        m_counts[i] = rows;
    }
    if (before == prologueSize() && count() > before)
        findPrologue();
    return count() - before;
}

/// What comes before the connection is told by the endpoint, not by the connection.
void LadderRows::findPrologue()
{
    m_prologue.clear();
    if (m_isForeign || count() == 0)
        return;
    const std::optional<EventSeq> first = row(0).seq;
    for (const LadderEnd end : {LadderEnd::Left, LadderEnd::Right}) {
        if (m_counts[size_t(end)] == 0)
            continue;
        const EventKind kind = end == LadderEnd::Left ? EventKind::Connecting : EventKind::Listening;
        const EndpointId endpoint = m_recording->connection(connection(end)).endpoint;
        if (const std::optional<EventSeq> seq = lastBefore(endpoint, *first, kind))
            m_prologue.push_back({end, *seq, false});
    }
    std::sort(m_prologue.begin(), m_prologue.end(), [](const Row &a, const Row &b) { return a.seq < b.seq; });
    if (!m_facts.datagrams && m_recording->summary(*first).kind == EventKind::Opened)
        m_prologue.push_back({LadderEnd::Left, {}, true});
}

std::optional<EventSeq> LadderRows::lastBefore(EndpointId endpoint, EventSeq seq, EventKind kind) const
{
    const journal::RowFilter filter{endpoint, {}};
    quint32 low = 0;
    quint32 high = m_recording->rowCount(filter);
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (m_recording->rowAt(filter, middle) < seq)
            low = middle + 1;
        else
            high = middle;
    }
    const auto found = [&](quint32 row) -> bool {
        return m_recording->summary(m_recording->rowAt(filter, row)).kind == kind;
    };
    for (quint32 row = low; row > 0 && low - row < LookedAt; --row) {
        if (found(row - 1))
            return m_recording->rowAt(filter, row - 1);
    }
    // A server has listened long before its thousandth client came.
    for (quint32 row = std::min(low, LookedAt); row > 0; --row) {
        if (found(row - 1))
            return m_recording->rowAt(filter, row - 1);
    }
    return {};
}

SocketAddress LadderRows::address(LadderEnd end) const
{
    return end == m_ownEnd ? m_facts.local : m_facts.peer;
}

quint32 LadderRows::countBefore(size_t end, EventSeq seq) const
{
    quint32 low = 0;
    quint32 high = m_counts[end];
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (seqAt(end, middle) < seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// How many of the first `merged` rows are the left end's.
quint32 LadderRows::leftAmong(quint32 merged) const
{
    quint32 low = merged - std::min(merged, m_counts[1]);
    quint32 high = std::min(merged, m_counts[0]);
    while (low < high) {
        const quint32 left = low + (high - low) / 2;
        const quint32 right = merged - left;
        if (right > 0 && seqAt(0, left) < seqAt(1, right - 1))
            low = left + 1;
        else
            high = left;
    }
    return low;
}

LadderRows::Row LadderRows::row(quint32 row) const
{
    return rows(row, row + 1).front();
}

std::vector<LadderRows::Row> LadderRows::rows(quint32 first, quint32 end) const
{
    std::vector<Row> result;
    result.reserve(end - first);
    quint32 row = first;
    for (; row < end && row < prologueSize(); ++row)
        result.push_back(m_prologue[row]);
    if (row >= end)
        return result;
    quint32 left = leftAmong(row - prologueSize());
    quint32 right = row - prologueSize() - left;
    for (; row < end; ++row) {
        const bool hasLeft = left < m_counts[0];
        const bool takesLeft = hasLeft && (right >= m_counts[1] || seqAt(0, left) < seqAt(1, right));
        if (takesLeft)
            result.push_back({LadderEnd::Left, seqAt(0, left++), false});
        else
            result.push_back({LadderEnd::Right, seqAt(1, right++), false});
    }
    return result;
}

std::optional<quint32> LadderRows::rowOf(EventSeq seq) const
{
    for (quint32 row = 0; row < prologueSize(); ++row) {
        if (!m_prologue[row].isHandshake && m_prologue[row].seq == seq)
            return row;
    }
    const std::array<quint32, 2> before{countBefore(0, seq), countBefore(1, seq)};
    for (size_t end = 0; end < m_counts.size(); ++end) {
        if (before[end] < m_counts[end] && seqAt(end, before[end]) == seq)
            return prologueSize() + before[0] + before[1];
    }
    return {};
}

std::optional<quint32> LadderRows::rowOfByte(LadderEnd end, EventKind direction, quint64 offset) const
{
    const std::optional<EventSeq> seq = m_recording->eventAt(connection(end), direction, offset);
    return seq ? rowOf(*seq) : std::nullopt;
}

quint64 LadderRows::byteCount(LadderEnd end, EventKind direction) const
{
    const quint32 rows = m_counts[size_t(end)];
    if (rows == 0)
        return 0;
    const EventSeq last = seqAt(size_t(end), rows - 1);
    const journal::EventSummary summary = m_recording->summary(last);
    return m_recording->bytesBefore(connection(end), direction, last)
        + (summary.kind == direction ? summary.size : 0);
}

/// Nothing of the direction follows a FIN, so it is near the last byte of it.
std::optional<quint32> LadderRows::rowOfFinish(LadderEnd end) const
{
    const quint64 sent = byteCount(end, EventKind::Sent);
    const auto last =
        sent > 0 ? m_recording->eventAt(connection(end), EventKind::Sent, sent - 1) : std::nullopt;
    return scan(end, last ? countBefore(size_t(end), *last) : 0, EventKind::Finished);
}

std::optional<quint32> LadderRows::rowOfPeerFinish(LadderEnd end) const
{
    const quint64 got = byteCount(end, EventKind::Received);
    const auto last =
        got > 0 ? m_recording->eventAt(connection(end), EventKind::Received, got - 1) : std::nullopt;
    return scan(end, last ? countBefore(size_t(end), *last) : 0, EventKind::PeerFinished);
}

std::optional<quint32> LadderRows::rowOfEnding(LadderEnd end, EventKind kind) const
{
    const quint32 rows = m_counts[size_t(end)];
    return scan(end, rows - std::min(rows, LastRows), kind);
}

std::optional<quint32> LadderRows::scan(LadderEnd end, quint32 from, EventKind kind) const
{
    const quint32 until = std::min(m_counts[size_t(end)], from + std::min(ScannedRows, ~0u - from));
    for (quint32 row = from; row < until; ++row) {
        const EventSeq seq = seqAt(size_t(end), row);
        if (m_recording->summary(seq).kind == kind)
            return rowOf(seq);
    }
    return {};
}

} // namespace swb::lens
