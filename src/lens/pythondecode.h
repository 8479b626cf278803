#pragma once

#include "codec/encoding.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace swb::lens {

/// Why bytes.decode() raises UnicodeDecodeError in Python.
struct PythonDecodeError
{
    QString codec; ///< as the message names it: "utf-8", "charmap"
    qsizetype start = 0; ///< the bytes [start, end) that it complains about
    qsizetype end = 0;
    quint8 byte = 0; ///< at `start`
    QLatin1StringView reason; ///< "unexpected end of data", …

    /// "'utf-8' codec can't decode byte 0xe4 in position 3: unexpected end of data"
    QString message() const;
    friend bool operator==(const PythonDecodeError &, const PythonDecodeError &) = default;
};

/// The name to give to decode(); nothing: Python's tables of this encoding are not ours.
std::optional<QString> pythonName(const codec::Encoding &encoding);
/// What decoding these bytes, and no others, raises in Python 3, word for word; nothing: it gives text, or
/// the encoding has no pythonName().
std::optional<PythonDecodeError> pythonDecodeError(const codec::Encoding &encoding, QByteArrayView bytes);

} // namespace swb::lens
