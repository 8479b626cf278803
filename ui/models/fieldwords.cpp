#include "models/layerwords.h"

#include <QtGlobal>

#include <array>

namespace swb::ui {

using lens::FieldId;

namespace {

struct Words
{
    FieldId id;
    const char *name;
    const char *explanation;
};

constexpr std::array words{
    Words{FieldId::EthernetDestination, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Destination address"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The MAC address of the network card that is to take this frame: the next hop, not the final "
            "computer.")},
    Words{FieldId::EthernetSource, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Source address"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "The MAC address of the network card that sent this frame on this link.")},
    Words{FieldId::EtherType, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Type"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "What the link carries: 0x0800 is IPv4, 0x86dd is IPv6.")},
    Words{FieldId::VlanTag, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "VLAN tag"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "A tag that parts one cable into several networks (IEEE 802.1Q).")},
    Words{FieldId::VlanPriority, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Priority"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "How urgent switches should take this frame, 0 to 7.")},
    Words{FieldId::VlanDropEligible, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "May be dropped"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Set: a switch with too much to do may drop this frame first.")},
    Words{FieldId::VlanNumber, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "VLAN number"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Which of the networks on this cable the frame belongs to.")},
    Words{FieldId::CookedPacketType, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Direction"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "To us, to all, to others, or from us: Linux notes it in place of a link header.")},
    Words{FieldId::CookedDeviceType, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Kind of device"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The kind of network device (ARPHRD number); 1 is Ethernet, 772 is loopback.")},
    Words{FieldId::CookedAddressLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Address length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "How many bytes the link address of the sender has.")},
    Words{FieldId::CookedAddress, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Link address of the sender"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The address of the sender on the link; zero on loopback.")},
    Words{FieldId::CookedUnused, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Unused"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Bytes that mean nothing here.")},
    Words{FieldId::CookedInterface, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Interface"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "The number of the network interface on the computer that captured.")},
    Words{FieldId::LoopbackFamily, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Address family"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "All that a loopback link says: whether IPv4 or IPv6 follows, by the number that the system "
            "gives it.")},
    Words{FieldId::LinkTrailer, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Trailer"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "Bytes behind the IP packet: padding up to the shortest frame, or a check sequence. No part of "
            "the data.")},
    Words{FieldId::IpVersion, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Version"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "4 or 6: which kind of IP header this is.")},
    Words{FieldId::IpHeaderLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Header length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The length of the IP header in words of four bytes.")},
    Words{FieldId::IpService, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Service class"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "How routers should treat the packet (DSCP, RFC 2474); 0 is as usual.")},
    Words{FieldId::IpCongestion, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Congestion mark"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "A router with too much to do can mark the packet here rather than drop it (ECN, RFC 3168).")},
    Words{FieldId::IpTotalLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Total length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "Header and content of this IP packet in bytes. This is what says where the data ends.")},
    Words{FieldId::IpIdentification, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Identification"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "If the packet is cut into fragments, all of them carry this number.")},
    Words{FieldId::IpReservedFlag, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Reserved bit"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Always 0.")},
    Words{FieldId::IpDontFragment, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Don't fragment"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Set: routers must not cut the packet, but report that it is too large.")},
    Words{FieldId::IpMoreFragments, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "More fragments"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Set: other pieces of the same packet follow.")},
    Words{FieldId::IpFragmentOffset, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Fragment position"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Where this piece belongs in the whole packet, in steps of eight bytes.")},
    Words{FieldId::IpTimeToLive, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Time to live"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "Each router takes one off; at 0 the packet is dropped. So none circles forever.")},
    Words{FieldId::IpProtocol, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Protocol"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "What IP carries: 6 is TCP, 17 is UDP.")},
    Words{FieldId::IpChecksum, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Header checksum"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Guards the IP header, not the data. Each router computes it anew.")},
    Words{FieldId::IpSource, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Source address"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The IP address of the computer that sent the packet. Ports are not in this header.")},
    Words{FieldId::IpDestination, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Destination address"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The IP address of the computer that the packet is for.")},
    Words{FieldId::IpOption, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Option"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "An addition to the IP header; rarely used today.")},
    Words{FieldId::IpOptionKind, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Kind"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Which option this is.")},
    Words{FieldId::IpOptionLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The whole option in bytes, kind and length included.")},
    Words{FieldId::IpOptionData, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Content"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "What the option says.")},
    Words{FieldId::IpPadding, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Padding"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Fills the header up to a multiple of four bytes.")},
    Words{FieldId::Ip6FlowLabel, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Flow label"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The same for all packets of one conversation, so that routers can keep them on one way.")},
    Words{FieldId::Ip6PayloadLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Payload length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "What follows this header, in bytes.")},
    Words{FieldId::Ip6NextHeader, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Next header"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "What follows: 6 is TCP, 17 is UDP, others are extension headers.")},
    Words{FieldId::Ip6HopLimit, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Hop limit"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "Each router takes one off; at 0 the packet is dropped. IPv4 calls it time to live.")},
    Words{FieldId::Ip6HopByHop, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Hop-by-hop options"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "An extension header for every router on the way.")},
    Words{FieldId::Ip6DestinationOptions, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Destination options"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "An extension header for the computer that the packet is for.")},
    Words{FieldId::Ip6Routing, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Routing header"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "An extension header that names stops on the way.")},
    Words{FieldId::Ip6Fragment, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Fragment header"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "An extension header: this is a piece of a larger packet.")},
    Words{FieldId::Ip6Authentication, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Authentication header"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "An extension header that proves who sent the packet (IPsec).")},
    Words{FieldId::Ip6Mobility, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Mobility header"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "An extension header for computers that move between networks.")},
    Words{FieldId::Ip6ExtensionLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "How long this extension header is, in its own units and without the first of them.")},
    Words{FieldId::Ip6ExtensionData, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Content"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "What the extension header says.")},
    Words{FieldId::Ip6Reserved, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Reserved"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Not used.")},
    Words{FieldId::Ip6RoutingType, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Routing type"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Which kind of route this is.")},
    Words{FieldId::Ip6SegmentsLeft, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Stops left"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "How many of the stops are still to be visited.")},
    Words{FieldId::SourcePort, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Source port"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "Which socket on the sending computer this comes from. IP finds the computer, the port finds the "
            "program.")},
    Words{FieldId::DestinationPort, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Destination port"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Which socket on the other computer this is for.")},
    Words{FieldId::TcpSequence, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Sequence number"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The number of the first data byte of this segment. TCP numbers bytes, not packets.")},
    Words{FieldId::TcpAcknowledgement, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Acknowledgement number"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The byte that is expected next: everything before it has arrived. Counts only with the ACK "
            "flag.")},
    Words{FieldId::TcpHeaderLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Header length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The length of the TCP header in words of four bytes; beyond five are options.")},
    Words{FieldId::TcpReserved, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Reserved"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Not used.")},
    Words{FieldId::TcpFlagAe, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "AE"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Accurate congestion marks; formerly the nonce bit NS.")},
    Words{FieldId::TcpFlagCwr, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "CWR"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "The sender has slowed down, since it was told of congestion.")},
    Words{FieldId::TcpFlagEce, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "ECE"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "A router on the way marked a packet: please slow down. In a SYN it only says that marks are "
            "understood.")},
    Words{FieldId::TcpFlagUrg, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "URG"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The urgent pointer counts. Hardly used.")},
    Words{FieldId::TcpFlagAck, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "ACK"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The acknowledgement number counts. Set in all segments but the first SYN.")},
    Words{FieldId::TcpFlagPsh, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "PSH"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "The sender has no more to send just now: hand the data to the program.")},
    Words{FieldId::TcpFlagRst, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "RST"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Reset: this connection is over at once, or there is none.")},
    Words{FieldId::TcpFlagSyn, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "SYN"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Begins a connection and tells the first sequence number.")},
    Words{FieldId::TcpFlagFin, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "FIN"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The sender will send no more. It can still receive.")},
    Words{FieldId::TcpWindow, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Window"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "How many more bytes the sender of this segment can take, to be scaled as the SYN said. In the "
            "SYN itself it is not scaled.")},
    Words{FieldId::TransportChecksum, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Checksum"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Guards header, data and both IP addresses against damage on the way.")},
    Words{FieldId::TcpUrgentPointer, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Urgent pointer"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Counts only with the URG flag.")},
    Words{FieldId::TcpNoOperation, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "No operation"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Only fills, so that the next option starts at an even place.")},
    Words{FieldId::TcpEndOfOptions, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "End of options"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "No option follows.")},
    Words{FieldId::TcpMaximumSegment, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Maximum segment size"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The largest piece of data that the sender of this SYN wants in one segment (MSS).")},
    Words{FieldId::TcpWindowScale, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Window scale"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "All later windows of this sender are to be multiplied by two to this power (RFC 7323).")},
    Words{FieldId::TcpSackPermitted, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "SACK permitted"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "The sender understands selective acknowledgements (RFC 2018).")},
    Words{FieldId::TcpSack, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Selective acknowledgement"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "Blocks of bytes that have arrived behind a gap, so that only the gap need be sent again.")},
    Words{FieldId::TcpTimestamps, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Timestamps"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords",
            "The clock of the sender and an echo of the other's: so both measure the round trip (RFC "
            "7323).")},
    Words{FieldId::TcpOtherOption, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Other option"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "An option that is kept as it is.")},
    Words{FieldId::TcpOptionKind, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Kind"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Which option this is.")},
    Words{FieldId::TcpOptionLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The whole option in bytes, kind and length included.")},
    Words{FieldId::TcpMaximumSegmentValue, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Size"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Bytes of data in one segment.")},
    Words{FieldId::TcpWindowShift, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Shift"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Windows are multiplied by two to the power of this number.")},
    Words{FieldId::TcpSackLeft, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "From"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The first byte of a block that has arrived.")},
    Words{FieldId::TcpSackRight, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Up to"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The first byte behind that block.")},
    Words{FieldId::TcpTimestampValue, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Clock of the sender"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "Ticks of the sender's clock; only differences mean something.")},
    Words{FieldId::TcpTimestampEcho, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Echo"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "The latest clock value that came from the other side.")},
    Words{FieldId::TcpOptionData, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Content"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "What the option says.")},
    Words{FieldId::TcpPadding, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Padding"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Fills the header up to a multiple of four bytes.")},
    Words{FieldId::UdpLength, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Length"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Header and data of this datagram in bytes.")},
    Words{FieldId::Payload, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Data"),
        QT_TRANSLATE_NOOP(
            "swb::ui::LayerWords", "The bytes of the application: all that a program sees of this packet.")},
    Words{FieldId::Unread, QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Not read"),
        QT_TRANSLATE_NOOP("swb::ui::LayerWords", "Bytes that belong to no field that could be read.")},
};

constexpr bool wordsAreInOrder()
{
    for (size_t i = 0; i < words.size(); ++i) {
        if (size_t(words[i].id) != i)
            return false;
    }
    return words.back().id == FieldId::Unread;
}
static_assert(wordsAreInOrder());

} // namespace

QString LayerWords::field(FieldId id)
{
    return tr(words[size_t(id)].name);
}

QString LayerWords::explanation(FieldId id)
{
    return tr(words[size_t(id)].explanation);
}

} // namespace swb::ui
