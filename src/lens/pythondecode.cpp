#include "lens/pythondecode.h"

#include "codec/decoder.h"

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

enum class Family : quint8
{
    Utf8,
    Utf16Little,
    Utf16Big,
    Gbk,
    Gb18030,
    Charmap, ///< one byte a character, with holes
    EveryByte, ///< one byte a character, without
};

struct Codec
{
    QLatin1StringView encoding; ///< codec::Encoding::name()
    QLatin1StringView python;
    Family family;
};

/// Those of which Python and ICU agree on every sequence, but for what is mended below.
constexpr std::array codecs{
    Codec{"UTF-8"_L1, "utf-8"_L1, Family::Utf8},
    Codec{"GBK"_L1, "gbk"_L1, Family::Gbk},
    Codec{"GB18030"_L1, "gb18030"_L1, Family::Gb18030},
    Codec{"UTF-16LE"_L1, "utf-16-le"_L1, Family::Utf16Little},
    Codec{"UTF-16BE"_L1, "utf-16-be"_L1, Family::Utf16Big},
    Codec{"ISO-8859-1"_L1, "latin-1"_L1, Family::EveryByte},
    Codec{"windows-1251"_L1, "cp1251"_L1, Family::Charmap},
    Codec{"windows-1252"_L1, "cp1252"_L1, Family::Charmap},
};

const Codec *codecOf(const codec::Encoding &encoding)
{
    const auto *found = std::find_if(
        codecs.begin(), codecs.end(), [&](const Codec &codec) { return codec.encoding == encoding.name(); });
    return found == codecs.end() ? nullptr : found;
}

/// What is wrong, and with how many bytes from where.
struct Fault
{
    qsizetype start;
    qsizetype size;
    QLatin1StringView reason;
};

/// How many bytes a character takes that begins so; 0: none begins so (Unicode, table 3-7).
int utf8Length(quint8 lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2 || lead > 0xf4)
        return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

bool isUtf8Next(quint8 lead, int place, quint8 byte)
{
    quint8 least = 0x80;
    quint8 most = 0xbf;
    if (place == 1) {
        least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    }
    return byte >= least && byte <= most;
}

std::optional<Fault> utf8Fault(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const auto lead = quint8(bytes[at]);
        const int length = utf8Length(lead);
        if (length == 0)
            return Fault{at, 1, "invalid start byte"_L1};
        int good = 1;
        while (good < length && at + good < bytes.size() && isUtf8Next(lead, good, quint8(bytes[at + good])))
            ++good;
        if (good < length && at + good == bytes.size())
            return Fault{at, good, "unexpected end of data"_L1};
        if (good < length)
            return Fault{at, good, "invalid continuation byte"_L1};
        at += length;
    }
    return {};
}

std::optional<Fault> utf16Fault(QByteArrayView bytes, bool bigEndian)
{
    const auto unitAt = [&](qsizetype at) {
        return bigEndian ? qFromBigEndian<quint16>(bytes.data() + at)
                         : qFromLittleEndian<quint16>(bytes.data() + at);
    };
    for (qsizetype at = 0; at < bytes.size(); at += 2) {
        if (at + 1 == bytes.size())
            return Fault{at, 1, "truncated data"_L1};
        const quint16 unit = unitAt(at);
        if (!QChar::isSurrogate(unit))
            continue;
        if (QChar::isLowSurrogate(unit))
            return Fault{at, 2, "illegal encoding"_L1};
        if (at + 3 >= bytes.size())
            return Fault{at, bytes.size() - at, "unexpected end of data"_L1};
        if (!QChar::isLowSurrogate(unitAt(at + 2)))
            return Fault{at, 2, "illegal UTF-16 surrogate"_L1};
        at += 2;
    }
    return {};
}

/// The number in the visible form of a character that means nothing, ⟨U+E000⟩; 0: it is another.
char32_t numberInVisibleForm(QStringView text)
{
    return text.startsWith(u"⟨U+") && text.endsWith(u'⟩') ? text.sliced(3).chopped(1).toUInt(nullptr, 16) : 0;
}

/// Windows' tables, which ICU has, give every byte a meaning, if need be a private one; Python's do not.
bool hasNoMeaningInPython(char32_t character, QByteArrayView bytes, Family family)
{
    if (family == Family::Charmap)
        return character >= 0x80 && character < 0xa0;
    const bool isPrivate = character >= 0xe000 && character <= 0xf8ff;
    return family == Family::Gbk && (isPrivate || (bytes.size() == 1 && quint8(bytes[0]) >= 0x80));
}

/// CPython looks at a character only when all of its bytes are there.
Fault tableFaultAt(qsizetype at, QByteArrayView bytes, Family family)
{
    if (family == Family::Charmap)
        return {at, 1, "character maps to <undefined>"_L1};
    const qsizetype left = bytes.size() - at;
    const bool isOfFour =
        family == Family::Gb18030 && left > 1 && bytes[at + 1] >= '0' && bytes[at + 1] <= '9';
    if (left < (isOfFour ? 4 : 2))
        return {at, left, "incomplete multibyte sequence"_L1};
    return {at, 1, "illegal multibyte sequence"_L1};
}

/// Our own decoder says where; how CPython tells it is known.
std::optional<Fault> tableFault(const codec::Encoding &encoding, QByteArrayView bytes, Family family)
{
    codec::StreamDecoder decoder(encoding);
    const codec::Decoded decoded = decoder.feed(bytes);
    for (const codec::Decoded::Piece &piece : decoded.pieces) {
        const QStringView shown = QStringView(decoded.text).sliced(piece.textStart, piece.textLength);
        const QByteArrayView own = bytes.sliced(piece.byteStart, piece.byteLength);
        if (piece.kind == codec::Decoded::PieceKind::Invalid
            || hasNoMeaningInPython(numberInVisibleForm(shown), own, family))
            return tableFaultAt(piece.byteStart, bytes, family);
    }
    const qsizetype held = decoder.pending().size();
    if (held > 0)
        return Fault{bytes.size() - held, held, "incomplete multibyte sequence"_L1};
    return {};
}

std::optional<Fault> faultOf(const codec::Encoding &encoding, const Codec &codec, QByteArrayView bytes)
{
    switch (codec.family) {
    case Family::Utf8:
        return utf8Fault(bytes);
    case Family::Utf16Little:
    case Family::Utf16Big:
        return utf16Fault(bytes, codec.family == Family::Utf16Big);
    case Family::Gbk:
    case Family::Gb18030:
    case Family::Charmap:
        return tableFault(encoding, bytes, codec.family);
    case Family::EveryByte:
        return {};
    }
    return {};
}

} // namespace

QString PythonDecodeError::message() const
{
    if (end - start == 1)
        return u"'%1' codec can't decode byte 0x%2 in position %3: %4"_s.arg(codec)
            .arg(byte, 2, 16, QLatin1Char('0'))
            .arg(start)
            .arg(reason);
    return u"'%1' codec can't decode bytes in position %2-%3: %4"_s.arg(codec).arg(start).arg(end - 1).arg(
        reason);
}

std::optional<QString> pythonName(const codec::Encoding &encoding)
{
    const Codec *codec = codecOf(encoding);
    return codec ? std::optional(QString(codec->python)) : std::nullopt;
}

std::optional<PythonDecodeError> pythonDecodeError(const codec::Encoding &encoding, QByteArrayView bytes)
{
    const Codec *codec = codecOf(encoding);
    const std::optional<Fault> fault = codec ? faultOf(encoding, *codec, bytes) : std::nullopt;
    if (!fault)
        return {};
    return PythonDecodeError{codec->family == Family::Charmap ? u"charmap"_s : QString(codec->python),
        fault->start, fault->start + fault->size, quint8(bytes[fault->start]), fault->reason};
}

} // namespace swb::lens
