#pragma once

namespace swb::ui {

class StreamView;

/// Makes streams readable by screen readers: a list of the lines that are visible.
void installStreamViewAccessibility();
/// The line with the caret is read if the view has the focus.
void announceCaretLine(StreamView *view);

} // namespace swb::ui
