#pragma once

#include "journal/search.h"

namespace swb::journal {

/// Which rows of a log are shown. A value; without anything set, all are.
struct Criteria
{
    enum class Direction : quint8
    {
        Both,
        Received, ///< what came from the peer: bytes, its FIN, its RST, gaps in it
        Sent
    };
    struct Range ///< both ends belong to it
    {
        quint32 first = 0;
        quint32 last = 0;
        friend bool operator==(const Range &, const Range &) = default;
    };

    QList<Range> connections; ///< their numbers; empty: all, and the endpoints' own rows
    Direction direction = Direction::Both;
    bool data = true;
    bool lifecycle = true;
    bool errors = true; ///< what is red in the log, and gaps
    bool annotatedOnly = false; ///< marked, or with a note
    std::optional<Timestamp> from;
    std::optional<Timestamp> to; ///< inclusive
    Patterns
        patterns; ///< a row passes when a match lies in it, or partly; `usual` is empty: none is looked for

    bool hasPattern() const;
    bool isSet() const; ///< some rows may be left out
};

/// Goes through a log and finds the rows that pass, and goes on where it stopped when the recording has
/// grown. Runs on any thread, one at a time.
class RowSieve
{
public:
    RowSieve(std::shared_ptr<const Recording> recording, const RowFilter &scope, Criteria criteria);

    struct Batch
    {
        std::vector<EventSeq> rows; ///< pass for good; in order, none twice
        std::vector<EventSeq>
            tentative; ///< pass as the recording stands; they take the place of the ones before
        quint64 done = 0; ///< of `total`: rows, or bytes with a pattern
        quint64 total = 0;
    };
    using Sink =
        std::function<void(Batch &&)>; ///< called on the thread of advance(), every 50 ms, and at its end
    enum class Status : quint8
    {
        UpToDate, ///< everything recorded until advance() began has been looked at
        Cancelled,
        LimitHit, ///< the expression took too long at a place; what lies behind has not been looked at
    };
    Status advance(const Sink &sink, const std::atomic_bool &cancelled);
    /// Rows that advance() would look at, if that is all it would do.
    quint32 rowsAhead() const { return m_recording->rowCount(m_scope) - m_next; }
    /// Whether advance() reads every event from the file, and not only what is in memory.
    bool readsEvents() const;
    const Criteria &criteria() const { return m_criteria; }

private:
    Status searchPatterns(const Sink &sink, const std::atomic_bool &cancelled);
    Status lookAtRows(const Sink &sink, const std::atomic_bool &cancelled);
    void take(const std::vector<Match> &matches, std::vector<EventSeq> &passing) const;
    std::vector<EventSeq> annotatedRows() const;
    bool passes(EventSeq seq) const; ///< in everything but the time
    bool kindPasses(EventSeq seq, const EventSummary &summary) const;
    bool timePasses(EventSeq seq) const;
    bool isInScope(EventSeq seq) const;
    quint32 firstRowFrom(Timestamp time) const;

    std::shared_ptr<const Recording> m_recording;
    RowFilter m_scope;
    Criteria m_criteria;
    quint32 m_next = 0; ///< the row to look at next
    bool m_timesAscend = false; ///< so far
    std::optional<Search> m_search;
    std::vector<EventSeq> m_matched; ///< with annotatedOnly: the rows with a match, whose marks come and go
};

/// The rows that pass, in order: what a view shows. Never a copy of events: a number a row.
class RowSet
{
public:
    quint32 count() const { return quint32(m_rows.size()); }
    EventSeq at(quint32 row) const { return m_rows[row]; }

    /// Rows that come or go next to each other.
    struct Change
    {
        bool comes = true;
        quint32 first = 0; ///< once the changes before it are made
        std::vector<EventSeq> rows;
    };
    /// What a batch changes; make() them all, in this order.
    std::vector<Change> changesFor(const RowSieve::Batch &batch);
    void make(const Change &change);

private:
    std::vector<EventSeq> m_rows;
    std::vector<EventSeq> m_tentative;
};

} // namespace swb::journal
