#include "capture/linktype.h"

#include <algorithm>
#include <array>
#include <utility>

namespace swb::capture {

namespace {

using Name = std::pair<quint16, QLatin1StringView>;

/// Those that people meet; the others are told by their number.
constexpr std::array names{
    Name{6, QLatin1StringView("Token Ring")},
    Name{9, QLatin1StringView("PPP")},
    Name{50, QLatin1StringView("PPP in HDLC framing")},
    Name{51, QLatin1StringView("PPPoE")},
    Name{104, QLatin1StringView("Cisco HDLC")},
    Name{105, QLatin1StringView("IEEE 802.11")},
    Name{107, QLatin1StringView("Frame Relay")},
    Name{117, QLatin1StringView("OpenBSD pflog")},
    Name{119, QLatin1StringView("IEEE 802.11 (Prism)")},
    Name{127, QLatin1StringView("IEEE 802.11 (radiotap)")},
    Name{149, QLatin1StringView("Juniper")},
    Name{163, QLatin1StringView("IEEE 802.11 (AVS)")},
    Name{187, QLatin1StringView("Bluetooth HCI")},
    Name{189, QLatin1StringView("USB (Linux)")},
    Name{192, QLatin1StringView("PPI")},
    Name{195, QLatin1StringView("IEEE 802.15.4")},
    Name{201, QLatin1StringView("Bluetooth HCI")},
    Name{220, QLatin1StringView("USB (Linux)")},
    Name{227, QLatin1StringView("CAN")},
    Name{230, QLatin1StringView("IEEE 802.15.4")},
    Name{231, QLatin1StringView("D-Bus")},
    Name{239, QLatin1StringView("Linux NFLOG")},
    Name{249, QLatin1StringView("USB (Windows)")},
    Name{251, QLatin1StringView("Bluetooth Low Energy")},
    Name{252, QLatin1StringView("Wireshark exported PDU")},
    Name{253, QLatin1StringView("Linux netlink")},
    Name{254, QLatin1StringView("Bluetooth monitor (Linux)")},
};

} // namespace

bool isKnownLink(quint16 linkType)
{
    switch (LinkType(linkType)) {
    case LinkType::Null:
    case LinkType::Ethernet:
    case LinkType::RawBsd:
    case LinkType::RawOpenBsd:
    case LinkType::Raw:
    case LinkType::Loop:
    case LinkType::Cooked:
    case LinkType::Ipv4:
    case LinkType::Ipv6:
    case LinkType::CookedV2:
        return true;
    }
    return false;
}

QString linkTypeName(quint16 linkType)
{
    const auto it =
        std::find_if(names.begin(), names.end(), [&](const Name &n) { return n.first == linkType; });
    return it == names.end() ? QStringLiteral("link type %1").arg(linkType) : QString(it->second);
}

} // namespace swb::capture
