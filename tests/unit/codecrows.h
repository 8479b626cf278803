#pragma once

#include "codec/decoder.h"

#include <QStringList>

namespace swb::codec {

inline Encoding encodingNamed(const QString &name)
{
    const std::optional<Encoding> encoding = Encoding::find(name);
    if (!encoding)
        qFatal("no encoding %s", qPrintable(name));
    return *encoding;
}

/// "Text 0+3 你": kind, place and number of the bytes, what is shown.
inline QStringList described(const Decoded &decoded)
{
    static const char *const kinds[] = {"Text", "LineEnd", "Control", "Invalid"};
    QStringList rows;
    for (const Decoded::Piece &piece : decoded.pieces) {
        rows += QStringLiteral("%1 %2+%3 %4")
                    .arg(QLatin1StringView(kinds[int(piece.kind)]))
                    .arg(piece.byteStart)
                    .arg(piece.byteLength)
                    .arg(QStringView(decoded.text).mid(piece.textStart, piece.textLength));
    }
    return rows;
}

/// All of a stream that ends behind `bytes`.
inline QStringList describedWhole(const Encoding &encoding, QByteArrayView bytes, qint64 streamOffset = 0)
{
    StreamDecoder decoder(encoding, streamOffset);
    const QStringList fed = described(decoder.feed(bytes));
    return fed + described(decoder.finish());
}

} // namespace swb::codec
