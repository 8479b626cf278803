#pragma once

#include "lens/performedcall.h"

#include <QString>

namespace swb::lens {

/// What stands for an address in a program: `("127.0.0.1", 9090)`.
QString pythonAddress(const SocketAddress &address);

/// The call as an expression of Python: `server.accept()`. `address` stands for the call's own where it is
/// given.
QString pythonExpression(const net::SocketCall &call, const QString &socket, const QString &address = {});
/// As a line of Python: `conn, peer = server.accept()`.
QString pythonLine(
    const net::SocketCall &call, const QString &socket, const QString &accepted, const QString &address = {});
/// As a line of C: `int conn = accept(server, (struct sockaddr *)&peer, &size);`
QString cLine(const net::SocketCall &call, const QString &socket, const QString &accepted);

/// What it gives in Python: `b"hello"`, `5`, `OSError: [Errno 98] EADDRINUSE`; empty for None and
/// while the call waits.
QString pythonResult(const net::SocketCall &call, const net::CallOutcome &outcome);
/// What C sees: `5`, `-1, errno EADDRINUSE`; empty while the call waits.
QString cResult(const net::CallOutcome &outcome);

} // namespace swb::lens
