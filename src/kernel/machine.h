#pragma once

#include "base/address.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace swb::kernel {

struct Interface
{
    QString name;
    quint32 index = 0;
    bool up = false;
    bool running = false; ///< the cable is in, the radio is connected
    bool loopback = false;
    struct Address
    {
        IpAddress ip;
        int prefix = 0; ///< leading bits that all of its network share

        friend bool operator==(const Address &, const Address &) = default;
    };
    QList<Address> addresses;
    QString hardware; ///< "52:54:00:12:34:56"; empty: it has none

    friend bool operator==(const Interface &, const Interface &) = default;
};

/// What this computer's settings say about its sockets. Nothing: not available here.
struct Machine
{
    std::optional<int> longestAcceptQueue; ///< net.core.somaxconn: no backlog is larger
    std::optional<std::pair<int, int>> ephemeralPorts; ///< the system chooses from first to last
    std::optional<int> firstFreePort; ///< binding below it needs privilege
    std::optional<std::chrono::seconds> finWait2Patience; ///< net.ipv4.tcp_fin_timeout
    std::optional<std::chrono::seconds> timeWait; ///< 60 s on Linux, which has no setting for it
    std::optional<int> synRetries;
    std::optional<bool> synCookies;

    friend bool operator==(const Machine &, const Machine &) = default;
};

Machine readMachine(const QString &procRoot = QStringLiteral("/proc"));
/// In the order of the system. Any thread.
QList<Interface> readInterfaces();

} // namespace swb::kernel
