#include "journal/payloadreader.h"

namespace swb::journal {

PayloadReader::PayloadReader(const Recording &recording)
    : m_payloads(recording.m_content->payloads())
{
}

void PayloadReader::start(EventSeq seq, const EventSummary &summary)
{
    m_payloads->start(seq, summary);
    m_left = summary.size;
}

QByteArrayView PayloadReader::next()
{
    const QByteArrayView piece = m_payloads->next();
    m_left -= quint64(piece.size());
    return piece;
}

} // namespace swb::journal
