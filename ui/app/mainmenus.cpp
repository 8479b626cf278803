#include "app/mainmenus.h"

#include "app/appearancemenus.h"

#include <QMenu>
#include <QMenuBar>

namespace swb::ui {

MainMenus::MainMenus(QMenuBar *bar, Actions *actions, Appearance *appearance, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
{
    using enum Command;
    constexpr std::nullopt_t line = std::nullopt;
    bar->setObjectName(QStringLiteral("menuBar"));
    add(bar, "fileMenu", QT_TR_NOOP("&File"),
        {NewBench, OpenBench, SaveBench, SaveBenchAs, line, OpenRecording, SaveRecordingAs, Export, line,
            Preferences, line, Quit});
    m_edit = add(bar, "editMenu", QT_TR_NOOP("&Edit"),
        {Find, FindNext, FindPrevious, line, ToggleFilter, line, MarkRow, AnnotateRow, NextMark,
            PreviousMark});
    QMenu *bench = add(bar, "benchMenu", QT_TR_NOOP("&Bench"),
        {NewServer, NewClient, ConnectClient, line, Start, StartAll, PauseAccepting, AcceptOne, StopListening,
            line, RemoveEnded, Remove, line, ShowAsPython, line});
    m_examples = add(bench, "examplesMenu", QT_TR_NOOP("E&xamples"), {});
    add(bar, "connectionMenu", QT_TR_NOOP("&Connection"), {FinishSending, Close, Reset, line, StopReading});
    QMenu *view =
        add(bar, "viewMenu", QT_TR_NOOP("&View"), {ShowLog, ShowStream, CompareConnections, ShowTcp, line, ShowFacts, line});
    add(view, "timesMenu", QT_TR_NOOP("T&imes"), {TimeOfDay, TimeSinceStart, TimeSinceBefore});
    add(view, "goMenu", QT_TR_NOOP("G&o to"),
        {FocusBench, FocusForm, FocusLog, FocusBytes, FocusComposer, FocusEncoding, line, NextPlace,
            PreviousPlace});
    view->addSeparator();
    view->addAction((*actions)[FullScreen]);
    view->addAction((*actions)[Project]);
    view->addSeparator();
    m_appearanceMenus = new AppearanceMenus(view, appearance, this);
    add(bar, "exploreMenu", QT_TR_NOOP("E&xplore"), {StepByStep, MyMachine});
    add(bar, "helpMenu", QT_TR_NOOP("&Help"), {CommandPalette, Shortcuts, About});
    retranslate();
}

template <class Above>
QMenu *MainMenus::add(Above *above, const char *objectName, const char *title, Entries entries)
{
    QMenu *menu = above->addMenu(QString());
    menu->setObjectName(QLatin1StringView(objectName));
    for (const auto &entry : entries) {
        if (entry)
            menu->addAction((*m_actions)[*entry]);
        else
            menu->addSeparator();
    }
    m_menus.append({menu, title});
    return menu;
}

void MainMenus::retranslate()
{
    for (const auto &[menu, title] : m_menus)
        menu->setTitle(tr(title));
    m_appearanceMenus->retranslate();
}

} // namespace swb::ui
