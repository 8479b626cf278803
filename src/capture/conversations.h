#pragma once

#include "capture/tcpflow.h"

#include <unordered_map>

namespace swb::capture {

/// Sorts the segments of a capture into connections: TCP by what its flags and sequence numbers say, UDP by
/// its addresses and ports alone. Connections are numbered from 1, in the order in which they begin.
class Conversations
{
public:
    explicit Conversations(FlowSink sink);

    /// `payload`: where it stands, in order; several places when it came in fragments.
    void add(const Segment &segment, std::span<const Extent> payload, Timestamp time);
    /// The capture ends: what was waited for is missing.
    void finish();

private:
    /// The two ends, in an order that is the same for both directions.
    struct Ends
    {
        SocketAddress lower;
        SocketAddress upper;
        friend bool operator==(const Ends &, const Ends &) = default;
    };
    struct EndsHash
    {
        size_t operator()(const Ends &ends) const;
    };
    struct UdpFlow
    {
        ConnectionId id;
        SocketAddress local;
    };
    static Ends endsOf(const Segment &segment);
    void addTcp(const Segment &segment, std::span<const Extent> payload, Timestamp time);
    void addUdp(const Segment &segment, std::span<const Extent> payload, Timestamp time);

    FlowSink m_sink;
    quint32 m_latestId = 0;
    std::unordered_map<Ends, TcpFlow, EndsHash> m_tcp;
    std::unordered_map<Ends, UdpFlow, EndsHash> m_udp;
};

} // namespace swb::capture
