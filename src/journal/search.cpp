#include "journal/search.h"

#include "journal/payloadreader.h"
#include "journal/streamsearch.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace swb::journal {

namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds batchInterval(50);
constexpr size_t largestBatch = 16 * 1024;
constexpr qsizetype mostBytesHeld = 64 * 1024 * 1024;

using StreamKey = std::pair<ConnectionId, EventKind>;

struct Stream
{
    StreamSearch search;
    std::vector<StreamSearch::Span> unsettled;
};

} // namespace

std::vector<EventSeq> eventsOf(const Recording &recording, const Match &match)
{
    std::vector<EventSeq> events;
    quint64 at = match.streamOffset;
    while (at < match.streamOffset + match.length) {
        const auto seq = recording.eventAt(match.connection, match.direction, at);
        if (!seq)
            break;
        const EventSummary summary = recording.summary(*seq);
        events.push_back(*seq);
        at = summary.streamOffset + summary.size;
    }
    return events;
}

struct Search::State
{
    std::shared_ptr<const Recording> recording;
    RowFilter scope;
    Patterns patterns;
    quint64 mostMatches = 0;

    quint32 nextRow = 0;
    quint64 bytesDone = 0;
    quint64 told = 0; ///< since the beginning, or resume()
    std::vector<Match> surplus; ///< beyond mostMatches: the next to be told; those of one piece at most
    std::vector<std::pair<Pattern, std::unique_ptr<Matcher>>> matchers;
    std::map<StreamKey, Stream> streams;
    std::set<ConnectionId> begun; ///< whose bytes have been looked at
    std::set<StreamKey> dirty; ///< whose unsettled matches are to be found anew
    std::optional<Match> limitPlace;

    Matcher &matcherOf(const Pattern &pattern);
    Stream *streamOf(const StreamKey &key);
    quint64 bytesInScope() const;
    void restore(const StreamKey &key, StreamSearch &search) const;
    void releaseSurplus();
};

Matcher &Search::State::matcherOf(const Pattern &pattern)
{
    const auto known = std::find_if(
        matchers.begin(), matchers.end(), [&](const auto &entry) { return entry.first == pattern; });
    if (known != matchers.end())
        return *known->second;
    return *matchers.emplace_back(pattern, std::make_unique<Matcher>(pattern)).second;
}

/// Null: nothing is looked for in it.
Stream *Search::State::streamOf(const StreamKey &key)
{
    const auto known = streams.find(key);
    if (known != streams.end())
        return &known->second;
    begun.insert(key.first);
    const Pattern &pattern = patterns.of(key.first);
    if (pattern.isEmpty())
        return nullptr;
    return &streams.try_emplace(key, Stream{StreamSearch(matcherOf(pattern), pattern), {}}).first->second;
}

quint64 Search::State::bytesInScope() const
{
    quint64 bytes = 0;
    for (const RecordedConnection &connection : recording->connections()) {
        if ((!scope.connection.isValid() || scope.connection == connection.id)
            && (!scope.endpoint.isValid() || scope.endpoint == connection.endpoint))
            bytes += connection.bytesReceived + connection.bytesSent;
    }
    return bytes;
}

void Search::State::restore(const StreamKey &key, StreamSearch &search) const
{
    if (search.isReleased())
        search.restore(
            recording->streamBytes(key.first, key.second, search.heldFrom(), quint64(search.heldSize())));
}

/// Lets go of what can be read again when it is wanted.
void Search::State::releaseSurplus()
{
    qsizetype held = 0;
    for (auto &[key, stream] : streams) {
        held += stream.search.heldSize();
        if (held > mostBytesHeld)
            stream.search.release();
    }
}

/// One run of advance().
class Search::Pass
{
public:
    Pass(State &state, const Sink &sink, const std::atomic_bool &cancelled)
        : m_state(state)
        , m_sink(sink)
        , m_cancelled(cancelled)
        , m_rows(state.recording->rowCount(state.scope))
        , m_reader(*state.recording)
        , m_bytesTotal(state.bytesInScope())
    {
    }
    Status run();

private:
    Status searchEvent(EventSeq seq, const EventSummary &summary);
    Status takeGap(const StreamKey &key);
    Status searchEnds();
    Status outcomeOf(StreamSearch::Status status, const StreamKey &key, const StreamSearch &search);
    void add(const Match &match);
    void addFound(const StreamKey &key);
    Status fullness() const { return m_state.surplus.empty() ? Status::UpToDate : Status::TooMany; }
    Match matchOf(const StreamKey &key, const StreamSearch::Span &span) const;
    void deliverNowAndThen();
    void deliver();

    State &m_state;
    const Sink &m_sink;
    const std::atomic_bool &m_cancelled;
    quint32 m_rows; ///< counted before the file is looked at, which then has them all
    PayloadReader m_reader;
    quint64 m_bytesTotal;
    std::vector<Match> m_matches;
    std::vector<StreamSearch::Span> m_spans;
    steady_clock::time_point m_delivered = steady_clock::now();
};

Search::Status Search::Pass::run()
{
    const Recording &recording = *m_state.recording;
    for (const Match &match : std::exchange(m_state.surplus, {}))
        add(match);
    Status status = fullness();
    while (m_state.nextRow < m_rows && status == Status::UpToDate) {
        if (m_cancelled.load(std::memory_order_relaxed))
            return Status::Cancelled;
        const EventSeq seq = recording.rowAt(m_state.scope, m_state.nextRow);
        const EventSummary summary = recording.summary(seq);
        if (summary.kind == EventKind::Received || summary.kind == EventKind::Sent)
            status = searchEvent(seq, summary);
        else if (summary.kind == EventKind::Gap)
            status = takeGap({summary.connection, summary.outgoing ? EventKind::Sent : EventKind::Received});
        if (status == Status::UpToDate) // else it may go on within this row
            ++m_state.nextRow;
    }
    if (status == Status::UpToDate)
        status = searchEnds();
    if (status != Status::Cancelled)
        deliver();
    return status;
}

Search::Status Search::Pass::searchEvent(EventSeq seq, const EventSummary &summary)
{
    const StreamKey key{summary.connection, summary.kind};
    Stream *stream = m_state.streamOf(key);
    if (!stream) {
        m_state.bytesDone += summary.size;
        return Status::UpToDate;
    }
    m_state.restore(key, stream->search);
    m_state.dirty.insert(key);
    m_reader.start(seq, summary);
    quint64 offset = summary.streamOffset;
    for (QByteArrayView piece; !(piece = m_reader.next()).isEmpty();) {
        if (const quint64 known = stream->search.end(); offset < known) { // searched before resume()
            const auto size = std::min(qsizetype(known - offset), piece.size());
            offset += quint64(size);
            piece = piece.sliced(size);
            if (piece.isEmpty())
                continue;
        }
        const auto taken = stream->search.take(offset, piece, m_spans, m_cancelled);
        offset += quint64(piece.size());
        m_state.bytesDone += quint64(piece.size());
        addFound(key);
        if (const Status status = outcomeOf(taken, key, stream->search); status != Status::UpToDate)
            return status;
        deliverNowAndThen();
    }
    m_state.bytesDone += summary.streamOffset + summary.size - offset; // damaged: searched as far as it goes
    return Status::UpToDate;
}

Search::Status Search::Pass::takeGap(const StreamKey &key)
{
    const auto stream = m_state.streams.find(key);
    if (stream == m_state.streams.end())
        return Status::UpToDate;
    m_state.restore(key, stream->second.search);
    m_state.dirty.insert(key);
    const auto taken = stream->second.search.interrupt(m_spans, m_cancelled);
    addFound(key);
    return outcomeOf(taken, key, stream->second.search);
}

/// What the streams end in, as far as their growth may change it.
Search::Status Search::Pass::searchEnds()
{
    for (const StreamKey &key : std::exchange(m_state.dirty, {})) {
        Stream &stream = m_state.streams.at(key);
        m_state.restore(key, stream.search);
        stream.unsettled.clear();
        const auto taken = stream.search.takeEnd(stream.unsettled, m_cancelled);
        if (const Status status = outcomeOf(taken, key, stream.search); status != Status::UpToDate)
            return status;
    }
    return Status::UpToDate;
}

Search::Status Search::Pass::outcomeOf(
    StreamSearch::Status status, const StreamKey &key, const StreamSearch &search)
{
    if (status == StreamSearch::Status::LimitHit) {
        m_state.limitPlace = matchOf(key, {search.limitPlace(), 0});
        return Status::LimitHit;
    }
    if (status == StreamSearch::Status::Cancelled)
        return Status::Cancelled;
    return fullness();
}

void Search::Pass::add(const Match &match)
{
    const bool isTold = m_state.told < m_state.mostMatches;
    m_state.told += isTold ? 1 : 0;
    (isTold ? m_matches : m_state.surplus).push_back(match);
}

void Search::Pass::addFound(const StreamKey &key)
{
    for (const StreamSearch::Span &span : m_spans)
        add(matchOf(key, span));
    m_spans.clear();
}

Match Search::Pass::matchOf(const StreamKey &key, const StreamSearch::Span &span) const
{
    const auto first = m_state.recording->eventAt(key.first, key.second, span.offset);
    return {key.first, key.second, span.offset, span.length, first.value_or(EventSeq())};
}

void Search::Pass::deliverNowAndThen()
{
    if (m_matches.size() >= largestBatch || steady_clock::now() - m_delivered >= batchInterval)
        deliver();
}

void Search::Pass::deliver()
{
    m_sink({std::exchange(m_matches, {}), m_state.bytesDone, std::max(m_bytesTotal, m_state.bytesDone)});
    m_state.releaseSurplus();
    m_delivered = steady_clock::now();
}

Search::Search(std::shared_ptr<const Recording> recording, const RowFilter &scope, Patterns patterns,
    quint64 mostMatches)
    : m_state(std::make_unique<State>())
{
    m_state->recording = std::move(recording);
    m_state->scope = scope;
    m_state->patterns = std::move(patterns);
    m_state->mostMatches = mostMatches;
}

Search::~Search() = default;

bool Search::setPattern(ConnectionId connection, const Pattern &pattern)
{
    if (m_state->begun.contains(connection))
        return m_state->patterns.of(connection) == pattern;
    m_state->patterns.own.insert(connection, pattern);
    return true;
}

Search::Status Search::advance(const Sink &sink, const std::atomic_bool &cancelled)
{
    return Pass(*m_state, sink, cancelled).run();
}

void Search::resume()
{
    m_state->told = 0;
}

std::vector<Match> Search::unsettled() const
{
    std::vector<Match> matches;
    for (const auto &[key, stream] : m_state->streams) {
        if (m_state->dirty.contains(key)) // short of its end
            continue;
        for (const StreamSearch::Span &span : stream.unsettled) {
            const auto first = m_state->recording->eventAt(key.first, key.second, span.offset);
            matches.push_back({key.first, key.second, span.offset, span.length, first.value_or(EventSeq())});
        }
    }
    return matches;
}

const std::optional<Match> &Search::limitPlace() const
{
    return m_state->limitPlace;
}

} // namespace swb::journal
