#include "bench/benchthread.h"
#include "lens/pipeline.h"
#include "pythonscript.h"

#include <QRandomGenerator>
#include <QTest>

using namespace swb;
using namespace swb::bench;
using namespace swb::lens;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kernel::FactId;
using kernel::Facts;
using kernel::Sample;
using kernel::Source;

namespace {

Facts factsOf(const QList<std::pair<FactId, qint64>> &values)
{
    Facts facts;
    for (const auto &[id, value] : values)
        facts.set(id, value);
    return facts;
}

} // namespace

/// Where the bytes are: by numbers made up, and by a real transfer whose receiver does not read.
class PipelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench.reset(); }
    void cleanup() { m_bench.reset(); }

    void bothEndsAddUp()
    {
        const Pipeline pipeline = pipelineOf(sender(), receiver(32'773, 67'227));
        const PipeFlow &flow = pipeline.outgoing;
        QCOMPARE(flow.total, (PipeCount{1'000'000, Source::Application}));
        QCOMPARE(flow.at(PipePlace::Queued), (PipeCount{500'000, Source::Application}));
        QCOMPARE(flow.at(PipePlace::Unsent), (PipeCount{300'000, Source::Kernel}));
        QCOMPARE(flow.at(PipePlace::Unacked), (PipeCount{100'000, Source::Derived}));
        QCOMPARE(flow.at(PipePlace::Unread), (PipeCount{32'773, Source::Kernel}));
        QCOMPARE(flow.at(PipePlace::Read), (PipeCount{67'227, Source::Derived}));
        QCOMPARE(flow.window.bytes, 0);
        QCOMPARE(flow.sum(), 1'000'000);
        QCOMPARE(flow.betweenLooks(), 0);
    }

    void whatMovedBetweenTheLooksIsSaid_data()
    {
        QTest::addColumn<qint64>("read");
        QTest::addColumn<qint64>("between");
        QTest::newRow("arrived after the first look") << qint64(67'727) << qint64(500);
        QTest::newRow("arrived after an earlier second look") << qint64(66'727) << qint64(-500);
    }
    void whatMovedBetweenTheLooksIsSaid()
    {
        QFETCH(qint64, read);
        QFETCH(qint64, between);
        const PipeFlow flow = pipelineOf(sender(), receiver(32'773, read)).outgoing;
        QCOMPARE(flow.betweenLooks(), between);
        QCOMPARE(*flow.sum() - *flow.betweenLooks(), *flow.total.bytes);
    }

    void anEndElsewhereIsNotAvailable()
    {
        const Pipeline pipeline = pipelineOf(sender(), std::nullopt);
        const PipeFlow &flow = pipeline.outgoing;
        QVERIFY(!flow.isReceiverKnown());
        QCOMPARE(flow.at(PipePlace::Unread).bytes, std::nullopt);
        QCOMPARE(flow.at(PipePlace::Read).bytes, std::nullopt);
        QCOMPARE(flow.sum(), 1'000'000); // what was confirmed stands for both
        QCOMPARE(flow.betweenLooks(), 0);
        for (const PipePlace place : {PipePlace::Queued, PipePlace::Unsent, PipePlace::Unacked})
            QCOMPARE(pipeline.incoming.at(place).bytes, std::nullopt);
        QCOMPARE(pipeline.incoming.total.bytes, std::nullopt);
        QCOMPARE(pipeline.incoming.betweenLooks(), std::nullopt);
    }

    void anotherProgramsOwnQueueIsNotSeen()
    {
        const Facts theirs = factsOf({{FactId::UnsentBytes, 40}, {FactId::UnackedBytes, 30},
            {FactId::BytesAcked, 20}, {FactId::BytesSent, 55}, {FactId::BytesRetransmitted, 5}});
        Sample ours;
        ours.facts = factsOf({{FactId::UnreadBytes, 12}, {FactId::ReadBytes, 8}});
        const PipeFlow flow = pipelineOf(ours, theirs).incoming;
        QVERIFY(!flow.isQueueKnown());
        QCOMPARE(flow.total, (PipeCount{90, Source::Derived}));
        QCOMPARE(flow.at(PipePlace::Read), (PipeCount{8, Source::Application}));
        QCOMPARE(flow.betweenLooks(), 0);
    }

    void aRecordingSaysSo()
    {
        Sample recorded = sender();
        recorded.source = Source::Recorded;
        const PipeFlow flow = pipelineOf(recorded, receiver(1, 2)).outgoing;
        for (const PipeCount &place : flow.places)
            QCOMPARE(place.source, Source::Recorded);
        QCOMPARE(flow.total.source, Source::Recorded);
    }

    void theLastMomentWithQueuesIsShown()
    {
        const Timestamp time(1h);
        const auto taken = [](Timestamp at, const Facts &facts) {
            return ConnectionSample{ConnectionId(1), {at, Source::Kernel, facts}, receiver(3, 4)};
        };
        Facts open = sender().facts;
        open.set(FactId::OutQueueBytes, 400'000);
        const Facts over = factsOf({{FactId::State, 1}, {FactId::GivenBytes, 500'000}});
        const QList<ConnectionSample> ours{taken(time, open), taken(time + 50ms, over)};
        QCOMPARE(lastPipeline(ours, {})->outgoing.at(PipePlace::Read), (PipeCount{4, Source::Derived}));
        // What a program of this bench has read is better known, if it was looked at in that moment.
        Facts twin = receiver(5, 6);
        twin.set(FactId::OutQueueBytes, 0);
        twin.set(FactId::ReadBytes, 6);
        const auto other = [&](std::chrono::milliseconds later) {
            return lastPipeline(ours, {taken(time + later, twin)})->outgoing.at(PipePlace::Read);
        };
        QCOMPARE(other(1ms), (PipeCount{6, Source::Application}));
        QCOMPARE(other(-1ms), (PipeCount{6, Source::Application}));
        QCOMPARE(other(50ms), (PipeCount{4, Source::Derived}));
        Facts later = open;
        later.set(FactId::QueuedBytes, 7);
        const QList<ConnectionSample> both{taken(time, open), taken(time + 50ms, later)};
        const auto queued = [&](Timestamp until) {
            return lastPipeline(both, {}, until)->outgoing.at(PipePlace::Queued).bytes;
        };
        QCOMPARE(queued(Timestamp::max()), 7);
        QCOMPARE(queued(time + 49ms), 500'000);
        QVERIFY(!lastPipeline(both, {}, time - 1ms));
        QVERIFY(!lastPipeline({taken(time, over)}, {}));
        QVERIFY(!lastPipeline({}, {}));
    }

    void nothingKnownIsNothingSaid()
    {
        const Pipeline pipeline = pipelineOf({}, std::nullopt);
        for (const PipeFlow &flow : {pipeline.outgoing, pipeline.incoming}) {
            QCOMPARE(flow.sum(), std::nullopt);
            QCOMPARE(flow.total.bytes, std::nullopt);
        }
    }

    /// A program in Python does not read, but for so many bytes at a random moment: what it says, and what
    /// the pipeline says, are the same to the byte.
    void aStalledTransferAddsUpToTheByte()
    {
        PythonScript peer(uR"(
import fcntl, socket, struct, sys, termios
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 60000)
server.bind(('127.0.0.1', 0))
server.listen()
print(server.getsockname()[1])
connection, _ = server.accept()
total = 0
for line in sys.stdin:
    left = int(line)
    while left > 0:
        left -= (got := len(connection.recv(left)))
        total += got
    unread = fcntl.ioctl(connection, termios.FIONREAD, b'    ')
    print(total, struct.unpack('i', unread)[0])
)"_s);
        start(peer.line().toUShort());
        constexpr qint64 handed = 12'000'000; // more than the sending kernel takes
        for (int i = 0; i < 12; ++i)
            m_bench->send(m_connection, QByteArray(handed / 12, 'x'));
        QTRY_VERIFY2(
            flow().window.bytes == 0 && flow().at(PipePlace::Queued).bytes > 0, qPrintable(described()));
        QRandomGenerator random(20'261'120); // the same moments each time
        qint64 total = 0;
        for (int round = 0; round < 25; ++round) {
            const int part = random.bounded(1, 90'000);
            total += part;
            peer.say(QByteArray::number(part) + '\n');
            const QStringList said = peer.line().split(u' ');
            QCOMPARE(said.value(0).toLongLong(), total);
            QTRY_COMPARE(flow().at(PipePlace::Read).bytes, total);
            // What has arrived is confirmed a moment later: until then it is counted at both ends.
            QTRY_VERIFY2(flow().betweenLooks() == 0, qPrintable(described()));
            QCOMPARE(flow().total, (PipeCount{handed, Source::Application}));
            QCOMPARE(flow().sum(), handed);
            QVERIFY(*flow().at(PipePlace::Unread).bytes >= said.value(1).toLongLong());
        }
        QVERIFY(m_moving > 0); // and while it moved
    }

private:
    static Sample sender()
    {
        return {{}, Source::Kernel,
            factsOf({{FactId::QueuedBytes, 500'000}, {FactId::GivenBytes, 500'000},
                {FactId::UnsentBytes, 300'000}, {FactId::UnackedBytes, 100'000},
                {FactId::BytesAcked, 100'000}, {FactId::PeerWindow, 0}})};
    }
    static Facts receiver(qint64 unread, qint64 read)
    {
        return factsOf({{FactId::UnreadBytes, unread}, {FactId::BytesReceived, unread + read}});
    }

    void start(quint16 port)
    {
        m_samples.clear();
        m_connection = {};
        m_moving = 0;
        m_bench = std::make_unique<BenchThread>();
        connect(m_bench.get(), &BenchThread::changed, this, &PipelineTest::apply);
        EndpointSpec spec;
        spec.role = Role::TcpClient;
        spec.address = u"127.0.0.1"_s;
        spec.port = port;
        m_bench->start(spec);
        QTRY_VERIFY(m_connection.isValid());
        m_bench->watch({{m_connection}, {m_connection}, {}, 10ms});
        QTRY_VERIFY(!m_samples.isEmpty());
    }

    void apply()
    {
        const Changes changes = m_bench->takeChanges();
        if (!changes.connections.isEmpty())
            m_connection = changes.connections.last().id;
        for (const ConnectionSample &sample : changes.connectionSamples) {
            m_samples.append(pipelineOf(sample.sample, sample.otherEnd));
            const PipeFlow &flow = m_samples.last().outgoing;
            const qint64 between = flow.betweenLooks().value_or(0);
            m_moving += between != 0;
            if (flow.acked.bytes && flow.sum()) // what the sender knows adds up at any moment
                QCOMPARE(*flow.at(PipePlace::Queued).bytes + *flow.at(PipePlace::Unsent).bytes
                        + *flow.at(PipePlace::Unacked).bytes + *flow.acked.bytes,
                    *flow.total.bytes);
            // The other end is looked at second: nothing can be at neither end, and nothing can be at both
            // that was not on its way.
            QVERIFY(between >= 0);
            QVERIFY(between <= flow.at(PipePlace::Unacked).bytes.value_or(0)
                    + flow.at(PipePlace::Unsent).bytes.value_or(0));
        }
    }

    PipeFlow flow() const { return m_samples.isEmpty() ? PipeFlow() : m_samples.last().outgoing; }
    QString described() const { return m_samples.isEmpty() ? QString() : QDebug::toString(m_samples.last()); }

    std::unique_ptr<BenchThread> m_bench;
    ConnectionId m_connection;
    QList<Pipeline> m_samples;
    int m_moving = 0;
};

QTEST_GUILESS_MAIN(PipelineTest)
#include "tst_pipeline.moc"
