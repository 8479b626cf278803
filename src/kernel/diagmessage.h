#pragma once

#include "kernel/socketrow.h"

#include <QByteArray>
#include <QByteArrayView>

namespace swb::kernel {

/// Messages of Linux's sock_diag(7), made and understood; nothing here speaks to the kernel.
///
/// `number` comes back in the answers and tells them from those to an earlier question.
QByteArray dumpRequest(Protocol protocol, bool v6, quint32 number);
/// TCP sockets that have this port at either end, but for those in TIME_WAIT: the kernel picks them out.
QByteArray dumpAroundRequest(quint16 port, bool v6, quint32 number);
/// One socket by both of its ends. Both are of one family, or IPv4 ends of an IPv6 socket.
QByteArray lookupRequest(
    Protocol protocol, const SocketAddress &local, const SocketAddress &peer, quint32 number);

/// What one datagram from the kernel held.
struct DiagAnswer
{
    QList<SocketRow> rows;
    bool done = false; ///< the answer is complete
    bool interrupted = false; ///< the table changed under the dump; sockets may be missing
    bool damaged = false; ///< a length did not fit: what followed in it was not read
    int error = 0; ///< errno: ENOENT for a socket that is not there
};
DiagAnswer parseDiag(QByteArrayView datagram, Protocol protocol, quint32 number);

} // namespace swb::kernel
