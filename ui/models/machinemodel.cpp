#include "models/machinemodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::Interface;
using kernel::OpenPort;

namespace {

constexpr quintptr ofGroups = 0; ///< internal id; of a row below: its group and one

} // namespace

void MachineModel::setReport(const kernel::MachineReport &report)
{
    beginResetModel();
    m_report = report;
    m_isRead = true;
    describe();
    endResetModel();
}

void MachineModel::retranslate()
{
    beginResetModel();
    describe();
    endResetModel();
}

void MachineModel::describe()
{
    m_rows = {};
    if (!m_isRead)
        return;
    describeInterfaces();
    describePorts();
    describeLimits();
}

void MachineModel::describeInterfaces()
{
    for (const Interface &interface : m_report.interfaces) {
        QStringList addresses;
        for (const Interface::Address &address : interface.addresses)
            addresses.append(address.ip.toString() + u'/' + QString::number(address.prefix));
        if (addresses.isEmpty())
            addresses.append(tr("no address"));
        const QString state = !interface.up ? tr("off") : interface.running ? QString() : tr("not connected");
        if (!state.isEmpty())
            addresses.append(state);
        rowsOf(Group::Interfaces)
            .append({interface.name, addresses.join(u" · "_s),
                interface.loopback ? tr(
                    "What is sent to 127.0.0.1 or ::1 never leaves this computer. A ping of it tests the "
                    "system's own network code, and no network card.")
                                   : QString()});
    }
}

void MachineModel::describePorts()
{
    if (!m_report.ports) {
        rowsOf(Group::Ports).append({tr("not available here"), {}, {}});
        return;
    }
    for (const OpenPort &port : std::as_const(*m_report.ports)) {
        const QString protocol = port.protocol == kernel::Protocol::Tcp ? u"TCP "_s : u"UDP "_s;
        const QString owner = port.owner
            ? tr("%1, process %2").arg(port.owner->program, QString::number(port.owner->process))
            : tr("owner not shown to you");
        rowsOf(Group::Ports).append({protocol + port.local.toString(), owner, {}});
    }
    if (m_report.ports->isEmpty())
        rowsOf(Group::Ports).append({tr("nobody listens"), {}, {}});
}

void MachineModel::describeLimits()
{
    const auto add = [this](const QString &name, const QString &value, const QString &meaning) {
        rowsOf(Group::Limits).append({name, value.isEmpty() ? tr("not available here") : value, meaning});
    };
    const kernel::Machine &machine = m_report.machine;
    const auto &range = machine.ephemeralPorts;
    add(tr("All ports"), tr("%1 to %2").arg(0).arg(65535),
        tr("Whoever binds port 0 asks the system to choose a port."));
    add(tr("Ports that the system chooses"),
        range ? tr("%1 to %2").arg(range->first).arg(range->second) : QString(),
        tr("A client that has not chosen a port gets one of these. IANA sets aside 49152 to 65535 for it; "
           "each system has its own range."));
    add(tr("Ports below this need privilege"),
        machine.firstFreePort ? QString::number(*machine.firstFreePort) : QString(),
        tr("A setting of this system, 1024 on most. Well-known services have their ports below it: HTTP 80, "
           "for one."));
    add(tr("Longest accept queue"),
        machine.longestAcceptQueue ? QLocale().toString(*machine.longestAcceptQueue) : QString(),
        tr("net.core.somaxconn: whatever a server asks for in listen(), its queue is no longer."));
    add(tr("Time in TIME-WAIT"),
        machine.timeWait ? tr("%1 s").arg(QLocale().toString(machine.timeWait->count())) : QString(),
        tr("So long the end that closed first keeps the connection in mind, and its port with it."));
}

QString MachineModel::title(Group group)
{
    switch (group) {
    case Group::Interfaces:
        return tr("Interfaces and addresses");
    case Group::Ports:
        return tr("Ports somebody listens at");
    case Group::Limits:
        return tr("Ports and limits of this system");
    }
    return {};
}

QString MachineModel::meaning(Group group)
{
    switch (group) {
    case Group::Interfaces:
        return tr("An address belongs to an interface, and a computer may have several. Linux shows the same "
                  "with “ip addr”, Windows with “ipconfig”.");
    case Group::Ports:
        return tr("A socket has a port; a program has as many as it opens, or none. TCP and UDP number their "
                  "ports apart, and different addresses can have a socket each at the same port.");
    case Group::Limits:
        return tr("A port is a number of 16 bits: these are the rules of this system.");
    }
    return {};
}

QModelIndex MachineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : ofGroups);
}

QModelIndex MachineModel::parent(const QModelIndex &child) const
{
    const quintptr id = child.isValid() ? child.internalId() : ofGroups;
    return id == ofGroups ? QModelIndex() : createIndex(int(id) - 1, 0, ofGroups);
}

int MachineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return groupTotal;
    const bool isGroup = parent.internalId() == ofGroups && parent.column() == 0;
    return isGroup ? int(m_rows[size_t(parent.row())].size()) : 0;
}

int MachineModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return columnTotal;
}

QVariant MachineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isGroup = index.internalId() == ofGroups;
    const auto group = Group(isGroup ? index.row() : int(index.internalId()) - 1);
    const Row row = isGroup ? Row{title(group), {}, {}} : m_rows[size_t(group)][index.row()];
    if (role == Qt::ToolTipRole)
        return row.meaning.isEmpty() ? meaning(group) : row.meaning;
    if (role == Qt::DisplayRole)
        return Column(index.column()) == Column::Name ? row.name : row.value;
    return {};
}

QVariant MachineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return Column(section) == Column::Name ? tr("What") : tr("Value");
}

} // namespace swb::ui
