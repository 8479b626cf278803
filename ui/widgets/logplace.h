#pragma once

#include "models/logmodel.h"

namespace swb::ui {

/// Where somebody looks in a log, to be found again when a filter has made its rows others.
struct LogPlace
{
    std::shared_ptr<const journal::Recording> recording;
    journal::RowFilter scope;
    EventSeq seq;
    int below = 0; ///< rows below the first visible one

    bool isIn(const LogModel &log) const { return log.recording() == recording && log.filter() == scope; }
};

} // namespace swb::ui
