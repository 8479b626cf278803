#pragma once

#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRect>
#include <QSize>

namespace swb::ui {

/// A drawing of a model whose rows are parts of it. Knows no widget: the same drawing stands in a window, on
/// a projector and on paper.
class Diagram
{
public:
    struct Look
    {
        QPalette palette;
        int currentRow = -1; ///< -1: none
        bool hasFocus = false;
    };

    Diagram() = default;
    virtual ~Diagram() = default;
    Diagram(const Diagram &) = delete;
    Diagram &operator=(const Diagram &) = delete;

    /// Decides where everything stands, in text of this font; how large it became. It fills the room if that
    /// is large enough.
    virtual QSize arrange(const QFont &font, const QSize &room) = 0;
    virtual QRect rectOf(int row) const = 0; ///< as arranged; null: this row is not drawn
    virtual void paint(QPainter &painter, const Look &look) const = 0;
};

/// A drawing on paper as an SVG document: light colours, and text that stays text.
QByteArray svgOf(Diagram &diagram, const QFont &font, const QString &title, const QSize &room = {900, 480});

} // namespace swb::ui
