#pragma once

#include "bench/workspace.h"

#include <QDeadlineTimer>
#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>

namespace swb::ui {

/// Reads and writes bench files without making the window wait: the disk may be at the far end of a network.
/// Saves run one after the other, in the order in which they were asked for.
class WorkspaceFiles : public QObject
{
    Q_OBJECT

public:
    using Saved = Result<Done, bench::WorkspaceFault>;
    using Loader = std::function<bench::WorkspaceResult(const QString &path)>;
    using Saver = std::function<Saved(const bench::Workspace &workspace, const QString &path)>;
    /// How a file is read and written. Called on threads of their own, also when nobody waits any more.
    struct Access
    {
        Loader load = &bench::loadWorkspace;
        Saver save = &bench::Workspace::save;
        std::chrono::milliseconds patience{5000}; ///< of drain(): a disk may never answer
    };
    explicit WorkspaceFiles(QObject *parent = nullptr);
    WorkspaceFiles(const Access &access, QObject *parent = nullptr);
    ~WorkspaceFiles() override; ///< drains

    /// `take` is called on this thread, unless this is gone by then.
    void load(const QString &path, const std::function<void(const bench::WorkspaceResult &)> &take);
    void save(const bench::Workspace &workspace, const QString &path,
        const std::function<void(const Saved &)> &take);
    bool isSaving() const { return !m_saves.isEmpty(); }
    /// At the end of the program: waits until everything is saved, but not for ever. Nobody is called back
    /// any more. Whether all of it is on disk.
    bool drain();

private:
    struct Save
    {
        bench::Workspace workspace;
        QString path;
        std::function<void(const Saved &)> take;
    };
    void begin();
    void finish(const Saved &saved);

    Access m_access;
    QList<Save> m_saves; ///< the first is being written
    QFuture<Saved> m_writing;
    QDeadlineTimer m_end{QDeadlineTimer::Forever}; ///< set by drain()
};

} // namespace swb::ui
