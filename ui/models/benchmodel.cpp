#include "models/benchmodel.h"

#include <QSet>

#include <algorithm>
#include <set>
#include <utility>

namespace swb::ui {

using bench::ConnectionStatus;
using bench::EndpointStatus;

namespace {

bool precedes(const ConnectionStatus &status, ConnectionId id)
{
    return status.id < id;
}

} // namespace

BenchModel::BenchModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    Group all;
    all.key = ++m_lastKey;
    m_groups.append(all);
    reindexGroups();
}

void BenchModel::apply(const bench::Changes &changes)
{
    removeConnections(changes.removedConnections);
    removeEndpoints(changes.removedEndpoints);
    updateEndpoints(changes.endpoints);

    QHash<quint32, QList<ConnectionStatus>> byGroup;
    for (const ConnectionStatus &status : changes.connections) {
        if (const quint32 key = m_endpointKeys.value(status.endpoint))
            byGroup[key].append(status);
    }
    for (auto it = byGroup.cbegin(); it != byGroup.cend(); ++it)
        updateConnections(groupRowOf(it.key()), it.value());
}

void BenchModel::updateEndpoints(const QList<EndpointStatus> &endpoints)
{
    QList<EndpointStatus> ordered = endpoints;
    std::ranges::sort(ordered, {}, &EndpointStatus::id);
    for (const EndpointStatus &status : std::as_const(ordered)) {
        const int row = groupRowOf(m_endpointKeys.value(status.id));
        if (row < 0) {
            Group group;
            group.kind = RowKind::Endpoint;
            group.endpoint = status;
            appendGroup(std::move(group));
        } else {
            m_groups[row].endpoint = status;
            emit dataChanged(
                createIndex(row, 0, quintptr(0)), createIndex(row, columnTotal - 1, quintptr(0)));
        }
    }
}

void BenchModel::updateConnections(int groupRow, QList<ConnectionStatus> statuses)
{
    std::ranges::sort(statuses, {}, &ConnectionStatus::id);
    Group &group = m_groups[groupRow];
    QList<ConnectionStatus> fresh;
    int first = -1;
    int last = -1;
    for (ConnectionStatus &status : statuses) {
        const int row = rowOf(group, status.id);
        if (row < 0) {
            fresh.append(std::move(status));
            continue;
        }
        group.connections[row] = std::move(status);
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        emit dataChanged(createIndex(first, 0, group.key), createIndex(last, columnTotal - 1, group.key));
    insertConnections(groupRow, fresh);
}

/// `fresh` ascends. What lies behind all that is there, which is the rule, goes in at once.
void BenchModel::insertConnections(int groupRow, const QList<ConnectionStatus> &fresh)
{
    const QModelIndex parentIndex = index(groupRow, 0);
    auto begin = fresh.cbegin();
    while (begin != fresh.cend()) {
        QList<ConnectionStatus> &rows = m_groups[groupRow].connections;
        const auto place = std::lower_bound(rows.cbegin(), rows.cend(), begin->id, precedes);
        const int at = int(place - rows.cbegin());
        const auto end =
            place == rows.cend() ? fresh.cend() : std::lower_bound(begin, fresh.cend(), place->id, precedes);
        const int count = int(end - begin);
        beginInsertRows(parentIndex, at, at + count - 1);
        rows.insert(at, count, {});
        std::copy(begin, end, rows.begin() + at);
        for (auto it = begin; it != end; ++it)
            m_connectionKeys.insert(it->id, m_groups[groupRow].key);
        endInsertRows();
        begin = end;
    }
}

void BenchModel::removeConnections(const QList<ConnectionId> &ids)
{
    QHash<quint32, QList<int>> byGroup;
    for (const ConnectionId id : ids) {
        const quint32 key = m_connectionKeys.take(id);
        const int groupRow = groupRowOf(key);
        if (groupRow >= 0)
            byGroup[key].append(rowOf(m_groups[groupRow], id));
    }
    for (auto it = byGroup.begin(); it != byGroup.end(); ++it) {
        std::ranges::sort(it.value());
        removeRows(groupRowOf(it.key()), it.value());
    }
}

void BenchModel::removeRows(int groupRow, const QList<int> &ascendingRows)
{
    const QModelIndex parentIndex = index(groupRow, 0);
    qsizetype end = ascendingRows.size();
    while (end > 0) {
        qsizetype begin = end - 1;
        while (begin > 0 && ascendingRows[begin - 1] == ascendingRows[begin] - 1)
            --begin;
        beginRemoveRows(parentIndex, ascendingRows[begin], ascendingRows[end - 1]);
        m_groups[groupRow].connections.remove(ascendingRows[begin], end - begin);
        endRemoveRows();
        end = begin;
    }
}

void BenchModel::removeEndpoints(const QList<EndpointId> &ids)
{
    for (const EndpointId id : ids) {
        const int row = groupRowOf(m_endpointKeys.value(id));
        if (row >= 0)
            removeGroup(row);
    }
}

quint32 BenchModel::addRecording(const QString &name, const QList<ConnectionStatus> &connections)
{
    Group group;
    group.kind = RowKind::Recording;
    group.recordingName = name;
    group.connections = connections;
    std::ranges::sort(group.connections, {}, &ConnectionStatus::id);
    std::set<SocketAddress> locals;
    std::set<SocketAddress> peers;
    for (const ConnectionStatus &status : connections) {
        locals.insert(status.local);
        peers.insert(status.peer);
    }
    group.tellsLocalEnds = locals.size() > peers.size();
    appendGroup(std::move(group));
    return m_groups.constLast().key;
}

void BenchModel::removeRecording(quint32 recording)
{
    const int row = groupRowOf(recording);
    if (row >= 0 && m_groups[row].kind == RowKind::Recording)
        removeGroup(row);
}

void BenchModel::appendGroup(Group group)
{
    const int row = int(m_groups.size());
    beginInsertRows({}, row, row);
    group.key = ++m_lastKey;
    if (group.kind == RowKind::Endpoint)
        m_endpointKeys.insert(group.endpoint.id, group.key);
    m_groupRows.insert(group.key, row);
    m_groups.append(std::move(group));
    endInsertRows();
}

void BenchModel::removeGroup(int groupRow)
{
    beginRemoveRows({}, groupRow, groupRow);
    const Group group = m_groups.takeAt(groupRow);
    if (group.kind == RowKind::Endpoint) {
        m_endpointKeys.remove(group.endpoint.id);
        for (const ConnectionStatus &status : group.connections)
            m_connectionKeys.remove(status.id);
    }
    reindexGroups();
    endRemoveRows();
}

void BenchModel::reindexGroups()
{
    m_groupRows.clear();
    for (int row = 0; row < m_groups.size(); ++row)
        m_groupRows.insert(m_groups[row].key, row);
}

void BenchModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    emit dataChanged(index(0, 0), index(int(m_groups.size()) - 1, columnTotal - 1));
    for (int row = 0; row < m_groups.size(); ++row) {
        const QModelIndex group = index(row, 0);
        if (const int count = rowCount(group))
            emit dataChanged(index(0, 0, group), index(count - 1, columnTotal - 1, group));
    }
}

int BenchModel::rowOf(const Group &group, ConnectionId id)
{
    const auto it = std::lower_bound(group.connections.cbegin(), group.connections.cend(), id, precedes);
    return it != group.connections.cend() && it->id == id ? int(it - group.connections.cbegin()) : -1;
}

BenchModel::Target BenchModel::targetAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const bool nested = index.internalId() != 0;
    const int groupRow = nested ? groupRowOf(quint32(index.internalId())) : index.row();
    const Group &group = m_groups[groupRow];
    Target target;
    target.kind = nested ? RowKind::Connection : group.kind;
    target.endpoint = group.endpoint.id;
    target.recording = group.kind == RowKind::Recording ? group.key : 0;
    if (nested)
        target.connection = group.connections[index.row()].id;
    return target;
}

QModelIndex BenchModel::indexOf(const Target &target) const
{
    const quint32 key = target.recording ? target.recording
        : target.kind == RowKind::All    ? m_groups.constFirst().key
                                         : m_endpointKeys.value(target.endpoint);
    const int groupRow = groupRowOf(key);
    if (groupRow < 0)
        return {};
    if (target.kind != RowKind::Connection)
        return index(groupRow, 0);
    const int row = rowOf(m_groups[groupRow], target.connection);
    return row < 0 ? QModelIndex() : createIndex(row, 0, key);
}

QModelIndex BenchModel::indexOf(EndpointId endpoint) const
{
    return indexOf(Target{RowKind::Endpoint, endpoint, {}, 0});
}

QModelIndex BenchModel::indexOf(ConnectionId connection) const
{
    const quint32 key = m_connectionKeys.value(connection);
    const int groupRow = groupRowOf(key);
    return groupRow < 0 ? QModelIndex() : createIndex(rowOf(m_groups[groupRow], connection), 0, key);
}

QList<EndpointId> BenchModel::endpointIds() const
{
    QList<EndpointId> ids;
    for (const Group &group : m_groups) {
        if (group.kind == RowKind::Endpoint)
            ids.append(group.endpoint.id);
    }
    return ids;
}

const EndpointStatus *BenchModel::endpoint(EndpointId id) const
{
    const int row = groupRowOf(m_endpointKeys.value(id));
    return row < 0 ? nullptr : &m_groups[row].endpoint;
}

const ConnectionStatus *BenchModel::connection(ConnectionId id) const
{
    return connectionAt(indexOf(id));
}

const ConnectionStatus *BenchModel::connectionAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_groups[groupRowOf(quint32(index.internalId()))].connections[index.row()];
}

quint16 BenchModel::firstFreePort(quint16 port) const
{
    QSet<quint16> taken;
    for (const Group &group : m_groups) {
        if (group.kind == RowKind::Endpoint && group.endpoint.spec.role == bench::Role::TcpServer
            && !bench::isIdle(group.endpoint.state))
            taken.insert(group.endpoint.local.port);
    }
    while (taken.contains(port) && port < 65535)
        ++port;
    return port;
}

bool BenchModel::isBenchEmpty() const
{
    return m_groups.size() == 1;
}

QModelIndex BenchModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_groups[parent.row()].key) : quintptr(0));
}

QModelIndex BenchModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(groupRowOf(quint32(child.internalId())), 0, quintptr(0));
}

int BenchModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool hasRows = parent.internalId() == 0 && parent.column() == 0;
    return hasRows ? int(m_groups[parent.row()].connections.size()) : 0;
}

int BenchModel::columnCount(const QModelIndex &) const
{
    return columnTotal;
}

} // namespace swb::ui
