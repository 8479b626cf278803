#include "kernel/machinereport.h"

#include "kernel/sockdiag.h"

#include <algorithm>
#include <tuple>

namespace swb::kernel {

namespace {

std::optional<QList<SocketRow>> readSockets(Protocol protocol)
{
    if (auto table = SockDiag::open()) {
        if (auto all = table->dump(protocol))
            return all->rows;
    }
    return ProcNet().sockets(protocol);
}

void findOwners(QList<OpenPort> &ports)
{
    QSet<qint64> inodes;
    for (const OpenPort &port : std::as_const(ports))
        inodes.insert(port.inode);
    const QHash<qint64, Owner> owners = ProcNet().owners(inodes);
    for (OpenPort &port : ports) {
        if (const auto owner = owners.constFind(port.inode); owner != owners.cend())
            port.owner = *owner;
    }
}

} // namespace

QList<OpenPort> openPorts(const QList<SocketRow> &rows)
{
    QList<OpenPort> ports;
    for (const SocketRow &row : rows) {
        const bool isOpen = row.protocol == Protocol::Tcp ? row.state() == TcpState::Listen
                                                          : row.peer.port == 0 && row.local.port != 0;
        if (isOpen)
            ports.append({row.protocol, row.local, row.facts.value(FactId::Inode).value_or(0), {}});
    }
    std::sort(ports.begin(), ports.end(), [](const OpenPort &a, const OpenPort &b) {
        return std::tie(a.local.port, a.protocol, a.local) < std::tie(b.local.port, b.protocol, b.local);
    });
    return ports;
}

MachineReport readMachineReport()
{
    MachineReport report{readInterfaces(), readMachine(), {}};
    const auto tcp = readSockets(Protocol::Tcp);
    const auto udp = readSockets(Protocol::Udp);
    if (tcp || udp) {
        report.ports = openPorts(tcp.value_or(QList<SocketRow>()) + udp.value_or(QList<SocketRow>()));
        findOwners(*report.ports);
    }
    return report;
}

} // namespace swb::kernel
