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

/// What comes and goes, both in order, and where. Nothing else is looked at, however long the list is.
std::vector<RowSet::Change> changesOf(const std::vector<EventSeq> &rows, const std::vector<EventSeq> &going,
    const std::vector<EventSeq> &coming)
{
    std::vector<RowSet::Change> changes;
    auto goes = going.begin();
    auto comes = coming.begin();
    auto place = rows.begin();
    quint32 last = 0; // where the change before was, in `rows`
    quint32 came = 0;
    quint32 went = 0;
    while (goes != going.end() || comes != coming.end()) {
        const bool isComing = goes == going.end() || (comes != coming.end() && *comes < *goes);
        const EventSeq seq = isComing ? *comes++ : *goes++;
        place = std::lower_bound(place, rows.end(), seq);
        const auto at = quint32(place - rows.begin());
        const bool goesOn =
            !changes.empty() && changes.back().comes == isComing && at == (isComing ? last : last + 1);
        if (!goesOn)
            changes.push_back({isComing, at + came - went, {}});
        changes.back().rows.push_back(seq);
        ++(isComing ? came : went);
        last = at;
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

bool RowSieve::readsEvents() const
{
    const bool isTimed = m_criteria.from || m_criteria.to;
    return m_search || (isTimed && !m_recording->timesAscend());
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
    const auto isIn = [](const std::vector<EventSeq> &rows, EventSeq seq) {
        return std::binary_search(rows.begin(), rows.end(), seq);
    };
    std::vector<EventSeq> going;
    std::set_difference(
        leaving.begin(), leaving.end(), coming.begin(), coming.end(), std::back_inserter(going));
    std::vector<EventSeq> added;
    for (const EventSeq seq : coming) {
        const bool isThere = isIn(m_rows, seq);
        const bool lasts = isIn(batch.rows, seq) || (isThere && !isIn(leaving, seq));
        if (!lasts)
            m_tentative.push_back(seq);
        if (!isThere)
            added.push_back(seq);
    }
    return changesOf(m_rows, going, added);
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
