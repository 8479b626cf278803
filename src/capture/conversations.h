#pragma once

#include "capture/tcpflow.h"

#include <QHash>

#include <array>
#include <deque>
#include <type_traits>

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
    /// Of how many TCP connections more is kept than their SYN.
    size_t countWithStreams() const;

private:
    /// The two ends, in an order that is the same for both directions.
    struct Ends
    {
        std::array<quint8, 16> lower{};
        std::array<quint8, 16> upper{};
        quint16 lowerPort = 0;
        quint16 upperPort = 0;
        IpAddress::Family lowerFamily = IpAddress::Family::None;
        IpAddress::Family upperFamily = IpAddress::Family::None;
        friend bool operator==(const Ends &, const Ends &) = default;
        friend size_t qHash(const Ends &ends, size_t seed) { return qHashBits(&ends, sizeof ends, seed); }
    };
    static_assert(std::has_unique_object_representations_v<Ends>); // no padding to be hashed
    struct UdpFlow
    {
        ConnectionId id;
        bool localIsLower = false;
    };
    static Ends endsOf(const Segment &segment);
    void addTcp(const Segment &segment, std::span<const Extent> payload, Timestamp time);
    void addUdp(const Segment &segment, std::span<const Extent> payload, Timestamp time);

    FlowSink m_sink;
    quint32 m_latestId = 0;
    std::deque<TcpFlow> m_flows; ///< at most one for two ends: the latest
    QHash<Ends, quint32> m_tcp; ///< numbers in m_flows, from 1
    QHash<Ends, UdpFlow> m_udp;
};

} // namespace swb::capture
