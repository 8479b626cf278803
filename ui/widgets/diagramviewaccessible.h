#pragma once

namespace swb::ui {

class DiagramView;

/// Makes diagrams readable by screen readers: a list of their parts, each as a sentence. Any number of calls.
void installDiagramViewAccessibility();
/// What is current is read if the view has the focus.
void announceCurrentPart(DiagramView *view);

} // namespace swb::ui
