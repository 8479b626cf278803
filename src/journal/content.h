#pragma once

#include "base/event.h"
#include "base/result.h"
#include "journal/recording.h"

#include <QByteArray>

#include <memory>

namespace swb::journal {

/// The bytes of many events one after another, piece by piece and without a copy. One thread.
class Payloads
{
public:
    virtual ~Payloads() = default;
    virtual void start(EventSeq seq, const EventSummary &summary) = 0;
    /// Valid until the next call; empty: there is no more, or it cannot be read.
    virtual QByteArrayView next() = 0;
};

/// What the index of a recording points at: the fields and bytes of its events, which stand in different ways
/// in the files of this program and of others. Any thread.
class Content
{
public:
    virtual ~Content() = default;
    /// `seq` is below the index's count.
    virtual Result<Event> event(EventSeq seq) const = 0;
    /// Some bytes of a Received or Sent event; `offset` + `size` are within it. Fewer when they cannot be
    /// read.
    virtual QByteArray bytes(EventSeq seq, quint64 offset, quint64 size) const = 0;
    virtual std::unique_ptr<Payloads> payloads() const = 0;
    /// As Recording::packets().
    virtual EventPackets packets(EventSeq seq, qsizetype most) const = 0;
    /// The annotation that stands there.
    virtual Annotation annotationAt(quint64 fileOffset) const = 0;
    /// The samples that stand there; an empty one where none can be read.
    virtual QList<RecordedSample> samplesAt(const QList<quint64> &fileOffsets) const
    {
        return QList<RecordedSample>(fileOffsets.size());
    }
    virtual std::optional<ForeignCapture> foreign() const { return {}; }
};

} // namespace swb::journal
