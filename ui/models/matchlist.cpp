#include "models/matchlist.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <limits>

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
        streams[keyOf(match)].push_back({match.streamOffset, match.length});
}

qsizetype MatchList::add(const std::vector<Match> &settled)
{
    if (settled.empty())
        return count();
    append(m_settledIn, settled);
    QSet<StreamKey> streams;
    for (const Match &match : settled)
        streams.insert(keyOf(match));
    std::vector<Match> left;
    std::copy_if(m_tentative.begin(), m_tentative.end(), std::back_inserter(left),
        [&](const Match &match) { return !streams.contains(keyOf(match)); });
    const qsizetype kept = setTentative(std::move(left));

    // Matches come nearly in order; only what stands behind the first of the new ones is looked at.
    const auto old = std::ptrdiff_t(m_settled.size());
    m_settled.insert(m_settled.end(), settled.begin(), settled.end());
    const auto middle = m_settled.begin() + old;
    std::sort(middle, m_settled.end(), isBefore);
    const Match first = *middle;
    std::inplace_merge(
        std::lower_bound(m_settled.begin(), middle, first, isBefore), middle, m_settled.end(), isBefore);
    placeTentative();
    return std::min(kept, firstFrom(first.first, first.streamOffset));
}

qsizetype MatchList::setTentative(std::vector<Match> tentative)
{
    std::sort(tentative.begin(), tentative.end(), isBefore);
    const auto [was, is] =
        std::mismatch(m_tentative.begin(), m_tentative.end(), tentative.begin(), tentative.end());
    if (was == m_tentative.end() && is == tentative.end())
        return count();
    qsizetype kept = std::numeric_limits<qsizetype>::max();
    if (was != m_tentative.end())
        kept = firstFrom(was->first, was->streamOffset);
    if (is != tentative.end())
        kept = std::min(kept, firstFrom(is->first, is->streamOffset));
    m_tentative = std::move(tentative);
    m_tentativeIn.clear();
    append(m_tentativeIn, m_tentative);
    placeTentative();
    return kept;
}

void MatchList::placeTentative()
{
    m_tentativeAt.clear();
    for (const Match &match : m_tentative) {
        const auto settled = std::lower_bound(m_settled.begin(), m_settled.end(), match, isBefore);
        m_tentativeAt.push_back((settled - m_settled.begin()) + qsizetype(m_tentativeAt.size()));
    }
}

const Match &MatchList::at(qsizetype index) const
{
    const auto place = std::lower_bound(m_tentativeAt.begin(), m_tentativeAt.end(), index);
    const auto before = size_t(place - m_tentativeAt.begin());
    if (place != m_tentativeAt.end() && *place == index)
        return m_tentative[before];
    return m_settled[size_t(index) - before];
}

qsizetype MatchList::firstFrom(EventSeq seq, quint64 streamOffset) const
{
    Match place;
    place.first = seq;
    place.streamOffset = streamOffset;
    const auto before = [&](const std::vector<Match> &matches) {
        return std::lower_bound(matches.begin(), matches.end(), place, isBefore) - matches.begin();
    };
    return before(m_settled) + before(m_tentative);
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
