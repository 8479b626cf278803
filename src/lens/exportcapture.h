#pragma once

#include "journal/encoder.h"
#include "lens/exportformats.h"

#include <QHash>

namespace swb::lens {

/// The rows as a recording of their own. Where it begins amid a connection, or rows were left out, a Gap
/// event says so, and the sequence numbers step over it: neither Wireshark nor this program takes for
/// neighbours what were none.
class CaptureRows : public RowFormat
{
public:
    explicit CaptureRows(const journal::Recording &recording)
        : m_recording(recording)
    {
    }

    void begin(ExportOutput &output) override;
    void putRow(ExportRow &row, ExportOutput &output) override;

private:
    /// How far the streams of a connection are written, counted in the recording that they come from.
    struct Position
    {
        quint64 received = 0;
        quint64 sent = 0;
    };

    void putBeginning(const ExportRow &row, ExportOutput &output);
    void putGap(const ExportRow &row, ExportOutput &output);
    void putBytes(ExportRow &row, ExportOutput &output);
    void putAnnotation(const ExportRow &row, ExportOutput &output);
    void encode(const Event &event, QByteArrayView bytes, ExportOutput &output);

    const journal::Recording &m_recording;
    journal::Encoder m_encoder;
    QHash<ConnectionId, Position> m_positions;
    quint32 m_eventsWritten = 0;
};

} // namespace swb::lens
