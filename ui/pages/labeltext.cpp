#include "pages/labeltext.h"

#include <QRegularExpression>

namespace swb::ui {

QString labelText(const QString &text)
{
    static const QRegularExpression bracketedKey(QStringLiteral("\\(&\\w\\)"));
    static const QRegularExpression key(QStringLiteral("&(.)")); // "&&" is an ampersand
    return QString(text).remove(bracketedKey).replace(key, QStringLiteral("\\1")).remove(u'…');
}

} // namespace swb::ui
