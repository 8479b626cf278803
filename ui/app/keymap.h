#pragma once

#include "pages/shortcutitem.h"

#include <QHash>
#include <QObject>

class QAction;
class QMenuBar;
class QSettings;
class QWidget;

namespace swb::ui {

/// Which keys lead to which command: as the program was built, but for what the user has changed. Only
/// differences are kept in the settings. Window thread.
class KeyMap : public QObject
{
    Q_OBJECT

public:
    /// Of the window's menus; takes over what stands there now, so it comes after all who add to them. None
    /// is owned.
    KeyMap(QWidget *window, QMenuBar *menus, QSettings *settings);

    QList<ShortcutItem> items() const; ///< in the order of the menus, in the present language
    void set(const QString &id, const QList<QKeySequence> &keys); ///< whoever else has one of them loses it
    void reset(const QString &id);
    void resetAll();

Q_SIGNALS:
    void changed();

protected:
    /// Keys of commands that are also editing keys of some system, as Ctrl+E, lead to the command even while
    /// something is being written; what everybody edits with stays with the text.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        QAction *action;
        QList<QKeySequence> usualKeys;
    };
    void takeFromOthers(const QAction *winner, const QList<QKeySequence> &keys);
    void save(const QString &id, const Entry &entry);
    const Entry *find(const QString &id) const;
    bool isCommandKey(const QKeySequence &keys) const;

    QWidget *m_window;
    QMenuBar *m_menus;
    QSettings *m_settings;
    QList<Entry> m_entries;
};

} // namespace swb::ui
