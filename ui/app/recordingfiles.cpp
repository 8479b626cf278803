#include "app/recordingfiles.h"

#include "journal/recording.h"

#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QThread>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

/// A descriptor that closes itself. QFile would hide short writes (measured on Qt 6.4).
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    int fd() const { return m_fd; }

private:
    int m_fd;
};

Failure failureOf(int error, const QString &path)
{
    switch (error) {
    case ENOENT:
        return {FailureKind::NotFound, error, path};
    case EACCES:
    case EPERM:
        return {FailureKind::NoPermission, error, path};
    case EROFS:
        return {FailureKind::ReadOnlyPlace, error, path};
    case ENOSPC:
    case EDQUOT:
        return {FailureKind::DiskFull, error, path};
    default:
        return {FailureKind::System, error, path};
    }
}

/// 0 or the errno of the write that failed.
int writeAll(int fd, const char *data, size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(fd, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        data += written;
        size -= size_t(written);
    }
    return 0;
}

int copyBytes(int from, int to)
{
    std::array<char, 256 * 1024> buffer;
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            return 0;
        if (const int error = writeAll(to, buffer.data(), size_t(got)))
            return error;
    }
}

/// A copy of a growing file may end amid the record that was just being written.
Outcome cutToWholeRecords(const QString &path, int fd)
{
    const auto copy = journal::Recording::open(path);
    if (!copy)
        return copy.failure();
    const journal::TornTail tail = (*copy)->tail();
    if (tail.bytesAfter > 0 && !tail.damaged && ::ftruncate(fd, off_t(tail.validBytes)) != 0)
        return failureOf(errno, path);
    return Done{};
}

Outcome copyInto(const QString &from, const QString &part, bool stillGrowing)
{
    const Descriptor source(::open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC));
    if (source.fd() < 0)
        return failureOf(errno, from);
    const Descriptor target(
        ::open(QFile::encodeName(part).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (target.fd() < 0)
        return failureOf(errno, part);
    if (const int error = copyBytes(source.fd(), target.fd()))
        return failureOf(error, part);
    if (stillGrowing) {
        if (const Outcome cut = cutToWholeRecords(part, target.fd()); !cut)
            return cut;
    }
    return ::fdatasync(target.fd()) == 0 ? Outcome(Done{}) : Outcome(failureOf(errno, part));
}

Outcome copyRecording(const QString &from, const QString &to, bool stillGrowing)
{
    if (QFileInfo(from) == QFileInfo(to))
        return Failure{FailureKind::InUse, 0, to};
    const QString part = u"%1.part-%2"_s.arg(to).arg(::getpid());
    const Outcome copied = copyInto(from, part, stillGrowing);
    if (copied && std::rename(QFile::encodeName(part).constData(), QFile::encodeName(to).constData()) == 0)
        return copied;
    const Failure failure = copied ? failureOf(errno, to) : copied.failure();
    ::unlink(QFile::encodeName(part).constData());
    return Failure{failure.kind, failure.systemError, to};
}

/// Runs `work` on a thread that ends with it.
template <class Value, class Work>
QFuture<Value> onThread(Work work)
{
    QPromise<Value> promise;
    QFuture<Value> future = promise.future();
    QThread *thread = QThread::create([promise = std::move(promise), work = std::move(work)]() mutable {
        promise.start();
        promise.addResult(work());
        promise.finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

} // namespace

QFuture<RecordingFiles::Opened> RecordingFiles::open(const QString &path)
{
    return onThread<Opened>([path]() -> Opened {
        auto recording = journal::Recording::open(path);
        if (!recording)
            return recording.failure();
        return std::shared_ptr<const journal::Recording>(*recording);
    });
}

QFuture<Outcome> RecordingFiles::copy(const QString &from, const QString &to, bool stillGrowing)
{
    return onThread<Outcome>([=] { return copyRecording(from, to, stillGrowing); });
}

} // namespace swb::ui
