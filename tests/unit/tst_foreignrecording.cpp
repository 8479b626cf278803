#include "capturefixture.h"
#include "journal/annotator.h"
#include "journal/openprogress.h"
#include "journal/payloadreader.h"
#include "journalfixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace swb;
using namespace swb::capture::fixture;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;
using capture::Ack;
using capture::Fin;
using capture::Rst;
using capture::Syn;

namespace {

constexpr quint8 client = 1;
constexpr quint8 server = 2;

QByteArray segment(
    quint8 from, quint32 sequence, quint8 flags, const QByteArray &payload, quint32 acknowledged)
{
    const bool outward = from == client;
    return ipv4(from, outward ? server : client, 6,
        tcp(outward ? 40000 : 80, outward ? 80 : 40000, sequence, flags, payload, acknowledged));
}

/// A request, an answer of which some bytes were not captured, a datagram with its answer, and an ARP packet,
/// all over Ethernet.
QList<QByteArray> someTraffic()
{
    const QList<QByteArray> packets{segment(client, 99, Syn, {}, 0), segment(server, 499, Syn | Ack, {}, 100),
        segment(client, 100, Ack, "GET ", 500), ipv4(client, 3, 17, udp(5000, 53, "name?")),
        segment(client, 104, Ack, "/", 500), segment(client, 100, Ack, "GET /", 500),
        segment(server, 500, Ack, "20", 105), segment(server, 505, Ack, "OK", 105),
        segment(client, 105, Ack, {}, 507), ipv4(3, client, 17, udp(53, 5000, "address")),
        segment(client, 105, Fin | Ack, {}, 507), segment(server, 507, Fin | Ack, {}, 106),
        segment(client, 106, Ack, {}, 508)};
    const QByteArray macs(12, '\2');
    QList<QByteArray> frames;
    for (const QByteArray &packet : packets)
        frames << macs + QByteArray::fromHex("0800") + packet;
    return frames << macs + QByteArray::fromHex("0806") + QByteArray(28, '\0');
}

QString story(const Recording &recording)
{
    QStringList words;
    for (quint32 i = 0; i < recording.eventCount(); ++i) {
        const EventSeq seq(i);
        const Event event = *recording.event(seq);
        QString word = QString::number(event.connection.value) + u':' + eventName(event.kind);
        if (event.carriesBytes())
            word += u'=' + QString::fromLatin1(recording.bytes(seq));
        if (event.kind == EventKind::Gap)
            word += u'=' + QString::number(event.size);
        words << word;
    }
    return words.join(u' ');
}

} // namespace

class TestForeignRecording : public QObject
{
    Q_OBJECT

private slots:
    void eventsInOrder();
    void factsOfConnections();
    void streamsAndParts();
    void payloadsPieceByPiece();
    void whatIsNotShownIsCounted();
    void datagramInFragments();
    void itIsNeverChanged();
    void progressAndCancel();
    void everyPrefixOpens();
    void everyDamagedByteIsSurvived();
    void onlyOtherLinks();
    void shortenedBehindOurBack();

private:
    std::shared_ptr<Recording> open(const QByteArray &capture)
    {
        const QString path = newPath();
        if (!putContents(path, capture))
            return {};
        const auto recording = Recording::open(path);
        return recording ? *recording : nullptr;
    }
    QString newPath() { return m_folder.filePath(QString::number(++m_files)); }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestForeignRecording::eventsInOrder()
{
    const auto recording = open(pcap(someTraffic(), 1));
    QVERIFY(recording);
    QCOMPARE(story(*recording),
        u"1:connecting 1:opened 1:sent=GET  2:opened 2:sent=name? 1:sent=/ 1:received=20 1:gap=3 "
        u"1:received=OK "
        "2:received=address 1:finished 1:peer-finished 1:closed"_s);
    QCOMPARE(recording->tail().bytesAfter, 0u);
    const Event opened = *recording->event(EventSeq(1));
    QVERIFY(opened.outgoing);
    QCOMPARE(opened.local, at("10.0.0.1:40000"));
    QCOMPARE(opened.peer, at("10.0.0.2:80"));
    QCOMPARE(recording->event(EventSeq(3))->text, u"UDP"_s);
    const Event gap = *recording->event(EventSeq(7));
    QVERIFY(!gap.outgoing);
    QCOMPARE(gap.time, Timestamp(std::chrono::seconds(1'800'000'000) + std::chrono::microseconds(7)));
    QVERIFY(!recording->event(EventSeq(13)));
}

void TestForeignRecording::factsOfConnections()
{
    const auto recording = open(pcap(someTraffic(), 1));
    QVERIFY(recording);
    const QList<RecordedConnection> list = recording->connections();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].local, at("10.0.0.1:40000"));
    QCOMPARE(list[0].bytesSent, 5u);
    QCOMPARE(list[0].bytesReceived, 4u);
    QVERIFY(list[0].outgoing && list[0].closed && !list[0].datagrams);
    QCOMPARE(list[1].peer, at("10.0.0.3:53"));
    QVERIFY(list[1].datagrams && !list[1].closed);
    QCOMPARE(recording->rowCount({EndpointId(1), {}}), recording->eventCount());
    QCOMPARE(recording->rowCount({{}, ConnectionId(2)}), 3u);
}

void TestForeignRecording::streamsAndParts()
{
    const auto recording = open(pcap(someTraffic(), 1));
    QVERIFY(recording);
    const ConnectionId id(1);
    QCOMPARE(recording->streamBytes(id, EventKind::Sent, 0, ~0ull), QByteArray("GET /"));
    QCOMPARE(recording->streamBytes(id, EventKind::Received, 0, ~0ull),
        QByteArray("20OK")); // the gap adds nothing
    QCOMPARE(recording->streamBytes(id, EventKind::Received, 1, 2), QByteArray("0O"));
    QCOMPARE(recording->summary(EventSeq(7)).streamOffset, 2u); // but lies there
    QCOMPARE(recording->bytes(EventSeq(2), 1, 2), QByteArray("ET"));
    QCOMPARE(recording->bytes(EventSeq(2), 9), QByteArray());
    QCOMPARE(recording->bytes(EventSeq(7)), QByteArray());
}

void TestForeignRecording::payloadsPieceByPiece()
{
    const auto recording = open(pcap(someTraffic(), 1));
    QVERIFY(recording);
    PayloadReader reader(*recording);
    for (quint32 i = 0; i < recording->eventCount(); ++i) {
        const EventSummary summary = recording->summary(EventSeq(i));
        if (summary.kind != EventKind::Received && summary.kind != EventKind::Sent)
            continue;
        reader.start(EventSeq(i), summary);
        QByteArray all;
        for (QByteArrayView piece = reader.next(); !piece.isEmpty(); piece = reader.next())
            all += piece;
        QCOMPARE(all, recording->bytes(EventSeq(i)));
        QVERIFY(!reader.isDamaged());
    }
}

void TestForeignRecording::whatIsNotShownIsCounted()
{
    QList<QByteArray> packets = someTraffic();
    packets << "short"
            << QByteArray(12, '\2') + QByteArray::fromHex("0800") + ipv4(1, 2, 17, "12345678", 0x2000);
    const auto recording = open(pcap(packets, 1));
    QVERIFY(recording);
    QVERIFY(recording->isForeign());
    const ForeignCapture facts = *recording->foreign();
    QCOMPARE(facts.format, u"pcap"_s);
    QCOMPARE(facts.packets, 16u);
    QCOMPARE(facts.otherProtocols, 1u);
    QCOMPARE(facts.unreadable, 1u);
    QCOMPARE(facts.lostFragments, 1u);
    QCOMPARE(facts.notUnderstood(), 3u);
    QCOMPARE(check(recording->path())->foreign, recording->foreign());

    const QString own = newPath();
    QVERIFY(record(own, everyKind()));
    QVERIFY(!(*Recording::open(own))->isForeign());
}

void TestForeignRecording::datagramInFragments()
{
    const QByteArray payload = randomBytes(4000, 1);
    const QByteArray content = udp(5000, 53, payload);
    QList<QByteArray> packets;
    for (qsizetype from = 0; from < content.size(); from += 1480) {
        const quint16 more = from + 1480 < content.size() ? 0x2000 : 0;
        packets.prepend(ipv4(1, 2, 17, content.mid(from, 1480), quint16(more | from / 8), 9));
    }
    const auto recording = open(pcap(packets));
    QVERIFY(recording);
    QCOMPARE(recording->eventCount(), 2u);
    const EventSeq seq(1);
    QCOMPARE(recording->summary(seq).size, 4000u);
    QCOMPARE(recording->bytes(seq), payload);
    for (const qsizetype from : {0, 1, 1471, 1472, 1473, 2951, 2952, 3999})
        QCOMPARE(recording->bytes(seq, quint64(from), 1500), payload.mid(from, 1500));
    PayloadReader reader(*recording);
    reader.start(seq, recording->summary(seq));
    QByteArray all;
    for (QByteArrayView piece = reader.next(); !piece.isEmpty(); piece = reader.next())
        all += piece;
    QCOMPARE(all, payload);
}

void TestForeignRecording::itIsNeverChanged()
{
    const QByteArray capture = pcap(someTraffic(), 1);
    const auto recording = open(capture);
    QVERIFY(recording);
    const Outcome outcome = Annotator::annotate(*recording, EventSeq(1), {true, u"look"_s}, {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.failure().kind, FailureKind::ForeignRecording);
    QCOMPARE(contents(recording->path()), capture);
}

void TestForeignRecording::progressAndCancel()
{
    const QString path = newPath();
    QVERIFY(putContents(path, pcap(someTraffic(), 1)));
    OpenProgress progress;
    QVERIFY(bool(Recording::open(path, &progress)));
    QCOMPARE(progress.bytesDone.load(), quint64(QFileInfo(path).size()));
    QCOMPARE(progress.bytesTotal.load(), quint64(QFileInfo(path).size()));
    progress.cancelled = true;
    QCOMPARE(Recording::open(path, &progress).failure().kind, FailureKind::Cancelled);
}

void TestForeignRecording::everyPrefixOpens()
{
    const QByteArray whole = pcap(someTraffic(), 1);
    const QString path = newPath();
    quint32 seen = 0;
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        QVERIFY(putContents(path, whole.first(size)));
        const auto recording = Recording::open(path);
        QCOMPARE(bool(recording), size >= 24);
        if (!recording)
            continue;
        QVERIFY((*recording)->eventCount() >= seen);
        seen = (*recording)->eventCount();
        const TornTail tail = (*recording)->tail();
        QVERIFY(!tail.damaged);
        QCOMPARE(tail.validBytes + tail.bytesAfter, quint64(size));
        QCOMPARE(tail.reason.isEmpty(), tail.bytesAfter == 0);
    }
    QCOMPARE(seen, 13u);
}

void TestForeignRecording::everyDamagedByteIsSurvived()
{
    const Order order;
    QByteArray ng = sectionHeader(order) + interfaceBlock(order, 1);
    for (const QByteArray &packet : someTraffic())
        ng += enhancedPacket(order, 0, 0, packet);
    const QString path = newPath();
    for (const QByteArray &whole : {pcap(someTraffic(), 1), ng}) {
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray bytes = whole;
            bytes[i] = char(bytes[i] ^ 0xff);
            QVERIFY(putContents(path, bytes));
            const auto recording = Recording::open(path);
            if (!recording)
                continue;
            quint64 carried = 0;
            for (quint32 seq = 0; seq < (*recording)->eventCount(); ++seq) {
                QVERIFY(bool((*recording)->event(EventSeq(seq))));
                const QByteArray got = (*recording)->bytes(EventSeq(seq));
                const EventSummary summary = (*recording)->summary(EventSeq(seq));
                carried += quint64(got.size());
                if (summary.kind == EventKind::Received || summary.kind == EventKind::Sent)
                    QCOMPARE(quint64(got.size()), summary.size);
            }
            QVERIFY(carried <= quint64(whole.size())); // no byte of the file is told twice
        }
    }
}

void TestForeignRecording::onlyOtherLinks()
{
    const Order order;
    const QString path = newPath();
    QVERIFY(putContents(path,
        sectionHeader(order) + interfaceBlock(order, 127)
            + enhancedPacket(order, 0, 0, QByteArray(60, '\0'))));
    const auto recording = Recording::open(path);
    QVERIFY(!recording);
    QCOMPARE(recording.failure().kind, FailureKind::UnsupportedLinkType);
    QCOMPARE(recording.failure().subject, u"IEEE 802.11 (radiotap)"_s);

    const auto mixed = open(sectionHeader(order) + interfaceBlock(order, 127) + interfaceBlock(order, 101)
        + enhancedPacket(order, 0, 0, QByteArray(60, '\0'))
        + enhancedPacket(order, 1, 0, ipv4(1, 2, 17, udp(1, 2, "seen"))));
    QVERIFY(mixed);
    QCOMPARE(mixed->foreign()->otherLinks, 1u);
    QCOMPARE(mixed->foreign()->format, u"pcapng"_s);
    QCOMPARE(mixed->bytes(EventSeq(1)), QByteArray("seen"));
}

void TestForeignRecording::shortenedBehindOurBack()
{
    const auto recording = open(pcap(someTraffic(), 1));
    QVERIFY(recording);
    QVERIFY(QFile::resize(recording->path(), 100));
    for (quint32 seq = 0; seq < recording->eventCount(); ++seq) {
        QVERIFY(bool(recording->event(EventSeq(seq))));
        QCOMPARE(recording->bytes(EventSeq(seq)), QByteArray());
    }
}

QTEST_APPLESS_MAIN(TestForeignRecording)

#include "tst_foreignrecording.moc"
