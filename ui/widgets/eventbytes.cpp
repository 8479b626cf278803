#include "widgets/eventbytes.h"

#include "journal/recording.h"

#include <algorithm>

namespace swb::ui {

namespace {

constexpr qint64 CopyWindow = 64 * 1024;

} // namespace

QString pasteable(codec::Decoded::PieceKind kind, QStringView shown)
{
    if (kind == codec::Decoded::PieceKind::LineEnd)
        return QString(QLatin1Char(shown == u"␍" ? '\r' : '\n'));
    if (kind == codec::Decoded::PieceKind::Control && shown == u"␉")
        return QString(QLatin1Char('\t'));
    return shown.toString();
}

EventBytes::EventBytes(
    std::shared_ptr<const journal::Recording> recording, EventSeq seq, const codec::Encoding &encoding)
    : m_recording(std::move(recording))
    , m_streams(m_recording)
    , m_seq(seq)
    , m_encoding(encoding)
{
    const journal::EventSummary summary = m_recording->summary(seq);
    m_kind = summary.kind;
    if (m_kind != EventKind::Received && m_kind != EventKind::Sent)
        return;
    m_size = static_cast<qint64>(summary.size);
    m_streamOffset = static_cast<qint64>(summary.streamOffset);
}

QByteArray EventBytes::bytes(const ByteRange &range) const
{
    if (range.isEmpty())
        return {};
    return m_recording->bytes(m_seq, static_cast<quint64>(range.start), static_cast<quint64>(range.length()));
}

lens::EventText EventBytes::text(const ByteRange &range)
{
    if (range.isEmpty())
        return {};
    return m_streams.decode(
        m_seq, m_encoding, static_cast<quint64>(range.start), static_cast<quint64>(range.length()));
}

ByteRange EventBytes::rangeOf(const codec::Decoded::Piece &piece) const
{
    const qint64 start = piece.byteStart - m_streamOffset;
    return {std::max<qint64>(0, start), start + piece.byteLength};
}

QString EventBytes::plainText(const ByteRange &range)
{
    QString text;
    for (qint64 start = range.start; start < range.end; start += CopyWindow) {
        const lens::EventText window = this->text({start, std::min(range.end, start + CopyWindow)});
        for (const codec::Decoded::Piece &piece : window.decoded.pieces) {
            const ByteRange own = rangeOf(piece);
            if (piece.kind == codec::Decoded::PieceKind::Invalid)
                text += lens::hexMark(bytes({std::max(own.start, range.start), own.end}));
            else
                text += pasteable(
                    piece.kind, QStringView(window.decoded.text).mid(piece.textStart, piece.textLength));
        }
        text += lens::hexMark(window.pending);
    }
    return text;
}

} // namespace swb::ui
