#include "models/folderprobe.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <unistd.h>

namespace swb::ui {

Outcome probeFolder(const QString &folder)
{
    if (!QDir::isAbsolutePath(folder))
        return Failure{FailureKind::NotFound, ENOENT, folder};
    QFileInfo nearest(QDir::cleanPath(folder));
    while (!nearest.exists() && !nearest.isRoot())
        nearest = QFileInfo(nearest.path());
    if (!nearest.isDir())
        return fileFailure(ENOTDIR, nearest.filePath());
    // Not the permission bits: a file system may be read-only as a whole.
    if (::access(QFile::encodeName(nearest.filePath()).constData(), W_OK | X_OK) != 0)
        return fileFailure(errno, nearest.filePath());
    return Done{};
}

} // namespace swb::ui
