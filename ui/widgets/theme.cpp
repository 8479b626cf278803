#include "widgets/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QWidget>

namespace swb::ui {

namespace {

constexpr auto familyProperty = "dataFontFamily";
constexpr auto percentProperty = "dataFontPercent";

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor mix(const QColor &a, const QColor &b, qreal partOfB)
{
    const auto blend = [partOfB](int x, int y) { return qRound(x + (y - x) * partOfB); };
    return QColor(blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()));
}

} // namespace

Theme Theme::of(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor accent = palette.color(QPalette::Highlight);
    const bool dark = isDark(palette);

    Theme theme;
    // Okabe and Ito's blue and vermilion, darkened or lightened until text in them has a contrast of 4.5 : 1.
    theme.received = dark ? QColor(0x6c, 0xb6, 0xf5) : QColor(0x00, 0x62, 0xa3);
    theme.sent = dark ? QColor(0xf2, 0x9d, 0x49) : QColor(0xad, 0x4a, 0x00);
    theme.error = dark ? QColor(0xff, 0x7b, 0x7b) : QColor(0xc0, 0x1c, 0x28);
    theme.warning = dark ? QColor(0xe8, 0xc5, 0x47) : QColor(0x80, 0x66, 0x00);
    theme.good = dark ? QColor(0x5c, 0xc9, 0x9a) : QColor(0x00, 0x77, 0x55);
    theme.faint = mix(base, text, dark ? 0.62 : 0.60);
    theme.hairline = mix(base, text, 0.16);
    theme.stripe = mix(base, text, 0.03);
    theme.mark = mix(mix(base, text, 0.55), accent, 0.35);
    theme.selection = mix(base, accent, dark ? 0.42 : 0.26);
    theme.selectionIdle = mix(base, text, 0.11);
    theme.match = dark ? QColor(0x57, 0x48, 0x0a) : QColor(0xff, 0xef, 0xa3);
    theme.matchCurrent = dark ? QColor(0x8a, 0x6b, 0x00) : QColor(0xff, 0xcb, 0x3d);
    theme.matchTick = dark ? QColor(0xe3, 0xb3, 0x2e) : QColor(0xc9, 0x92, 0x00);
    return theme;
}

void chooseDataFont(const DataFontChoice &choice)
{
    qApp->setProperty(familyProperty, choice.family);
    qApp->setProperty(percentProperty, choice.percent);
    // Which font a widget draws its data in is its own affair; it reads that anew with any change of fonts.
    for (QWidget *widget : QApplication::allWidgets()) {
        QEvent event(QEvent::FontChange);
        QCoreApplication::sendEvent(widget, &event);
    }
}

QFont dataFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QString chosen = qApp->property(familyProperty).toString();
    const QVariant percent = qApp->property(percentProperty);
    // By its real name: an alias such as "monospace" in a list of families is passed over for the next in the
    // list.
    QStringList families{chosen.isEmpty() ? QFontInfo(font).family() : chosen};
    families << QStringLiteral("Noto Sans Mono CJK SC") << QStringLiteral("Source Han Mono SC")
             << QStringLiteral("Sarasa Mono SC") << QStringLiteral("NSimSun") << QStringLiteral("MS Gothic")
             << QStringLiteral("PingFang SC");
    font.setFamilies(families);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    const qreal usual = QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF();
    if (usual > 0 && font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * QFontInfo(QGuiApplication::font()).pointSizeF() / usual);
    if (percent.isValid())
        font.setPointSizeF(font.pointSizeF() * percent.toInt() / 100);
    return font;
}

QFont captionFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(QFontInfo(base).pointSizeF() * 0.9);
    return font;
}

QFont titleFont(qreal factor)
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace swb::ui
