#include "capture/streamorder.h"

namespace swb::capture {

namespace {

/// So many pieces wait at most; those of one window are fewer.
constexpr size_t mostHeld = 4096;

} // namespace

void StreamOrder::start(quint32 sequence)
{
    m_started = true;
    m_next = (Position(1) << 32) + sequence; // so that what came before has a position too
}

/// The position nearest to the next expected byte; sequence numbers wrap around (RFC 9293 3.4).
StreamOrder::Position StreamOrder::positionOf(quint32 sequence) const
{
    return m_next + qint64(qint32(sequence - quint32(m_next)));
}

void StreamOrder::add(quint32 sequence, const Extent &payload, Timestamp time, Output &output)
{
    if (payload.size == 0 || m_finished)
        return;
    const Piece piece{positionOf(sequence), payload, time};
    if (piece.position == m_next && m_held.empty() && !m_end)
        release(piece, output); // nearly always
    else
        hold(piece);
    releaseReady(output);
}

void StreamOrder::finish(quint32 sequence, Timestamp time, Output &output)
{
    const Position position = positionOf(sequence);
    if (m_end || position < m_next)
        return;
    m_end = position;
    m_endTime = time;
    releaseReady(output);
}

void StreamOrder::acknowledge(quint32 sequence, Output &output)
{
    if (!m_started || m_finished)
        return;
    m_acknowledged = positionOf(sequence); // the latest, not the highest: a wrong one is soon overruled
    if (m_acknowledged > m_next)
        releaseReady(output);
}

void StreamOrder::flush(Timestamp time, Output &output)
{
    for (const Piece &piece : m_held)
        release(piece, output);
    m_held.clear();
    if (m_end && !m_finished) {
        putGap(*m_end, m_endTime, output);
        releaseReady(output);
    }
    // One more may be a FIN that was not captured.
    if (!m_end && m_acknowledged > m_next + 1)
        putGap(m_acknowledged, time, output);
}

/// Keeps what is new in the piece: what neither came out nor is held.
void StreamOrder::hold(Piece piece)
{
    const Position limit = m_end.value_or(piece.end());
    const auto keep = [&](std::vector<Piece>::iterator place, Position from, Position until) {
        const auto skip = quint32(from - piece.position);
        return m_held.insert(place, {from, piece.extent.part(skip, quint32(until - from)), piece.time}) + 1;
    };
    Position from = std::max(piece.position, m_next);
    const Position until = std::min(piece.end(), limit);
    auto place = std::partition_point(
        m_held.begin(), m_held.end(), [from](const Piece &held) { return held.end() <= from; });
    while (from < until) {
        const Position free = place == m_held.end() ? until : std::min(place->position, until);
        if (free > from)
            place = keep(place, from, free);
        if (place == m_held.end())
            break;
        from = std::max(from, place->end());
        ++place;
    }
}

void StreamOrder::release(const Piece &piece, Output &output)
{
    const Extent &extent = piece.extent;
    if (extent.captured == 0) {
        putGap(piece.end(), piece.time, output);
        return;
    }
    putGap(piece.position, piece.time, output);
    output.push_back(
        {OrderedPiece::Kind::Bytes, {extent.offset, extent.captured, extent.captured}, 0, piece.time});
    m_next += extent.captured;
    putGap(piece.end(), piece.time, output);
}

/// Lets out what is held and in order by now, or whose gap before it was acknowledged, or too much.
void StreamOrder::releaseReady(Output &output)
{
    size_t count = 0;
    while (count < m_held.size()
        && (m_held[count].position <= std::max(m_next, m_acknowledged) || m_held.size() - count > mostHeld))
        release(m_held[count++], output);
    m_held.erase(m_held.begin(), m_held.begin() + qsizetype(count));
    if (m_held.empty())
        m_held.shrink_to_fit(); // a connection of thousands holds something once
    if (!m_end || m_finished)
        return;
    if (m_acknowledged > *m_end)
        putGap(*m_end, m_endTime, output);
    if (m_next == *m_end) {
        m_finished = true;
        output.push_back({OrderedPiece::Kind::Finished, {}, 0, m_endTime});
    }
}

/// Everything before `until` that has not come out is missing.
void StreamOrder::putGap(Position until, Timestamp time, Output &output)
{
    if (until <= m_next)
        return;
    output.push_back({OrderedPiece::Kind::Gap, {}, until - m_next, time});
    m_next = until;
}

} // namespace swb::capture
