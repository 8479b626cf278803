#include "codec/converter.h"

#include <QMutex>

#include <unordered_map>

namespace swb::codec {

namespace {

/// Converters whose meaning of a byte depends on nothing but an unfinished character before it.
bool isStateless(UConverterType type)
{
    switch (type) {
    case UCNV_SBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
    case UCNV_UTF8:
    case UCNV_CESU8:
        return true;
    default:
        return false;
    }
}

} // namespace

icu::LocalUConverterPointer openConverter(const QByteArray &icuName)
{
    UErrorCode error = U_ZERO_ERROR;
    icu::LocalUConverterPointer converter(ucnv_open(icuName.constData(), &error));
    if (U_FAILURE(error))
        qFatal("ICU cannot open its own converter %s: %s", icuName.constData(), u_errorName(error));
    ucnv_setFallback(converter.getAlias(), false);
    return converter;
}

ConverterTraits::ConverterTraits(const QByteArray &icuName)
{
    const icu::LocalUConverterPointer owner = openConverter(icuName);
    UConverter *converter = owner.getAlias();
    type = ucnv_getType(converter);
    single.fill(NotSingle);
    if (!isStateless(type))
        return;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    for (unsigned byte = 0; byte < 256; ++byte) {
        ucnv_resetToUnicode(converter);
        char16_t text[8];
        char16_t *end = text;
        const char source = char(byte);
        const char *next = &source;
        error = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &end, std::end(text), &next, next + 1, nullptr, false, &error);
        UErrorCode ignored = U_ZERO_ERROR;
        leads[byte] = U_SUCCESS(error) && ucnv_toUCountPending(converter, &ignored) > 0;
        if (U_SUCCESS(error) && !leads[byte] && end - text == 1 && !isStandIn(text[0]))
            single[byte] = text[0];
    }
    swappedControls = single[0x1a] == 0x1c && single[0x1c] == 0x7f && single[0x7f] == 0x1a;
    if (swappedControls) {
        for (const unsigned control : {0x1aU, 0x1cU, 0x7fU})
            single[control] = char16_t(control);
    }
}

const ConverterTraits &traitsOf(const Encoding &encoding)
{
    static QMutex mutex;
    static std::unordered_map<std::string, ConverterTraits> known; // its elements never move
    const QMutexLocker lock(&mutex);
    return known.try_emplace(encoding.icuName().toStdString(), encoding.icuName()).first->second;
}

char16_t unswappedCharacter(char16_t c)
{
    switch (c) {
    case 0x1c:
        return 0x1a;
    case 0x7f:
        return 0x1c;
    case 0x1a:
        return 0x7f;
    default:
        return c;
    }
}

void unswapBytes(QByteArray &bytes)
{
    for (char &byte : bytes) {
        switch (byte) {
        case 0x7f:
            byte = 0x1a;
            break;
        case 0x1a:
            byte = 0x1c;
            break;
        case 0x1c:
            byte = 0x7f;
            break;
        default:
            break;
        }
    }
}

} // namespace swb::codec
