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

/// It says no more than that somebody dials.
bool isLoneSyn(const Segment &segment)
{
    return (segment.flags & (Syn | Ack | Fin | Rst)) == Syn && segment.payload.size == 0;
}

bool comesFromLower(const Segment &segment)
{
    return segment.source < segment.destination;
}

} // namespace

TcpFlow::TcpFlow(ConnectionId id, const Segment &first)
    : m_id(id)
    , m_localIsLower(comesFromLower(first) != isSynAck(first))
{
}

/// 0: we sent it; 1: the peer.
size_t TcpFlow::sideOf(const Segment &segment) const
{
    return comesFromLower(segment) == m_localIsLower ? 0 : 1;
}

bool TcpFlow::isFollowedBy(const Segment &segment) const
{
    const size_t side = sideOf(segment);
    if (!m_streams)
        return m_state != State::New && isSyn(segment) && side == 0 && segment.sequence != m_sequence;
    const Side &own = m_streams->sides[side];
    const Side &other = m_streams->sides[1 - side];
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
    if (m_state == State::Closed)
        return; // the last acknowledgement, or something sent once more
    if (!m_streams && isLoneSyn(segment) && sideOf(segment) == 0) {
        m_sequence = segment.sequence;
        announce(segment, sink, time);
        return;
    }
    if (!m_streams)
        makeStreams();
    m_streams->latest = time;
    announce(segment, sink, time);
    learnBeginning(segment, sideOf(segment));
    if (segment.flags & Rst)
        takeReset(sideOf(segment), sink);
    else
        addToStreams(segment, payload, time, sink);
}

void TcpFlow::makeStreams()
{
    m_streams = std::make_unique<Streams>();
    if (m_state != State::Connecting)
        return;
    m_streams->sides[0].initialSequence = m_sequence;
    m_streams->sides[0].order.start(m_sequence + 1);
}

void TcpFlow::addToStreams(
    const Segment &segment, std::span<const Extent> payload, Timestamp time, const FlowSink &sink)
{
    const size_t side = sideOf(segment);
    StreamOrder &own = m_streams->sides[side].order;
    StreamOrder &other = m_streams->sides[1 - side].order;
    StreamOrder::Output ordered;
    if (segment.flags & Ack)
        other.acknowledge(segment.acknowledged, ordered);
    tell(1 - side, ordered, sink);
    ordered.clear();
    quint32 sequence = segment.sequence + (isSyn(segment) ? 1 : 0);
    for (const Extent &extent : payload) {
        own.add(sequence, extent, time, ordered);
        sequence += extent.size;
    }
    if (segment.flags & Fin)
        own.finish(sequence, time, ordered);
    tell(side, ordered, sink);
    if (own.isFinished() && other.isFinished()) {
        m_state = State::Closed;
        emitEvent(EventKind::Closed, sink, time);
    }
}

/// Opened: once the peer has answered, or at once when the capture has no handshake.
void TcpFlow::announce(const Segment &segment, const FlowSink &sink, Timestamp time)
{
    const bool isOurs = sideOf(segment) == 0;
    const bool dials = isSynOnly(segment) && isOurs;
    if (m_state == State::Opened || (m_state == State::Connecting && (dials || segment.flags & Rst)))
        return;
    const bool lacksBeginning = m_state == State::New && !dials && !isSynAck(segment);
    m_state = dials ? State::Connecting : State::Opened;
    FlowEvent event;
    event.kind = dials ? EventKind::Connecting : EventKind::Opened;
    event.connection = m_id;
    event.time = time;
    event.local = isOurs ? segment.source : segment.destination;
    event.peer = isOurs ? segment.destination : segment.source;
    sink(event);
    if (lacksBeginning)
        emitEvent(EventKind::Gap, sink, time);
}

void TcpFlow::learnBeginning(const Segment &segment, size_t side)
{
    Side &own = m_streams->sides[side];
    StreamOrder &other = m_streams->sides[1 - side].order;
    if (isSyn(segment) && !own.initialSequence) {
        own.initialSequence = segment.sequence;
        if (side == 0)
            m_sequence = segment.sequence;
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
    if (std::exchange(m_streams->sides[side].reset, true))
        return;
    const Timestamp time = m_streams->latest;
    emitEvent(side == 0 ? EventKind::ResetByUs : EventKind::ResetByPeer, sink, time);
    if (m_state == State::Opened)
        return;
    m_state = State::Closed;
    m_streams.reset();
    emitEvent(EventKind::Closed, sink, time);
}

void TcpFlow::end(const FlowSink &sink)
{
    if (std::exchange(m_state, State::Closed) == State::Closed || !m_streams)
        return;
    auto &[sides, latest] = *m_streams;
    StreamOrder::Output ordered;
    for (const size_t side : {size_t(0), size_t(1)}) {
        ordered.clear();
        sides[side].order.flush(latest, ordered);
        tell(side, ordered, sink);
    }
    const auto isOver = [](const Side &side) { return side.reset || side.order.isFinished(); };
    if (sides[0].reset || sides[1].reset || (isOver(sides[0]) && isOver(sides[1])))
        emitEvent(EventKind::Closed, sink, latest);
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
    sink(event);
}

} // namespace swb::capture
