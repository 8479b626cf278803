#pragma once

#include "widgets/ladderlayout.h"

#include <QByteArray>
#include <QFont>

namespace swb::ui {

/// A ladder on paper: light colours, whatever the window has, and text that stays text.
class LadderSvg
{
public:
    /// So many rows at most, from the first on; a note at the foot says so where there are more.
    static constexpr quint32 MostRows = 4 * lens::Ladder::PageRows;

    /// An SVG document of the ladder at that scale. Empty: there is nothing to draw.
    static QByteArray document(
        lens::Ladder &ladder, const LadderScale &scale, const QFont &font, const QString &title);
};

} // namespace swb::ui
