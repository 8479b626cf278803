#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include <array>

namespace swb::ui {

/// Everything the window can be told to do. The order is the order of the list of shortcuts.
enum class Command
{
    NewBench,
    OpenBench,
    SaveBench,
    SaveBenchAs,
    OpenRecording,
    SaveRecordingAs,
    Export,
    Preferences,
    Quit,
    NewServer,
    NewClient,
    ConnectClient,
    Start,
    StartAll,
    StopListening,
    PauseAccepting,
    AcceptOne,
    RemoveEnded,
    Remove,
    FinishSending,
    Close,
    Reset,
    StopReading,
    ShowAsPython,
    StepByStep,
    MyMachine,
    FocusBench,
    FocusForm,
    FocusLog,
    FocusBytes,
    FocusComposer,
    FocusEncoding,
    NextPlace,
    PreviousPlace,
    Find,
    FindNext,
    FindPrevious,
    ToggleFilter,
    MarkRow,
    AnnotateRow,
    NextMark,
    PreviousMark,
    TimeOfDay,
    TimeSinceStart,
    TimeSinceBefore,
    ShowLog,
    ShowStream,
    CompareConnections,
    ShowTcp,
    ShowFacts,
    FullScreen,
    Project,
    CommandPalette,
    Shortcuts,
    About,
};
constexpr int commandTotal = int(Command::About) + 1;

/// The actions behind menus, toolbar and keys: each with an icon, one shortcut of its own, and a tooltip that
/// says what goes over the wire.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    QAction *operator[](Command command) const { return m_actions[size_t(command)]; }
    QList<QAction *> all() const { return {m_actions.begin(), m_actions.end()}; }
    void retranslate();

private:
    struct Words
    {
        QString text;
        QString toolTip; ///< empty: the text says it
    };
    static Words wordsOf(Command command);

    std::array<QAction *, commandTotal> m_actions{};
};

} // namespace swb::ui
