#pragma once

#include "app/exportsource.h"
#include "lens/exporter.h"
#include "pages/exportdialog.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QMainWindow;
class QSettings;

namespace swb::ui {

class Actions;
class Banner;
class LogView;
class QuitGuard;

/// Writes what the log shows into a file, in every format there is.
class ExportDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QMainWindow *window;
        Actions *actions;
        LogView *log;
        Banner *banner;
        QSettings *settings; ///< remember the last choice
        QuitGuard *quit; ///< waits for what is being written
    };
    explicit ExportDesk(const Parts &parts);
    ~ExportDesk() override; ///< what is still being written is given up, and waited for, a while

private:
    void open();
    void suggestPath();
    void browse();
    void preview();
    void start();
    void write(const QString &path);
    void finish(const Result<lens::ExportReport> &report, const QStringList &paths);
    void stopPreview();

    Parts m_parts;
    QPointer<ExportDialog> m_dialog;
    ExportSource m_source; ///< when the dialog was opened
    lens::ExportJob m_job; ///< what the dialog says
    QString m_suggested; ///< the path that was suggested last; another one is the user's
    QString m_saved;
    QTimer m_tick;
    QFuture<Result<lens::ExportReport>> m_writing;
    std::shared_ptr<lens::ExportProgress> m_running; ///< null: nothing is being written
    std::shared_ptr<lens::ExportProgress> m_previewing;
};

} // namespace swb::ui
