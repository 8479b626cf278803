#include "journal/scanner.h"

#include "journal/details.h"
#include "journal/packet.h"

namespace swb::journal {

namespace {

constexpr quint8 lastKind = quint8(EventKind::Annotation);

/// Of the others, the details are not needed before someone looks at the event.
bool hasIndexedDetails(quint8 kind)
{
    return EventKind(kind) == EventKind::Opened || EventKind(kind) == EventKind::Connecting
        || EventKind(kind) == EventKind::Gap || EventKind(kind) == EventKind::Annotation;
}

} // namespace

Scanner::Scanner(int fd, QString path, Verify verify, OpenProgress *progress, Index &index)
    : m_path(std::move(path))
    , m_verify(verify)
    , m_progress(progress)
    , m_file(fd)
    , m_index(index)
{
}

Outcome Scanner::scan()
{
    if (Outcome header = readSectionHeader(); !header)
        return header;
    TornTail tail;
    while (true) {
        if (!goesOn(m_progress, m_offset, m_file.size()))
            return Failure{FailureKind::Cancelled, 0, m_path};
        const BlockFile::Got got = m_file.blockAt(m_offset);
        const bool whole = got.status == BlockFile::Status::Whole;
        tail.reason = whole ? take(got.block) : got.reason;
        tail.damaged = got.status == BlockFile::Status::Damaged || (whole && !tail.reason.isEmpty());
        if (!whole || tail.damaged)
            break;
        m_offset += got.length;
        if (!m_started)
            m_valid = m_offset;
    }
    tail.validBytes = m_valid;
    tail.bytesAfter = m_file.size() - m_valid;
    if (tail.bytesAfter > 0 && tail.reason.isEmpty())
        tail.reason = QStringLiteral("event at %1: its last block is missing").arg(m_valid);
    m_index.setTail(tail);
    return Done{};
}

Outcome Scanner::readSectionHeader()
{
    const BlockFile::Got got = m_file.blockAt(0);
    if (got.problem == BlockProblem::NewerVersion)
        return Failure{FailureKind::UnsupportedRecording, 0, m_path};
    if (got.status != BlockFile::Status::Whole || got.block.type != BlockType::SectionHeader)
        return Failure{FailureKind::NotARecording, 0, m_path};
    m_offset = m_valid = got.length;
    return Done{};
}

QString Scanner::take(const Block &block)
{
    switch (block.type) {
    case BlockType::SectionHeader:
        return QStringLiteral("section header at %1: a recording has only one").arg(m_offset);
    case BlockType::InterfaceDescription:
        if (std::exchange(m_interfaceSeen, true))
            return QStringLiteral("interface description at %1: a recording has only one").arg(m_offset);
        return {};
    case BlockType::EnhancedPacket:
    case BlockType::Custom:
        break;
    }
    if (!m_interfaceSeen)
        return QStringLiteral("event at %1: the interface description is missing").arg(m_offset);
    if (block.stamp.kind == sampleKind)
        return takeSample(block);
    if (block.stamp.kind > lastKind && block.stamp.flags & MayBeSkipped && !m_started)
        return {};
    if (block.stamp.kind == 0 || block.stamp.kind > lastKind)
        return QStringLiteral("event at %1: unknown kind %2").arg(m_offset).arg(block.stamp.kind);
    if (m_verify == Verify::Everything && !block.packetIntact())
        return QStringLiteral("packet block at %1: CRC32 of the packet differs").arg(m_offset);
    return continueEvent(block);
}

QString Scanner::takeSample(const Block &block)
{
    const Stamp &stamp = block.stamp;
    if (m_started || block.type != BlockType::Custom || !(stamp.flags & FirstBlock)
        || !(stamp.flags & LastBlock))
        return QStringLiteral("sample at %1: it stands alone in one block").arg(m_offset);
    m_index.append(IndexedSample{EndpointId(stamp.endpoint), ConnectionId(stamp.connection), m_offset});
    return {};
}

QString Scanner::continueEvent(const Block &block)
{
    const Stamp &stamp = block.stamp;
    const bool first = stamp.flags & FirstBlock;
    if (first == m_started.has_value())
        return QStringLiteral("event at %1: a block of it is missing")
            .arg(m_started ? m_started->offset : m_offset);
    if (first)
        m_started = Started{m_offset, stamp, {}, 0};
    const Stamp &begun = m_started->stamp;
    if (stamp.kind != begun.kind || stamp.endpoint != begun.endpoint || stamp.connection != begun.connection)
        return QStringLiteral("event at %1: blocks of two events are mixed").arg(m_started->offset);

    if (hasIndexedDetails(stamp.kind))
        m_started->details += stamp.details;
    if (m_started->details.size() > maxBlockLength)
        return QStringLiteral("event at %1: its details are too long").arg(m_started->offset);
    if (block.type == BlockType::EnhancedPacket) {
        const std::optional<qsizetype> offset = payloadOffset(block.packet);
        if (!offset)
            return QStringLiteral("packet block at %1: no TCP over IP").arg(m_offset);
        m_started->payloadSize += quint64(block.packet.size() - *offset);
    }
    return stamp.flags & LastBlock ? finishEvent() : QString();
}

QString Scanner::finishEvent()
{
    const Started started = std::move(*m_started);
    m_started.reset();
    const Stamp &stamp = started.stamp;
    const auto kind = EventKind(stamp.kind);

    Event event;
    event.kind = kind;
    if (event.carriesBytes() ? stamp.size != started.payloadSize : started.payloadSize != 0)
        return QStringLiteral("event at %1: its packets do not hold its size").arg(started.offset);
    if (!decodeDetails(started.details, event))
        return QStringLiteral("event at %1: its details are no JSON of ours").arg(started.offset);
    if (kind == EventKind::Annotation && !m_index.isKnown(event.about))
        return QStringLiteral("annotation at %1: there is no event %2 before it")
            .arg(started.offset)
            .arg(event.about.value);
    m_index.append({kind, EndpointId(stamp.endpoint), ConnectionId(stamp.connection),
        Timestamp(std::chrono::nanoseconds(stamp.time)), started.offset, stamp.size, event.local, event.peer,
        event.outgoing, event.about, event.marked || !event.text.isEmpty()});
    return {};
}

} // namespace swb::journal
