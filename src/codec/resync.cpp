#include "codec/converter.h"
#include "codec/decoder.h"
#include "codec/visible.h"

#include <QtEndian>

#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace swb::codec {

namespace {

// How a mark is shown depends on how many precede it, so a point is never before one.
bool beginsCharacter(char32_t c)
{
    return natureOf(c) != Nature::Mark;
}

/// The last offset in steps of `unit`, counted from the stream's start, at which `isPoint` holds.
template <class Predicate>
ResyncPoint lastPoint(qsizetype size, qint64 streamOffset, qsizetype unit, Predicate isPoint)
{
    const qsizetype excess = qsizetype((streamOffset + size) % unit);
    for (qsizetype offset = size - excess - unit; offset >= 0; offset -= unit) {
        if (isPoint(offset))
            return {ResyncPoint::Answer::At, offset};
    }
    return {ResyncPoint::Answer::LookFurtherBack, 0};
}

/// A whole, well-formed character: the first byte of one ends whatever was unfinished before it.
bool isUtf8Point(QByteArrayView bytes, qsizetype offset)
{
    UChar32 character = 0;
    const auto *data = reinterpret_cast<const uint8_t *>(bytes.data());
    U8_NEXT(data, offset, bytes.size(), character);
    return character >= 0 && beginsCharacter(char32_t(character));
}

template <class Unit>
bool isUnitPoint(QByteArrayView bytes, qsizetype offset, bool bigEndian)
{
    const char *at = bytes.data() + offset;
    const char32_t unit = bigEndian ? qFromBigEndian<Unit>(at) : qFromLittleEndian<Unit>(at);
    return unit <= 0x10ffff && !U_IS_SURROGATE(unit) && beginsCharacter(unit);
}

/// In the double-byte encodings no byte below '0' is part of a longer sequence; ICU reads one that follows a
/// broken sequence again, as the character it is.
bool hasPlainAscii(const ConverterTraits &traits)
{
    for (unsigned byte = 0; byte < 0x80; ++byte) {
        if (traits.leads[byte] || (byte < 0x30 && traits.single[byte] != byte))
            return false;
    }
    return true;
}

} // namespace

ResyncPoint lastResyncPoint(const Encoding &encoding, QByteArrayView bytes, qint64 streamOffset)
{
    const ConverterTraits &traits = traitsOf(encoding);
    const auto below = [&](quint8 limit) {
        return lastPoint(bytes.size(), streamOffset, 1,
            [&, limit](qsizetype offset) { return quint8(bytes[offset]) < limit; });
    };
    const auto units = [&]<class Unit>(Unit, bool bigEndian) {
        return lastPoint(bytes.size(), streamOffset, sizeof(Unit),
            [&, bigEndian](qsizetype offset) { return isUnitPoint<Unit>(bytes, offset, bigEndian); });
    };
    switch (traits.type) {
    case UCNV_UTF8:
        return lastPoint(
            bytes.size(), streamOffset, 1, [&](qsizetype offset) { return isUtf8Point(bytes, offset); });
    case UCNV_CESU8:
        return below(0x80);
    case UCNV_UTF16_BigEndian:
    case UCNV_UTF16_LittleEndian:
        return units(quint16(), traits.type == UCNV_UTF16_BigEndian);
    case UCNV_UTF32_BigEndian:
    case UCNV_UTF32_LittleEndian:
        return units(quint32(), traits.type == UCNV_UTF32_BigEndian);
    case UCNV_MBCS:
        return hasPlainAscii(traits) ? below(0x30) : ResyncPoint();
    case UCNV_SBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
        if (traits.leads.any()) // GSM 03.38: ESC gives the next byte another meaning
            return {};
        return lastPoint(bytes.size(), streamOffset, 1, [&](qsizetype offset) {
            const char16_t c = traits.single[quint8(bytes[offset])];
            return c != ConverterTraits::NotSingle && beginsCharacter(c);
        });
    default:
        return {};
    }
}

} // namespace swb::codec
