#pragma once

#include <QList>
#include <QStringList>

class QAction;
class QMenuBar;

namespace swb::ui {

/// What a menu offers, and the titles that lead there.
struct MenuCommand
{
    QAction *action; ///< not owned
    QStringList path; ///< "View", "Theme"; without access keys
    QString englishWords; ///< the path and the command as the object names tell them, whatever the language
};

/// Everything in the menus and their submenus, in order and once: so that lists of commands need no register.
QList<MenuCommand> menuCommands(const QMenuBar &bar);

} // namespace swb::ui
