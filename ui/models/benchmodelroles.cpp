// What the rows of a BenchModel say: texts, signs and tones. How they are kept is in benchmodel.cpp.
#include "models/benchmodel.h"

#include "bench/sentences.h"

using namespace Qt::StringLiterals;

namespace swb::ui {

using bench::ConnectionState;
using bench::ConnectionStatus;
using bench::EndpointState;
using bench::EndpointStatus;

namespace {

/// The icon's name and its tone, for a state.
struct Sign
{
    QLatin1StringView icon;
    BenchModel::Tone tone;
};

Sign signOf(EndpointState state)
{
    using Tone = BenchModel::Tone;
    switch (state) {
    case EndpointState::NotStarted:
        return {"state-stopped"_L1, Tone::Quiet};
    case EndpointState::Starting:
    case EndpointState::Connecting:
        return {"state-starting"_L1, Tone::Waiting};
    case EndpointState::Listening:
        return {"state-listening"_L1, Tone::Good};
    case EndpointState::AcceptingPaused:
        return {"state-paused"_L1, Tone::Waiting};
    case EndpointState::Running:
        return {"state-open"_L1, Tone::Good};
    case EndpointState::Stopped:
        return {"state-stopped"_L1, Tone::Quiet};
    case EndpointState::Failed:
        return {"state-failed"_L1, Tone::Bad};
    }
    return {};
}

Sign signOf(ConnectionState state)
{
    using Tone = BenchModel::Tone;
    switch (state) {
    case ConnectionState::Open:
        return {"state-open"_L1, Tone::Good};
    case ConnectionState::PeerFinished:
        return {"state-peer-finished"_L1, Tone::Waiting};
    case ConnectionState::Finished:
        return {"state-finished"_L1, Tone::Waiting};
    case ConnectionState::Closing:
        return {"state-closing"_L1, Tone::Waiting};
    case ConnectionState::Closed:
        return {"state-closed"_L1, Tone::Quiet};
    case ConnectionState::Reset:
        return {"state-reset"_L1, Tone::Bad};
    case ConnectionState::Failed:
        return {"state-failed"_L1, Tone::Bad};
    }
    return {};
}

/// A connection that looks open and is not read from says so in its sign.
Sign signOf(const ConnectionStatus &status)
{
    return status.readingStopped && !bench::isOver(status.state)
        ? Sign{"stop-reading"_L1, BenchModel::Tone::Waiting}
        : signOf(status.state);
}

/// Behind the local end: who dialled whom.
QString arrowOf(const ConnectionStatus &status)
{
    return status.outgoing ? u" →"_s : u" ←"_s;
}

/// A recording is seldom of this computer: there the local end says as much as the peer.
QString otherEnd(BenchModel::RowKind group, const ConnectionStatus &status)
{
    const QString peer = status.peer.toString();
    return group == BenchModel::RowKind::Recording ? status.local.toString() + arrowOf(status) + u' ' + peer
                                                   : peer;
}

/// What the peer column shows of the address: the canonical text.
QString addressText(const EndpointStatus &endpoint)
{
    if (!endpoint.local.isNull() && endpoint.spec.role == bench::Role::TcpServer)
        return endpoint.local.toString();
    const QString host = endpoint.spec.address;
    const bool bare = host.contains(u':');
    return (bare ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(endpoint.spec.port);
}

} // namespace

QVariant BenchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    if (index.internalId() == 0)
        return groupData(m_groups[index.row()], column, role);
    const Group &group = m_groups[groupRowOf(quint32(index.internalId()))];
    return connectionData(group, group.connections[index.row()], column, role);
}

QString BenchModel::groupName(const Group &group) const
{
    switch (group.kind) {
    case RowKind::All:
        return tr("All connections");
    case RowKind::Recording:
        return group.recordingName;
    case RowKind::Endpoint:
    case RowKind::Connection:
        break;
    }
    const bool server = group.endpoint.spec.role == bench::Role::TcpServer;
    return (server ? tr("Server %1") : tr("Client to %1")).arg(addressText(group.endpoint));
}

QVariant BenchModel::groupData(const Group &group, Column column, int role) const
{
    const bool endpoint = group.kind == RowKind::Endpoint;
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Name ? QVariant(groupName(group)) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return endpoint ? tr("%1: %2").arg(groupName(group), stateText(group.endpoint)) : groupName(group);
    case KindRole:
        return int(group.kind);
    case IconRole:
        if (endpoint)
            return QString(signOf(group.endpoint.state).icon);
        return group.kind == RowKind::All ? u"all"_s : u"recording"_s;
    case ToneRole:
        return int(endpoint ? signOf(group.endpoint.state).tone : Tone::Quiet);
    default:
        return {};
    }
}

QVariant BenchModel::connectionData(
    const Group &group, const ConnectionStatus &status, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Column::Name:
            return tr("#%1 %2", "a connection's number and its state")
                .arg(status.id.value)
                .arg(stateText(status.state));
        case Column::Peer:
            return group.tellsLocalEnds ? status.local.toString() + arrowOf(status) : status.peer.toString();
        case Column::Received:
            return bench::Sentences::size(status.bytesReceived);
        case Column::Sent:
            return bench::Sentences::size(status.bytesSent);
        }
        return {};
    case Qt::TextAlignmentRole:
        if (column == Column::Received || column == Column::Sent)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const bool silent = status.readingStopped && !bench::isOver(status.state);
        const QString state =
            silent ? tr("%1, reading stopped").arg(stateText(status.state)) : stateText(status.state);
        const QString text =
            tr("Connection %1 with %2: %3, %4 received, %5 sent")
                .arg(QString::number(status.id.value), otherEnd(group.kind, status), state,
                    bench::Sentences::size(status.bytesReceived), bench::Sentences::size(status.bytesSent));
        return status.failure.isSet() ? text + u'\n' + bench::Sentences::failure(status.failure) : text;
    }
    case KindRole:
        return int(RowKind::Connection);
    case IconRole:
        return QString(signOf(status).icon);
    case ToneRole:
        return int(group.kind == RowKind::Recording ? Tone::Quiet : signOf(status).tone);
    default:
        return {};
    }
}

QVariant BenchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= int(Column::Received))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Bench");
    case Column::Peer:
        return tr("Peer");
    case Column::Received:
        return tr("Received");
    case Column::Sent:
        return tr("Sent");
    }
    return {};
}

QString BenchModel::stateText(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Open:
        return tr("open");
    case ConnectionState::PeerFinished:
        return tr("peer finished");
    case ConnectionState::Finished:
        return tr("finished");
    case ConnectionState::Closing:
        return tr("closing");
    case ConnectionState::Closed:
        return tr("closed");
    case ConnectionState::Reset:
        return tr("reset");
    case ConnectionState::Failed:
        return tr("failed");
    }
    return {};
}

QString BenchModel::stateText(const EndpointStatus &endpoint)
{
    switch (endpoint.state) {
    case EndpointState::NotStarted:
        return tr("not started");
    case EndpointState::Starting:
        return tr("starting");
    case EndpointState::Listening:
        return tr("listening");
    case EndpointState::AcceptingPaused:
        return tr("accepting paused");
    case EndpointState::Connecting:
        return tr("connecting");
    case EndpointState::Running:
        return tr("connected");
    case EndpointState::Stopped:
        return tr("stopped");
    case EndpointState::Failed:
        return tr("failed");
    }
    return {};
}

} // namespace swb::ui
