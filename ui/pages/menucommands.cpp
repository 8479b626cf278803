#include "pages/menucommands.h"

#include "pages/labeltext.h"

#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <algorithm>

namespace swb::ui {

namespace {

/// "stopListeningAction": "stop listening "
QString wordsOf(const QString &objectName)
{
    static const QRegularExpression kind(QStringLiteral("(Action|Menu)$"));
    QString name = objectName;
    name.remove(kind);
    QString words;
    for (const QChar c : std::as_const(name)) {
        if (c.isUpper() || c == u'_')
            words += u' ';
        if (c != u'_')
            words += c.toLower();
    }
    return words + u' ';
}

void collect(
    const QMenu &menu, const QStringList &above, const QString &wordsAbove, QList<MenuCommand> &commands)
{
    const QStringList path = above + QStringList{labelText(menu.title())};
    const QString words = wordsAbove + wordsOf(menu.objectName());
    for (QAction *action : menu.actions()) {
        if (const QMenu *submenu = action->menu())
            collect(*submenu, path, words, commands);
        else if (!action->isSeparator() && !action->text().isEmpty()
            && std::ranges::find(commands, action, &MenuCommand::action) == commands.cend())
            commands.append({action, path, (words + wordsOf(action->objectName())).trimmed()});
    }
}

} // namespace

QList<MenuCommand> menuCommands(const QMenuBar &bar)
{
    QList<MenuCommand> commands;
    for (const QAction *action : bar.actions()) {
        if (const QMenu *menu = action->menu())
            collect(*menu, {}, {}, commands);
    }
    return commands;
}

} // namespace swb::ui
