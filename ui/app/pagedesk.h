#pragma once

#include <QObject>

class QToolBar;

namespace swb::ui {

class Actions;
class MainMenus;
class PageStack;

/// Puts the bench back in its place as soon as a command is given that acts on it, and its tools away while
/// it cannot be seen.
class PageDesk : public QObject
{
    Q_OBJECT

public:
    /// Made before whoever answers the commands: they act on a bench that is to be seen. None is owned.
    PageDesk(const Actions &actions, const MainMenus &menus, PageStack *pages, QToolBar *tools,
        QObject *parent = nullptr);
};

} // namespace swb::ui
