#pragma once

#include "codec/encoding.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace swb::lens {

/// `"你好\n"`: text as Python writes it, in double quotes.
QString pythonString(QStringView text);

/// Bytes as Python writes them, always exact: `b"hello"`, `"你好".encode()` where they are UTF-8, `b"\xc4"`
/// where they are not, `b"x" * 100000` where they repeat themselves.
QString pythonBytes(const QByteArray &bytes);

/// The same for bytes that are text in `encoding`: `"你好".encode("gbk")` where Python's codec is certain to
/// give these very bytes, else as pythonBytes().
QString pythonBytes(const QByteArray &bytes, const codec::Encoding &encoding);

/// What Python calls the encoding; nothing for those that it has not, or that nobody has compared.
std::optional<QString> pythonCodec(const codec::Encoding &encoding);

/// What some bytes repeat, and how often: {"x", 100000}. Once, unless that is worth saying.
struct Repeated
{
    QByteArray unit;
    qsizetype times = 1;
};
Repeated repeated(const QByteArray &bytes);

} // namespace swb::lens
