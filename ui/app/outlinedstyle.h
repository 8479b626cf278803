#pragma once

#include <QProxyStyle>

namespace swb::ui {

/// Fusion draws outlines darker than the window, where a dark theme swallows them. This one strokes them
/// again in a colour that a projector shows.
class OutlinedStyle : public QProxyStyle
{
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
};

} // namespace swb::ui
