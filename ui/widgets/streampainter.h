#pragma once

#include "widgets/streamlayout.h"
#include "widgets/theme.h"

#include <QFontMetricsF>

class QPainter;

namespace swb::ui {

/// Paints the lines of a conversation: a gutter with arrows, the bytes in the colour of their direction, and
/// at which side they stand.
class StreamPainter
{
public:
    /// What is to be seen of a line besides itself.
    struct Extras
    {
        ByteRange selection; ///< in the stream of its run
        bool isSelected = false; ///< the line as a whole: it has no bytes
        bool hasFocus = false;
        std::vector<ByteMatch> matches; ///< as the selection
        std::vector<qint64> boundaries; ///< where in it reads begin
        bool hasArrow = false;
        QString time; ///< empty: none
    };

    StreamPainter(const QFont &interfaceFont, const QFont &data, const QPalette &palette);

    int lineHeight() const;
    int gutterWidth(bool withTimes) const;
    qreal columnWidth() const { return m_columnWidth; }
    const Theme &theme() const { return m_theme; }
    const QFont &dataFont() const { return m_dataFont; }

    void paint(QPainter &painter, const StreamLayout &layout, const StreamBlock &block,
        const StreamLine &line, const QRect &rect, const Extras &extras) const;

private:
    struct Canvas
    {
        QPainter &painter;
        const StreamLayout &layout;
        const StreamBlock &block;
        const StreamLine &line;
        QRect rect; ///< of the whole line
        qreal left = 0; ///< where column 0 is
        QColor words;
    };
    void paintSide(const Canvas &canvas, const Extras &extras) const;
    qreal paintSentence(
        const Canvas &canvas, const QString &sentence, const QColor &colour) const; ///< where it ends
    void paintBreak(const Canvas &canvas, qreal left) const;
    void paintRange(const Canvas &canvas, const ByteRange &range, const QColor &colour) const;
    void paintBoundary(const Canvas &canvas, qint64 streamOffset) const;
    void paintCells(const Canvas &canvas) const;
    void paintHex(const Canvas &canvas) const;
    qreal cellLeft(const Canvas &canvas, const TextCell &cell) const;
    qreal baseline(const QRect &line) const;
    QColor colourOf(lens::RowText::Look look, const QColor &plain) const;

    QFont m_interfaceFont;
    QFont m_dataFont;
    QFontMetricsF m_metrics;
    qreal m_columnWidth;
    Theme m_theme;
};

} // namespace swb::ui
