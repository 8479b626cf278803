#include "pages/labeltext.h"

#include <QRegularExpression>

namespace swb::ui {

QString labelText(const QString &text)
{
    static const QRegularExpression bracketedKey(QStringLiteral("\\(&\\w\\)"));
    return QString(text).remove(bracketedKey).remove(u'&').remove(u'…');
}

} // namespace swb::ui
