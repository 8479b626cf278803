#include "lens/layerfields.h"

#include <array>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

struct Name
{
    FieldId id;
    QLatin1StringView name;
};

constexpr std::array names{
    Name{FieldId::EthernetDestination, "ethernet-destination"_L1},
    Name{FieldId::EthernetSource, "ethernet-source"_L1},
    Name{FieldId::EtherType, "ether-type"_L1},
    Name{FieldId::VlanTag, "vlan-tag"_L1},
    Name{FieldId::VlanPriority, "vlan-priority"_L1},
    Name{FieldId::VlanDropEligible, "vlan-drop-eligible"_L1},
    Name{FieldId::VlanNumber, "vlan-number"_L1},
    Name{FieldId::CookedPacketType, "cooked-packet-type"_L1},
    Name{FieldId::CookedDeviceType, "cooked-device-type"_L1},
    Name{FieldId::CookedAddressLength, "cooked-address-length"_L1},
    Name{FieldId::CookedAddress, "cooked-address"_L1},
    Name{FieldId::CookedUnused, "cooked-unused"_L1},
    Name{FieldId::CookedInterface, "cooked-interface"_L1},
    Name{FieldId::LoopbackFamily, "loopback-family"_L1},
    Name{FieldId::LinkTrailer, "link-trailer"_L1},
    Name{FieldId::IpVersion, "ip-version"_L1},
    Name{FieldId::IpHeaderLength, "ip-header-length"_L1},
    Name{FieldId::IpService, "ip-service"_L1},
    Name{FieldId::IpCongestion, "ip-congestion"_L1},
    Name{FieldId::IpTotalLength, "ip-total-length"_L1},
    Name{FieldId::IpIdentification, "ip-identification"_L1},
    Name{FieldId::IpReservedFlag, "ip-reserved-flag"_L1},
    Name{FieldId::IpDontFragment, "ip-dont-fragment"_L1},
    Name{FieldId::IpMoreFragments, "ip-more-fragments"_L1},
    Name{FieldId::IpFragmentOffset, "ip-fragment-offset"_L1},
    Name{FieldId::IpTimeToLive, "ip-time-to-live"_L1},
    Name{FieldId::IpProtocol, "ip-protocol"_L1},
    Name{FieldId::IpChecksum, "ip-checksum"_L1},
    Name{FieldId::IpSource, "ip-source"_L1},
    Name{FieldId::IpDestination, "ip-destination"_L1},
    Name{FieldId::IpOption, "ip-option"_L1},
    Name{FieldId::IpOptionKind, "ip-option-kind"_L1},
    Name{FieldId::IpOptionLength, "ip-option-length"_L1},
    Name{FieldId::IpOptionData, "ip-option-data"_L1},
    Name{FieldId::IpPadding, "ip-padding"_L1},
    Name{FieldId::Ip6FlowLabel, "ipv6-flow-label"_L1},
    Name{FieldId::Ip6PayloadLength, "ipv6-payload-length"_L1},
    Name{FieldId::Ip6NextHeader, "ipv6-next-header"_L1},
    Name{FieldId::Ip6HopLimit, "ipv6-hop-limit"_L1},
    Name{FieldId::Ip6HopByHop, "ipv6-hop-by-hop"_L1},
    Name{FieldId::Ip6DestinationOptions, "ipv6-destination-options"_L1},
    Name{FieldId::Ip6Routing, "ipv6-routing"_L1},
    Name{FieldId::Ip6Fragment, "ipv6-fragment"_L1},
    Name{FieldId::Ip6Authentication, "ipv6-authentication"_L1},
    Name{FieldId::Ip6Mobility, "ipv6-mobility"_L1},
    Name{FieldId::Ip6ExtensionLength, "ipv6-extension-length"_L1},
    Name{FieldId::Ip6ExtensionData, "ipv6-extension-data"_L1},
    Name{FieldId::Ip6Reserved, "ipv6-reserved"_L1},
    Name{FieldId::Ip6RoutingType, "ipv6-routing-type"_L1},
    Name{FieldId::Ip6SegmentsLeft, "ipv6-segments-left"_L1},
    Name{FieldId::SourcePort, "source-port"_L1},
    Name{FieldId::DestinationPort, "destination-port"_L1},
    Name{FieldId::TcpSequence, "tcp-sequence"_L1},
    Name{FieldId::TcpAcknowledgement, "tcp-acknowledgement"_L1},
    Name{FieldId::TcpHeaderLength, "tcp-header-length"_L1},
    Name{FieldId::TcpReserved, "tcp-reserved"_L1},
    Name{FieldId::TcpFlagAe, "tcp-flag-ae"_L1},
    Name{FieldId::TcpFlagCwr, "tcp-flag-cwr"_L1},
    Name{FieldId::TcpFlagEce, "tcp-flag-ece"_L1},
    Name{FieldId::TcpFlagUrg, "tcp-flag-urg"_L1},
    Name{FieldId::TcpFlagAck, "tcp-flag-ack"_L1},
    Name{FieldId::TcpFlagPsh, "tcp-flag-psh"_L1},
    Name{FieldId::TcpFlagRst, "tcp-flag-rst"_L1},
    Name{FieldId::TcpFlagSyn, "tcp-flag-syn"_L1},
    Name{FieldId::TcpFlagFin, "tcp-flag-fin"_L1},
    Name{FieldId::TcpWindow, "tcp-window"_L1},
    Name{FieldId::TransportChecksum, "transport-checksum"_L1},
    Name{FieldId::TcpUrgentPointer, "tcp-urgent-pointer"_L1},
    Name{FieldId::TcpNoOperation, "tcp-no-operation"_L1},
    Name{FieldId::TcpEndOfOptions, "tcp-end-of-options"_L1},
    Name{FieldId::TcpMaximumSegment, "tcp-maximum-segment"_L1},
    Name{FieldId::TcpWindowScale, "tcp-window-scale"_L1},
    Name{FieldId::TcpSackPermitted, "tcp-sack-permitted"_L1},
    Name{FieldId::TcpSack, "tcp-sack"_L1},
    Name{FieldId::TcpTimestamps, "tcp-timestamps"_L1},
    Name{FieldId::TcpOtherOption, "tcp-other-option"_L1},
    Name{FieldId::TcpOptionKind, "tcp-option-kind"_L1},
    Name{FieldId::TcpOptionLength, "tcp-option-length"_L1},
    Name{FieldId::TcpMaximumSegmentValue, "tcp-maximum-segment-value"_L1},
    Name{FieldId::TcpWindowShift, "tcp-window-shift"_L1},
    Name{FieldId::TcpSackLeft, "tcp-sack-left"_L1},
    Name{FieldId::TcpSackRight, "tcp-sack-right"_L1},
    Name{FieldId::TcpTimestampValue, "tcp-timestamp-value"_L1},
    Name{FieldId::TcpTimestampEcho, "tcp-timestamp-echo"_L1},
    Name{FieldId::TcpOptionData, "tcp-option-data"_L1},
    Name{FieldId::TcpPadding, "tcp-padding"_L1},
    Name{FieldId::UdpLength, "udp-length"_L1},
    Name{FieldId::Payload, "payload"_L1},
    Name{FieldId::Unread, "unread"_L1},
};

constexpr bool namesAreInOrder()
{
    for (size_t i = 0; i < names.size(); ++i) {
        if (size_t(names[i].id) != i)
            return false;
    }
    return names.back().id == FieldId::Unread;
}
static_assert(namesAreInOrder());

} // namespace

QLatin1StringView fieldName(FieldId id)
{
    return names[size_t(id)].name;
}

} // namespace swb::lens
