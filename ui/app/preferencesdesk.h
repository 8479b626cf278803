#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QAction;
class QWidget;

namespace swb::ui {

class Appearance;
class AppearancePane;
class BenchSession;
class ConnectionsPane;
class KeyMap;
class PreferencesDialog;
class PreferenceStore;
class RecordingPane;
class ShortcutsPane;

/// The preferences: shows them, and sees to it that what is changed holds at once.
class PreferencesDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QWidget *window;
        QAction *open;
        Appearance *appearance;
        PreferenceStore *store;
        KeyMap *keys;
        BenchSession *session;
        QString usualRecordingsFolder;
    };
    explicit PreferencesDesk(const Parts &parts);

    void open();

private:
    PreferencesDialog *makeDialog();
    void wireAppearance(AppearancePane *pane);
    void wireRecording(RecordingPane *pane);
    void wireConnections(ConnectionsPane *pane);
    void wireShortcuts(ShortcutsPane *pane);
    void checkFolder(RecordingPane *pane, const QString &folder);
    void applyToEngine();

    Parts m_parts;
    QPointer<PreferencesDialog> m_dialog;
    quint64 m_lastCheck = 0; ///< an answer about a folder that was asked for before is no news
};

} // namespace swb::ui
