#include "capture/tcpflow.h"

namespace swb::capture {

namespace {

bool isSyn(const Segment &segment)
{
    return segment.flags & Syn;
}

bool isSynOnly(const Segment &segment)
{
    return (segment.flags & (Syn | Ack)) == Syn;
}

bool isSynAck(const Segment &segment)
{
    return (segment.flags & (Syn | Ack)) == (Syn | Ack);
}

} // namespace

TcpFlow::TcpFlow(ConnectionId id, const Segment &first)
    : m_id(id)
    , m_local(isSynAck(first) ? first.destination : first.source)
    , m_peer(isSynAck(first) ? first.source : first.destination)
{
}

bool TcpFlow::isFollowedBy(const Segment &segment) const
{
    const Side &own = m_sides[sideOf(segment)];
    const Side &other = m_sides[1 - sideOf(segment)];
    if (isSyn(segment)) {
        if (own.initialSequence)
            return *own.initialSequence != segment.sequence; // else sent once more
        return own.order.isStarted()
            || (isSynOnly(segment) && other.order.isStarted() && !other.initialSequence);
    }
    const bool bothFinished = own.order.isFinished() && other.order.isFinished();
    return bothFinished && segment.payload.size > 0 && own.order.isBeyond(segment.sequence);
}

void TcpFlow::add(
    const Segment &segment, std::span<const Extent> payload, Timestamp time, const FlowSink &sink)
{
    m_latest = time;
    if (m_closed)
        return; // the last acknowledgement, or something sent once more
    const size_t side = sideOf(segment);
    Side &own = m_sides[side];
    StreamOrder &other = m_sides[1 - side].order;
    announce(segment, side, sink);
    learnBeginning(segment, side);
    if (segment.flags & Rst) {
        takeReset(side, sink);
        return;
    }
    StreamOrder::Output ordered;
    if (segment.flags & Ack)
        other.acknowledge(segment.acknowledged, ordered);
    tell(1 - side, ordered, sink);
    ordered.clear();
    quint32 sequence = segment.sequence + (isSyn(segment) ? 1 : 0);
    for (const Extent &extent : payload) {
        own.order.add(sequence, extent, time, ordered);
        sequence += extent.size;
    }
    if (segment.flags & Fin)
        own.order.finish(sequence, time, ordered);
    tell(side, ordered, sink);
    if (own.order.isFinished() && other.isFinished()) {
        m_closed = true;
        emitEvent(EventKind::Closed, sink, time);
    }
}

/// Opened: once the peer has answered, or at once when the capture has no handshake.
void TcpFlow::announce(const Segment &segment, size_t side, const FlowSink &sink)
{
    const bool dials = isSynOnly(segment) && side == 0;
    if (m_opened || (m_connecting && (dials || segment.flags & Rst)))
        return;
    m_connecting = m_connecting || dials;
    m_opened = !dials;
    emitEvent(dials ? EventKind::Connecting : EventKind::Opened, sink, m_latest);
    if (!m_connecting && !isSynAck(segment))
        emitEvent(EventKind::Gap, sink, m_latest);
}

void TcpFlow::learnBeginning(const Segment &segment, size_t side)
{
    Side &own = m_sides[side];
    StreamOrder &other = m_sides[1 - side].order;
    if (isSyn(segment) && !own.initialSequence) {
        own.initialSequence = segment.sequence;
        own.order.start(segment.sequence + 1);
    }
    if (isSynAck(segment) && !other.isStarted())
        other.start(segment.acknowledged);
    if (!own.order.isStarted() && !(segment.flags & Rst))
        own.order.start(segment.sequence);
}

/// What the other side still had on the wire may follow, so the end is told later; but nothing follows a
/// refusal.
void TcpFlow::takeReset(size_t side, const FlowSink &sink)
{
    if (std::exchange(m_sides[side].reset, true))
        return;
    emitEvent(side == 0 ? EventKind::ResetByUs : EventKind::ResetByPeer, sink, m_latest);
    if (m_opened)
        return;
    m_closed = true;
    emitEvent(EventKind::Closed, sink, m_latest);
}

void TcpFlow::end(const FlowSink &sink)
{
    if (m_closed)
        return;
    StreamOrder::Output ordered;
    for (const size_t side : {size_t(0), size_t(1)}) {
        ordered.clear();
        m_sides[side].order.flush(m_latest, ordered);
        tell(side, ordered, sink);
    }
    const auto isOver = [](const Side &s) { return s.reset || s.order.isFinished(); };
    if (m_sides[0].reset || m_sides[1].reset || (isOver(m_sides[0]) && isOver(m_sides[1])))
        emitEvent(EventKind::Closed, sink, m_latest);
    m_closed = true;
}

/// Passes on what came out of one side's stream.
void TcpFlow::tell(size_t side, const StreamOrder::Output &ordered, const FlowSink &sink) const
{
    const bool ours = side == 0;
    for (const OrderedPiece &piece : ordered) {
        FlowEvent event;
        event.connection = m_id;
        event.time = piece.time;
        switch (piece.kind) {
        case OrderedPiece::Kind::Bytes:
            event.kind = ours ? EventKind::Sent : EventKind::Received;
            event.size = piece.extent.size;
            event.bytes = {&piece.extent, 1};
            break;
        case OrderedPiece::Kind::Gap:
            event.kind = EventKind::Gap;
            event.outgoing = ours;
            event.size = piece.missing;
            break;
        case OrderedPiece::Kind::Finished:
            event.kind = ours ? EventKind::Finished : EventKind::PeerFinished;
            break;
        }
        sink(event);
    }
}

void TcpFlow::emitEvent(EventKind kind, const FlowSink &sink, Timestamp time) const
{
    FlowEvent event;
    event.kind = kind;
    event.connection = m_id;
    event.time = time;
    event.local = m_local;
    event.peer = m_peer;
    sink(event);
}

} // namespace swb::capture
