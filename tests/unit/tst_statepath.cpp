#include "bench/benchthread.h"
#include "lens/statepath.h"
#include "pythonscript.h"

#include <QTest>

using namespace swb;
using namespace swb::bench;
using namespace swb::lens;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum swb::kernel::TcpState;
using kernel::FactId;
using kernel::TcpState;

namespace {

Timestamp at(std::chrono::milliseconds time)
{
    return Timestamp(1h) + time;
}

Event did(EventKind kind, std::chrono::milliseconds time)
{
    Event event;
    event.kind = kind;
    event.time = at(time);
    return event;
}

StateSample sample(TcpState state, std::chrono::milliseconds time)
{
    return {at(time), state, {}};
}

/// "ESTABLISHED, (FIN-WAIT-1), …": what was not sampled in brackets, a RST with an exclamation mark.
QString told(const StatePath &path)
{
    QStringList states;
    for (const StateVisit &visit : path.visits) {
        const QString name = kernel::stateName(visit.state);
        states += (visit.evidence == StateEvidence::NotSampled ? u'(' + name + u')' : name)
            + (visit.byReset ? u"!"_s : QString());
    }
    return states.join(u' ');
}

} // namespace

/// The states a connection goes through: from moments made up, and with a program in Python at the other end.
class StatePathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_bench.reset(); }

    void fillsInWhatWasTooFast_data()
    {
        QTest::addColumn<bool>("dialled");
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *name, bool dialled, std::initializer_list<TcpState> states,
                             const char *path) {
            QList<int> numbers;
            for (const TcpState state : states)
                numbers.append(int(state));
            QTest::newRow(name) << dialled << numbers << QString::fromLatin1(path);
        };
        row("nothing", true, {}, "");
        row("a client", true, {Established}, "CLOSED (SYN-SENT) ESTABLISHED");
        row("a server", false, {Established, Established}, "LISTEN (SYN-RECEIVED) ESTABLISHED");
        row("closed first", true, {Established, TimeWait},
            "CLOSED (SYN-SENT) ESTABLISHED (FIN-WAIT-1) (FIN-WAIT-2) TIME-WAIT");
        row("at the same time", true, {Established, Closing, TimeWait},
            "CLOSED (SYN-SENT) ESTABLISHED (FIN-WAIT-1) CLOSING TIME-WAIT");
        row("closed second", true, {Established, CloseWait, LastAck, Closed},
            "CLOSED (SYN-SENT) ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED");
        row("closed second, fast", false, {CloseWait, Closed},
            "LISTEN (SYN-RECEIVED) (ESTABLISHED) CLOSE-WAIT (LAST-ACK) CLOSED");
        row("nobody knows how", true, {Established, Closed}, "CLOSED (SYN-SENT) ESTABLISHED CLOSED");
        row("refused", true, {SynSent, Closed}, "CLOSED SYN-SENT CLOSED");
        row("another between the same ends", true, {TimeWait, SynSent},
            "CLOSED (SYN-SENT) (ESTABLISHED) (FIN-WAIT-1) (FIN-WAIT-2) TIME-WAIT");
    }
    void fillsInWhatWasTooFast()
    {
        QFETCH(bool, dialled);
        QFETCH(QList<int>, states);
        QFETCH(QString, path);
        std::vector<StateSample> samples;
        for (qsizetype i = 0; i < states.size(); ++i)
            samples.push_back(sample(TcpState(states[i]), i * 50ms));
        QCOMPARE(told(statePathOf({}, samples, dialled)), path);
    }

    void whatTheProgramDidIsEvidence()
    {
        const std::vector<Event> events{did(EventKind::Connecting, 0ms), did(EventKind::Opened, 3ms),
            did(EventKind::Finished, 120ms), did(EventKind::PeerFinished, 130ms)};
        const StatePath path = statePathOf(
            events, {sample(Established, 50ms), sample(Established, 100ms), sample(TimeWait, 150ms)}, true);
        QCOMPARE(told(path), u"CLOSED SYN-SENT ESTABLISHED FIN-WAIT-1 (FIN-WAIT-2) TIME-WAIT"_s);
        const StateVisit &synSent = path.visits[1];
        QCOMPARE(synSent.evidence, StateEvidence::Inferred);
        QCOMPARE(synSent.atLeast(), 3ms);
        QCOMPARE(synSent.atMost(), 3ms);
        const StateVisit &established = path.visits[2];
        QCOMPARE(established.evidence, StateEvidence::Sampled);
        QCOMPARE(established.atLeast(), 117ms);
        QCOMPARE(established.atMost(), 117ms);
        QCOMPARE(path.visits[5].evidence, StateEvidence::Sampled);
        QCOMPARE(path.visits[5].atMost(), std::nullopt); // it is in it still
    }

    void timesBetweenSamplesHaveBounds()
    {
        const StatePath path = statePathOf({},
            {sample(Established, 0ms), sample(CloseWait, 100ms), sample(CloseWait, 200ms),
                sample(Closed, 300ms)},
            true);
        const StateVisit &waited = path.visits[3];
        QCOMPARE(waited.state, CloseWait);
        QCOMPARE(waited.atLeast(), 100ms);
        QCOMPARE(waited.atMost(), 300ms);
        const StateVisit &passed = path.visits[4];
        QCOMPARE(passed.evidence, StateEvidence::NotSampled);
        QCOMPARE(passed.atLeast(), 0ms);
        QCOMPARE(passed.atMost(), 100ms);
        QVERIFY(path.isOver());
    }

    void aResetLeadsToClosed()
    {
        const StatePath path = statePathOf({did(EventKind::Opened, 0ms), did(EventKind::ResetByPeer, 20ms)},
            {sample(Established, 10ms), sample(Closed, 30ms)}, false);
        QCOMPARE(told(path), u"LISTEN (SYN-RECEIVED) ESTABLISHED CLOSED!"_s);
    }

    void theKernelIsRightWhereWeInferred()
    {
        const StatePath path = statePathOf({did(EventKind::Opened, 0ms), did(EventKind::PeerFinished, 10ms)},
            {sample(FinWait2, 20ms)}, true);
        QCOMPARE(told(path), u"CLOSED (SYN-SENT) ESTABLISHED (FIN-WAIT-1) FIN-WAIT-2"_s);
    }

    void aProgramWalksThroughTheStates_data()
    {
        QTest::addColumn<QString>("program"); ///< of the server at the other end
        QTest::addColumn<bool>("weFinish"); ///< first; else once they have
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::newRow("we close first")
            << u"c.recv(9)\nwait()\nc.close()"_s << true
            << u"CLOSED (SYN-SENT) ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT"_s
            << u"LISTEN (SYN-RECEIVED) ESTABLISHED CLOSE-WAIT (LAST-ACK) CLOSED"_s;
        QTest::newRow("they close first")
            << u"c.shutdown(1)\nwait()\nc.close()"_s << false
            << u"CLOSED (SYN-SENT) ESTABLISHED CLOSE-WAIT LAST-ACK CLOSED"_s
            << u"LISTEN (SYN-RECEIVED) ESTABLISHED (FIN-WAIT-1) FIN-WAIT-2 TIME-WAIT"_s;
        QTest::newRow("they reset") << u"c.setsockopt(1, 13, b'\\1\\0\\0\\0\\0\\0\\0\\0')\nc.close()"_s
                                    << false << u"CLOSED (SYN-SENT) ESTABLISHED CLOSED!"_s
                                    << u"LISTEN (SYN-RECEIVED) ESTABLISHED CLOSED"_s;
    }
    /// Each step waits until the one before has been seen.
    void aProgramWalksThroughTheStates()
    {
        QFETCH(QString, program);
        QFETCH(bool, weFinish);
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        PythonScript peer(u"import socket, sys\nwait = sys.stdin.readline\ns = socket.socket()\n"
                          "s.bind(('127.0.0.1', 0))\ns.listen()\nprint(s.getsockname()[1])\n"
                          "c, _ = s.accept()\nwait()\n"_s
            + program + u"\nwait()\n"_s);
        start(peer.line().toUShort());
        QTRY_COMPARE(path().visits.back().evidence, StateEvidence::Sampled);
        peer.say("go\n");
        if (weFinish) {
            m_bench->finishSending(m_connection);
            QTRY_COMPARE(now(), FinWait2);
            peer.say("go\n");
        } else if (ours.contains(u"CLOSE-WAIT")) {
            QTRY_COMPARE(now(), CloseWait);
            m_bench->finishSending(m_connection);
        }
        QTRY_COMPARE(inBrackets(told(path())), inBrackets(ours));
        // Which of the fast ones were caught, chance decides.
        QTRY_COMPARE(inBrackets(told(statePathOf({}, otherStates(m_samples), false))), inBrackets(theirs));
    }

    void timeWaitCountsDown()
    {
        PythonScript peer(u"import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen()\n"
                          "print(s.getsockname()[1])\nc, _ = s.accept()\nc.recv(9)\nc.close()\n"_s);
        start(peer.line().toUShort());
        m_bench->close(m_connection);
        QTRY_COMPARE(now(), TimeWait);
        QTRY_VERIFY(path().timeWaitLeft.has_value());
        const auto left = *path().timeWaitLeft;
        QVERIFY(left > 0s && left <= 61s);
        QTRY_VERIFY(*path().timeWaitLeft < left);
        QVERIFY(!path().isOver());
    }

private:
    static QString inBrackets(QString path) { return path.remove(u'(').remove(u')'); }

    void start(quint16 port)
    {
        m_samples.clear();
        m_events.clear();
        m_connection = {};
        m_bench = std::make_unique<BenchThread>();
        connect(m_bench.get(), &BenchThread::changed, this, &StatePathTest::apply);
        EndpointSpec spec;
        spec.role = Role::TcpClient;
        spec.address = u"127.0.0.1"_s;
        spec.port = port;
        spec.keepHalfOpen = true;
        m_bench->start(spec);
        QTRY_VERIFY(m_connection.isValid());
        m_bench->watch({{m_connection}, {m_connection}, {}, 10ms});
        QTRY_VERIFY(!m_samples.isEmpty());
    }

    void apply()
    {
        if (!m_bench)
            return; // the last of the one before
        const Changes changes = m_bench->takeChanges();
        for (const ConnectionStatus &status : changes.connections) {
            m_connection = status.id;
            if (status.state == ConnectionState::Reset && m_events.empty())
                m_events.push_back(did(EventKind::ResetByPeer, 0ms));
        }
        m_samples += changes.connectionSamples;
    }

    StatePath path() const
    {
        std::vector<Event> events = m_events;
        for (Event &reset : events) // as late as it was seen
            reset.time = m_samples.last().sample.time;
        return statePathOf(events, ownStates(m_samples), true);
    }
    TcpState now() const { return path().visits.back().state; }

    std::unique_ptr<BenchThread> m_bench;
    ConnectionId m_connection;
    QList<ConnectionSample> m_samples;
    std::vector<Event> m_events;
};

QTEST_GUILESS_MAIN(StatePathTest)
#include "tst_statepath.moc"
