#include "capture/conversations.h"

#include <QHashFunctions>

#include <algorithm>
#include <numeric>

namespace swb::capture {

size_t Conversations::EndsHash::operator()(const Ends &ends) const
{
    const auto &lower = ends.lower.ip.bytes();
    const auto &upper = ends.upper.ip.bytes();
    const size_t ports = size_t(ends.lower.port) << 16 | ends.upper.port;
    return qHashBits(lower.data(), lower.size(), qHashBits(upper.data(), upper.size(), ports));
}

Conversations::Ends Conversations::endsOf(const Segment &segment)
{
    return segment.source < segment.destination ? Ends{segment.source, segment.destination}
                                                : Ends{segment.destination, segment.source};
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
    const Ends ends = endsOf(segment);
    auto found = m_tcp.find(ends);
    if (found != m_tcp.end() && found->second.isFollowedBy(segment)) {
        found->second.end(m_sink);
        m_tcp.erase(found);
        found = m_tcp.end();
    }
    if (found == m_tcp.end())
        found = m_tcp.try_emplace(ends, ConnectionId(++m_latestId), segment).first;
    found->second.add(segment, payload, time, m_sink);
}

void Conversations::addUdp(const Segment &segment, std::span<const Extent> payload, Timestamp time)
{
    const auto [found, isNew] =
        m_udp.try_emplace(endsOf(segment), UdpFlow{ConnectionId(m_latestId + 1), segment.source});
    FlowEvent event;
    event.transport = Transport::Udp;
    event.connection = found->second.id;
    event.time = time;
    if (isNew) {
        ++m_latestId;
        event.kind = EventKind::Opened;
        event.local = segment.source;
        event.peer = segment.destination;
        m_sink(event);
    }
    const bool ours = segment.source == found->second.local;
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
    std::vector<TcpFlow *> flows;
    flows.reserve(m_tcp.size());
    for (auto &[ends, flow] : m_tcp)
        flows.push_back(&flow);
    std::sort(flows.begin(), flows.end(), [](TcpFlow *a, TcpFlow *b) { return a->id() < b->id(); });
    for (TcpFlow *flow : flows)
        flow->end(m_sink);
}

} // namespace swb::capture
