#pragma once

#include "cli/arguments.h"
#include "lens/exportjob.h"

#include <vector>

namespace swb::cli {

/// The formats that are written by the exporter of the window; the others are what the Printer prints.
std::optional<lens::ExportFormat> exportFormat(Format format);

/// Writes these events to standard output or into the file of the plan. Complains of what went wrong; false:
/// something did. A signal ends it, and then there is no file.
bool exportEvents(const Plan &plan, const std::shared_ptr<const journal::Recording> &recording,
    std::vector<EventSeq> events);

} // namespace swb::cli
