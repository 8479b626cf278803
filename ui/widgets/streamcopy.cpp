#include "widgets/streamcopy.h"

#include "codec/hexdump.h"
#include "lens/streamtext.h"
#include "widgets/eventbytes.h"

#include <algorithm>

namespace swb::ui {

namespace {

constexpr qint64 Window = 64 * 1024;

} // namespace

StreamCopy::StreamCopy(Conversation &rows, lens::StreamText &streams, const StreamRange &range)
    : m_rows(rows)
    , m_streams(streams)
    , m_range(range)
{
}

bool StreamCopy::isCut()
{
    if (m_range.isEmpty())
        return false;
    const auto bytesBefore = [this](StreamSpot spot) {
        const EventSeq seq = m_rows.seqAt(std::min(spot.row, m_rows.rowCount() - 1));
        const auto &recording = m_rows.recording();
        return recording->bytesBefore(m_rows.connection(), EventKind::Received, seq)
            + recording->bytesBefore(m_rows.connection(), EventKind::Sent, seq)
            + std::min(spot.offset, recording->summary(seq).size);
    };
    return bytesBefore(m_range.end) - bytesBefore(m_range.start) > MostCopied;
}

std::vector<StreamCopy::Part> StreamCopy::parts()
{
    std::vector<Part> parts;
    if (m_range.isEmpty() || m_range.start.row >= m_rows.rowCount())
        return parts;
    const quint32 lastRow = std::min(m_range.end.row, m_rows.rowCount() - 1);
    auto left = static_cast<qint64>(MostCopied);
    for (quint32 row = m_range.start.row; row <= lastRow && left > 0;) {
        const Conversation::Page &page = m_rows.page(row / Conversation::PageRows);
        const Conversation::Run &run = page.runs[page.runOf(row)];
        const auto offset = [&page](const StreamSpot &spot) {
            const Conversation::Row &facts = page.row(spot.row);
            return static_cast<qint64>(facts.streamOffset + std::min(spot.offset, facts.size));
        };
        ByteRange bytes = run.bytes;
        if (m_range.start.row >= run.firstRow)
            bytes.start = offset(m_range.start);
        if (m_range.end.row < run.endRow)
            bytes.end = offset(m_range.end);
        bytes.end = std::min(bytes.end, bytes.start + left);
        left -= bytes.length();
        if (run.carriesBytes() && !run.isTurn && !parts.empty() && parts.back().bytes.end == bytes.start)
            parts.back().bytes.end = bytes.end;
        else if (run.carriesBytes() && !bytes.isEmpty())
            parts.push_back({run.kind, bytes});
        row = run.endRow;
    }
    return parts;
}

QString StreamCopy::text(const codec::Encoding &encoding)
{
    QString copied;
    for (const Part &part : parts()) {
        for (qint64 at = part.bytes.start; at < part.bytes.end; at += Window) {
            const qint64 end = std::min(part.bytes.end, at + Window);
            const lens::EventText window = m_streams.decode(
                {m_rows.connection(), part.direction, static_cast<quint64>(at), static_cast<quint64>(end),
                    static_cast<quint64>(part.bytes.start), static_cast<quint64>(part.bytes.end)},
                encoding);
            for (const codec::Decoded::Piece &piece : window.decoded.pieces)
                copied += pasteable(
                    piece.kind, QStringView(window.decoded.text).mid(piece.textStart, piece.textLength));
            copied += lens::hexMark(window.pending);
        }
    }
    return copied;
}

QString StreamCopy::hex()
{
    QString copied;
    for (const Part &part : parts()) {
        if (!copied.isEmpty())
            copied += u'\n';
        copied += codec::hexDigits(m_rows.recording()->streamBytes(m_rows.connection(), part.direction,
            static_cast<quint64>(part.bytes.start), static_cast<quint64>(part.bytes.length())));
    }
    return copied;
}

} // namespace swb::ui
