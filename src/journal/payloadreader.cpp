#include "journal/payloadreader.h"

#include "journal/packet.h"

namespace swb::journal {

PayloadReader::PayloadReader(const Recording &recording)
    : m_recording(recording)
    , m_file(recording.m_descriptor)
{
}

void PayloadReader::start(EventSeq seq, const EventSummary &summary)
{
    m_at = m_recording.fileOffset(seq);
    m_left = summary.size;
}

QByteArrayView PayloadReader::next()
{
    while (m_left > 0) {
        const BlockFile::Got got = m_file.blockAt(m_at);
        if (got.status != BlockFile::Status::Whole)
            return {};
        const std::optional<qsizetype> headers = payloadOffset(got.block.packet);
        m_at += got.length;
        if (!headers)
            continue; // a block of long details
        const QByteArrayView payload = got.block.packet.sliced(*headers);
        if (!got.block.packetIntact() || quint64(payload.size()) > m_left)
            return {};
        m_left -= quint64(payload.size());
        if (!payload.isEmpty())
            return payload;
    }
    return {};
}

} // namespace swb::journal
