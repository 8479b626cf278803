// What other programs say about our recordings: tshark, capinfos and libpcap.
#include "journalfixture.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <pcap/pcap.h>

using namespace swb;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;

namespace {

struct Output
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Output run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(30'000))
        return {};
    Output output{process.exitCode(), process.readAllStandardOutput(), {}};
    for (const QByteArray &line : process.readAllStandardError().split('\n')) {
        if (!line.isEmpty() && !line.startsWith("Running as user"))
            output.err += line + '\n';
    }
    return output;
}

Output tshark(const QString &path, const QStringList &more)
{
    return run(u"tshark"_s,
        QStringList{u"-n"_s, u"-r"_s, path, u"-o"_s, u"tcp.check_checksum:TRUE"_s, u"-o"_s,
            u"ip.check_checksum:TRUE"_s}
            + more);
}

/// The bytes of both directions as `-z follow` gives them: those of the side that dialled, and of the other.
std::pair<QByteArray, QByteArray> follow(const QString &path, int stream)
{
    const Output output = tshark(path, {u"-q"_s, u"-z"_s, u"follow,tcp,raw,%1"_s.arg(stream)});
    std::pair<QByteArray, QByteArray> sides;
    for (const QByteArray &line : output.out.split('\n')) {
        const QByteArray bytes = QByteArray::fromHex(line);
        if (line.startsWith('\t'))
            sides.second += QByteArray::fromHex(line.mid(1));
        else if (bytes.toHex() == line)
            sides.first += bytes;
    }
    return sides;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// A talk of both sides with small and very large events.
QList<Record> conversation(const Talk &talk, bool outgoing, QByteArray &received, QByteArray &sent)
{
    QList<Record> list{talk.opened(outgoing)};
    quint32 seed = outgoing ? 7 : 8;
    for (const int size : {1, 5, 1000, 65'495, 65'496, 3, 300'000, 64}) {
        list << talk.received(randomBytes(size, ++seed));
        received += list.last().bytes;
        list << talk.sent(randomBytes(size / 2 + 1, ++seed));
        sent += list.last().bytes;
    }
    return list;
}

QList<Record> farewell(const Talk &talk)
{
    return {talk.make(EventKind::PeerFinished), talk.sent("one more"), talk.make(EventKind::Finished),
        talk.make(EventKind::Closed)};
}

} // namespace

class TestRecordingFormat : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void followGivesEveryByteBack_data();
    void followGivesEveryByteBack();
    void sameAddressesTwiceAreTwoStreams();
    void nobodyComplains();
    void flagsOfLifecycle();
    void libpcapReadsWhileItIsWritten();
    void sequenceNumbersWrap();

private:
    QTemporaryDir m_folder;
    QString newPath() { return m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)); }
    int m_files = 0;
};

void TestRecordingFormat::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"tshark"_s).isEmpty(), "tshark is needed");
    QVERIFY2(!QStandardPaths::findExecutable(u"capinfos"_s).isEmpty(), "capinfos is needed");
}

void TestRecordingFormat::followGivesEveryByteBack_data()
{
    QTest::addColumn<QByteArray>("local");
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<bool>("outgoing");
    QTest::newRow("IPv4 server") << QByteArray("127.0.0.1:9090") << QByteArray("127.0.0.1:50001") << false;
    QTest::newRow("IPv4 client") << QByteArray("10.0.0.1:50001") << QByteArray("192.0.2.7:80") << true;
    QTest::newRow("IPv6 server") << QByteArray("[::1]:9090") << QByteArray("[::1]:50001") << false;
    QTest::newRow("IPv6 client") << QByteArray("[fe80::1%2]:50001") << QByteArray("[fe80::2%2]:9") << true;
}

void TestRecordingFormat::followGivesEveryByteBack()
{
    QFETCH(QByteArray, local);
    QFETCH(QByteArray, peer);
    QFETCH(bool, outgoing);
    const Talk talk(3, local.constData(), peer.constData());
    QByteArray received;
    QByteArray sent;
    const QString path = newPath();
    const auto writer = Writer::create(path);
    QVERIFY(bool(writer));
    appendAll(**writer, conversation(talk, outgoing, received, sent));
    QVERIFY((*writer)->commit());
    const auto expected =
        outgoing ? std::pair(sha256(sent), sha256(received)) : std::pair(sha256(received), sha256(sent));
    // The writer still has the file open: so it looks while a conversation goes on.
    const auto [dialler, listener] = follow(path, 0);
    QCOMPARE(std::pair(sha256(dialler), sha256(listener)), expected);
}

void TestRecordingFormat::sameAddressesTwiceAreTwoStreams()
{
    const QString path = newPath();
    QList<Record> list;
    for (const quint32 id : {4u, 5u}) {
        const Talk talk(id, "127.0.0.1:9090", "127.0.0.1:40000");
        list << talk.opened(false) << talk.received("I am " + QByteArray::number(id)) << talk.sent("yes");
        list << talk.failed(EventKind::ResetByPeer, {FailureKind::ResetByPeer, 104, {}})
             << talk.make(EventKind::Closed);
    }
    QVERIFY(record(path, list));
    QCOMPARE(follow(path, 0).first, QByteArray("I am 4"));
    QCOMPARE(follow(path, 0).second, QByteArray("yes"));
    QCOMPARE(follow(path, 1).first, QByteArray("I am 5"));
    QCOMPARE(tshark(path, {u"-Y"_s, u"tcp.analysis.retransmission"_s}).out, QByteArray());
}

void TestRecordingFormat::nobodyComplains()
{
    const QString path = newPath();
    QByteArray bytes;
    QList<Record> list = everyKind();
    list.removeIf([](const Record &record) { return record.event.kind == EventKind::Gap; }); // told by tshark, too
    for (const bool outgoing : {false, true}) {
        const Talk v4(10 + outgoing, "127.0.0.1:9090", outgoing ? "127.0.0.1:7" : "127.0.0.1:8");
        const Talk v6(20 + outgoing, "[::1]:9090", outgoing ? "[::1]:7" : "[::1]:8");
        list << conversation(v4, outgoing, bytes, bytes) << farewell(v4);
        list << conversation(v6, outgoing, bytes, bytes) << farewell(v6);
    }
    const auto writer = Writer::create(path);
    QVERIFY(bool(writer));
    appendAll(**writer, list);
    QVERIFY((*writer)->commit());

    const Output all = tshark(path, {});
    QCOMPARE(all.err, QByteArray());
    QCOMPARE(all.code, 0);
    const auto suspicious =
        u"_ws.malformed || _ws.short || tcp.checksum.status == 0 || ip.checksum.status == 0 "
        "|| tcp.analysis.flags || _ws.expert.severity == error"_s;
    QCOMPARE(tshark(path, {u"-Y"_s, suspicious}).out, QByteArray());
    const Output good = tshark(path, {u"-Y"_s, u"tcp.checksum.status == 1"_s});
    QVERIFY(good.out.count('\n') > 50); // so the checksums were looked at
    const Output infos = run(u"capinfos"_s, {path});
    QCOMPARE(infos.err, QByteArray());
    QCOMPARE(infos.code, 0);
    QVERIFY(infos.out.contains("Socket Workbench"));
    QVERIFY(infos.out.contains("nanoseconds"));
}

void TestRecordingFormat::flagsOfLifecycle()
{
    const QString path = newPath();
    const Talk server(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const Talk client(2, "127.0.0.1:50002", "127.0.0.1:80");
    QVERIFY(record(path,
        {server.opened(false), client.opened(true), server.received("hi"),
            server.make(EventKind::PeerFinished), server.make(EventKind::Finished),
            client.make(EventKind::ResetByUs)}));
    const Output output = tshark(path,
        {u"-Y"_s, u"tcp"_s, u"-T"_s, u"fields"_s, u"-E"_s, u"separator=/s"_s, u"-e"_s, u"tcp.srcport"_s,
            u"-e"_s, u"tcp.flags.str"_s, u"-e"_s, u"tcp.seq"_s, u"-e"_s, u"tcp.ack"_s});
    const QByteArray expected = "50001 ··········S· 0 0\n9090 ·······A··S· 0 1\n50001 ·······A···· 1 1\n"
                                "50002 ··········S· 0 0\n80 ·······A··S· 0 1\n50002 ·······A···· 1 1\n"
                                "50001 ·······AP··· 1 1\n50001 ·······A···F 3 1\n9090 ·······A···F 1 4\n"
                                "50002 ·······A·R·· 1 1\n";
    QCOMPARE(output.out, expected);
}

void TestRecordingFormat::libpcapReadsWhileItIsWritten()
{
    const QString path = newPath();
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const auto writer = Writer::create(path);
    QVERIFY(bool(writer));
    const QList<Record> list{talk.opened(false), talk.received("hello"), talk.sent(randomBytes(100'000, 1))};
    appendAll(**writer, list);
    QVERIFY((*writer)->commit());

    char message[PCAP_ERRBUF_SIZE] = {};
    pcap_t *pcap = pcap_open_offline_with_tstamp_precision(
        QFile::encodeName(path).constData(), PCAP_TSTAMP_PRECISION_NANO, message);
    QVERIFY2(pcap, message);
    QCOMPARE(pcap_datalink(pcap), DLT_RAW);
    int packets = 0;
    int result = 0;
    pcap_pkthdr *header = nullptr;
    const u_char *data = nullptr;
    while ((result = pcap_next_ex(pcap, &header, &data)) == 1) {
        ++packets;
        QCOMPARE(header->caplen, header->len);
        if (packets == 4) {
            const qint64 time = qint64(header->ts.tv_sec) * 1'000'000'000 + header->ts.tv_usec;
            QCOMPARE(time, list[1].event.time.time_since_epoch().count());
            QCOMPARE(QByteArray(reinterpret_cast<const char *>(data) + 40, int(header->caplen) - 40),
                QByteArray("hello"));
        }
    }
    QByteArray error(pcap_geterr(pcap));
    pcap_close(pcap);
    QVERIFY2(result == PCAP_ERROR_BREAK, error.constData());
    QCOMPARE(packets, 3 + 1 + 2);
}

void TestRecordingFormat::sequenceNumbersWrap()
{
    // The initial sequence number is the connection's id: this one wraps after nine bytes.
    const Talk talk(0xffff'fff5, "127.0.0.1:9090", "127.0.0.1:50001");
    const QString path = newPath();
    QVERIFY(record(
        path, {talk.opened(false), talk.received("0123456789"), talk.received("abcdef"), talk.sent("x")}));
    QCOMPARE(follow(path, 0).first, QByteArray("0123456789abcdef"));
    QCOMPARE(tshark(path, {u"-Y"_s, u"tcp.analysis.flags"_s}).out, QByteArray());
}

QTEST_GUILESS_MAIN(TestRecordingFormat)
#include "tst_recordingformat.moc"
