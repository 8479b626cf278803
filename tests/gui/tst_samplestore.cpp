#include "models/samplestore.h"

#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace std::chrono_literals;

class tst_SampleStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachApart();
    void keepsTenMinutesOfOne();
    void isBoundedInAll();
    void forgetsWhatLeavesTheBench();

private:
    static Timestamp at(int tenth) { return Timestamp(100ms * tenth); }
    static void add(bench::Changes &changes, ConnectionId id, int tenth)
    {
        changes.connectionSamples.append({id, {at(tenth), kernel::Source::Kernel, {}}, {}});
    }
};

void tst_SampleStore::keepsEachApart()
{
    SampleStore store;
    bench::Changes changes;
    add(changes, ConnectionId(1), 1);
    add(changes, ConnectionId(2), 2);
    add(changes, ConnectionId(1), 3);
    changes.listenerSamples.append({EndpointId(1), {at(4), kernel::Source::Kernel, {}}});
    store.take(changes);
    QCOMPARE(store.of(ConnectionId(1)).size(), 2);
    QCOMPARE(store.of(ConnectionId(1)).first().sample.time, at(1));
    QCOMPARE(store.of(ConnectionId(1)).last().sample.time, at(3));
    QCOMPARE(store.of(ConnectionId(2)).size(), 1);
    QCOMPARE(store.of(EndpointId(1)).size(), 1);
    QVERIFY(store.of(ConnectionId(3)).isEmpty());
    QVERIFY(store.of(EndpointId(2)).isEmpty());
}

void tst_SampleStore::keepsTenMinutesOfOne()
{
    SampleStore store;
    bench::Changes changes;
    for (int tenth = 0; tenth < SampleStore::mostOfOne + 5; ++tenth)
        add(changes, ConnectionId(1), tenth);
    store.take(changes);
    QCOMPARE(store.of(ConnectionId(1)).size(), SampleStore::mostOfOne);
    QCOMPARE(store.of(ConnectionId(1)).first().sample.time, at(5));
    QCOMPARE(store.of(ConnectionId(1)).last().sample.time, at(SampleStore::mostOfOne + 4));
}

void tst_SampleStore::isBoundedInAll()
{
    constexpr quint32 subjects = 20;
    constexpr int each = 4'000;
    SampleStore store;
    for (int tenth = 0; tenth < each; ++tenth) {
        bench::Changes changes;
        for (quint32 id = 1; id <= subjects; ++id)
            add(changes, ConnectionId(id), tenth);
        store.take(changes);
    }
    qsizetype total = 0;
    for (quint32 id = 1; id <= subjects; ++id) {
        const auto &samples = store.of(ConnectionId(id));
        total += samples.size();
        QCOMPARE(samples.last().sample.time, at(each - 1));
        QCOMPARE(samples.first().sample.time, at(each - int(SampleStore::mostInAll / subjects)));
    }
    QCOMPARE(total, SampleStore::mostInAll);
}

void tst_SampleStore::forgetsWhatLeavesTheBench()
{
    SampleStore store;
    bench::Changes changes;
    add(changes, ConnectionId(1), 1);
    add(changes, ConnectionId(2), 1);
    changes.listenerSamples.append({EndpointId(1), {at(1), kernel::Source::Kernel, {}}});
    store.take(changes);
    bench::Changes gone;
    gone.removedConnections = {ConnectionId(1)};
    gone.removedEndpoints = {EndpointId(1)};
    store.take(gone);
    QVERIFY(store.of(ConnectionId(1)).isEmpty());
    QVERIFY(store.of(EndpointId(1)).isEmpty());
    QCOMPARE(store.of(ConnectionId(2)).size(), 1);
}

QTEST_GUILESS_MAIN(tst_SampleStore)
#include "tst_samplestore.moc"
