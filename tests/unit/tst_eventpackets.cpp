#include "capturefixture.h"
#include "journal/pcapng.h"
#include "journalfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace swb;
using namespace swb::capture::fixture;
using namespace swb::journal;
using namespace swb::journal::fixture;
using capture::Ack;
using capture::Fin;
using capture::Rst;
using capture::Syn;

namespace {

constexpr quint16 ethernetLink = 1;
constexpr qsizetype many = 64;
constexpr quint16 moreFragments = 0x2000;

QByteArray framed(const QByteArray &packet)
{
    return QByteArray(12, '\2') + QByteArray::fromHex("0800") + packet;
}

QByteArray fromClient(quint32 sequence, quint8 flags, const QByteArray &payload = {})
{
    return framed(ipv4(1, 2, 6, tcp(40000, 80, sequence, flags, payload, 500)));
}

QByteArray fromServer(
    quint32 sequence, quint8 flags, const QByteArray &payload = {}, quint32 acknowledged = 100)
{
    return framed(ipv4(2, 1, 6, tcp(80, 40000, sequence, flags, payload, acknowledged)));
}

/// The packets of each event of one kind, in order.
QList<QList<QByteArray>> packetsOf(const Recording &recording, EventKind kind)
{
    QList<QList<QByteArray>> all;
    for (quint32 i = 0; i < recording.eventCount(); ++i) {
        if (recording.summary(EventSeq(i)).kind != kind)
            continue;
        QList<QByteArray> bytes;
        const EventPackets packets = recording.packets(EventSeq(i), many);
        for (const RecordedPacket &packet : packets.packets)
            bytes << packet.bytes;
        all << bytes;
    }
    return all;
}

using Packets = QList<QList<QByteArray>>;

} // namespace

class TestEventPackets : public QObject
{
    Q_OBJECT

private slots:
    void eventsOfACapture();
    void aFinThatWaited();
    void aDatagramInFragments();
    void anEmptyDatagram();
    void whatWasCutSaysSo();
    void ownRecording();
    void noMoreThanAskedFor();
    void eventsThatAreNoPacket();
    void damageEndsThem();

private:
    std::shared_ptr<Recording> open(const QByteArray &capture)
    {
        const QString path = m_folder.filePath(QStringLiteral("capture%1").arg(++m_files));
        const auto recording = putContents(path, capture) ? Recording::open(path)
                                                          : Result<std::shared_ptr<Recording>>(Failure());
        return recording ? *recording : nullptr;
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestEventPackets::eventsOfACapture()
{
    const QList<QByteArray> traffic{fromClient(99, Syn), fromServer(499, Syn | Ack), fromClient(100, Ack),
        fromClient(100, Ack, "hello"), fromServer(500, Ack, {}, 105), fromServer(500, Ack, "world", 105),
        fromClient(105, Fin | Ack), fromServer(505, Fin | Ack, {}, 106), fromClient(106, Ack)};
    const auto recording = open(pcap(traffic, ethernetLink));
    QVERIFY(recording);
    QCOMPARE(packetsOf(*recording, EventKind::Connecting), Packets{{traffic[0]}});
    QCOMPARE(packetsOf(*recording, EventKind::Opened), Packets{{traffic[1]}});
    QCOMPARE(packetsOf(*recording, EventKind::Sent), Packets{{traffic[3]}});
    QCOMPARE(packetsOf(*recording, EventKind::Received), Packets{{traffic[5]}});
    QCOMPARE(packetsOf(*recording, EventKind::Finished), Packets{{traffic[6]}});
    QCOMPARE(packetsOf(*recording, EventKind::PeerFinished), Packets{{traffic[7]}});
    QCOMPARE(packetsOf(*recording, EventKind::Closed), Packets{{}});
    QCOMPARE(recording->packets(EventSeq(0), many).packets[0].linkType, ethernetLink);
}

/// It is told when the bytes before it have come, and those came in another packet.
void TestEventPackets::aFinThatWaited()
{
    const QList<QByteArray> traffic{fromClient(99, Syn), fromServer(499, Syn | Ack),
        fromClient(105, Fin | Ack), fromClient(100, Ack, "late!"), fromServer(500, Rst)};
    const auto recording = open(pcap(traffic, ethernetLink));
    QVERIFY(recording);
    QCOMPARE(packetsOf(*recording, EventKind::Sent), Packets{{traffic[3]}});
    QCOMPARE(packetsOf(*recording, EventKind::Finished), Packets{{}});
    QCOMPARE(packetsOf(*recording, EventKind::ResetByPeer), Packets{{traffic[4]}});
}

void TestEventPackets::aDatagramInFragments()
{
    const QByteArray whole = udp(53, 5353, "four and twenty bytes...");
    const QByteArray first = framed(ipv4(1, 2, 17, whole.first(16), moreFragments, 7));
    const QByteArray second = framed(ipv4(1, 2, 17, whole.sliced(16), 2, 7));
    const auto recording = open(pcap({first, second}, ethernetLink));
    QVERIFY(recording);
    QCOMPARE(packetsOf(*recording, EventKind::Sent), (Packets{{first, second}}));
}

void TestEventPackets::anEmptyDatagram()
{
    const QList<QByteArray> traffic{
        framed(ipv4(1, 2, 17, udp(1, 2, {}))), framed(ipv4(1, 2, 17, udp(1, 2, "x")))};
    const auto recording = open(pcap(traffic, ethernetLink));
    QVERIFY(recording);
    QCOMPARE(packetsOf(*recording, EventKind::Sent), (Packets{{traffic[0]}, {traffic[1]}}));
}

void TestEventPackets::whatWasCutSaysSo()
{
    const QByteArray packet = ipv4(1, 2, 17, udp(1, 2, "twenty bytes of data"));
    QByteArray file = pcap({packet.first(40)});
    const qsizetype wireSizeAt = 24 + 12;
    file.replace(wireSizeAt, 4, little(quint32(packet.size())));
    const auto recording = open(file);
    QVERIFY(recording);
    const EventPackets packets = recording->packets(EventSeq(1), many);
    QCOMPARE(packets.packets.size(), 1);
    QCOMPARE(packets.packets[0].bytes, packet.first(40));
    QCOMPARE(packets.packets[0].wireSize, quint32(packet.size()));
}

void TestEventPackets::ownRecording()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const QByteArray large = randomBytes(150'000, 4);
    const QString path = m_folder.filePath(QStringLiteral("own"));
    QVERIFY(record(path, {talk.opened(false), talk.received("hello"), talk.sent(large)}));
    const auto recording = *Recording::open(path);
    const EventPackets opening = recording->packets(EventSeq(0), many);
    QCOMPARE(opening.packets.size(), 3); // SYN, SYN and ACK, ACK
    QCOMPARE(opening.packets[0].linkType, recordedLinkType);
    const EventPackets hello = recording->packets(EventSeq(1), many);
    QCOMPARE(hello.packets.size(), 1);
    QVERIFY(hello.packets[0].bytes.endsWith("hello"));
    QCOMPARE(hello.packets[0].bytes.size(), 20 + 20 + 5);
    const EventPackets sent = recording->packets(EventSeq(2), many);
    QCOMPARE(sent.packets.size(), 3);
    QByteArray payload;
    for (const RecordedPacket &packet : sent.packets)
        payload += packet.bytes.sliced(40);
    QCOMPARE(payload, large);
}

void TestEventPackets::noMoreThanAskedFor()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const QString path = m_folder.filePath(QStringLiteral("large"));
    QVERIFY(record(path, {talk.opened(false), talk.sent(randomBytes(300'000, 4))}));
    const auto recording = *Recording::open(path);
    const EventPackets some = recording->packets(EventSeq(1), 2);
    QCOMPARE(some.packets.size(), 2);
    QVERIFY(some.more);
    QVERIFY(!recording->packets(EventSeq(1), 5).more);
    QCOMPARE(recording->packets(EventSeq(1), 5).packets.size(), 5);
}

void TestEventPackets::eventsThatAreNoPacket()
{
    const QString path = m_folder.filePath(QStringLiteral("every"));
    const QList<Record> records = everyKind();
    QVERIFY(record(path, records));
    const auto recording = *Recording::open(path);
    for (quint32 i = 0; i < recording->eventCount(); ++i) {
        const Record &one = records[i];
        const EventKind kind = one.event.kind;
        const bool isPacket = one.event.carriesBytes()
            ? !one.bytes.isEmpty()
            : kind == EventKind::Opened || kind == EventKind::Finished || kind == EventKind::PeerFinished
                || kind == EventKind::ResetByPeer || kind == EventKind::ResetByUs;
        QCOMPARE(!recording->packets(EventSeq(i), many).packets.isEmpty(), isPacket);
    }
    QVERIFY(recording->packets(EventSeq(recording->eventCount()), many).packets.isEmpty());
}

void TestEventPackets::damageEndsThem()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const QString path = m_folder.filePath(QStringLiteral("damaged"));
    const QByteArray large = randomBytes(150'000, 4);
    QVERIFY(record(path, {talk.opened(false), talk.sent(large)}));
    QByteArray bytes = contents(path);
    const qsizetype inSecond = bytes.indexOf(large.sliced(70'000, 100));
    QVERIFY(inSecond > 0);
    bytes[inSecond] = char(bytes[inSecond] ^ 1);
    QVERIFY(putContents(path, bytes));
    const auto recording = *Recording::open(path);
    QCOMPARE(recording->packets(EventSeq(1), many).packets.size(), 1);
}

QTEST_GUILESS_MAIN(TestEventPackets)
#include "tst_eventpackets.moc"
