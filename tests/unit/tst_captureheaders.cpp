#include "capture/conversations.h"
#include "capture/fragments.h"
#include "capturefixture.h"

#include <QTest>

using namespace swb;
using namespace swb::capture;
using namespace swb::capture::fixture;
using namespace Qt::StringLiterals;

namespace {

constexpr quint8 tcpProtocol = 6;
constexpr quint8 udpProtocol = 17;
constexpr quint16 moreFragments = 0x2000;
constexpr quint64 fileOffset = 1000;

struct Read
{
    Found found;
    Segment segment;
    Fragment fragment;
};

Read read(const QByteArray &bytes, quint16 linkType = 101, qsizetype captured = -1)
{
    Read result{};
    Packet packet;
    packet.bytes = captured < 0 ? QByteArrayView(bytes) : QByteArrayView(bytes).first(captured);
    packet.wireSize = quint32(bytes.size());
    packet.offset = fileOffset;
    packet.linkType = linkType;
    result.found = readHeaders(packet, result.segment, result.fragment);
    return result;
}

QByteArray hello(quint8 protocol = tcpProtocol)
{
    return protocol == tcpProtocol ? tcp(40000, 80, 7, Ack | Syn, "hello", 9) : udp(40000, 80, "hello");
}

/// An extension header of IPv6, 8 bytes and `more` times 8.
QByteArray extension(quint8 next, quint8 more = 0, char fill = '\0')
{
    return char(next) + QByteArray(1, char(more)) + QByteArray(6 + more * 8, fill);
}

} // namespace

class TestCaptureHeaders : public QObject
{
    Q_OBJECT

private slots:
    void payloadIsFound_data();
    void payloadIsFound();
    void fieldsOfTcp();
    void whatIsNotForUs_data();
    void whatIsNotForUs();
    void everyPrefixOfAPacket_data();
    void everyPrefixOfAPacket();
    void lengthsOfIpCount_data();
    void lengthsOfIpCount();
    void fragmentsBecomeWhole_data();
    void fragmentsBecomeWhole();
    void fragmentsAreNotWaitedForWithoutEnd();
};

void TestCaptureHeaders::payloadIsFound_data()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("packet");
    const auto row = [](const char *name, int linkType, const QByteArray &packet) {
        QTest::newRow(name) << linkType << packet;
    };
    const QByteArray four = ipv4(1, 2, tcpProtocol, hello());
    const QByteArray six = ipv6(1, 2, tcpProtocol, hello());
    const QByteArray macs(12, '\2');
    row("raw IPv4", 101, four);
    row("raw IPv6", 101, six);
    row("raw, as BSD numbers it", 12, six);
    row("raw, as OpenBSD numbers it", 14, four);
    row("IPv4", 228, four);
    row("IPv6", 229, six);
    row("Ethernet, IPv4", 1, macs + QByteArray::fromHex("0800") + four);
    row("Ethernet, IPv6", 1, macs + QByteArray::fromHex("86dd") + six);
    row("VLAN", 1, macs + QByteArray::fromHex("810000050800") + four);
    row("QinQ", 1, macs + QByteArray::fromHex("88a800078100000586dd") + six);
    row("old QinQ", 1, macs + QByteArray::fromHex("91000007810000050800") + four);
    row("cooked", 113, QByteArray(14, '\0') + QByteArray::fromHex("0800") + four);
    row("cooked with VLAN", 113, QByteArray(14, '\0') + QByteArray::fromHex("8100000586dd") + six);
    row("cooked, version 2", 276, QByteArray::fromHex("86dd") + QByteArray(18, '\0') + six);
    row("null, little-endian", 0, QByteArray::fromHex("02000000") + four);
    row("null, big-endian", 0, QByteArray::fromHex("00000002") + four);
    row("null, IPv6 of Linux", 0, QByteArray::fromHex("0a000000") + six);
    row("null, IPv6 of macOS", 0, QByteArray::fromHex("1e000000") + six);
    row("loop, IPv6 of OpenBSD", 108, QByteArray::fromHex("00000018") + six);
    row("IPv4 options", 101, ipv4(1, 2, tcpProtocol, hello(), 0, 0, QByteArray(40, '\1')));
    row("TCP options", 101,
        ipv4(1, 2, tcpProtocol, tcp(40000, 80, 7, Ack | Syn, "hello", 9, QByteArray(40, '\1'))));
    row("UDP", 101, ipv4(1, 2, udpProtocol, hello(udpProtocol)));
    row("UDP over IPv6", 101, ipv6(1, 2, udpProtocol, hello(udpProtocol)));
    row("hop-by-hop options", 101, ipv6(1, 2, 0, extension(tcpProtocol, 2) + hello()));
    row("many extensions", 101,
        ipv6(1, 2, 0, extension(43) + extension(60, 1) + extension(135) + extension(tcpProtocol) + hello()));
    row("authentication header", 101,
        ipv6(1, 2, 51, char(tcpProtocol) + QByteArray(1, '\4') + QByteArray(22, 'a') + hello()));
    row("a fragment that is whole", 101, ipv6(1, 2, 44, extension(tcpProtocol) + hello()));
    row("padding of a short frame", 1, macs + QByteArray::fromHex("0800") + four + QByteArray(20, '\0'));
}

void TestCaptureHeaders::payloadIsFound()
{
    QFETCH(int, linkType);
    QFETCH(QByteArray, packet);
    const Read result = read(packet, quint16(linkType));
    QCOMPARE(result.found, Found::Segment);
    QCOMPARE(result.segment.source.port, quint16(40000));
    QCOMPARE(result.segment.destination.port, quint16(80));
    const bool isFour = result.segment.source.ip.family() == IpAddress::Family::V4;
    QCOMPARE(result.segment.source.ip.toString(), isFour ? u"10.0.0.1"_s : u"fd00::1"_s);
    QCOMPARE(result.segment.destination.ip.toString(), isFour ? u"10.0.0.2"_s : u"fd00::2"_s);
    const Extent &payload = result.segment.payload;
    QCOMPARE(payload.size, 5u);
    QCOMPARE(payload.captured, 5u);
    QCOMPARE(packet.mid(qsizetype(payload.offset - fileOffset), 5), QByteArray("hello"));
}

void TestCaptureHeaders::fieldsOfTcp()
{
    const Segment segment = read(ipv4(1, 2, tcpProtocol, hello())).segment;
    QCOMPARE(segment.transport, Transport::Tcp);
    QCOMPARE(segment.sequence, 7u);
    QCOMPARE(segment.acknowledged, 9u);
    QCOMPARE(segment.flags, quint8(Ack | Syn));
}

void TestCaptureHeaders::whatIsNotForUs_data()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<Found>("found");
    const QByteArray macs(12, '\2');
    QByteArray shortTcp = hello();
    shortTcp[12] = 0x40;
    QByteArray longTcp = hello();
    longTcp[12] = char(0xf0);
    QByteArray shortIp = ipv4(1, 2, tcpProtocol, hello());
    shortIp[0] = 0x44;
    QByteArray shortTotal = ipv4(1, 2, tcpProtocol, hello());
    shortTotal[3] = 19;
    QTest::newRow("ARP") << 1 << QByteArray(macs + QByteArray::fromHex("0806") + QByteArray(28, '\0'))
                         << Found::OtherProtocol;
    QTest::newRow("ICMP") << 101 << ipv4(1, 2, 1, "12345678") << Found::OtherProtocol;
    QTest::newRow("fragment of ICMP")
        << 101 << ipv4(1, 2, 1, "12345678", moreFragments) << Found::OtherProtocol;
    QTest::newRow("ICMPv6") << 101 << ipv6(1, 2, 58, "12345678") << Found::OtherProtocol;
    QTest::newRow("AppleTalk on loopback") << 0 << QByteArray::fromHex("10000000") << Found::OtherProtocol;
    QTest::newRow("wireless") << 105 << QByteArray(100, '\0') << Found::OtherLink;
    QTest::newRow("nothing") << 101 << QByteArray() << Found::Unreadable;
    QTest::newRow("tags without end")
        << 1 << QByteArray(macs + QByteArray::fromHex("81000005").repeated(400)) << Found::Unreadable;
    QTest::newRow("extensions without end")
        << 101 << ipv6(1, 2, 0, extension(0).repeated(100)) << Found::Unreadable;
    QTest::newRow("extension beyond the packet")
        << 101 << ipv6(1, 2, 0, extension(tcpProtocol, 9).first(20)) << Found::Unreadable;
    QTest::newRow("IP of neither version")
        << 1 << QByteArray(macs + QByteArray::fromHex("0800") + QByteArray(60, '\x95')) << Found::Unreadable;
    QTest::newRow("IP header too short") << 101 << shortIp << Found::Unreadable;
    QTest::newRow("IP length within its header") << 101 << shortTotal << Found::Unreadable;
    QTest::newRow("TCP header too short") << 101 << ipv4(1, 2, tcpProtocol, shortTcp) << Found::Unreadable;
    QTest::newRow("TCP header beyond the packet")
        << 101 << ipv4(1, 2, tcpProtocol, longTcp) << Found::Unreadable;
    QTest::newRow("UDP length within its header")
        << 101 << ipv4(1, 2, udpProtocol, QByteArray::fromHex("0001000200070000")) << Found::Unreadable;
}

void TestCaptureHeaders::whatIsNotForUs()
{
    QFETCH(int, linkType);
    QFETCH(QByteArray, packet);
    QTEST(read(packet, quint16(linkType)).found, "found");
}

void TestCaptureHeaders::everyPrefixOfAPacket_data()
{
    QTest::addColumn<int>("linkType");
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("headers");
    QTest::newRow("TCP") << 101 << ipv4(1, 2, tcpProtocol, hello()) << 40;
    QTest::newRow("UDP") << 101 << ipv4(1, 2, udpProtocol, hello(udpProtocol)) << 28;
    QTest::newRow("extensions, VLAN")
        << 1
        << QByteArray(QByteArray(12, '\2') + QByteArray::fromHex("8100000586dd")
               + ipv6(1, 2, 0, extension(60) + extension(tcpProtocol) + hello()))
        << 18 + 40 + 16 + 20;
}

void TestCaptureHeaders::everyPrefixOfAPacket()
{
    QFETCH(int, linkType);
    QFETCH(QByteArray, packet);
    QFETCH(int, headers);
    for (qsizetype captured = 0; captured <= packet.size(); ++captured) {
        const Read result = read(packet, quint16(linkType), captured);
        QCOMPARE(result.found, captured < headers ? Found::Unreadable : Found::Segment);
        if (captured < headers)
            continue;
        QCOMPARE(result.segment.payload.size, 5u);
        QCOMPARE(result.segment.payload.captured, quint32(captured - headers));
    }
}

void TestCaptureHeaders::lengthsOfIpCount_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<quint32>("size");
    QTest::addColumn<quint32>("captured");
    const auto row = [](const char *name, const QByteArray &packet, quint32 size, quint32 captured) {
        QTest::newRow(name) << packet << size << captured;
    };
    QByteArray none = ipv4(1, 2, tcpProtocol, tcp(1, 2, 3, Ack, QByteArray(70'000, 'x')));
    none[2] = none[3] = 0;
    row("segmentation left to the card: no length", none, 70'000, 70'000);
    QByteArray noneSix = ipv6(1, 2, tcpProtocol, tcp(1, 2, 3, Ack, QByteArray(70'000, 'x')));
    noneSix[4] = noneSix[5] = 0;
    row("the same, IPv6", noneSix, 70'000, 70'000);
    QByteArray longer = ipv4(1, 2, tcpProtocol, hello());
    longer[3] = char(longer[3] + 10);
    row("longer than the frame", longer, 15, 5);
    QByteArray shorter = ipv4(1, 2, tcpProtocol, hello());
    shorter[3] = char(shorter[3] - 2);
    row("shorter than the frame", shorter, 3, 3);
    QByteArray udpShorter = ipv4(1, 2, udpProtocol, udp(1, 2, "hello"));
    udpShorter[25] = 10;
    row("UDP shorter than IP", udpShorter, 2, 2);
}

void TestCaptureHeaders::lengthsOfIpCount()
{
    QFETCH(QByteArray, packet);
    const Read result = read(packet);
    QCOMPARE(result.found, Found::Segment);
    QTEST(result.segment.payload.size, "size");
    QTEST(result.segment.payload.captured, "captured");
}

namespace {

/// A part of an IPv4 packet's content: from, until.
using Part = std::pair<int, int>;

QByteArray part(const QByteArray &content, Part range, quint8 protocol = udpProtocol)
{
    const bool last = range.second == content.size();
    return ipv4(1, 2, protocol, content.mid(range.first, range.second - range.first),
        quint16((last ? 0 : moreFragments) | range.first / 8), 5);
}

} // namespace

void TestCaptureHeaders::fragmentsBecomeWhole_data()
{
    QTest::addColumn<QList<Part>>("parts");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<quint64>("lost");
    const auto row = [](const char *name, const QList<Part> &parts, bool whole, quint64 lost) {
        QTest::newRow(name) << parts << whole << lost;
    };
    row("in order", {{0, 16}, {16, 32}, {32, 48}}, true, 0);
    row("backwards", {{32, 48}, {16, 32}, {0, 16}}, true, 0);
    row("one twice", {{0, 16}, {0, 16}, {16, 32}, {32, 48}}, true, 0);
    row("the header itself in two", {{0, 8}, {8, 48}}, true, 0);
    row("one missing", {{0, 16}, {32, 48}}, false, 2);
    row("overlapping", {{0, 16}, {8, 24}, {24, 48}}, false, 3);
    row("beyond the end", {{0, 16}, {16, 48}, {48, 56}}, true, 1);
}

void TestCaptureHeaders::fragmentsBecomeWhole()
{
    QFETCH(QList<Part>, parts);
    QFETCH(bool, whole);
    QFETCH(quint64, lost);
    QByteArray content = udp(40000, 80, QByteArray(40, 'x'));
    const QByteArray longer = content + QByteArray(8, 'y');
    Fragments fragments;
    std::optional<Reassembled> result;
    for (const Part &range : parts) {
        const QByteArray packet = part(range.second > content.size() ? longer : content, range);
        const Read got = read(packet);
        QCOMPARE(got.found, Found::Fragment);
        if (auto found = fragments.add(got.fragment, {}))
            result = std::move(found);
    }
    QCOMPARE(result.has_value(), whole);
    QCOMPARE(fragments.lost(), lost);
    if (!whole)
        return;
    quint32 size = 0;
    for (const Extent &extent : result->payload)
        size += extent.captured;
    QCOMPARE(size, 40u);
    QCOMPARE(result->segment.source.port, quint16(40000));
}

void TestCaptureHeaders::fragmentsAreNotWaitedForWithoutEnd()
{
    Fragments fragments;
    constexpr int count = 5000;
    for (int number = 0; number < count; ++number) {
        const QByteArray packet =
            ipv4(1, 2, udpProtocol, QByteArray(16, 'x'), moreFragments, quint16(number));
        const Read got = read(packet);
        QVERIFY(!fragments.add(got.fragment, {}));
    }
    QCOMPARE(fragments.lost(), quint64(count));
    // The same number again, a minute later, is another packet.
    const QByteArray content = udp(40000, 80, QByteArray(40, 'x'));
    const auto add = [&](Part range, int second) {
        const QByteArray packet = part(content, range);
        return fragments.add(read(packet).fragment, Timestamp(std::chrono::seconds(second))).has_value();
    };
    QVERIFY(!add({0, 16}, 100));
    QVERIFY(!add({16, 48}, 160));
    QVERIFY(add({0, 16}, 161));
}

QTEST_APPLESS_MAIN(TestCaptureHeaders)

#include "tst_captureheaders.moc"
