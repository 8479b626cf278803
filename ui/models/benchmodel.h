#pragma once

#include "bench/status.h"

#include <QAbstractItemModel>
#include <QHash>

#include <optional>

namespace swb::ui {

/// The bench as a tree: "All connections", the endpoints, the opened recordings, and under each its
/// connections.
///
/// A connection's index carries the key of its group as internalId and nothing else, so that ten thousand of
/// them cost no node objects and arrive as one insert. Takes values only; knows no engine and no view.
class BenchModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Peer,
        Received,
        Sent
    };
    static constexpr int columnTotal = 4;
    enum class RowKind
    {
        All,
        Endpoint,
        Connection,
        Recording
    };
    enum Role
    {
        KindRole = Qt::UserRole, ///< RowKind as int
        IconRole, ///< name of the icon that shows the state: "state-open"
        ToneRole, ///< Tone as int: which colour of the palette goes with it
    };
    /// What a state means to the eye. The colour comes with a shape of its own and never alone.
    enum class Tone
    {
        Quiet,
        Good,
        Waiting,
        Bad
    };
    /// What a row stands for.
    struct Target
    {
        RowKind kind = RowKind::All;
        EndpointId endpoint; ///< Endpoint, and Connection of a live one
        ConnectionId connection; ///< Connection
        quint32 recording = 0; ///< Recording, and Connection within one: what addRecording() returned
        friend bool operator==(const Target &, const Target &) = default;
    };

    explicit BenchModel(QObject *parent = nullptr);

    /// Takes over what the bench reports. Each run of new rows is one insert, each group's updates one
    /// signal.
    void apply(const bench::Changes &changes);
    /// A recording that was opened to be read; its connections never change. Returns its key, never 0.
    quint32 addRecording(const QString &name, const QList<bench::ConnectionStatus> &connections);
    void removeRecording(quint32 recording);
    /// Texts are asked for again after a change of language.
    void retranslate();

    Target targetAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Target &target) const;
    QModelIndex indexOf(EndpointId endpoint) const;
    QModelIndex indexOf(ConnectionId connection) const; ///< of the live bench
    QList<EndpointId> endpointIds() const; ///< in the order of their rows
    const bench::EndpointStatus *endpoint(
        EndpointId id) const; ///< null: unknown; valid until the next apply()
    const bench::ConnectionStatus *connection(ConnectionId id) const; ///< the same
    const bench::ConnectionStatus *connectionAt(const QModelIndex &index) const;
    /// The first from `port` on that no server of this bench has.
    quint16 firstFreePort(quint16 port) const;
    bool isBenchEmpty() const; ///< neither endpoints nor recordings

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static QString stateText(bench::ConnectionState state);
    static QString stateText(const bench::EndpointStatus &endpoint);

private:
    struct Group
    {
        quint32 key = 0;
        RowKind kind = RowKind::All;
        bench::EndpointStatus endpoint;
        QString recordingName;
        QList<bench::ConnectionStatus> connections; ///< by ascending id
        bool tellsLocalEnds = false; ///< of a recording: these are what tells its connections apart
    };

    void removeEndpoints(const QList<EndpointId> &ids);
    void removeConnections(const QList<ConnectionId> &ids);
    void updateEndpoints(const QList<bench::EndpointStatus> &endpoints);
    void updateConnections(int groupRow, QList<bench::ConnectionStatus> statuses);
    void insertConnections(int groupRow, const QList<bench::ConnectionStatus> &fresh);
    void removeRows(int groupRow, const QList<int> &ascendingRows);
    void appendGroup(Group group);
    void removeGroup(int groupRow);
    void reindexGroups();
    int groupRowOf(quint32 key) const { return m_groupRows.value(key, -1); }
    static int rowOf(const Group &group, ConnectionId id); ///< -1: not there
    QVariant groupData(const Group &group, Column column, int role) const;
    QVariant connectionData(
        const Group &group, const bench::ConnectionStatus &status, Column column, int role) const;
    QString groupName(const Group &group) const;

    QList<Group> m_groups;
    QHash<quint32, int> m_groupRows; ///< key to row
    QHash<EndpointId, quint32> m_endpointKeys;
    QHash<ConnectionId, quint32> m_connectionKeys; ///< live connections: the key of their group
    quint32 m_lastKey = 0;
};

} // namespace swb::ui
