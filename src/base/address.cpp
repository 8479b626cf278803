#include "base/address.h"

#include <QByteArray>
#include <QDebug>

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace swb {

namespace {

constexpr std::array<quint8, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<quint32> parseScope(QStringView text)
{
    bool isNumber = false;
    const uint index = text.toUInt(&isNumber);
    char name[IF_NAMESIZE];
    if (isNumber)
        return if_indextoname(index, name) ? std::optional<quint32>(index) : std::nullopt;
    const unsigned found = if_nametoindex(text.toLocal8Bit().constData());
    return found ? std::optional<quint32>(found) : std::nullopt;
}

QString scopeText(quint32 scope)
{
    char name[IF_NAMESIZE];
    return if_indextoname(scope, name) ? QString::fromLocal8Bit(name) : QString::number(scope);
}

std::optional<quint16> parsePort(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 5
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint value = digits ? text.toUInt() : 65536;
    return value <= 65535 ? std::optional<quint16>(static_cast<quint16>(value)) : std::nullopt;
}

} // namespace

IpAddress IpAddress::v4(quint32 hostOrder)
{
    IpAddress address;
    address.m_family = Family::V4;
    const quint32 network = htonl(hostOrder);
    std::memcpy(address.m_bytes.data(), &network, sizeof network);
    return address;
}

IpAddress IpAddress::v6(const std::array<quint8, 16> &bytes, quint32 scope)
{
    IpAddress address;
    if (std::equal(mappedPrefix.begin(), mappedPrefix.end(), bytes.begin())) {
        address.m_family = Family::V4;
        std::copy(bytes.begin() + 12, bytes.end(), address.m_bytes.begin());
        return address;
    }
    address.m_family = Family::V6;
    address.m_bytes = bytes;
    // A scope belongs to link-local addresses only; elsewhere it would make equal addresses differ.
    address.m_scope = address.isLinkLocal() ? scope : 0;
    return address;
}

std::optional<IpAddress> IpAddress::parse(QStringView text)
{
    // inet_pton takes neither octal nor short IPv4 forms, which is what we want.
    const qsizetype percent = text.indexOf(u'%');
    const QByteArray plain = text.left(percent < 0 ? text.size() : percent).toLatin1();
    if (text.left(percent < 0 ? text.size() : percent) != QLatin1StringView(plain))
        return std::nullopt;
    in_addr four{};
    if (percent < 0 && inet_pton(AF_INET, plain.constData(), &four) == 1)
        return v4(ntohl(four.s_addr));
    std::array<quint8, 16> six{};
    if (inet_pton(AF_INET6, plain.constData(), six.data()) != 1)
        return std::nullopt;
    quint32 scope = 0;
    if (percent >= 0) {
        const auto parsed = parseScope(text.mid(percent + 1));
        if (!parsed || !v6(six).isLinkLocal())
            return std::nullopt;
        scope = *parsed;
    }
    return v6(six, scope);
}

bool IpAddress::isAny() const
{
    return !isNull() && std::all_of(m_bytes.begin(), m_bytes.end(), [](quint8 b) { return b == 0; });
}

bool IpAddress::isLoopback() const
{
    if (m_family == Family::V4)
        return m_bytes[0] == 127;
    return m_family == Family::V6
        && std::all_of(m_bytes.begin(), m_bytes.end() - 1, [](quint8 b) { return b == 0; })
        && m_bytes[15] == 1;
}

bool IpAddress::isLinkLocal() const
{
    if (m_family == Family::V4)
        return m_bytes[0] == 169 && m_bytes[1] == 254;
    return m_family == Family::V6 && m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

quint32 IpAddress::toV4() const
{
    quint32 network = 0;
    if (m_family == Family::V4)
        std::memcpy(&network, m_bytes.data(), sizeof network);
    return ntohl(network);
}

QString IpAddress::toString() const
{
    if (isNull())
        return {};
    char text[INET6_ADDRSTRLEN];
    inet_ntop(m_family == Family::V4 ? AF_INET : AF_INET6, m_bytes.data(), text, sizeof text);
    const QString plain = QString::fromLatin1(text);
    return m_scope ? plain + QLatin1Char('%') + scopeText(m_scope) : plain;
}

SocketAddress SocketAddress::fromSockaddr(const sockaddr_storage &storage)
{
    if (storage.ss_family == AF_INET) {
        sockaddr_in in;
        std::memcpy(&in, &storage, sizeof in);
        return {IpAddress::v4(ntohl(in.sin_addr.s_addr)), ntohs(in.sin_port)};
    }
    if (storage.ss_family == AF_INET6) {
        sockaddr_in6 in;
        std::memcpy(&in, &storage, sizeof in);
        std::array<quint8, 16> bytes;
        std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
        return {IpAddress::v6(bytes, in.sin6_scope_id), ntohs(in.sin6_port)};
    }
    return {};
}

unsigned SocketAddress::toSockaddr(sockaddr_storage &storage, bool mapped) const
{
    storage = {};
    if (ip.family() == IpAddress::Family::V4 && !mapped) {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        in.sin_addr.s_addr = htonl(ip.toV4());
        std::memcpy(&storage, &in, sizeof in);
        return sizeof in;
    }
    if (ip.isNull())
        return 0;
    sockaddr_in6 in{};
    in.sin6_family = AF_INET6;
    in.sin6_port = htons(port);
    in.sin6_scope_id = ip.scope();
    auto *bytes = in.sin6_addr.s6_addr;
    if (ip.family() == IpAddress::Family::V4) {
        std::copy(mappedPrefix.begin(), mappedPrefix.end(), bytes);
        std::copy_n(ip.bytes().begin(), 4, bytes + 12);
    } else {
        std::copy(ip.bytes().begin(), ip.bytes().end(), bytes);
    }
    std::memcpy(&storage, &in, sizeof in);
    return sizeof in;
}

QString SocketAddress::toString() const
{
    if (ip.isNull())
        return {};
    const QString host = ip.family() == IpAddress::Family::V6
        ? QLatin1Char('[') + ip.toString() + QLatin1Char(']')
        : ip.toString();
    return host + QLatin1Char(':') + QString::number(port);
}

std::optional<SocketAddress> SocketAddress::parse(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return std::nullopt;
    QStringView host = text.left(colon);
    const bool bracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (bracketed)
        host = host.mid(1, host.size() - 2);
    const auto ip = IpAddress::parse(host);
    const auto port = parsePort(text.mid(colon + 1));
    if (!ip || !port || (ip->family() == IpAddress::Family::V6) != bracketed)
        return std::nullopt;
    return SocketAddress{*ip, *port};
}

QDebug operator<<(QDebug debug, const SocketAddress &address)
{
    QDebugStateSaver saver(debug);
    debug.nospace().noquote() << (address.isNull() ? QStringLiteral("-") : address.toString());
    return debug;
}

} // namespace swb
