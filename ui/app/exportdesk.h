#pragma once

#include "lens/exporter.h"
#include "pages/exportdialog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QMainWindow;
class QMenu;
class QSettings;

namespace swb::ui {

class Actions;
class Banner;
class LogView;

/// Writes what the log shows into a file, or copies it, in every format there is.
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
    };
    explicit ExportDesk(const Parts &parts);
    ~ExportDesk() override; ///< what is still being written is given up

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void open();
    void copyAs(lens::ExportFormat format, lens::ExportSide side);
    lens::ExportJob jobFor(const ExportDialog::Choice &choice) const;
    void suggestPath();
    void browse();
    void preview();
    void start();
    void write(const QString &path);
    void finish(const Result<lens::ExportReport> &report, const QStringList &paths);
    void stopPreview();

    Parts m_parts;
    QMenu *m_copyMenu;
    QPointer<ExportDialog> m_dialog;
    lens::ExportJob m_job; ///< what the dialog says
    QString m_suggested; ///< the path that was suggested last; another one is the user's
    QString m_saved;
    QTimer m_tick;
    std::shared_ptr<lens::ExportProgress> m_running; ///< null: nothing is being written
    std::shared_ptr<lens::ExportProgress> m_previewing;
};

} // namespace swb::ui
