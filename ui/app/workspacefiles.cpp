#include "app/workspacefiles.h"

#include "app/onthread.h"

namespace swb::ui {

WorkspaceFiles::WorkspaceFiles(QObject *parent)
    : WorkspaceFiles(Access(), parent)
{
}

WorkspaceFiles::WorkspaceFiles(const Access &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
}

WorkspaceFiles::~WorkspaceFiles()
{
    drain();
}

void WorkspaceFiles::load(
    const QString &path, const std::function<void(const bench::WorkspaceResult &)> &take)
{
    whenDone(
        onThread<bench::WorkspaceResult>([load = m_access.load, path] { return load(path); }), this, take);
}

void WorkspaceFiles::save(
    const bench::Workspace &workspace, const QString &path, const std::function<void(const Saved &)> &take)
{
    m_saves.append({workspace, path, take});
    if (m_saves.size() == 1)
        begin();
}

void WorkspaceFiles::begin()
{
    const Save &next = m_saves.constFirst();
    m_writing = onThread<Saved>([save = m_access.save, workspace = next.workspace, path = next.path] {
        return save(workspace, path);
    });
    whenDone(m_writing, this, [this](const Saved &saved) { finish(saved); });
}

void WorkspaceFiles::finish(const Saved &saved)
{
    if (!m_end.isForever())
        return;
    const Save done = m_saves.takeFirst();
    if (!m_saves.isEmpty())
        begin();
    done.take(saved);
}

bool WorkspaceFiles::drain()
{
    if (m_end.isForever())
        m_end.setRemainingTime(m_access.patience);
    bool all = true;
    while (!m_saves.isEmpty()) {
        if (!isDoneBy(m_writing, m_end))
            return false;
        all = bool(m_writing.result()) && all;
        m_saves.removeFirst();
        if (!m_saves.isEmpty())
            begin();
    }
    return all;
}

} // namespace swb::ui
