#include "widgets/textlayout.h"

#include <QtMath>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int CachedBlocks = 16;
constexpr int RememberedWidths = 20'000;

} // namespace

TextLayout::TextLayout(EventBytes &bytes, const QFont &font, int columns)
    : m_bytes(bytes)
    , m_metrics(font)
    , m_controls(font)
    , m_columnWidth(m_metrics.horizontalAdvance(QLatin1Char('0')))
    , m_columns(std::max(1, columns))
    , m_blocks(CachedBlocks)
{
}

qint64 TextLayout::blockCount() const
{
    return std::max<qint64>(1, (m_bytes.size() + BlockBytes - 1) / BlockBytes);
}

const TextBlock &TextLayout::block(qint64 index)
{
    if (!m_blocks.contains(index))
        m_blocks.insert(index, make(index));
    return *m_blocks.object(index);
}

const TextLine &TextLayout::line(const LinePlace &place)
{
    return block(place.block).lines[static_cast<size_t>(place.line)];
}

TextBlock *TextLayout::make(qint64 index)
{
    const ByteRange range{index * BlockBytes, std::min(m_bytes.size(), (index + 1) * BlockBytes)};
    const lens::EventText window = m_bytes.text(range);
    auto *block = new TextBlock;
    block->text = window.decoded.text;
    block->cells.reserve(static_cast<size_t>(window.decoded.pieces.size()));
    for (const codec::Decoded::Piece &piece : window.decoded.pieces)
        addPiece(*block, piece);
    qint64 offset = range.end - window.pending.size();
    for (const char &byte : window.pending) {
        const QString mark = lens::hexMark(QByteArrayView(&byte, 1));
        TextCell cell{{offset, offset + 1}, block->text.size(), mark.size(), lens::RowText::Look::Pending};
        cell.width = static_cast<int>(mark.size());
        block->text += mark;
        block->cells.push_back(cell);
        ++offset;
    }
    breakIntoLines(*block);
    if (block->lines.empty())
        block->lines.push_back({range, 0, 0});
    return block;
}

void TextLayout::addPiece(TextBlock &block, const codec::Decoded::Piece &piece)
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
            before.bytes.end = m_bytes.rangeOf(piece).end;
            return;
        }
    }
    TextCell cell{m_bytes.rangeOf(piece), piece.textStart, piece.textLength, look};
    cell.width = columnsOf(look, shown);
    cell.endsLine = isLineEnd;
    cell.isLineEnd = isLineEnd;
    block.cells.push_back(cell);
}

void TextLayout::breakIntoLines(TextBlock &block) const
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
        if (column + cell.width > m_columns && !cell.isLineEnd)
            finish(i);
        cell.column = column;
        column += cell.width;
        if (cell.endsLine)
            finish(i + 1);
    }
    finish(block.cells.size());
}

QString TextLayout::controlName(lens::RowText::Look look, QStringView character)
{
    // A picture that was really sent is text like any other.
    return look == lens::RowText::Look::Mark ? ControlMark::nameOf(character) : QString();
}

int TextLayout::columnsOf(lens::RowText::Look look, QStringView character)
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

LinePlace TextLayout::placeOf(qint64 byteOffset)
{
    const qint64 index = std::clamp<qint64>(byteOffset / BlockBytes, 0, blockCount() - 1);
    const std::vector<TextLine> &lines = block(index).lines;
    const auto behind = std::upper_bound(lines.begin(), lines.end(), byteOffset,
        [](qint64 offset, const TextLine &line) { return offset < line.bytes.start; });
    return {index, std::max(0, static_cast<int>(behind - lines.begin()) - 1)};
}

LinePlace TextLayout::last()
{
    const qint64 index = blockCount() - 1;
    return {index, static_cast<int>(block(index).lines.size()) - 1};
}

LinePlace TextLayout::moved(LinePlace from, int lines)
{
    for (; lines > 0; --lines) {
        if (from.line + 1 < static_cast<int>(block(from.block).lines.size()))
            ++from.line;
        else if (from.block + 1 < blockCount())
            from = {from.block + 1, 0};
        else
            break;
    }
    for (; lines < 0; ++lines) {
        if (from.line > 0)
            --from.line;
        else if (from.block > 0)
            from = {from.block - 1, static_cast<int>(block(from.block - 1).lines.size()) - 1};
        else
            break;
    }
    return from;
}

} // namespace swb::ui
