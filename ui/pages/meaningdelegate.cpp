#include "pages/meaningdelegate.h"

#include "widgets/theme.h"

#include <QPainter>

namespace swb::ui {

MeaningDelegate::MeaningDelegate(int meaningRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_meaningRole(meaningRole)
{
}

void MeaningDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QString meaning = index.data(m_meaningRole).toString();
    if (meaning.isEmpty())
        return;
    const int taken =
        option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + Space::Three;
    const QRect rect = option.rect.adjusted(taken, 0, -Space::One, 0);
    if (rect.width() < 8 * Space::One)
        return;
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setFont(option.font);
    painter->setPen(
        selected ? option.palette.color(QPalette::HighlightedText) : Theme::of(option.palette).faint);
    painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight,
        option.fontMetrics.elidedText(meaning, Qt::ElideRight, rect.width()));
    painter->restore();
}

QSize MeaningDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int meaning = option.fontMetrics.horizontalAdvance(index.data(m_meaningRole).toString());
    size.rwidth() += qMin(meaning, 320) + Space::Three + Space::Two;
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + Space::One));
    return size;
}

} // namespace swb::ui
