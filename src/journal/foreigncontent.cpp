#include "journal/foreigncontent.h"

#include "journal/file.h"
#include "journal/filewindow.h"
#include "journal/index.h"

namespace swb::journal {

namespace {

ForeignEvents::Extents extentsOf(const Index &index, const ForeignEvents &events, EventSeq seq)
{
    const Index::Reader reader(index);
    return events.extents(seq, reader.fileOffset(seq), reader.summary(seq).size);
}

class ForeignPayloads final : public Payloads
{
public:
    ForeignPayloads(
        std::shared_ptr<const Index> index, std::shared_ptr<const ForeignEvents> events, int descriptor)
        : m_index(std::move(index))
        , m_events(std::move(events))
        , m_window(descriptor)
    {
    }

    void start(EventSeq seq, const EventSummary &) override
    {
        m_extents = extentsOf(*m_index, *m_events, seq);
        m_next = 0;
    }

    QByteArrayView next() override
    {
        while (m_next < m_extents.size()) {
            const capture::Extent &extent = m_extents[m_next++];
            const QByteArrayView bytes = m_window.bytesAt(extent.offset, qsizetype(extent.captured));
            if (bytes.size() < qsizetype(extent.captured))
                m_next = m_extents.size(); // the file has become shorter
            else if (!bytes.isEmpty())
                return bytes;
        }
        return {};
    }

private:
    std::shared_ptr<const Index> m_index;
    std::shared_ptr<const ForeignEvents> m_events;
    FileWindow m_window;
    ForeignEvents::Extents m_extents;
    size_t m_next = 0;
};

} // namespace

ForeignContent::ForeignContent(
    std::shared_ptr<const Index> index, std::shared_ptr<const ForeignEvents> events, int descriptor)
    : m_index(std::move(index))
    , m_events(std::move(events))
    , m_descriptor(descriptor)
{
}

Result<Event> ForeignContent::event(EventSeq seq) const
{
    const Index::Reader index(*m_index);
    const EventSummary summary = index.summary(seq);
    const RecordedConnection &connection = *index.find(summary.connection);
    Event event;
    event.kind = summary.kind;
    event.endpoint = connection.endpoint;
    event.connection = summary.connection;
    event.time = m_events->time(seq);
    event.size = summary.size;
    switch (event.kind) {
    case EventKind::Connecting:
    case EventKind::Opened:
        event.local = connection.local;
        event.peer = connection.peer;
        event.outgoing = event.kind == EventKind::Opened;
        event.text = connection.datagrams ? QStringLiteral("UDP") : QString();
        break;
    case EventKind::Gap:
        event.outgoing = summary.outgoing;
        break;
    case EventKind::ResetByPeer:
        event.failure = {FailureKind::ResetByPeer, 0, connection.peer.toString()};
        break;
    default:
        break;
    }
    return event;
}

QByteArray ForeignContent::bytes(EventSeq seq, quint64 offset, quint64 size) const
{
    QByteArray result;
    result.reserve(qsizetype(size));
    for (const capture::Extent &extent : extentsOf(*m_index, *m_events, seq)) {
        const quint64 skip = std::min<quint64>(offset, extent.captured);
        const quint64 wanted = std::min(extent.captured - skip, size);
        offset -= skip;
        if (wanted == 0)
            continue;
        const QByteArray part = readAt(m_descriptor, extent.offset + skip, qsizetype(wanted));
        result += part;
        size -= wanted;
        if (quint64(part.size()) < wanted)
            break; // the file has become shorter
    }
    return result;
}

std::unique_ptr<Payloads> ForeignContent::payloads() const
{
    return std::make_unique<ForeignPayloads>(m_index, m_events, m_descriptor);
}

EventPackets ForeignContent::packets(EventSeq seq, qsizetype most) const
{
    EventPackets result;
    std::optional<quint32> latest;
    const ForeignEvents::Extents extents = extentsOf(*m_index, *m_events, seq);
    for (const capture::Extent &extent : extents) {
        const std::optional<quint32> packet = m_events->packetAt(extent.offset);
        if (!packet || packet == latest)
            continue;
        latest = packet;
        result.more = result.packets.size() == most;
        if (result.more)
            break;
        const PacketPlace &place = m_events->packet(*packet);
        const QByteArray bytes = readAt(m_descriptor, place.offset, qsizetype(place.captured));
        if (quint32(bytes.size()) < place.captured)
            break; // the file has become shorter
        result.packets.append({bytes, place.wireSize, quint16(place.linkType)});
    }
    return result;
}

} // namespace swb::journal
