#pragma once

#include <QString>

namespace swb::capture {

/// The link types (https://www.tcpdump.org/linktypes.html) behind whose headers we find IP. The several
/// numbers of raw IP are those that operating systems have given it.
enum class LinkType : quint16
{
    Null = 0,
    Ethernet = 1,
    RawBsd = 12,
    RawOpenBsd = 14,
    Raw = 101,
    Loop = 108,
    Cooked = 113,
    Ipv4 = 228,
    Ipv6 = 229,
    CookedV2 = 276,
};

bool isKnownLink(quint16 linkType);

/// For a sentence about a capture that cannot be opened: "IEEE 802.11", "link type 300".
QString linkTypeName(quint16 linkType);

} // namespace swb::capture
