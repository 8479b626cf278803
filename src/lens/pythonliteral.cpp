#include "lens/pythonliteral.h"

#include "codec/compose.h"
#include "codec/decoder.h"
#include "codec/visible.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

constexpr qsizetype LongestUnit = 64;
constexpr qsizetype WorthRepeating = 3 * LongestUnit;

QString escaped(uint character)
{
    switch (character) {
    case '\n':
        return u"\\n"_s;
    case '\r':
        return u"\\r"_s;
    case '\t':
        return u"\\t"_s;
    case '"':
        return u"\\\""_s;
    case '\\':
        return u"\\\\"_s;
    default:
        if (character < 0x100)
            return u"\\x%1"_s.arg(character, 2, 16, QChar(u'0'));
        return character < 0x10000 ? u"\\u%1"_s.arg(character, 4, 16, QChar(u'0'))
                                   : u"\\U%1"_s.arg(character, 8, 16, QChar(u'0'));
    }
}

bool isPlainAscii(uint character)
{
    return character >= 0x20 && character < 0x7f && character != '"' && character != '\\';
}

QString byteLiteral(const QByteArray &bytes)
{
    QString literal = u"b\""_s;
    for (const char byte : bytes) {
        const auto value = uchar(byte);
        literal += isPlainAscii(value) ? QString(QLatin1Char(byte)) : escaped(value);
    }
    return literal + u'"';
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return uchar(byte) < 0x80; });
}

/// The text of which these are the bytes, if they are whole characters.
std::optional<QString> textOf(const QByteArray &bytes, const codec::Encoding &encoding)
{
    codec::StreamDecoder decoder(encoding);
    const codec::Decoded decoded = decoder.feed(bytes);
    const bool whole = decoder.pending().isEmpty()
        && std::none_of(decoded.pieces.begin(), decoded.pieces.end(), [](const codec::Decoded::Piece &piece) {
               return piece.kind == codec::Decoded::PieceKind::Invalid
                   || piece.kind == codec::Decoded::PieceKind::Control;
           });
    const QString text = decoded.withLineEnds();
    if (!whole || codec::encodeText(text, encoding).bytes != bytes)
        return std::nullopt;
    return text;
}

/// What every table of a Chinese or Japanese encoding agrees about; on punctuation they do not all.
bool isUndisputed(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t unit = c.unicode();
        return unit < 0x80 || (unit >= 0x4e00 && unit <= 0x9fa5) || unit == 0x3001 || unit == 0x3002
            || unit == 0xff01 || unit == 0xff0c || unit == 0xff1a || unit == 0xff1f;
    });
}

} // namespace

QString pythonString(QStringView text)
{
    QString literal(u'"');
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const bool asItIs =
            character < 0x80 ? isPlainAscii(character) : codec::natureOf(character) == codec::Nature::Plain;
        literal += asItIs ? QString::fromUcs4(&character, 1) : escaped(character);
        i += pair ? 1 : 0;
    }
    return literal + u'"';
}

Repeated repeated(const QByteArray &bytes)
{
    if (bytes.size() < WorthRepeating)
        return {bytes, 1};
    for (qsizetype period = 1; period <= LongestUnit; ++period) {
        if (bytes.size() % period == 0
            && std::equal(bytes.begin() + period, bytes.end(), bytes.begin(), bytes.end() - period))
            return {bytes.left(period), bytes.size() / period};
    }
    return {bytes, 1};
}

QString pythonBytes(const QByteArray &bytes)
{
    const auto [unit, times] = repeated(bytes);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(unit);
    const bool readable = !isAscii(unit) && !utf8.hasError() && text.toUtf8() == unit;
    const QString literal = readable ? pythonString(text) + u".encode()"_s : byteLiteral(unit);
    return times == 1 ? literal : u"%1 * %2"_s.arg(literal, QString::number(times));
}

QString pythonBytes(const QByteArray &bytes, const codec::Encoding &encoding)
{
    if (encoding == codec::Encoding())
        return pythonBytes(bytes);
    const auto text = textOf(bytes, encoding);
    if (!text || (isAscii(bytes) && text->toLatin1() == bytes))
        return byteLiteral(bytes);
    const auto codec = pythonCodec(encoding);
    const bool unicode = encoding.name().startsWith(u"UTF-16"_s) || encoding.name() == u"GB18030";
    if (!codec || (!unicode && !isUndisputed(*text)))
        return byteLiteral(bytes);
    return u"%1.encode(%2)"_s.arg(pythonString(*text), pythonString(*codec));
}

std::optional<QString> pythonCodec(const codec::Encoding &encoding)
{
    static const QHash<QString, QString> names{{u"UTF-8"_s, u"utf-8"_s}, {u"GBK"_s, u"gbk"_s},
        {u"GB18030"_s, u"gb18030"_s}, {u"Big5"_s, u"big5"_s}, {u"UTF-16LE"_s, u"utf-16-le"_s},
        {u"UTF-16BE"_s, u"utf-16-be"_s}, {u"Shift_JIS"_s, u"shift_jis"_s}, {u"EUC-JP"_s, u"euc_jp"_s},
        {u"EUC-KR"_s, u"euc_kr"_s}, {u"ISO-8859-1"_s, u"latin-1"_s}, {u"windows-1251"_s, u"cp1251"_s},
        {u"windows-1252"_s, u"cp1252"_s}, {u"IBM037"_s, u"cp037"_s}};
    const auto found = names.constFind(encoding.name());
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace swb::lens
