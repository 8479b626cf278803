#include "journal/recording.h"

#include "journal/blockfile.h"
#include "journal/details.h"
#include "journal/file.h"
#include "journal/index.h"
#include "journal/packet.h"
#include "journal/scanner.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace swb::journal {

namespace {

/// Opens a file and indexes it; the descriptor stays open in `file`.
Outcome scanFile(
    const QString &path, Scanner::Verify verify, OpenProgress *progress, Index &index, UniqueDescriptor &file)
{
    file = openFile(path, O_RDONLY);
    if (!file)
        return fileFailure(errno, path);
    char probe = 0; // a folder can be opened, but not read
    if (::pread(file.get(), &probe, 1, 0) < 0)
        return fileFailure(errno, path);
    return Scanner(file.get(), path, verify, progress, index).scan();
}

} // namespace

Result<std::shared_ptr<Recording>> Recording::open(const QString &path, OpenProgress *progress)
{
    auto index = std::make_shared<Index>();
    UniqueDescriptor file;
    if (const Outcome scanned = scanFile(path, Scanner::Verify::Structure, progress, *index, file); !scanned)
        return scanned.failure();
    return std::shared_ptr<Recording>(new Recording(path, std::move(index), file.release()));
}

Recording::Recording(QString path, std::shared_ptr<Index> index, int descriptor)
    : m_path(std::move(path))
    , m_index(std::move(index))
    , m_descriptor(descriptor)
{
}

Recording::~Recording()
{
    ::close(m_descriptor);
}

QString Recording::path() const
{
    return m_path;
}

quint32 Recording::eventCount() const
{
    return Index::Reader(*m_index).count();
}

EventSummary Recording::summary(EventSeq seq) const
{
    const Index::Reader index(*m_index);
    return seq.value < index.count() ? index.summary(seq) : EventSummary();
}

quint64 Recording::fileOffset(EventSeq seq) const
{
    return Index::Reader(*m_index).fileOffset(seq);
}

Result<Event> Recording::event(EventSeq seq) const
{
    if (seq.value >= eventCount())
        return Failure{FailureKind::NotFound, 0, m_path};
    return eventAtOffset(fileOffset(seq));
}

Result<Event> Recording::eventAtOffset(quint64 offset) const
{
    BlockFile file(m_descriptor);
    Event event;
    QByteArray details;
    quint8 flags = DetailsContinue;
    while (flags & DetailsContinue) {
        const BlockFile::Got got = file.blockAt(offset);
        if (got.status != BlockFile::Status::Whole)
            return Failure{FailureKind::NotARecording, 0, m_path};
        const Stamp &stamp = got.block.stamp;
        event.kind = EventKind(stamp.kind);
        event.endpoint = EndpointId(stamp.endpoint);
        event.connection = ConnectionId(stamp.connection);
        event.time = Timestamp(std::chrono::nanoseconds(stamp.time));
        event.size = stamp.size;
        details += stamp.details;
        flags = stamp.flags;
        offset += got.length;
    }
    if (!decodeDetails(details, event))
        return Failure{FailureKind::NotARecording, 0, m_path};
    return event;
}

QByteArray Recording::bytes(EventSeq seq, quint64 offset, quint64 maxSize) const
{
    const EventSummary facts = summary(seq);
    const bool carriesBytes = facts.kind == EventKind::Received || facts.kind == EventKind::Sent;
    if (!carriesBytes || offset >= facts.size)
        return {};
    quint64 wanted = std::min(maxSize, facts.size - offset);
    QByteArray result;
    result.reserve(qsizetype(wanted));
    BlockFile file(m_descriptor);
    quint64 at = fileOffset(seq);
    while (wanted > 0) {
        const BlockFile::Got got = file.blockAt(at);
        const std::optional<qsizetype> headers = payloadOffset(got.block.packet);
        if (got.status != BlockFile::Status::Whole)
            break;
        at += got.length;
        if (!headers)
            continue; // a block of long details
        const QByteArrayView payload = got.block.packet.sliced(*headers);
        if (offset >= quint64(payload.size())) {
            offset -= quint64(payload.size());
            continue;
        }
        if (!got.block.packetIntact())
            break;
        const QByteArrayView part = payload.sliced(qsizetype(offset));
        const QByteArrayView taken = part.first(qsizetype(std::min(quint64(part.size()), wanted)));
        result += taken;
        wanted -= quint64(taken.size());
        offset = 0;
    }
    return result;
}

quint32 Recording::rowCount(const RowFilter &filter) const
{
    const Index::Reader index(*m_index);
    if (filter == RowFilter())
        return index.count();
    const SegmentedList<quint32> *rows = index.rows(filter);
    return rows ? rows->size() : 0;
}

EventSeq Recording::rowAt(const RowFilter &filter, quint32 row) const
{
    if (filter == RowFilter())
        return EventSeq(row);
    const Index::Reader index(*m_index);
    const SegmentedList<quint32> *rows = index.rows(filter);
    return EventSeq(rows && row < rows->size() ? (*rows)[row] : 0);
}

std::optional<EventSeq> Recording::eventAt(
    ConnectionId connection, EventKind direction, quint64 streamOffset) const
{
    const Index::Reader index(*m_index);
    const std::optional<quint32> at = index.dataRowAt(connection, direction, streamOffset);
    if (!at)
        return {};
    return EventSeq((*index.dataRows(connection, direction))[*at]);
}

QByteArray Recording::streamBytes(
    ConnectionId connection, EventKind direction, quint64 streamOffset, quint64 maxSize) const
{
    QByteArray result;
    while (quint64(result.size()) < maxSize) {
        const quint64 at = streamOffset + quint64(result.size());
        const std::optional<EventSeq> seq = eventAt(connection, direction, at);
        if (!seq)
            break;
        const QByteArray part =
            bytes(*seq, at - summary(*seq).streamOffset, maxSize - quint64(result.size()));
        if (part.isEmpty()) // damaged
            break;
        result += part;
    }
    return result;
}

QList<RecordedConnection> Recording::connections() const
{
    return Index::Reader(*m_index).connections();
}

TornTail Recording::tail() const
{
    return Index::Reader(*m_index).tail();
}

Result<CheckReport> check(const QString &path, OpenProgress *progress)
{
    Index index;
    UniqueDescriptor file;
    if (const Outcome scanned = scanFile(path, Scanner::Verify::Everything, progress, index, file); !scanned)
Annotation Recording::annotationOf(EventSeq seq) const
{
    const std::optional<quint64> offset = Index::Reader(*m_index).annotationOffset(seq);
    const Result<Event> event = offset ? eventAtOffset(*offset) : Failure();
    return event ? Annotation{event->marked, event->text} : Annotation();
}

QList<EventSeq> Recording::annotatedEvents() const
{
    const Index::Reader index(*m_index);
    QList<EventSeq> list;
    list.reserve(qsizetype(index.annotations().size()));
    for (const auto &[seq, offset] : index.annotations())
        list.append(EventSeq(seq));
    return list;
}

bool Recording::isAnnotated(EventSeq seq) const
{
    return Index::Reader(*m_index).annotationOffset(seq).has_value();
}

quint32 Recording::annotationRevision() const
{
    return Index::Reader(*m_index).annotationRevision();
}

bool Recording::timesAscend() const
{
    return Index::Reader(*m_index).timesAscend();
}

        return scanned.failure();
    const Index::Reader reader(index);
    CheckReport report{reader.count(), 0, 0, 0, reader.tail()};
    for (const RecordedConnection &connection : reader.connections()) {
        ++report.connections;
        report.bytesReceived += connection.bytesReceived;
        report.bytesSent += connection.bytesSent;
    }
    return report;
}

} // namespace swb::journal
