#include "pages/palettedelegate.h"

#include "pages/palettemodel.h"
#include "widgets/theme.h"

#include <QPainter>

namespace swb::ui {

void PaletteDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.palette);
    const bool enabled = index.data(PaletteModel::enabledRole).toBool();
    painter->save();
    painter->setFont(option.font);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.selection);
    QRect room = option.rect.adjusted(Space::Two, 0, -Space::Two, 0);
    const auto draw = [&](const QString &text, const QColor &colour, Qt::Alignment side) {
        const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, room.width());
        painter->setPen(colour);
        painter->drawText(room, int(Qt::AlignVCenter | side), shown);
        const int taken = shown.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(shown) + Space::Two;
        side == Qt::AlignRight ? room.setRight(room.right() - taken) : room.setLeft(room.left() + taken);
    };
    draw(index.data(PaletteModel::keysRole).toString(), theme.faint, Qt::AlignRight);
    draw(index.data().toString(),
        option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text), Qt::AlignLeft);
    if (room.width() > 6 * Space::One)
        draw(index.data(PaletteModel::placeRole).toString(), theme.faint, Qt::AlignLeft);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + Space::One};
}

} // namespace swb::ui
