#include "models/rowmatches.h"

#include "models/logmodel.h"
#include "models/searchmodel.h"

#include <algorithm>

namespace swb::ui {

namespace {

/// What a row shows of an event at most, as StreamText::row().
constexpr quint64 RowBytes = 4096;
constexpr qsizetype UnitsOfAByte = 4; // \xNN

/// Turns bytes into places in the text, in order.
class Marker
{
public:
    Marker(std::vector<MatchList::Span> spans, qsizetype textStart)
        : m_spans(std::move(spans))
        , m_at(textStart)
    {
    }

    /// The next characters of the row, and which bytes of the stream they stand for.
    void take(quint64 byteStart, quint64 byteLength, qsizetype textLength)
    {
        while (m_next < m_spans.size() && m_spans[m_next].offset + m_spans[m_next].length <= byteStart)
            ++m_next;
        for (size_t i = m_next; i < m_spans.size() && m_spans[i].offset < byteStart + byteLength; ++i)
            add(i, textLength);
        m_at += textLength;
    }
    const QList<RowMatch> &found() const { return m_found; }
    const MatchList::Span &spanOf(qsizetype match) const { return m_spans[m_owners[match]]; }

private:
    void add(size_t span, qsizetype textLength)
    {
        if (!m_found.isEmpty() && m_owners.last() == span
            && m_found.last().start + m_found.last().length == m_at) {
            m_found.last().length += textLength;
            return;
        }
        m_found.append({m_at, textLength, false});
        m_owners.append(span);
    }

    std::vector<MatchList::Span> m_spans;
    size_t m_next = 0;
    qsizetype m_at;
    QList<RowMatch> m_found;
    QList<size_t> m_owners; ///< which span each of them belongs to
};

} // namespace

RowMatches::RowMatches(const SearchModel *search)
    : m_search(search)
{
}

RowMatches::~RowMatches() = default;

QList<RowMatch> RowMatches::of(const LogModel &log, const LogRow &row)
{
    if (!row.event.carriesBytes() || m_search->count() == 0 || !log.recording())
        return {};
    const journal::EventSummary summary = log.recording()->summary(row.seq);
    const quint64 begin = summary.streamOffset;
    const quint64 end = begin + std::min(summary.size, RowBytes);
    const auto spans = m_search->matchesIn(summary.connection, summary.kind, begin, end);
    if (spans.empty())
        return {};
    if (m_recording != log.recording()) {
        m_recording = log.recording();
        m_streams = std::make_unique<lens::StreamText>(m_recording);
    }
    const lens::EventText text = m_streams->decode(row.seq, log.encodingOf(summary.connection), 0, RowBytes);
    Marker marker(spans, text.stateAssumed ? 1 : 0); // behind "≈"
    for (const codec::Decoded::Piece &piece : text.decoded.pieces)
        marker.take(quint64(piece.byteStart), quint64(piece.byteLength), piece.textLength);
    for (qsizetype i = 0; i < text.pending.size(); ++i)
        marker.take(begin + summary.size - quint64(text.pending.size() - i), 1, UnitsOfAByte);
    QList<RowMatch> matches = marker.found();
    for (qsizetype i = 0; i < matches.size(); ++i)
        matches[i].isCurrent = m_search->isCurrent(summary.connection, summary.kind, marker.spanOf(i));
    return matches;
}

} // namespace swb::ui
