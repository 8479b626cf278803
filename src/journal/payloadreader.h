#pragma once

#include "journal/content.h"
#include "journal/recording.h"

namespace swb::journal {

/// The bytes of many events one after another, piece by piece and without a copy: reads the file in large
/// chunks where the events stand together in it. For one thread; the recording must outlive it. What is
/// written after it was made, it does not see.
class PayloadReader
{
public:
    explicit PayloadReader(const Recording &recording);

    /// Goes to the first byte of a Received or Sent event.
    void start(EventSeq seq, const EventSummary &summary);
    /// The next piece of the event, valid until the next call; empty: there is no more, or it is damaged.
    QByteArrayView next();
    /// Bytes of the event cannot be read, or their checksum differs: they were not given out.
    bool isDamaged() const { return m_left > 0; }

private:
    std::unique_ptr<Payloads> m_payloads;
    quint64 m_left = 0; ///< of the event
};

} // namespace swb::journal
