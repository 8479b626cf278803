#pragma once

#include "codec/encoding.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace swb::codec {

/// How what a user types becomes bytes.
enum class InputMode : quint8
{
    Text, ///< as it stands, in the encoding
    Escapes, ///< text with \r \n \t \0 \\ \xNN \uNNNN \UNNNNNNNN; \xNN is that byte, whatever the encoding
    Hex, ///< hex digits; spaces, commas, line ends and 0x between bytes are fine
};
enum class LineEnding : quint8
{
    None,
    Lf,
    CrLf,
    Cr
};

/// What is wrong with what was typed, and where (UTF-16 units from the start).
struct InputFault
{
    enum class Kind : quint8
    {
        NotHex, ///< neither a hex digit nor a separator
        HalfByte, ///< a single hex digit where two make a byte
        UnknownEscape, ///< a backslash before something that is no escape
        UnfinishedEscape,
        NotACharacter, ///< \uNNNN that names no character (a surrogate, or beyond 10FFFF)
        NotInEncoding, ///< the character cannot be written in the encoding
    };
    Kind kind = Kind::NotHex;
    qsizetype position = 0;
    qsizetype length = 1;
    QString culprit; ///< what stands there; a control or invisible character in visible form

    friend bool operator==(const InputFault &, const InputFault &) = default;
};

/// The bytes, or the first fault; on a fault `bytes` holds what came before it.
struct Composed
{
    QByteArray bytes;
    std::optional<InputFault> fault;
};

/// Strict: no substitute characters, no best fits, no byte order mark; what cannot be written is a fault.
/// `ending` follows in the encoding (two-byte units in UTF-16), except in Hex mode, where the bytes typed are
/// all that is sent.
Composed compose(
    QStringView typed, InputMode mode, const Encoding &encoding, LineEnding ending = LineEnding::None);

/// "e4 bd", "E4BD", "e4,bd" or "0xe4 0xbd"; a single digit is a fault, never padded.
Composed parseHex(QStringView typed);
/// Plain text to bytes; stateful encodings are brought back to their initial state at the end.
Composed encodeText(QStringView text, const Encoding &encoding);

} // namespace swb::codec
