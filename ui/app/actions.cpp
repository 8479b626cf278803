#include "app/actions.h"

#include "pages/labeltext.h"
#include "widgets/icons.h"

#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

struct Look
{
    Command command;
    QLatin1StringView name;
    QLatin1StringView icon; ///< empty: none
    QLatin1StringView keys;
    bool checkable = false;
};

constexpr std::array<Look, commandTotal> looks{{
    {Command::NewBench, "newBenchAction"_L1, {}, "Ctrl+Alt+N"_L1},
    {Command::OpenBench, "openBenchAction"_L1, {}, "Ctrl+Shift+O"_L1},
    {Command::SaveBench, "saveBenchAction"_L1, {}, "Ctrl+S"_L1},
    {Command::SaveBenchAs, "saveBenchAsAction"_L1, {}, "Ctrl+Alt+S"_L1},
    {Command::OpenRecording, "openRecordingAction"_L1, "open"_L1, "Ctrl+O"_L1},
    {Command::SaveRecordingAs, "saveRecordingAsAction"_L1, "save"_L1, "Ctrl+Shift+S"_L1},
    {Command::Export, "exportAction"_L1, {}, "Ctrl+Shift+X"_L1},
    {Command::Preferences, "preferencesAction"_L1, {}, "Ctrl+,"_L1},
    {Command::Quit, "quitAction"_L1, {}, "Ctrl+Q"_L1},
    {Command::NewServer, "newServerAction"_L1, "server"_L1, "Ctrl+N"_L1},
    {Command::NewClient, "newClientAction"_L1, "client"_L1, "Ctrl+Shift+N"_L1},
    {Command::ConnectClient, "connectClientAction"_L1, "connect"_L1, "Ctrl+Shift+K"_L1},
    {Command::Start, "startAction"_L1, "start"_L1, "F5"_L1},
    {Command::StartAll, "startAllAction"_L1, {}, "Ctrl+F5"_L1},
    {Command::StopListening, "stopListeningAction"_L1, "stop-listening"_L1, "Shift+F5"_L1},
    {Command::PauseAccepting, "pauseAcceptingAction"_L1, "pause-accepting"_L1, "F6"_L1, true},
    {Command::AcceptOne, "acceptOneAction"_L1, "accept-one"_L1, "Shift+F6"_L1},
    {Command::RemoveEnded, "removeEndedAction"_L1, "clear"_L1, "Ctrl+D"_L1},
    {Command::Remove, "removeAction"_L1, "remove"_L1, "Ctrl+Shift+D"_L1},
    {Command::FinishSending, "finishSendingAction"_L1, "finish-sending"_L1, "F8"_L1},
    {Command::Close, "closeConnectionAction"_L1, "close"_L1, "F9"_L1},
    {Command::Reset, "resetAction"_L1, "reset"_L1, "Shift+F9"_L1},
    {Command::StopReading, "stopReadingAction"_L1, "stop-reading"_L1, "F7"_L1, true},
    {Command::ShowAsPython, "showAsPythonAction"_L1, {}, "Ctrl+Shift+Y"_L1},
    {Command::StepByStep, "stepByStepAction"_L1, "steps"_L1, "Ctrl+Shift+B"_L1},
    {Command::MyMachine, "myMachineAction"_L1, {}, "Ctrl+Shift+I"_L1},
    {Command::FocusBench, "focusBenchAction"_L1, {}, "Ctrl+B"_L1},
    {Command::FocusForm, "focusFormAction"_L1, {}, "Ctrl+T"_L1},
    {Command::FocusLog, "focusLogAction"_L1, {}, "Ctrl+L"_L1},
    {Command::FocusBytes, "focusBytesAction"_L1, {}, "Ctrl+J"_L1},
    {Command::FocusComposer, "focusComposerAction"_L1, {}, "Ctrl+E"_L1},
    {Command::FocusEncoding, "focusEncodingAction"_L1, {}, "Ctrl+Shift+E"_L1},
    {Command::NextPlace, "nextPlaceAction"_L1, {}, "Ctrl+F6"_L1},
    {Command::PreviousPlace, "previousPlaceAction"_L1, {}, "Ctrl+Shift+F6"_L1},
    {Command::Find, "findAction"_L1, {}, "Ctrl+F"_L1},
    {Command::FindNext, "findNextAction"_L1, {}, "F3"_L1},
    {Command::FindPrevious, "findPreviousAction"_L1, {}, "Shift+F3"_L1},
    {Command::ToggleFilter, "toggleFilterAction"_L1, "filter"_L1, "Ctrl+Shift+F"_L1, true},
    {Command::MarkRow, "markRowAction"_L1, {}, "Ctrl+M"_L1},
    {Command::AnnotateRow, "annotateRowAction"_L1, {}, "Ctrl+Shift+M"_L1},
    {Command::NextMark, "nextMarkAction"_L1, {}, "F2"_L1},
    {Command::PreviousMark, "previousMarkAction"_L1, {}, "Shift+F2"_L1},
    {Command::TimeOfDay, "timeOfDayAction"_L1, {}, {}, true},
    {Command::TimeSinceStart, "timeSinceStartAction"_L1, {}, {}, true},
    {Command::TimeSinceBefore, "timeSinceBeforeAction"_L1, {}, {}, true},
    {Command::ShowLog, "showLogAction"_L1, {}, "Ctrl+1"_L1},
    {Command::ShowStream, "showStreamAction"_L1, {}, "Ctrl+2"_L1},
    {Command::CompareConnections, "compareConnectionsAction"_L1, {}, "Ctrl+3"_L1},
    {Command::ShowTcp, "showTcpAction"_L1, {}, "Ctrl+4"_L1},
    {Command::ShowFacts, "showFactsAction"_L1, "facts"_L1, "Ctrl+I"_L1, true},
    {Command::FullScreen, "fullScreenAction"_L1, {}, "F11"_L1, true},
    {Command::Project, "projectAction"_L1, {}, "Shift+F11"_L1, true},
    {Command::CommandPalette, "commandPaletteAction"_L1, {}, "Ctrl+K"_L1},
    {Command::Shortcuts, "shortcutsAction"_L1, {}, "F1"_L1},
    {Command::About, "aboutAction"_L1, "info"_L1, {}},
}};

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const Look &look : looks) {
        auto *action = new QAction(this);
        action->setObjectName(look.name);
        if (!look.icon.isEmpty())
            action->setIcon(Icons::named(look.icon));
        action->setShortcut(QKeySequence(look.keys));
        action->setCheckable(look.checkable);
        m_actions[size_t(look.command)] = action;
    }
    (*this)[Command::Quit]->setMenuRole(QAction::QuitRole);
    (*this)[Command::About]->setMenuRole(QAction::AboutRole);
    (*this)[Command::Preferences]->setMenuRole(QAction::PreferencesRole);
    retranslate();
}

void Actions::retranslate()
{
    for (int i = 0; i < commandTotal; ++i) {
        QAction *action = m_actions[size_t(i)];
        const Words words = wordsOf(Command(i));
        const QString plain = labelText(words.text);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString said = words.toolTip.isEmpty()
            ? plain
            : tr("%1: %2", "a command and what it does").arg(plain, words.toolTip);
        action->setText(words.text);
        action->setIconText(plain);
        action->setToolTip(keys.isEmpty() ? said : tr("%1 (%2)", "a command and its keys").arg(said, keys));
        action->setStatusTip(words.toolTip.left(1).toUpper() + words.toolTip.mid(1));
    }
}

Actions::Words Actions::wordsOf(Command command)
{
    switch (command) {
    case Command::NewBench:
        return {tr("New &bench"), tr("takes everything off this one")};
    case Command::OpenBench:
        return {tr("Open benc&h…"), tr("puts a saved bench in the place of this one and starts nothing")};
    case Command::SaveBench:
        return {tr("Save b&ench"), tr("keeps what is on the bench, as a file that reads well in a diff")};
    case Command::SaveBenchAs:
        return {tr("Save bench &under another name…"), {}};
    case Command::OpenRecording:
        return {tr("&Open recording…"), tr("reads a recorded pcapng file beside the running bench")};
    case Command::SaveRecordingAs:
        return {
            tr("&Save recording as…"), tr("copies what is recorded so far to a file that Wireshark opens")};
    case Command::Export:
        return {tr("E&xport rows…"), tr("as text, CSV, JSON, hex, bytes, C arrays or a recording")};
    case Command::Preferences:
        return {tr("&Preferences…"), {}};
    case Command::Quit:
        return {tr("&Quit"), {}};
    case Command::NewServer:
        return {tr("&New server"), tr("a form for a TCP server")};
    case Command::NewClient:
        return {tr("New &client"), tr("a form for a TCP client")};
    case Command::ConnectClient:
        return {tr("Connect a client to this &server"), tr("dials it from this computer (SYN)")};
    case Command::Start:
        return {tr("S&tart"), tr("starts what the form describes")};
    case Command::StartAll:
        return {tr("Start &all"), tr("starts what is not running: the servers first, then the clients")};
    case Command::StopListening:
        return {tr("Stop &listening"), tr("new clients are refused (RST); open connections live on")};
    case Command::PauseAccepting:
        return {
            tr("&Pause accepting"), tr("the kernel goes on completing handshakes until the backlog is full")};
    case Command::AcceptOne:
        return {tr("Accept &one client"), tr("of those who wait while accepting is paused")};
    case Command::RemoveEnded:
        return {tr("Clear &ended connections"), tr("takes them off the bench; the recording keeps them")};
    case Command::Remove:
        return {tr("Re&move from the bench"), tr("resets what is open (RST); the recording keeps all")};
    case Command::FinishSending:
        return {tr("&Finish sending"), tr("FIN behind the last queued byte; the peer may go on sending")};
    case Command::Close:
        return {
            tr("&Close"), tr("queued bytes, then FIN; what the peer sends afterwards is answered with RST")};
    case Command::Reset:
        return {tr("&Reset"), tr("RST at once; queued bytes are never sent")};
    case Command::StopReading:
        return {tr("Stop rea&ding"), tr("the receive window shrinks to zero and the peer has to wait")};
    case Command::ShowAsPython:
        return {tr("Sho&w as Python…"), tr("the server or client as a program that does the same")};
    case Command::StepByStep:
        return {tr("Step &by step"), tr("a server and a client, one system call at a time")};
    case Command::MyMachine:
        return {tr("&My machine"), tr("its addresses, who listens on it, and what it allows")};
    case Command::FocusBench:
        return {tr("Go to the &bench"), {}};
    case Command::FocusForm:
        return {tr("Go to the &form"), {}};
    case Command::FocusLog:
        return {tr("Go to the l&og"), {}};
    case Command::FocusBytes:
        return {tr("Go to the b&ytes"), {}};
    case Command::FocusComposer:
        return {tr("Go to the co&mposer"), {}};
    case Command::FocusEncoding:
        return {tr("Go to the &encoding"), {}};
    case Command::NextPlace:
        return {tr("Go to the ne&xt place"), {}};
    case Command::PreviousPlace:
        return {tr("Go to the p&revious place"), {}};
    case Command::Find:
        return {tr("Fi&nd…"), tr("text, bytes or an expression in the bytes of the log")};
    case Command::FindNext:
        return {tr("Find the next mat&ch"), {}};
    case Command::FindPrevious:
        return {tr("Find the &previous match"), {}};
    case Command::ToggleFilter:
        return {tr("F&ilter the log"), tr("shows only the rows of a direction, kind, time or pattern")};
    case Command::MarkRow:
        return {tr("Mar&k the row"), tr("a flag beside it, kept in the recording")};
    case Command::AnnotateRow:
        return {tr("&Write a note about the row…"), tr("kept in the recording")};
    case Command::NextMark:
        return {tr("Ne&xt marked row"), {}};
    case Command::PreviousMark:
        return {tr("Previo&us marked row"), {}};
    case Command::TimeOfDay:
        return {tr("Times of d&ay"), {}};
    case Command::TimeSinceStart:
        return {tr("Times since the s&tart"), {}};
    case Command::TimeSinceBefore:
        return {tr("Times since the row bef&ore"), {}};
    case Command::ShowLog:
        return {tr("Show t&he log"), tr("each event a row")};
    case Command::ShowStream:
        return {tr("Show the st&ream"), tr("the connection as one continuous conversation")};
    case Command::CompareConnections:
        return {tr("Show two connections side by si&de"), tr("scrolled together by time")};
    case Command::ShowTcp:
        return {tr("Show T&CP itself"), tr("what it does for the connection, as the kernel tells it")};
    case Command::ShowFacts:
        return {tr("&Facts"), tr("what the kernel says of the connection or server, beside it")};
    case Command::FullScreen:
        return {tr("F&ull screen"), {}};
    case Command::Project:
        return {tr("Pro&ject TCP"), tr("the lens on TCP alone, on the whole screen and in large type, until Esc")};
    case Command::CommandPalette:
        return {tr("&Find a command…"), tr("every command, connection and recent file by a few letters")};
    case Command::Shortcuts:
        return {tr("&Keyboard shortcuts"), {}};
    case Command::About:
        return {tr("&About Socket Workbench"), {}};
    }
    return {};
}

} // namespace swb::ui
