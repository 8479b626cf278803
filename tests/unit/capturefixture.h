#pragma once

#include "capture/bytesource.h"
#include "capture/headers.h"

#include <QByteArray>
#include <QList>
#include <QtEndian>

namespace swb::capture::fixture {

/// A capture in memory.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    quint64 size() const override { return quint64(m_bytes.size()); }
    QByteArrayView bytesAt(quint64 offset, qsizetype size) override
    {
        const QByteArrayView all(m_bytes);
        const auto from = qsizetype(std::min(offset, quint64(all.size())));
        return all.sliced(from, std::min(size, all.size() - from));
    }

private:
    QByteArray m_bytes;
};

template <class Number>
QByteArray big(Number value)
{
    value = qToBigEndian(value);
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

template <class Number>
QByteArray little(Number value)
{
    value = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&value), sizeof value};
}

/// Makes numbers in the byte order of a capture.
struct Order
{
    bool isBig = false;
    template <class Number>
    QByteArray operator()(Number value) const
    {
        return isBig ? big(value) : little(value);
    }
};

inline QByteArray tcp(quint16 from, quint16 to, quint32 sequence, quint8 flags, const QByteArray &payload,
    quint32 acknowledged = 0, const QByteArray &options = {})
{
    return big(from) + big(to) + big(sequence) + big(acknowledged) + char((20 + options.size()) / 4 << 4)
        + char(flags) + QByteArray(6, '\0') + options + payload;
}

inline QByteArray udp(quint16 from, quint16 to, const QByteArray &payload)
{
    return big(from) + big(to) + big(quint16(8 + payload.size())) + QByteArray(2, '\0') + payload;
}

/// From 10.0.0.`from` to 10.0.0.`to`.
inline QByteArray ipv4(quint8 from, quint8 to, quint8 protocol, const QByteArray &content,
    quint16 fragment = 0, quint16 id = 0, const QByteArray &options = {})
{
    return char(0x45 + options.size() / 4) + QByteArray(1, '\0')
        + big(quint16(20 + options.size() + content.size())) + big(id) + big(fragment) + char(64)
        + char(protocol) + QByteArray(2, '\0') + big(0x0a000000u + from) + big(0x0a000000u + to) + options
        + content;
}

/// From fd00::`from` to fd00::`to`.
inline QByteArray ipv6(quint8 from, quint8 to, quint8 protocol, const QByteArray &content)
{
    const QByteArray prefix = char(0xfd) + QByteArray(14, '\0');
    return big(quint32(0x60000000)) + big(quint16(content.size())) + char(protocol) + char(64) + prefix
        + char(from) + prefix + char(to) + content;
}

/// A pcap file of these packets, a microsecond apart.
inline QByteArray pcap(const QList<QByteArray> &packets, quint32 linkType = 101)
{
    QByteArray file = little(quint32(0xa1b2c3d4)) + little(quint16(2)) + little(quint16(4))
        + QByteArray(8, '\0') + little(quint32(65535)) + little(linkType);
    for (quint32 number = 0; const QByteArray &packet : packets) {
        const QByteArray size = little(quint32(packet.size()));
        file += little(quint32(1'800'000'000u)) + little(number++) + size + size + packet;
    }
    return file;
}

inline QByteArray padded(QByteArray bytes)
{
    bytes.append((4 - bytes.size() % 4) % 4, '\0');
    return bytes;
}

inline QByteArray block(Order order, quint32 type, const QByteArray &body)
{
    const QByteArray length = order(quint32(12 + body.size()));
    return order(type) + length + body + length;
}

inline QByteArray sectionHeader(Order order, quint16 version = 1)
{
    return block(
        order, 0x0a0d0d0a, order(0x1a2b3c4du) + order(version) + order(quint16(0)) + order(qint64(-1)));
}

inline QByteArray option(Order order, quint16 code, const QByteArray &value)
{
    return order(code) + order(quint16(value.size())) + padded(value);
}

inline QByteArray interfaceBlock(
    Order order, quint16 linkType = 101, const QByteArray &options = {}, quint32 snapLength = 0)
{
    return block(order, 1, order(linkType) + order(quint16(0)) + order(snapLength) + options);
}

inline QByteArray enhancedPacket(Order order, quint32 interface, quint64 ticks, const QByteArray &packet)
{
    const QByteArray size = order(quint32(packet.size()));
    return block(order, 6,
        order(interface) + order(quint32(ticks >> 32)) + order(quint32(ticks)) + size + size
            + padded(packet));
}

} // namespace swb::capture::fixture
