#pragma once

namespace swb::ui {

class LadderView;

/// Makes ladders readable by screen readers: a list of what is visible, each as a sentence. Any number of
/// calls.
void installLadderViewAccessibility();
/// What is current is read if the view has the focus.
void announceCurrentBlock(LadderView *view);

} // namespace swb::ui
