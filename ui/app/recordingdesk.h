#pragma once

#include <QObject>

class QMainWindow;

namespace swb::ui {

class Actions;
class Banner;
class BenchSession;
class BenchTree;
class WorkPresenter;

/// Opens recordings beside the bench, and saves the one that is shown under another name.
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
    };
    explicit RecordingDesk(const Parts &parts);

public Q_SLOTS:
    void chooseWhatToOpen();
    void open(const QString &path);
    void chooseWhereToSave();
    void saveAs(const QString &path);

private:
    Parts m_parts;
};

} // namespace swb::ui
