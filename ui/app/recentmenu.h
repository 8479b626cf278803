#pragma once

#include <QObject>

class QAction;
class QMenu;

namespace swb::ui {

class RecentFiles;
class StartPage;

/// Offers the recent files: in a menu, and the latest few on the start page.
class RecentMenu : public QObject
{
    Q_OBJECT

public:
    /// Puts the menu behind `after`. None is owned; all must outlive this.
    RecentMenu(QMenu *menu, QAction *after, StartPage *start, RecentFiles *files, QObject *parent = nullptr);

    void retranslate();

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void fill();

    QMenu *m_menu;
    StartPage *m_start;
    RecentFiles *m_files;
    QAction *m_removeGone;
    QAction *m_clear;
};

} // namespace swb::ui
