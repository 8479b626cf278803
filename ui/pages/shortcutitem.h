#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace swb::ui {

/// A command and the keys that lead to it.
struct ShortcutItem
{
    QString id; ///< the same in every language and version
    QString text;
    QString place; ///< where it stands in the menus: "View › Theme"
    QList<QKeySequence> keys;
    QList<QKeySequence> usualKeys;

    bool isUsual() const { return keys == usualKeys; }
    friend bool operator==(const ShortcutItem &, const ShortcutItem &) = default;
};

} // namespace swb::ui
