#pragma once

#include "widgets/controlmark.h"
#include "widgets/eventbytes.h"

#include <QCache>
#include <QFontMetricsF>
#include <QHash>

#include <vector>

namespace swb::ui {

/// One character (or \xNN, or mark) on the grid of a text pane, one or more columns wide.
struct TextCell
{
    ByteRange bytes; ///< in the event
    qsizetype textStart = 0; ///< in TextBlock::text
    qsizetype textLength = 0;
    lens::RowText::Look look = lens::RowText::Look::Plain;
    int column = 0;
    int width = 1;
    bool isLineEnd = false;
    bool endsLine = false; ///< not the CR of CR LF
};

struct TextLine
{
    ByteRange bytes;
    size_t firstCell = 0; ///< in TextBlock::cells
    size_t endCell = 0;
};

/// A window of an event, decoded and broken into lines. Every block begins a line, so that no block depends
/// on how the ones before it came out, and any offset of an event of any size is as near as any other.
struct TextBlock
{
    QString text;
    std::vector<TextCell> cells;
    std::vector<TextLine> lines; ///< never empty
};

/// Where a line is: the block and the line in it.
struct LinePlace
{
    qint64 block = 0;
    int line = 0;

    friend bool operator==(const LinePlace &, const LinePlace &) = default;
};

/// Breaks the text of one event into lines of a given width, block by block as they are asked for.
class TextLayout
{
public:
    static constexpr qint64 BlockBytes = 16 * 1024;

    TextLayout(EventBytes &bytes, const QFont &font, int columns);

    const TextBlock &block(qint64 index);
    const TextLine &line(const LinePlace &place);
    LinePlace placeOf(qint64 byteOffset);
    LinePlace last();
    /// So many lines on (or back, when negative), but never beyond the first or the last.
    LinePlace moved(LinePlace from, int lines);
    qreal columnWidth() const { return m_columnWidth; }
    const ControlMark &controls() const { return m_controls; }
    /// The name to draw for a character that is shown as a picture; empty: it is drawn as it is.
    static QString controlName(lens::RowText::Look look, QStringView character);

private:
    TextBlock *make(qint64 index);
    void addPiece(TextBlock &block, const codec::Decoded::Piece &piece);
    void breakIntoLines(TextBlock &block) const;
    int columnsOf(lens::RowText::Look look, QStringView character);
    qint64 blockCount() const;

    EventBytes &m_bytes;
    QFontMetricsF m_metrics;
    ControlMark m_controls;
    qreal m_columnWidth;
    int m_columns;
    QCache<qint64, TextBlock> m_blocks;
    QHash<QString, int> m_widths;
};

} // namespace swb::ui
