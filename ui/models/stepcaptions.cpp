#include "bench/sentences.h"
#include "kernel/tcpstate.h"
#include "models/stepwords.h"

#include <cerrno>

namespace swb::ui {

using kernel::FactId;
using kernel::TcpState;
using net::CallKind;
using net::WaitsFor;

namespace {

bool isListening(const kernel::Facts &facts)
{
    return facts.value(FactId::State) == qint64(TcpState::Listen);
}

} // namespace

QString StepWords::caption(const StepCall &call)
{
    const lens::PerformedCall &made = call.performed;
    if (!made.outcome.isOver())
        return waitingCaption(made.outcome.waitsFor);
    if (made.outcome.givenUp) {
        return made.call.kind == CallKind::Connect
            ? tr("The program stopped waiting, as on a signal. The kernel goes on with the handshake.")
            : tr("The program stopped waiting, as on a signal. The connection has not changed by that.");
    }
    return made.outcome.error == 0 ? goodCaption(call) : errorCaption(made);
}

QString StepWords::waitingCaption(WaitsFor what)
{
    switch (what) {
    case WaitsFor::Client:
        return tr("No finished connection is in the queue, so the program sleeps in accept(). "
                  "Let a client connect.");
    case WaitsFor::Handshake:
        return tr("The SYN has no answer yet: the server's queue is full, or nobody is there. "
                  "The kernel sends it again by itself, the first time after about a second.");
    case WaitsFor::Bytes:
        return tr("Nothing has arrived. A peer that is silent and a cable that is cut look the same from "
                  "here: recv() just waits.");
    case WaitsFor::Room:
        return tr("The send buffer is full because the peer does not read. TCP slows the sender down: "
                  "that is flow control. Let the other side recv().");
    case WaitsFor::Nothing:
        break;
    }
    return {};
}

QString StepWords::goodCaption(const StepCall &call)
{
    const lens::PerformedCall &made = call.performed;
    switch (made.call.kind) {
    case CallKind::Socket:
        return made.call.transport == net::Transport::Udp
            ? tr("UDP knows no connection: this socket can send at once, to anybody.")
            : tr("A socket exists before any connection. Nothing has been sent, and it has no port yet.");
    case CallKind::SetOption:
        return optionCaption(call);
    case CallKind::Bind:
        if (made.call.address.port == 0)
            return tr("Port 0 means “choose for me”: the kernel chose %1.").arg(made.local.port);
        return made.side == lens::CallSide::Server
            ? tr("This address and port now belong to the socket; nothing was sent. The same port is still "
                 "free for UDP, and on other addresses of this computer.")
            : tr("A client need not bind: connect() would have chosen a free port by itself.");
    case CallKind::Listen:
        return tr(
            "From now on the kernel completes handshakes by itself. The number limits how many finished "
            "connections may wait for accept(), here %n; it does not limit how many are served.",
            nullptr, made.call.number + 1);
    case CallKind::Accept:
        return tr(
            "The handshake was over before: accept() only takes the oldest connection from the queue and "
            "gives it a socket of its own. It has the server's port; one port serves all clients.");
    case CallKind::Connect:
        return made.local.isNull() || call.before.value(FactId::State).has_value()
            ? tr("SYN, SYN-ACK, ACK: the two kernels have done the handshake. The server's program need not "
                 "have called accept() for that.")
            : tr("For UDP nothing was sent: the kernel only notes the address, and errors from there can now "
                 "be told.");
    case CallKind::Send:
    case CallKind::SendTo:
        return sendCaption(made);
    case CallKind::Receive:
    case CallKind::ReceiveFrom:
        return receiveCaption(made);
    case CallKind::Shutdown:
        return made.call.how == net::ShutdownHow::Reading
            ? tr("Nothing is sent: this end alone stops reading. It is shutdown for writing that sends the "
                 "FIN.")
            : tr("FIN goes out behind the last byte: the peer's recv() will give 0 bytes. A connection has "
                 "two "
                 "directions, and after SHUT_WR this end can still receive.");
    case CallKind::Close:
        return closeCaption(call);
    }
    return {};
}

QString StepWords::optionCaption(const StepCall &call)
{
    const net::SocketCall &made = call.performed.call;
    switch (made.option) {
    case net::RawOption::ReuseAddress:
        return call.performed.local.port == 0
            ? tr("With SO_REUSEADDR, bind() may take a port whose old connections still stand in TIME_WAIT. "
                 "It "
                 "does not end them. On Linux the sockets before must have had it, too.")
            : tr("This comes too late for the bind() that has been made: set it before.");
    case net::RawOption::ReusePort:
        return tr(
            "With SO_REUSEPORT on all of them, several sockets may share one port; the kernel deals the "
            "clients out among them.");
    case net::RawOption::LingerZero:
        return tr(
            "From now on close() throws away what is not sent, and resets the connection (RST) instead of "
            "finishing it (FIN).");
    case net::RawOption::NoDelay:
        return tr(
            "Small sends go out at once; without it, the kernel may wait to put them together (Nagle).");
    case net::RawOption::KeepAlive:
        return tr("A silent connection is tested now and then, on Linux first after two hours.");
    case net::RawOption::SendBuffer:
    case net::RawOption::ReceiveBuffer:
        return tr("Linux doubles the number, for its own bookkeeping.");
    }
    return {};
}

QString StepWords::sendCaption(const lens::PerformedCall &call)
{
    if (call.call.kind == CallKind::SendTo)
        return tr("One datagram is on its way, or lost: sendto() does not learn whether anybody got it.");
    return tr(
        "The kernel has put the bytes into its send buffer, no more than that. It does not mean that they "
        "were sent, that they arrived, or that the other program read them.");
}

QString StepWords::receiveCaption(const lens::PerformedCall &call)
{
    const net::CallOutcome &outcome = call.outcome;
    if (call.call.kind == CallKind::ReceiveFrom) {
        if (outcome.discarded > 0)
            return tr(
                "One recvfrom() is one datagram. This one was longer than asked for: the other %n byte(s) "
                "are lost.",
                nullptr, bench::Sentences::plural(quint64(outcome.discarded)));
        return outcome.value == 0
            ? tr("An empty datagram is real data. With UDP, 0 bytes do not mean an end.")
            : tr("One recvfrom() is one datagram: its bounds are kept, unlike those of a send() in TCP.");
    }
    if (outcome.value == 0)
        return tr("0 bytes is no error: the peer's FIN has come, and it will send nothing more. This end may "
                  "still send.");
    return tr(
        "%1 is the most that this call takes, not how much comes. TCP keeps no bounds: two sends can come "
        "in one recv(), and one in several, cut even within a character.")
        .arg(call.call.number);
}

QString StepWords::closeCaption(const StepCall &call)
{
    const qint64 unread = call.performed.outcome.discarded;
    if (isListening(call.before))
        return tr(
            "The port takes no more clients. Accepted connections live on; those that still waited in the "
            "queue are reset.");
    if (unread > 0)
        return tr(
            "%n byte(s) stood unread, so the kernel sent RST instead of FIN: the peer gets an error, and "
            "may lose what it had not read yet.",
            nullptr, bench::Sentences::plural(quint64(unread)));
    if (const auto state = call.before.value(FactId::State);
        state == qint64(TcpState::Established) || state == qint64(TcpState::FinWait2))
        return tr("The program is done; the kernel finishes the connection. Who closes first keeps it in "
                  "TIME_WAIT for a minute, so that late segments find no new connection.");
    return tr("The descriptor is free again.");
}

QString StepWords::errorCaption(const lens::PerformedCall &call)
{
    switch (call.outcome.error) {
    case EADDRINUSE:
        return tr("One port of one address goes to one socket, and connections in TIME_WAIT count. "
                  "SO_REUSEADDR before bind() helps against those, not against a socket that listens.");
    case ECONNREFUSED:
        return call.call.kind == CallKind::Connect
            ? tr("No socket listens on that port, so the other kernel answered the SYN with RST.")
            : tr("The computer there had no socket for the last datagram and said so (ICMP port "
                 "unreachable).");
    case ECONNRESET:
        return tr(
            "RST has come: the peer closed with unread bytes, or broke off. That is an error, unlike the "
            "end, which is 0 bytes.");
    case EPIPE:
        return tr(
            "A socket that is not connected, or whose sending has ended, takes no bytes. A program in C "
            "would be killed by SIGPIPE here unless it ignores it; Python does.");
    case ENOTCONN:
        return tr("Only a connected socket carries bytes. A listening one does not: accept() gives one that "
                  "does.");
    case EBADF:
        return tr("After close() the number means nothing any more, or soon another file.");
    case EISCONN:
        return tr("A TCP socket has one connection in its life. For another one, make a new socket.");
    case EINVAL:
        if (call.call.kind == CallKind::Accept)
            return tr("listen() comes first: it makes the socket passive.");
        break;
    case EMSGSIZE:
        return tr("A datagram over IPv4 holds 65,507 bytes at most.");
    default:
        break;
    }
    return tr("The call changed nothing.");
}

} // namespace swb::ui
