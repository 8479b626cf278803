#include "cli/exporting.h"

#include "bench/sentences.h"
#include "cli/output.h"
#include "cli/progressline.h"
#include "cli/words.h"
#include "lens/exporter.h"

#include <cerrno>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

class StandardOutput : public lens::ExportSink
{
public:
    Outcome write(QByteArrayView bytes) override
    {
        if (const int error = writeAll(STDOUT_FILENO, bytes); error != 0)
            return Failure{FailureKind::System, error, u"stdout"_s};
        return Done{};
    }
};

} // namespace

std::optional<lens::ExportFormat> exportFormat(Format format)
{
    switch (format) {
    case Format::Csv:
        return lens::ExportFormat::Csv;
    case Format::CArray:
        return lens::ExportFormat::CArray;
    case Format::Pcapng:
        return lens::ExportFormat::Pcapng;
    case Format::Text:
    case Format::Hex:
    case Format::Json:
    case Format::Raw:
        break;
    }
    return std::nullopt;
}

bool exportEvents(const Plan &plan, const std::shared_ptr<const journal::Recording> &recording,
    std::vector<EventSeq> events)
{
    const bool isSeen = plan.output.isEmpty() && isStdoutTerminal();
    std::optional<ProgressLine> line(std::in_place, Words::tr("Writing: %1%"), plan.quiet || isSeen);
    lens::ExportProgress progress;
    lens::ExportJob job;
    job.recording = recording;
    job.format = exportFormat(plan.format).value_or(lens::ExportFormat::Text);
    job.defaultEncoding = codec::Encoding::find(plan.spec.encoding).value_or(codec::Encoding());
    job.rows.count = quint32(events.size());
    job.rows.seqAt = [events = std::move(events), &progress, &line](quint32 row) {
        if (!goesOn(&line->progress, row, events.size()) || interrupted())
            progress.cancelled = true;
        return events[row];
    };
    job.end = job.rows.count;

    StandardOutput output;
    const auto written = plan.output.isEmpty() ? lens::exportRows(job, output, progress)
                                               : lens::exportToFile(job, plan.output, progress);
    line.reset();
    const bool unwanted = !written && plan.output.isEmpty()
        && (progress.cancelled || written.failure().systemError == EPIPE); // whoever did that knows it
    if (!written && !unwanted)
        complain(bench::Sentences::notSaved(written.failure()));
    if (written && written->damagedRows > 0)
        complain(Words::tr("The recording is damaged: %n event(s) were exported without all their bytes.", "",
            bench::Sentences::plural(written->damagedRows)));
    return written && written->damagedRows == 0;
}

} // namespace swb::cli
