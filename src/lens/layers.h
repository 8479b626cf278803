#pragma once

#include "lens/layerfields.h"

#include <QByteArrayView>

#include <vector>

namespace swb::lens {

/// The four layers of RFC 1122, from the outside in.
enum class LayerKind : quint8
{
    Link,
    Network,
    Transport,
    Application,
};

enum class LayerProtocol : quint8
{
    Ethernet,
    LinuxCooked, ///< what Linux gives instead of a link header where it captures on several links
    LinuxCooked2,
    Loopback, ///< BSD: only the address family
    Ipv4,
    Ipv6,
    Tcp,
    Udp,
    Bytes, ///< of the application, or what could not be read further
};

/// What became of a checksum.
enum class Check : quint8
{
    None, ///< it is no checksum
    Right,
    Wrong,
    LeftToCard, ///< to the sender's network card, or nobody needs it on this link: 0, or only begun
    Unused, ///< UDP without a checksum
    Unknown, ///< not all the bytes that it covers are here
};

/// A field by its place: whole bytes, or some bits of them.
struct LayerField
{
    FieldId id = FieldId::Unread;
    qsizetype start = 0; ///< in the packet
    qsizetype size = 0; ///< bytes that hold some of it
    quint8 firstBit = 0; ///< in the first byte, from the left as RFCs draw it
    quint8 bits = 0; ///< 0: whole bytes
    quint64 number = 0; ///< of at most eight bytes; what is longer stands in the bytes only
    Check check = Check::None;
    std::vector<LayerField> parts; ///< of an option or extension header, in order

    qsizetype end() const { return start + size; }
    friend bool operator==(const LayerField &, const LayerField &) = default;
};

/// A header, or the bytes of the application.
struct Layer
{
    LayerKind kind = LayerKind::Application;
    LayerProtocol protocol = LayerProtocol::Bytes;
    qsizetype start = 0; ///< in the packet
    qsizetype size = 0; ///< of the header as far as it was captured; of the application's bytes
    bool cut = false; ///< the capture ends within it
    std::vector<LayerField> fields; ///< in order, as far as they were captured whole

    qsizetype end() const { return start + size; }
    friend bool operator==(const Layer &, const Layer &) = default;
};

/// How far a packet could be read.
enum class Reach : quint8
{
    Whole,
    Cut, ///< the capture ends before the packet does
    Damaged, ///< a length or version that cannot be
    OtherLink, ///< a link type that we do not know
    OtherNetwork, ///< neither IPv4 nor IPv6
    OtherTransport, ///< neither TCP nor UDP
    Fragment, ///< a later piece of a datagram whose header came in the first
};

/// A packet taken apart. Every captured byte is in a field of exactly one layer.
struct Dissection
{
    std::vector<Layer> layers; ///< from the outside in; there is no link in raw IP
    Reach reach = Reach::Whole;

    const Layer *layer(LayerKind kind) const; ///< null: there is none
};

/// Takes a packet apart. `linkType` is that of capture/linktype.h; `bytes` what was captured of `wireSize`
/// bytes. Any bytes will do: what is cut or wrong ends the reading, and what was read till then stands. RFC
/// 791, 8200, 9293 (TCP), 7323 (its window scale and timestamps), 2018 (SACK), 768 (UDP).
Dissection dissect(quint16 linkType, QByteArrayView bytes, quint32 wireSize);

} // namespace swb::lens
