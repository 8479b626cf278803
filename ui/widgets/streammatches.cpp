#include "widgets/streammatches.h"

#include "models/searchmodel.h"
#include "widgets/conversation.h"

#include <cmath>
#include <limits>

namespace swb::ui {

StreamMatches::StreamMatches(const SearchModel *search)
    : m_search(search)
{
}

bool StreamMatches::isAbout(const Conversation &rows) const
{
    return m_search->recording() == rows.recording();
}

std::vector<ByteMatch> StreamMatches::of(
    const Conversation &rows, EventKind direction, const ByteRange &bytes) const
{
    std::vector<ByteMatch> matches;
    if (!isAbout(rows))
        return matches;
    const auto found =
        m_search->matchesIn(rows.connection(), direction, quint64(bytes.start), quint64(bytes.end));
    matches.reserve(found.size());
    for (const MatchList::Span &span : found) {
        const auto start = qint64(span.offset);
        matches.push_back(
            {{start, start + qint64(span.length)}, m_search->isCurrent(rows.connection(), direction, span)});
    }
    return matches;
}

bool StreamMatches::hasAnyIn(const Conversation &rows, double from, double to) const
{
    if (m_search->count() == 0 || !isAbout(rows))
        return false;
    const auto whole = double(rows.weight());
    const StreamSpot start = rows.spotAt(quint64(std::ceil(from * whole)));
    const StreamSpot end = rows.spotAt(quint64(std::ceil(to * whole)));
    for (const EventKind direction : {EventKind::Received, EventKind::Sent}) {
        const quint64 last = to < 1 ? rows.bytesBefore(end, direction) : std::numeric_limits<quint64>::max();
        if (m_search->hasMatchIn(rows.connection(), direction, rows.bytesBefore(start, direction), last))
            return true;
    }
    return false;
}

} // namespace swb::ui
