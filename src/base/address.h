#pragma once

#include <QMetaType>
#include <QString>

#include <array>
#include <compare>
#include <optional>

class QDebug;
struct sockaddr;
struct sockaddr_storage;

namespace swb {

/// An IPv4 or IPv6 address. Text is taken strictly and given canonically (RFC 5952): Qt would read
/// "010.0.0.1" as 8.0.0.1 and "1" as 0.0.0.1. A v4-mapped address (::ffff:a.b.c.d) is held as the IPv4
/// address it is.
class IpAddress
{
public:
    enum class Family : quint8
    {
        None,
        V4,
        V6
    };

    IpAddress() = default;
    static IpAddress v4(quint32 hostOrder);
    static IpAddress v6(const std::array<quint8, 16> &bytes, quint32 scope = 0);
    static IpAddress loopback() { return v4(0x7f000001); }
    static IpAddress any() { return v4(0); }

    /// "192.168.0.1", "::1", "fe80::1%eth0" or "fe80::1%2". Anything else is nothing: no octal, no short
    /// forms.
    static std::optional<IpAddress> parse(QStringView text);

    Family family() const { return m_family; }
    bool isNull() const { return m_family == Family::None; }
    bool isAny() const;
    bool isLoopback() const;
    bool isLinkLocal() const;
    quint32 toV4() const; ///< host order; 0 unless the family is V4
    const std::array<quint8, 16> &bytes() const { return m_bytes; } ///< network order; IPv4 in the first four
    quint32 scope() const { return m_scope; } ///< interface index of a link-local IPv6 address; 0: none
    QString toString() const;

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    Family m_family = Family::None;
    std::array<quint8, 16> m_bytes{};
    quint32 m_scope = 0;
};

/// An address and a port: one end of a connection.
struct SocketAddress
{
    IpAddress ip;
    quint16 port = 0;

    static SocketAddress fromSockaddr(const sockaddr_storage &storage);
    /// Fills `storage` and returns its length, 0 for a null address. With `mapped`, IPv4 is written as
    /// ::ffff:a.b.c.d.
    unsigned toSockaddr(sockaddr_storage &storage, bool mapped = false) const;
    bool isNull() const { return ip.isNull(); }
    QString toString() const; ///< "127.0.0.1:9090", "[::1]:9090"; empty when null
    /// The inverse of toString().
    static std::optional<SocketAddress> parse(QStringView text);

    friend auto operator<=>(const SocketAddress &, const SocketAddress &) = default;
};
QDebug operator<<(QDebug debug, const SocketAddress &address);

} // namespace swb

Q_DECLARE_METATYPE(swb::SocketAddress)
