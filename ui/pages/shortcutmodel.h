#pragma once

#include "pages/shortcutitem.h"

#include <QAbstractTableModel>

namespace swb::ui {

/// The commands and their keys as a table; those that differ from the usual are set in bold.
class ShortcutModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Command,
        Keys
    };
    static constexpr int columnTotal = 2;
    static constexpr int placeRole = Qt::UserRole; ///< where the command stands in the menus
    static constexpr int searchRole = Qt::UserRole + 1; ///< all that a filter looks at

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows stay where they are while the commands are the same ones.
    void setItems(const QList<ShortcutItem> &items);
    const ShortcutItem &item(int row) const { return m_items[row]; }
    static QString keysText(const QList<QKeySequence> &keys);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ShortcutItem> m_items;
};

} // namespace swb::ui
