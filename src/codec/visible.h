#pragma once

#include <QString>

namespace swb::codec {

/// How a character may be shown.
enum class Nature : quint8
{
    Plain, ///< as it is
    Mark, ///< as it is, on the character before it
    LineEnd, ///< CR or LF
    Special, ///< in visible form only: it would act on the screen, hide, or mean nothing
};
Nature natureOf(char32_t character);

/// ␍ for CR, ␛ for ESC, ␡ for DEL; ⟨U+202E⟩ for what has no picture of its own.
void appendVisible(QString &text, char32_t character);

/// The text with its line ends and special characters in visible form.
QString visibleText(QStringView text);

} // namespace swb::codec
