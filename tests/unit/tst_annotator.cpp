#include "journal/annotator.h"
#include "journalfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/file.h>
#include <unistd.h>

using namespace swb;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;

/// What people say about events, in the file and in its index.
class TestAnnotator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRunningRecordingKeepsIt();
    void aFinishedRecordingKeepsIt();
    void theLatestWins();
    void nothingRemovesIt();
    void isNoEvent();
    void carriesEveryText_data();
    void carriesEveryText();
    void isAboutAnEventThatIsThere();
    void refusesAFileThatIsWritten();
    void refusesATornTail();
    void refusesAFileThatHasChanged();
    void refusesAReplacedFile();
    void refusesAReadOnlyFile();
    void aWrongAnnotationEndsTheRecording();
    void timesAscendUnlessTheyDoNot();

private:
    std::shared_ptr<Recording> finished();
    static Timestamp now() { return Timestamp(std::chrono::seconds(1'900'000'000)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    Talk m_talk{7, "127.0.0.1:80", "127.0.0.1:50000", 3};
};

void TestAnnotator::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"talk.pcapng"_s);
}

std::shared_ptr<Recording> TestAnnotator::finished()
{
    if (!record(m_path, {m_talk.opened(false), m_talk.received("hello"), m_talk.make(EventKind::Closed)}))
        qFatal("no recording");
    return *Recording::open(m_path);
}

void TestAnnotator::aRunningRecordingKeepsIt()
{
    const auto writer = *Writer::create(m_path);
    appendAll(*writer, {m_talk.opened(false), m_talk.received("hello")});
    QVERIFY(writer->commit());
    const auto recording = writer->recording();
    const quint32 before = recording->annotationRevision();

    writer->append(*annotationEvent(*recording, EventSeq(1), {true, u"greeting"_s}, now()), {});
    appendAll(*writer, {m_talk.sent("world")});
    QVERIFY(writer->commit());
    QCOMPARE(recording->annotationOf(EventSeq(1)), (Annotation{true, u"greeting"_s}));
    QVERIFY(recording->annotationRevision() != before);
    QCOMPARE(recording->eventCount(), 3u);
    QCOMPARE(recording->bytes(EventSeq(2)), "world");

    const auto reopened = *Recording::open(m_path);
    QCOMPARE(reopened->annotationOf(EventSeq(1)), (Annotation{true, u"greeting"_s}));
    QCOMPARE(reopened->annotationOf(EventSeq(0)), Annotation());
    QCOMPARE(reopened->bytes(EventSeq(2)), "world");
}

void TestAnnotator::aFinishedRecordingKeepsIt()
{
    const auto recording = finished();
    const QByteArray before = contents(m_path);
    QVERIFY(Annotator::annotate(*recording, EventSeq(1), {true, u"greeting"_s}, now()));
    QCOMPARE(recording->annotationOf(EventSeq(1)), (Annotation{true, u"greeting"_s}));
    QCOMPARE(recording->tail().validBytes, quint64(contents(m_path).size()));
    QVERIFY(contents(m_path).startsWith(before));

    const auto reopened = *Recording::open(m_path);
    QCOMPARE(reopened->annotationOf(EventSeq(1)), (Annotation{true, u"greeting"_s}));
    QCOMPARE(reopened->annotatedEvents(), QList{EventSeq(1)});
    const auto checked = check(m_path);
    QVERIFY(checked);
    QCOMPARE(checked->events, 3u);
    QCOMPARE(checked->tail.bytesAfter, 0u);
}

void TestAnnotator::theLatestWins()
{
    const auto recording = finished();
    QVERIFY(Annotator::annotate(*recording, EventSeq(2), {true, u"first"_s}, now()));
    QVERIFY(Annotator::annotate(*recording, EventSeq(0), {true, {}}, now()));
    QVERIFY(Annotator::annotate(*recording, EventSeq(2), {false, u"second"_s}, now()));
    for (const auto &read : {recording, *Recording::open(m_path)}) {
        QCOMPARE(read->annotationOf(EventSeq(2)), (Annotation{false, u"second"_s}));
        QCOMPARE(read->annotationOf(EventSeq(0)), (Annotation{true, {}}));
        QCOMPARE(read->annotatedEvents(), (QList{EventSeq(0), EventSeq(2)}));
    }
}

void TestAnnotator::nothingRemovesIt()
{
    const auto recording = finished();
    QVERIFY(Annotator::annotate(*recording, EventSeq(1), {true, u"greeting"_s}, now()));
    QVERIFY(Annotator::annotate(*recording, EventSeq(1), {}, now()));
    for (const auto &read : {recording, *Recording::open(m_path)}) {
        QCOMPARE(read->annotationOf(EventSeq(1)), Annotation());
        QVERIFY(!read->isAnnotated(EventSeq(1)));
        QVERIFY(read->annotatedEvents().isEmpty());
    }
}

void TestAnnotator::isNoEvent()
{
    const auto recording = finished();
    QVERIFY(Annotator::annotate(*recording, EventSeq(1), {true, u"greeting"_s}, now()));
    for (const auto &read : {recording, *Recording::open(m_path)}) {
        QCOMPARE(read->eventCount(), 3u);
        QCOMPARE(read->rowCount({EndpointId(3), {}}), 3u);
        QCOMPARE(read->rowCount({{}, ConnectionId(7)}), 3u);
        QCOMPARE(read->connections().size(), 1);
        QCOMPARE(read->streamBytes(ConnectionId(7), EventKind::Received, 0, 100), "hello");
    }
}

void TestAnnotator::carriesEveryText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("quotes") << u"\"quoted\"\\ <b>"_s << u"\"quoted\"\\ <b>"_s;
    QTest::newRow("Chinese") << u"\u4f60\u597d"_s << u"\u4f60\u597d"_s;
    QTest::newRow("beyond the BMP") << u"\U0001f600"_s << u"\U0001f600"_s;
    QTest::newRow("the longest") << QString(1000, u'x') << QString(1000, u'x');
    QTest::newRow("too long") << QString(100'000, u'x') << QString(1000, u'x');
}

void TestAnnotator::carriesEveryText()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    QVERIFY(Annotator::annotate(*finished(), EventSeq(1), {false, text}, now()));
    QCOMPARE((*Recording::open(m_path))->annotationOf(EventSeq(1)).text, kept);
}

void TestAnnotator::isAboutAnEventThatIsThere()
{
    const auto recording = finished();
    const QByteArray before = contents(m_path);
    const Outcome outcome = Annotator::annotate(*recording, EventSeq(3), {true, {}}, now());
    QCOMPARE(outcome.failure().kind, FailureKind::NotFound);
    QCOMPARE(contents(m_path), before);
}

void TestAnnotator::refusesAFileThatIsWritten()
{
    const auto writer = *Writer::create(m_path);
    appendAll(*writer, {m_talk.opened(false)});
    QVERIFY(writer->commit());
    const auto reader = *Recording::open(m_path);
    const QByteArray before = contents(m_path);
    const Outcome outcome = Annotator::annotate(*reader, EventSeq(0), {true, {}}, now());
    QCOMPARE(outcome.failure().kind, FailureKind::InUse);
    QCOMPARE(contents(m_path), before);
}

void TestAnnotator::refusesATornTail()
{
    finished();
    const QByteArray torn = contents(m_path).chopped(5);
    QVERIFY(putContents(m_path, torn));
    const Outcome outcome = Annotator::annotate(**Recording::open(m_path), EventSeq(0), {true, {}}, now());
    QCOMPARE(outcome.failure().kind, FailureKind::TornRecording);
    QCOMPARE(contents(m_path), torn);
}

void TestAnnotator::refusesAFileThatHasChanged()
{
    const auto first = finished();
    const auto second = *Recording::open(m_path);
    QVERIFY(Annotator::annotate(*first, EventSeq(0), {true, {}}, now()));
    const Outcome outcome = Annotator::annotate(*second, EventSeq(0), {true, {}}, now());
    QCOMPARE(outcome.failure().kind, FailureKind::ChangedRecording);
    QVERIFY(Annotator::annotate(**Recording::open(m_path), EventSeq(0), {false, u"again"_s}, now()));
}

void TestAnnotator::refusesAReplacedFile()
{
    const auto recording = finished();
    const QByteArray other = contents(m_path);
    QVERIFY(QFile::rename(m_path, m_path + u".old"_s));
    QVERIFY(putContents(m_path, other));
    const Outcome outcome = Annotator::annotate(*recording, EventSeq(0), {true, {}}, now());
    QCOMPARE(outcome.failure().kind, FailureKind::ChangedRecording);
    QCOMPARE(contents(m_path), other);
}

void TestAnnotator::refusesAReadOnlyFile()
{
    if (::geteuid() == 0)
        QSKIP("nothing is read-only for root");
    const auto recording = finished();
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
    const Outcome outcome = Annotator::annotate(*recording, EventSeq(0), {true, {}}, now());
    QCOMPARE(outcome.failure().kind, FailureKind::NoPermission);
}

void TestAnnotator::aWrongAnnotationEndsTheRecording()
{
    const auto writer = *Writer::create(m_path);
    appendAll(*writer, {m_talk.opened(false)});
    Record wrong = m_talk.make(EventKind::Annotation);
    wrong.event.about = EventSeq(1);
    wrong.event.marked = true;
    appendAll(*writer, {wrong, m_talk.received("behind")});
    QVERIFY(writer->commit());
    const auto recording = *Recording::open(m_path);
    QCOMPARE(recording->eventCount(), 1u);
    QVERIFY(recording->tail().damaged);
    QVERIFY(recording->tail().reason.contains(u"no event 1"_s));
}

void TestAnnotator::timesAscendUnlessTheyDoNot()
{
    Record late = m_talk.opened(false);
    late.event.time = now();
    QVERIFY(record(m_path, {m_talk.opened(false), m_talk.received("a")}));
    QVERIFY((*Recording::open(m_path))->timesAscend());
    const QString other = m_folder->filePath(u"other.pcapng"_s);
    QVERIFY(record(other, {late, m_talk.received("a")}));
    QVERIFY(!(*Recording::open(other))->timesAscend());
}

QTEST_GUILESS_MAIN(TestAnnotator)
#include "tst_annotator.moc"
