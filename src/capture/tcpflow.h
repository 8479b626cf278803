#pragma once

#include "base/event.h"
#include "capture/headers.h"
#include "capture/streamorder.h"

#include <array>
#include <functional>
#include <memory>
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

/// One TCP connection of a capture, from its first packet on. While nothing but its SYN is known, and once it
/// was refused, that is all that it keeps: a scan of ports makes such connections by the million.
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
    /// It keeps more than its SYN.
    bool hasStreams() const { return m_streams != nullptr; }

private:
    struct Side
    {
        StreamOrder order;
        std::optional<quint32> initialSequence; ///< of its SYN
        bool reset = false;
    };
    struct Streams
    {
        std::array<Side, 2> sides; ///< ours, the peer's
        Timestamp latest;
    };
    enum class State : quint8
    {
        New, ///< nothing is known
        Connecting, ///< we sent a SYN
        Opened,
        Closed,
    };
    size_t sideOf(const Segment &segment) const;
    void makeStreams();
    void addToStreams(
        const Segment &segment, std::span<const Extent> payload, Timestamp time, const FlowSink &sink);
    void announce(const Segment &segment, const FlowSink &sink, Timestamp time);
    void learnBeginning(const Segment &segment, size_t side);
    void takeReset(size_t side, const FlowSink &sink);
    void tell(size_t side, const StreamOrder::Output &ordered, const FlowSink &sink) const;
    void emitEvent(EventKind kind, const FlowSink &sink, Timestamp time) const;

    std::unique_ptr<Streams> m_streams;
    ConnectionId m_id;
    quint32 m_sequence = 0; ///< of our SYN
    State m_state = State::New;
    bool m_localIsLower; ///< of the two addresses, so that neither need be kept
};

} // namespace swb::capture
