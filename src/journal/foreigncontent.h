#pragma once

#include "journal/content.h"
#include "journal/foreignevents.h"

namespace swb::journal {

class Index;

/// The content of another program's capture: the bytes are read where that program put them.
class ForeignContent final : public Content
{
public:
    /// Does not own the descriptor.
    ForeignContent(
        std::shared_ptr<const Index> index, std::shared_ptr<const ForeignEvents> events, int descriptor);

    Result<Event> event(EventSeq seq) const override;
    QByteArray bytes(EventSeq seq, quint64 offset, quint64 size) const override;
    std::unique_ptr<Payloads> payloads() const override;
    EventPackets packets(EventSeq seq, qsizetype most) const override;
    /// None: nothing is ever written to the file.
    Annotation annotationAt(quint64) const override { return {}; }
    std::optional<ForeignCapture> foreign() const override { return m_events->facts; }

private:
    std::shared_ptr<const Index> m_index;
    std::shared_ptr<const ForeignEvents> m_events;
    int m_descriptor;
};

} // namespace swb::journal
