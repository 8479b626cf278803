#include "journal/encoder.h"

#include "journal/details.h"

namespace swb::journal {

namespace {

/// An option's length has 16 bits, and the packets of long details should still fit the readers' buffers.
constexpr qsizetype maxDetailsInBlock = 32 * 1024;

QByteArrayView comment(EventKind kind)
{
    switch (kind) {
    case EventKind::PeerFinished:
        return "The peer finished sending (FIN)";
    case EventKind::Finished:
        return "This side finished sending (FIN)";
    case EventKind::ResetByPeer:
        return "The peer reset the connection (RST)";
    case EventKind::ResetByUs:
        return "This side reset the connection (RST)";
    default:
        return {};
    }
}

} // namespace

void Encoder::begin()
{
    m_scratch.resize(0);
    m_spans.clear();
    m_spanFrom = 0;
}

void Encoder::encodeSample(EndpointId endpoint, ConnectionId connection, Timestamp time, QByteArrayView facts)
{
    begin();
    putCustomBlock(m_scratch,
        {sampleKind, FirstBlock | LastBlock | MayBeSkipped, endpoint.value, connection.value,
            time.time_since_epoch().count(), 0, facts});
    endScratchSpan();
    collectPieces();
}

void Encoder::encode(const Event &event, QByteArrayView bytes)
{
    begin();
    const QByteArray details = encodeDetails(event);
    Stamp stamp{quint8(event.kind), FirstBlock, event.endpoint.value, event.connection.value,
        event.time.time_since_epoch().count(), event.carriesBytes() ? quint64(bytes.size()) : event.size,
        details};
    putLongDetails(stamp);

    switch (event.kind) {
    case EventKind::Opened:
        encodeOpened(event, stamp);
        break;
    case EventKind::Received:
        encodeBytes(stamp, Direction::Inbound, bytes);
        break;
    case EventKind::Sent:
        encodeBytes(stamp, Direction::Outbound, bytes);
        break;
    case EventKind::PeerFinished:
        encodeFlag(event, stamp, Direction::Inbound, Fin);
        break;
    case EventKind::Finished:
        encodeFlag(event, stamp, Direction::Outbound, Fin);
        break;
    case EventKind::ResetByPeer:
        encodeFlag(event, stamp, Direction::Inbound, Rst);
        break;
    case EventKind::ResetByUs:
        encodeFlag(event, stamp, Direction::Outbound, Rst);
        break;
    case EventKind::Gap:
        skipBytes(event);
        stamp.flags |= LastBlock;
        putCustomBlock(m_scratch, stamp);
        break;
    case EventKind::Closed:
        m_flows.remove(event.connection);
        [[fallthrough]];
    default:
        stamp.flags |= LastBlock;
        putCustomBlock(m_scratch, stamp);
    }
    endScratchSpan();
    collectPieces();
}

void Encoder::encodeOpened(const Event &event, Stamp &stamp)
{
    // Wireshark tells two connections with the same four-tuple apart by their initial sequence numbers.
    const quint32 initial = event.connection.value;
    Flow &flow = m_flows[event.connection];
    flow = {event.local, event.peer, initial, initial};
    const Direction dialler = event.outgoing ? Direction::Outbound : Direction::Inbound;
    const Direction listener = event.outgoing ? Direction::Inbound : Direction::Outbound;

    putPacket(stamp, flow, dialler, Syn, {}, {});
    stamp.flags = 0;
    stamp.details = {};
    putPacket(stamp, flow, listener, Syn | Ack, {}, {});
    stamp.flags = LastBlock;
    putPacket(stamp, flow, dialler, Ack, {}, {});
}

/// What is missing takes its place in the sequence numbers, so Wireshark misses it too.
void Encoder::skipBytes(const Event &event)
{
    const quint32 begin = event.connection.value + 1;
    Flow &flow = m_flows[event.connection];
    if (!event.peer.isNull()) // the opening itself is missing
        flow = {event.local, event.peer, begin, begin};
    (event.outgoing ? flow.sent : flow.received) += quint32(event.size);
}

void Encoder::encodeBytes(Stamp &stamp, Direction direction, QByteArrayView bytes)
{
    if (bytes.isEmpty()) { // a segment without content would read as a duplicate acknowledgement
        stamp.flags |= LastBlock;
        putCustomBlock(m_scratch, stamp);
        return;
    }
    Flow &flow = m_flows[ConnectionId(stamp.connection)];
    while (!bytes.isEmpty()) {
        const QByteArrayView part = bytes.first(qMin(bytes.size(), maxPayload));
        bytes = bytes.sliced(part.size());
        quint8 flags = Ack;
        if (bytes.isEmpty()) {
            stamp.flags |= LastBlock;
            flags |= Psh;
        }
        putPacket(stamp, flow, direction, flags, part, {});
        stamp.flags = 0;
        stamp.details = {};
    }
}

void Encoder::encodeFlag(const Event &event, Stamp &stamp, Direction direction, quint8 flag)
{
    stamp.flags |= LastBlock;
    putPacket(stamp, m_flows[event.connection], direction, flag | Ack, {}, comment(event.kind));
}

void Encoder::putPacket(const Stamp &stamp, Flow &flow, Direction direction, quint8 flags,
    QByteArrayView payload, QByteArrayView commentText)
{
    const bool inbound = direction == Direction::Inbound;
    quint32 &sequence = inbound ? flow.received : flow.sent;
    Segment segment{inbound ? flow.peer : flow.local, inbound ? flow.local : flow.peer, sequence,
        flags & Ack ? (inbound ? flow.sent : flow.received) : 0, flags};
    sequence +=
        quint32(payload.size()) + (flags & (Syn | Fin) ? 1 : 0); // RFC 9293 3.4: SYN and FIN count as one

    PacketBlock block(m_scratch, stamp);
    putHeaders(m_scratch, segment, payload);
    block.endHeaders(payload);
    if (!payload.isEmpty()) {
        endScratchSpan();
        m_spans.push_back({payload.data(), 0, payload.size()});
    }
    block.end(inbound, commentText);
}

void Encoder::putLongDetails(Stamp &stamp)
{
    const QByteArrayView details = stamp.details;
    qsizetype at = 0;
    for (; details.size() - at > maxDetailsInBlock; at += maxDetailsInBlock) {
        stamp.flags |= DetailsContinue;
        stamp.details = details.sliced(at, maxDetailsInBlock);
        putCustomBlock(m_scratch, stamp);
        stamp.flags = 0;
    }
    stamp.details = details.sliced(at);
}

void Encoder::endScratchSpan()
{
    if (m_scratch.size() > m_spanFrom)
        m_spans.push_back({nullptr, m_spanFrom, m_scratch.size() - m_spanFrom});
    m_spanFrom = m_scratch.size();
}

void Encoder::collectPieces()
{
    // Only now: m_scratch may have moved while it grew.
    m_pieces.clear();
    for (const Span &span : m_spans) {
        const char *begin = span.outside ? span.outside : m_scratch.constData() + span.from;
        m_pieces.emplace_back(begin, span.size);
    }
}

} // namespace swb::journal
