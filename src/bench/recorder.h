#pragma once

#include "base/eventsink.h"
#include "bench/watch.h"
#include "journal/writer.h"

#include <memory>
#include <vector>

namespace swb::bench {

/// The sink that the bench's sockets write to: passes every event to the journal, if there is one, and to
/// whoever listens in. Used on the engine's thread.
class Recorder : public EventSink
{
public:
    void setJournal(std::unique_ptr<journal::Writer> journal) { m_journal = std::move(journal); }
    journal::Writer *journal() const { return m_journal.get(); }
    void addListener(EventSink &listener) { m_listeners.push_back(&listener); } ///< outlives the recorder

    void append(const Event &event, QByteArrayView bytes) override;
    void append(const ConnectionSample &sample, EndpointId endpoint); ///< into the journal only
    void append(const ListenerSample &sample);
    bool commit() override;

private:
    std::unique_ptr<journal::Writer> m_journal;
    std::vector<EventSink *> m_listeners;
};

} // namespace swb::bench
