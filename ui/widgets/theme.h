#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace swb::ui {

/// The colours that the palette has no role for, made to fit it; light and dark alike. Blue and orange stay
/// apart for every kind of colour blindness; red is for errors only.
struct Theme
{
    QColor received; ///< blue
    QColor sent; ///< orange
    QColor error; ///< red
    QColor warning; ///< amber: something is missing, and nobody here is to blame; never without a shape
    QColor good; ///< a state that is as it should be; never without a shape beside it
    QColor faint; ///< quiet text: lifecycle rows, offsets, hints
    QColor hairline; ///< the only border there is
    QColor stripe; ///< every other row
    QColor mark; ///< characters that stand for something else
    QColor selection; ///< behind selected bytes and rows while the widget has the focus
    QColor selectionIdle; ///< and while it has not
    QColor match; ///< behind what a search has found
    QColor matchCurrent; ///< and behind the one that is looked at
    QColor matchTick; ///< where matches are, in a scroll bar

    static Theme of(const QPalette &palette);
};

/// The 8-pixel grid.
namespace Space {
inline constexpr int Half = 4;
inline constexpr int One = 8;
inline constexpr int Two = 16;
inline constexpr int Three = 24;
} // namespace Space

/// What the user has chosen for data.
struct DataFontChoice
{
    QString family; ///< empty: the system's fixed-width font
    int percent = 100; ///< of the size of the application's text

    friend bool operator==(const DataFontChoice &, const DataFontChoice &) = default;
};
/// Kept with the application's own font; every widget gets a FontChange.
void chooseDataFont(const DataFontChoice &choice);
/// The chosen font, with CJK families of fixed width behind it.
QFont dataFont();
/// A smaller size of the same font for captions under fields.
QFont captionFont(const QFont &base);

/// The application's font for a heading, `factor` times as large.
QFont titleFont(qreal factor);

} // namespace swb::ui
