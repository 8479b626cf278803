#include "app/keymap.h"

#include "pages/labeltext.h"
#include "pages/menucommands.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto group = "shortcuts/"_L1;

} // namespace

KeyMap::KeyMap(QWidget *window, QMenuBar *menus, QSettings *settings)
    : QObject(window)
    , m_window(window)
    , m_menus(menus)
    , m_settings(settings)
{
    for (const MenuCommand &command : menuCommands(*menus)) {
        if (!command.action->objectName().isEmpty())
            m_entries.append({command.action, command.action->shortcuts()});
    }
    for (const Entry &entry : m_entries) {
        const QVariant changed = settings->value(group + entry.action->objectName());
        if (!changed.isValid())
            continue;
        QList<QKeySequence> keys = QKeySequence::listFromString(changed.toString());
        keys.removeAll(QKeySequence()); // what an empty text reads as
        entry.action->setShortcuts(keys);
    }
    QCoreApplication::instance()->installEventFilter(this);
}

QList<ShortcutItem> KeyMap::items() const
{
    QList<ShortcutItem> items;
    for (const MenuCommand &command : menuCommands(*m_menus)) {
        const QString id = command.action->objectName();
        if (const Entry *entry = find(id))
            items.append({id, labelText(command.action->text()), command.path.join(u" › "_s),
                command.action->shortcuts(), entry->usualKeys});
    }
    return items;
}

const KeyMap::Entry *KeyMap::find(const QString &id) const
{
    const auto it =
        std::ranges::find(m_entries, id, [](const Entry &entry) { return entry.action->objectName(); });
    return it == m_entries.cend() ? nullptr : &*it;
}

void KeyMap::set(const QString &id, const QList<QKeySequence> &keys)
{
    const Entry *entry = find(id);
    if (!entry)
        return;
    takeFromOthers(entry->action, keys);
    entry->action->setShortcuts(keys);
    save(id, *entry);
    emit changed();
}

void KeyMap::takeFromOthers(const QAction *winner, const QList<QKeySequence> &keys)
{
    for (const Entry &entry : m_entries) {
        QList<QKeySequence> left = entry.action->shortcuts();
        if (entry.action == winner || left.removeIf([&](const auto &key) { return keys.contains(key); }) == 0)
            continue;
        entry.action->setShortcuts(left);
        save(entry.action->objectName(), entry);
    }
}

void KeyMap::save(const QString &id, const Entry &entry)
{
    const QList<QKeySequence> keys = entry.action->shortcuts();
    if (keys == entry.usualKeys)
        m_settings->remove(group + id);
    else
        m_settings->setValue(group + id, QKeySequence::listToString(keys));
}

void KeyMap::reset(const QString &id)
{
    if (const Entry *entry = find(id))
        set(id, entry->usualKeys);
}

void KeyMap::resetAll()
{
    for (const Entry &entry : m_entries) {
        entry.action->setShortcuts(entry.usualKeys);
        save(entry.action->objectName(), entry);
    }
    emit changed();
}

bool KeyMap::isCommandKey(const QKeySequence &keys) const
{
    return std::ranges::any_of(m_entries, [&](const Entry &entry) {
        return entry.action->isEnabled() && entry.action->shortcuts().contains(keys);
    });
}

bool KeyMap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (!widget || widget->window() != m_window)
        return false;
    constexpr std::array editing{QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste,
        QKeySequence::Undo, QKeySequence::Redo, QKeySequence::SelectAll};
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto isPressed = [key](QKeySequence::StandardKey standard) { return key->matches(standard); };
    if (std::ranges::any_of(editing, isPressed) || !isCommandKey(QKeySequence(key->keyCombination())))
        return false;
    event->ignore();
    return true;
}

} // namespace swb::ui
