#include "app/pagedesk.h"

#include "app/actions.h"
#include "app/mainmenus.h"
#include "pages/pagestack.h"

#include <QMenu>
#include <QToolBar>

#include <algorithm>

namespace swb::ui {

namespace {

/// These mean the same wherever one is.
constexpr Command everywhere[] = {Command::StepByStep, Command::MyMachine, Command::SaveBench,
    Command::SaveBenchAs, Command::SaveRecordingAs, Command::Preferences, Command::Quit, Command::FullScreen,
    Command::CommandPalette, Command::Shortcuts, Command::About};

} // namespace

PageDesk::PageDesk(
    const Actions &actions, const MainMenus &menus, PageStack *pages, QToolBar *tools, QObject *parent)
    : QObject(parent)
{
    for (int i = 0; i < commandTotal; ++i) {
        if (std::find(std::begin(everywhere), std::end(everywhere), Command(i)) == std::end(everywhere))
            connect(actions[Command(i)], &QAction::triggered, pages, &PageStack::showBench);
    }
    connect(menus.examples(), &QMenu::triggered, pages, &PageStack::showBench);
    connect(pages, &PageStack::pageChanged, tools, [tools, pages] { tools->setVisible(pages->isBench()); });
}

} // namespace swb::ui
