#pragma once

#include "journal/pattern.h"
#include "journal/recording.h"

#include <QHash>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace swb::journal {

/// Bytes of one direction of one connection that match; they may lie across events, for TCP knows no
/// boundaries.
struct Match
{
    ConnectionId connection;
    EventKind direction = EventKind::Received; ///< or Sent
    quint64 streamOffset = 0;
    quint64 length = 0;
    EventSeq first; ///< the event that holds its first byte

    friend bool operator==(const Match &, const Match &) = default;
};

/// The events that hold a part of it, in order.
std::vector<EventSeq> eventsOf(const Recording &recording, const Match &match);

/// What is looked for, where it depends on the connection: its encoding makes text bytes.
struct Patterns
{
    Pattern usual; ///< of every connection without one of its own
    QHash<ConnectionId, Pattern> own;

    const Pattern &of(ConnectionId connection) const
    {
        const auto found = own.constFind(connection);
        return found == own.cend() ? usual : *found;
    }
};

/// One search through the rows of a filter, which goes on where it stopped when the recording has grown.
/// Within a direction of a connection matches are found across events and never overlap: it goes on behind
/// each. Rows that the filter leaves out, gaps and damaged bytes are no part of a match. A match of an
/// expression is at most 64 KiB long, and what decides about it lies no further away.
///
/// Runs on any thread, one at a time; the recording may grow meanwhile. Memory: the matches of a batch, what
/// is found but not settled or told, and per direction the bytes that a match could begin in, at most some 64
/// MiB.
class Search
{
public:
    enum class Status : quint8
    {
        UpToDate, ///< everything recorded until advance() began has been searched
        Cancelled,
        TooMany, ///< there are more than mostMatches: see resume()
        LimitHit, ///< see limitPlace(); what lies behind has not been searched
    };
    struct Batch
    {
        std::vector<Match> matches; ///< since the last batch; within a stream in order
        quint64 bytesDone = 0;
        quint64 bytesTotal = 0;
    };
    /// Called on the thread of advance(), every 50 ms or so and at its end.
    using Sink = std::function<void(Batch &&)>;
    static constexpr quint64 MostMatches = 1'000'000;

    Search(std::shared_ptr<const Recording> recording, const RowFilter &scope, Patterns patterns,
        quint64 mostMatches = MostMatches);
    ~Search();

    /// For a connection that has come since. False: its bytes have been searched for another.
    bool setPattern(ConnectionId connection, const Pattern &pattern);
    /// Searches what the recording has gained. After another status than UpToDate and TooMany this search is
    /// over.
    Status advance(const Sink &sink, const std::atomic_bool &cancelled);
    /// After TooMany: advance() goes on behind the last match that was told, and tells as many again.
    void resume();
    /// Matches that follow the settled ones as the recording stands, and that its growth may lengthen or take
    /// away: the last word may become longer. Only expressions have them.
    std::vector<Match> unsettled() const;
    /// LimitHit: the byte where an attempt took more steps, depth or memory than it may. `length` is 0.
    const std::optional<Match> &limitPlace() const;

private:
    class Pass;
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace swb::journal
