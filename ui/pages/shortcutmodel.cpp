#include "pages/shortcutmodel.h"

#include "bench/sentences.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

void ShortcutModel::setItems(const QList<ShortcutItem> &items)
{
    if (std::ranges::equal(m_items, items, {}, &ShortcutItem::id, &ShortcutItem::id)) {
        m_items = items;
        if (!items.isEmpty())
            emit dataChanged(index(0, 0), index(int(items.size()) - 1, columnTotal - 1));
        return;
    }
    beginResetModel();
    m_items = items;
    endResetModel();
}

QString ShortcutModel::keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return bench::Sentences::list(texts);
}

int ShortcutModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ShortcutModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant ShortcutModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShortcutItem &item = m_items[index.row()];
    const bool isKeys = Column(index.column()) == Column::Keys;
    switch (role) {
    case Qt::DisplayRole:
        return isKeys ? keysText(item.keys) : item.text;
    case Qt::FontRole: {
        QFont font = QGuiApplication::font();
        font.setBold(!item.isUsual());
        return font;
    }
    case placeRole:
        return isKeys ? QString() : item.place;
    case searchRole:
        return u"%1 %2 %3"_s.arg(item.text, item.place, keysText(item.keys));
    default:
        return {};
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return Column(section) == Column::Keys ? tr("Keys") : tr("Command");
}

} // namespace swb::ui
