#include "widgets/conversation.h"

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int CachedPages = 8;
/// About what a short line has, so that a row without bytes moves a scroll bar as a line does.
constexpr quint64 RowWeight = 32;

bool carriesBytes(EventKind kind)
{
    return kind == EventKind::Received || kind == EventKind::Sent;
}

} // namespace

size_t Conversation::Page::runOf(quint32 row) const
{
    const auto behind = std::upper_bound(
        runs.begin(), runs.end(), row, [](quint32 wanted, const Run &run) { return wanted < run.firstRow; });
    return static_cast<size_t>(std::max<qsizetype>(0, behind - runs.begin() - 1));
}

quint32 Conversation::Page::rowNumberAt(const Run &run, qint64 streamOffset) const
{
    const auto first = rows.begin() + (run.firstRow - firstRow);
    const auto end = rows.begin() + (run.endRow - firstRow);
    const auto found = std::partition_point(first, end, [streamOffset](const Row &row) {
        return static_cast<qint64>(row.streamOffset + row.size) <= streamOffset;
    });
    return std::min(run.endRow - 1, run.firstRow + static_cast<quint32>(found - first));
}

const Conversation::Row &Conversation::Page::rowAt(const Run &run, qint64 streamOffset) const
{
    return row(rowNumberAt(run, streamOffset));
}

Conversation::Conversation(std::shared_ptr<const journal::Recording> recording, ConnectionId connection)
    : m_recording(std::move(recording))
    , m_pages(CachedPages)
{
    m_filter.connection = connection;
    refresh();
}

quint32 Conversation::refresh()
{
    const quint32 before = m_rows;
    m_rows = m_recording->rowCount(m_filter);
    if (m_rows != before && before > 0)
        m_pages.remove((before - 1) / PageRows);
    return m_rows - before;
}

const Conversation::Page &Conversation::page(quint32 index)
{
    if (!m_pages.contains(index))
        m_pages.insert(index, new Page(readPage(index)));
    return *m_pages.object(index);
}

Conversation::Page Conversation::readPage(quint32 index) const
{
    Page page;
    page.firstRow = index * PageRows;
    const quint32 end = std::min(m_rows, page.firstRow + PageRows);
    page.rows.reserve(end - page.firstRow);
    EventKind before = page.firstRow > 0 ? m_recording->summary(seqAt(page.firstRow - 1)).kind : EventKind();
    for (quint32 row = page.firstRow; row < end; ++row) {
        const EventSeq seq = seqAt(row);
        const journal::EventSummary summary = m_recording->summary(seq);
        const auto offset = static_cast<qint64>(summary.streamOffset);
        const bool hasBytes = carriesBytes(summary.kind);
        page.rows.push_back({seq, summary.kind, hasBytes ? summary.size : 0, summary.streamOffset});
        if (page.runs.empty() || !hasBytes || page.runs.back().kind != summary.kind)
            page.runs.push_back(
                {summary.kind, row, row, {offset, offset}, before != summary.kind || !hasBytes});
        Run &run = page.runs.back();
        run.endRow = row + 1;
        run.bytes.end += static_cast<qint64>(page.rows.back().size);
        before = summary.kind;
    }
    Run &last = page.runs.back();
    last.goesOn = last.carriesBytes() && end < m_rows && m_recording->summary(seqAt(end)).kind == last.kind;
    return page;
}

/// `before` must hold for none behind the first row that fails.
template <class Predicate>
quint32 Conversation::firstRowNot(Predicate before) const
{
    quint32 low = 0;
    quint32 high = m_rows;
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (before(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

quint32 Conversation::rowOf(EventSeq seq) const
{
    return firstRowNot([this, seq](quint32 row) { return seqAt(row) < seq; });
}

Timestamp Conversation::timeOf(quint32 row) const
{
    const Result<Event> event = m_recording->event(seqAt(row));
    return event ? event->time : Timestamp();
}

quint32 Conversation::rowAtTime(Timestamp time) const
{
    return firstRowNot([this, time](quint32 row) { return timeOf(row) < time; });
}

std::optional<StreamSpot> Conversation::spotOf(EventKind direction, quint64 streamOffset) const
{
    const std::optional<EventSeq> seq = m_recording->eventAt(connection(), direction, streamOffset);
    const quint32 row = seq ? rowOf(*seq) : m_rows;
    if (row >= m_rows) // not there, or not taken over yet
        return {};
    return StreamSpot{row, streamOffset - m_recording->summary(*seq).streamOffset};
}

quint64 Conversation::bytesBefore(const StreamSpot &spot, EventKind direction) const
{
    if (m_rows == 0)
        return 0;
    const EventSeq seq = seqAt(std::min(spot.row, m_rows - 1));
    const journal::EventSummary summary = m_recording->summary(seq);
    const quint64 within = summary.kind == direction ? std::min(spot.offset, summary.size) : 0;
    return m_recording->bytesBefore(connection(), direction, seq) + within;
}

quint64 Conversation::weight(const StreamSpot &spot) const
{
    return bytesBefore(spot, EventKind::Received) + bytesBefore(spot, EventKind::Sent) + spot.row * RowWeight;
}

quint64 Conversation::weight() const
{
    return m_rows == 0 ? 0 : weight({m_rows - 1, ~0ull}) + RowWeight;
}

StreamSpot Conversation::spotAt(quint64 wanted) const
{
    const quint32 behind = firstRowNot([&](quint32 row) { return weight({row, 0}) <= wanted; });
    const quint32 row = std::max(1u, behind) - 1;
    if (row >= m_rows)
        return {};
    const journal::EventSummary summary = m_recording->summary(seqAt(row));
    const quint64 within = wanted - std::min(wanted, weight({row, 0}));
    const bool inside = carriesBytes(summary.kind) && summary.size > 0;
    return {row, inside ? std::min(within, summary.size - 1) : 0};
}

} // namespace swb::ui
