#include "journal/rowset.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>

namespace swb::journal {

namespace {

using Direction = Criteria::Direction;
using Steady = std::chrono::steady_clock;
constexpr auto batchInterval = std::chrono::milliseconds(50);
/// Between two looks at the clock and at the wish to stop.
constexpr quint32 rowsAtOnce = 1024;

/// Both: in none.
Direction directionOf(const EventSummary &summary)
{
    switch (summary.kind) {
    case EventKind::Received:
    case EventKind::PeerFinished:
    case EventKind::ResetByPeer:
        return Direction::Received;
    case EventKind::Sent:
    case EventKind::Finished:
    case EventKind::ResetByUs:
        return Direction::Sent;
    case EventKind::Gap:
        return summary.outgoing ? Direction::Sent : Direction::Received;
    default:
        return Direction::Both;
    }
}

void sortOnce(std::vector<EventSeq> &rows)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

std::vector<EventSeq> united(const std::vector<EventSeq> &a, const std::vector<EventSeq> &b)
{
    std::vector<EventSeq> both;
    both.reserve(a.size() + b.size());
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
}

/// What makes `next` of `now`, whose first row is row `at`.
std::vector<RowSet::Change> differences(
    const std::vector<EventSeq> &now, const std::vector<EventSeq> &next, quint32 at)
{
    std::vector<RowSet::Change> changes;
    auto old = now.begin();
    auto wanted = next.begin();
    while (old != now.end() || wanted != next.end()) {
        const auto goes = [&] { return old != now.end() && (wanted == next.end() || *old < *wanted); };
        const auto comes = [&] { return wanted != next.end() && (old == now.end() || *wanted < *old); };
        RowSet::Change change{comes(), at, {}};
        while (change.comes && comes())
            change.rows.push_back(*wanted++);
        while (!change.comes && goes())
            change.rows.push_back(*old++);
        if (change.rows.empty()) { // in both
            ++old;
            ++wanted;
            ++at;
            continue;
        }
        if (change.comes)
            at += quint32(change.rows.size());
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace

bool Criteria::hasPattern() const
{
    const auto isThere = [](const Pattern &pattern) { return !pattern.isEmpty(); };
    return isThere(patterns.usual) || std::any_of(patterns.own.begin(), patterns.own.end(), isThere);
}

bool Criteria::isSet() const
{
    return !connections.isEmpty() || direction != Direction::Both || !data || !lifecycle || !errors
        || annotatedOnly || from || to || hasPattern();
}

RowSieve::RowSieve(std::shared_ptr<const Recording> recording, const RowFilter &scope, Criteria criteria)
    : m_recording(std::move(recording))
    , m_scope(scope)
    , m_criteria(std::move(criteria))
{
    if (m_criteria.hasPattern())
        m_search.emplace(m_recording, m_scope, m_criteria.patterns, std::numeric_limits<quint64>::max());
}

RowSieve::Status RowSieve::advance(const Sink &sink, const std::atomic_bool &cancelled)
{
    return m_search ? searchPatterns(sink, cancelled) : lookAtRows(sink, cancelled);
}

RowSieve::Status RowSieve::searchPatterns(const Sink &sink, const std::atomic_bool &cancelled)
{
    quint64 done = 0;
    quint64 total = 0;
    const Search::Status status = m_search->advance(
        [&](Search::Batch &&found) {
            Batch batch;
            batch.done = done = found.bytesDone;
            batch.total = total = found.bytesTotal;
            std::vector<EventSeq> &rows = m_criteria.annotatedOnly ? m_matched : batch.rows;
            take(found.matches, rows);
            if (m_criteria.annotatedOnly)
                batch.tentative = annotatedRows();
            sink(std::move(batch));
        },
        cancelled);
    if (status == Search::Status::Cancelled)
        return Status::Cancelled;
    Batch last;
    last.done = done;
    last.total = total;
    if (m_criteria.annotatedOnly)
        last.tentative = annotatedRows();
    take(m_search->unsettled(), last.tentative);
    sink(std::move(last));
    return status == Search::Status::UpToDate ? Status::UpToDate : Status::LimitHit;
}

void RowSieve::take(const std::vector<Match> &matches, std::vector<EventSeq> &passing) const
{
    for (const Match &match : matches) {
        for (const EventSeq seq : eventsOf(*m_recording, match)) {
            if (passes(seq) && timePasses(seq))
                passing.push_back(seq);
        }
    }
    sortOnce(passing);
}

RowSieve::Status RowSieve::lookAtRows(const Sink &sink, const std::atomic_bool &cancelled)
{
    const quint32 total = m_recording->rowCount(m_scope);
    Batch batch;
    batch.total = total;
    if (m_criteria.annotatedOnly) {
        m_next = total;
        batch.done = total;
        batch.tentative = annotatedRows();
        sink(std::move(batch));
        return Status::UpToDate;
    }
    // Where events stand in the order of their times, nobody has to look at the time of each.
    m_timesAscend = m_recording->timesAscend();
    if (m_timesAscend && m_criteria.from && m_next == 0)
        m_next = firstRowFrom(*m_criteria.from);
    const quint32 end =
        m_timesAscend && m_criteria.to ? firstRowFrom(*m_criteria.to + std::chrono::nanoseconds(1)) : total;
    auto told = Steady::now();
    while (m_next < end) {
        if (cancelled)
            return Status::Cancelled;
        for (const quint32 stop = std::min(end, m_next + rowsAtOnce); m_next < stop; ++m_next) {
            const EventSeq seq = m_recording->rowAt(m_scope, m_next);
            if (passes(seq) && (m_timesAscend || timePasses(seq)))
                batch.rows.push_back(seq);
        }
        if (Steady::now() - told < batchInterval)
            continue;
        batch.done = m_next;
        sink(std::exchange(batch, {{}, {}, 0, total}));
        told = Steady::now();
    }
    m_next = std::max(m_next, total);
    batch.done = total;
    sink(std::move(batch));
    return Status::UpToDate;
}

quint32 RowSieve::firstRowFrom(Timestamp time) const
{
    quint32 from = 0;
    quint32 to = m_recording->rowCount(m_scope);
    while (from < to) {
        const quint32 middle = from + (to - from) / 2;
        const Result<Event> event = m_recording->event(m_recording->rowAt(m_scope, middle));
        if (event && event->time < time)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

bool RowSieve::isInScope(EventSeq seq) const
{
    quint32 from = 0;
    quint32 to = m_recording->rowCount(m_scope);
    while (from < to) {
        const quint32 middle = from + (to - from) / 2;
        if (m_recording->rowAt(m_scope, middle) < seq)
            from = middle + 1;
        else
            to = middle;
    }
    return from < m_recording->rowCount(m_scope) && m_recording->rowAt(m_scope, from) == seq;
}

std::vector<EventSeq> RowSieve::annotatedRows() const
{
    std::vector<EventSeq> rows;
    for (const EventSeq seq : m_recording->annotatedEvents()) {
        const bool matches = !m_search || std::binary_search(m_matched.begin(), m_matched.end(), seq);
        if (matches && isInScope(seq) && passes(seq) && timePasses(seq))
            rows.push_back(seq);
    }
    return rows;
}

bool RowSieve::passes(EventSeq seq) const
{
    const EventSummary summary = m_recording->summary(seq);
    const auto holds = [&](const Criteria::Range &range) {
        return summary.connection.value >= range.first && summary.connection.value <= range.last;
    };
    const QList<Criteria::Range> &connections = m_criteria.connections;
    if (!connections.isEmpty()
        && (!summary.connection.isValid() || std::none_of(connections.begin(), connections.end(), holds)))
        return false;
    if (m_criteria.direction != Direction::Both && m_criteria.direction != directionOf(summary))
        return false;
    return kindPasses(seq, summary);
}

bool RowSieve::kindPasses(EventSeq seq, const EventSummary &summary) const
{
    if (m_criteria.data && m_criteria.lifecycle && m_criteria.errors)
        return true;
    switch (summary.kind) {
    case EventKind::Received:
    case EventKind::Sent:
        return m_criteria.data;
    case EventKind::Error:
    case EventKind::ResetByPeer:
    case EventKind::Gap:
        return m_criteria.errors;
    case EventKind::AcceptingPaused: { // by the user, or because descriptors ran out
        const Result<Event> event = m_recording->event(seq);
        return event && event->failure.isSet() ? m_criteria.errors : m_criteria.lifecycle;
    }
    default:
        return m_criteria.lifecycle;
    }
}

bool RowSieve::timePasses(EventSeq seq) const
{
    if (!m_criteria.from && !m_criteria.to)
        return true;
    const Result<Event> event = m_recording->event(seq);
    return event && (!m_criteria.from || event->time >= *m_criteria.from)
        && (!m_criteria.to || event->time <= *m_criteria.to);
}

std::vector<RowSet::Change> RowSet::changesFor(const RowSieve::Batch &batch)
{
    const std::vector<EventSeq> coming = united(batch.rows, batch.tentative);
    const std::vector<EventSeq> leaving = std::exchange(m_tentative, {});
    if (coming.empty() && leaving.empty())
        return {};
    // Everything before the first row that could change stays as it is.
    EventSeq first(std::numeric_limits<quint32>::max());
    for (const auto *rows : {&coming, &leaving}) {
        if (!rows->empty())
            first = std::min(first, rows->front());
    }
    const auto from = std::lower_bound(m_rows.begin(), m_rows.end(), first);
    const std::vector<EventSeq> now(from, m_rows.end());
    std::vector<EventSeq> lasting;
    std::set_difference(now.begin(), now.end(), leaving.begin(), leaving.end(), std::back_inserter(lasting));
    lasting = united(lasting, batch.rows);
    std::set_difference(batch.tentative.begin(), batch.tentative.end(), lasting.begin(), lasting.end(),
        std::back_inserter(m_tentative));
    return differences(now, united(lasting, m_tentative), quint32(from - m_rows.begin()));
}

void RowSet::make(const Change &change)
{
    const auto at = m_rows.begin() + change.first;
    if (change.comes)
        m_rows.insert(at, change.rows.begin(), change.rows.end());
    else
        m_rows.erase(at, at + qsizetype(change.rows.size()));
}

} // namespace swb::journal
