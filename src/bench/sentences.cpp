#include "bench/sentences.h"

#include "journal/recording.h"

#include <QLocale>

#include <cstring>

namespace swb::bench {

namespace {

QString portOf(const QString &address)
{
    const auto parsed = SocketAddress::parse(address);
    return parsed ? QString::number(parsed->port) : address;
}

QString systemText(int error)
{
    char buffer[128];
    return QString::fromLocal8Bit(strerror_r(error, buffer, sizeof buffer));
}

} // namespace

QString Sentences::failure(const Failure &failure)
{
    const QString &subject = failure.subject;
    switch (failure.kind) {
    case FailureKind::None:
        return {};
    case FailureKind::BadAddress:
        return tr("“%1” is not an address; write it like 192.168.0.1 or ::1.").arg(subject);
    case FailureKind::BadScope:
        return tr("%1 needs the name of a network interface of this computer behind it, like fe80::1%eth0.")
            .arg(subject);
    case FailureKind::AddressNotLocal:
        return tr("%1 is not an address of this computer; choose one of its own.").arg(subject);
    case FailureKind::HostNotFound:
        return tr("The host “%1” was not found; check the spelling.").arg(subject);
    case FailureKind::ResolverFailed:
        return tr("The name “%1” could not be looked up; check the network, or use an address.").arg(subject);
    case FailureKind::PortInUse:
        return tr("%1 is in use by another program or connection; choose another port or stop the other one.")
            .arg(subject);
    case FailureKind::PortNeedsPrivilege:
        return tr("Port %1 needs administrator rights; choose 1024 or higher.").arg(portOf(subject));
    case FailureKind::PortsExhausted:
        return tr("No free local port is left to connect to %1; close some connections or wait a minute.")
            .arg(subject);
    case FailureKind::Refused:
        return tr("%1 refused the connection: nothing listens on that port. Start the server first, or check "
                  "the port.")
            .arg(subject);
    case FailureKind::TimedOut:
        return tr(
            "%1 did not answer in time; check the address, and that no firewall swallows the connection.")
            .arg(subject);
    case FailureKind::Unreachable:
        return tr("There is no route to %1; check the network and the address.").arg(subject);
    case FailureKind::Cancelled:
        return tr("Connecting to %1 was cancelled.").arg(subject);
    case FailureKind::SelfConnected:
        return tr("The connection to %1 had met itself, for no server listens there; it was closed.")
            .arg(subject);
    case FailureKind::DescriptorsExhausted:
        return tr("No more connections can be opened: the limit of open files is reached. Clients wait until "
                  "some close.");
    case FailureKind::ResetByPeer:
        return tr("%1 reset the connection (RST).").arg(subject);
    case FailureKind::BrokenPipe:
        return tr("Nothing more can be sent to %1: sending was finished or the connection has ended.")
            .arg(subject);
    case FailureKind::NotConnected:
        return tr("There is no connection to %1.").arg(subject);
    case FailureKind::QueueFull:
        return tr("%1 does not read: the write queue stands at its limit. Wait until it has drained.")
            .arg(subject);
    case FailureKind::NotFound:
        return tr("“%1” does not exist.").arg(subject);
    case FailureKind::AlreadyExists:
        return tr("“%1” already exists and is never overwritten; choose another name.").arg(subject);
    case FailureKind::NoPermission:
        return tr("No permission for “%1”; choose another place.").arg(subject);
    case FailureKind::ReadOnlyPlace:
        return tr("“%1” cannot be written, for its place is read-only; choose another folder.").arg(subject);
    case FailureKind::DiskFull:
        return tr("The disk is full: “%1” cannot grow. Nothing is read or sent until there is room.")
            .arg(subject);
    case FailureKind::NotARecording:
        return tr("“%1” is neither a recording nor a capture (pcapng, pcap).").arg(subject);
    case FailureKind::EmptyFile:
        return tr("“%1” is empty: there is no recording in it.").arg(subject);
    case FailureKind::UnsupportedRecording:
        return tr(
            "“%1” was written in a newer version of its format; open it with a newer version of the program.")
            .arg(subject);
    case FailureKind::UnsupportedLinkType:
        return tr(
            "The capture is from a link that is not known here: %1. Captures from Ethernet, raw IP, Linux "
            "cooked and loopback interfaces can be opened.")
            .arg(subject);
    case FailureKind::CompressedRecording:
        return tr("“%1” is compressed; decompress it first, then open what comes out.").arg(subject);
    case FailureKind::ForeignRecording:
        return tr("“%1” is the capture of another program, which is never changed; export its rows as a new "
                  "recording, and work with that.")
            .arg(subject);
    case FailureKind::InUse:
        return tr("Another program is writing “%1”.").arg(subject);
    case FailureKind::TornRecording:
        return tr("“%1” ends in a record that is not whole, so nothing is added to it; export its rows as a "
                  "new recording, and work with that.")
            .arg(subject);
    case FailureKind::ChangedRecording:
        return tr("“%1” has changed since it was opened; open it again.").arg(subject);
    case FailureKind::OwnRecording:
        return tr("“%1” is the recording that the rows come from; choose another name.").arg(subject);
    case FailureKind::NoUdpRecording:
        return tr(
            "Some of these rows of “%1” are UDP, and a recording holds TCP only. Choose another format, "
            "or leave the UDP rows out.")
            .arg(subject);
    case FailureKind::UnknownEncoding:
        return tr("There is no encoding named “%1”.").arg(subject);
    case FailureKind::System:
        break;
    }
    return subject.isEmpty()
        ? tr("The system reports: %1.").arg(systemText(failure.systemError))
        : tr("%1: the system reports: %2.").arg(subject, systemText(failure.systemError));
}

QString Sentences::notSaved(const Failure &failure)
{
    if (failure.kind == FailureKind::Cancelled)
        return tr("Cancelled; nothing was written.");
    if (failure.kind == FailureKind::DiskFull)
        return tr(
            "The disk is full, and nothing was written: make room, or choose another folder than that of "
            "“%1”.")
            .arg(failure.subject);
    return Sentences::failure(failure);
}

QString Sentences::event(const Event &event)
{
    const QString local = event.local.toString();
    const QString peer = event.peer.toString();
    switch (event.kind) {
    case EventKind::Received:
    case EventKind::Sent:
        return {};
    case EventKind::Listening:
        return tr("Listening on %1").arg(local);
    case EventKind::StoppedListening:
        return tr("Stopped listening on %1").arg(local);
    case EventKind::AcceptingPaused:
        return event.failure.isSet() ? failure(event.failure)
                                     : tr("Accepting paused; who connects now waits in the queue");
    case EventKind::AcceptingResumed:
        return tr("Accepting again");
    case EventKind::Connecting:
        return event.text.isEmpty() || peer.contains(event.text)
            ? tr("Connecting to %1").arg(peer)
            : tr("Connecting to %1 (%2)").arg(peer, event.text);
    case EventKind::Opened:
        if (!event.text.isEmpty())
            return tr("%3 between %1 and %2", "1 and 2: addresses, 3: UDP").arg(local, peer, event.text);
        return event.outgoing ? tr("Connected from %1 to %2").arg(local, peer)
                              : tr("Accepted %2 on %1").arg(local, peer);
    case EventKind::PeerFinished:
        return tr("The peer finished sending (FIN)");
    case EventKind::Finished:
        return tr("We finished sending (FIN)");
    case EventKind::ResetByPeer:
        return tr("The peer reset the connection (RST)");
    case EventKind::ResetByUs:
        return tr("We reset the connection (RST)");
    case EventKind::Closed:
        return event.size ? tr("Closed; %n byte(s) were never sent", "", plural(event.size)) : tr("Closed");
    case EventKind::Error:
        return failure(event.failure);
    case EventKind::Note:
        return event.text;
    case EventKind::ReadingStopped:
        return tr("Reading stopped; the receive window fills and closes");
    case EventKind::ReadingResumed:
        return tr("Reading again");
    case EventKind::Gap:
        if (event.size == 0)
            return tr("The capture begins in the middle of this connection");
        return event.outgoing ? tr("%n byte(s) to the peer were not captured", "", plural(event.size))
                              : tr("%n byte(s) from the peer were not captured", "", plural(event.size));
    case EventKind::Annotation:
        return event.text;
    }
    return {};
}

QString Sentences::notShown(const journal::ForeignCapture &capture)
{
    QStringList parts;
    const auto add = [&parts](quint64 count, const QString &text) {
        if (count > 0)
            parts << text.arg(count);
    };
    add(capture.otherProtocols, tr("%1 of protocols other than TCP and UDP", "packets"));
    add(capture.otherLinks, tr("%1 from links that are not known here", "packets"));
    add(capture.unreadable, tr("%1 with headers that are damaged or cut off", "packets"));
    add(capture.lostFragments, tr("%1 that are fragments of something incomplete", "packets"));
    const quint64 count = capture.notUnderstood();
    return parts.isEmpty()
        ? QString()
        : tr("%1 packet(s) of the capture are not shown: %2.", "", plural(count)).arg(count).arg(list(parts));
}

QString Sentences::list(const QStringList &parts)
{
    return parts.join(tr(", ", "between the parts of a list"));
}

QString Sentences::inputFault(const codec::InputFault &fault, const QString &encoding)
{
    using Kind = codec::InputFault::Kind;
    const QString place = QString::number(fault.position + 1);
    switch (fault.kind) {
    case Kind::NotHex:
        return tr("“%1” at position %2 is no hex digit (0–9, a–f).").arg(fault.culprit, place);
    case Kind::HalfByte:
        return tr("“%1” at position %2 is half a byte; a byte is two hex digits.").arg(fault.culprit, place);
    case Kind::UnknownEscape:
        return tr("“%1” at position %2 is no escape; known are \\r \\n \\t \\0 \\\\ \\xNN \\uNNNN.")
            .arg(fault.culprit, place);
    case Kind::UnfinishedEscape:
        return tr("The escape “%1” at position %2 is not finished.").arg(fault.culprit, place);
    case Kind::NotACharacter:
        return tr("“%1” at position %2 names no character.").arg(fault.culprit, place);
    case Kind::NotInEncoding:
        return tr("“%1” at position %2 cannot be written in %3.").arg(fault.culprit, place, encoding);
    }
    return {};
}

QString Sentences::templateFault(const protocol::ReplyTemplate::Fault &fault)
{
    using Kind = protocol::ReplyTemplate::Fault::Kind;
    const QString place = QString::number(fault.position + 1);
    switch (fault.kind) {
    case Kind::UnknownPlaceholder:
        return tr("“%1” at position %2 is not a placeholder; there are {text}, {peer}, {size} and {time}.")
            .arg(fault.culprit, place);
    case Kind::UnclosedBrace:
        return tr("The brace at position %1 is not closed; write {{ for a brace itself.").arg(place);
    case Kind::StrayBrace:
        return tr("The brace at position %1 closes nothing; write }} for a brace itself.").arg(place);
    case Kind::BadEscape:
        return tr("“%1” at position %2 is no escape, or cannot be written in the encoding.")
            .arg(fault.culprit, place);
    }
    return {};
}

QString Sentences::size(quint64 bytes)
{
    return bytes < 1024 ? tr("%n byte(s)", "a size", int(bytes))
                        : QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeIecFormat);
}

} // namespace swb::bench
