#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>

class QPainter;

namespace swb::ui {

/// Draws ␊, ␛ and their like (U+2400 to U+2421) as names on a faint ground: LF, ESC. Hardly any font of a
/// fresh system has those characters, and where one has them they are too small for a projector.
class ControlMark
{
public:
    explicit ControlMark(const QFont &data);

    /// "LF" for ␊; empty for what is no such character.
    static QString nameOf(QStringView character);
    qreal width(const QString &name) const; ///< with the space around it
    void paint(
        QPainter &painter, const QPointF &leftOfBaseline, const QString &name, const QColor &colour) const;

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    qreal m_capHeight;
};

} // namespace swb::ui
