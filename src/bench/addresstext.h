#pragma once

#include "base/address.h"
#include "base/result.h"

namespace swb::bench {

/// An address that a user typed. BadAddress when it is none, BadScope when its interface is missing or
/// unknown.
Result<IpAddress> readAddress(const QString &text);

/// The same for a server, with what tutorials write besides: "" and "*" are every IPv4 address, "localhost"
/// is this computer.
Result<IpAddress> readListenAddress(const QString &text);

/// Refuses what cannot be meant as a host name and is no address: getaddrinfo(3) would read "010.0.0.1" as
/// octal.
Outcome checkHost(const QString &host);

} // namespace swb::bench
