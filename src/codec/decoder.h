#pragma once

#include "codec/encoding.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

namespace swb::codec {

/// Text with the bytes it came from. Every byte that went in is covered by exactly one piece, in order, so that
/// a selection in the text can be shown in the hex view and the other way round.
struct Decoded {
    enum class PieceKind : quint8 {
        Text, ///< ordinary characters, as they are
        LineEnd, ///< CR, LF or CR LF: shown as a mark, and breaks lines where a view wants that
        Control, ///< a control, escape, bidi or zero-width character: text holds its visible form
        Invalid, ///< bytes that this encoding cannot read: text holds them as \xNN
    };
    struct Piece {
        PieceKind kind = PieceKind::Text;
        qsizetype textStart = 0; ///< UTF-16 units in `text`
        qsizetype textLength = 0;
        qint64 byteStart = 0; ///< offset in all that was fed since the decoder was made (the stream's offset)
        qint32 byteLength = 0; ///< a Text piece covers one character: base character plus what combines with it
    };
    QString text;
    QList<Piece> pieces;

    friend bool operator==(const Decoded::Piece &, const Decoded::Piece &) = default;
};

/// Bytes of one direction of one connection to text. Stateful: any split of the bytes gives, put together, what
/// the whole gives. Invalid bytes come out as \xNN and are never dropped or replaced. Not thread-safe; movable.
class StreamDecoder
{
public:
    explicit StreamDecoder(const Encoding &encoding, qint64 streamOffset = 0);
    StreamDecoder(StreamDecoder &&) noexcept;
    StreamDecoder &operator=(StreamDecoder &&) noexcept;
    ~StreamDecoder();

    /// Characters that `bytes` completes. The bytes of an unfinished character are held until the next call.
    Decoded feed(QByteArrayView bytes);
    /// The stream has ended: what is still held comes out as \xNN.
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
struct ResyncPoint {
    enum class Answer : quint8 {
        At, ///< decoding afresh from `offset` (in the bytes given) is as good as from the beginning
        LookFurtherBack, ///< not within these bytes
        OnlyFromTheStart, ///< the encoding shifts states (ISO-2022, HZ, UTF-7, SCSU …): only the beginning is safe
    };
    Answer answer = Answer::OnlyFromTheStart;
    qsizetype offset = 0;
};
/// The last point in `bytes` from which decoding is independent of what came before. `streamOffset` is the offset
/// of the first of the bytes in its stream (UTF-16 and UTF-32 need its parity).
ResyncPoint lastResyncPoint(const Encoding &encoding, QByteArrayView bytes, qint64 streamOffset);

} // namespace swb::codec
