#include "models/matchlist.h"

#include <algorithm>

namespace swb::ui {

namespace {

using journal::Match;

/// As they stand in the log: an event has one direction, so its number and the offset suffice.
bool isBefore(const Match &a, const Match &b)
{
    return std::pair(a.first, a.streamOffset) < std::pair(b.first, b.streamOffset);
}

} // namespace

void MatchList::clear()
{
    *this = {};
}

void MatchList::append(Streams &streams, const std::vector<Match> &matches)
{
    for (const Match &match : matches)
        streams[{match.connection, match.direction}].push_back({match.streamOffset, match.length});
}

void MatchList::add(const std::vector<Match> &settled, const std::vector<Match> &tentative)
{
    append(m_settledIn, settled);
    m_tentativeIn.clear();
    append(m_tentativeIn, tentative);

    if (!m_tentative.empty()) {
        const auto stale =
            std::lower_bound(m_matches.begin(), m_matches.end(), m_tentative.front(), isBefore);
        m_matches.erase(std::remove_if(stale, m_matches.end(),
                            [this](const Match &match) {
                                return std::binary_search(
                                    m_tentative.begin(), m_tentative.end(), match, isBefore);
                            }),
            m_matches.end());
    }
    m_tentative = tentative;
    std::sort(m_tentative.begin(), m_tentative.end(), isBefore);

    // Matches come nearly in order; only what stands behind the first of the new ones is looked at.
    const auto old = std::ptrdiff_t(m_matches.size());
    m_matches.insert(m_matches.end(), settled.begin(), settled.end());
    m_matches.insert(m_matches.end(), m_tentative.begin(), m_tentative.end());
    const auto middle = m_matches.begin() + old;
    if (middle == m_matches.end())
        return;
    std::sort(middle, m_matches.end(), isBefore);
    std::inplace_merge(
        std::lower_bound(m_matches.begin(), middle, *middle, isBefore), middle, m_matches.end(), isBefore);
}

qsizetype MatchList::firstFrom(EventSeq seq, quint64 streamOffset) const
{
    Match place;
    place.first = seq;
    place.streamOffset = streamOffset;
    return std::lower_bound(m_matches.begin(), m_matches.end(), place, isBefore) - m_matches.begin();
}

bool MatchList::hasAnyIn(EventSeq first, EventSeq last) const
{
    const qsizetype index = firstFrom(first, 0);
    return index < count() && at(index).first <= last;
}

bool MatchList::hasAnyIn(ConnectionId connection, EventKind direction, quint64 from, quint64 to) const
{
    for (const Streams *streams : {&m_settledIn, &m_tentativeIn}) {
        const auto stream = streams->constFind({connection, direction});
        if (stream == streams->cend())
            continue;
        const auto span = std::partition_point(
            stream->begin(), stream->end(), [from](const Span &one) { return one.offset < from; });
        if (span != stream->end() && span->offset < to)
            return true;
    }
    return false;
}

std::vector<MatchList::Span> MatchList::inStream(
    ConnectionId connection, EventKind direction, quint64 from, quint64 to) const
{
    std::vector<Span> spans;
    for (const Streams *streams : {&m_settledIn, &m_tentativeIn}) {
        const auto stream = streams->constFind({connection, direction});
        if (stream == streams->cend())
            continue;
        auto span = std::partition_point(stream->begin(), stream->end(),
            [from](const Span &one) { return one.offset + one.length <= from; });
        for (; span != stream->end() && span->offset < to; ++span)
            spans.push_back(*span);
    }
    return spans;
}

} // namespace swb::ui
