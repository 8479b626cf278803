#include "base/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb {

namespace {

/// Leaves room for the suffix within the 255 bytes of a file name, also where a character has four.
constexpr qsizetype MostNameUnits = 60;
constexpr int MostLinks = 40; // as many as the kernel follows

QByteArray partTemplate(const QFileInfo &target)
{
    const QString name = target.fileName().left(MostNameUnits);
    return QFile::encodeName(target.dir().filePath(name + u".part-XXXXXX"_s));
}

/// Not every file system can sync a folder; the file itself is safe by then.
void syncFolder(const QString &folder)
{
    const UniqueDescriptor descriptor(
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor)
        ::fsync(descriptor.get());
}

/// The file that a symbolic link names, which need not be there yet. Not by QFileInfo: it cuts "folder/.."
/// out of a target, also where the folder is a link.
QString endOfLinks(const QString &path)
{
    std::filesystem::path end = QFile::encodeName(path).toStdString();
    std::error_code error;
    for (int links = 0; links < MostLinks && std::filesystem::is_symlink(end, error); ++links)
        end = end.parent_path() / std::filesystem::read_symlink(end, error);
    return QFile::decodeName(end.c_str());
}

/// A file that is there keeps its permissions; but what its group may do, no other group may.
void keepMode(const QFileInfo &old, int file)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(old.filePath()).constData(), &facts) != 0)
        return;
    const bool sameGroup = ::fchown(file, uid_t(-1), facts.st_gid) == 0;
    // A file system without permissions refuses; then there are none to keep.
    [[maybe_unused]] const int done = ::fchmod(file, facts.st_mode & (sameGroup ? 0777 : 0707));
}

} // namespace

Result<SafeFile> SafeFile::create(const QString &path)
{
    const QFileInfo target(endOfLinks(path));
    if (target.isSymLink())
        return fileFailure(ELOOP, path);
    if (target.isDir())
        return fileFailure(EISDIR, path);
    if (target.exists() && !target.isFile())
        return fileFailure(EEXIST, path);
    QByteArray part = partTemplate(target);
    UniqueDescriptor file(::mkostemp(part.data(), O_CLOEXEC));
    if (!file)
        return fileFailure(errno, errno == ENOENT ? target.path() : path);
    keepMode(target, file.get());
    return SafeFile(target.filePath(), QFile::decodeName(part), std::move(file));
}

SafeFile::SafeFile(QString path, QString part, UniqueDescriptor file)
    : m_path(std::move(path))
    , m_part(std::move(part))
    , m_file(std::move(file))
{
}

SafeFile::~SafeFile()
{
    if (m_file)
        ::unlink(QFile::encodeName(m_part).constData());
}

Outcome SafeFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_file.get(), bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fileFailure(errno, m_path);
        bytes = bytes.sliced(written);
    }
    return Done{};
}

Outcome SafeFile::finish()
{
    if (::fsync(m_file.get()) != 0)
        return fileFailure(errno, m_path);
    if (std::rename(QFile::encodeName(m_part).constData(), QFile::encodeName(m_path).constData()) != 0)
        return fileFailure(errno, m_path);
    m_file.reset();
    syncFolder(QFileInfo(m_path).path());
    return Done{};
}

} // namespace swb
