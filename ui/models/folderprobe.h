#pragma once

#include "base/result.h"

#include <QString>

namespace swb::ui {

/// Whether a recording could be made in `folder`, which may yet have to be made. Asks the file system, which
/// may take its time: not for the window's thread.
Outcome probeFolder(const QString &folder);

} // namespace swb::ui
