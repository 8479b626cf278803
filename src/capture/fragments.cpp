#include "capture/fragments.h"

#include <algorithm>
#include <numeric>

namespace swb::capture {

namespace {

constexpr size_t mostPartials = 256;
/// Longer, and a number that is used again might mix two packets (RFC 791: 15 s; Linux: 30 s).
constexpr std::chrono::seconds patience(30);
constexpr qsizetype headSize = 60; // the longest header of TCP
constexpr quint32 mostContent = 65535 + 8; // IP's limit, and what the position can name beyond it

} // namespace

std::optional<Reassembled> Fragments::add(const Fragment &fragment, Timestamp time)
{
    const size_t at = partialOf(fragment, time);
    Partial &partial = m_partials[at];
    if (!insert(partial, fragment)) {
        ++m_lost;
        discard(at); // RFC 5722: what overlaps is nothing at all
        return {};
    }
    if (!partial.size || partial.received < *partial.size)
        return {};
    std::optional<Reassembled> whole = complete(partial, time);
    if (whole)
        m_partials.erase(m_partials.begin() + qsizetype(at));
    else
        discard(at);
    return whole;
}

quint64 Fragments::lost() const
{
    return std::accumulate(m_partials.begin(), m_partials.end(), m_lost,
        [](quint64 sum, const Partial &partial) { return sum + partial.pieces.size(); });
}

/// The one that this fragment belongs to, begun if there is none. Those that have waited too long go first.
size_t Fragments::partialOf(const Fragment &fragment, Timestamp time)
{
    while (!m_partials.empty()
        && (m_partials.size() > mostPartials || m_partials.front().begun + patience < time))
        discard(0);
    const auto it = std::find_if(m_partials.rbegin(), m_partials.rend(), [&](const Partial &partial) {
        return partial.id == fragment.id && partial.protocol == fragment.protocol
            && partial.source == fragment.source && partial.destination == fragment.destination;
    });
    if (it != m_partials.rend())
        return size_t(std::distance(it, m_partials.rend())) - 1;
    m_partials.push_back({fragment.source, fragment.destination, fragment.id, fragment.protocol, time, {},
        QByteArray(headSize, '\0'), {}, 0});
    return m_partials.size() - 1;
}

/// False: it contradicts what is there.
bool Fragments::insert(Partial &partial, const Fragment &fragment) const
{
    const Piece piece{fragment.position, fragment.content};
    const quint32 end = piece.position + piece.content.size;
    if (end > mostContent || piece.content.size == 0)
        return false;
    if (fragment.last)
        partial.size = partial.size.value_or(end);
    if (partial.size && (end > *partial.size || (fragment.last && end != *partial.size)))
        return false;
    const auto place = std::lower_bound(partial.pieces.begin(), partial.pieces.end(), piece,
        [](const Piece &a, const Piece &b) { return a.position < b.position; });
    if (place != partial.pieces.end() && place->position == piece.position
        && place->content.size == piece.content.size)
        return true; // the same once more
    if (place != partial.pieces.end() && place->position < end)
        return false;
    if (place != partial.pieces.begin() && (place - 1)->position + (place - 1)->content.size > piece.position)
        return false;
    partial.pieces.insert(place, piece);
    partial.received += piece.content.size;
    if (piece.position < headSize) {
        const qsizetype size = std::min(headSize - qsizetype(piece.position), fragment.bytes.size());
        std::copy_n(fragment.bytes.data(), size, partial.head.data() + piece.position);
    }
    return true;
}

void Fragments::discard(size_t at)
{
    m_lost += m_partials[at].pieces.size();
    m_partials.erase(m_partials.begin() + qsizetype(at));
}

/// How many of the first bytes were captured before the first that was not.
quint32 Fragments::knownHead(const Partial &partial)
{
    quint32 known = 0;
    for (const Piece &piece : partial.pieces) {
        if (piece.position != known || known >= headSize)
            break; // the piece before was cut
        known += piece.content.captured;
    }
    return std::min(known, quint32(headSize));
}

std::optional<Reassembled> Fragments::complete(const Partial &partial, Timestamp time) const
{
    Reassembled whole{{}, {}, time};
    whole.segment.source.ip = partial.source;
    whole.segment.destination.ip = partial.destination;
    const Extent content{0, *partial.size, *partial.size};
    if (readTransport(
            partial.protocol, QByteArrayView(partial.head).first(knownHead(partial)), content, whole.segment)
        != Found::Segment)
        return {};
    quint32 skip = whole.segment.headerSize;
    quint32 left = whole.segment.payload.size;
    for (const Piece &piece : partial.pieces) {
        const quint32 from = std::min(skip, piece.content.size);
        const quint32 size = std::min(piece.content.size - from, left);
        skip -= from;
        left -= size;
        if (size > 0)
            whole.payload.push_back(piece.content.part(from, size));
    }
    return whole;
}

} // namespace swb::capture
