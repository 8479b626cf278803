#pragma once

#include "base/event.h"

#include "journal/packet.h"
#include "journal/pcapng.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <vector>

namespace swb::journal {

/// Turns events into the bytes of a recording. The payload of an event is referred to, never copied.
class Encoder
{
public:
    /// Encodes one event; pieces() give its bytes in order until the next call, and while `bytes` live.
    void encode(const Event &event, QByteArrayView bytes);
    /// Encodes one sample, the same way; `facts` are as Writer::appendSample() takes them.
    void encodeSample(EndpointId endpoint, ConnectionId connection, Timestamp time, QByteArrayView facts);
    const std::vector<QByteArrayView> &pieces() const { return m_pieces; }

private:
    /// One connection's two directions, as a capture next to the socket would have seen them.
    struct Flow
    {
        SocketAddress local;
        SocketAddress peer;
        quint32 sent = 0; ///< the next sequence number of ours, and the last that the peer can acknowledge
        quint32 received = 0;
    };
    enum class Direction : quint8
    {
        Inbound,
        Outbound
    };
    /// Where a piece lies: in m_scratch, or outside in the payload.
    struct Span
    {
        const char *outside = nullptr;
        qsizetype from = 0;
        qsizetype size = 0;
    };

    void begin();
    void encodeOpened(const Event &event, Stamp &stamp);
    void skipBytes(const Event &event);
    void encodeBytes(Stamp &stamp, Direction direction, QByteArrayView bytes);
    void encodeFlag(const Event &event, Stamp &stamp, Direction direction, quint8 flag);
    void putPacket(const Stamp &stamp, Flow &flow, Direction direction, quint8 flags, QByteArrayView payload,
        QByteArrayView comment);
    void putLongDetails(Stamp &stamp);
    void endScratchSpan();
    void collectPieces();

    QHash<ConnectionId, Flow> m_flows;
    QByteArray m_scratch;
    qsizetype m_spanFrom = 0;
    std::vector<Span> m_spans;
    std::vector<QByteArrayView> m_pieces;
};

} // namespace swb::journal
