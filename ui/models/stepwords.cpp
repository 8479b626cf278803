#include "models/stepwords.h"

#include "bench/sentences.h"
#include "kernel/tcpstate.h"
#include "lens/calltext.h"

#include <QLocale>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::FactId;
using kernel::TcpState;
using net::CallKind;
using net::WaitsFor;

namespace {

/// What a learner is shown of a socket, in this order.
constexpr FactId shownFacts[] = {FactId::State, FactId::AcceptQueue, FactId::AcceptQueueLimit,
    FactId::UnreadBytes, FactId::UnsentBytes, FactId::UnackedBytes, FactId::BytesAcked, FactId::BytesReceived,
    FactId::PeerWindow, FactId::TimerRemaining, FactId::NextDatagramBytes, FactId::Drops};

std::optional<TcpState> stateOf(const kernel::Facts &facts)
{
    const auto state = facts.value(FactId::State);
    return state ? std::optional(TcpState(*state)) : std::nullopt;
}

} // namespace

QString StepWords::side(lens::CallSide side)
{
    return side == lens::CallSide::Server ? tr("Server") : tr("Client");
}

QString StepWords::line(
    const net::SocketCall &call, const QString &socket, const QString &accepted, CallLanguage language)
{
    const QString given = accepted.isEmpty() ? u"conn"_s : accepted;
    return language == CallLanguage::Python ? lens::pythonLine(call, socket, given)
                                            : lens::cLine(call, socket, given);
}

QString StepWords::result(const lens::PerformedCall &call)
{
    const net::CallOutcome &outcome = call.outcome;
    if (!outcome.isOver())
        return waiting(outcome.waitsFor);
    if (outcome.givenUp)
        return outcome.error == 0 ? tr("given up after %n byte(s)", nullptr, int(outcome.value))
                                  : tr("given up");
    return outcome.error == 0 ? good(call) : error(call.call.kind, outcome.error);
}

QString StepWords::good(const lens::PerformedCall &call)
{
    const net::CallOutcome &outcome = call.outcome;
    const int count = bench::Sentences::plural(quint64(outcome.value));
    switch (call.call.kind) {
    case CallKind::Socket:
        return tr("descriptor %1").arg(outcome.value);
    case CallKind::Accept:
        return tr("a new socket, %1, for the client at %2").arg(call.accepted, outcome.address.toString());
    case CallKind::Send:
    case CallKind::SendTo:
        return tr("%n byte(s) taken by the kernel", nullptr, count);
    case CallKind::Receive:
        return outcome.value == 0 ? tr("the end: the peer has finished sending")
                                  : tr("%n byte(s) read", nullptr, count);
    case CallKind::ReceiveFrom:
        return tr("a datagram of %n byte(s) from %1", nullptr,
            bench::Sentences::plural(quint64(outcome.value + outcome.discarded)))
            .arg(outcome.address.toString());
    case CallKind::Bind:
        return tr("bound to %1").arg(call.local.toString());
    default:
        return tr("done");
    }
}

QString StepWords::error(CallKind kind, int error)
{
    const auto said = [error](const QString &words) { return u"%1: %2"_s.arg(net::errnoName(error), words); };
    switch (error) {
    case EADDRINUSE:
        return said(tr("another socket is bound to this port"));
    case EADDRNOTAVAIL:
        return said(tr("no interface of this computer has this address"));
    case EACCES:
    case EPERM:
        return said(tr("that needs a privilege; ports from 1024 on do not"));
    case EAFNOSUPPORT:
        return said(tr("the socket is of another address family"));
    case EBADF:
        return said(tr("the descriptor is closed"));
    case ECONNREFUSED:
        return said(tr("nobody listens there"));
    case ECONNRESET:
        return said(tr("the peer has reset the connection"));
    case EINVAL:
        return kind == CallKind::Accept ? said(tr("it does not listen"))
            : kind == CallKind::Bind    ? said(tr("it is bound already"))
                                        : said(tr("that makes no sense to the kernel here"));
    case EISCONN:
        return said(tr("it is connected already, or listens"));
    case EMSGSIZE:
        return said(tr("too long for one datagram"));
    case ENOTCONN:
        return said(tr("there is no connection"));
    case EPIPE:
        return said(tr("nothing can be sent on it any more, or not yet"));
    case ETIMEDOUT:
        return said(tr("no answer came in time"));
    case EHOSTUNREACH:
    case ENETUNREACH:
        return said(tr("no route leads there"));
    case EMFILE:
    case ENFILE:
        return said(tr("no descriptor is left"));
    default:
        return net::errnoName(error).isEmpty() ? QString::number(error) : QString(net::errnoName(error));
    }
}

QString StepWords::waiting(WaitsFor what)
{
    switch (what) {
    case WaitsFor::Client:
        return tr("waits for a client in the queue");
    case WaitsFor::Handshake:
        return tr("waits for the peer's answer");
    case WaitsFor::Bytes:
        return tr("waits for bytes");
    case WaitsFor::Room:
        return tr("waits for room in the send buffer");
    case WaitsFor::Nothing:
        break;
    }
    return {};
}

QString StepWords::state(const StepSocket &socket)
{
    const kernel::Facts &facts = socket.facts;
    QStringList parts;
    if (const auto state = stateOf(facts))
        parts.append(kernel::stateName(*state));
    if (!socket.isOpen)
        parts.append(tr("closed by its program"));
    if (const auto left = facts.value(FactId::TimerRemaining); left && !socket.isOpen)
        parts.append(tr("%1 s left").arg((*left + 999'999) / 1'000'000));
    if (socket.local.port != 0)
        parts.append(socket.peer.isNull() || socket.peer.port == 0
                ? socket.local.toString()
                : u"%1 → %2"_s.arg(socket.local.toString(), socket.peer.toString()));
    const auto add = [&](FactId id) {
        if (const auto given = facts.value(id); given && *given > 0)
            parts.append(u"%1 %2"_s.arg(name(id), value(id, *given)));
    };
    for (const FactId id : {FactId::AcceptQueue, FactId::UnreadBytes, FactId::UnsentBytes,
             FactId::UnackedBytes, FactId::NextDatagramBytes})
        add(id);
    return parts.join(u" · "_s);
}

QString StepWords::name(FactId id)
{
    switch (id) {
    case FactId::State:
        return tr("State");
    case FactId::AcceptQueue:
        return tr("Waiting to be accepted");
    case FactId::AcceptQueueLimit:
        return tr("Limit of the queue");
    case FactId::UnreadBytes:
        return tr("Unread");
    case FactId::UnsentBytes:
        return tr("Not sent yet");
    case FactId::UnackedBytes:
        return tr("Not acknowledged yet");
    case FactId::BytesAcked:
        return tr("Acknowledged by the peer's kernel");
    case FactId::BytesReceived:
        return tr("Received");
    case FactId::PeerWindow:
        return tr("Room the peer offers");
    case FactId::TimerRemaining:
        return tr("Timer");
    case FactId::NextDatagramBytes:
        return tr("Next datagram");
    case FactId::Drops:
        return tr("Dropped");
    default:
        return kernel::factName(id);
    }
}

QString StepWords::value(FactId id, qint64 value)
{
    if (id == FactId::State)
        return kernel::stateName(TcpState(value));
    switch (kernel::unitOf(id)) {
    case kernel::Unit::Bytes:
        return tr("%1 B").arg(QLocale().toString(value));
    case kernel::Unit::Microseconds:
        return tr("%1 s").arg(QLocale().toString(double(value) / 1e6, 'f', 1));
    default:
        return QLocale().toString(value);
    }
}

QList<StepWords::FactLine> StepWords::facts(const kernel::Facts &before, const kernel::Facts &after)
{
    QList<FactLine> lines;
    for (const FactId id : shownFacts) {
        const auto then = before.value(id);
        const auto now = after.value(id);
        const bool tells = id == FactId::State || then.value_or(0) != 0 || now.value_or(0) != 0;
        if (tells && (then || now))
            lines.append({name(id), then ? value(id, *then) : QString(), now ? value(id, *now) : QString()});
    }
    return lines;
}

} // namespace swb::ui
