#pragma once

#include "capture/linktype.h"
#include "capturefixture.h"
#include "journal/checksum.h"
#include "lens/layers.h"

#include <functional>

namespace swb::lens::fixture {

using namespace swb::capture::fixture;
using capture::LinkType;

inline constexpr quint8 tcpProtocol = 6;
inline constexpr quint8 udpProtocol = 17;

inline QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

inline void put(QByteArray &bytes, qsizetype at, quint16 value)
{
    qToBigEndian(value, bytes.data() + at);
}

/// The packet with its checksums as a sender computes them. It begins with IP.
inline QByteArray summed(QByteArray packet)
{
    const bool v4 = quint8(packet[0]) >> 4 == 4;
    const qsizetype transport = v4 ? (packet[0] & 0x0f) * 4 : 40;
    const char protocol = packet[v4 ? 9 : 6];
    if (v4) {
        journal::InternetChecksum header;
        header.add(QByteArrayView(packet).first(transport));
        put(packet, 10, header.value());
    }
    if (protocol != tcpProtocol && protocol != udpProtocol)
        return packet;
    journal::InternetChecksum sum;
    sum.add(QByteArrayView(packet).sliced(v4 ? 12 : 8, v4 ? 8 : 32));
    sum.addWord(quint8(protocol));
    sum.addWord(quint16(packet.size() - transport));
    sum.add(QByteArrayView(packet).sliced(transport));
    const qsizetype at = transport + (protocol == tcpProtocol ? 16 : 6);
    if (at + 2 <= packet.size()) // else it is a later fragment
        put(packet, at, sum.value());
    return packet;
}

inline const auto ethernet = hex("0a0b0c0d0e0f"
                                 "020304050607");

/// SACK permitted, MSS 1460, timestamps, window scale 7: what Linux sends.
inline const auto synOptions = hex("020405b4"
                                   "0402"
                                   "080a0001e24000000000"
                                   "01"
                                   "030307");

inline QByteArray syn()
{
    return summed(ipv4(1, 2, tcpProtocol, tcp(40000, 80, 0x12345678, 0x02, {}, 0, synOptions), 0x4000, 7));
}

inline QByteArray hello()
{
    return summed(ipv4(1, 2, tcpProtocol, tcp(40000, 80, 0x12345679, 0x18, "hello", 0x89abcdef)));
}

inline QByteArray datagram()
{
    return summed(ipv4(1, 2, udpProtocol, udp(5353, 53, "question")));
}

inline QByteArray ipv6Extensions()
{
    const QByteArray content = tcp(40000, 80, 1, 0x10, "six", 2);
    QByteArray plain = summed(ipv6(1, 2, tcpProtocol, content));
    const QByteArray whole = plain.sliced(40);
    return ipv6(1, 2, 0,
        hex("3c00010400000000") + hex("2b00010400000000")
            + hex("06020400"
                  "00000000")
            + hex("20010db8000000000000000000000009") + whole);
}

struct Row
{
    const char *name;
    LinkType link;
    QByteArray packet;
};

inline QList<Row> packets()
{
    const QByteArray sack = hex("01"
                                "01"
                                "05"
                                "12"
                                "00000064000000c8"
                                "0000012c00000190");
    const QByteArray unknownOption = hex("fd06"
                                         "f9890102"
                                         "1e04"
                                         "0000"
                                         "00"
                                         "000000");
    const QByteArray vlan = hex("8100"
                                "6064"
                                "0800");
    const QByteArray cooked = hex("0000"
                                  "0001"
                                  "0006"
                                  "0203040506070000"
                                  "0800");
    const QByteArray cooked2 = hex("86dd"
                                   "0000"
                                   "00000002"
                                   "0304"
                                   "04"
                                   "06"
                                   "0000000000000000");
    QByteArray wrong = hello();
    wrong.back() = 'O';
    QByteArray begun = hello(); // as a sender hands it to a card that computes checksums
    put(begun, 36, 0);
    journal::InternetChecksum pseudo;
    pseudo.add(QByteArrayView(begun).sliced(12, 8));
    pseudo.addWord(tcpProtocol);
    pseudo.addWord(25);
    put(begun, 36, quint16(~pseudo.value()));
    QByteArray noSum = datagram();
    put(noSum, 26, 0);
    return {
        {"SYN in raw IP", LinkType::Raw, syn()},
        {"data in raw IP", LinkType::Raw, hello()},
        {"a wrong checksum", LinkType::Raw, wrong},
        {"a checksum left to the card", LinkType::Raw, begun},
        {"SACK", LinkType::Raw, summed(ipv4(1, 2, tcpProtocol, tcp(1, 2, 3, 0x10, {}, 4, sack)))},
        {"unknown options and padding", LinkType::Raw,
            summed(ipv4(1, 2, tcpProtocol, tcp(1, 2, 3, 0xff, {}, 4, unknownOption)))},
        {"a datagram", LinkType::Raw, datagram()},
        {"a datagram without a checksum", LinkType::Raw, noSum},
        {"IPv4 with options", LinkType::Raw,
            summed(ipv4(1, 2, udpProtocol, udp(1, 2, "options"), 0, 9,
                hex("01"
                    "94040000"
                    "00"
                    "0000")))},
        {"IPv6", LinkType::Raw, summed(ipv6(1, 2, tcpProtocol, tcp(1, 2, 3, 0x11, "bye", 4)))},
        {"IPv6 datagram", LinkType::Raw, summed(ipv6(1, 2, udpProtocol, udp(1, 2, "six")))},
        {"IPv6 with extensions", LinkType::Raw, ipv6Extensions()},
        {"Ethernet", LinkType::Ethernet, ethernet + hex("0800") + hello()},
        {"Ethernet with padding", LinkType::Ethernet,
            ethernet + hex("0800") + summed(ipv4(1, 2, tcpProtocol, tcp(1, 2, 3, 0x10, {}, 4)))
                + QByteArray(6, '\0')},
        {"Ethernet with a VLAN tag", LinkType::Ethernet, ethernet + vlan + hello()},
        {"Linux cooked", LinkType::Cooked, cooked + hello()},
        {"Linux cooked v2", LinkType::CookedV2,
            cooked2 + summed(ipv6(1, 2, tcpProtocol, tcp(1, 2, 3, 0x11, "bye", 4)))},
        {"loopback of BSD", LinkType::Loop, hex("00000002") + hello()},
        {"loopback of BSD, other byte order", LinkType::Null, hex("02000000") + hello()},
    };
}

using Visit = std::function<void(const Layer &, const LayerField &)>;

inline void visitFields(const Layer &layer, const std::vector<LayerField> &fields, const Visit &visit)
{
    for (const LayerField &field : fields) {
        visit(layer, field);
        visitFields(layer, field.parts, visit);
    }
}

inline void visitAll(const Dissection &dissection, const Visit &visit)
{
    for (const Layer &layer : dissection.layers)
        visitFields(layer, layer.fields, visit);
}

inline const LayerField *find(const Dissection &dissection, FieldId id)
{
    const LayerField *found = nullptr;
    visitAll(
        dissection, [&](const Layer &, const LayerField &field) { found = field.id == id ? &field : found; });
    return found;
}

inline qsizetype coveredBits(const Dissection &dissection)
{
    qsizetype bits = 0;
    visitAll(dissection, [&](const Layer &, const LayerField &field) {
        if (field.parts.empty())
            bits += field.bits ? field.bits : field.size * 8;
    });
    return bits;
}

} // namespace swb::lens::fixture
