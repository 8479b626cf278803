#pragma once

#include "journal/search.h"

#include <QHash>

#include <vector>

namespace swb::ui {

/// What a search has found, in the order of the log; asked for by place in the log and by place in a stream.
class MatchList
{
public:
    struct Span
    {
        quint64 offset = 0; ///< in the stream
        quint64 length = 0;

        friend bool operator==(const Span &, const Span &) = default;
    };

    void clear();
    /// Adds matches for good; the tentative ones of their streams go. Returns how many at the front are where
    /// they were.
    qsizetype add(const std::vector<journal::Match> &settled);
    /// These take the place of the tentative ones before. Returns how many at the front are where they were.
    qsizetype setTentative(std::vector<journal::Match> tentative);

    qsizetype count() const { return qsizetype(m_settled.size() + m_tentative.size()); }
    const journal::Match &at(qsizetype index) const;
    /// The first that begins at this byte of this event or behind it; count(): none.
    qsizetype firstFrom(EventSeq seq, quint64 streamOffset) const;
    bool hasAnyIn(EventSeq first, EventSeq last) const; ///< that begins in one of these events; inclusive
    /// That begins from `from` up to but without `to`.
    bool hasAnyIn(ConnectionId connection, EventKind direction, quint64 from, quint64 to) const;
    /// Those that hold a byte from `from` up to but without `to`, in order.
    std::vector<Span> inStream(ConnectionId connection, EventKind direction, quint64 from, quint64 to) const;

private:
    struct StreamKey
    {
        ConnectionId connection;
        EventKind direction = EventKind::Received;

        friend bool operator==(const StreamKey &, const StreamKey &) = default;
        friend size_t qHash(const StreamKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.connection, static_cast<int>(key.direction));
        }
    };
    using Streams = QHash<StreamKey, std::vector<Span>>;
    static StreamKey keyOf(const journal::Match &match) { return {match.connection, match.direction}; }
    void placeTentative();
    static void append(Streams &streams, const std::vector<journal::Match> &matches);

    std::vector<journal::Match> m_settled;
    std::vector<journal::Match> m_tentative; ///< few, as each stream has but one end; they come and go
    std::vector<qsizetype> m_tentativeAt; ///< their places among all
    Streams m_settledIn;
    Streams m_tentativeIn;
};

} // namespace swb::ui
