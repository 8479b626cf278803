#include "models/systemfacts.h"

#include <QFile>

#include <algorithm>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>

namespace swb::ui {

namespace {

QList<QByteArray> words(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ') : QList<QByteArray>();
}

bool hasNetBindService()
{
    constexpr int capNetBindService = 10; // capabilities(7)
    const QList<QByteArray> status = words(QStringLiteral("/proc/self/status"));
    const qsizetype at = status.indexOf("CapEff:");
    return at >= 0 && at + 1 < status.size()
        && (status[at + 1].toULongLong(nullptr, 16) >> capNetBindService) & 1;
}

IpAddress addressOf(const sockaddr *address)
{
    sockaddr_storage storage{};
    if (!address || (address->sa_family != AF_INET && address->sa_family != AF_INET6))
        return {};
    std::memcpy(
        &storage, address, address->sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
    return SocketAddress::fromSockaddr(storage).ip;
}

QList<InterfaceAddress> interfaceAddresses()
{
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return {};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> guard(list, &freeifaddrs);
    QList<InterfaceAddress> found;
    for (const ifaddrs *entry = list; entry; entry = entry->ifa_next) {
        const IpAddress address = addressOf(entry->ifa_addr);
        if ((entry->ifa_flags & IFF_UP) && !address.isNull())
            found.append({QString::fromLocal8Bit(entry->ifa_name), address});
    }
    std::ranges::stable_sort(found, {}, [](const InterfaceAddress &a) { return a.address.family(); });
    return found;
}

} // namespace

SystemFacts SystemFacts::read()
{
    SystemFacts facts;
    facts.addresses = interfaceAddresses();
    facts.mayBindPrivileged = hasNetBindService();
    const QList<QByteArray> start = words(QStringLiteral("/proc/sys/net/ipv4/ip_unprivileged_port_start"));
    if (!start.isEmpty())
        facts.firstUnprivilegedPort = start.constFirst().toUShort();
    const QList<QByteArray> range = words(QStringLiteral("/proc/sys/net/ipv4/ip_local_port_range"));
    if (range.size() == 2) {
        facts.firstEphemeralPort = range[0].toUShort();
        facts.lastEphemeralPort = range[1].toUShort();
    }
    return facts;
}

QStringList SystemFacts::interfaceNames() const
{
    QStringList names;
    for (const InterfaceAddress &entry : addresses) {
        if (!names.contains(entry.interface))
            names.append(entry.interface);
    }
    return names;
}

QString SystemFacts::outwardInterface() const
{
    const auto outward =
        std::ranges::find_if(addresses, [](const InterfaceAddress &a) { return !a.address.isLoopback(); });
    return outward == addresses.cend() ? QStringLiteral("eth0") : outward->interface;
}

bool SystemFacts::isOurs(const IpAddress &address) const
{
    return address.isAny() || address.isLoopback()
        || std::ranges::any_of(addresses, [&](const InterfaceAddress &a) { return a.address == address; });
}

bool SystemFacts::isPrivileged(quint16 port) const
{
    return port != 0 && port < firstUnprivilegedPort && !mayBindPrivileged;
}

} // namespace swb::ui
