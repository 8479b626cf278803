#pragma once

#include "base/result.h"
#include "lens/exportjob.h"

#include <QStringList>

namespace swb::lens {

/// Writes the rows of the job into the sink, row after row, bytes in pieces: memory grows with neither, but
/// for Pcapng, which holds one event at a time. Runs on the caller's thread; Cancelled when the progress says
/// so, otherwise whatever the sink or the recording failed with.
Result<ExportReport> exportRows(const ExportJob &job, ExportSink &sink, ExportProgress &progress);

/// Whether rows of the recording may be written to `path`: not over the recording itself (OwnRecording).
Outcome checkTarget(const journal::Recording &recording, const QString &path);

/// The same as exportRows() into a file that appears whole or not at all (SafeFile). Raw of both sides makes
/// two; see exportedPaths(). An existing file is replaced: ask first. Fails as checkTarget() does.
Result<ExportReport> exportToFile(const ExportJob &job, const QString &path, ExportProgress &progress);

/// Where exportToFile() writes: `path`, or the two that stand for it.
QStringList exportedPaths(const ExportJob &job, const QString &path);

/// "csv", "pcapng", …: how files of this format end, without the dot.
QString extensionOf(ExportFormat format);

} // namespace swb::lens
