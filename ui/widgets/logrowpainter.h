#pragma once

#include "models/logmodel.h"
#include "models/rowmatches.h"
#include "widgets/controlmark.h"
#include "widgets/theme.h"

#include <QFontMetricsF>
#include <QList>
#include <QRect>

class QHeaderView;
class QPainter;

namespace swb::ui {

/// How one row of the log looks. Knows fonts, colours and where the columns stand; nothing about scrolling.
class LogRowPainter
{
public:
    enum class Selection : quint8
    {
        None,
        Idle,
        Focused
    };
    struct State
    {
        Selection selection = Selection::None;
        bool current = false;
        bool striped = false;
        QList<RowMatch> matches;
    };

    LogRowPainter(const QFont &interfaceFont, const QFont &data, const QPalette &palette);

    int rowHeight() const;
    int columnWidth(LogModel::Column column) const; ///< what the widest usual content needs
    void paint(QPainter &painter, const LogRow &row, const QRect &rect, const QHeaderView &columns,
        const State &state) const;
    /// Whether a cell has more to say than fits into this width.
    bool isCut(const LogRow &row, LogModel::Column column, int width) const;
    const Theme &theme() const { return m_theme; }

private:
    void paintBackground(QPainter &painter, const QRect &rect, const State &state) const;
    void paintDirection(QPainter &painter, const LogRow &row, const QRect &cell) const;
    void paintCell(QPainter &painter, const QString &text, const QRect &cell, Qt::Alignment side,
        const QColor &colour) const;
    void paintFlag(QPainter &painter, const QRect &cell) const;
    void paintText(QPainter &painter, const LogRow &row, const QRect &cell) const;
    void paintNote(QPainter &painter, const QString &note, const QRect &pill) const;
    int noteWidth(const QString &note, int room) const; ///< of its pill; 0: there is none
    /// Returns where the text ends.
    qreal paintRuns(
        QPainter &painter, const lens::RowText &text, const QRect &cell, const QColor &plain) const;
    /// Moves `at` on; false: there was no room for all of them.
    bool paintMarks(QPainter &painter, const QString &marks, QPointF &at, qreal right) const;
    void paintMatches(QPainter &painter, const LogRow &row, const QRect &cell, const State &state) const;
    qreal widthOf(const lens::RowText &text, qsizetype units) const; ///< of its first characters
    qreal marksWidth(QStringView marks) const;
    QColor colourOf(lens::RowText::Look look, const QColor &plain) const;
    qreal baseline(const QRect &cell) const;

    QFont m_interfaceFont;
    QFont m_dataFont;
    QFontMetricsF m_interfaceMetrics;
    QFontMetricsF m_dataMetrics;
    ControlMark m_controls;
    QColor m_text;
    QColor m_accent;
    Theme m_theme;
};

} // namespace swb::ui
