#include "journal/writer.h"

#include "journal/encoder.h"
#include "journal/file.h"
#include "journal/index.h"
#include "journal/recording.h"

#include <QDateTime>
#include <QDir>

#include <cerrno>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace swb::journal {

namespace {

/// From here on a payload is written from where it lies; below, copying is cheaper than another system call.
constexpr qsizetype writeThroughSize = 4096;
/// Small events are gathered up to here before they are written without waiting for commit().
constexpr qsizetype stagedLimit = 256 * 1024;

using SteadyTime = std::chrono::steady_clock::time_point;

IndexedEvent indexed(const Event &event, qsizetype payloadSize, quint64 fileOffset)
{
    return {event.kind, event.endpoint, event.connection, event.time, fileOffset,
        event.carriesBytes() ? quint64(payloadSize) : event.size, event.local, event.peer, event.outgoing,
        event.about, event.marked || !event.text.isEmpty()};
}

/// False: another program holds the lock. Some network file systems have none; there O_EXCL has to do.
bool lock(const UniqueDescriptor &file)
{
    return ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/// Why the file could not be made: it is there already, and perhaps another program is writing it.
Failure existingFailure(const QString &path)
{
    const UniqueDescriptor other = openFile(path, O_RDONLY);
    const bool locked = other && ::flock(other.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    return fileFailure(locked ? EWOULDBLOCK : EEXIST, path);
}

} // namespace

struct Writer::Private
{
    QString path;
    Options options;
    UniqueDescriptor file;
    std::shared_ptr<Index> index;
    std::shared_ptr<const Recording> recording;

    Encoder encoder;
    QByteArray staged; ///< whole events that are not with the kernel
    std::vector<IndexedEvent> unindexed; ///< those since the last commit that worked
    std::vector<IndexedSample> unindexedSamples;
    std::vector<QByteArrayView> pieces;
    quint64 written = 0; ///< the file's length: whole events only
    std::optional<SteadyTime> unsyncedSince;
    Failure failure;
    Failure syncFailure; ///< told by the next commit()

    bool write(std::span<const QByteArrayView> parts, quint64 size);
    bool writeStaged();
    void sync();
};

/// Writes all or nothing: what is left of a write that failed is cut off again.
bool Writer::Private::write(std::span<const QByteArrayView> parts, quint64 size)
{
    if (const int error = writeAt(file.get(), written, parts)) {
        // Should the cut fail too, the next attempt still begins at the same place and overwrites the
        // remains.
        [[maybe_unused]] const int cut = ::ftruncate(file.get(), off_t(written));
        failure = fileFailure(error, path);
        return false;
    }
    written += size;
    if (!unsyncedSince)
        unsyncedSince = std::chrono::steady_clock::now();
    return true;
}

bool Writer::Private::writeStaged()
{
    if (staged.isEmpty())
        return true;
    const QByteArrayView all(staged);
    if (!write({&all, 1}, quint64(all.size())))
        return false;
    // A disk that was full for long has left a long buffer; do not keep it for ever.
    if (staged.capacity() > 4 * stagedLimit) {
        staged = {};
        staged.reserve(stagedLimit);
    }
    staged.resize(0);
    return true;
}

void Writer::Private::sync()
{
    if (::fdatasync(file.get()) != 0)
        syncFailure = fileFailure(errno, path);
    unsyncedSince.reset();
}

Result<std::unique_ptr<Writer>> Writer::create(const QString &path, const Options &options)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QString folder = QFileInfo(absolute).path();
    if (const int error = makePath(folder))
        return fileFailure(error, folder);
    auto d = std::make_unique<Private>();
    d->path = absolute;
    d->options = options;
    d->file = openFile(absolute, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (!d->file)
        return errno == EEXIST ? existingFailure(absolute) : fileFailure(errno, absolute);

    // From here on a failure takes the new, empty file away again.
    Failure failure;
    const QByteArray header = fileHeader();
    const QByteArrayView headerView(header);
    UniqueDescriptor reading = openFile(absolute, O_RDONLY);
    if (!reading || !lock(d->file))
        failure = fileFailure(errno, absolute);
    else if (!d->write({&headerView, 1}, quint64(header.size())))
        failure = d->failure;
    if (failure.isSet()) {
        ::unlink(QFile::encodeName(absolute).constData());
        return failure;
    }
    d->staged.reserve(stagedLimit);
    d->index = std::make_shared<Index>();
    Index::Appender(*d->index).setTail({d->written, 0, false, {}});
    d->recording.reset(new Recording(absolute, d->index, reading.release()));
    return std::unique_ptr<Writer>(new Writer(std::move(d)));
}

Writer::Writer(std::unique_ptr<Private> state)
    : d(std::move(state))
{
}

Writer::~Writer()
{
    commit();
    if (d->options.syncInterval.count() > 0 && d->unsyncedSince)
        d->sync();
}

void Writer::append(const Event &event, QByteArrayView bytes)
{
    if (!event.carriesBytes())
        bytes = {};
    d->unindexed.push_back(indexed(event, bytes.size(), d->written + quint64(d->staged.size())));
    d->encoder.encode(event, bytes);

    const bool stalled = d->failure.isSet();
    if (bytes.size() >= writeThroughSize && !stalled) {
        d->pieces.assign(1, QByteArrayView(d->staged));
        d->pieces.insert(d->pieces.end(), d->encoder.pieces().begin(), d->encoder.pieces().end());
        quint64 size = 0;
        for (const QByteArrayView piece : d->pieces)
            size += quint64(piece.size());
        if (d->write(d->pieces, size)) {
            d->staged.resize(0);
            return;
        }
    }
    for (const QByteArrayView piece : d->encoder.pieces())
        d->staged.append(piece);
    if (d->staged.size() >= stagedLimit && !stalled)
        d->writeStaged();
}

void Writer::appendSample(EndpointId endpoint, ConnectionId connection, Timestamp time, QByteArrayView facts)
{
    constexpr qsizetype longestFacts = 16 * 1024;
    if (d->failure.isSet() || facts.size() > longestFacts)
        return;
    d->unindexedSamples.push_back({endpoint, connection, d->written + quint64(d->staged.size())});
    d->encoder.encodeSample(endpoint, connection, time, facts);
    for (const QByteArrayView piece : d->encoder.pieces())
        d->staged.append(piece);
}

bool Writer::commit()
{
    d->failure = {};
    if (!d->writeStaged())
        return false;
    if (!d->unindexed.empty() || !d->unindexedSamples.empty()) {
        Index::Appender appender(*d->index);
        for (const IndexedEvent &event : d->unindexed)
            appender.append(event);
        for (const IndexedSample &sample : d->unindexedSamples)
            appender.append(sample);
        appender.setTail({d->written, 0, false, {}});
        d->unindexed.clear();
        d->unindexedSamples.clear();
    }
    d->failure = std::exchange(d->syncFailure, {});
    return !d->failure.isSet();
}

const Failure &Writer::failure() const
{
    return d->failure;
}

quint64 Writer::heldBytes() const
{
    return quint64(d->staged.size());
}

void Writer::syncIfDue()
{
    const bool due = d->unsyncedSince && d->options.syncInterval.count() > 0
        && std::chrono::steady_clock::now() - *d->unsyncedSince >= d->options.syncInterval / 2;
    if (due)
        d->sync();
}

std::chrono::milliseconds Writer::syncInterval() const
{
    return d->options.syncInterval;
}

void Writer::setSyncInterval(std::chrono::milliseconds interval)
{
    d->options.syncInterval = interval;
}

std::shared_ptr<const Recording> Writer::recording() const
{
    return d->recording;
}

QString newRecordingPath(const QString &folder)
{
    const QString stem = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    QString path = QDir(folder).filePath(stem + QStringLiteral(".pcapng"));
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number)
        path = QDir(folder).filePath(QStringLiteral("%1 (%2).pcapng").arg(stem).arg(number));
    return path;
}

} // namespace swb::journal
