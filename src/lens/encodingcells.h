#pragma once

#include "base/ids.h"
#include "codec/decoder.h"
#include "codec/encoding.h"
#include "lens/pythondecode.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace swb::lens {

/// What came (or went) in one piece: a read, a write, a segment. Offsets in the stream of its direction.
struct StreamChunk
{
    EventSeq seq;
    qint64 start = 0;
    qint64 end = 0;

    qint64 size() const { return end - start; }
    friend bool operator==(const StreamChunk &, const StreamChunk &) = default;
};

/// A character above its bytes, as a decoder reads it that keeps what is unfinished until the next chunk.
struct CharacterCell
{
    enum class Kind : quint8
    {
        Text,
        LineEnd,
        Control,
        Invalid, ///< bytes that are no character
        Held, ///< an unfinished character at the end of what was given
    };
    Kind kind = Kind::Text;
    QString text; ///< as it is shown; of Held: empty
    qint64 start = 0; ///< in the stream
    qint64 end = 0;

    friend bool operator==(const CharacterCell &, const CharacterCell &) = default;
};

/// What a chunk does to a program that decodes it.
struct ChunkReading
{
    QByteArray held; ///< what a careful decoder keeps at its end, for the next one
    /// What becomes of the chunk when it is decoded by itself, as chunk.decode() does.
    enum class Alone : quint8
    {
        Right, ///< the same characters
        WrongCharacters, ///< others, and no error
        Error,
        NotKnown, ///< only its beginning or end was given, or it is too long to be tried
    };
    Alone alone = Alone::NotKnown;
    std::optional<PythonDecodeError> error; ///< of Alone::Error, where Python's way is known
    QString text; ///< of Alone::WrongCharacters: what comes out

    friend bool operator==(const ChunkReading &, const ChunkReading &) = default;
};

/// A stretch of a stream as one encoding reads it.
struct EncodingCells
{
    QList<CharacterCell> cells; ///< they cover the stretch without gaps
    QList<ChunkReading> chunks; ///< one for each that was given

    /// Whether a chunk ends within this character.
    static bool isCut(const CharacterCell &cell, const QList<StreamChunk> &chunks);
    /// The cell with this byte; -1: none.
    qsizetype cellAt(qint64 streamOffset) const;
};

/// Decoding more by itself than this would be felt.
inline constexpr qsizetype LongestAlone = 64 * 1024;

/// `decoder` has been fed everything before `bytes`, which begin at `streamOffset`. `chunks` are in order and
/// touch the bytes; `whole` gives all bytes of a chunk, even those that are not in the stretch.
EncodingCells encodingCells(const codec::Encoding &encoding, codec::StreamDecoder decoder,
    QByteArrayView bytes, qint64 streamOffset, const QList<StreamChunk> &chunks,
    const QList<QByteArray> &whole);

} // namespace swb::lens
