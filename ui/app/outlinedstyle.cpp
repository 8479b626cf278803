#include "app/outlinedstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace swb::ui {

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

void stroke(QPainter *painter, const QStyleOption *option, qreal radius)
{
    QColor colour = option->palette.color(QPalette::PlaceholderText);
    if (option->state & QStyle::State_HasFocus)
        colour = option->palette.color(QPalette::Highlight);
    else
        colour.setAlphaF(option->state & QStyle::State_Enabled ? 0.6F : 0.3F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colour);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

} // namespace

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlinedStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (!isDark(option->palette))
        return;
    if (element == PE_IndicatorCheckBox || element == PE_FrameLineEdit)
        stroke(painter, option, 2);
    else if (element == PE_IndicatorRadioButton)
        stroke(painter, option, option->rect.height() / 2.0);
}

void OutlinedStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const QStyle::State lit = State_Enabled | State_Selected;
    if (element == CE_ToolBar) {
        painter->fillRect(option->rect, option->palette.window());
        painter->fillRect(
            QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), option->palette.mid());
    } else if (element == CE_MenuItem && item && (item->state & lit) == lit && !item->icon.isNull()) {
        QStyleOptionMenuItem marked(*item);
        const int extent = pixelMetric(PM_SmallIconSize, option, widget);
        const qreal ratio = painter->device()->devicePixelRatioF();
        marked.icon = QIcon(item->icon.pixmap(QSize(extent, extent), ratio, QIcon::Selected));
        QProxyStyle::drawControl(element, &marked, painter, widget);
    } else if (element == CE_ComboBoxLabel && box && !box->editable) {
        QStyleOptionComboBox whole(*box);
        QRect room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).adjusted(1, 0, -1, 0);
        if (!box->currentIcon.isNull())
            room.setWidth(room.width() - box->iconSize.width() - 4);
        whole.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room.width());
        QProxyStyle::drawControl(element, &whole, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void OutlinedStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if ((control == CC_ComboBox || control == CC_SpinBox) && isDark(option->palette))
        stroke(painter, option, 2);
}

} // namespace swb::ui
