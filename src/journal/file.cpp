#include "journal/file.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace swb::journal {

namespace {

/// One pwritev(2) of at most as many pieces as fit, leaving out the first `skip` bytes. Returns what was
/// written.
ssize_t writeSome(int fd, quint64 offset, std::span<const QByteArrayView> pieces, qsizetype skip)
{
    constexpr size_t most = 256; // IOV_MAX is 1024; this many pieces are 8 MiB
    std::array<iovec, most> vectors;
    const size_t count = std::min(pieces.size(), most);
    for (size_t i = 0; i < count; ++i) {
        const QByteArrayView piece = pieces[i].sliced(i == 0 ? skip : 0);
        vectors[i] = {const_cast<char *>(piece.data()), size_t(piece.size())};
    }
    ssize_t written = -1;
    do {
        written = ::pwritev(fd, vectors.data(), int(count), off_t(offset));
    } while (written < 0 && errno == EINTR);
    return written;
}

} // namespace

UniqueDescriptor openFile(const QString &path, int flags, unsigned mode)
{
    int fd = -1;
    do {
        fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    return UniqueDescriptor(fd);
}

qsizetype readAt(int fd, quint64 offset, char *target, qsizetype size)
{
    qsizetype done = 0;
    while (done < size) {
        const ssize_t got = ::pread(fd, target + done, size_t(size - done), off_t(offset) + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        done += got;
    }
    return done;
}

QByteArray readAt(int fd, quint64 offset, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    bytes.resize(readAt(fd, offset, bytes.data(), size));
    return bytes;
}

int writeAt(int fd, quint64 offset, std::span<const QByteArrayView> pieces)
{
    qsizetype skip = 0; // bytes of the first piece that are written already
    while (!pieces.empty()) {
        if (skip == pieces.front().size()) {
            pieces = pieces.subspan(1);
            skip = 0;
            continue;
        }
        ssize_t written = writeSome(fd, offset, pieces, skip);
        if (written < 0)
            return errno;
        if (written == 0)
            return EIO;
        offset += quint64(written);
        written += skip;
        while (!pieces.empty() && written >= pieces.front().size()) {
            written -= pieces.front().size();
            pieces = pieces.subspan(1);
        }
        skip = written;
    }
    return 0;
}

int makePath(const QString &folder)
{
    if (folder.isEmpty() || QFile::exists(folder))
        return 0;
    if (const int error = makePath(QFileInfo(folder).path()))
        return error;
    const bool made = ::mkdir(QFile::encodeName(folder).constData(), 0700) == 0;
    return made || errno == EEXIST ? 0 : errno;
}

} // namespace swb::journal
