#pragma once

#include "lens/layers.h"

#include <QColor>
#include <QPalette>

namespace swb::ui {

/// The colour of a layer, apart from the others for every kind of colour blindness, and never without its
/// name.
QColor layerColour(lens::LayerKind kind, const QPalette &palette);
/// The same, quiet enough to stand behind text.
QColor layerTint(lens::LayerKind kind, const QPalette &palette);

} // namespace swb::ui
