#include "widgets/textcells.h"

#include <QtMath>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int RememberedWidths = 20'000;

bool isSimple(const TextBlock &block, const TextCell &cell)
{
    return cell.textLength == 1 && block.text[cell.textStart].unicode() < 0x300;
}

} // namespace

TextCells::TextCells(const QFont &font)
    : m_metrics(font)
    , m_controls(font)
    , m_columnWidth(m_metrics.horizontalAdvance(QLatin1Char('0')))
{
}

void TextCells::append(TextBlock &block, const codec::Decoded::Piece &piece, const ByteRange &bytes)
{
    const QStringView shown = QStringView(block.text).mid(piece.textStart, piece.textLength);
    const lens::RowText::Look look = lens::lookOf(piece.kind);
    const bool isLineEnd = piece.kind == codec::Decoded::PieceKind::LineEnd;
    if (!block.cells.empty()) {
        TextCell &before = block.cells.back();
        // The LF of CR LF ends the line, not its CR.
        if (isLineEnd && before.endsLine && shown == u"␊" && block.text[before.textStart] == u'␍')
            before.endsLine = false;
        if (look == lens::RowText::Look::Plain && before.look == look && shown.front().isMark()) {
            before.textLength += shown.size();
            before.bytes.end = bytes.end;
            return;
        }
    }
    TextCell cell{bytes, piece.textStart, piece.textLength, look};
    cell.width = columnsOf(look, shown);
    cell.endsLine = isLineEnd;
    cell.isLineEnd = isLineEnd;
    block.cells.push_back(cell);
}

void TextCells::appendPending(TextBlock &block, QByteArrayView pending, qint64 offset) const
{
    for (qsizetype i = 0; i < pending.size(); ++i, ++offset) {
        const QString mark = lens::hexMark(pending.sliced(i, 1));
        TextCell cell{{offset, offset + 1}, block.text.size(), mark.size(), lens::RowText::Look::Pending};
        cell.width = static_cast<int>(mark.size());
        block.text += mark;
        block.cells.push_back(cell);
    }
}

void TextCells::breakIntoLines(TextBlock &block, int columns)
{
    TextLine line;
    int column = 0;
    const auto finish = [&](size_t end) {
        if (end == line.firstCell)
            return;
        line.endCell = end;
        line.bytes = {block.cells[line.firstCell].bytes.start, block.cells[end - 1].bytes.end};
        block.lines.push_back(line);
        line.firstCell = end;
        column = 0;
    };
    for (size_t i = 0; i < block.cells.size(); ++i) {
        TextCell &cell = block.cells[i];
        // A line end never stands on a line of its own because the text before it just fills the width.
        if (column + cell.width > columns && !cell.isLineEnd)
            finish(i);
        cell.column = column;
        column += cell.width;
        if (cell.endsLine)
            finish(i + 1);
    }
    finish(block.cells.size());
}

QString TextCells::controlName(lens::RowText::Look look, QStringView character)
{
    // A picture that was really sent is text like any other.
    return look == lens::RowText::Look::Mark ? ControlMark::nameOf(character) : QString();
}

size_t TextCells::drawnTogether(const TextBlock &block, size_t first, size_t end)
{
    size_t after = first + 1;
    while (after < end && isSimple(block, block.cells[first]) && isSimple(block, block.cells[after])
        && block.cells[after].look == block.cells[first].look)
        ++after;
    return after;
}

int TextCells::columnsOf(lens::RowText::Look look, QStringView character)
{
    if (character.size() == 1 && character.front().unicode() < 0x300)
        return 1;
    if (const QString name = controlName(look, character); !name.isEmpty())
        return qCeil(m_controls.width(name) / m_columnWidth - 0.25);
    if (!character.isEmpty() && character.front() == QLatin1Char('\\'))
        return static_cast<int>(character.size());
    const QString key = character.toString();
    if (const auto known = m_widths.constFind(key); known != m_widths.constEnd())
        return *known;
    if (m_widths.size() > RememberedWidths)
        m_widths.clear();
    // A glyph of a fallback font may be a little wider than its columns; a quarter too much is still one
    // column.
    const int columns = std::max(1, qCeil(m_metrics.horizontalAdvance(key) / m_columnWidth - 0.25));
    m_widths.insert(key, columns);
    return columns;
}

} // namespace swb::ui
