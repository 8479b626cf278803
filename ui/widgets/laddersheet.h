#pragma once

#include "widgets/ladderpainter.h"

namespace swb::ui {

/// One part of a ladder as it is being drawn: the pages in sight, and where everything on them stands.
class LadderPainter::Sheet
{
public:
    Sheet(const LadderPainter &look, QPainter &painter, LadderLayout &layout, const LadderLayout::Spot &top,
        const QSize &room);

    void paintCurrent(const Extras &extras);
    void paintLines();
    void paintCrossings();
    void paintBlocks();

private:
    struct Leaf
    {
        int offset = 0; ///< of the page's top in the room
        LadderLayout::Page page;
        lens::LadderPage rungs;
    };
    /// Of an arrow; nothing: it does not end there.
    struct Ends
    {
        std::optional<qreal> from;
        std::optional<qreal> to;
    };
    qreal lineX(lens::LadderEnd end) const;
    const LadderLayout::Placed *placedOf(quint32 row, int &offset) const;
    std::optional<qreal> yOf(quint32 row) const;
    std::optional<qreal> yOf(Timestamp time) const;
    bool isInBurst(quint32 row) const;
    bool isBetweenBursts(const lens::Crossing &crossing);
    QColor colourOf(const lens::Crossing &crossing) const;
    QColor colourOf(const lens::Rung &rung) const;
    void paintSilence(const LadderLayout::Placed &placed, int top);
    void paintBurst(const LadderLayout::Placed &placed, int top);
    void paintRung(const Leaf &leaf, quint32 row, qreal y);
    void paintCalls(const lens::Rung &rung, qreal y);
    void paintCall(lens::LadderEnd end, const QString &text, bool isKnown, qreal y);
    void paintTime(Timestamp time, qreal y);
    void paintDot(const QPointF &at, const QColor &colour, bool isKnown);
    void paintCrossing(const Leaf &leaf, const lens::Crossing &crossing, qreal labelAt);
    void paintHandshake(const Leaf &leaf, const lens::Crossing &crossing);
    void paintOnWire(const lens::Crossing &crossing);
    void paintAcknowledgement(const Leaf &leaf, const lens::Crossing &crossing);
    void paintArrow(const QLineF &line, const QColor &colour, bool isKnown, bool hasHead = true);
    void paintLabel(const QPointF &at, const QString &text, const QColor &colour);

    const LadderPainter &m_look;
    QPainter &m_painter;
    LadderLayout &m_layout;
    const lens::LadderRows &m_rows;
    Columns m_columns;
    int m_height;
    int m_line; ///< height of a line of text
    Timestamp m_start;
    std::vector<Leaf> m_leaves;
    std::vector<std::pair<quint32, quint32>> m_drawnBetween; ///< blocks, by their first rows
};

} // namespace swb::ui
