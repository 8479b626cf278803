#pragma once

#include "lens/streamtext.h"
#include "widgets/byteselection.h"

namespace swb::ui {

/// Text as one would paste it: what the visible form of a line end or a tab stands for, everything else as it
/// is shown.
QString pasteable(codec::Decoded::PieceKind kind, QStringView shown);

/// The bytes of one Received or Sent event, read and decoded a window at a time.
class EventBytes
{
public:
    EventBytes(
        std::shared_ptr<const journal::Recording> recording, EventSeq seq, const codec::Encoding &encoding);

    EventSeq seq() const { return m_seq; }
    EventKind kind() const { return m_kind; }
    qint64 size() const { return m_size; }
    const codec::Encoding &encoding() const { return m_encoding; }
    void setEncoding(const codec::Encoding &encoding) { m_encoding = encoding; }

    QByteArray bytes(const ByteRange &range) const;
    lens::EventText text(const ByteRange &range);
    /// Which bytes of the event a piece of its text stands for; what lies in an earlier event is left out.
    ByteRange rangeOf(const codec::Decoded::Piece &piece) const;
    /// Text as one would paste it: line ends and tabs as they are, other controls and invalid bytes in
    /// visible form.
    QString plainText(const ByteRange &range);

private:
    std::shared_ptr<const journal::Recording> m_recording;
    lens::StreamText m_streams;
    EventSeq m_seq;
    EventKind m_kind = EventKind::Received;
    qint64 m_size = 0;
    qint64 m_streamOffset = 0;
    codec::Encoding m_encoding;
};

} // namespace swb::ui
