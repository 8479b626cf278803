#include "journal/streamsearch.h"

#include <algorithm>
#include <chrono>

namespace swb::journal {

namespace {

using std::chrono::steady_clock;

/// How long one call of the matcher should take: a search is cancelled between two.
constexpr std::chrono::milliseconds patience(20);
constexpr qsizetype smallestSlice = 16;
constexpr qsizetype largestSlice = 4096;

} // namespace

StreamSearch::StreamSearch(Matcher &matcher, const Pattern &pattern)
    : m_matcher(matcher)
    , m_pattern(pattern)
{
}

void StreamSearch::restart(quint64 offset)
{
    m_held.clear();
    m_heldSize = 0;
    m_begin = m_end = m_settled = offset;
    m_worthwhile = 1;
    m_hasBegun = true;
}

void StreamSearch::restore(const QByteArray &held)
{
    if (held.size() == m_heldSize)
        m_held = held;
    else
        restart(m_end); // damaged meanwhile
}

StreamSearch::Status StreamSearch::take(
    quint64 offset, QByteArrayView bytes, std::vector<Span> &found, const std::atomic_bool &cancelled)
{
    if (!m_hasBegun || offset != m_end) {
        if (const Status status = interrupt(found, cancelled); status != Status::Fine)
            return status;
        restart(offset);
    }
    if (!m_pattern.isExpression()) {
        takeLiteral(bytes, found);
        return Status::Fine;
    }
    m_held.append(bytes);
    m_heldSize = m_held.size();
    m_end += quint64(bytes.size());
    if (m_heldSize < m_worthwhile)
        return Status::Fine;
    return search(Matcher::End::Open, m_settled, found, cancelled);
}

StreamSearch::Status StreamSearch::takeEnd(std::vector<Span> &found, const std::atomic_bool &cancelled)
{
    if (!m_pattern.isExpression() || m_settled == m_end)
        return Status::Fine;
    quint64 settled = m_settled;
    return search(Matcher::End::Closed, settled, found, cancelled);
}

StreamSearch::Status StreamSearch::interrupt(std::vector<Span> &found, const std::atomic_bool &cancelled)
{
    const Status status = takeEnd(found, cancelled);
    if (status == Status::Fine)
        restart(m_end);
    return status;
}

/// Nothing is copied but what lies across two pieces.
void StreamSearch::takeLiteral(QByteArrayView bytes, std::vector<Span> &found)
{
    const qsizetype size = m_pattern.literalSize();
    qsizetype from = 0; // in `bytes`
    if (!m_held.isEmpty()) {
        const QByteArray joint = m_held + bytes.first(std::min(bytes.size(), size - 1)).toByteArray();
        const auto answer = m_matcher.find(joint, 0, m_held.size() - 1, Matcher::End::Open);
        if (answer.status == Matcher::Status::Match) {
            found.push_back({heldFrom() + quint64(answer.begin), quint64(size)});
            from = answer.end - m_held.size();
            m_held.clear();
        }
    }
    while (true) {
        const auto answer = m_matcher.find(bytes, from, bytes.size(), Matcher::End::Open);
        if (answer.status != Matcher::Status::Match)
            break;
        found.push_back({m_end + quint64(answer.begin), quint64(size)});
        from = answer.end;
        m_held.clear();
    }
    const QByteArrayView rest = bytes.sliced(from);
    const qsizetype older = std::clamp<qsizetype>(size - 1 - rest.size(), 0, m_held.size());
    m_held.remove(0, m_held.size() - older);
    m_held.append(rest.last(std::min(rest.size(), size - 1)));
    m_heldSize = m_held.size();
    m_end += quint64(bytes.size());
    m_settled = m_end;
}

StreamSearch::Status StreamSearch::search(
    Matcher::End end, quint64 &settled, std::vector<Span> &found, const std::atomic_bool &cancelled)
{
    qsizetype unfinished = 0;
    while (settled < m_end && unfinished == 0) {
        if (cancelled.load(std::memory_order_relaxed))
            return Status::Cancelled;
        auto answer = findInSlice(placeOf(settled), end);
        const qsizetype size = m_heldSize - answer.begin;
        if (answer.status == Matcher::Status::Partial && size < LongestMatch) {
            settled = heldFrom() + quint64(answer.begin);
            unfinished = size;
            continue;
        }
        if (answer.status == Matcher::Status::Partial || answer.end - answer.begin > LongestMatch)
            answer = longestAt(answer.begin);
        if (answer.status == Matcher::Status::LimitHit) {
            m_limitPlace = heldFrom() + quint64(answer.begin);
            return Status::LimitHit;
        }
        if (answer.status == Matcher::Status::Match)
            found.push_back({heldFrom() + quint64(answer.begin), quint64(answer.end - answer.begin)});
        settled = heldFrom() + quint64(answer.end);
    }
    if (end == Matcher::End::Open)
        keepFrom(settled);
    // Not before there is twice as much, or every byte that comes would have all of it looked at again.
    m_worthwhile = m_heldSize + std::max<qsizetype>(unfinished, 1);
    return Status::Fine;
}

/// What begins at this place, if the stream ended as far behind it as a match may reach.
Matcher::Answer StreamSearch::longestAt(qsizetype place)
{
    const QByteArrayView subject = QByteArrayView(m_held).first(std::min(m_heldSize, place + LongestMatch));
    Matcher::Answer answer = m_matcher.find(subject, place, place, Matcher::End::Closed);
    if (answer.status == Matcher::Status::None)
        answer.end = place + 1;
    return answer;
}

/// One call of the matcher that takes no longer than is bearable; None: `end` tells up to where.
Matcher::Answer StreamSearch::findInSlice(qsizetype from, Matcher::End end)
{
    const qsizetype last = std::min(m_held.size(), from + m_slice);
    const auto started = steady_clock::now();
    Matcher::Answer answer = m_matcher.find(m_held, from, last, end);
    const auto taken = steady_clock::now() - started;
    if (taken > patience)
        m_slice = std::max(smallestSlice, m_slice / 4);
    else if (taken < patience / 4)
        m_slice = std::min(largestSlice, m_slice * 2);
    if (answer.status == Matcher::Status::None)
        answer = {answer.status, from, std::min(m_held.size(), last + 1)};
    return answer;
}

void StreamSearch::keepFrom(quint64 offset)
{
    const quint64 context = std::min(offset - m_begin, quint64(m_pattern.lookBehind()));
    m_held.remove(0, placeOf(offset - context));
    m_heldSize = m_held.size();
}

} // namespace swb::journal
