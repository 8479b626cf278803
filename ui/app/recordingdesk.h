#pragma once

#include "base/result.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

class QMainWindow;

namespace swb::journal {
class Recording;
struct OpenProgress;
} // namespace swb::journal

namespace swb::ui {

class Actions;
class Banner;
class BenchSession;
class BenchTree;
class OpeningBar;
class QuitGuard;
class WorkPresenter;

/// Opens recordings beside the bench, several at a time if need be, and saves the one that is shown under
/// another name.
class RecordingDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QMainWindow *window; ///< its status bar says how it stands
        Actions *actions;
        BenchSession *session;
        WorkPresenter *presenter;
        BenchTree *tree;
        Banner *banner;
        QuitGuard *quit; ///< waits for what is being saved
    };
    explicit RecordingDesk(const Parts &parts);
    ~RecordingDesk()
        override; ///< what is still being read or saved is given up; the latter it waits for, a while

public Q_SLOTS:
    void chooseWhatToOpen();
    void open(const QString &path);
    void chooseWhereToSave();
    void saveAs(const QString &path);

Q_SIGNALS:
    void opened(const QString &path);

private:
    struct Opening
    {
        QString path;
        std::shared_ptr<journal::OpenProgress> progress;
        OpeningBar *bar; ///< the status bar's; shown when it takes long
        bool isLong = false;
    };
    OpeningBar *makeBar(const QString &path, const std::shared_ptr<journal::OpenProgress> &progress);
    void showProgress();
    void finish(const std::shared_ptr<journal::OpenProgress> &progress);
    void show(const std::shared_ptr<const journal::Recording> &recording);
    void explain(const QString &path, const Failure &failure);

    Parts m_parts;
    QList<Opening> m_openings;
    QList<QFuture<Outcome>> m_savings;
    std::shared_ptr<journal::OpenProgress> m_saving; ///< stops them all
    QTimer m_tick;
};

} // namespace swb::ui
