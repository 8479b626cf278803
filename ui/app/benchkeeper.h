#pragma once

#include "app/sessionmarker.h"
#include "app/workspacefiles.h"
#include "bench/workspace.h"

#include <QObject>
#include <QTimer>

class QMainWindow;
class QSettings;

namespace swb::ui {

class BenchSession;
class RecordingDesk;
class WorkspaceDesk;

/// Keeps the bench over a restart, and over a crash: writes down what is on it as it changes, brings it back,
/// and offers the recording of a program that did not end properly.
class BenchKeeper : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the keeper.
    struct Parts
    {
        QMainWindow *window; ///< over which it asks
        BenchSession *session;
        WorkspaceDesk *bench;
        RecordingDesk *recordings;
        QSettings *settings;
    };
    BenchKeeper(const QString &stateFolder, const Parts &parts);
    ~BenchKeeper() override;

    /// The last bench, not started; unless another window has it, or bringing it back has just ended in a
    /// crash.
    void bringBack();
    void offerWhatCrashed(); ///< asks, if there is something
    bool isRestoring() const { return m_restoring; } ///< the last bench is being read

private:
    void noteRecording();
    void keep();
    bool isKept() const;
    bool hasCrashedRestoring() const;
    void restore();
    void put(const bench::Workspace &last);

    Parts m_parts;
    SessionMarker m_marker;
    QString m_file;
    QByteArray m_kept; ///< what is in the file
    QString m_keptPath;
    QTimer m_soon;
    QTimer m_stable;
    bool m_restoring = false; ///< what is in the file is not known yet
    WorkspaceFiles m_files; ///< last: it sees through what was begun
};

} // namespace swb::ui
