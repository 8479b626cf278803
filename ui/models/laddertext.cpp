#include "models/laddertext.h"

#include "bench/sentences.h"
#include "models/timetext.h"

#include <QLocale>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::ui {

using bench::Sentences;
using lens::Certainty;
using lens::Ladder;
using lens::LadderBlock;
using lens::LadderEnd;
using lens::LadderRows;

namespace {

QString errorName(const LadderRows &rows, const lens::Rung &rung)
{
    const Result<Event> event = rows.recording().event(rung.seq);
    return event && event->failure.systemError == EPIPE ? u"EPIPE"_s : u"ECONNRESET"_s;
}

} // namespace

QString LadderText::call(const LadderRows &rows, const Rung &rung)
{
    if (rows.isForeign() || rows.isDatagrams() || rung.kind == Rung::Kind::Handshake)
        return {};
    switch (rung.event) {
    case EventKind::Listening:
        return u"socket() bind() listen()"_s;
    case EventKind::Connecting:
        return u"socket() connect()"_s;
    case EventKind::Opened:
        return rung.end == LadderEnd::Left ? u"connect() = 0"_s : u"accept()"_s;
    case EventKind::Sent:
        return u"send() = %1"_s.arg(rung.size);
    case EventKind::Received:
        return u"recv() = %1"_s.arg(rung.size);
    case EventKind::PeerFinished:
        return u"recv() = 0"_s;
    case EventKind::Finished:
        return u"shutdown(SHUT_WR)"_s;
    case EventKind::ResetByPeer:
        return errorName(rows, rung);
    case EventKind::ResetByUs:
        return u"SO_LINGER 0, close()"_s;
    case EventKind::Closed:
        return rows.rowOfEnding(rung.end, EventKind::ResetByUs) ? QString() : u"close()"_s;
    default:
        return {};
    }
}

QString LadderText::farCall(const LadderRows &rows, const Rung &rung)
{
    // Whether who is dialled has accepted cannot be known: the kernel answers for it.
    if (rung.kind == Rung::Kind::Handshake)
        return rows.isTold(LadderEnd::Left) ? QString() : u"connect()"_s;
    if (rows.isTold(opposite(rung.end)) || rows.isForeign() || rows.isDatagrams())
        return {};
    switch (rung.event) {
    case EventKind::Received:
        return u"send()"_s;
    case EventKind::PeerFinished:
        return tr("shutdown() or close()");
    default:
        return {};
    }
}

QString LadderText::crossing(const Crossing &crossing)
{
    switch (crossing.kind) {
    case Crossing::Kind::Syn:
        return u"SYN"_s;
    case Crossing::Kind::SynAck:
        return u"SYN, ACK"_s;
    case Crossing::Kind::Ack:
    case Crossing::Kind::DataAck:
        return u"ACK"_s;
    case Crossing::Kind::Fin:
        return u"FIN"_s;
    case Crossing::Kind::Rst:
        return u"RST"_s;
    case Crossing::Kind::Data:
        break;
    }
    const QString size = Sentences::size(crossing.end - crossing.begin);
    return crossing.sends > 1 ? tr("%1 of the sends above", "an amount of bytes").arg(size) : size;
}

QString LadderText::unread(const Crossing &crossing)
{
    return tr("%1 not read yet", "an amount of bytes").arg(Sentences::size(crossing.end - crossing.begin));
}

QString LadderText::silence(std::chrono::nanoseconds time)
{
    return tr("nothing for %1", "a duration").arg(duration(time));
}

QString LadderText::time(std::chrono::nanoseconds sinceStart)
{
    if (std::chrono::abs(sinceStart) < std::chrono::seconds(1000))
        return TimeText::elapsed(sinceStart);
    return (sinceStart.count() < 0 ? u"−"_s : u"+"_s) + duration(sinceStart);
}

QString LadderText::cut(quint32 shown, quint32 all)
{
    return tr("The first %1 of %2 rows").arg(QLocale().toString(shown), QLocale().toString(all));
}

QString LadderText::event(const LadderRows &rows, const Rung &rung)
{
    if (rung.kind == Rung::Kind::Handshake)
        return tr("Handshake: SYN, SYN and ACK, ACK");
    if (rung.event == EventKind::Sent)
        return tr("%1 sent", "an amount of bytes").arg(Sentences::size(rung.size));
    if (rung.event == EventKind::Received)
        return tr("%1 received", "an amount of bytes").arg(Sentences::size(rung.size));
    const Result<Event> event = rows.recording().event(rung.seq);
    return event ? Sentences::event(*event) : QString();
}

QString LadderText::burst(const LadderBlock::Flow &flow)
{
    QStringList parts;
    if (flow.sends > 0)
        parts << tr("%n send(s)", nullptr, Sentences::plural(flow.sends));
    if (flow.reads > 0)
        parts << tr("%n read(s)", nullptr, Sentences::plural(flow.reads));
    parts << Sentences::size(flow.bytes());
    return parts.join(tr(", ", "between the parts of a list"));
}

QString LadderText::certainty(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Observed:
        return tr("observed");
    case Certainty::Wire:
        return tr("seen on the wire");
    case Certainty::Inferred:
        return tr("inferred");
    }
    return {};
}

Certainty LadderText::certaintyOf(const Ladder &ladder, const Rung &rung)
{
    if (rung.kind == Rung::Kind::Handshake)
        return Certainty::Inferred;
    return ladder.rows().isForeign() ? Certainty::Wire : Certainty::Observed;
}

QString LadderText::end(LadderEnd end)
{
    return end == LadderEnd::Left ? tr("Client") : tr("Server");
}

QString LadderText::teller(const LadderRows &rows, LadderEnd end)
{
    if (rows.isForeign())
        return tr("in a capture");
    return rows.isTold(end) ? tr("on this bench") : tr("another program: inferred");
}

QString LadderText::duration(std::chrono::nanoseconds time)
{
    using namespace std::chrono;
    const auto ns = double(std::abs(time.count()));
    const auto tenths = [](double value) { return QString::number(value, 'f', value < 10 ? 1 : 0); };
    if (ns < 1e3)
        return tr("%1 ns", "nanoseconds").arg(qint64(ns));
    if (ns < 999.5e3)
        return tr("%1 µs", "microseconds").arg(tenths(ns / 1e3));
    if (ns < 999.5e6)
        return tr("%1 ms", "milliseconds").arg(tenths(ns / 1e6));
    if (ns < 59.5e9)
        return tr("%1 s", "seconds").arg(tenths(ns / 1e9));
    const auto whole = qint64(ns / 1e9 + 0.5);
    if (whole < 3600)
        return tr("%1 min %2 s", "minutes and seconds").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min", "hours and minutes").arg(whole / 3600).arg(whole / 60 % 60);
}

QString LadderText::sentence(Ladder &ladder, quint32 row)
{
    const Rung rung = ladder.rung(row);
    const LadderRows &rows = ladder.rows();
    if (rung.kind == Rung::Kind::Handshake) {
        const Crossing syn = ladder.page(row / Ladder::PageRows).crossings.front();
        const QString text =
            tr("The handshake: SYN, SYN and ACK, ACK. The kernels do it before accept returns.");
        return text + u' '
            + (syn.certainty == Certainty::Observed
                    ? tr("The SYN itself was kept by the kernel; the rest is inferred.")
                    : tr("Inferred: without it there is no connection."));
    }
    QStringList sentences;
    sentences
        << tr("%1: %2.", "client or server, and what happened there").arg(end(rung.end), event(rows, rung));
    if (rung.carriesBytes() && rung.size > 0)
        sentences
            << tr("Bytes %1 to %2 of this direction.").arg(rung.offset).arg(rung.offset + rung.size - 1);
    const QString more = rung.event == EventKind::Received ? origin(ladder, row) : fate(ladder, rung);
    if (!more.isEmpty())
        sentences << more;
    if (rung.acknowledged)
        sentences
            << tr("Acknowledged %1 later, as the kernel told.").arg(duration(*rung.acknowledged - rung.time));
    sentences << (rows.isForeign() ? tr("Seen on the wire.") : tr("Observed."));
    return sentences.join(u' ');
}

/// What became of what was sent.
QString LadderText::fate(Ladder &ladder, const Rung &rung)
{
    const LadderRows &rows = ladder.rows();
    if (rung.event != EventKind::Sent || rows.isForeign() || rows.isDatagrams())
        return {};
    const LadderEnd other = opposite(rung.end);
    if (!rows.isTold(other))
        return tr("When it arrives, and whether the program there reads it, cannot be seen from here.");
    const quint64 end = rung.offset + rung.size;
    const quint64 read = rows.byteCount(other, EventKind::Received);
    if (read <= rung.offset)
        return tr("The other end has read nothing of it yet.");
    if (read < end)
        return tr("The other end has read %1 of it.").arg(Sentences::size(read - rung.offset));
    const auto last = rows.rowOfByte(other, EventKind::Received, end - 1);
    return last ? tr("Read to the last byte %1 later.").arg(duration(ladder.rung(*last).time - rung.time))
                : QString();
}

/// Where what was read comes from.
QString LadderText::origin(Ladder &ladder, quint32 row)
{
    const LadderRows &rows = ladder.rows();
    const Rung rung = ladder.rung(row);
    if (rows.isForeign() || rows.isDatagrams() || rung.size == 0)
        return {};
    if (!rows.isTold(opposite(rung.end)))
        return tr("In how many sends the other program wrote it cannot be seen from here.");
    quint32 sends = 0;
    for (const Crossing &crossing : ladder.page(row / Ladder::PageRows).crossings)
        sends += crossing.kind == Crossing::Kind::Data && crossing.toRow == row ? crossing.sends : 0;
    return tr("It took bytes of %n send(s).", nullptr, Sentences::plural(sends));
}

QString LadderText::sentence(Ladder &ladder, const LadderBlock &block)
{
    if (!block.isBurst())
        return sentence(ladder, block.firstRow);
    QStringList sentences;
    for (const LadderEnd from : {LadderEnd::Left, LadderEnd::Right}) {
        const LadderBlock::Flow &flow = block.flows[size_t(from)];
        if (flow.isAny())
            sentences << (from == LadderEnd::Left ? tr("Client to server: %1.") : tr("Server to client: %1."))
                             .arg(burst(flow));
    }
    sentences << tr("Within %1. Zoom in to see each.").arg(duration(block.last - block.first));
    return sentences.join(u' ');
}

} // namespace swb::ui
