#pragma once

#include "widgets/ladderlayout.h"
#include "widgets/theme.h"

#include <QFont>
#include <QPainter>

namespace swb::ui {

/// Draws a ladder in the colours of a palette and the sizes of a font: in a window, or on paper.
class LadderPainter
{
public:
    LadderPainter(const QFont &font, const QPalette &palette);

    struct Extras
    {
        std::optional<quint32> currentRow;
        bool hasFocus = false;
    };
    int lineHeight() const { return m_lineHeight; }
    int headHeight() const { return 2 * m_lineHeight + Space::One; }
    const QPalette &palette() const { return m_palette; }
    const Theme &theme() const { return m_theme; }
    /// Who stands on the left and on the right, and how to tell what was seen from what was not.
    void paintHead(QPainter &painter, const lens::LadderRows &rows, const QRect &rect) const;
    /// The ladder from `top` on, as much as there is room for.
    void paint(QPainter &painter, LadderLayout &layout, const LadderLayout::Spot &top, const QSize &room,
        const Extras &extras) const;

private:
    /// Where things stand across.
    struct Columns
    {
        bool hasTimes = false; ///< there is room for them
        int timeRight = 0;
        int left = 0; ///< the lines of the two ends
        int right = 0;
        int width = 0;
        int callWidth = 0;
    };
    class Sheet;
    Columns columns(int width) const;
    int legendWidth(const lens::LadderRows &rows) const;
    void paintLegend(QPainter &painter, const lens::LadderRows &rows, const QPoint &at) const;

    QFont m_font;
    QFont m_inferredFont;
    QPalette m_palette;
    Theme m_theme;
    int m_lineHeight;
    int m_timeWidth;
    int m_callWidth;
};

} // namespace swb::ui
