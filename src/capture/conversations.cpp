#include "capture/conversations.h"

#include <algorithm>
#include <numeric>

namespace swb::capture {

namespace {

bool comesFromLower(const Segment &segment)
{
    return segment.source < segment.destination;
}

} // namespace

Conversations::Ends Conversations::endsOf(const Segment &segment)
{
    const bool inOrder = comesFromLower(segment);
    const SocketAddress &lower = inOrder ? segment.source : segment.destination;
    const SocketAddress &upper = inOrder ? segment.destination : segment.source;
    return {lower.ip.bytes(), upper.ip.bytes(), lower.port, upper.port, lower.ip.family(), upper.ip.family()};
}

Conversations::Conversations(FlowSink sink)
    : m_sink(std::move(sink))
{
}

void Conversations::add(const Segment &segment, std::span<const Extent> payload, Timestamp time)
{
    if (segment.transport == Transport::Tcp)
        addTcp(segment, payload, time);
    else
        addUdp(segment, payload, time);
}

void Conversations::addTcp(const Segment &segment, std::span<const Extent> payload, Timestamp time)
{
    quint32 &number = m_tcp[endsOf(segment)];
    if (number == 0) {
        m_flows.emplace_back(ConnectionId(++m_latestId), segment);
        number = quint32(m_flows.size());
    }
    TcpFlow &flow = m_flows[number - 1];
    if (flow.isFollowedBy(segment)) {
        flow.end(m_sink);
        flow = TcpFlow(ConnectionId(++m_latestId), segment);
    }
    flow.add(segment, payload, time, m_sink);
}

void Conversations::addUdp(const Segment &segment, std::span<const Extent> payload, Timestamp time)
{
    UdpFlow &flow = m_udp[endsOf(segment)];
    const bool isNew = !flow.id.isValid();
    if (isNew)
        flow = {ConnectionId(++m_latestId), comesFromLower(segment)};
    FlowEvent event;
    event.transport = Transport::Udp;
    event.connection = flow.id;
    event.time = time;
    if (isNew) {
        event.kind = EventKind::Opened;
        event.local = segment.source;
        event.peer = segment.destination;
        m_sink(event);
    }
    const bool ours = comesFromLower(segment) == flow.localIsLower;
    const auto captured = std::accumulate(payload.begin(), payload.end(), quint64(0),
        [](quint64 sum, const Extent &extent) { return sum + extent.captured; });
    const auto size = std::accumulate(payload.begin(), payload.end(), quint64(0),
        [](quint64 sum, const Extent &extent) { return sum + extent.size; });
    event.kind = ours ? EventKind::Sent : EventKind::Received;
    event.size = captured;
    event.bytes = payload;
    m_sink(event);
    if (size == captured)
        return;
    event.kind = EventKind::Gap;
    event.outgoing = ours;
    event.size = size - captured;
    event.bytes = {};
    m_sink(event);
}

void Conversations::finish()
{
    std::vector<TcpFlow *> open; // the others have nothing more to tell
    for (TcpFlow &flow : m_flows) {
        if (flow.hasStreams())
            open.push_back(&flow);
    }
    std::sort(open.begin(), open.end(), [](TcpFlow *a, TcpFlow *b) { return a->id() < b->id(); });
    for (TcpFlow *flow : open)
        flow->end(m_sink);
}

size_t Conversations::countWithStreams() const
{
    return size_t(
        std::count_if(m_flows.begin(), m_flows.end(), [](const TcpFlow &flow) { return flow.hasStreams(); }));
}

} // namespace swb::capture
