#include "journal/checksum.h"
#include "journal/packet.h"

#include <QTest>

using namespace swb;
using namespace swb::journal;

namespace {

Segment segment(const char *source, const char *destination, quint8 flags)
{
    return {SocketAddress::parse(QString::fromLatin1(source)).value_or(SocketAddress()),
        SocketAddress::parse(QString::fromLatin1(destination)).value_or(SocketAddress()), 0x01020304,
        0x05060708, flags};
}

/// RFC 1071 word by word, as slow and as plain as it can be.
quint16 plainChecksum(QByteArrayView data)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i < data.size(); ++i) {
        sum += quint32(quint8(data[i])) << (i % 2 ? 0 : 8);
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return quint16(~sum);
}

} // namespace

class TestPacket : public QObject
{
    Q_OBJECT

private slots:
    void bytesOnTheWire_data();
    void bytesOnTheWire();
    void checksumIsThePlainSum();
    void checksumOfPieces();
    void crc32OfAnyLength();
    void endsOfDifferentFamilies();
    void payloadIsFound_data();
    void payloadIsFound();
};

void TestPacket::bytesOnTheWire_data()
{
    QTest::addColumn<Segment>("headers");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("packet");
    // The checksums in here were computed by python3 from the RFCs' definitions.
    QTest::newRow("IPv4 data")
        << segment("192.168.0.1:9090", "10.1.2.3:50000", Psh | Ack) << QByteArray("hello")
        << QByteArray("4500002d0000400040066e1ec0a800010a0102032382c35001020304050607085018ffffa8610000"
                      "68656c6c6f");
    QTest::newRow("IPv4 SYN")
        << segment("192.168.0.1:9090", "10.1.2.3:50000", Syn) << QByteArray()
        << QByteArray("4500002c0000400040066e1fc0a800010a0102032382c35001020304050607086002ffffd8390000"
                      "0103030e");
    QTest::newRow("IPv6 data")
        << segment("[2001:db8::1]:9090", "[2001:db8::2]:50000", Ack) << QByteArray("hello!")
        << QByteArray("60000000001a064020010db800000000000000000000000120010db8000000000000000000000002"
                      "2382c35001020304050607085010ffff1980000068656c6c6f21");
}

void TestPacket::bytesOnTheWire()
{
    QFETCH(Segment, headers);
    QFETCH(QByteArray, payload);
    QByteArray out("before");
    putHeaders(out, headers, payload);
    QTEST(QByteArray((out.sliced(6) + payload).toHex()), "packet");
    QCOMPARE(payloadOffset(QByteArray(out.sliced(6) + payload)), std::optional(out.size() - 6));
}

void TestPacket::checksumIsThePlainSum()
{
    QByteArray data;
    for (int size = 0; size < 200; ++size) {
        InternetChecksum checksum;
        checksum.add(data);
        QCOMPARE(checksum.value(), plainChecksum(data));
        data.append(char(size * 89 + 0xe0));
    }
    const QByteArray ones(65536, '\xff'); // every addition carries
    InternetChecksum checksum;
    checksum.add(ones);
    QCOMPARE(checksum.value(), plainChecksum(ones));
}

void TestPacket::checksumOfPieces()
{
    const QByteArray data("The sum of the pieces is the sum of the whole.");
    for (qsizetype cut = 0; cut <= data.size(); cut += 2) {
        InternetChecksum checksum;
        checksum.add(QByteArrayView(data).first(cut));
        checksum.addWord(0x1234);
        checksum.add(QByteArrayView(data).sliced(cut));
        QCOMPARE(checksum.value(), plainChecksum(data + QByteArray("\x12\x34")));
    }
}

void TestPacket::crc32OfAnyLength()
{
    QCOMPARE(journal::crc32("123456789"), 0xcbf43926u); // the catalogue's check value
    QByteArray data;
    quint32 plain = 0xffff'ffff;
    for (int size = 1; size < 3000; ++size) {
        data.append(char(size * 89 + size / 7));
        plain ^= quint8(data.back());
        for (int bit = 0; bit < 8; ++bit)
            plain = plain >> 1 ^ (plain & 1 ? 0xedb8'8320 : 0);
        QCOMPARE(journal::crc32(data), ~plain);
        const QByteArrayView view(data);
        const qsizetype cut = size / 3;
        QCOMPARE(journal::crc32(view.sliced(cut), journal::crc32(view.first(cut))), ~plain);
    }
}

void TestPacket::endsOfDifferentFamilies()
{
    QByteArray out;
    putHeaders(out, segment("127.0.0.1:1", "[::1]:2", Ack), {});
    QCOMPARE(quint8(out[0]) >> 4, 6);
    QCOMPARE(out.sliced(8, 16).toHex(), QByteArray("00000000000000000000ffff7f000001"));
    out.clear();
    putHeaders(out, segment("", "127.0.0.1:2", Ack), {});
    QCOMPARE(quint8(out[0]) >> 4, 4);
    QCOMPARE(out.sliced(12, 8).toHex(), QByteArray("000000007f000001"));
}

void TestPacket::payloadIsFound_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<int>("offset"); // -1: none
    QByteArray v4;
    putHeaders(v4, segment("127.0.0.1:1", "127.0.0.1:2", Syn), {});
    QTest::newRow("with an option") << v4 << 44;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("cut in the TCP header") << v4.first(39) << -1;
    QTest::newRow("cut in the option") << v4.first(43) << -1;
    QTest::newRow("neither IPv4 nor IPv6") << QByteArray(100, '\x50') << -1;
    QTest::newRow("header length below the least") << QByteArray(100, '\x44') << -1;
    QTest::newRow("header longer than the packet") << QByteArray(50, '\x4f') << -1;
    QTest::newRow("TCP header below the least") << QByteArray(100, '\x45').replace(32, 1, "\x40") << -1;
}

void TestPacket::payloadIsFound()
{
    QFETCH(QByteArray, packet);
    QFETCH(int, offset);
    QCOMPARE(int(payloadOffset(packet).value_or(-1)), offset);
}

QTEST_APPLESS_MAIN(TestPacket)
#include "tst_packet.moc"
