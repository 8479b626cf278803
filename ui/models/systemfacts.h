#pragma once

#include "base/address.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace swb::ui {

/// One address of one network interface of this computer.
struct InterfaceAddress
{
    QString interface; ///< "eth0"
    IpAddress address;
    friend bool operator==(const InterfaceAddress &, const InterfaceAddress &) = default;
};

/// What this computer allows and has, read once for a form: a value, so that a test can make its own.
struct SystemFacts
{
    QList<InterfaceAddress> addresses; ///< of interfaces that are up; IPv4 first within each
    quint16 firstUnprivilegedPort = 1024; ///< net.ipv4.ip_unprivileged_port_start
    bool mayBindPrivileged = false; ///< CAP_NET_BIND_SERVICE is effective
    quint16 firstEphemeralPort = 0; ///< net.ipv4.ip_local_port_range; 0: unknown
    quint16 lastEphemeralPort = 0;

    /// Reads getifaddrs(3) and /proc; what cannot be read keeps its default.
    static SystemFacts read();
    QStringList interfaceNames() const;
    QString outwardInterface() const; ///< the first that is not the loopback; "eth0" when there is none
    bool isOurs(const IpAddress &address) const; ///< any-address, loopback or one of `addresses`
    bool isPrivileged(quint16 port) const; ///< and we may not bind it
};

} // namespace swb::ui
