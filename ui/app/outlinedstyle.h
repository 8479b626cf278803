#pragma once

#include <QProxyStyle>

namespace swb::ui {

/// Fusion, mended where it fails a projector: outlines that a dark theme swallows are stroked again, icons
/// stand out on a highlighted menu row, a choice too long for its box ends in an ellipsis, and toolbars have
/// one hairline for a border.
class OutlinedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
};

} // namespace swb::ui
