#pragma once

#include <QColor>
#include <QIcon>
#include <QLatin1StringView>

namespace swb::ui {

/// The program's own icons (resources/icons), drawn in one weight and tinted when they are painted, so that
/// they follow the palette from light to dark. Window thread only.
class Icons
{
public:
    /// In the colour of button texts, paler while disabled.
    static QIcon named(QLatin1StringView name);
    /// In one colour, whatever the palette.
    static QIcon named(QLatin1StringView name, const QColor &colour);
    static QIcon program(); ///< the program's own, in its colours
};

} // namespace swb::ui
