#include "app/appearance.h"

#include "app/outlinedstyle.h"

#include <QApplication>
#include <QFontInfo>
#include <QLocale>
#include <QPalette>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto themeKey = "appearance/theme"_L1;
constexpr auto textStepsKey = "appearance/textSteps"_L1;
constexpr auto dataFamilyKey = "appearance/dataFont"_L1;
constexpr auto dataSizeKey = "appearance/dataSize"_L1;
constexpr auto languageKey = "appearance/language"_L1;

/// The colours of one theme that differ; everything else follows from them.
struct Inks
{
    QColor window, base, alternate, text, faint, button, accent, onAccent, border, tip;
};

constexpr Inks light{{0xf5, 0xf6, 0xf8}, {0xff, 0xff, 0xff}, {0xfa, 0xfb, 0xfc}, {0x1b, 0x1f, 0x24},
    {0x6a, 0x72, 0x7d}, {0xff, 0xff, 0xff}, {0x1f, 0x5f, 0xbf}, {0xff, 0xff, 0xff}, {0xd3, 0xd8, 0xde},
    {0xff, 0xf8, 0xe1}};
// The fields are lighter than the window here: Fusion draws outlines darker, where they would be lost.
constexpr Inks dark{{0x1b, 0x1e, 0x22}, {0x24, 0x28, 0x2e}, {0x28, 0x2c, 0x33}, {0xe6, 0xe9, 0xed},
    {0x9c, 0xa5, 0xb0}, {0x33, 0x38, 0x40}, {0x5a, 0x9c, 0xf2}, {0x0c, 0x10, 0x16}, {0x3e, 0x45, 0x4e},
    {0x3a, 0x34, 0x20}};

QPalette paletteOf(const Inks &inks)
{
    QPalette palette(inks.text, inks.button, inks.button.lighter(120), inks.border.darker(130), inks.border,
        inks.text, inks.text, inks.base, inks.window);
    palette.setColor(QPalette::AlternateBase, inks.alternate);
    palette.setColor(QPalette::PlaceholderText, inks.faint);
    palette.setColor(QPalette::Highlight, inks.accent);
    palette.setColor(QPalette::HighlightedText, inks.onAccent);
    palette.setColor(QPalette::Link, inks.accent);
    palette.setColor(QPalette::ToolTipBase, inks.tip);
    palette.setColor(QPalette::ToolTipText, inks.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor pale = inks.faint;
        pale.setAlpha(150);
        palette.setColor(QPalette::Disabled, role, pale);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, inks.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, inks.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, inks.border);
    return palette;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Appearance::Appearance(QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_systemIsDark(isDark(QGuiApplication::palette()))
    , m_theme(Theme(qBound(0, settings->value(themeKey).toInt(), int(Theme::Dark))))
    , m_systemPoints(QFontInfo(QApplication::font()).pointSizeF())
    , m_textSteps(std::clamp(settings->value(textStepsKey).toInt(), fewestTextSteps, mostTextSteps))
    , m_dataFont{settings->value(dataFamilyKey).toString(),
          std::clamp(settings->value(dataSizeKey, 100).toInt(), smallestData, largestData)}
    , m_languageName(settings->value(languageKey).toString())
{
    QApplication::setStyle(new OutlinedStyle);
    applyTheme();
    applyTextSteps();
    chooseDataFont(m_dataFont);
    applyLanguage();
}

Appearance::~Appearance()
{
    m_textSteps = 0;
    applyTextSteps();
    chooseDataFont({});
}

void Appearance::setTheme(Theme theme)
{
    m_theme = theme;
    m_settings->setValue(themeKey, int(theme));
    applyTheme();
    emit changed();
}

void Appearance::applyTheme()
{
    const bool wantsDark = m_theme == Theme::Dark || (m_theme == Theme::System && m_systemIsDark);
    QApplication::setPalette(paletteOf(wantsDark ? dark : light));
}

void Appearance::setTextSteps(int steps)
{
    m_textSteps = std::clamp(steps, fewestTextSteps, mostTextSteps);
    m_settings->setValue(textStepsKey, m_textSteps);
    applyTextSteps();
    emit changed();
}

void Appearance::setDataFont(const DataFontChoice &choice)
{
    m_dataFont = {choice.family, std::clamp(choice.percent, smallestData, largestData)};
    m_settings->setValue(dataFamilyKey, m_dataFont.family);
    m_settings->setValue(dataSizeKey, m_dataFont.percent);
    chooseDataFont(m_dataFont);
    emit changed();
}

void Appearance::applyTextSteps()
{
    QFont font = QApplication::font();
    const qreal points = m_systemPoints * (1 + 0.1 * m_textSteps);
    if (qFuzzyCompare(font.pointSizeF(), points))
        return;
    font.setPointSizeF(points);
    QApplication::setFont(font);
}

QList<std::pair<QString, QString>> Appearance::languages()
{
    return {{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
}

void Appearance::setLanguage(const QString &language)
{
    m_languageName = language;
    m_settings->setValue(languageKey, language);
    applyLanguage();
    emit changed();
}

/// Every widget gets a LanguageChange as the translators come and go.
void Appearance::applyLanguage()
{
    m_language.speak(m_languageName.isEmpty() ? QLocale::system() : QLocale(m_languageName));
}

} // namespace swb::ui
