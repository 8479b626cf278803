#pragma once

#include "codec/compose.h"
#include "codec/decoder.h"

#include <QByteArray>

namespace swb::cli {

/// What is typed into stdin, made ready for the wire: UTF-8 is written in the connection's encoding and lines
/// get the chosen ending. Bytes that are no UTF-8 go out as they are; with `verbatim`, all of them do.
class TypedText
{
public:
    TypedText(const codec::Encoding &encoding, codec::LineEnding ending, bool verbatim);

    codec::Composed feed(
        const QByteArray &bytes); ///< the end of an unfinished character waits for the next call
    codec::Composed finish();

private:
    codec::Composed rewrite(const codec::Decoded &decoded);

    codec::Encoding m_encoding;
    codec::LineEnding m_ending;
    bool m_verbatim;
    codec::StreamDecoder m_decoder;
    QByteArray m_held; // fed to the decoder and not yet rewritten
    bool m_afterReturn = false;
};

} // namespace swb::cli
