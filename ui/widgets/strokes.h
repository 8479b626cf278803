#pragma once

#include <QPainterPath>

namespace swb::ui::strokes {

/// An arrow to be drawn with 1.5-pixel strokes; it points at us for what arrives and away from us for what
/// leaves.
QPainterPath arrow(const QRectF &box, bool pointsLeft);
QPainterPath cross(const QRectF &box);
/// A triangle with an exclamation mark.
QPainterPath warning(const QRectF &box);
/// On whole pixels plus a half, where a stroke is sharpest.
QRectF centred(const QRectF &cell, qreal width, qreal height);

} // namespace swb::ui::strokes
