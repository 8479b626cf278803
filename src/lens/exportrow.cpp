#include "lens/exportrow.h"

#include "bench/sentences.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

constexpr qsizetype HeldSize = 256 * 1024;

QDateTime localTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

QString timeText(Timestamp time, bool withDate)
{
    const auto micros = std::chrono::floor<std::chrono::microseconds>(time.time_since_epoch()).count();
    return localTime(time).toString(withDate ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"HH:mm:ss.zzz"_s)
        + u"%1"_s.arg((micros % 1000 + 1000) % 1000, 3, 10, QLatin1Char('0'));
}

/// Of the first and the last of the rows, which stand for those between them.
bool isAllOfToday(const ExportJob &job)
{
    if (job.first >= job.end)
        return true;
    for (const quint32 row : {job.first, job.end - 1}) {
        const Result<Event> event = job.recording->event(job.rows.seqAt(row));
        if (event && localTime(event->time).date() != QDate::currentDate())
            return false;
    }
    return true;
}

} // namespace

ExportOutput::ExportOutput(ExportSink &sink, const ExportProgress &progress)
    : m_sink(sink)
    , m_progress(progress)
{
    m_held.reserve(HeldSize);
}

void ExportOutput::put(QByteArrayView bytes)
{
    if (m_failure.isSet())
        return;
    m_held.append(bytes);
    if (m_held.size() >= HeldSize)
        flush();
}

bool ExportOutput::endRow()
{
    return m_sink.rowEnded(m_held.size());
}

void ExportOutput::flush()
{
    if (m_failure.isSet() || m_held.isEmpty())
        return;
    if (const Outcome written = m_sink.write(m_held); !written)
        m_failure = written.failure();
    m_held.resize(0);
}

bool ExportOutput::goesOn()
{
    if (!m_failure.isSet() && m_progress.cancelled.load(std::memory_order_relaxed))
        m_failure = {FailureKind::Cancelled, 0, {}};
    return !m_failure.isSet();
}

ExportRow::ExportRow(const ExportJob &job, ExportOutput &output)
    : m_job(job)
    , m_output(output)
    , m_streams(job.recording)
    , m_withDate(!isAllOfToday(job))
{
    const QList<journal::RecordedConnection> connections = job.recording->connections();
    for (const journal::RecordedConnection &connection : connections)
        m_connections.insert(connection.id, connection);
}

Outcome ExportRow::read(EventSeq next, std::optional<EventSeq> before)
{
    if (before && (!m_timeBefore || *before != seq)) {
        const Result<Event> earlier = m_job.recording->event(*before);
        m_timeBefore = earlier ? std::optional(earlier->time) : std::nullopt;
    } else if (before) {
        m_timeBefore = event.time;
    }
    const Result<Event> read = m_job.recording->event(next);
    if (!read)
        return read.failure();
    seq = next;
    event = *read;
    annotation = m_job.recording->annotationOf(seq);
    const journal::RecordedConnection facts = m_connections.value(event.connection);
    local = event.local.isNull() ? facts.local : event.local;
    peer = event.peer.isNull() ? facts.peer : event.peer;
    wasOpened = facts.opened != Timestamp() && event.time >= facts.opened && event.kind != EventKind::Opened;
    isDatagrams = facts.datagrams;
    isDamaged = false;
    return Done{};
}

QString ExportRow::shownTime() const
{
    return m_job.shownTime ? m_job.shownTime(event.time, m_timeBefore) : timeText(event.time, m_withDate);
}

QString ExportRow::sentence() const
{
    return RowText::ofSentence(bench::Sentences::event(event)).text;
}

QString ExportRow::number() const
{
    return event.connection.isValid() ? QString::number(event.connection.value) : QString();
}

QString ExportRow::unfinishedText()
{
    const quint64 received = m_connections.value(event.connection).bytesReceived;
    if (received == 0)
        return {};
    const auto last = m_job.recording->eventAt(event.connection, EventKind::Received, received - 1);
    if (!last)
        return {};
    const quint64 size = m_job.recording->summary(*last).size;
    return hexMark(m_streams.decode(*last, m_job.encodingOf(event.connection), size - 1, 1).pending);
}

} // namespace swb::lens
