#include "codec/visible.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

using namespace Qt::StringLiterals;

namespace swb::codec {

Nature natureOf(char32_t character)
{
    if (character == '\r' || character == '\n')
        return Nature::LineEnd;
    if (character < 0x300 && character != 0xad) // nothing but controls and the soft hyphen is special here
        return character < 0x20 || (character >= 0x7f && character < 0xa0) ? Nature::Special : Nature::Plain;
    if (character >= 0x4e00 && character < 0x9f00)
        return Nature::Plain;

    const UChar32 c = UChar32(character);
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return Nature::Special; // zero-width, variation selectors, tags, fillers
    if (u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK))
        return Nature::Plain; // Arabic number signs: format characters by category, yet drawn
    const uint32_t category = U_GET_GC_MASK(c);
    if (category & U_GC_M_MASK)
        return Nature::Mark;
    return category & (U_GC_C_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK) ? Nature::Special : Nature::Plain;
}

void appendVisible(QString &text, char32_t character)
{
    if (character < 0x20)
        text += QChar(char16_t(0x2400 + character));
    else if (character == 0x7f)
        text += u'␡';
    else
        text += u"⟨U+%1⟩"_s.arg(QString::number(uint(character), 16).toUpper(), 4, u'0');
}

QString visibleText(QStringView text)
{
    QString visible;
    for (qsizetype i = 0; i < text.size();) {
        char32_t character = 0;
        U16_NEXT(text.utf16(), i, text.size(), character); // QString's own iterators hide lone surrogates
        const Nature nature = natureOf(character);
        if (nature == Nature::LineEnd || nature == Nature::Special)
            appendVisible(visible, character);
        else
            visible += QStringView(QChar::fromUcs4(character));
    }
    return visible;
}

} // namespace swb::codec
