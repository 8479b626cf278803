#include "lens/encodingcells.h"

#include "codec/visible.h"

#include <algorithm>

namespace swb::lens {

namespace {

using codec::Decoded;

CharacterCell::Kind kindOf(Decoded::PieceKind kind)
{
    switch (kind) {
    case Decoded::PieceKind::Text:
        return CharacterCell::Kind::Text;
    case Decoded::PieceKind::LineEnd:
        return CharacterCell::Kind::LineEnd;
    case Decoded::PieceKind::Control:
        return CharacterCell::Kind::Control;
    case Decoded::PieceKind::Invalid:
        return CharacterCell::Kind::Invalid;
    }
    return CharacterCell::Kind::Invalid;
}

void appendCells(QList<CharacterCell> &cells, const Decoded &decoded)
{
    for (const Decoded::Piece &piece : decoded.pieces)
        cells.append({kindOf(piece.kind), decoded.text.mid(piece.textStart, piece.textLength),
            piece.byteStart, piece.byteStart + piece.byteLength});
}

bool beginsWithMark(QStringView text)
{
    return !text.isEmpty() && codec::natureOf(text.toUcs4().constFirst()) == codec::Nature::Mark;
}

/// How a mark is shown depends on what stands before it, so that alone is no difference.
bool isSameCharacter(const CharacterCell &cell, const CharacterCell &other)
{
    return cell.start == other.start && cell.end == other.end
        && (cell.text == other.text || beginsWithMark(cell.text) || beginsWithMark(other.text));
}

/// Whether the chunk, decoded by itself, gives the characters that the stream has there.
bool givesTheSame(
    const QList<CharacterCell> &alone, const QList<CharacterCell> &cells, const StreamChunk &chunk)
{
    const auto first = std::find_if(
        cells.cbegin(), cells.cend(), [&](const CharacterCell &cell) { return cell.end > chunk.start; });
    const auto behind =
        std::find_if(first, cells.cend(), [&](const CharacterCell &cell) { return cell.start >= chunk.end; });
    return std::equal(first, behind, alone.cbegin(), alone.cend(), isSameCharacter);
}

/// `isShown`: all of the chunk is among the cells.
void readAlone(ChunkReading &reading, const codec::Encoding &encoding, QByteArrayView bytes,
    const StreamChunk &chunk, const QList<CharacterCell> &cells, bool isShown)
{
    codec::StreamDecoder decoder(encoding, chunk.start);
    const Decoded decoded = decoder.feed(bytes);
    const bool isInvalid = std::any_of(decoded.pieces.cbegin(), decoded.pieces.cend(),
        [](const Decoded::Piece &piece) { return piece.kind == Decoded::PieceKind::Invalid; });
    reading.error = pythonDecodeError(encoding, bytes);
    if (reading.error || (!pythonName(encoding) && (isInvalid || !decoder.pending().isEmpty()))) {
        reading.alone = ChunkReading::Alone::Error;
        return;
    }
    if (!isShown)
        return;
    QList<CharacterCell> alone;
    appendCells(alone, decoded);
    if (givesTheSame(alone, cells, chunk)) {
        reading.alone = ChunkReading::Alone::Right;
    } else {
        reading.alone = ChunkReading::Alone::WrongCharacters;
        reading.text = decoded.withLineEnds();
    }
}

} // namespace

bool EncodingCells::isCut(const CharacterCell &cell, const QList<StreamChunk> &chunks)
{
    return std::any_of(chunks.cbegin(), chunks.cend(),
        [&cell](const StreamChunk &chunk) { return chunk.end > cell.start && chunk.end < cell.end; });
}

qsizetype EncodingCells::cellAt(qint64 streamOffset) const
{
    const auto behind = std::upper_bound(cells.cbegin(), cells.cend(), streamOffset,
        [](qint64 offset, const CharacterCell &cell) { return offset < cell.end; });
    return behind != cells.cend() && behind->start <= streamOffset ? behind - cells.cbegin() : -1;
}

EncodingCells encodingCells(const codec::Encoding &encoding, codec::StreamDecoder decoder,
    QByteArrayView bytes, qint64 streamOffset, const QList<StreamChunk> &chunks,
    const QList<QByteArray> &whole)
{
    EncodingCells result;
    const qint64 end = streamOffset + bytes.size();
    qint64 at = streamOffset;
    const auto feedUpTo = [&](qint64 until) {
        until = std::clamp(until, at, end);
        appendCells(result.cells, decoder.feed(bytes.sliced(at - streamOffset, until - at)));
        at = until;
    };
    for (const StreamChunk &chunk : chunks) {
        feedUpTo(chunk.end);
        ChunkReading reading;
        if (chunk.end <= end)
            reading.held = decoder.pending();
        result.chunks.append(reading);
    }
    feedUpTo(end);
    if (const QByteArray held = decoder.pending(); !held.isEmpty())
        result.cells.append({CharacterCell::Kind::Held, {}, end - held.size(), end});
    for (qsizetype i = 0; i < chunks.size(); ++i) {
        const bool isWhole = whole[i].size() == chunks[i].size() && chunks[i].size() <= LongestAlone;
        const bool isShown = chunks[i].start >= streamOffset && chunks[i].end <= end;
        if (isWhole)
            readAlone(result.chunks[i], encoding, whole[i], chunks[i], result.cells, isShown);
    }
    return result;
}

} // namespace swb::lens
