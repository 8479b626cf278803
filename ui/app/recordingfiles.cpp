#include "app/recordingfiles.h"

#include "app/onthread.h"
#include "base/safefile.h"
#include "journal/openprogress.h"
#include "journal/recording.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace swb::ui {

namespace {

Outcome copyBytes(int from, const QString &path, SafeFile &target, const journal::OpenProgress &progress)
{
    std::array<char, 256 * 1024> buffer;
    while (!progress.cancelled) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fileFailure(errno, path);
        if (got == 0)
            return Done{};
        if (const Outcome written = target.write({buffer.data(), got}); !written)
            return written;
    }
    return Failure{FailureKind::Cancelled, 0, target.path()};
}

/// A copy of a growing file may end amid the record that was just being written.
Outcome cutToWholeRecords(const SafeFile &copy, journal::OpenProgress *progress)
{
    const auto recording = journal::Recording::open(copy.partPath(), progress);
    if (!recording)
        return Failure{recording.failure().kind, recording.failure().systemError, copy.path()};
    const journal::TornTail tail = (*recording)->tail();
    if (tail.bytesAfter > 0 && !tail.damaged && ::ftruncate(copy.descriptor(), off_t(tail.validBytes)) != 0)
        return fileFailure(errno, copy.path());
    return Done{};
}

Outcome copyRecording(
    const QString &from, const QString &to, bool stillGrowing, journal::OpenProgress *progress)
{
    if (QFileInfo(from) == QFileInfo(to))
        return Failure{FailureKind::InUse, 0, to};
    const UniqueDescriptor source(::open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC));
    if (!source)
        return fileFailure(errno, from);
    auto target = SafeFile::create(to);
    if (!target)
        return target.failure();
    if (const Outcome copied = copyBytes(source.get(), from, *target, *progress); !copied)
        return copied;
    if (stillGrowing) {
        if (const Outcome cut = cutToWholeRecords(*target, progress); !cut)
            return cut;
    }
    return target->finish();
}

} // namespace

QFuture<RecordingFiles::Opened> RecordingFiles::open(
    const QString &path, const std::shared_ptr<journal::OpenProgress> &progress)
{
    return onThread<Opened>([path, progress]() -> Opened {
        auto recording = journal::Recording::open(path, progress.get());
        if (!recording)
            return recording.failure();
        return std::shared_ptr<const journal::Recording>(*recording);
    });
}

QFuture<Outcome> RecordingFiles::copy(const QString &from, const QString &to, bool stillGrowing,
    const std::shared_ptr<journal::OpenProgress> &progress)
{
    return onThread<Outcome>([=] { return copyRecording(from, to, stillGrowing, progress.get()); });
}

} // namespace swb::ui
