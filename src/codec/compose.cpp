#include "codec/compose.h"

#include "codec/converter.h"
#include "codec/visible.h"

#include <QList>

#include <unicode/utf16.h>

using namespace Qt::StringLiterals;

namespace swb::codec {

namespace {

int hexValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    return u >= u'A' && u <= u'F' ? u - u'A' + 10 : -1;
}

bool isHexSeparator(QChar c)
{
    return c == u',' || c == u' ' || c == u'\t' || c == u'\r' || c == u'\n';
}

/// A surrogate pair is one character.
qsizetype characterLength(QStringView text, qsizetype at)
{
    const bool pair = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return pair ? 2 : 1;
}

InputFault faultAt(InputFault::Kind kind, QStringView typed, qsizetype position, qsizetype length)
{
    return {kind, position, length, visibleText(typed.mid(position, length))};
}

/// ICU's own callbacks, UCNV_FROM_U_CALLBACK_STOP too, drop zero-width characters in silence; this one stops
/// at them.
void stopAtAnything(const void *, UConverterFromUnicodeArgs *, const UChar *, int32_t, UChar32,
    UConverterCallbackReason, UErrorCode *)
{
}

/// Text to bytes with one converter, one complete run (flushed to the initial state) at a time.
class Encoder
{
public:
    explicit Encoder(const Encoding &encoding);
    /// Appends to `bytes` what can be written. The fault's place is in `text`.
    std::optional<InputFault> append(QByteArray &bytes, QStringView text);

private:
    qsizetype firstOneWay(QStringView text);
    bool readsBack(char16_t character);
    UErrorCode convert(QByteArray &bytes, const char16_t **next, const char16_t *end);
    InputFault unwritable(QStringView text, qsizetype consumed) const;

    const ConverterTraits &m_traits;
    icu::LocalUConverterPointer m_converter;
};

/// ICU's UTF-16 and UTF-32 begin with a byte order mark; without one they are big-endian (RFC 2781
/// section 4.3).
QByteArray withoutByteOrderMark(const ConverterTraits &traits, const QByteArray &icuName)
{
    if (traits.type == UCNV_UTF16)
        return "UTF-16BE"_ba;
    return traits.type == UCNV_UTF32 ? "UTF-32BE"_ba : icuName;
}

Encoder::Encoder(const Encoding &encoding)
    : m_traits(traitsOf(encoding))
    , m_converter(openConverter(withoutByteOrderMark(m_traits, encoding.icuName())))
{
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setFromUCallBack(m_converter.getAlias(), stopAtAnything, nullptr, nullptr, nullptr, &error);
}

std::optional<InputFault> Encoder::append(QByteArray &bytes, QStringView text)
{
    const qsizetype oneWay = firstOneWay(text);
    const auto *begin = reinterpret_cast<const char16_t *>(text.utf16());
    const char16_t *next = begin;
    QByteArray encoded;
    ucnv_resetFromUnicode(m_converter.getAlias());
    const UErrorCode error = convert(encoded, &next, begin + oneWay);
    if (m_traits.swappedControls)
        unswapBytes(encoded);
    bytes += encoded;
    if (U_FAILURE(error))
        return unwritable(text, next - begin);
    if (oneWay < text.size())
        return faultAt(InputFault::Kind::NotInEncoding, text, oneWay, 1);
    return std::nullopt;
}

/// The place of the first private-use character that would be read back as something else. ICU takes its
/// one-way mappings for those whatever ucnv_setFallback() says.
qsizetype Encoder::firstOneWay(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c >= 0xe000 && c <= 0xf8ff && !readsBack(c))
            return i;
    }
    return text.size();
}

bool Encoder::readsBack(char16_t character)
{
    UErrorCode error = U_ZERO_ERROR;
    char bytes[16];
    const int32_t size = ucnv_fromUChars(m_converter.getAlias(), bytes, sizeof bytes, &character, 1, &error);
    char16_t back[4];
    const int32_t units = ucnv_toUChars(m_converter.getAlias(), back, std::size(back), bytes, size, &error);
    const bool standIn = size == 1 && m_traits.isStandIn(character);
    return U_SUCCESS(error) && units == 1 && back[0] == character && !standIn;
}

UErrorCode Encoder::convert(QByteArray &bytes, const char16_t **next, const char16_t *end)
{
    UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
    while (error == U_BUFFER_OVERFLOW_ERROR) {
        char buffer[1024];
        char *target = buffer;
        error = U_ZERO_ERROR;
        ucnv_fromUnicode(m_converter.getAlias(), &target, std::end(buffer), next, end, nullptr, true, &error);
        bytes.append(buffer, target - buffer);
    }
    return error;
}

InputFault Encoder::unwritable(QStringView text, qsizetype consumed) const
{
    UErrorCode error = U_ZERO_ERROR;
    char16_t character[8];
    auto length = int8_t(std::size(character));
    ucnv_getInvalidUChars(m_converter.getAlias(), character, &length, &error);
    // A converter that looks ahead may have consumed more than the character it then refuses.
    const qsizetype position = text.lastIndexOf(QStringView(character, length), consumed - length);
    return faultAt(InputFault::Kind::NotInEncoding, text, std::max<qsizetype>(position, 0), length);
}

/// Text with escapes, taken apart into runs of text and raw bytes.
class EscapeReader
{
public:
    EscapeReader(QStringView typed, const Encoding &encoding)
        : m_typed(typed)
        , m_encoder(encoding)
    {
    }
    Composed read();

private:
    bool readEscape();
    bool readCode(qsizetype digits);
    void addText(char32_t character, qsizetype length);
    bool flushText();
    bool fail(InputFault::Kind kind, qsizetype length);

    QStringView m_typed;
    Encoder m_encoder;
    qsizetype m_at = 0;
    QString m_run; ///< text not yet encoded
    QList<qsizetype> m_origins; ///< where each unit of the run was typed, and where the run's end was
    Composed m_result;
};

Composed EscapeReader::read()
{
    bool good = true;
    while (good && m_at < m_typed.size()) {
        if (m_typed[m_at] == u'\\')
            good = readEscape();
        else
            addText(m_typed[m_at].unicode(), 1);
    }
    if (good)
        flushText();
    return m_result;
}

bool EscapeReader::readEscape()
{
    if (m_at + 1 == m_typed.size())
        return fail(InputFault::Kind::UnfinishedEscape, 1);
    switch (m_typed[m_at + 1].unicode()) {
    case u'r':
        addText('\r', 2);
        return true;
    case u'n':
        addText('\n', 2);
        return true;
    case u't':
        addText('\t', 2);
        return true;
    case u'0':
        addText('\0', 2);
        return true;
    case u'\\':
        addText('\\', 2);
        return true;
    case u'x':
        return readCode(2);
    case u'u':
        return readCode(4);
    case u'U':
        return readCode(8);
    default:
        return fail(InputFault::Kind::UnknownEscape, 1 + characterLength(m_typed, m_at + 1));
    }
}

bool EscapeReader::readCode(qsizetype digits)
{
    char32_t code = 0;
    for (qsizetype i = 0; i < digits; ++i) {
        const qsizetype at = m_at + 2 + i;
        const int value = at < m_typed.size() ? hexValue(m_typed[at]) : -1;
        if (value < 0)
            return fail(InputFault::Kind::UnfinishedEscape, 2 + i);
        code = code << 4 | char32_t(value);
    }
    const qsizetype length = 2 + digits;
    if (digits == 2) {
        if (!flushText())
            return false;
        m_result.bytes += char(code);
        m_at += length;
        return true;
    }
    if (code > 0x10ffff || U_IS_SURROGATE(code))
        return fail(InputFault::Kind::NotACharacter, length);
    addText(code, length);
    return true;
}

void EscapeReader::addText(char32_t character, qsizetype length)
{
    const auto units = QChar::fromUcs4(character);
    m_run += QStringView(units);
    m_origins.insert(m_origins.size(), QStringView(units).size(), m_at);
    m_at += length;
}

/// Encodes the text gathered so far; false at a character that cannot be written.
bool EscapeReader::flushText()
{
    if (m_run.isEmpty())
        return true;
    m_origins.append(m_at);
    const std::optional<InputFault> fault = m_encoder.append(m_result.bytes, m_run);
    if (fault) {
        m_result.fault = fault;
        m_result.fault->position = m_origins[fault->position];
        m_result.fault->length = m_origins[fault->position + fault->length] - m_result.fault->position;
    }
    m_run.clear();
    m_origins.clear();
    return !fault;
}

/// The text before a bad escape is looked at first: what was typed first is the first fault.
bool EscapeReader::fail(InputFault::Kind kind, qsizetype length)
{
    if (flushText())
        m_result.fault = faultAt(kind, m_typed, m_at, length);
    return false;
}

QStringView characters(LineEnding ending)
{
    switch (ending) {
    case LineEnding::None:
        return {};
    case LineEnding::Lf:
        return u"\n";
    case LineEnding::CrLf:
        return u"\r\n";
    case LineEnding::Cr:
        return u"\r";
    }
    Q_UNREACHABLE();
}

} // namespace

Composed compose(QStringView typed, InputMode mode, const Encoding &encoding, LineEnding ending)
{
    if (mode == InputMode::Hex)
        return parseHex(typed);
    Composed result =
        mode == InputMode::Escapes ? EscapeReader(typed, encoding).read() : encodeText(typed, encoding);
    if (!result.fault && ending != LineEnding::None)
        result.bytes += encodeText(characters(ending), encoding).bytes;
    return result;
}

Composed parseHex(QStringView typed)
{
    Composed result;
    qsizetype at = 0;
    const auto fail = [&](InputFault::Kind kind, qsizetype position, qsizetype length) {
        result.fault = faultAt(kind, typed, position, length);
        return result;
    };
    while (at < typed.size()) {
        if (isHexSeparator(typed[at])) {
            ++at;
            continue;
        }
        const bool prefixed = typed[at] == u'0' && at + 1 < typed.size() && typed[at + 1].toLower() == u'x';
        const qsizetype first = prefixed ? at + 2 : at;
        if (first == typed.size() || isHexSeparator(typed[first]))
            return fail(InputFault::Kind::HalfByte, at, 2); // a 0x with nothing behind it
        const int high = hexValue(typed[first]);
        if (high < 0)
            return fail(InputFault::Kind::NotHex, first, characterLength(typed, first));
        if (first + 1 == typed.size() || isHexSeparator(typed[first + 1]))
            return fail(InputFault::Kind::HalfByte, first, 1);
        const int low = hexValue(typed[first + 1]);
        if (low < 0)
            return fail(InputFault::Kind::NotHex, first + 1, characterLength(typed, first + 1));
        result.bytes += char(high << 4 | low);
        at = first + 2;
    }
    return result;
}

Composed encodeText(QStringView text, const Encoding &encoding)
{
    Composed result;
    result.fault = Encoder(encoding).append(result.bytes, text);
    return result;
}

} // namespace swb::codec
