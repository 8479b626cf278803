#include "models/portmeaning.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

// A table rather than getservbyport(3): the system's list may be missing, and asking a name service may
// block.
constexpr std::array<std::pair<quint16, QLatin1StringView>, 45> services{{
    {7, "Echo"_L1},
    {9, "Discard"_L1},
    {13, "Daytime"_L1},
    {20, "FTP data"_L1},
    {21, "FTP"_L1},
    {22, "SSH"_L1},
    {23, "Telnet"_L1},
    {25, "SMTP"_L1},
    {37, "Time"_L1},
    {43, "Whois"_L1},
    {53, "DNS"_L1},
    {70, "Gopher"_L1},
    {79, "Finger"_L1},
    {80, "HTTP"_L1},
    {110, "POP3"_L1},
    {111, "ONC RPC"_L1},
    {119, "NNTP"_L1},
    {123, "NTP"_L1},
    {143, "IMAP"_L1},
    {179, "BGP"_L1},
    {194, "IRC"_L1},
    {389, "LDAP"_L1},
    {443, "HTTPS"_L1},
    {445, "SMB"_L1},
    {502, "Modbus"_L1},
    {514, "Syslog"_L1},
    {554, "RTSP"_L1},
    {587, "Mail submission"_L1},
    {631, "IPP"_L1},
    {636, "LDAPS"_L1},
    {853, "DNS over TLS"_L1},
    {873, "rsync"_L1},
    {993, "IMAPS"_L1},
    {995, "POP3S"_L1},
    {1433, "SQL Server"_L1},
    {1883, "MQTT"_L1},
    {2049, "NFS"_L1},
    {3306, "MySQL"_L1},
    {3389, "RDP"_L1},
    {5060, "SIP"_L1},
    {5432, "PostgreSQL"_L1},
    {5672, "AMQP"_L1},
    {5900, "VNC"_L1},
    {6379, "Redis"_L1},
    {8080, "HTTP alternative"_L1},
}};
static_assert(std::ranges::is_sorted(services));

constexpr quint16 firstRegistered = 1024;
constexpr quint16 firstDynamic = 49152;

} // namespace

QLatin1StringView PortMeaning::serviceName(quint16 port)
{
    const auto it =
        std::ranges::lower_bound(services, port, {}, &std::pair<quint16, QLatin1StringView>::first);
    return it != services.end() && it->first == port ? it->second : QLatin1StringView();
}

QString PortMeaning::ofListening(quint16 port, const SystemFacts &facts)
{
    if (port == 0)
        return tr("The system chooses a free port and shows it");
    return range(port, facts);
}

QString PortMeaning::ofPeer(quint16 port, const SystemFacts &facts)
{
    return range(port, facts);
}

QString PortMeaning::range(quint16 port, const SystemFacts &facts)
{
    const QLatin1StringView service = serviceName(port);
    const bool ephemeral =
        facts.firstEphemeralPort != 0 && port >= facts.firstEphemeralPort && port <= facts.lastEphemeralPort;
    if (port < firstRegistered)
        return service.isEmpty() ? tr("Well-known (0–1023)") : tr("Well-known (0–1023): %1").arg(service);
    if (ephemeral && port < firstDynamic) {
        return tr("Registered (1024–49151), and this system gives %1–%2 to outgoing connections")
            .arg(facts.firstEphemeralPort)
            .arg(facts.lastEphemeralPort);
    }
    if (port < firstDynamic)
        return service.isEmpty() ? tr("Registered (1024–49151)")
                                 : tr("Registered (1024–49151): %1").arg(service);
    if (ephemeral) {
        return tr("Dynamic (49152–65535); this system gives %1–%2 to outgoing connections")
            .arg(facts.firstEphemeralPort)
            .arg(facts.lastEphemeralPort);
    }
    if (facts.firstEphemeralPort != 0) {
        return tr("Dynamic (49152–65535); this system takes %1–%2 for outgoing connections, so not this one")
            .arg(facts.firstEphemeralPort)
            .arg(facts.lastEphemeralPort);
    }
    return tr("Dynamic (49152–65535)");
}

} // namespace swb::ui
