#pragma once

#include "kernel/machine.h"
#include "kernel/procnet.h"

namespace swb::kernel {

/// A port at which this computer can be reached.
struct OpenPort
{
    Protocol protocol = Protocol::Tcp;
    SocketAddress local;
    qint64 inode = 0; ///< of its socket
    std::optional<Owner> owner; ///< nothing: this user may not see it

    friend bool operator==(const OpenPort &, const OpenPort &) = default;
};
/// TCP listeners, and UDP sockets that anybody can send to; by port. Their owners are not known yet.
QList<OpenPort> openPorts(const QList<SocketRow> &rows);

/// This computer as a network program meets it.
struct MachineReport
{
    QList<Interface> interfaces;
    Machine machine;
    std::optional<QList<OpenPort>> ports; ///< nothing: not available here

    friend bool operator==(const MachineReport &, const MachineReport &) = default;
};
/// Any thread. Takes some 10 ms, more where many programs have many files open.
MachineReport readMachineReport();

} // namespace swb::kernel
