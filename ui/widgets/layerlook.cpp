#include "widgets/layerlook.h"

namespace swb::ui {

namespace {

constexpr qreal TintInLight = 0.20;
constexpr qreal TintInDark = 0.34;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

} // namespace

QColor layerColour(lens::LayerKind kind, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (kind) { // Okabe and Ito's purple, sky blue and yellow, and a grey, made to fit the page
    case lens::LayerKind::Link:
        return dark ? QColor(0x9a, 0xa0, 0xa6) : QColor(0x6b, 0x70, 0x76);
    case lens::LayerKind::Network:
        return dark ? QColor(0xdd, 0x95, 0xbb) : QColor(0xa3, 0x4a, 0x7c);
    case lens::LayerKind::Transport:
        return dark ? QColor(0x5b, 0xb8, 0xe8) : QColor(0x1f, 0x7f, 0xb8);
    case lens::LayerKind::Application:
        break;
    }
    return dark ? QColor(0xd8, 0xc5, 0x3e) : QColor(0x8a, 0x78, 0x00);
}

QColor layerTint(lens::LayerKind kind, const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor colour = layerColour(kind, palette);
    const qreal part = isDark(palette) ? TintInDark : TintInLight;
    const auto blend = [part](int x, int y) { return qRound(x + (y - x) * part); };
    return QColor(blend(base.red(), colour.red()), blend(base.green(), colour.green()),
        blend(base.blue(), colour.blue()));
}

} // namespace swb::ui
