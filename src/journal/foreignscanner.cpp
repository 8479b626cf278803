#include "journal/foreignscanner.h"

#include "capture/linktype.h"

namespace swb::journal {

namespace {

/// All connections of a capture are those of one endpoint: the capture itself.
constexpr EndpointId captureEndpoint(1);

/// Plain acknowledgements bring none, and they are half of many captures.
bool mayBringAnEvent(const capture::Segment &segment)
{
    return segment.payload.size > 0 || segment.transport == capture::Transport::Udp
        || segment.flags & (capture::Syn | capture::Fin | capture::Rst);
}

} // namespace

ForeignScanner::ForeignScanner(
    int fd, QString path, OpenProgress *progress, Index &index, ForeignEvents &events)
    : m_path(std::move(path))
    , m_progress(progress)
    , m_window(fd)
    , m_index(index)
    , m_events(events)
    , m_conversations([this](const capture::FlowEvent &event) { append(event); })
{
}

Outcome ForeignScanner::scan()
{
    using Status = capture::PacketReader::Status;
    const auto made = capture::makePacketReader(m_window, m_path);
    if (!made)
        return made.failure();
    capture::PacketReader &reader = **made;
    m_events.facts.format = reader.formatName();
    capture::Packet packet;
    Status status = Status::Packet;
    while (true) {
        if (!goesOn(m_progress, reader.position(), m_window.size()))
            return Failure{FailureKind::Cancelled, 0, m_path};
        status = reader.next(packet);
        if (status != Status::Packet)
            break;
        take(packet);
    }
    m_conversations.finish();
    ForeignCapture &facts = m_events.facts;
    facts.lostFragments = m_fragments.lost();
    if (facts.packets > 0 && facts.otherLinks == facts.packets)
        return Failure{FailureKind::UnsupportedLinkType, 0, m_otherLink};
    m_index.setTail(
        {reader.position(), m_window.size() - reader.position(), status == Status::Damaged, reader.reason()});
    return Done{};
}

void ForeignScanner::take(const capture::Packet &packet)
{
    ForeignCapture &facts = m_events.facts;
    ++facts.packets;
    capture::Segment segment;
    capture::Fragment fragment;
    switch (capture::readHeaders(packet, segment, fragment)) {
    case capture::Found::Segment:
        m_current = {packet.offset, packet.time, segment.flags};
        if (mayBringAnEvent(segment))
            m_events.appendPacket(packet);
        m_conversations.add(segment, {&segment.payload, 1}, packet.time);
        break;
    case capture::Found::Fragment:
        m_current = {packet.offset, packet.time, 0};
        m_events.appendPacket(packet);
        if (const auto whole = m_fragments.add(fragment, packet.time))
            m_conversations.add(whole->segment, whole->payload, whole->time);
        break;
    case capture::Found::OtherProtocol:
        ++facts.otherProtocols;
        break;
    case capture::Found::OtherLink:
        if (facts.otherLinks++ == 0)
            m_otherLink = capture::linkTypeName(packet.linkType);
        break;
    case capture::Found::Unreadable:
        ++facts.unreadable;
        break;
    }
}

/// What ends a connection may be told only when something that was missing has come.
bool ForeignScanner::isBroughtByCurrent(const capture::FlowEvent &event) const
{
    if (event.time != m_current.time)
        return false;
    switch (event.kind) {
    case EventKind::Connecting:
    case EventKind::Opened:
        return true;
    case EventKind::Finished:
    case EventKind::PeerFinished:
        return m_current.flags & capture::Fin;
    case EventKind::ResetByUs:
    case EventKind::ResetByPeer:
        return m_current.flags & capture::Rst;
    default:
        return false;
    }
}

void ForeignScanner::append(const capture::FlowEvent &event)
{
    IndexedEvent indexed;
    indexed.kind = event.kind;
    indexed.endpoint = captureEndpoint;
    indexed.connection = event.connection;
    indexed.time = event.time;
    indexed.fileOffset = !event.bytes.empty() ? event.bytes.front().offset
        : isBroughtByCurrent(event)           ? m_current.offset
                                              : 0;
    indexed.size = event.size;
    indexed.local = event.local;
    indexed.peer = event.peer;
    indexed.outgoing = event.outgoing || event.kind == EventKind::Opened;
    indexed.datagrams = event.transport == capture::Transport::Udp;
    m_index.append(indexed);
    m_events.append(event.time, event.bytes);
}

} // namespace swb::journal
