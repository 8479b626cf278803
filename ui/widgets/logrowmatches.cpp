#include "widgets/logrowpainter.h"

#include <QPainter>

#include <algorithm>

// Where the characters of a row stand, for what lies behind them.
namespace swb::ui {

qreal LogRowPainter::widthOf(const lens::RowText &text, qsizetype units) const
{
    qreal width = 0;
    for (const lens::RowText::Run &run : text.runs) {
        const QStringView part =
            QStringView(text.text).mid(run.start, std::min(run.length, units - run.start));
        if (run.start >= units)
            break;
        width += run.look == lens::RowText::Look::Mark ? marksWidth(part)
                                                       : m_dataMetrics.horizontalAdvance(part.toString());
    }
    return width;
}

qreal LogRowPainter::marksWidth(QStringView marks) const
{
    qreal width = 0;
    for (qsizetype i = 0; i < marks.size(); ++i) {
        const QString name = ControlMark::nameOf(marks.mid(i, 1));
        width += name.isEmpty() ? m_dataMetrics.horizontalAdvance(marks[i]) : m_controls.width(name);
    }
    return width;
}

void LogRowPainter::paintMatches(
    QPainter &painter, const LogRow &row, const QRect &cell, const State &state) const
{
    for (const RowMatch &match : state.matches) {
        const qreal left = cell.left() + widthOf(row.text, match.start);
        if (left >= cell.right())
            break;
        const qreal right = cell.left() + widthOf(row.text, match.start + match.length);
        painter.fillRect(
            QRectF(left, cell.top() + 2, std::min<qreal>(right, cell.right()) - left, cell.height() - 4),
            match.isCurrent ? m_theme.matchCurrent : m_theme.match);
    }
}

} // namespace swb::ui
