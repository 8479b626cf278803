#pragma once

#include "cli/arguments.h"

namespace swb::cli {

/// `swb show` and `swb check`. Return the program's exit code.
int showRecording(const Plan &plan);
int checkRecording(const Plan &plan);

} // namespace swb::cli
