#include "widgets/controlmark.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QPainter>

#include <array>

namespace swb::ui {

namespace {

constexpr qreal Padding = 3;
constexpr qreal Margin = 1;
constexpr char16_t FirstPicture = 0x2400;

QFont smaller(const QFont &data)
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(QFontInfo(data).pointSizeF() * 0.72);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ControlMark::ControlMark(const QFont &data)
    : m_font(smaller(data))
    , m_metrics(m_font)
    , m_capHeight(QFontMetricsF(data).capHeight())
{
}

QString ControlMark::nameOf(QStringView character)
{
    // ISO 646, in the order of the codes; U+2421 is DEL.
    static constexpr std::array names{"NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB",
        "LF", "VT", "FF", "CR", "SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN",
        "EM", "SUB", "ESC", "FS", "GS", "RS", "US", "SP", "DEL"};
    if (character.size() != 1 || character.front().unicode() < FirstPicture)
        return {};
    const size_t index = character.front().unicode() - FirstPicture;
    return index < names.size() ? QString(QLatin1StringView(names[index])) : QString();
}

qreal ControlMark::width(const QString &name) const
{
    return m_metrics.horizontalAdvance(name) + 2 * (Padding + Margin);
}

void ControlMark::paint(
    QPainter &painter, const QPointF &leftOfBaseline, const QString &name, const QColor &colour) const
{
    const qreal height = m_metrics.capHeight() + 2 * Padding;
    const qreal middle = leftOfBaseline.y() - m_capHeight / 2;
    const QRectF ground(leftOfBaseline.x() + Margin, middle - height / 2, width(name) - 2 * Margin, height);
    QColor faint = colour;
    faint.setAlphaF(0.16F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    painter.drawRoundedRect(ground, 2, 2);
    painter.setPen(colour);
    painter.setFont(m_font);
    painter.drawText(QPointF(ground.left() + Padding, middle + m_metrics.capHeight() / 2), name);
    painter.restore();
}

} // namespace swb::ui
