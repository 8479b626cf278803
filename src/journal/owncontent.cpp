#include "journal/owncontent.h"

#include "journal/blockfile.h"
#include "journal/details.h"
#include "journal/index.h"
#include "journal/packet.h"

namespace swb::journal {

namespace {

class OwnPayloads final : public Payloads
{
public:
    OwnPayloads(std::shared_ptr<const Index> index, int descriptor)
        : m_index(std::move(index))
        , m_file(descriptor)
    {
    }

    void start(EventSeq seq, const EventSummary &summary) override
    {
        m_at = Index::Reader(*m_index).fileOffset(seq);
        m_left = summary.size;
    }

    QByteArrayView next() override
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

private:
    std::shared_ptr<const Index> m_index;
    BlockFile m_file;
    quint64 m_at = 0; ///< in the file
    quint64 m_left = 0; ///< of the event
};

} // namespace

OwnContent::OwnContent(QString path, std::shared_ptr<const Index> index, int descriptor)
    : m_path(std::move(path))
    , m_index(std::move(index))
    , m_descriptor(descriptor)
{
}

Result<Event> OwnContent::event(EventSeq seq) const
{
    return eventAtOffset(Index::Reader(*m_index).fileOffset(seq));
}

Result<Event> OwnContent::eventAtOffset(quint64 fileOffset) const
{
    BlockFile file(m_descriptor);
    Event event;
    QByteArray details;
    quint8 flags = DetailsContinue;
    while (flags & DetailsContinue) {
        const BlockFile::Got got = file.blockAt(fileOffset);
        if (got.status != BlockFile::Status::Whole)
            return Failure{FailureKind::NotARecording, 0, m_path};
        const Stamp &stamp = got.block.stamp;
        event.kind = EventKind(stamp.kind);
        event.endpoint = EndpointId(stamp.endpoint);
        event.connection = ConnectionId(stamp.connection);
        event.time = Timestamp(std::chrono::nanoseconds(stamp.time));
        event.size = stamp.size;
        details += stamp.details;
        flags = stamp.flags;
        fileOffset += got.length;
    }
    if (!decodeDetails(details, event))
        return Failure{FailureKind::NotARecording, 0, m_path};
    return event;
}

QByteArray OwnContent::bytes(EventSeq seq, quint64 offset, quint64 size) const
{
    QByteArray result;
    result.reserve(qsizetype(size));
    BlockFile file(m_descriptor);
    quint64 at = Index::Reader(*m_index).fileOffset(seq);
    while (size > 0) {
        const BlockFile::Got got = file.blockAt(at);
        const std::optional<qsizetype> headers = payloadOffset(got.block.packet);
        if (got.status != BlockFile::Status::Whole)
            break;
        at += got.length;
        if (!headers)
            continue; // a block of long details
        const QByteArrayView payload = got.block.packet.sliced(*headers);
        if (offset >= quint64(payload.size())) {
            offset -= quint64(payload.size());
            continue;
        }
        if (!got.block.packetIntact())
            break;
        const QByteArrayView part = payload.sliced(qsizetype(offset));
        const QByteArrayView taken = part.first(qsizetype(std::min(quint64(part.size()), size)));
        result += taken;
        size -= quint64(taken.size());
        offset = 0;
    }
    return result;
}

EventPackets OwnContent::packets(EventSeq seq, qsizetype most) const
{
    EventPackets result;
    BlockFile file(m_descriptor);
    quint64 at = Index::Reader(*m_index).fileOffset(seq);
    for (quint8 flags = 0; !(flags & LastBlock);) {
        const BlockFile::Got got = file.blockAt(at);
        if (got.status != BlockFile::Status::Whole)
            break;
        flags = got.block.stamp.flags;
        at += got.length;
        if (got.block.type != BlockType::EnhancedPacket || got.block.packet.isEmpty())
            continue; // details, or an event that is no packet
        if (!got.block.packetIntact())
            break;
        result.more = result.packets.size() == most;
        if (result.more)
            break;
        const auto size = quint32(got.block.packet.size());
        result.packets.append({got.block.packet.toByteArray(), size, recordedLinkType});
    }
    return result;
}

Annotation OwnContent::annotationAt(quint64 fileOffset) const
{
    const Result<Event> event = eventAtOffset(fileOffset);
    return event ? Annotation{event->marked, event->text} : Annotation();
}

QList<RecordedSample> OwnContent::samplesAt(const QList<quint64> &fileOffsets) const
{
    BlockFile file(m_descriptor);
    QList<RecordedSample> samples;
    samples.reserve(fileOffsets.size());
    for (const quint64 offset : fileOffsets) {
        const BlockFile::Got got = file.blockAt(offset);
        const Stamp &stamp = got.block.stamp;
        RecordedSample sample;
        if (got.status == BlockFile::Status::Whole && stamp.kind == sampleKind)
            sample = {Timestamp(std::chrono::nanoseconds(stamp.time)), stamp.details.toByteArray()};
        samples.append(sample);
    }
    return samples;
}

std::unique_ptr<Payloads> OwnContent::payloads() const
{
    return std::make_unique<OwnPayloads>(m_index, m_descriptor);
}

} // namespace swb::journal
