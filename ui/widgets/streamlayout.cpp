#include "widgets/streamlayout.h"

#include "bench/sentences.h"
#include "codec/hexdump.h"

#include <algorithm>

namespace swb::ui {

namespace {

/// What is kept: thirty whole parts, or a few screens of runs of a few bytes each.
constexpr int MostKept = 512;
constexpr int CostBytes = 1024;
constexpr int BytesInGroup = 8;
constexpr int Gap = 2; ///< columns between offsets, bytes and text
/// How far a character may reach into the next page of a run: none is longer.
constexpr qint64 LongestCharacter = 16;

} // namespace

QByteArrayView StreamBlock::contentOf(const StreamLine &line) const
{
    const auto at = std::min<qsizetype>(line.bytes.start - begin, content.size());
    return QByteArrayView(content).sliced(at, std::min<qsizetype>(line.bytes.length(), content.size() - at));
}

StreamLayout::StreamLayout(Conversation &rows, lens::StreamText &streams, const codec::Encoding &encoding,
    const QFont &font, StreamMode mode, int columns)
    : m_rows(rows)
    , m_streams(streams)
    , m_encoding(encoding)
    , m_cells(font)
    , m_mode(mode)
    , m_columns(std::max(1, columns))
    , m_offsetDigits(rows.weight() >> 32 ? 10 : 8)
    , m_blocks(MostKept)
{
    fitBytes(columns);
}

void StreamLayout::fitBytes(int columns)
{
    // Powers of two only: offsets stay round, and parts divide into whole lines.
    for (m_perLine = 32; m_perLine > 4; m_perLine /= 2) {
        const int width = m_mode == StreamMode::Both ? textColumn() + m_perLine : textColumn() - Gap;
        if (width <= columns)
            break;
    }
}

int StreamLayout::hexColumn(int byteOfLine) const
{
    return m_offsetDigits + Gap + 3 * byteOfLine + byteOfLine / BytesInGroup;
}

int StreamLayout::textColumn() const
{
    return m_mode == StreamMode::Text ? 0 : hexColumn(m_perLine - 1) + 2 + Gap;
}

void StreamLayout::grown(quint32 lastRow)
{
    const quint32 page = lastRow / Conversation::PageRows;
    if (page >= m_rows.pageCount())
        return;
    const auto run = static_cast<quint32>(m_rows.page(page).runOf(lastRow));
    const QList<StreamPlace::Block> kept = m_blocks.keys();
    for (const StreamPlace::Block &block : kept) {
        if (block.page == page && block.run == run)
            m_blocks.remove(block);
    }
}

const StreamBlock &StreamLayout::block(const StreamPlace &place)
{
    if (!m_blocks.contains(place.block)) {
        StreamBlock *made = make(place.block);
        const ByteRange bytes{made->lines.front().bytes.start, made->lines.back().bytes.end};
        m_blocks.insert(place.block, made, 1 + static_cast<int>(bytes.length() / CostBytes));
    }
    return *m_blocks.object(place.block);
}

const StreamLine &StreamLayout::line(const StreamPlace &place)
{
    return block(place).lines[static_cast<size_t>(place.line)];
}

StreamBlock *StreamLayout::make(const StreamPlace::Block &key)
{
    const Conversation::Page &page = m_rows.page(key.page);
    auto *block = new StreamBlock;
    block->run = page.runs[key.run];
    const Conversation::Run &run = block->run;
    block->begin = run.bytes.start + static_cast<qint64>(key.part) * PartBytes;
    const qint64 end = std::min(run.bytes.end, block->begin + PartBytes);
    // A run that fills its page goes on as if there were no pages.
    const qint64 runBegin = run.isTurn ? run.bytes.start : std::max<qint64>(0, run.bytes.start - 1);
    const qint64 runEnd = run.bytes.end + (run.goesOn ? LongestCharacter : 0);
    const lens::StreamPart part{m_rows.connection(), run.kind, static_cast<quint64>(block->begin),
        static_cast<quint64>(end), static_cast<quint64>(runBegin), static_cast<quint64>(runEnd)};
    if (!run.carriesBytes())
        makeEvent(*block, page.row(run.firstRow).seq);
    else if (m_mode == StreamMode::Text)
        makeText(*block, part);
    else
        makeHex(*block, part);
    const qint64 laidOut = block->lines.empty() ? block->begin : block->lines.back().bytes.end;
    if (laidOut < end)
        block->lines.push_back({StreamLine::Kind::Unreadable, {laidOut, end}});
    if (block->lines.empty())
        block->lines.push_back({StreamLine::Kind::Bytes, {block->begin, end}});
    return block;
}

void StreamLayout::makeEvent(StreamBlock &block, EventSeq seq) const
{
    const Result<Event> event = m_rows.recording()->event(seq);
    block.sentence = lens::RowText::ofSentence(
        event ? bench::Sentences::event(*event) : bench::Sentences::failure(event.failure()));
    block.isError = !event || (event->failure.isSet() && event->kind != EventKind::Closed);
    block.lines.push_back({StreamLine::Kind::Event, block.run.bytes});
}

void StreamLayout::makeText(StreamBlock &block, const lens::StreamPart &part)
{
    const lens::EventText decoded = m_streams.decode(part, m_encoding);
    block.text.text = decoded.decoded.text;
    block.text.cells.reserve(static_cast<size_t>(decoded.decoded.pieces.size()));
    for (const codec::Decoded::Piece &piece : decoded.decoded.pieces)
        m_cells.append(
            block.text, piece, {std::max(piece.byteStart, block.begin), piece.byteStart + piece.byteLength});
    m_cells.appendPending(
        block.text, decoded.pending, static_cast<qint64>(part.end) - decoded.pending.size());
    if (m_mode == StreamMode::Both)
        return;
    TextCells::breakIntoLines(block.text, m_columns);
    for (const TextLine &line : block.text.lines)
        block.lines.push_back({StreamLine::Kind::Bytes, line.bytes, line.firstCell, line.endCell});
    block.text.lines = {};
}

void StreamLayout::makeHex(StreamBlock &block, const lens::StreamPart &part)
{
    block.content =
        m_rows.recording()->streamBytes(part.connection, part.direction, part.begin, part.end - part.begin);
    const qint64 end = block.begin + block.content.size();
    for (qint64 at = block.begin; at < end; at += m_perLine)
        block.lines.push_back({StreamLine::Kind::Bytes, {at, std::min(end, at + m_perLine)}});
    if (m_mode == StreamMode::Both) {
        makeText(block, part);
        placeBesideHex(block);
    }
}

/// Each character under its first byte. What is none is a dot: the hex beside it says what it is.
void StreamLayout::placeBesideHex(StreamBlock &block) const
{
    std::vector<TextCell> cells;
    cells.swap(block.text.cells);
    const qsizetype dot = block.text.text.size();
    block.text.text += u'·';
    size_t next = 0;
    for (StreamLine &line : block.lines) {
        line.firstCell = block.text.cells.size();
        int column = 0;
        for (; next < cells.size() && cells[next].bytes.start < line.bytes.end; ++next) {
            TextCell cell = cells[next];
            const bool isText = cell.look == lens::RowText::Look::Plain;
            const qint64 end = isText ? cell.bytes.start + 1 : cell.bytes.end;
            for (qint64 at = cell.bytes.start; at < end; ++at) {
                TextCell shown = cell;
                if (!isText)
                    shown = {{at, at + 1}, dot, 1, cell.look};
                shown.column = std::max(column, static_cast<int>(at - line.bytes.start));
                column = shown.column + shown.width;
                block.text.cells.push_back(shown);
            }
        }
        line.endCell = block.text.cells.size();
    }
}

quint64 StreamLayout::partCount(const StreamPlace::Block &block)
{
    const qint64 length = m_rows.page(block.page).runs[block.run].bytes.length();
    return static_cast<quint64>(std::max<qint64>(1, (length + PartBytes - 1) / PartBytes));
}

/// To the next part, or the one before; false: there is none.
bool StreamLayout::step(StreamPlace::Block &block, bool forward)
{
    if (forward && block.part + 1 < partCount(block))
        ++block.part;
    else if (forward && block.run + 1 < m_rows.page(block.page).runs.size())
        block = {block.page, block.run + 1, 0};
    else if (forward && block.page + 1 < m_rows.pageCount())
        block = {block.page + 1, 0, 0};
    else if (!forward && block.part > 0)
        --block.part;
    else if (!forward && (block.run > 0 || block.page > 0)) {
        block = block.run > 0 ? StreamPlace::Block{block.page, block.run - 1, 0}
                              : StreamPlace::Block{block.page - 1,
                                  static_cast<quint32>(m_rows.page(block.page - 1).runs.size()) - 1, 0};
        block.part = partCount(block) - 1;
    } else {
        return false;
    }
    return true;
}

StreamPlace StreamLayout::last()
{
    StreamPlace place;
    place.block.page = m_rows.pageCount() - 1;
    place.block.run = static_cast<quint32>(m_rows.page(place.block.page).runs.size()) - 1;
    place.block.part = partCount(place.block) - 1;
    place.line = static_cast<int>(block(place).lines.size()) - 1;
    return place;
}

StreamPlace StreamLayout::placeOf(const StreamSpot &spot)
{
    const quint32 row = std::min(spot.row, m_rows.rowCount() - 1);
    StreamPlace place;
    place.block.page = row / Conversation::PageRows;
    const Conversation::Page &page = m_rows.page(place.block.page);
    place.block.run = static_cast<quint32>(page.runOf(row));
    const Conversation::Run &run = page.runs[place.block.run];
    if (!run.carriesBytes())
        return place;
    const Conversation::Row &facts = page.row(row);
    const auto at = static_cast<qint64>(facts.streamOffset + std::min(spot.offset, facts.size));
    const qint64 lastByte = std::max(run.bytes.start, run.bytes.end - 1);
    place.block.part = static_cast<quint64>((std::min(at, lastByte) - run.bytes.start) / PartBytes);
    // The character that this byte belongs to may have begun in the part before.
    if (place.block.part > 0 && at < line(place).bytes.start)
        --place.block.part;
    const std::vector<StreamLine> &lines = block(place).lines;
    const auto behind = std::upper_bound(lines.begin(), lines.end(), at,
        [](qint64 offset, const StreamLine &line) { return offset < line.bytes.start; });
    place.line = std::max(0, static_cast<int>(behind - lines.begin()) - 1);
    return place;
}

StreamPlace StreamLayout::moved(StreamPlace from, int lines)
{
    for (; lines > 0; --lines) {
        if (from.line + 1 < static_cast<int>(block(from).lines.size()))
            ++from.line;
        else if (step(from.block, true))
            from.line = 0;
        else
            break;
    }
    for (; lines < 0; ++lines) {
        if (from.line > 0)
            --from.line;
        else if (step(from.block, false))
            from.line = static_cast<int>(block(from).lines.size()) - 1;
        else
            break;
    }
    return from;
}

} // namespace swb::ui
