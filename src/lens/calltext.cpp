#include "lens/calltext.h"

#include "lens/pythonliteral.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lens {

using net::CallKind;
using net::CallOutcome;
using net::RawOption;
using net::SocketCall;

namespace {

constexpr qsizetype MostResultBytes = 200; ///< shown of what was received

struct OptionNames
{
    QLatin1StringView level;
    QLatin1StringView name;
};

OptionNames namesOf(RawOption option)
{
    switch (option) {
    case RawOption::ReuseAddress:
        return {"SOL_SOCKET"_L1, "SO_REUSEADDR"_L1};
    case RawOption::ReusePort:
        return {"SOL_SOCKET"_L1, "SO_REUSEPORT"_L1};
    case RawOption::LingerZero:
        return {"SOL_SOCKET"_L1, "SO_LINGER"_L1};
    case RawOption::NoDelay:
        return {"IPPROTO_TCP"_L1, "TCP_NODELAY"_L1};
    case RawOption::KeepAlive:
        return {"SOL_SOCKET"_L1, "SO_KEEPALIVE"_L1};
    case RawOption::SendBuffer:
        return {"SOL_SOCKET"_L1, "SO_SNDBUF"_L1};
    case RawOption::ReceiveBuffer:
        return {"SOL_SOCKET"_L1, "SO_RCVBUF"_L1};
    }
    return {};
}

QLatin1StringView howName(net::ShutdownHow how)
{
    switch (how) {
    case net::ShutdownHow::Reading:
        return "SHUT_RD"_L1;
    case net::ShutdownHow::Writing:
        return "SHUT_WR"_L1;
    case net::ShutdownHow::Both:
        return "SHUT_RDWR"_L1;
    }
    return {};
}

QLatin1StringView familyName(const SocketCall &call)
{
    return call.family == IpAddress::Family::V6 ? "AF_INET6"_L1 : "AF_INET"_L1;
}

QLatin1StringView typeName(const SocketCall &call)
{
    return call.transport == net::Transport::Udp ? "SOCK_DGRAM"_L1 : "SOCK_STREAM"_L1;
}

QString pythonOption(const SocketCall &call)
{
    const auto [level, name] = namesOf(call.option);
    const QString value = call.option == RawOption::LingerZero
        ? u"struct.pack(\"ii\", %1, 0)"_s.arg(call.number)
        : QString::number(call.number);
    return u"setsockopt(socket.%1, socket.%2, %3)"_s.arg(level, name, value);
}

QString cOption(const SocketCall &call, const QString &socket)
{
    const auto [level, name] = namesOf(call.option);
    const QString value = call.option == RawOption::LingerZero
        ? u"&(struct linger){%1, 0}, sizeof(struct linger)"_s.arg(call.number)
        : u"&(int){%1}, sizeof(int)"_s.arg(call.number);
    return u"setsockopt(%1, %2, %3, %4);"_s.arg(socket, level, name, value);
}

/// A string of C; octal, because \x41 would swallow a digit that follows.
QString cBytes(const QByteArray &bytes)
{
    const auto [unit, times] = repeated(bytes);
    if (times > 1)
        return u"buffer"_s;
    QString literal(u'"');
    for (const char byte : bytes) {
        const auto value = uchar(byte);
        if (byte == '"' || byte == '\\')
            literal += u'\\';
        literal += value >= 0x20 && value < 0x7f ? QString(QLatin1Char(byte))
            : byte == '\n'                       ? u"\\n"_s
            : byte == '\r'                       ? u"\\r"_s
                                                 : u"\\%1"_s.arg(uint(value), 3, 8, QChar(u'0'));
    }
    return literal + u'"';
}

QString cAddressed(QLatin1StringView function, const QString &arguments, const SocketAddress &address)
{
    return u"%1(%2, (struct sockaddr *)&address, sizeof address); /* %3 */"_s.arg(
        function, arguments, address.toString());
}

} // namespace

QString pythonAddress(const SocketAddress &address)
{
    return u"(%1, %2)"_s.arg(pythonString(address.ip.toString()), QString::number(address.port));
}

QString pythonExpression(const SocketCall &call, const QString &socket, const QString &address)
{
    const QString where = address.isEmpty() ? pythonAddress(call.address) : address;
    const auto on = [&socket](const QString &method) { return socket + u'.' + method; };
    switch (call.kind) {
    case CallKind::Socket:
        return u"socket.socket(socket.%1, socket.%2)"_s.arg(familyName(call), typeName(call));
    case CallKind::SetOption:
        return on(pythonOption(call));
    case CallKind::Bind:
        return on(u"bind(%1)"_s.arg(where));
    case CallKind::Listen:
        return on(u"listen(%1)"_s.arg(call.number));
    case CallKind::Accept:
        return on(u"accept()"_s);
    case CallKind::Connect:
        return on(u"connect(%1)"_s.arg(where));
    case CallKind::Send:
        return on(u"send(%1)"_s.arg(pythonBytes(call.bytes)));
    case CallKind::Receive:
        return on(u"recv(%1)"_s.arg(call.number));
    case CallKind::SendTo:
        return on(u"sendto(%1, %2)"_s.arg(pythonBytes(call.bytes), where));
    case CallKind::ReceiveFrom:
        return on(u"recvfrom(%1)"_s.arg(call.number));
    case CallKind::Shutdown:
        return on(u"shutdown(socket.%1)"_s.arg(howName(call.how)));
    case CallKind::Close:
        return on(u"close()"_s);
    }
    return {};
}

QString pythonLine(
    const SocketCall &call, const QString &socket, const QString &accepted, const QString &address)
{
    const QString expression = pythonExpression(call, socket, address);
    switch (call.kind) {
    case CallKind::Socket:
        return u"%1 = %2"_s.arg(socket, expression);
    case CallKind::Accept:
        return u"%1, peer = %2"_s.arg(accepted, expression);
    case CallKind::Receive:
        return u"data = "_s + expression;
    case CallKind::ReceiveFrom:
        return u"data, peer = "_s + expression;
    default:
        return expression;
    }
}

QString cLine(const SocketCall &call, const QString &socket, const QString &accepted)
{
    switch (call.kind) {
    case CallKind::Socket:
        return u"int %1 = socket(%2, %3, 0);"_s.arg(socket, familyName(call), typeName(call));
    case CallKind::SetOption:
        return cOption(call, socket);
    case CallKind::Bind:
        return cAddressed("bind"_L1, socket, call.address);
    case CallKind::Listen:
        return u"listen(%1, %2);"_s.arg(socket).arg(call.number);
    case CallKind::Accept:
        return u"int %1 = accept(%2, (struct sockaddr *)&peer, &size);"_s.arg(accepted, socket);
    case CallKind::Connect:
        return cAddressed("connect"_L1, socket, call.address);
    case CallKind::Send:
        return u"send(%1, %2, %3, 0);"_s.arg(socket, cBytes(call.bytes), QString::number(call.bytes.size()));
    case CallKind::Receive:
        return u"ssize_t n = recv(%1, buffer, %2, 0);"_s.arg(socket).arg(call.number);
    case CallKind::SendTo:
        return cAddressed("sendto"_L1,
            u"%1, %2, %3, 0"_s.arg(socket, cBytes(call.bytes), QString::number(call.bytes.size())),
            call.address);
    case CallKind::ReceiveFrom:
        return u"ssize_t n = recvfrom(%1, buffer, %2, 0, (struct sockaddr *)&peer, &size);"_s.arg(socket).arg(
            call.number);
    case CallKind::Shutdown:
        return u"shutdown(%1, %2);"_s.arg(socket, howName(call.how));
    case CallKind::Close:
        return u"close(%1);"_s.arg(socket);
    }
    return {};
}

QString pythonResult(const SocketCall &call, const CallOutcome &outcome)
{
    if (!outcome.isOver())
        return {};
    if (outcome.error != 0)
        return u"OSError: [Errno %1] %2"_s.arg(outcome.error).arg(net::errnoName(outcome.error));
    const bool all = outcome.bytes.size() <= MostResultBytes;
    const QString data =
        all ? pythonBytes(outcome.bytes) : pythonBytes(outcome.bytes.left(MostResultBytes)) + u'…';
    switch (call.kind) {
    case CallKind::Accept:
        return pythonAddress(outcome.address);
    case CallKind::Send:
    case CallKind::SendTo:
        return QString::number(outcome.value);
    case CallKind::Receive:
        return data;
    case CallKind::ReceiveFrom:
        return u"%1, %2"_s.arg(data, pythonAddress(outcome.address));
    default:
        return {};
    }
}

QString cResult(const CallOutcome &outcome)
{
    if (!outcome.isOver())
        return {};
    return outcome.error == 0 ? QString::number(outcome.value)
                              : u"-1, errno %1"_s.arg(net::errnoName(outcome.error));
}

} // namespace swb::lens
