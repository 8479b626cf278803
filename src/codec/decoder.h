#pragma once

#include "codec/encoding.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

namespace swb::codec {

/// Text with the bytes it came from. Every byte that went in is covered by exactly one piece, in order, so
/// that a selection in the text can be shown in the hex view and the other way round.
struct Decoded
{
    enum class PieceKind : quint8
    {
        Text, ///< an ordinary character, as it is
        LineEnd, ///< a CR or a LF, each a piece: text holds ␍ or ␊; lines break where a view wants that
        /// Text holds a visible form: ␀ ␛ ␉ for a control character, ⟨U+202E⟩ for what acts on others (bidi),
        /// hides (zero-width, tags), or means nothing (private use, unassigned); a combining mark too many on
        /// one character (MaxMarks) or with none to stand on (at the start, behind a piece that is not Text);
        /// and the bytes themselves for a shift sequence (␛$B) that is no character.
        Control,
        Invalid, ///< bytes that this encoding cannot read: text holds them as \xNN
    };
    /// Combining marks shown on one character; what follows them is shown beside it, so that a flood cannot
    /// hide rows.
    static constexpr int MaxMarks = 8;
    struct Piece
    {
        PieceKind kind = PieceKind::Text;
        qsizetype textStart = 0; ///< UTF-16 units in `text`
        qsizetype textLength = 0;
        qint64 byteStart = 0; ///< offset in all that was fed since the decoder was made (the stream's offset)
        qint32 byteLength = 0; ///< a Text piece is one code point, unless its bytes mean several at once

        friend bool operator==(const Piece &, const Piece &) = default;
    };
    QString text;
    QList<Piece> pieces;

    /// The text for a file, a pipe or the clipboard: CR and LF as themselves, all else as in `text`.
    QString withLineEnds() const;
};

/// Bytes of one direction of one connection to text. Stateful: any split of the bytes gives, put together,
/// what the whole gives. Invalid bytes come out as \xNN and are never dropped or replaced; a byte order mark
/// is shown. Not thread-safe; movable.
class StreamDecoder
{
public:
    explicit StreamDecoder(const Encoding &encoding, qint64 streamOffset = 0);
    StreamDecoder(StreamDecoder &&) noexcept;
    StreamDecoder &operator=(StreamDecoder &&) noexcept;
    ~StreamDecoder();

    /// Characters that `bytes` completes. The bytes of an unfinished character are held until the next call.
    Decoded feed(QByteArrayView bytes);
    /// The stream has ended: what is still held comes out as \xNN. Bytes fed later are decoded afresh.
    Decoded finish();
    /// The bytes held back, an unfinished character at the end of what was fed. At most a few.
    QByteArray pending() const;
    /// A copy in the same state, to continue from here again later.
    StreamDecoder clone() const;

private:
    struct Private;
    explicit StreamDecoder(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

/// How far back a decoder must start to be right about what follows.
struct ResyncPoint
{
    enum class Answer : quint8
    {
        At, ///< decoding afresh from `offset` (in the bytes given) is as good as from the beginning
        LookFurtherBack, ///< not within these bytes
        OnlyFromTheStart, ///< the encoding shifts states (ISO-2022, HZ, UTF-7, SCSU …)
    };
    Answer answer = Answer::OnlyFromTheStart;
    qsizetype offset = 0; ///< of a byte among those given, where a character begins (no combining mark)
};
/// The last point in `bytes` from which decoding is independent of what came before. `streamOffset` is the
/// offset of the first of the bytes in its stream (UTF-16 and UTF-32 are read in units counted from its
/// start).
ResyncPoint lastResyncPoint(const Encoding &encoding, QByteArrayView bytes, qint64 streamOffset);

} // namespace swb::codec
