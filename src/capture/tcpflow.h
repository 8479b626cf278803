#pragma once

#include "base/event.h"
#include "capture/headers.h"
#include "capture/streamorder.h"

#include <array>
#include <functional>
#include <span>

namespace swb::capture {

/// One fact about a connection in a capture, seen from the side that opened it.
struct FlowEvent
{
    EventKind kind = EventKind::Opened;
    ConnectionId connection;
    Transport transport = Transport::Tcp;
    Timestamp time;
    SocketAddress local; ///< Connecting, Opened
    SocketAddress peer; ///< Connecting, Opened
    bool outgoing = false; ///< Gap: missing in what we sent
    quint64 size = 0; ///< Received, Sent: bytes; Gap: bytes that are missing
    std::span<const Extent> bytes; ///< Received, Sent: where they stand; valid during the call
};
using FlowSink = std::function<void(const FlowEvent &)>;

/// One TCP connection of a capture, from its first packet on.
class TcpFlow
{
public:
    /// `first` is a segment of it, which is not yet added. Who sent the SYN is "we"; without one, who sent
    /// the first segment.
    TcpFlow(ConnectionId id, const Segment &first);

    ConnectionId id() const { return m_id; }
    /// True: the segment cannot belong to this connection, but begins another with the same addresses and
    /// ports.
    bool isFollowedBy(const Segment &segment) const;
    void add(const Segment &segment, std::span<const Extent> payload, Timestamp time, const FlowSink &sink);
    /// No segment follows.
    void end(const FlowSink &sink);

private:
    struct Side
    {
        StreamOrder order;
        std::optional<quint32> initialSequence; ///< of its SYN
        bool reset = false;
    };
    size_t sideOf(const Segment &segment) const { return segment.source == m_local ? 0 : 1; }
    void announce(const Segment &segment, size_t side, const FlowSink &sink);
    void learnBeginning(const Segment &segment, size_t side);
    void takeReset(size_t side, const FlowSink &sink);
    void tell(size_t side, const StreamOrder::Output &ordered, const FlowSink &sink) const;
    void emitEvent(EventKind kind, const FlowSink &sink, Timestamp time) const;

    ConnectionId m_id;
    SocketAddress m_local;
    SocketAddress m_peer;
    std::array<Side, 2> m_sides; ///< ours, the peer's
    bool m_connecting = false;
    bool m_opened = false;
    bool m_closed = false;
    Timestamp m_latest;
};

} // namespace swb::capture
