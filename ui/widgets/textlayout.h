#pragma once

#include "widgets/eventbytes.h"
#include "widgets/textcells.h"

#include <QCache>

namespace swb::ui {

/// Where a line is: the block and the line in it.
struct LinePlace
{
    qint64 block = 0;
    int line = 0;

    friend bool operator==(const LinePlace &, const LinePlace &) = default;
};

/// Breaks the text of one event into lines of a given width, block by block as they are asked for. No block
/// is without a line.
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
    qreal columnWidth() const { return m_cells.columnWidth(); }
    const ControlMark &controls() const { return m_cells.controls(); }

private:
    TextBlock *make(qint64 index);
    qint64 blockCount() const;

    EventBytes &m_bytes;
    TextCells m_cells;
    int m_columns;
    QCache<qint64, TextBlock> m_blocks;
};

} // namespace swb::ui
