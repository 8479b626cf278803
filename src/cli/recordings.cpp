#include "cli/recordings.h"

#include "base/safefile.h"
#include "bench/sentences.h"
#include "cli/exporting.h"
#include "cli/output.h"
#include "cli/printer.h"
#include "cli/progressline.h"
#include "cli/words.h"
#include "journal/recording.h"
#include "journal/search.h"
#include "lens/exporter.h"
#include "lens/query.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>

#include <cerrno>
#include <limits>
#include <set>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

using bench::Sentences;

/// Whoever cancelled it knows.
int fail(const Failure &failure)
{
    if (failure.kind != FailureKind::Cancelled)
        complain(Sentences::failure(failure));
    return 1;
}

QString tailSentence(const QString &path, const journal::TornTail &tail)
{
    const QString place = QString::number(tail.validBytes);
    const QString rest = QString::number(tail.bytesAfter);
    const int count = Sentences::plural(tail.bytesAfter);
    return tail.damaged
        ? Words::tr("“%1” is damaged at byte %2; %3 byte(s) follow its last good record (%4).", "", count)
              .arg(path, place, rest, tail.reason)
        : Words::tr(
            "“%1” is cut short: %3 byte(s) follow its last whole record, which ends at byte %2.", "", count)
              .arg(path, place, rest);
}

/// The counts are no %n, for they may be larger than the int that it takes.
QString summary(const journal::CheckReport &report)
{
    return Words::tr("%1, %2, %3, %4", "events, connections, bytes received, bytes sent")
        .arg(Words::tr("%1 event(s)", "", Sentences::plural(report.events)).arg(report.events),
            Words::tr("%1 connection(s)", "", Sentences::plural(report.connections)).arg(report.connections),
            Words::tr("%1 byte(s) received", "", Sentences::plural(report.bytesReceived))
                .arg(report.bytesReceived),
            Words::tr("%1 byte(s) sent", "", Sentences::plural(report.bytesSent)).arg(report.bytesSent));
}

void putForeign(QJsonObject &object, const journal::ForeignCapture &capture)
{
    object[u"capture"] = capture.format;
    object[u"packets"] = qint64(capture.packets);
    object[u"other_protocols"] = qint64(capture.otherProtocols);
    object[u"other_links"] = qint64(capture.otherLinks);
    object[u"unreadable"] = qint64(capture.unreadable);
    object[u"lost_fragments"] = qint64(capture.lostFragments);
}

void complainOfNotShown(const journal::ForeignCapture &capture)
{
    if (capture.notUnderstood() > 0)
        complain(Sentences::notShown(capture));
}

constexpr qsizetype printSize = 1 << 20;

/// The file to read. "-" is stdin, which can be read only once and from the front: `copy` stands in for it.
Result<QString> readablePath(const QString &path, QTemporaryFile &copy)
{
    if (path != u"-")
        return path;
    QFile input;
    if (!copy.open() || !input.open(stdin, QIODevice::ReadOnly))
        return Failure{FailureKind::System, errno, u"stdin"_s};
    for (QByteArray piece; !(piece = input.read(printSize)).isEmpty();) {
        if (copy.write(piece) != piece.size())
            return Failure{FailureKind::DiskFull, 0, copy.fileName()};
    }
    if (!copy.flush())
        return Failure{FailureKind::DiskFull, 0, copy.fileName()};
    return copy.fileName();
}

/// The line is gone before anything is said about what came of it.
Result<std::shared_ptr<journal::Recording>> openRecording(const QString &path, bool quiet)
{
    ProgressLine line(Words::tr("Reading: %1%"), quiet);
    return journal::Recording::open(path, &line.progress);
}

Result<journal::CheckReport> checkFile(const QString &path, bool quiet)
{
    ProgressLine line(Words::tr("Reading: %1%"), quiet);
    return journal::check(path, &line.progress);
}

/// The events that the filters leave, in order.
struct Chosen
{
    std::vector<EventSeq> events;
    quint64 matches = 0;
    QString complaint; ///< why there may be more
    bool isCancelled = false;
};

Chosen find(
    std::shared_ptr<const journal::Recording> recording, const journal::RowFilter &filter, const Plan &plan)
{
    ProgressLine line(Words::tr("Searching: %1%"), plan.quiet);
    Chosen chosen;
    std::set<EventSeq> events;
    const auto take = [&](const std::vector<journal::Match> &matches) {
        chosen.matches += matches.size();
        for (const journal::Match &match : matches) {
            const std::vector<EventSeq> parts = journal::eventsOf(*recording, match);
            events.insert(parts.begin(), parts.end());
        }
    };
    constexpr quint64 all = std::numeric_limits<quint64>::max();
    journal::Search search(recording, filter, {plan.pattern, {}}, all);
    const auto takeBatch = [&](const journal::Search::Batch &batch) {
        goesOn(&line.progress, batch.bytesDone, batch.bytesTotal);
        take(batch.matches);
    };
    const auto status = search.advance(takeBatch, line.progress.cancelled);
    take(search.unsettled());
    chosen.isCancelled = status == journal::Search::Status::Cancelled;
    if (status == journal::Search::Status::LimitHit)
        chosen.complaint = lens::limitSentence(*search.limitPlace());
    chosen.events.assign(events.begin(), events.end());
    return chosen;
}

Chosen choose(const std::shared_ptr<const journal::Recording> &recording, const Plan &plan)
{
    const journal::RowFilter filter{{}, plan.connection};
    Chosen chosen;
    if (plan.pattern.isEmpty()) {
        chosen.events.resize(recording->rowCount(filter));
        for (quint32 row = 0; row < chosen.events.size(); ++row)
            chosen.events[row] = recording->rowAt(filter, row);
    } else {
        chosen = find(recording, filter, plan);
    }
    if (!plan.eventNames.isEmpty())
        std::erase_if(chosen.events,
            [&](EventSeq seq) { return !plan.eventNames.contains(eventName(recording->summary(seq).kind)); });
    return chosen;
}

/// The file of the plan; nothing: it goes to stdout.
Result<std::optional<SafeFile>> createTarget(const Plan &plan, const journal::Recording &recording)
{
    if (plan.output.isEmpty())
        return std::optional<SafeFile>();
    if (const Outcome checked = lens::checkTarget(recording, plan.output); !checked)
        return checked.failure();
    auto created = SafeFile::create(plan.output);
    if (!created)
        return created.failure();
    return std::optional(std::move(*created));
}

Outcome print(const Plan &plan, const journal::Recording &recording, const std::vector<EventSeq> &events,
    Printer &printer)
{
    const bool isSeen = plan.output.isEmpty() && isStdoutTerminal();
    ProgressLine line(Words::tr("Writing: %1%"), plan.quiet || isSeen);
    for (const auto &connection : recording.connections())
        printer.introduce(connection.id, connection.local, connection.peer);
    for (quint64 done = 0; const EventSeq seq : events) {
        goesOn(&line.progress, done++, events.size());
        const auto event = recording.event(seq);
        if (!event)
            return event.failure();
        printer.append(
            *event, event->carriesBytes() ? recording.bytes(seq) : QByteArray(), recording.annotationOf(seq));
        if (printer.heldSize() > printSize)
            printer.commit();
        if (!plan.output.isEmpty() && interrupted())
            return Failure{FailureKind::Cancelled, 0, {}};
        if (printer.outputError())
            break;
    }
    printer.commit();
    return Done{};
}

/// What the Printer makes of them, on stdout or in the file of the plan. False: that failed, or was stopped.
bool printEvents(const Plan &plan, const journal::Recording &recording, const std::vector<EventSeq> &events)
{
    const auto refuse = [](const Failure &failure) {
        complain(Sentences::notSaved(failure));
        return false;
    };
    auto target = createTarget(plan, recording);
    if (!target)
        return refuse(target.failure());
    std::optional<SafeFile> &file = *target;
    const auto encoding = codec::Encoding::find(plan.spec.encoding).value_or(codec::Encoding());
    Printer printer(plan.format, plan.quiet, plan.quiet, encoding);
    printer.printInto(file ? &*file : nullptr);
    if (const Outcome printed = print(plan, recording, events, printer); !printed)
        return refuse(printed.failure());
    if (file && printer.outputError())
        return refuse(fileFailure(printer.outputError(), plan.output));
    if (const Outcome finished = file ? file->finish() : Outcome(Done{}); !finished)
        return refuse(finished.failure());
    return printer.outputError() == 0;
}

} // namespace

int showRecording(const Plan &plan)
{
    QTemporaryFile copy;
    const auto path = readablePath(plan.recording, copy);
    if (!path)
        return fail(path.failure());
    const auto opened = openRecording(*path, plan.quiet);
    if (!opened)
        return fail(opened.failure());
    Chosen chosen = choose(*opened, plan);
    if (chosen.isCancelled)
        return 1;
    bool fine = true;
    if (plan.countOnly)
        fine = writeAll(STDOUT_FILENO, QByteArray::number(chosen.matches) + '\n') == 0;
    else if (exportFormat(plan.format))
        fine = exportEvents(plan, *opened, std::move(chosen.events));
    else
        fine = printEvents(plan, **opened, chosen.events);
    if (const auto foreign = (*opened)->foreign())
        complainOfNotShown(*foreign);
    const journal::TornTail tail = (*opened)->tail();
    if (tail.bytesAfter > 0)
        complain(tailSentence(plan.recording, tail));
    if (!chosen.complaint.isEmpty())
        complain(chosen.complaint);
    return !fine || tail.damaged || !chosen.complaint.isEmpty() ? 1 : 0;
}

int checkRecording(const Plan &plan)
{
    QTemporaryFile copy;
    const auto path = readablePath(plan.recording, copy);
    if (!path)
        return fail(path.failure());
    const auto checked = checkFile(*path, plan.quiet);
    if (!checked)
        return fail(checked.failure());
    const journal::CheckReport &report = *checked;
    const bool whole = report.tail.bytesAfter == 0 && !report.tail.damaged;
    if (plan.format == Format::Json) {
        QJsonObject object{
            {u"path"_s, plan.recording},
            {u"whole"_s, whole},
            {u"events"_s, qint64(report.events)},
            {u"connections"_s, qint64(report.connections)},
            {u"received"_s, qint64(report.bytesReceived)},
            {u"sent"_s, qint64(report.bytesSent)},
            {u"valid_bytes"_s, qint64(report.tail.validBytes)},
            {u"bytes_after"_s, qint64(report.tail.bytesAfter)},
            {u"damaged"_s, report.tail.damaged},
            {u"reason"_s, report.tail.reason},
        };
        if (report.foreign)
            putForeign(object, *report.foreign);
        writeAll(STDOUT_FILENO, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else if (!plan.quiet) {
        writeAll(STDOUT_FILENO, (summary(report) + u'\n').toUtf8());
    }
    if (report.foreign)
        complainOfNotShown(*report.foreign);
    if (!whole)
        complain(tailSentence(plan.recording, report.tail));
    return whole ? 0 : 1;
}

} // namespace swb::cli
