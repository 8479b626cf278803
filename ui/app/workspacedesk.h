#pragma once

#include "app/workspacefiles.h"
#include "base/ids.h"
#include "bench/workspace.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>

class QMainWindow;

namespace swb::ui {

class Actions;
class Banner;
class BenchSession;
class BenchTree;
class OpeningBar;
class QuitGuard;

/// Opens and saves benches, and says in the window's title which one this is. Opening one starts nothing.
class WorkspaceDesk : public QObject
{
    Q_OBJECT

public:
    /// What it works with. None is owned; all must outlive the desk.
    struct Parts
    {
        QMainWindow *window; ///< its title, and its status bar
        Actions *actions;
        BenchSession *session;
        BenchTree *tree;
        Banner *banner;
        QuitGuard *quit; ///< waits for what is being saved
        WorkspaceFiles::Access files = {};
    };
    explicit WorkspaceDesk(const Parts &parts);

    bench::Workspace current() const; ///< what is on the bench, or on its way there
    const QString &path() const { return m_path; } ///< empty: it has never been saved
    /// Beside what is on the bench, unless that has a file by now; `path` is where it was saved to last.
    /// Whether it has changed since is looked up there.
    void bringBack(const bench::Workspace &workspace, const QString &path);
    void retranslate();

public Q_SLOTS:
    void clear(); ///< a new, empty bench
    void chooseWhatToOpen();
    void open(const QString &path); ///< asks first where something would be lost; the latest one counts
    void save();
    void chooseWhereToSave();
    void saveAs(const QString &path);
    void startAll();

Q_SIGNALS:
    void changed(); ///< another bench, or this one has changed

private:
    using Next = std::function<void()>; ///< once it is saved; never, if it is not

    void ask(const Next &goOn);
    void saveAndThen(const Next &then);
    void chooseWhereToSaveAndThen(const Next &then);
    void write(const QString &path, const Next &then);
    void finishWriting(const QString &path, const bench::Workspace &workspace);
    void showOpening();
    void giveUpOpening();
    void add(const bench::Workspace &workspace);
    void put(const bench::Workspace &workspace);
    void take(const QString &path, const bench::WorkspaceReading &reading);
    void refresh();
    void showTitle();
    bool isModified() const;
    bool hasArrived();

    Parts m_parts;
    WorkspaceFiles m_files;
    QTimer m_unnoticed; ///< running: a file is being read, and may be read before anybody notices
    QPointer<OpeningBar> m_bar; ///< the status bar's, while reading takes long
    QString m_wanted; ///< is being read
    int m_opening = 0; ///< counts them: only the latest one counts
    int m_number = 0; ///< counts what was put up: an answer from the disk is about one of it
    QString m_path;
    QByteArray m_saved; ///< what is in the file, in this version's form
    QByteArray m_present; ///< what is on the bench
    bool m_isWhole = true; ///< the file holds nothing that would be lost
    bench::Workspace m_coming; ///< while it is on its way
    EndpointId m_first; ///< of a bench just put up: selected when it is there
    EndpointId m_last;
};

} // namespace swb::ui
