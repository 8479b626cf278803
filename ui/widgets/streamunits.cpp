#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "widgets/streamlayout.h"

#include <algorithm>

// What can be chosen on the lines of a StreamLayout, and how a caret moves among it.
namespace swb::ui {

StreamRange StreamLayout::spots(const StreamPlace &place, const ByteRange &bytes)
{
    const Conversation::Page &page = m_rows.page(place.block.page);
    const Conversation::Run &run = page.runs[place.block.run];
    if (!run.carriesBytes() || bytes.isEmpty())
        return {{run.firstRow, 0}, {run.endRow - 1, 1}};
    const auto spot = [&](qint64 streamOffset) {
        const quint32 number = page.rowNumberAt(run, streamOffset);
        return StreamSpot{number, static_cast<quint64>(streamOffset) - page.row(number).streamOffset};
    };
    StreamRange range{spot(bytes.start), spot(bytes.end - 1)};
    ++range.end.offset;
    return range;
}

StreamRange StreamLayout::lineRange(const StreamPlace &place)
{
    const ByteRange bytes = line(place).bytes;
    return spots(place, bytes);
}

quint32 StreamLayout::rowAt(const StreamPlace &place, qint64 streamOffset)
{
    const Conversation::Page &page = m_rows.page(place.block.page);
    return page.rowNumberAt(page.runs[place.block.run], streamOffset);
}

bool StreamLayout::isTurn(const StreamPlace &place)
{
    return place.line == 0 && place.block.part == 0 && block(place).run.isTurn;
}

std::vector<qint64> StreamLayout::boundaries(const StreamPlace &place)
{
    const ByteRange bytes = line(place).bytes;
    const Conversation::Page &page = m_rows.page(place.block.page);
    const Conversation::Run &run = page.runs[place.block.run];
    std::vector<qint64> found;
    if (!run.carriesBytes())
        return found;
    for (quint32 row = page.rowNumberAt(run, bytes.start); row < run.endRow; ++row) {
        const auto begin = static_cast<qint64>(page.row(row).streamOffset);
        if (begin >= bytes.end)
            break;
        if (begin >= bytes.start && (begin > run.bytes.start || !run.isTurn) && page.row(row).size > 0)
            found.push_back(begin);
    }
    return found;
}

ByteRange StreamLayout::within(const StreamPlace &place, const StreamRange &range)
{
    const Conversation::Page &page = m_rows.page(place.block.page);
    const Conversation::Run &run = page.runs[place.block.run];
    if (!run.carriesBytes() || range.start.row >= run.endRow || range.end.row < run.firstRow)
        return {};
    const auto offset = [&page](const StreamSpot &spot) {
        const Conversation::Row &row = page.row(spot.row);
        return static_cast<qint64>(row.streamOffset + std::min(spot.offset, row.size));
    };
    return {range.start.row < run.firstRow ? run.bytes.start : offset(range.start),
        range.end.row >= run.endRow ? run.bytes.end : offset(range.end)};
}

ByteRange StreamLayout::cellAt(const StreamPlace &place, qreal column)
{
    const StreamBlock &shown = block(place);
    const StreamLine &line = shown.lines[static_cast<size_t>(place.line)];
    ByteRange found = line.bytes;
    for (size_t i = line.firstCell; i < line.endCell; ++i) {
        const TextCell &cell = shown.text.cells[i];
        found = cell.bytes;
        if (column < cell.column + cell.width)
            break;
    }
    return found;
}

ByteRange StreamLayout::byteAt(const StreamLine &line, qreal column) const
{
    qint64 index = std::min<qint64>(m_perLine, line.bytes.length()) - 1;
    while (index > 0 && column < hexColumn(static_cast<int>(index)) - 0.5)
        --index;
    return {line.bytes.start + index, line.bytes.start + index + 1};
}

StreamRange StreamLayout::unitAt(const StreamPlace &place, qreal column)
{
    const StreamLine shown = line(place);
    if (shown.kind != StreamLine::Kind::Bytes || shown.bytes.isEmpty())
        return lineRange(place);
    const bool isText =
        m_mode == StreamMode::Text || (m_mode == StreamMode::Both && column >= textColumn() - 1);
    return spots(place, isText ? cellAt(place, column - textColumn()) : byteAt(shown, column));
}

ByteRange StreamLayout::unitIn(const StreamPlace &place, qint64 streamOffset)
{
    const StreamBlock &shown = block(place);
    const StreamLine &line = shown.lines[static_cast<size_t>(place.line)];
    if (line.kind != StreamLine::Kind::Bytes || line.bytes.isEmpty())
        return line.bytes;
    const qint64 at = std::clamp(streamOffset, line.bytes.start, line.bytes.end - 1);
    if (m_mode != StreamMode::Text)
        return {at, at + 1};
    const auto first = shown.text.cells.begin() + static_cast<qptrdiff>(line.firstCell);
    const auto end = shown.text.cells.begin() + static_cast<qptrdiff>(line.endCell);
    const auto found =
        std::partition_point(first, end, [at](const TextCell &cell) { return cell.bytes.end <= at; });
    return found == end ? line.bytes : found->bytes;
}

StreamRange StreamLayout::unitOf(const StreamSpot &spot)
{
    const StreamPlace place = placeOf(spot);
    const ByteRange at = within(place, {spot, {spot.row, spot.offset + 1}});
    return spots(place, unitIn(place, at.start));
}

StreamRange StreamLayout::beside(const StreamRange &unit, bool forward)
{
    const StreamPlace place = placeOf(unit.start);
    const StreamLine here = line(place);
    const ByteRange own = within(place, unit);
    if (here.kind == StreamLine::Kind::Bytes && forward && own.end < here.bytes.end)
        return spots(place, unitIn(place, own.end));
    if (here.kind == StreamLine::Kind::Bytes && !forward && own.start > here.bytes.start)
        return spots(place, unitIn(place, own.start - 1));
    const StreamPlace next = moved(place, forward ? 1 : -1);
    if (next == place)
        return unit;
    const ByteRange bytes = line(next).bytes;
    return spots(next, unitIn(next, forward ? bytes.start : bytes.end - 1));
}

qreal StreamLayout::columnOf(const StreamPlace &place, const StreamRange &unit)
{
    const StreamBlock &shown = block(place);
    const StreamLine &line = shown.lines[static_cast<size_t>(place.line)];
    if (line.kind != StreamLine::Kind::Bytes)
        return 0;
    const qint64 at = within(place, unit).start;
    if (m_mode != StreamMode::Text)
        return hexColumn(static_cast<int>(std::clamp<qint64>(at - line.bytes.start, 0, m_perLine - 1)));
    for (size_t i = line.firstCell; i < line.endCell; ++i) {
        if (at < shown.text.cells[i].bytes.end)
            return shown.text.cells[i].column;
    }
    return 0;
}

StreamRange StreamLayout::linesAway(const StreamRange &unit, int lines)
{
    const StreamPlace place = placeOf(unit.start);
    const StreamPlace target = moved(place, lines);
    return target == place ? unit : unitAt(target, columnOf(place, unit));
}

StreamRange StreamLayout::lineEdge(const StreamRange &unit, bool end)
{
    const StreamPlace place = placeOf(unit.start);
    const ByteRange bytes = line(place).bytes;
    return spots(place, unitIn(place, end ? bytes.end - 1 : bytes.start));
}

QString StreamLayout::text(const StreamPlace &place)
{
    const StreamBlock &shown = block(place);
    const StreamLine &line = shown.lines[static_cast<size_t>(place.line)];
    if (line.kind == StreamLine::Kind::Event)
        return shown.sentence.text;
    if (line.kind == StreamLine::Kind::Unreadable)
        return unreadableText(line.bytes.length());
    if (m_mode == StreamMode::Hex)
        return codec::hexDigits(shown.contentOf(line));
    QString read;
    for (size_t i = line.firstCell; i < line.endCell; ++i)
        read +=
            QStringView(shown.text.text).mid(shown.text.cells[i].textStart, shown.text.cells[i].textLength);
    return read;
}

QString StreamLayout::unreadableText(qint64 size)
{
    return tr("%1 cannot be read: the recording is damaged here")
        .arg(bench::Sentences::size(static_cast<quint64>(size)));
}

} // namespace swb::ui
