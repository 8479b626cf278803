#pragma once

#include "base/address.h"
#include "capture/extent.h"
#include "capture/packetreader.h"

namespace swb::capture {

/// Flags of a TCP segment (RFC 9293 3.1).
enum TcpFlag : quint8
{
    Fin = 0x01,
    Syn = 0x02,
    Rst = 0x04,
    Ack = 0x10
};

enum class Transport : quint8
{
    Tcp,
    Udp,
};

/// What the headers of a TCP segment or UDP datagram say, and where its payload is.
struct Segment
{
    Transport transport = Transport::Tcp;
    SocketAddress source;
    SocketAddress destination;
    quint32 sequence = 0; ///< TCP, as the two below
    quint32 acknowledged = 0;
    quint8 flags = 0;
    quint32 headerSize = 0; ///< of TCP or UDP itself
    Extent payload;
};

/// A fragment of an IP packet (RFC 791, RFC 8200 4.5).
struct Fragment
{
    IpAddress source;
    IpAddress destination;
    quint32 id = 0;
    quint8 protocol = 0;
    quint32 position = 0; ///< of its content in that of the whole
    bool last = false;
    Extent content;
    QByteArrayView bytes; ///< the content that was captured; valid as long as the packet's
};

enum class Found : quint8
{
    Segment,
    Fragment,
    OtherProtocol, ///< neither TCP nor UDP in IP
    OtherLink, ///< a link whose headers we do not know
    Unreadable, ///< headers that are wrong, or cut off
};

/// Reads the headers of a packet and fills what it found. IP's own lengths decide where the payload ends, so
/// the padding and check sequence of an Ethernet frame are no part of it; only where segmentation was left to
/// the network card, and they are zero, the frame's does.
Found readHeaders(const Packet &packet, Segment &segment, Fragment &fragment);

/// The same for the content of an IP packet. Fills all of the segment but the addresses' IP part.
Found readTransport(quint8 protocol, QByteArrayView bytes, const Extent &content, Segment &segment);

} // namespace swb::capture
