#include "kernel/machine.h"

#include <QFile>

#include <algorithm>
#include <bit>
#include <cstring>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#ifdef __linux__
#include <linux/if_packet.h>
#endif

namespace swb::kernel {

using namespace Qt::StringLiterals;

namespace {

QList<int> numbersIn(const QString &path)
{
    QFile file(path);
    QList<int> numbers;
    if (!file.open(QIODevice::ReadOnly))
        return numbers;
    for (const QByteArray &word : file.read(256).simplified().split(' ')) {
        bool ok = false;
        const int number = word.toInt(&ok);
        if (!ok)
            return {};
        numbers.append(number);
    }
    return numbers;
}

SocketAddress addressOf(const sockaddr *address)
{
    if (!address || (address->sa_family != AF_INET && address->sa_family != AF_INET6))
        return {};
    sockaddr_storage storage{};
    std::memcpy(
        &storage, address, address->sa_family == AF_INET ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
    return SocketAddress::fromSockaddr(storage);
}

int prefixOf(const IpAddress &mask)
{
    int bits = 0;
    for (const quint8 byte : mask.bytes())
        bits += std::popcount(byte);
    return bits;
}

QString hardwareOf([[maybe_unused]] const sockaddr *address)
{
#ifdef __linux__
    if (address && address->sa_family == AF_PACKET) {
        sockaddr_ll link;
        std::memcpy(&link, address, sizeof link);
        const int length = std::min<int>(link.sll_halen, sizeof link.sll_addr);
        const QByteArray bytes(reinterpret_cast<const char *>(link.sll_addr), length);
        if (bytes.count('\0') < length) // the loopback interface has zeros
            return QString::fromLatin1(bytes.toHex(':'));
    }
#endif
    return {};
}

Interface &entryOf(QList<Interface> &interfaces, const ifaddrs &entry)
{
    const QString name = QString::fromLocal8Bit(entry.ifa_name);
    const auto known = std::find_if(
        interfaces.begin(), interfaces.end(), [&](const Interface &one) { return one.name == name; });
    if (known != interfaces.end())
        return *known;
    Interface added;
    added.name = name;
    added.index = if_nametoindex(entry.ifa_name);
    added.up = entry.ifa_flags & IFF_UP;
    added.running = entry.ifa_flags & IFF_RUNNING;
    added.loopback = entry.ifa_flags & IFF_LOOPBACK;
    interfaces.append(added);
    return interfaces.last();
}

} // namespace

Machine readMachine(const QString &procRoot)
{
    const QString net = procRoot + u"/sys/net/"_s;
    const auto number = [&](const QString &name) {
        const QList<int> numbers = numbersIn(net + name);
        return numbers.isEmpty() ? std::nullopt : std::optional(numbers.first());
    };
    const auto seconds = [](std::optional<int> value) {
        return value ? std::optional(std::chrono::seconds(*value)) : std::nullopt;
    };
    Machine machine;
    machine.longestAcceptQueue = number(u"core/somaxconn"_s);
    const QList<int> ports = numbersIn(net + u"ipv4/ip_local_port_range"_s);
    if (ports.size() == 2)
        machine.ephemeralPorts = std::pair(ports[0], ports[1]);
    machine.firstFreePort = number(u"ipv4/ip_unprivileged_port_start"_s);
    machine.finWait2Patience = seconds(number(u"ipv4/tcp_fin_timeout"_s));
#ifdef __linux__
    machine.timeWait = std::chrono::seconds(60); // TCP_TIMEWAIT_LEN of include/net/tcp.h
#endif
    machine.synRetries = number(u"ipv4/tcp_syn_retries"_s);
    if (const auto cookies = number(u"ipv4/tcp_syncookies"_s))
        machine.synCookies = *cookies != 0;
    return machine;
}

QList<Interface> readInterfaces()
{
    ifaddrs *first = nullptr;
    if (getifaddrs(&first) != 0)
        return {};
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> owner(first, freeifaddrs);
    QList<Interface> interfaces;
    for (const ifaddrs *entry = first; entry; entry = entry->ifa_next) {
        Interface &interface = entryOf(interfaces, *entry);
        const SocketAddress address = addressOf(entry->ifa_addr);
        if (!address.isNull())
            interface.addresses.append({address.ip, prefixOf(addressOf(entry->ifa_netmask).ip)});
        else if (const QString hardware = hardwareOf(entry->ifa_addr); !hardware.isEmpty())
            interface.hardware = hardware;
    }
    return interfaces;
}

} // namespace swb::kernel
