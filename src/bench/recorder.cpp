#include "bench/recorder.h"

#include "bench/samplerecord.h"

namespace swb::bench {

void Recorder::append(const Event &event, QByteArrayView bytes)
{
    if (m_journal)
        m_journal->append(event, bytes);
    for (EventSink *listener : m_listeners)
        listener->append(event, bytes);
}

void Recorder::append(const ConnectionSample &sample, EndpointId endpoint)
{
    if (m_journal)
        m_journal->appendSample(
            endpoint, sample.connection, sample.sample.time, toRecord(sample.sample.facts, sample.otherEnd));
}

void Recorder::append(const ListenerSample &sample)
{
    if (m_journal)
        m_journal->appendSample(sample.endpoint, {}, sample.sample.time, toRecord(sample.sample.facts));
}

bool Recorder::commit()
{
    // Listeners hear only of what is with the kernel: what they tell others must be in the recording.
    if (m_journal && !m_journal->commit())
        return false;
    bool done = true;
    for (EventSink *listener : m_listeners)
        done &= listener->commit();
    return done;
}

} // namespace swb::bench
