#include "journal/annotator.h"

#include "journal/encoder.h"
#include "journal/file.h"
#include "journal/index.h"
#include "journal/recording.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace swb::journal {

namespace {

bool isSameFile(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// All or nothing, as Writer does it: what is left of a write that failed is cut off again.
Outcome appendTo(const UniqueDescriptor &file, const QString &path, quint64 end, const Encoder &encoder)
{
    int error = writeAt(file.get(), end, encoder.pieces());
    if (error == 0 && ::fdatasync(file.get()) != 0)
        error = errno;
    if (error == 0)
        return Done{};
    [[maybe_unused]] const int cut = ::ftruncate(file.get(), off_t(end));
    return fileFailure(error, path);
}

} // namespace

Result<Event> annotationEvent(
    const Recording &recording, EventSeq about, const Annotation &annotation, Timestamp time)
{
    const Result<Event> subject = recording.event(about);
    if (!subject)
        return subject.failure();
    Event event;
    event.kind = EventKind::Annotation;
    event.endpoint = subject->endpoint;
    event.connection = subject->connection;
    event.time = time;
    event.about = about;
    event.marked = annotation.marked;
    event.text = annotation.text.left(Annotation::maxTextLength);
    return event;
}

Outcome Annotator::annotate(
    const Recording &recording, EventSeq about, const Annotation &annotation, Timestamp time)
{
    const QString path = recording.path();
    const Result<Event> event = annotationEvent(recording, about, annotation, time);
    if (!event)
        return event.failure();
    if (recording.isForeign())
        return Failure{FailureKind::ForeignRecording, 0, path};
    const UniqueDescriptor file = openFile(path, O_RDWR);
    if (!file)
        return fileFailure(errno, path);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fileFailure(EWOULDBLOCK, path);

    struct stat now = {};
    struct stat opened = {};
    if (::fstat(file.get(), &now) != 0 || ::fstat(recording.m_descriptor, &opened) != 0)
        return fileFailure(errno, path);
    const TornTail tail = recording.tail();
    if (tail.bytesAfter > 0)
        return Failure{FailureKind::TornRecording, 0, path};
    if (!isSameFile(now, opened) || quint64(now.st_size) != tail.validBytes)
        return Failure{FailureKind::ChangedRecording, 0, path};

    Encoder encoder;
    encoder.encode(*event, {});
    if (Outcome written = appendTo(file, path, tail.validBytes, encoder); !written)
        return written;
    if (::fstat(file.get(), &now) != 0)
        return fileFailure(errno, path);
    Index::Appender index(*recording.m_index);
    IndexedEvent indexed;
    indexed.kind = EventKind::Annotation;
    indexed.fileOffset = tail.validBytes;
    indexed.about = about;
    indexed.annotates = event->marked || !event->text.isEmpty();
    index.append(indexed);
    index.setTail({quint64(now.st_size), 0, false, {}});
    return Done{};
}

} // namespace swb::journal
