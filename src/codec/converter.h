#pragma once

#include "codec/encoding.h"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>

#include <array>
#include <bitset>

namespace swb::codec {

/// Opens ICU's converter for the encoding; every Encoding there is names one that ICU has.
icu::LocalUConverterPointer openConverter(const QByteArray &icuName);

/// What is true of a converter, found by trying it with every byte once. Immutable and shared by all threads.
struct ConverterTraits
{
    static constexpr char16_t NotSingle = 0xffff; ///< a noncharacter, so no byte's meaning

    explicit ConverterTraits(const QByteArray &icuName);

    UConverterType type = UCNV_UNSUPPORTED_CONVERTER;
    /// The character that a byte is by itself wherever a character may begin; NotSingle: the converter must
    /// be asked.
    std::array<char16_t, 256> single;
    std::bitset<256> leads; ///< bytes after which the converter waits for more
    /// IBM's PC tables exchange the control characters 1A, 1C and 7F, which no Windows or Unix program does.
    bool swappedControls = false;

    /// Not a character but Windows' stand-in for a byte that its tables leave undefined (GBK ff is U+F8F5).
    bool isStandIn(char16_t c) const { return type == UCNV_MBCS && c >= 0xe000 && c <= 0xf8ff; }
};
const ConverterTraits &traitsOf(const Encoding &encoding);

/// Undoes IBM's exchange in a decoded character.
char16_t unswappedCharacter(char16_t c);
/// Undoes IBM's exchange in encoded bytes; no multi-byte sequence of those tables holds one of the three.
void unswapBytes(QByteArray &bytes);

} // namespace swb::codec
