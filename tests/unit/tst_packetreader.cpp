#include "capture/packetreader.h"
#include "capture/ticks.h"
#include "capturefixture.h"

#include <QTest>

using namespace swb;
using namespace swb::capture;
using namespace swb::capture::fixture;
using namespace Qt::StringLiterals;

namespace {

using Status = PacketReader::Status;

/// Everything that a reader gave.
struct Told
{
    QByteArrayList packets;
    QList<qint64> nanoseconds;
    QList<quint16> links;
    QList<quint32> sizes;
    Status end = Status::End;
    quint64 position = 0;
    QString reason;
};

Told readAll(const QByteArray &file)
{
    Told told;
    MemorySource source(file);
    const auto reader = makePacketReader(source, u"name"_s);
    if (!reader) {
        told.reason = QString(failureName(reader.failure().kind));
        return told;
    }
    Packet packet;
    while ((told.end = (*reader)->next(packet)) == Status::Packet) {
        told.packets << packet.bytes.toByteArray();
        told.nanoseconds << packet.time.time_since_epoch().count();
        told.links << packet.linkType;
        told.sizes << packet.wireSize;
        if (file.mid(qsizetype(packet.offset), packet.bytes.size()) != packet.bytes)
            told.reason = u"the offset is wrong"_s;
    }
    told.position = (*reader)->position();
    told.reason += (*reader)->reason();
    return told;
}

constexpr Order littleEndian{false};
constexpr Order bigEndian{true};

} // namespace

class TestPacketReader : public QObject
{
    Q_OBJECT

private slots:
    void clocks_data();
    void clocks();
    void pcapInEveryForm_data();
    void pcapInEveryForm();
    void pcapngPackets_data();
    void pcapngPackets();
    void severalSections();
    void damage_data();
    void damage();
    void everyPrefix();
    void whatIsNoCapture_data();
    void whatIsNoCapture();
};

void TestPacketReader::clocks_data()
{
    QTest::addColumn<quint64>("ticks");
    QTest::addColumn<int>("resolution");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("nanoseconds");
    const auto row = [](const char *name, quint64 ticks, int resolution, qint64 offset, qint64 nanoseconds) {
        QTest::newRow(name) << ticks << resolution << offset << nanoseconds;
    };
    row("microseconds", 1'500'000, 6, 0, 1'500'000'000);
    row("nanoseconds", 1'800'000'000'123'456'789, 9, 0, 1'800'000'000'123'456'789);
    row("seconds", 7, 0, 0, 7'000'000'000);
    row("picoseconds", 1'999'999'999'999, 12, 0, 1'999'999'999);
    row("finer than fits", 1, 127, 0, 0);
    row("halves", 3, 0x81, 0, 1'500'000'000);
    row("2^-32", (5ull << 32) + (1ull << 31), 0xa0, 0, 5'500'000'000);
    row("2^-64", 1ull << 63, 0xc0, 0, 500'000'000);
    row("2^-127", ~0ull, 0xff, 0, 0);
    row("offset", 1'000'000, 6, 100, 101'000'000'000);
    row("negative offset", 1'000'000, 6, -2, -1'000'000'000);
    row("beyond what a time can be", ~0ull, 0, 0, 9'223'372'026'000'000'000);
    row("offset beyond", 0, 6, std::numeric_limits<qint64>::min(), -9'223'372'026'000'000'000);
}

void TestPacketReader::clocks()
{
    QFETCH(quint64, ticks);
    QFETCH(int, resolution);
    QFETCH(qint64, offset);
    QTEST(qint64(timeFromTicks(ticks, quint8(resolution), offset).time_since_epoch().count()), "nanoseconds");
}

void TestPacketReader::pcapInEveryForm_data()
{
    QTest::addColumn<bool>("isBig");
    QTest::addColumn<quint32>("magic");
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("little-endian, microseconds") << false << 0xa1b2c3d4u << qint64(5'000'007'000);
    QTest::newRow("big-endian, microseconds") << true << 0xa1b2c3d4u << qint64(5'000'007'000);
    QTest::newRow("little-endian, nanoseconds") << false << 0xa1b23c4du << qint64(5'000'000'007);
    QTest::newRow("big-endian, nanoseconds") << true << 0xa1b23c4du << qint64(5'000'000'007);
}

void TestPacketReader::pcapInEveryForm()
{
    QFETCH(bool, isBig);
    QFETCH(quint32, magic);
    QFETCH(qint64, nanoseconds);
    const Order order{isBig};
    const quint32 linkWithChecksumSize =
        0x24000001; // the upper half says how long the frame's check sequence is
    const QByteArray file = order(magic) + order(quint16(2)) + order(quint16(4)) + QByteArray(8, '\0')
        + order(quint32(100)) + order(linkWithChecksumSize) + order(5u) + order(7u) + order(3u) + order(1500u)
        + "abc" + order(5u) + order(7u) + order(0u) + order(0u);
    const Told told = readAll(file);
    QCOMPARE(told.packets, QByteArrayList({"abc", ""}));
    QCOMPARE(told.sizes, QList<quint32>({1500, 0}));
    QCOMPARE(told.links, QList<quint16>({1, 1}));
    QCOMPARE(told.nanoseconds.first(), nanoseconds);
    QCOMPARE(told.end, Status::End);
    QCOMPARE(told.position, quint64(file.size()));
    QCOMPARE(told.reason, QString());
}

void TestPacketReader::pcapngPackets_data()
{
    QTest::addColumn<bool>("isBig");
    QTest::newRow("little-endian") << false;
    QTest::newRow("big-endian") << true;
}

void TestPacketReader::pcapngPackets()
{
    QFETCH(bool, isBig);
    const Order order{isBig};
    const QByteArray nanoseconds = option(order, 2, "eth0") + option(order, 9, "\x09")
        + option(order, 14, order(qint64(1000))) + option(order, 0, {});
    const QByteArray size = order(5u);
    const QByteArray file = sectionHeader(order) + interfaceBlock(order, 1, {}, 4)
        + interfaceBlock(order, 101, nanoseconds) + enhancedPacket(order, 0, 2'000'000, "first")
        + enhancedPacket(order, 1, 1, "second") + block(order, 3, size + "simp") // cut at the snapshot length
        + block(order, 2,
            order(quint16(0)) + order(quint16(9)) + order(0u) + order(3'000'000u) + size + size
                + padded("older"))
        + block(order, 0x0bad, "somebody's data.") + enhancedPacket(order, 0, 1ull << 32, "last");
    const Told told = readAll(file);
    QCOMPARE(told.reason, QString());
    QCOMPARE(told.packets, QByteArrayList({"first", "second", "simp", "older", "last"}));
    QCOMPARE(told.links, QList<quint16>({1, 101, 1, 1, 1}));
    QCOMPARE(told.sizes, QList<quint32>({5, 6, 5, 5, 4}));
    QCOMPARE(told.nanoseconds,
        QList<qint64>(
            {2'000'000'000, 1'000'000'000'001, 1'000'000'000'001, 3'000'000'000, 4294'967'296'000}));
    QCOMPARE(told.end, Status::End);
}

void TestPacketReader::severalSections()
{
    const QByteArray file = sectionHeader(littleEndian) + interfaceBlock(littleEndian, 1)
        + enhancedPacket(littleEndian, 0, 1, "a") + sectionHeader(bigEndian) + interfaceBlock(bigEndian, 113)
        + enhancedPacket(bigEndian, 0, 1, "b") + sectionHeader(littleEndian)
        + enhancedPacket(littleEndian, 0, 1, "c"); // whose interface the new section has not described
    const Told told = readAll(file);
    QCOMPARE(told.packets, QByteArrayList({"a", "b"}));
    QCOMPARE(told.links, QList<quint16>({1, 113}));
    QCOMPARE(told.end, Status::Damaged);
    QVERIFY2(told.reason.contains(u"interface 0 is not described"), qPrintable(told.reason));
}

void TestPacketReader::damage_data()
{
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<QString>("reason");
    const Order order;
    const auto row = [](const char *name, const QByteArray &tail, const char *reason) {
        QTest::newRow(name) << tail << QString::fromLatin1(reason);
    };
    row("length of zero", order(6u) + order(0u) + QByteArray(32, '\0'), "a length is wrong");
    row("length of no whole words", order(6u) + order(33u) + QByteArray(64, '\0'), "a length is wrong");
    row("packet of 4 GiB", order(6u) + order(0xffff'fffcu) + QByteArray(64, '\0'), "a length is wrong");
    row("other block of 4 GiB", order(99u) + order(0xffff'fffcu) + QByteArray(64, '\0'), "cut short");
    row("lengths that differ", order(6u) + order(36u) + QByteArray(24, '\0') + order(40u),
        "a length is wrong");
    row("packet larger than its block",
        block(order, 6, QByteArray(12, '\0') + order(5u) + order(5u) + QByteArray(4, 'x')),
        "a length is wrong");
    row("packet block without room", block(order, 6, QByteArray(8, '\0')), "a length is wrong");
    row("interface without room", block(order, 1, QByteArray(4, '\0')), "a length is wrong");
    row("unknown interface", enhancedPacket(order, 9, 0, "x"), "interface 9 is not described");
    row("section of another version", sectionHeader(order, 2), "version 2 is not known");
    row("section with a wrong magic", block(order, 0x0a0d0d0a, QByteArray(16, 'x')), "a length is wrong");
    row("half a block head", order(6u), "cut short");
}

void TestPacketReader::damage()
{
    QFETCH(QByteArray, tail);
    QFETCH(QString, reason);
    const QByteArray whole = sectionHeader(littleEndian) + interfaceBlock(littleEndian)
        + enhancedPacket(littleEndian, 0, 0, "good");
    const Told told = readAll(whole + tail);
    QCOMPARE(told.packets, QByteArrayList({"good"}));
    QVERIFY(told.end == Status::Damaged || told.end == Status::Unfinished);
    QCOMPARE(told.position, quint64(whole.size()));
    QVERIFY2(told.reason.contains(reason), qPrintable(told.reason));
}

void TestPacketReader::everyPrefix()
{
    const QByteArray ng = sectionHeader(bigEndian) + interfaceBlock(bigEndian)
        + enhancedPacket(bigEndian, 0, 0, "one") + enhancedPacket(bigEndian, 0, 0, "two");
    for (const QByteArray &whole : {ng, pcap({"one", "two"})}) {
        qsizetype seen = 0;
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            const Told told = readAll(whole.first(size));
            QVERIFY(told.packets.size() >= seen);
            QVERIFY(told.position <= quint64(size));
            QVERIFY(told.end != Status::Damaged);
            QCOMPARE(told.end == Status::Unfinished, told.position < quint64(size) && told.position > 0);
            seen = told.packets.size();
        }
        QCOMPARE(seen, 2);
    }
}

void TestPacketReader::whatIsNoCapture_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("failure");
    QTest::newRow("empty") << QByteArray() << u"not-a-recording"_s;
    QTest::newRow("text") << QByteArray(100, 'a') << u"not-a-recording"_s;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08 and more") << u"compressed-recording"_s;
    QTest::newRow("zstd") << QByteArray("\x28\xb5\x2f\xfd and more") << u"compressed-recording"_s;
    QTest::newRow("pcap of a wireless network") << pcap({"x"}, 127) << u"unsupported-link-type"_s;
    QTest::newRow("pcapng of another version")
        << sectionHeader(littleEndian, 2) << u"unsupported-recording"_s;
}

void TestPacketReader::whatIsNoCapture()
{
    QFETCH(QByteArray, file);
    QTEST(readAll(file).reason, "failure");
}

QTEST_APPLESS_MAIN(TestPacketReader)

#include "tst_packetreader.moc"
