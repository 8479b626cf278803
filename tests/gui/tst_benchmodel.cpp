#include "models/benchmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using bench::Changes;
using bench::ConnectionState;
using bench::ConnectionStatus;
using bench::EndpointState;
using bench::EndpointStatus;

namespace {

EndpointStatus server(quint32 id, quint16 port = 9090)
{
    EndpointStatus status;
    status.id = EndpointId(id);
    status.state = EndpointState::Listening;
    status.local = {IpAddress::loopback(), port};
    return status;
}

ConnectionStatus connection(quint32 id, quint32 endpoint, ConnectionState state = ConnectionState::Open)
{
    ConnectionStatus status;
    status.id = ConnectionId(id);
    status.endpoint = EndpointId(endpoint);
    status.state = state;
    status.peer = {IpAddress::loopback(), quint16(40000 + id)};
    return status;
}

Changes changesOf(const QList<EndpointStatus> &endpoints, const QList<ConnectionStatus> &connections)
{
    Changes changes;
    changes.endpoints = endpoints;
    changes.connections = connections;
    return changes;
}

/// The tree as indented lines: what a user would read, column after column.
QStringList rendered(const BenchModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QString cell = model.index(row, column, parent).data().toString();
            if (!cell.isEmpty())
                cells.append(cell);
        }
        lines.append(QString(depth * 2, u' ') + cells.join(u" | "_s));
        lines += rendered(model, model.index(row, 0, parent), depth + 1);
    }
    return lines;
}

class tst_BenchModel : public QObject
{
    Q_OBJECT

private slots:
    void showsEndpointsAndTheirConnections();
    void tenThousandConnectionsAreOneInsert();
    void lateComersFindTheirPlace();
    void updatesAreOneSignalPerEndpoint();
    void removesRunsOfConnections();
    void indexesSurviveTheRemovalOfAnotherEndpoint();
    void connectionsOfUnknownEndpointsAreLeftOut();
    void statesDifferInShape_data();
    void statesDifferInShape();
    void aConnectionThatIsNotReadLooksSo();
    void recordingsStandBesideTheBench();
};

void tst_BenchModel::showsEndpointsAndTheirConnections()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(model.isBenchEmpty());
    Changes changes;
    changes.endpoints = {server(1)};
    changes.connections = {connection(2, 1, ConnectionState::PeerFinished), connection(1, 1)};
    changes.connections[1].bytesReceived = 5;
    model.apply(changes);

    const QStringList expected{u"All connections"_s, u"Server 127.0.0.1:9090"_s,
        u"  #1 open | 127.0.0.1:40001 | 5 byte(s) | 0 byte(s)"_s,
        u"  #2 peer finished | 127.0.0.1:40002 | 0 byte(s) | 0 byte(s)"_s};
    QCOMPARE(rendered(model), expected);
    QVERIFY(!model.isBenchEmpty());
    QCOMPARE(model.targetAt(model.indexOf(ConnectionId(2))).connection, ConnectionId(2));
    QCOMPARE(model.connection(ConnectionId(1))->bytesReceived, 5u);
}

void tst_BenchModel::tenThousandConnectionsAreOneInsert()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Changes changes;
    changes.endpoints = {server(1)};
    for (quint32 id = 10'000; id > 0; --id)
        changes.connections.append(connection(id, 1));
    model.apply(changesOf({server(1)}, {}));
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.apply(changes);
    QCOMPARE(inserts.size(), 1);
    QCOMPARE(model.rowCount(model.indexOf(EndpointId(1))), 10'000);
    QCOMPARE(
        model.connectionAt(model.index(4'321, 0, model.indexOf(EndpointId(1))))->id, ConnectionId(4'322));
}

void tst_BenchModel::lateComersFindTheirPlace()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(changesOf({server(1)}, {connection(3, 1), connection(6, 1)}));
    model.apply(changesOf({}, {connection(1, 1), connection(2, 1), connection(4, 1), connection(9, 1)}));
    QList<quint32> ids;
    const QModelIndex parent = model.indexOf(EndpointId(1));
    for (int row = 0; row < model.rowCount(parent); ++row)
        ids.append(model.connectionAt(model.index(row, 0, parent))->id.value);
    QCOMPARE(ids, QList<quint32>({1, 2, 3, 4, 6, 9}));
}

void tst_BenchModel::updatesAreOneSignalPerEndpoint()
{
    BenchModel model;
    QList<ConnectionStatus> all;
    for (quint32 id = 1; id <= 100; ++id)
        all.append(connection(id, 1));
    model.apply(changesOf({server(1)}, all));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (ConnectionStatus &status : all)
        status.bytesSent = 7;
    model.apply(changesOf({}, all));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(changed[0][1].toModelIndex().row(), 99);
    QCOMPARE(model.connection(ConnectionId(50))->bytesSent, 7u);
}

void tst_BenchModel::removesRunsOfConnections()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<ConnectionStatus> all;
    for (quint32 id = 1; id <= 10; ++id)
        all.append(connection(id, 1));
    model.apply(changesOf({server(1)}, all));
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    const QList<ConnectionId> gone{
        ConnectionId(9), ConnectionId(2), ConnectionId(3), ConnectionId(4), ConnectionId(77)};
    Changes over;
    over.removedConnections = gone;
    model.apply(over);
    QCOMPARE(removals.size(), 2);
    QCOMPARE(model.rowCount(model.indexOf(EndpointId(1))), 6);
    QVERIFY(!model.indexOf(ConnectionId(3)).isValid());
    QCOMPARE(model.connection(ConnectionId(10))->id, ConnectionId(10));
}

void tst_BenchModel::indexesSurviveTheRemovalOfAnotherEndpoint()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(changesOf({server(1), server(2, 9091)}, {connection(1, 1), connection(2, 2)}));
    const QPersistentModelIndex kept(model.indexOf(ConnectionId(2)));
    Changes over;
    over.removedEndpoints = {EndpointId(1)};
    model.apply(over);
    QVERIFY(kept.isValid());
    QCOMPARE(model.targetAt(kept).connection, ConnectionId(2));
    QCOMPARE(kept.parent().data().toString(), u"Server 127.0.0.1:9091"_s);
    QVERIFY(!model.endpoint(EndpointId(1)));
    QVERIFY(!model.connection(ConnectionId(1)));
}

void tst_BenchModel::connectionsOfUnknownEndpointsAreLeftOut()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Changes unknown = changesOf({}, {connection(1, 8)});
    unknown.removedEndpoints = {EndpointId(8)};
    unknown.removedConnections = {ConnectionId(1)};
    model.apply(unknown);
    QVERIFY(model.isBenchEmpty());
}

void tst_BenchModel::statesDifferInShape_data()
{
    QTest::addColumn<int>("state");
    QTest::newRow("open") << int(ConnectionState::Open);
    QTest::newRow("peer finished") << int(ConnectionState::PeerFinished);
    QTest::newRow("finished") << int(ConnectionState::Finished);
    QTest::newRow("closing") << int(ConnectionState::Closing);
    QTest::newRow("closed") << int(ConnectionState::Closed);
    QTest::newRow("reset") << int(ConnectionState::Reset);
    QTest::newRow("failed") << int(ConnectionState::Failed);
}

void tst_BenchModel::statesDifferInShape()
{
    QFETCH(int, state);
    BenchModel model;
    model.apply(changesOf({server(1)}, {connection(1, 1, ConnectionState(state))}));
    const QString shape = model.indexOf(ConnectionId(1)).data(BenchModel::IconRole).toString();
    QVERIFY(!shape.isEmpty());
    for (int other = 0; other <= int(ConnectionState::Failed); ++other) {
        model.apply(changesOf({}, {connection(1, 1, ConnectionState(other))}));
        const QModelIndex index = model.indexOf(ConnectionId(1));
        QCOMPARE(index.data(BenchModel::IconRole).toString() == shape, other == state);
        QVERIFY(index.data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(BenchModel::stateText(ConnectionState(other))));
    }
}

void tst_BenchModel::aConnectionThatIsNotReadLooksSo()
{
    BenchModel model;
    ConnectionStatus status = connection(1, 1);
    model.apply(changesOf({server(1)}, {status}));
    const QString open = model.indexOf(ConnectionId(1)).data(BenchModel::IconRole).toString();
    status.readingStopped = true;
    model.apply(changesOf({}, {status}));
    const QModelIndex index = model.indexOf(ConnectionId(1));
    QVERIFY(index.data(BenchModel::IconRole).toString() != open);
    QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"reading stopped"));
}

void tst_BenchModel::recordingsStandBesideTheBench()
{
    BenchModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(changesOf({server(1)}, {connection(1, 1)}));
    const quint32 key = model.addRecording(u"old.pcapng"_s, {connection(1, 4, ConnectionState::Closed)});
    const QModelIndex recorded = model.index(0, 0, model.index(2, 0));
    const BenchModel::Target target = model.targetAt(recorded);
    QCOMPARE(target.recording, key);
    QCOMPARE(model.indexOf(target), recorded);
    // The same number, another connection: the live one is found by its number alone.
    QVERIFY(model.indexOf(ConnectionId(1)) != recorded);
    model.removeRecording(key);
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(!model.indexOf(target).isValid());
}

} // namespace

QTEST_GUILESS_MAIN(tst_BenchModel)
#include "tst_benchmodel.moc"
