#include "translations/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace swb {

void Language::speak(const QLocale &locale)
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    QLocale::setDefault(locale);
    const QLocale spoken = locale.language() == QLocale::C ? QLocale(u"en"_s) : locale;
    if (m_qts.load(spoken, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    // The English catalogue holds the plurals.
    if (m_ours.load(spoken, u"socket-workbench"_s, u"_"_s, u":/i18n"_s)
        || m_ours.load(QLocale(u"en"_s), u"socket-workbench"_s, u"_"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace swb
