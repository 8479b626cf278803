#pragma once

#include "lens/streamtext.h"
#include "widgets/byteselection.h"
#include "widgets/controlmark.h"

#include <QFontMetricsF>
#include <QHash>

#include <vector>

namespace swb::ui {

/// One character (or \xNN, or mark) on the grid of a text view, one or more columns wide.
struct TextCell
{
    ByteRange bytes; ///< in whatever the view shows: an event, or one direction of a connection
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

/// A window of bytes, decoded and broken into lines. Every block begins a line, so that no block depends on
/// how the ones before it came out, and any offset of any number of bytes is as near as any other.
struct TextBlock
{
    QString text;
    std::vector<TextCell> cells;
    std::vector<TextLine> lines;
};

/// Puts decoded characters on the grid: how wide each is, and where lines break.
class TextCells
{
public:
    explicit TextCells(const QFont &font);

    /// `bytes` is what the piece stands for; its text is in `block` already.
    void append(TextBlock &block, const codec::Decoded::Piece &piece, const ByteRange &bytes);
    /// The bytes of an unfinished character, as they stand; `offset` is that of the first.
    void appendPending(TextBlock &block, QByteArrayView pending, qint64 offset) const;
    static void breakIntoLines(TextBlock &block, int columns);

    qreal columnWidth() const { return m_columnWidth; }
    const ControlMark &controls() const { return m_controls; }
    /// The name to draw for a character that is shown as a picture; empty: it is drawn as it is.
    static QString controlName(lens::RowText::Look look, QStringView character);
    /// Where a stretch of cells ends that may be drawn at one go: plain one-column characters of one look
    /// stand right even then; all others each get their place.
    static size_t drawnTogether(const TextBlock &block, size_t first, size_t end);

private:
    int columnsOf(lens::RowText::Look look, QStringView character);

    QFontMetricsF m_metrics;
    ControlMark m_controls;
    qreal m_columnWidth;
    QHash<QString, int> m_widths;
};

} // namespace swb::ui
