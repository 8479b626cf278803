#include "widgets/textlayout.h"

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int CachedBlocks = 16;

} // namespace

TextLayout::TextLayout(EventBytes &bytes, const QFont &font, int columns)
    : m_bytes(bytes)
    , m_cells(font)
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
        m_cells.append(*block, piece, m_bytes.rangeOf(piece));
    m_cells.appendPending(*block, window.pending, range.end - window.pending.size());
    TextCells::breakIntoLines(*block, m_columns);
    if (block->lines.empty())
        block->lines.push_back({range, 0, 0});
    return block;
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
