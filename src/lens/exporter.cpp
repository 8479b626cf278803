#include "lens/exporter.h"

#include "base/safefile.h"
#include "lens/exportformats.h"
#include "lens/exportname.h"
#include "lens/exportrow.h"

#include <QFile>

#include <vector>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

class FileSink : public ExportSink
{
public:
    explicit FileSink(SafeFile &file)
        : m_file(file)
    {
    }
    Outcome write(QByteArrayView bytes) override { return m_file.write(bytes); }

private:
    SafeFile &m_file;
};

/// One after the other; they appear when all are whole.
std::vector<ExportJob> jobsOf(const ExportJob &job)
{
    std::vector<ExportJob> jobs{job};
    if (job.format == ExportFormat::Raw && job.side == ExportSide::Both) {
        jobs.front().side = ExportSide::Received;
        jobs.push_back(job);
        jobs.back().side = ExportSide::Sent;
    }
    return jobs;
}

} // namespace

Result<ExportReport> exportRows(const ExportJob &job, ExportSink &sink, ExportProgress &progress)
{
    ExportOutput output(sink, progress);
    const std::unique_ptr<RowFormat> format = makeRowFormat(job);
    ExportRow row(job, output);
    ExportReport report;
    format->begin(output);
    for (quint32 i = job.first; i < job.end && output.goesOn(); ++i) {
        const auto before = i > 0 ? std::optional(job.rows.seqAt(i - 1)) : std::nullopt;
        if (const Outcome read = row.read(job.rows.seqAt(i), before); !read)
            return read.failure();
        if (job.format == ExportFormat::Pcapng && row.isDatagrams) // a recording holds TCP only
            return Failure{FailureKind::NoUdpRecording, 0, job.recording->path()};
        format->putRow(row, output);
        ++report.rows;
        report.damagedRows += row.isDamaged ? 1 : 0;
        progress.rowsDone.fetch_add(1, std::memory_order_relaxed);
        if (!output.endRow())
            break;
    }
    output.flush();
    if (!output.goesOn())
        return output.failure();
    return report;
}

Outcome checkTarget(const journal::Recording &recording, const QString &path)
{
    struct stat target = {};
    struct stat source = {};
    const bool both = ::stat(QFile::encodeName(path).constData(), &target) == 0
        && ::stat(QFile::encodeName(recording.path()).constData(), &source) == 0;
    if (both && target.st_dev == source.st_dev && target.st_ino == source.st_ino)
        return Failure{FailureKind::OwnRecording, 0, path};
    return Done{};
}

Result<ExportReport> exportToFile(const ExportJob &job, const QString &path, ExportProgress &progress)
{
    const std::vector<ExportJob> jobs = jobsOf(job);
    const QStringList paths = exportedPaths(job, path);
    progress.rowsTotal = (job.end - job.first) * quint32(jobs.size());
    for (const QString &one : paths) {
        if (const Outcome checked = checkTarget(*job.recording, one); !checked)
            return checked.failure();
    }
    std::vector<SafeFile> files;
    ExportReport report;
    for (size_t i = 0; i < jobs.size(); ++i) {
        auto file = SafeFile::create(paths.at(qsizetype(i)));
        if (!file)
            return file.failure();
        files.push_back(std::move(*file));
        FileSink sink(files.back());
        const auto exported = exportRows(jobs[i], sink, progress);
        if (!exported)
            return exported.failure();
        report.rows = exported->rows;
        report.damagedRows += exported->damagedRows;
    }
    for (SafeFile &file : files) {
        if (const Outcome finished = file.finish(); !finished)
            return finished.failure();
    }
    return report;
}

QStringList exportedPaths(const ExportJob &job, const QString &path)
{
    if (job.format != ExportFormat::Raw || job.side != ExportSide::Both)
        return {path};
    return {withSuffix(path, u"-received"_s), withSuffix(path, u"-sent"_s)};
}

QString extensionOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text:
    case ExportFormat::HexDump:
        return u"txt"_s;
    case ExportFormat::Csv:
        return u"csv"_s;
    case ExportFormat::JsonLines:
        return u"jsonl"_s;
    case ExportFormat::Raw:
        return u"bin"_s;
    case ExportFormat::CArray:
        return u"h"_s;
    case ExportFormat::Pcapng:
        return u"pcapng"_s;
    }
    return {};
}

} // namespace swb::lens
