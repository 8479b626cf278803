#pragma once

#include "base/address.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace swb::journal {

/// Flags of a TCP segment (RFC 9293 3.1).
enum TcpFlag : quint8
{
    Fin = 0x01,
    Syn = 0x02,
    Rst = 0x04,
    Psh = 0x08,
    Ack = 0x10
};

/// The most bytes that one packet carries: what is left of an IPv4 packet of 65,535 bytes behind plain
/// headers.
inline constexpr qsizetype maxPayload = 65535 - 20 - 20;
/// How far a SYN says that its window is scaled (RFC 7323): nothing recorded ever overruns the advertised
/// window.
inline constexpr quint8 windowScale = 14;

/// What the headers of one segment say beside its payload.
struct Segment
{
    SocketAddress source;
    SocketAddress destination;
    quint32 sequence = 0;
    quint32 acknowledged = 0;
    quint8 flags = 0;
};

/// Appends IPv4 or IPv6 and TCP headers with valid checksums for a segment with this payload, which is not
/// copied. Two ends of different families meet in IPv6; an unknown end is the unspecified address.
void putHeaders(QByteArray &out, const Segment &segment, QByteArrayView payload);

/// Where the payload of an IP packet that holds TCP begins; nothing when it is none.
std::optional<qsizetype> payloadOffset(QByteArrayView packet);

} // namespace swb::journal
