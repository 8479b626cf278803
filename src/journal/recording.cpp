#include "journal/recording.h"

#include "journal/index.h"
#include "journal/opener.h"
#include "journal/owncontent.h"

#include <unistd.h>

namespace swb::journal {

Result<std::shared_ptr<Recording>> Recording::open(const QString &path, OpenProgress *progress)
{
    Result<OpenedFile> opened = openAndIndex(path, Scanner::Verify::Structure, progress);
    if (!opened)
        return opened.failure();
    return std::shared_ptr<Recording>(
        new Recording(path, std::move(opened->index), std::move(opened->content), opened->file.release()));
}

Recording::Recording(
    QString path, std::shared_ptr<Index> index, std::unique_ptr<const Content> content, int descriptor)
    : m_path(std::move(path))
    , m_index(std::move(index))
    , m_content(std::move(content))
    , m_descriptor(descriptor)
{
}

Recording::Recording(QString path, std::shared_ptr<Index> index, int descriptor)
    : m_path(path)
    , m_index(index)
    , m_content(std::make_unique<OwnContent>(std::move(path), std::move(index), descriptor))
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

Result<Event> Recording::event(EventSeq seq) const
{
    if (seq.value >= eventCount())
        return Failure{FailureKind::NotFound, 0, m_path};
    return m_content->event(seq);
}

QByteArray Recording::bytes(EventSeq seq, quint64 offset, quint64 maxSize) const
{
    const EventSummary facts = summary(seq);
    const bool carriesBytes = facts.kind == EventKind::Received || facts.kind == EventKind::Sent;
    if (!carriesBytes || offset >= facts.size)
        return {};
    return m_content->bytes(seq, offset, std::min(maxSize, facts.size - offset));
}

EventPackets Recording::packets(EventSeq seq, qsizetype most) const
{
    return seq.value < eventCount() ? m_content->packets(seq, most) : EventPackets();
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

quint64 Recording::bytesBefore(ConnectionId connection, EventKind direction, EventSeq seq) const
{
    return Index::Reader(*m_index).bytesBefore(connection, direction, seq);
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
    const Index::Reader index(*m_index);
    QList<RecordedConnection> list;
    list.reserve(index.connectionCount());
    for (quint32 i = 0; i < index.connectionCount(); ++i)
        list.append(index.connectionAt(i));
    return list;
}

RecordedConnection Recording::connection(ConnectionId id) const
{
    const Index::Reader index(*m_index);
    const RecordedConnection *found = index.find(id);
    return found ? *found : RecordedConnection();
}

TornTail Recording::tail() const
{
    return Index::Reader(*m_index).tail();
}

std::optional<ForeignCapture> Recording::foreign() const
{
    return m_content->foreign();
}

Annotation Recording::annotationOf(EventSeq seq) const
{
    const std::optional<quint64> offset = Index::Reader(*m_index).annotationOffset(seq);
    return offset ? m_content->annotationAt(*offset) : Annotation();
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

quint32 Recording::sampleCount(ConnectionId connection) const
{
    const Index::Reader index(*m_index);
    const SegmentedList<quint64> *places = index.samples(connection);
    return places ? places->size() : 0;
}

quint32 Recording::sampleCount(EndpointId listener) const
{
    const Index::Reader index(*m_index);
    const SegmentedList<quint64> *places = index.samples(listener);
    return places ? places->size() : 0;
}

QList<RecordedSample> Recording::samples(
    ConnectionId connection, Timestamp from, Timestamp to, quint32 most) const
{
    return samplesOf(connection, from, to, most);
}

QList<RecordedSample> Recording::samples(
    EndpointId listener, Timestamp from, Timestamp to, quint32 most) const
{
    return samplesOf(listener, from, to, most);
}

/// Their times ascend, as they were written. The file is never read under the index's lock.
template <class Subject>
QList<RecordedSample> Recording::samplesOf(Subject subject, Timestamp from, Timestamp to, quint32 most) const
{
    const quint32 count = sampleCount(subject);
    const auto placeOf = [&](quint32 i) { return (*Index::Reader(*m_index).samples(subject))[i]; };
    const auto firstWhere = [&](auto reached) {
        quint32 low = 0;
        quint32 high = count;
        while (low < high) {
            const quint32 middle = low + (high - low) / 2;
            const bool yes = reached(m_content->samplesAt({placeOf(middle)}).first().time);
            (yes ? high : low) = yes ? middle : middle + 1;
        }
        return low;
    };
    const quint32 first = firstWhere([=](Timestamp time) { return time >= from; });
    const quint32 end = firstWhere([=](Timestamp time) { return time > to; });
    if (first >= end || most == 0)
        return {};
    const quint64 available = end - first;
    const quint64 wanted = std::min<quint64>(available, most);
    QList<quint64> places;
    for (quint64 i = 0; i < wanted; ++i)
        places.append(placeOf(first + quint32(wanted == 1 ? 0 : i * (available - 1) / (wanted - 1))));
    QList<RecordedSample> samples = m_content->samplesAt(places);
    samples.removeIf([](const RecordedSample &sample) { return sample.facts.isEmpty(); });
    return samples;
}

bool Recording::timesAscend() const
{
    return Index::Reader(*m_index).timesAscend();
}

Result<CheckReport> check(const QString &path, OpenProgress *progress)
{
    const Result<OpenedFile> opened = openAndIndex(path, Scanner::Verify::Everything, progress);
    if (!opened)
        return opened.failure();
    const Index::Reader reader(*opened->index);
    CheckReport report{
        reader.count(), reader.connectionCount(), 0, 0, reader.tail(), opened->content->foreign()};
    for (quint32 i = 0; i < report.connections; ++i) {
        report.bytesReceived += reader.connectionAt(i).bytesReceived;
        report.bytesSent += reader.connectionAt(i).bytesSent;
    }
    return report;
}

} // namespace swb::journal
