#include "cli/typedtext.h"

namespace swb::cli {

using codec::Composed;
using PieceKind = codec::Decoded::PieceKind;

TypedText::TypedText(const codec::Encoding &encoding, codec::LineEnding ending, bool verbatim)
    : m_encoding(encoding)
    , m_ending(ending)
    , m_verbatim(verbatim || (encoding == codec::Encoding() && ending != codec::LineEnding::CrLf))
    , m_decoder(codec::Encoding())
{
}

Composed TypedText::feed(const QByteArray &bytes)
{
    if (m_verbatim)
        return {bytes, {}};
    m_held += bytes;
    return rewrite(m_decoder.feed(bytes));
}

Composed TypedText::finish()
{
    return m_verbatim ? Composed() : rewrite(m_decoder.finish());
}

Composed TypedText::rewrite(const codec::Decoded &decoded)
{
    Composed result;
    QString run;
    qsizetype taken = 0;
    const auto flush = [&] {
        const Composed encoded = codec::encodeText(run, m_encoding);
        result.bytes += encoded.bytes;
        result.fault = encoded.fault;
        run.clear();
        return !result.fault;
    };
    for (const auto &piece : decoded.pieces) {
        const QByteArray bytes = m_held.mid(taken, piece.byteLength);
        taken += piece.byteLength;
        if (piece.kind == PieceKind::Invalid) {
            if (!flush())
                break;
            result.bytes += bytes;
            continue;
        }
        if (bytes == "\n" && m_ending == codec::LineEnding::CrLf && !m_afterReturn)
            run += u'\r';
        run += QString::fromUtf8(bytes);
        m_afterReturn = bytes == "\r";
    }
    if (!result.fault)
        flush();
    m_held.remove(0, taken);
    return result;
}

} // namespace swb::cli
