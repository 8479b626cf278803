#include "lens/exportcapture.h"

#include "journal/pcapng.h"
#include "lens/exportrow.h"

#include <utility>

namespace swb::lens {

void CaptureRows::begin(ExportOutput &output)
{
    output.put(journal::fileHeader());
}

void CaptureRows::putRow(ExportRow &row, ExportOutput &output)
{
    const ConnectionId connection = row.event.connection;
    if (row.event.kind == EventKind::Opened)
        m_positions.insert(connection, {});
    else if (row.wasOpened && !m_positions.contains(connection))
        putBeginning(row, output);

    if (row.event.carriesBytes()) {
        putGap(row, output);
        putBytes(row, output);
    } else {
        encode(row.event, {}, output);
    }
    if (row.annotation.isSet())
        putAnnotation(row, output);
}

/// The ends of the connection stand in this Gap, for its opening is not among the rows.
void CaptureRows::putBeginning(const ExportRow &row, ExportOutput &output)
{
    const ConnectionId connection = row.event.connection;
    m_positions.insert(connection,
        {m_recording.bytesBefore(connection, EventKind::Received, row.seq),
            m_recording.bytesBefore(connection, EventKind::Sent, row.seq)});
    Event gap;
    gap.kind = EventKind::Gap;
    gap.endpoint = row.event.endpoint;
    gap.connection = connection;
    gap.time = row.event.time;
    gap.local = row.local;
    gap.peer = row.peer;
    encode(gap, {}, output);
}

void CaptureRows::putGap(const ExportRow &row, ExportOutput &output)
{
    const bool sent = row.event.kind == EventKind::Sent;
    Position &position = m_positions[row.event.connection];
    quint64 &written = sent ? position.sent : position.received;
    const quint64 begin = m_recording.summary(row.seq).streamOffset;
    const quint64 missing = begin - std::min(begin, std::exchange(written, begin));
    if (missing == 0)
        return;
    Event gap;
    gap.kind = EventKind::Gap;
    gap.endpoint = row.event.endpoint;
    gap.connection = row.event.connection;
    gap.time = row.event.time;
    gap.outgoing = sent;
    gap.size = missing;
    encode(gap, {}, output);
}

void CaptureRows::putBytes(ExportRow &row, ExportOutput &output)
{
    QByteArray bytes;
    row.eachPiece([&bytes](QByteArrayView piece) { bytes.append(piece); });
    Event event = row.event;
    event.size = quint64(bytes.size());
    encode(event, bytes, output);
    Position &position = m_positions[event.connection];
    (event.kind == EventKind::Sent ? position.sent : position.received) += event.size;
}

void CaptureRows::putAnnotation(const ExportRow &row, ExportOutput &output)
{
    Event about;
    about.kind = EventKind::Annotation;
    about.endpoint = row.event.endpoint;
    about.connection = row.event.connection;
    about.time = row.event.time;
    about.about = EventSeq(m_eventsWritten - 1);
    about.marked = row.annotation.marked;
    about.text = row.annotation.text;
    encode(about, {}, output);
    --m_eventsWritten; // an annotation is no event of its own
}

void CaptureRows::encode(const Event &event, QByteArrayView bytes, ExportOutput &output)
{
    m_encoder.encode(event, bytes);
    for (const QByteArrayView piece : m_encoder.pieces())
        output.put(piece);
    ++m_eventsWritten;
}

} // namespace swb::lens
