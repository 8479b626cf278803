#include "capturefixture.h"
#include "journalfixture.h"

#include "bench/sentences.h"
#include "lens/exportcells.h"
#include "lens/exporter.h"
#include "lens/exportname.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace swb::lens {

using namespace journal::fixture;

namespace {

class MemorySink : public ExportSink
{
public:
    Outcome write(QByteArrayView bytes) override
    {
        written.append(bytes);
        return Done{};
    }
    bool rowEnded(qsizetype) override { return ++rows < mostRows; }

    QByteArray written;
    int rows = 0;
    int mostRows = 1'000'000;
};

/// A CSV file as RFC 4180 says it is read: rows of cells.
QList<QByteArrayList> readCsv(const QByteArray &text)
{
    QList<QByteArrayList> rows{{QByteArray()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        QByteArray &cell = rows.last().last();
        if (quoted && c == '"' && text.mid(i + 1, 1) == "\"")
            cell += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            rows.last().append(QByteArray());
        else if (!quoted && text.mid(i, 2) == "\r\n" && ++i)
            rows.append(QByteArrayList{QByteArray()});
        else
            cell += c;
    }
    rows.removeLast();
    return rows;
}

/// The bytes of a hex dump, as `xxd -r` takes them from what stands between the offset and the text.
QByteArray readDump(const QByteArray &text)
{
    QByteArray bytes;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.startsWith('#'))
            bytes += QByteArray::fromHex(line.mid(8, line.indexOf('|') - 8));
    }
    return bytes;
}

QByteArray readArrays(const QByteArray &text)
{
    QByteArray bytes;
    for (const QByteArray &word : text.simplified().split(' ')) {
        if (word.startsWith("0x"))
            bytes += QByteArray::fromHex(word.mid(2, 2));
    }
    return bytes;
}

} // namespace

class tst_Export : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void csvCells_data();
    void csvCells();
    void fileNames_data();
    void fileNames();
    void twoFilesHaveNamesOfTheirOwn();

    void textIsTheRowsOfTheLog();
    void textIsNotCut();
    void shownTimesKnowTheRowBefore();
    void csvReadsBack();
    void csvBeginsWithAMarkOnlyIfAsked();
    void jsonHasTheBytes();
    void bytesReadBack_data();
    void bytesReadBack();
    void arraysHaveNamesThatCTakes();
    void rawTakesOneDirection();
    void rawOfBothSidesMakesTwoFiles();

    void aCaptureOfAllIsTheRecordingAgain();
    void aCaptureKnowsWhatIsLeftOut();
    void aCaptureKeepsMarksAndNotes();

    void onlyTheSelectionIsWritten();
    void theSinkMayHaveEnough();
    void progressCountsRows();
    void cancelLeavesNothing();
    void aFailureLeavesTheOldFile();
    void damageIsCounted();
    void udpIsNoRecording();
    void theRecordingIsNotReplaced_data();
    void theRecordingIsNotReplaced();

private:
    QString in(const QString &name) const { return QDir(m_folder->path()).filePath(name); }
    ExportJob job(const QList<Record> &records, ExportFormat format);
    QByteArray exported(const ExportJob &job) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

ExportJob tst_Export::job(const QList<Record> &records, ExportFormat format)
{
    const QString path = in(u"recording.pcapng"_s);
    if (!record(path, records))
        qFatal("the recording cannot be made");
    ExportJob job;
    job.recording = *journal::Recording::open(path);
    job.rows = {job.recording->eventCount(), [](quint32 row) { return EventSeq(row); }};
    job.end = job.rows.count;
    job.format = format;
    return job;
}

QByteArray tst_Export::exported(const ExportJob &job) const
{
    MemorySink sink;
    ExportProgress progress;
    const auto report = exportRows(job, sink, progress);
    return report ? sink.written : QByteArray("failed");
}

void tst_Export::csvCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");

    QTest::newRow("plain") << u"hello"_s << QByteArray("hello");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quotation mark") << u"say \"hi\""_s << QByteArray("\"say \"\"hi\"\"\"");
    QTest::newRow("line end") << u"a\r\nb"_s << QByteArray("\"a\r\nb\"");
    QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s << QByteArray("\"'=cmd|' /C calc'!A0\"");
    QTest::newRow("plus") << u"+1"_s << QByteArray("\"'+1\"");
    QTest::newRow("minus") << u"-1"_s << QByteArray("\"'-1\"");
    QTest::newRow("at") << u"@x"_s << QByteArray("\"'@x\"");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("full-width equals") << u"＝1"_s << QByteArray("\"'＝1\"");
    QTest::newRow("apostrophe") << u"'a"_s << QByteArray("\"''a\"");
    QTest::newRow("sign inside") << u"1+1=2"_s << QByteArray("1+1=2");
    QTest::newRow("another script") << u"你好"_s << QByteArray("你好");
}

void tst_Export::csvCells()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(csvCell(text), cell);
}

void tst_Export::fileNames_data()
{
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("name");

    QTest::newRow("plain") << u"log"_s << u"log.csv"_s;
    QTest::newRow("address") << u"[::1]:9090"_s << u"[--1]-9090.csv"_s;
    QTest::newRow("way up") << u"../../x"_s << u"-..-x.csv"_s;
    QTest::newRow("root") << u"/etc/passwd"_s << u"-etc-passwd.csv"_s;
    QTest::newRow("Windows path") << u"C:\\x?*<>|\""_s << u"C--x------.csv"_s;
    QTest::newRow("hidden") << u".profile"_s << u"profile.csv"_s;
    QTest::newRow("controls") << u"a\nb\tc\u0007d"_s << u"a b c d.csv"_s;
    QTest::newRow("bidi") << u"a\u202Efdp"_s << u"a fdp.csv"_s;
    QTest::newRow("zero width") << u"a\u200Bb\uFEFFc"_s << u"a b c.csv"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"a b.csv"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd800) << u"a\uFFFD.csv"_s;
    QTest::newRow("device") << u"CON"_s << u"_CON.csv"_s;
    QTest::newRow("device with a suffix") << u"com1.tar"_s << u"_com1.tar.csv"_s;
    QTest::newRow("no device") << u"console"_s << u"console.csv"_s;
    QTest::newRow("trailing dots") << u"a. . ."_s << u"a.csv"_s;
    QTest::newRow("nothing") << QString() << u"export.csv"_s;
    QTest::newRow("nothing left") << u"\u202e..."_s << u"export.csv"_s;
    QTest::newRow("long") << QString(300, u'x') << QString(196, u'x') + u".csv"_s;
    QTest::newRow("long, three bytes each") << QString(300, u'你') << QString(65, u'你') + u".csv"_s;
}

void tst_Export::fileNames()
{
    QFETCH(QString, stem);
    QFETCH(QString, name);
    QCOMPARE(safeFileName(stem, u".csv"_s), name);
}

void tst_Export::twoFilesHaveNamesOfTheirOwn()
{
    QCOMPARE(withSuffix(u"/a.b/c.d.bin"_s, u"-sent"_s), u"/a.b/c.d-sent.bin"_s);
    QCOMPARE(withSuffix(u"/a.b/c"_s, u"-sent"_s), u"/a.b/c-sent"_s);
}

void tst_Export::textIsTheRowsOfTheLog()
{
    const Talk talk(3, "127.0.0.1:9090", "127.0.0.1:50001");
    const QByteArray text = exported(
        job({talk.opened(false), talk.received("hi\r\n"), talk.sent("\xe4\xbd")}, ExportFormat::Text));
    const QList<QByteArray> lines = text.split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].split('\t').mid(1, 4), (QByteArrayList{"#3", "", "127.0.0.1:50001", ""}));
    QCOMPARE(lines[1].split('\t').mid(1),
        (QByteArrayList{"#3", "received", "127.0.0.1:50001", "4 byte(s)", "hi␍␊"}));
    QCOMPARE(lines[2].split('\t').mid(1),
        (QByteArrayList{"#3", "sent", "127.0.0.1:50001", "2 byte(s)", "\\xe4\\xbd"}));
}

void tst_Export::textIsNotCut()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const QByteArray bytes = QByteArray("0123456789abcdef").repeated(50'000);
    const QByteArray text = exported(job({talk.opened(false), talk.received(bytes)}, ExportFormat::Text));
    QVERIFY(text.endsWith('\t' + bytes + '\n'));
}

void tst_Export::shownTimesKnowTheRowBefore()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work = job({talk.opened(false), talk.received("a"), talk.received("b")}, ExportFormat::Text);
    work.first = 1;
    work.shownTime = [](Timestamp time, std::optional<Timestamp> before) {
        return before ? QString::number((time - *before).count()) : u"none"_s;
    };
    QVERIFY(exported(work).startsWith("1000\t"));
    work.first = 0;
    QVERIFY(exported(work).startsWith("none\t"));
}

void tst_Export::csvReadsBack()
{
    const Talk talk(2, "[::1]:9090", "[::1]:50001");
    const QByteArray hard = "=1+1,\"x\"\r\n你好";
    const auto rows = readCsv(exported(job(
        {talk.opened(false), talk.received(hard), talk.make(EventKind::PeerFinished)}, ExportFormat::Csv)));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].join(' '), "event time connection direction local peer size text hex note");
    for (const QByteArrayList &row : rows)
        QCOMPARE(row.size(), 10);
    QCOMPARE(rows[1].first(), "opened");
    const QByteArrayList &data = rows[2];
    QCOMPARE(data[0], "received");
    QVERIFY(QDateTime::fromString(QString::fromLatin1(data[1]), Qt::ISODateWithMs).isValid());
    QCOMPARE(data[2], "2");
    QCOMPARE(data[3], "in");
    QCOMPARE(data[4], "[::1]:9090");
    QCOMPARE(data[5], "[::1]:50001");
    QCOMPARE(data[6], QByteArray::number(hard.size()));
    QCOMPARE(data[7], '\'' + hard);
    QCOMPARE(QByteArray::fromHex(data[8]), hard);
    QCOMPARE(rows[3][3], "in");
}

void tst_Export::csvBeginsWithAMarkOnlyIfAsked()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work = job({talk.opened(false)}, ExportFormat::Csv);
    QVERIFY(exported(work).startsWith("event,"));
    work.csvByteOrderMark = true;
    work.csvHex = false;
    QVERIFY(exported(work).startsWith("\xef\xbb\xbf"
                                      "event,"));
    QVERIFY(!exported(work).contains(",hex,"));
}

void tst_Export::jsonHasTheBytes()
{
    const QList<Record> records = everyKind();
    const QByteArray text = exported(job(records, ExportFormat::JsonLines));
    QList<QByteArray> lines = text.split('\n');
    QVERIFY(lines.takeLast().isEmpty());
    QCOMPARE(lines.size(), records.size());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject object = QJsonDocument::fromJson(lines[i]).object();
        QCOMPARE(object[u"event"].toString(), eventName(records[i].event.kind));
        if (!records[i].event.carriesBytes())
            continue;
        QCOMPARE(QByteArray::fromHex(object[u"hex"].toString().toLatin1()), records[i].bytes);
        QCOMPARE(object[u"size"].toInteger(), records[i].bytes.size());
        QVERIFY(object.contains(u"text"));
    }
}

void tst_Export::bytesReadBack_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("one") << QByteArray("x");
    QTest::newRow("every value") << [] {
        QByteArray all(256, '\0');
        std::iota(all.begin(), all.end(), '\0');
        return all;
    }();
    QTest::newRow("one piece") << randomBytes(192 * 1024, 1);
    QTest::newRow("several pieces") << randomBytes(500'001, 2);
}

void tst_Export::bytesReadBack()
{
    QFETCH(QByteArray, bytes);
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const QList<Record> records{talk.opened(false), talk.received(bytes)};
    ExportJob work = job(records, ExportFormat::Raw);
    QCOMPARE(exported(work), bytes);
    work.format = ExportFormat::HexDump;
    QCOMPARE(readDump(exported(work)), bytes);
    work.format = ExportFormat::CArray;
    QCOMPARE(readArrays(exported(work)), bytes);
    work.format = ExportFormat::Csv;
    QCOMPARE(QByteArray::fromHex(readCsv(exported(work)).at(2).at(8)), bytes);
}

void tst_Export::arraysHaveNamesThatCTakes()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const QByteArray text = exported(
        job({talk.opened(false), talk.received("a"), talk.sent({}), talk.sent("b")}, ExportFormat::CArray));
    QVERIFY(text.contains("const unsigned char event_1_received[] = {\n    0x61,\n};\n"));
    QVERIFY(text.contains("const unsigned char event_3_sent[] = {\n    0x62,\n};\n"));
    QVERIFY(!text.contains("event_2_")); // C has no empty arrays
}

void tst_Export::rawTakesOneDirection()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work =
        job({talk.opened(false), talk.received("a"), talk.sent("b"), talk.received("c")}, ExportFormat::Raw);
    QCOMPARE(exported(work), "ac");
    work.side = ExportSide::Sent;
    QCOMPARE(exported(work), "b");
}

void tst_Export::rawOfBothSidesMakesTwoFiles()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work =
        job({talk.opened(false), talk.received("a"), talk.sent("b"), talk.received("c")}, ExportFormat::Raw);
    work.side = ExportSide::Both;
    ExportProgress progress;
    QVERIFY(exportToFile(work, in(u"x.bin"_s), progress));
    QVERIFY(!QFile::exists(in(u"x.bin"_s)));
    QCOMPARE(contents(in(u"x-received.bin"_s)), "ac");
    QCOMPARE(contents(in(u"x-sent.bin"_s)), "b");
    QCOMPARE(
        exportedPaths(work, in(u"x.bin"_s)), (QStringList{in(u"x-received.bin"_s), in(u"x-sent.bin"_s)}));
}

void tst_Export::aCaptureOfAllIsTheRecordingAgain()
{
    const ExportJob work = job(everyKind(), ExportFormat::Pcapng);
    QCOMPARE(exported(work), contents(work.recording->path()));
}

void tst_Export::aCaptureKnowsWhatIsLeftOut()
{
    const Talk talk(7, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work = job({talk.opened(false), talk.received("one"), talk.sent("two"), talk.received("three"),
                             talk.received("four"), talk.received("five"), talk.make(EventKind::Closed)},
        ExportFormat::Pcapng);
    work.rows = {3, [](quint32 row) { return EventSeq(row == 0 ? 3u : row + 4); }}; // three, five, closed
    work.end = 3;
    QVERIFY(putContents(in(u"part.pcapng"_s), exported(work)));

    const auto checked = journal::check(in(u"part.pcapng"_s));
    QVERIFY(checked);
    QCOMPARE(checked->tail.bytesAfter, 0u);
    const auto part = *journal::Recording::open(in(u"part.pcapng"_s));
    QList<std::pair<EventKind, quint64>> events;
    for (quint32 i = 0; i < part->eventCount(); ++i)
        events.append({part->summary(EventSeq(i)).kind, part->summary(EventSeq(i)).size});
    const QList<std::pair<EventKind, quint64>> expected{{EventKind::Gap, 0}, {EventKind::Received, 5},
        {EventKind::Gap, 4}, {EventKind::Received, 4}, {EventKind::Closed, 0}};
    QCOMPARE(events, expected);
    QCOMPARE(part->bytes(EventSeq(1)), "three");
    QCOMPARE(part->event(EventSeq(1))->time, work.recording->event(EventSeq(3))->time);
    const journal::RecordedConnection connection = part->connections().at(0);
    QCOMPARE(connection.id, ConnectionId(7));
    QCOMPARE(connection.local, at("127.0.0.1:9090"));
    QCOMPARE(connection.peer, at("127.0.0.1:50001"));
}

void tst_Export::aCaptureKeepsMarksAndNotes()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const Record opened = talk.opened(false);
    const Record received = talk.received("a");
    Record note = talk.make(EventKind::Annotation);
    note.event.about = EventSeq(1);
    note.event.marked = true;
    note.event.text = u"=here"_s;
    ExportJob work = job({opened, received, note}, ExportFormat::Pcapng);
    work.first = 1;
    QVERIFY(putContents(in(u"part.pcapng"_s), exported(work)));
    const auto part = *journal::Recording::open(in(u"part.pcapng"_s));
    QCOMPARE(part->eventCount(), 2u); // where it begins, and the row
    QCOMPARE(part->annotationOf(EventSeq(1)), (Annotation{true, u"=here"_s}));

    work.format = ExportFormat::Csv;
    QCOMPARE(readCsv(exported(work)).at(1).last(), "★ =here");
}

void tst_Export::onlyTheSelectionIsWritten()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work = job(
        {talk.received("a"), talk.received("b"), talk.received("c"), talk.received("d")}, ExportFormat::Raw);
    work.first = 1;
    work.end = 3;
    QCOMPARE(exported(work), "bc");
}

void tst_Export::theSinkMayHaveEnough()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    const ExportJob work =
        job({talk.received("a"), talk.received("b"), talk.received("c")}, ExportFormat::Raw);
    MemorySink sink;
    sink.mostRows = 2;
    ExportProgress progress;
    const auto report = exportRows(work, sink, progress);
    QVERIFY(report);
    QCOMPARE(report->rows, 2u);
    QCOMPARE(sink.written, "ab");
}

void tst_Export::progressCountsRows()
{
    const ExportJob work = job(everyKind(), ExportFormat::JsonLines);
    ExportProgress progress;
    const auto report = exportToFile(work, in(u"x.jsonl"_s), progress);
    QVERIFY(report);
    QCOMPARE(progress.rowsDone, quint32(everyKind().size()));
    QCOMPARE(progress.rowsTotal, quint32(everyKind().size()));
    QCOMPARE(report->rows, quint32(everyKind().size()));
    QCOMPARE(report->damagedRows, 0u);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(in(u"x.jsonl"_s)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600u);
}

void tst_Export::cancelLeavesNothing()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work = job(QList<Record>(10, talk.received(randomBytes(500'000, 3))), ExportFormat::HexDump);
    ExportProgress progress;
    work.rows.seqAt = [&progress](quint32 row) {
        if (row == 5)
            progress.cancelled = true;
        return EventSeq(row);
    };
    const auto report = exportToFile(work, in(u"x.txt"_s), progress);
    QVERIFY(!report);
    QCOMPARE(report.failure().kind, FailureKind::Cancelled);
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"recording.pcapng"_s});
}

void tst_Export::aFailureLeavesTheOldFile()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work = job({talk.received("a"), talk.received("b")}, ExportFormat::Raw);
    QVERIFY(putContents(in(u"x.bin"_s), "old"));
    work.rows.seqAt = [](quint32) { return EventSeq(99); }; // there is no such event
    ExportProgress progress;
    QVERIFY(!exportToFile(work, in(u"x.bin"_s), progress));
    QCOMPARE(contents(in(u"x.bin"_s)), "old");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void tst_Export::damageIsCounted()
{
    const Talk talk(1, "127.0.0.1:9090", "127.0.0.1:50001");
    ExportJob work =
        job({talk.received("a"), talk.received("damaged here"), talk.received("c")}, ExportFormat::Raw);
    QByteArray file = contents(work.recording->path());
    file[file.indexOf("damaged here")] = 'D';
    QVERIFY(putContents(work.recording->path(), file));
    MemorySink sink;
    ExportProgress progress;
    const auto report = exportRows(work, sink, progress);
    QVERIFY(report);
    QCOMPARE(report->damagedRows, 1u);
    QCOMPARE(sink.written, "ac");
}

void tst_Export::udpIsNoRecording()
{
    using namespace capture::fixture;
    const QByteArray packets =
        pcap({ipv4(1, 2, 17, udp(5000, 53, "name?")), ipv4(2, 1, 17, udp(53, 5000, "address"))});
    QVERIFY(putContents(in(u"dns.pcap"_s), packets));
    ExportJob work;
    work.recording = *journal::Recording::open(in(u"dns.pcap"_s));
    work.rows = {work.recording->eventCount(), [](quint32 row) { return EventSeq(row); }};
    work.end = work.rows.count;
    work.format = ExportFormat::Pcapng;
    QVERIFY(putContents(in(u"x.pcapng"_s), "old"));
    ExportProgress progress;
    const auto report = exportToFile(work, in(u"x.pcapng"_s), progress);
    QVERIFY(!report);
    QCOMPARE(report.failure(), (Failure{FailureKind::NoUdpRecording, 0, work.recording->path()}));
    QVERIFY(bench::Sentences::failure(report.failure()).contains(u"Choose another format"_s));
    QCOMPARE(contents(in(u"x.pcapng"_s)), "old");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);

    work.format = ExportFormat::Raw; // any other format takes them
    QCOMPARE(exported(work), "address");
}

void tst_Export::theRecordingIsNotReplaced_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("itself") << u"recording.pcapng"_s;
    QTest::newRow("a link to it") << u"link"_s;
}

void tst_Export::theRecordingIsNotReplaced()
{
    QFETCH(QString, name);
    const ExportJob work = job(everyKind(), ExportFormat::Pcapng);
    QVERIFY(QFile::link(work.recording->path(), in(u"link"_s)));
    const QByteArray before = contents(work.recording->path());
    ExportProgress progress;
    const auto report = exportToFile(work, in(name), progress);
    QVERIFY(!report);
    QCOMPARE(report.failure().kind, FailureKind::OwnRecording);
    QCOMPARE(contents(work.recording->path()), before);
}

} // namespace swb::lens

QTEST_GUILESS_MAIN(swb::lens::tst_Export)
#include "tst_export.moc"
