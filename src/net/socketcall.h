#pragma once

#include "base/address.h"

#include <QByteArray>
#include <QMetaType>

class QDebug;

namespace swb::net {

enum class Transport : quint8
{
    Tcp,
    Udp
};

/// The system calls of a socket's life, by their names in POSIX.
enum class CallKind : quint8
{
    Socket,
    SetOption,
    Bind,
    Listen,
    Accept,
    Connect,
    Send,
    Receive,
    SendTo,
    ReceiveFrom,
    Shutdown,
    Close
};

enum class RawOption : quint8
{
    ReuseAddress, ///< SO_REUSEADDR
    ReusePort, ///< SO_REUSEPORT
    LingerZero, ///< SO_LINGER {1, 0}: close(2) resets; switched off it is {0, 0}
    NoDelay, ///< TCP_NODELAY
    KeepAlive, ///< SO_KEEPALIVE
    SendBuffer, ///< SO_SNDBUF, bytes; Linux doubles it
    ReceiveBuffer ///< SO_RCVBUF, bytes; Linux doubles it
};

enum class ShutdownHow : quint8
{
    Reading,
    Writing,
    Both
};

/// One system call with its arguments: a value, so that it can be written down and done again. Only the
/// members of its kind count.
struct SocketCall
{
    CallKind kind = CallKind::Socket;
    Transport transport = Transport::Tcp; ///< socket
    IpAddress::Family family = IpAddress::Family::V4; ///< socket
    RawOption option = RawOption::ReuseAddress; ///< setsockopt
    ShutdownHow how = ShutdownHow::Writing; ///< shutdown
    int number = 0; ///< an option's value, listen's backlog, the most that recv takes
    SocketAddress address; ///< bind, connect, sendto
    QByteArray bytes; ///< send, sendto

    static SocketCall socket(Transport transport, IpAddress::Family family = IpAddress::Family::V4);
    static SocketCall setOption(RawOption option, int value = 1);
    static SocketCall bind(const SocketAddress &address);
    static SocketCall listen(int backlog);
    static SocketCall accept();
    static SocketCall connect(const SocketAddress &address);
    static SocketCall send(const QByteArray &bytes);
    static SocketCall receive(int most);
    static SocketCall sendTo(const QByteArray &bytes, const SocketAddress &address);
    static SocketCall receiveFrom(int most);
    static SocketCall shutdown(ShutdownHow how);
    static SocketCall close();

    friend bool operator==(const SocketCall &, const SocketCall &) = default;
};

/// What a blocking call sleeps for.
enum class WaitsFor : quint8
{
    Nothing, ///< it has returned
    Client, ///< accept: a finished handshake in the queue
    Handshake, ///< connect: the peer's SYN-ACK
    Bytes, ///< recv: something, or the end
    Room ///< send: place in the send buffer
};

/// What a call came to: so far, while it waits.
struct CallOutcome
{
    WaitsFor waitsFor = WaitsFor::Nothing;
    bool givenUp = false; ///< it waited and was interrupted; EINTR unless some bytes were sent before
    int error = 0; ///< errno; 0: it went well
    qint64 value = 0; ///< what it returned: a descriptor, bytes taken or given, 0; while waiting, bytes taken
    QByteArray bytes; ///< received
    SocketAddress address; ///< of the peer: accept, recvfrom
    /// What this call threw away: the rest of a datagram that did not fit, or what stood unread at close(2).
    qint64 discarded = 0;

    bool isOver() const { return waitsFor == WaitsFor::Nothing; }
    bool isGood() const { return isOver() && error == 0; }
    friend bool operator==(const CallOutcome &, const CallOutcome &) = default;
};
QDebug operator<<(QDebug debug, const CallOutcome &outcome);

/// "EADDRINUSE"; empty for a number that no socket call gives.
QLatin1StringView errnoName(int error);

} // namespace swb::net

Q_DECLARE_METATYPE(swb::net::CallOutcome)
