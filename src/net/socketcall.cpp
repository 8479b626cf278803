#include "net/socketcall.h"

#include <QDebug>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::net {

namespace {

SocketCall ofKind(CallKind kind, int number = 0, const SocketAddress &address = {})
{
    SocketCall call;
    call.kind = kind;
    call.number = number;
    call.address = address;
    return call;
}

} // namespace

SocketCall SocketCall::socket(Transport transport, IpAddress::Family family)
{
    SocketCall call = ofKind(CallKind::Socket);
    call.transport = transport;
    call.family = family;
    return call;
}

SocketCall SocketCall::setOption(RawOption option, int value)
{
    SocketCall call = ofKind(CallKind::SetOption, value);
    call.option = option;
    return call;
}

SocketCall SocketCall::bind(const SocketAddress &address)
{
    return ofKind(CallKind::Bind, 0, address);
}

SocketCall SocketCall::listen(int backlog)
{
    return ofKind(CallKind::Listen, backlog);
}

SocketCall SocketCall::accept()
{
    return ofKind(CallKind::Accept);
}

SocketCall SocketCall::connect(const SocketAddress &address)
{
    return ofKind(CallKind::Connect, 0, address);
}

SocketCall SocketCall::send(const QByteArray &bytes)
{
    SocketCall call = ofKind(CallKind::Send);
    call.bytes = bytes;
    return call;
}

SocketCall SocketCall::receive(int most)
{
    return ofKind(CallKind::Receive, most);
}

SocketCall SocketCall::sendTo(const QByteArray &bytes, const SocketAddress &address)
{
    SocketCall call = ofKind(CallKind::SendTo, 0, address);
    call.bytes = bytes;
    return call;
}

SocketCall SocketCall::receiveFrom(int most)
{
    return ofKind(CallKind::ReceiveFrom, most);
}

SocketCall SocketCall::shutdown(ShutdownHow how)
{
    SocketCall call = ofKind(CallKind::Shutdown);
    call.how = how;
    return call;
}

SocketCall SocketCall::close()
{
    return ofKind(CallKind::Close);
}

QDebug operator<<(QDebug debug, const CallOutcome &outcome)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "CallOutcome(";
    if (!outcome.isOver())
        debug << "waits " << int(outcome.waitsFor) << ", ";
    if (outcome.error != 0)
        debug << errnoName(outcome.error) << ' ' << outcome.error << ", ";
    debug << outcome.value << ", " << outcome.bytes.left(64) << ", " << outcome.address;
    if (outcome.discarded > 0)
        debug << ", discarded " << outcome.discarded;
    return debug << ')';
}

QLatin1StringView errnoName(int error)
{
    // Not strerrorname_np(3): glibc alone has it.
    switch (error) {
#define SWB_NAMED(name)                                                                                      \
    case name:                                                                                               \
        return #name##_L1
        SWB_NAMED(EACCES);
        SWB_NAMED(EADDRINUSE);
        SWB_NAMED(EADDRNOTAVAIL);
        SWB_NAMED(EAFNOSUPPORT);
        SWB_NAMED(EAGAIN);
        SWB_NAMED(EALREADY);
        SWB_NAMED(EBADF);
        SWB_NAMED(ECONNABORTED);
        SWB_NAMED(ECONNREFUSED);
        SWB_NAMED(ECONNRESET);
        SWB_NAMED(EDESTADDRREQ);
        SWB_NAMED(EHOSTUNREACH);
        SWB_NAMED(EINPROGRESS);
        SWB_NAMED(EINTR);
        SWB_NAMED(EINVAL);
        SWB_NAMED(EISCONN);
        SWB_NAMED(EMFILE);
        SWB_NAMED(EMSGSIZE);
        SWB_NAMED(ENETUNREACH);
        SWB_NAMED(ENFILE);
        SWB_NAMED(ENOBUFS);
        SWB_NAMED(ENODEV);
        SWB_NAMED(ENOMEM);
        SWB_NAMED(ENOPROTOOPT);
        SWB_NAMED(ENOTCONN);
        SWB_NAMED(EOPNOTSUPP);
        SWB_NAMED(EPERM);
        SWB_NAMED(EPIPE);
        SWB_NAMED(EPROTOTYPE);
        SWB_NAMED(ETIMEDOUT);
#undef SWB_NAMED
    default:
        return {};
    }
}

} // namespace swb::net
