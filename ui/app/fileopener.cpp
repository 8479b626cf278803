#include "app/fileopener.h"

using namespace Qt::StringLiterals;

namespace swb::ui {

FileOpener::FileOpener(Open recording, Open workspace, QObject *parent)
    : QObject(parent)
    , m_recording(std::move(recording))
    , m_workspace(std::move(workspace))
{
}

void FileOpener::open(const QString &path)
{
    const bool isWorkspace = path.endsWith(".swbench"_L1, Qt::CaseInsensitive);
    isWorkspace &&m_workspace ? m_workspace(path) : m_recording(path);
}

} // namespace swb::ui
