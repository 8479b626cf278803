#pragma once

#include "journal/recording.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace swb::lens {

/// The ends of a connection as they stand on paper: who opened it is on the left.
enum class LadderEnd : quint8
{
    Left,
    Right
};
constexpr LadderEnd opposite(LadderEnd end)
{
    return end == LadderEnd::Left ? LadderEnd::Right : LadderEnd::Left;
}

/// The other end of a connection where that is in the same recording: its addresses are the same the other
/// way round. Of several that had these addresses one after another, the nearest in time.
std::optional<ConnectionId> twinOf(const journal::Recording &recording, ConnectionId connection);

/// The events of both ends of a connection as one list of rows, in the order of the recording; before them
/// what their endpoints did to bring it about. Holds numbers only, and finds any row by halving.
class LadderRows
{
public:
    struct Row
    {
        LadderEnd end = LadderEnd::Left;
        EventSeq seq;
        bool isHandshake = false; ///< has no seq
    };

    LadderRows(std::shared_ptr<const journal::Recording> recording, ConnectionId connection);

    quint32 refresh(); ///< takes over what the recording has gained: how many rows
    quint32 count() const { return prologueSize() + m_counts[0] + m_counts[1]; }
    quint32 prologueSize() const { return quint32(m_prologue.size()); }
    Row row(quint32 row) const; ///< row < count()
    std::vector<Row> rows(quint32 first, quint32 end) const; ///< quicker than one by one
    std::optional<quint32> rowOf(EventSeq seq) const;

    const journal::Recording &recording() const { return *m_recording; }
    const std::shared_ptr<const journal::Recording> &sharedRecording() const { return m_recording; }
    LadderEnd ownEnd() const { return m_ownEnd; } ///< of the connection that was asked for
    /// The connection whose events tell what this end did; invalid: nobody tells.
    ConnectionId connection(LadderEnd end) const { return m_filters[size_t(end)].connection; }
    bool isTold(LadderEnd end) const { return connection(end).isValid(); }
    SocketAddress address(LadderEnd end) const;
    bool isForeign() const { return m_isForeign; }
    bool isDatagrams() const { return m_facts.datagrams; }

    /// The row of the event with this byte of what an end received or sent.
    std::optional<quint32> rowOfByte(LadderEnd end, EventKind direction, quint64 offset) const;
    quint64 byteCount(LadderEnd end, EventKind direction) const; ///< in the rows that are taken over
    /// The row in which an end finished sending, or in which it read that the other has.
    std::optional<quint32> rowOfFinish(LadderEnd end) const;
    std::optional<quint32> rowOfPeerFinish(LadderEnd end) const;
    /// The row of one of the last things an end did.
    std::optional<quint32> rowOfEnding(LadderEnd end, EventKind kind) const;

private:
    EventSeq seqAt(size_t end, quint32 row) const { return m_recording->rowAt(m_filters[end], row); }
    void findPrologue();
    std::optional<EventSeq> lastBefore(EndpointId endpoint, EventSeq seq, EventKind kind) const;
    quint32 countBefore(size_t end, EventSeq seq) const;
    quint32 leftAmong(quint32 merged) const;
    std::optional<quint32> scan(LadderEnd end, quint32 from, EventKind kind) const;

    std::shared_ptr<const journal::Recording> m_recording;
    journal::RecordedConnection m_facts; ///< of the connection that was asked for
    bool m_isForeign;
    LadderEnd m_ownEnd;
    std::array<journal::RowFilter, 2> m_filters;
    std::array<quint32, 2> m_counts{};
    std::vector<Row> m_prologue;
};

} // namespace swb::lens
