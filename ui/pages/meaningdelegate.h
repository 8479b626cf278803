#pragma once

#include <QStyledItemDelegate>

namespace swb::ui {

/// Rows of a combo box's list: the value, and behind it in a quiet colour what it means (one role of the
/// model).
class MeaningDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    MeaningDelegate(int meaningRole, QObject *parent);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_meaningRole;
};

} // namespace swb::ui
