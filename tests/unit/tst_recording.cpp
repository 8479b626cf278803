#include "journal/openprogress.h"
#include "journalfixture.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <atomic>
#include <thread>

using namespace swb;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;

namespace {

/// A short recording with blocks of both sorts, small enough to be tried byte by byte.
QList<Record> shortTalk()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    QList<Record> list{talk.opened(false), talk.received("hello"), talk.sent("hi"),
        talk.make(EventKind::Note), talk.make(EventKind::PeerFinished), talk.make(EventKind::Closed)};
    list[3].event.text = u"a remark"_s;
    return list;
}

/// The file's length after each of the records: where a whole event ends.
QList<qint64> recordSteps(const QString &path, const QList<Record> &records)
{
    const auto writer = Writer::create(path);
    if (!writer)
        return {};
    QList<qint64> sizes;
    for (const Record &record : records) {
        (*writer)->append(record.event, record.bytes);
        if (!(*writer)->commit())
            return {};
        sizes << QFileInfo(path).size();
    }
    return sizes;
}

/// How many leading records the recording gives back exactly.
int intactRecords(const Recording &recording, const QList<Record> &records)
{
    int intact = 0;
    for (; intact < records.size() && quint32(intact) < recording.eventCount(); ++intact) {
        const Result<Event> event = recording.event(EventSeq(quint32(intact)));
        if (!event || !(*event == records[intact].event)
            || recording.bytes(EventSeq(quint32(intact))) != records[intact].bytes)
            break;
    }
    return intact;
}

/// Whether all that the recording gives back was once written, though perhaps not all of it is there.
bool inventsNothing(const Recording &recording, const QList<Record> &records)
{
    for (quint32 i = 0; i < recording.eventCount(); ++i) {
        const Result<Event> event = recording.event(EventSeq(i));
        if (!event || !(*event == records[i].event)
            || !records[i].bytes.startsWith(recording.bytes(EventSeq(i))))
            return false;
    }
    return true;
}

} // namespace

class TestRecording : public QObject
{
    Q_OBJECT

private slots:
    void everyKindComesBackAsItWas();
    void partsOfBytes();
    void rowsOfFilters();
    void streamsAcrossEvents();
    void connectionsAreTold();
    void everyPrefixOpens();
    void everyDamagedByteIsLocated();
    void damagedPayloadHidesNothingElse();
    void hostileLengths_data();
    void hostileLengths();
    void otherFiles_data();
    void otherFiles();
    void whatCannotBeOpened();
    void openingTellsItsProgress();
    void openingCanBeCancelled();
    void readersBesideTheWriter();

private:
    QString newPath() { return m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)); }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestRecording::everyKindComesBackAsItWas()
{
    const QList<Record> list = everyKind();
    const QString path = newPath();
    const auto writer = Writer::create(path);
    QVERIFY(bool(writer));
    appendAll(**writer, list);
    QCOMPARE((*writer)->recording()->eventCount(), 0u); // not before the kernel has them
    QVERIFY((*writer)->commit());

    const auto reopened = Recording::open(path);
    QVERIFY(bool(reopened));
    for (const std::shared_ptr<const Recording> &recording :
        QList<std::shared_ptr<const Recording>>{(*writer)->recording(), *reopened}) {
        QCOMPARE(recording->eventCount(), quint32(list.size()));
        QCOMPARE(recording->tail().bytesAfter, 0u);
        QCOMPARE(recording->tail().validBytes, quint64(QFileInfo(path).size()));
        for (int i = 0; i < list.size(); ++i) {
            const EventSeq seq{quint32(i)};
            const Result<Event> event = recording->event(seq);
            QVERIFY(bool(event));
            QCOMPARE(*event, list[i].event);
            QCOMPARE(recording->bytes(seq), list[i].bytes);
            const EventSummary summary = recording->summary(seq);
            QCOMPARE(summary.kind, list[i].event.kind);
            QCOMPARE(summary.connection, list[i].event.connection);
            QCOMPARE(summary.size, list[i].event.size);
        }
    }
    const Result<CheckReport> report = check(path);
    QVERIFY(bool(report));
    QCOMPARE(report->events, quint32(list.size()));
    QCOMPARE(report->connections, 2u);
    QCOMPARE(report->bytesReceived, 5u);
    QCOMPARE(report->bytesSent, 200'005u);
    QCOMPARE(report->tail.bytesAfter, 0u);
}

void TestRecording::partsOfBytes()
{
    const Talk talk(1, "127.0.0.1:1", "127.0.0.1:2");
    const QByteArray all = randomBytes(200'000, 5); // four packets
    const QString path = newPath();
    QVERIFY(record(path, {talk.opened(true), talk.sent(all)}));
    const auto recording = Recording::open(path);
    QVERIFY(bool(recording));
    const EventSeq seq{1};
    for (const qsizetype from : {0, 1, 65'494, 65'495, 65'496, 130'990, 199'999}) {
        for (const qsizetype size : {1, 2, 65'495, 70'000, 300'000})
            QCOMPARE((*recording)->bytes(seq, quint64(from), quint64(size)), all.mid(from, size));
    }
    QCOMPARE((*recording)->bytes(seq, 200'000), QByteArray());
    QCOMPARE((*recording)->bytes(seq, ~0ull, ~0ull), QByteArray());
    QCOMPARE((*recording)->bytes(seq, 5, 0), QByteArray());
    QCOMPARE((*recording)->bytes(EventSeq(0)), QByteArray());
    QCOMPARE((*recording)->bytes(EventSeq(99)), QByteArray());
    QVERIFY(!(*recording)->event(EventSeq(99)));
}

void TestRecording::rowsOfFilters()
{
    const QList<Record> list = everyKind();
    const QString path = newPath();
    QVERIFY(record(path, list));
    const auto recording = Recording::open(path);
    QVERIFY(bool(recording));
    for (const quint32 endpoint : {0u, 1u, 2u, 3u}) {
        for (const quint32 connection : {0u, 1u, 2u, 3u}) {
            QList<quint32> expected;
            for (int i = 0; i < list.size(); ++i) {
                const Event &event = list[i].event;
                if ((endpoint == 0 || event.endpoint.value == endpoint)
                    && (connection == 0 || event.connection.value == connection))
                    expected << quint32(i);
            }
            const RowFilter filter{EndpointId(endpoint), ConnectionId(connection)};
            QList<quint32> rows;
            for (quint32 row = 0; row < (*recording)->rowCount(filter); ++row)
                rows << (*recording)->rowAt(filter, row).value;
            QCOMPARE(rows, expected);
        }
    }
}

void TestRecording::streamsAcrossEvents()
{
    const Talk talk(1, "127.0.0.1:1", "127.0.0.1:2");
    const Talk other(2, "127.0.0.1:1", "127.0.0.1:3");
    QList<Record> list{talk.opened(false), other.opened(false)};
    QByteArray stream;
    QList<quint32> owner; // the event of each byte
    for (const int size : {3, 0, 1, 70'000, 2}) {
        list << other.received("noise") << talk.sent("answer") << talk.received(randomBytes(size, 3));
        stream += list.last().bytes;
        owner.resize(stream.size(), quint32(list.size() - 1));
    }
    const QString path = newPath();
    QVERIFY(record(path, list));
    const auto opened = Recording::open(path);
    QVERIFY(bool(opened));
    const Recording &recording = **opened;
    const ConnectionId id(1);
    for (const qsizetype at : {0, 1, 2, 3, 4, 5, 70'003, 70'004, 70'005}) {
        QCOMPARE(recording.eventAt(id, EventKind::Received, quint64(at)), EventSeq(owner[at]));
        QCOMPARE(recording.streamBytes(id, EventKind::Received, quint64(at), 70'001), stream.mid(at, 70'001));
    }
    QCOMPARE(recording.streamBytes(id, EventKind::Received, 0, ~0ull), stream);
    QCOMPARE(recording.streamBytes(id, EventKind::Sent, 4, 10), QByteArray("eransweran"));
    QVERIFY(!recording.eventAt(id, EventKind::Received, quint64(stream.size())));
    QVERIFY(!recording.eventAt(id, EventKind::Note, 0));
    QVERIFY(!recording.eventAt(ConnectionId(9), EventKind::Received, 0));
}

void TestRecording::connectionsAreTold()
{
    const QString path = newPath();
    QVERIFY(record(path, everyKind()));
    const auto recording = Recording::open(path);
    QVERIFY(bool(recording));
    const QList<RecordedConnection> list = (*recording)->connections();
    QCOMPARE(list.size(), 2);
    QCOMPARE(list[0].id, ConnectionId(1));
    QCOMPARE(list[0].endpoint, EndpointId(1));
    QCOMPARE(list[0].local, at("127.0.0.1:9090"));
    QCOMPARE(list[0].bytesReceived, 5u);
    QCOMPARE(list[0].bytesSent, 4u);
    QVERIFY(!list[0].outgoing && list[0].closed);
    QCOMPARE(list[1].peer, at("[fe80::2%7]:80"));
    QCOMPARE(list[1].bytesSent, 200'001u);
    QVERIFY(list[1].outgoing && list[1].closed);
}

void TestRecording::everyPrefixOpens()
{
    const QList<Record> list = shortTalk();
    const QString path = newPath();
    const QString headerOnly = newPath();
    QVERIFY(record(headerOnly, {}));
    const qint64 header = QFileInfo(headerOnly).size();
    const QList<qint64> ends = recordSteps(path, list);
    const QByteArray whole = contents(path);
    const qint64 sectionHeader = qFromLittleEndian<quint32>(whole.constData() + 4);
    QVERIFY(sectionHeader > 0 && sectionHeader < header);

    const QString cut = newPath();
    for (qint64 size = 0; size <= whole.size(); ++size) {
        QVERIFY(putContents(cut, whole.first(size)));
        const auto recording = Recording::open(cut);
        if (!recording) {
            QCOMPARE(recording.failure().kind,
                size == 0 ? FailureKind::EmptyFile : FailureKind::NotARecording);
            QVERIFY2(size < sectionHeader, qPrintable(QString::number(size)));
            continue;
        }
        QVERIFY(size >= sectionHeader);
        const auto events =
            std::count_if(ends.begin(), ends.end(), [size](qint64 end) { return end <= size; });
        const qint64 valid = events > 0 ? ends[events - 1] : size >= header ? header : sectionHeader;
        QCOMPARE((*recording)->eventCount(), quint32(events));
        QCOMPARE(intactRecords(**recording, list), int(events));
        const TornTail tail = (*recording)->tail();
        QCOMPARE(tail.validBytes, quint64(valid));
        QCOMPARE(tail.bytesAfter, quint64(size - valid));
        QVERIFY(!tail.damaged);
        QCOMPARE(tail.reason.isEmpty(), tail.bytesAfter == 0);
    }
}

void TestRecording::everyDamagedByteIsLocated()
{
    const QList<Record> list = shortTalk();
    const QString path = newPath();
    const QList<qint64> ends = recordSteps(path, list);
    const QByteArray whole = contents(path);
    const QString damaged = newPath();
    for (const char mask : {'\x01', '\x80', '\xff'}) {
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray bytes = whole;
            bytes[i] = char(bytes[i] ^ mask);
            QVERIFY(putContents(damaged, bytes));
            const auto before = std::count_if(ends.begin(), ends.end(), [i](qint64 end) { return end <= i; });
            const Result<CheckReport> report = check(damaged);
            if (!report) { // in the section header: this is no recording any more
                QVERIFY(i < ends[0]);
                QVERIFY(!Recording::open(damaged));
                continue;
            }
            QCOMPARE(report->events, quint32(before));
            QVERIFY(report->tail.bytesAfter > 0);
            QVERIFY(!report->tail.reason.isEmpty());
            QVERIFY(report->tail.validBytes <= quint64(i));
            const auto recording = Recording::open(damaged);
            QVERIFY(bool(recording));
            QVERIFY(intactRecords(**recording, list) >= before);
            QVERIFY(inventsNothing(**recording, list));
        }
    }
}

void TestRecording::damagedPayloadHidesNothingElse()
{
    const Talk talk(1, "127.0.0.1:1", "127.0.0.1:2");
    const QByteArray large(150'000, 'x');
    const QList<Record> list{
        talk.opened(false), talk.received("first"), talk.received(large), talk.received("last")};
    const QString path = newPath();
    const QList<qint64> ends = recordSteps(path, list);
    QByteArray bytes = contents(path);
    bytes[ends[1] + 100'000] = 'y'; // in the second packet of the large event
    QVERIFY(putContents(path, bytes));

    const auto recording = Recording::open(path);
    QVERIFY(bool(recording));
    QCOMPARE((*recording)->eventCount(), 4u);
    QCOMPARE((*recording)->bytes(EventSeq(1)), QByteArray("first"));
    QCOMPARE((*recording)->bytes(EventSeq(2)), large.first(65'495)); // never the wrong byte
    QCOMPARE((*recording)->bytes(EventSeq(2), 140'000), large.mid(140'000));
    QCOMPARE((*recording)->bytes(EventSeq(3)), QByteArray("last"));
    const Result<CheckReport> report = check(path);
    QVERIFY(bool(report));
    QVERIFY(report->tail.damaged);
    QCOMPARE(report->events, 2u);
    QVERIFY2(report->tail.reason.contains(u"CRC32"), qPrintable(report->tail.reason));
}

void TestRecording::hostileLengths_data()
{
    QTest::addColumn<QByteArray>("tail");
    const auto number = [](quint32 value) {
        return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
    };
    const QByteArray filler(64, '\0');
    QTest::newRow("zeros") << filler;
    QTest::newRow("packet of 4 GiB") << number(6) + number(0xffff'fffc) + filler;
    QTest::newRow("custom of 2 GiB") << number(0x8000'0bad) + number(0x7fff'fffc) + filler;
    QTest::newRow("length zero") << number(6) + number(0) + filler;
    QTest::newRow("length not a multiple of four") << number(6) + number(62) + filler;
    QTest::newRow("packet shorter than its head") << number(6) + number(16) + number(0) + number(16);
    QTest::newRow("captured length beyond the block")
        << number(6) + number(36) + filler.first(12) + number(0xffff'ffff) + filler.first(8) + number(36);
    QTest::newRow("option beyond the block")
        << number(6) + number(36) + filler.first(12) + filler.first(8) + number(0xffff'0bad) + number(36);
    QTest::newRow("details of 4 GiB") << number(0x8000'0bad) + number(56) + number(32473)
            + QByteArray("SWBJ\1\1\3\0", 8) + filler.first(24) + number(0xffff'ffff) + filler.first(4)
            + number(56);
    QTest::newRow("stranger's custom block")
        << number(0x8000'0bad) + number(20) + number(9) + number(0) + number(20);
}

void TestRecording::hostileLengths()
{
    QFETCH(QByteArray, tail);
    const QString path = newPath();
    const QList<Record> list = shortTalk();
    const QList<qint64> ends = recordSteps(path, list);
    QVERIFY(putContents(path, contents(path) + tail));
    const auto recording = Recording::open(path);
    QVERIFY(bool(recording));
    QCOMPARE(intactRecords(**recording, list), int(list.size()));
    QCOMPARE((*recording)->tail().validBytes, quint64(ends.last()));
    QCOMPARE((*recording)->tail().bytesAfter, quint64(tail.size()));
    QVERIFY((*recording)->tail().damaged);
}

void TestRecording::otherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FailureKind>("kind");
    const QByteArray little = QByteArray::fromHex("0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000");
    QByteArray newer = little;
    newer[12] = 2;
    QTest::newRow("a newer pcapng") << newer << FailureKind::UnsupportedRecording;
    QTest::newRow("pcap of a wireless interface")
        << QByteArray::fromHex("d4c3b2a1020004000000000000000000ffff000069000000")
        << FailureKind::UnsupportedLinkType;
    QTest::newRow("gzip") << QByteArray::fromHex("1f8b0800000000000003") << FailureKind::CompressedRecording;
    QTest::newRow("cut pcap") << QByteArray::fromHex("d4c3b2a1020004000000000000000000ffff0000")
                              << FailureKind::NotARecording;
    QTest::newRow("empty") << QByteArray() << FailureKind::EmptyFile;
    QTest::newRow("text") << QByteArray(1000, '\n') << FailureKind::NotARecording;
    QTest::newRow("cut pcapng") << little.first(20) << FailureKind::NotARecording;
}

void TestRecording::otherFiles()
{
    QFETCH(QByteArray, bytes);
    const QString path = newPath();
    QVERIFY(putContents(path, bytes));
    const auto recording = Recording::open(path);
    QVERIFY(!recording);
    QTEST(recording.failure().kind, "kind");
    QCOMPARE(recording.failure().subject,
        recording.failure().kind == FailureKind::UnsupportedLinkType ? u"IEEE 802.11"_s : path);
    QTEST(check(path).failure().kind, "kind");
}

void TestRecording::whatCannotBeOpened()
{
    QCOMPARE(Recording::open(newPath()).failure().kind, FailureKind::NotFound);
    const auto folder = Recording::open(m_folder.path());
    QVERIFY(!folder);
    QCOMPARE(folder.failure().kind, FailureKind::System); // EISDIR
}

void TestRecording::openingTellsItsProgress()
{
    const QString path = newPath();
    QVERIFY(record(path, everyKind()));
    OpenProgress progress;
    QVERIFY(bool(Recording::open(path, &progress)));
    QCOMPARE(progress.bytesTotal.load(), quint64(QFileInfo(path).size()));
    QCOMPARE(progress.bytesDone.load(), progress.bytesTotal.load());
}

void TestRecording::openingCanBeCancelled()
{
    const QString path = newPath();
    QVERIFY(record(path, everyKind()));
    OpenProgress progress;
    progress.cancelled = true;
    const auto recording = Recording::open(path, &progress);
    QVERIFY(!recording);
    QCOMPARE(recording.failure().kind, FailureKind::Cancelled);
    QCOMPARE(recording.failure().subject, path);
    QCOMPARE(check(path, &progress).failure().kind, FailureKind::Cancelled);
}

void TestRecording::readersBesideTheWriter()
{
    const auto writer = Writer::create(newPath());
    QVERIFY(bool(writer));
    const std::shared_ptr<const Recording> recording = (*writer)->recording();
    constexpr int total = 3000;
    const Talk talk(1, "127.0.0.1:1", "127.0.0.1:2");
    const QByteArray large = randomBytes(10'000, 1);
    std::atomic<int> wrong = 0;
    std::thread reader([&recording, &large, &wrong] {
        quint32 seen = 0;
        while (seen < total + 1) {
            const quint32 count = recording->rowCount({{}, ConnectionId(1)});
            for (; seen < count; ++seen) {
                const EventSeq seq = recording->rowAt({{}, ConnectionId(1)}, seen);
                const Result<Event> event = recording->event(seq);
                const QByteArray expected = seq.value == 0 ? QByteArray()
                    : seq.value % 50 == 0                  ? large
                                                           : QByteArray::number(seq.value);
                wrong += !event || recording->bytes(seq) != expected ? 1 : 0;
                wrong += recording->connections().size() != 1 ? 1 : 0;
            }
            std::this_thread::yield();
        }
    });
    const Record opened = talk.opened(false);
    (*writer)->append(opened.event, {});
    bool committed = true;
    for (int i = 1; i <= total; ++i) {
        const Record record = talk.received(i % 50 == 0 ? large : QByteArray::number(i));
        (*writer)->append(record.event, record.bytes);
        if (i % 7 == 0)
            committed = (*writer)->commit() && committed;
    }
    committed = (*writer)->commit() && committed;
    reader.join();
    QVERIFY(committed);
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
