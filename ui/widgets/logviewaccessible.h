#pragma once

namespace swb::ui {

class LogView;

/// Teaches Qt's accessibility to read log views; any number of calls.
void installLogViewAccessibility();
/// Tells a screen reader that another row is current, if one listens.
void announceCurrentRow(LogView *view);

} // namespace swb::ui
