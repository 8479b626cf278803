#include "bench/benchthread.h"
#include "bench/samplerecord.h"
#include "journal/pcapng.h"
#include "journal/recording.h"
#include "journal/writer.h"
#include "plainpeer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace swb;
using namespace swb::bench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using journal::RecordedSample;
using journal::Recording;
using journal::Writer;
using kernel::FactId;
using kernel::Facts;

namespace {

Timestamp at(int second)
{
    return Timestamp(std::chrono::seconds(1'700'000'000 + second));
}

Facts factsOf(int number)
{
    Facts facts;
    facts.set(FactId::Rtt, number);
    facts.setUnavailable(FactId::MinRtt);
    return facts;
}

Event noteAt(int second)
{
    Event note;
    note.kind = EventKind::Note;
    note.connection = ConnectionId(1);
    note.endpoint = EndpointId(7);
    note.time = at(second);
    note.text = u"between"_s;
    return note;
}

} // namespace

/// Samples of the kernel's facts in a recording: beside the events, found by their times.
class SamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"samples.pcapng"_s);
    }

    void aRecordComesBackEqual()
    {
        const Facts own = factsOf(5);
        const Facts other = factsOf(9);
        for (const std::optional<Facts> &otherEnd : {std::optional<Facts>(), std::optional(other)}) {
            const QByteArray record = toRecord(own, otherEnd);
            const auto both = fromRecord(record);
            QVERIFY(both && both->first == own && both->second == otherEnd);
        }
        const QByteArray alone = toRecord(own);
        const QByteArray two = toRecord(own, other);
        for (qsizetype size = 0; size < two.size(); ++size)
            QCOMPARE(fromRecord(two.first(size)).has_value(), size == alone.size());
    }

    void samplesStandBesideTheEvents()
    {
        write(100);
        const auto recording = Recording::open(m_path);
        QVERIFY(bool(recording));
        const Recording &read = **recording;
        QCOMPARE(read.eventCount(), 10u);
        QCOMPARE(read.rowCount({EndpointId(7), {}}), 10u);
        QCOMPARE(read.tail().bytesAfter, 0u);
        QCOMPARE(read.sampleCount(ConnectionId(1)), 100u);
        QCOMPARE(read.sampleCount(EndpointId(7)), 100u);
        QCOMPARE(read.sampleCount(ConnectionId(2)), 0u);
        const QList<ConnectionSample> all = recordedSamples(read, ConnectionId(1));
        QCOMPARE(all.size(), 100);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(all[i].sample.time, at(i));
            QCOMPARE(all[i].sample.source, kernel::Source::Recorded);
            QCOMPARE(all[i].sample.facts, factsOf(i));
            QCOMPARE(all[i].otherEnd, std::optional(factsOf(-i)));
        }
        QCOMPARE(recordedSamples(read, EndpointId(7)).last().sample.facts, factsOf(1099));
        QVERIFY(recordedSamples(read, ConnectionId(2)).isEmpty());
        const auto report = journal::check(m_path);
        QVERIFY(report && report->events == 10 && report->tail.bytesAfter == 0);
    }

    void theyAreFoundByTime_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("a few") << 3 << 5 << 100 << QList<int>{3, 4, 5};
        QTest::newRow("one") << 3 << 3 << 100 << QList<int>{3};
        QTest::newRow("the first") << -50 << 1 << 100 << QList<int>{0, 1};
        QTest::newRow("the last") << 98 << 500 << 100 << QList<int>{98, 99};
        QTest::newRow("before") << -9 << -1 << 100 << QList<int>{};
        QTest::newRow("after") << 100 << 900 << 100 << QList<int>{};
        QTest::newRow("backwards") << 5 << 3 << 100 << QList<int>{};
        QTest::newRow("thinned") << 0 << 99 << 4 << QList<int>{0, 33, 66, 99};
        QTest::newRow("thinned to one") << 10 << 20 << 1 << QList<int>{10};
        QTest::newRow("none wanted") << 0 << 99 << 0 << QList<int>{};
    }
    void theyAreFoundByTime()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, most);
        write(100);
        const auto recording = Recording::open(m_path);
        QList<int> seconds;
        for (const RecordedSample &sample :
            (*recording)->samples(ConnectionId(1), at(from), at(to), quint32(most)))
            seconds.append(int((sample.time - at(0)) / 1s));
        QTEST(seconds, "expected");
    }

    void theWriterReadsThemOnceTheyAreCommitted()
    {
        auto writer = Writer::create(m_path);
        QVERIFY(bool(writer));
        const auto reading = (*writer)->recording();
        (*writer)->appendSample(EndpointId(7), ConnectionId(1), at(0), toRecord(factsOf(0)));
        QCOMPARE(reading->sampleCount(ConnectionId(1)), 0u);
        QVERIFY((*writer)->commit());
        QCOMPARE(recordedSamples(*reading, ConnectionId(1)).size(), 1);
        (*writer)->appendSample(EndpointId(7), ConnectionId(1), at(1), QByteArray(100'000, 'x'));
        QVERIFY((*writer)->commit());
        QCOMPARE(reading->sampleCount(ConnectionId(1)), 1u);
    }

    void aFileCutAnywhereKeepsWhatIsWhole()
    {
        write(10);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        quint32 before = 0;
        for (qsizetype size = journal::fileHeader().size(); size <= bytes.size(); size += 4) {
            const QString path = m_folder->filePath(u"cut.pcapng"_s);
            QFile cut(path);
            QVERIFY(cut.open(QIODevice::WriteOnly));
            cut.write(bytes.first(size));
            cut.close();
            const auto recording = Recording::open(path);
            QVERIFY(bool(recording));
            const quint32 count = (*recording)->sampleCount(ConnectionId(1));
            QCOMPARE(quint32(recordedSamples(**recording, ConnectionId(1)).size()), count);
            QVERIFY(count == before || count == before + 1);
            before = count;
        }
        QCOMPARE(before, 10u);
    }

    void aKindOfTheFutureThatMayBeSkippedIsSkipped_data()
    {
        QTest::addColumn<int>("flags");
        QTest::addColumn<bool>("whole");
        QTest::newRow("may be skipped") << 11 << true;
        QTest::newRow("may not") << 3 << false;
    }
    void aKindOfTheFutureThatMayBeSkippedIsSkipped()
    {
        QFETCH(int, flags);
        write(10);
        QByteArray block;
        journal::putCustomBlock(block, {99, quint8(flags), 7, 1, 0, 0, "from the future"});
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(block);
        file.close();
        const auto recording = Recording::open(m_path);
        QTEST((*recording)->tail().bytesAfter == 0, "whole");
        QCOMPARE((*recording)->sampleCount(ConnectionId(1)), 10u);
    }

    void whatIsWatchedIsRecorded()
    {
        BenchThread engine;
        QList<ConnectionSample> living;
        SocketAddress address;
        ConnectionId id;
        connect(&engine, &BenchThread::changed, this, [&] {
            const Changes changes = engine.takeChanges();
            living += changes.connectionSamples;
            for (const EndpointStatus &status : changes.endpoints)
                address = status.local;
            for (const ConnectionStatus &status : changes.connections)
                id = status.id;
        });
        QVERIFY(bool(engine.recordTo(m_path)));
        EndpointSpec spec;
        spec.address = u"127.0.0.1"_s;
        spec.port = 0;
        engine.start(spec);
        QTRY_VERIFY(!address.isNull());
        PlainPeer client = PlainPeer::connectedTo(address);
        QTRY_VERIFY(id.isValid());
        engine.watch({{id}, {id}, {}, 10ms});
        QTRY_VERIFY(living.size() >= 5);
        engine.watch({});
        const auto recording = engine.recording();
        QTRY_VERIFY(recording->sampleCount(id) >= quint32(living.size()));
        const QList<ConnectionSample> recorded = recordedSamples(*recording, id);
        for (qsizetype i = 0; i < living.size(); ++i) {
            QCOMPARE(recorded[i].sample.time, living[i].sample.time);
            QCOMPARE(recorded[i].sample.facts, living[i].sample.facts);
            QCOMPARE(recorded[i].otherEnd, living[i].otherEnd);
        }
    }

private:
    /// So many samples of a connection, and of a listener, with an event after each ten.
    void write(int count)
    {
        auto writer = Writer::create(m_path);
        QVERIFY(bool(writer));
        for (int i = 0; i < count; ++i) {
            (*writer)->appendSample(EndpointId(7), ConnectionId(1), at(i), toRecord(factsOf(i), factsOf(-i)));
            (*writer)->appendSample(EndpointId(7), {}, at(i), toRecord(factsOf(1000 + i)));
            if (i % 10 == 9)
                (*writer)->append(noteAt(i), {});
        }
        QVERIFY((*writer)->commit());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(SamplesTest)
#include "tst_samples.moc"
