#pragma once

#include "models/factwords.h"

#include <span>

namespace swb::ui {

/// What is said about one fact; English, in the context swb::ui::FactWords.
struct FactWordRow
{
    kernel::FactId id;
    FactGroup group;
    const char *name;
    const char *sentence;
};

std::span<const FactWordRow> factWordTable(); ///< in the order in which facts are shown

} // namespace swb::ui
