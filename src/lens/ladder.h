#pragma once

#include "lens/ladderrows.h"

#include <QCache>

#include <array>
#include <vector>

namespace swb::lens {

/// Where a mark comes from.
enum class Certainty : quint8
{
    Observed, ///< a program of this bench did it, or its kernel told
    Wire, ///< another program's capture saw it pass, somewhere between the two ends
    Inferred, ///< it must have happened; when, nobody saw
};

/// When bytes that one end sent went out and were acknowledged, as its kernel tells (SO_TIMESTAMPING).
struct SendTimes
{
    quint64 endOffset = 0; ///< in the stream: everything before it
    std::optional<Timestamp> sent; ///< handed to the network interface
    std::optional<Timestamp> acknowledged; ///< the acknowledgement was read by the kernel
};

/// What is known of a connection beside its events.
struct LadderEvidence
{
    bool synSaved = false; ///< the listener's kernel kept the SYN itself (TCP_SAVED_SYN)
    std::array<std::vector<SendTimes>, 2> sends; ///< by the end that sent; ascending by endOffset
};

/// One line of the ladder: what happened at one end.
struct Rung
{
    enum class Kind : quint8
    {
        Event,
        Handshake, ///< no event of ours: it has to be here, since the connection was opened
    };
    Kind kind = Kind::Event;
    EventKind event = EventKind::Note;
    LadderEnd end = LadderEnd::Left;
    EventSeq seq; ///< Event
    Timestamp time; ///< Handshake: of connect, or else of the rung behind it
    quint64 offset = 0; ///< Received, Sent: of its first byte in the stream
    quint64 size = 0;
    std::optional<Timestamp> acknowledged; ///< Sent: when the last of it was

    bool carriesBytes() const
    {
        return kind == Kind::Event && (event == EventKind::Sent || event == EventKind::Received);
    }
    /// Which way its bytes go.
    LadderEnd flow() const { return event == EventKind::Received ? opposite(end) : end; }
};

/// Something that goes from one end to the other.
struct Crossing
{
    enum class Kind : quint8
    {
        Syn,
        SynAck,
        Ack, ///< the third of the handshake
        Data,
        DataAck, ///< reaches the rung `toRow` at its `acknowledged` time
        Fin,
        Rst,
    };
    Kind kind = Kind::Data;
    LadderEnd from = LadderEnd::Left;
    Certainty certainty = Certainty::Inferred;
    std::optional<quint32> fromRow; ///< nothing: that end tells nothing of it
    std::optional<quint32> toRow; ///< the same; of a handshake all are in one row
    quint64 begin = 0; ///< Data: the bytes, in the stream
    quint64 end = 0;
    quint32 sends = 1; ///< Data: so many, of which fromRow is the first

    friend bool operator==(const Crossing &, const Crossing &) = default;
};
QDebug operator<<(QDebug debug, const Crossing &crossing);

/// Some rows of the ladder that follow one another.
struct LadderPage
{
    quint32 firstRow = 0;
    std::vector<Rung> rungs;
    /// What arrives here, wherever it was sent, and what leaves here and does not arrive here: so of two
    /// pages side by side the second has everything between them whole.
    std::vector<Crossing> crossings;
    bool isSettled = true; ///< false: what comes later may show where something arrives

    quint32 endRow() const { return firstRow + quint32(rungs.size()); }
    const Rung &rung(quint32 row) const { return rungs[row - firstRow]; }
    bool contains(quint32 row) const { return row >= firstRow && row < endRow(); }
};

/// What passed between the two ends of a connection, from top to bottom: from the events of both where both
/// are in the recording, and otherwise from those of one, with what the other must have done. Reads a page at
/// a time and keeps some of them, so ten million events cost what ten do. Used on one thread.
class Ladder
{
public:
    static constexpr quint32 PageRows = 512;

    /// `connection` must be in the recording.
    Ladder(std::shared_ptr<const journal::Recording> recording, ConnectionId connection,
        LadderEvidence evidence = {});

    /// Takes over what the recording has gained, in whole rows behind the last one: how many.
    quint32 refresh();
    void setEvidence(LadderEvidence evidence);

    const LadderRows &rows() const { return m_rows; }
    quint32 rowCount() const { return m_rows.count(); }
    quint32 pageCount() const { return (rowCount() + PageRows - 1) / PageRows; }
    const LadderPage &page(quint32 index); ///< index < pageCount(); valid until the next call
    Rung rung(quint32 row) { return page(row / PageRows).rung(row); }
    /// Of the first row that is about this connection: a server may have listened for hours.
    Timestamp start();

private:
    struct Builder;
    LadderPage readPage(quint32 index) const;

    std::shared_ptr<const journal::Recording> m_recording;
    LadderEvidence m_evidence;
    LadderRows m_rows;
    QCache<quint32, LadderPage> m_pages;
    std::vector<quint32> m_unsettled; ///< pages in the cache that are not
};

/// Rungs that stand together at a scale: one, or many sends and reads of bytes that are too close to be told
/// apart.
struct LadderBlock
{
    struct Flow
    {
        quint32 sends = 0;
        quint32 reads = 0;
        quint64 sentBytes = 0;
        quint64 readBytes = 0;

        bool isAny() const { return sends > 0 || reads > 0; }
        quint64 bytes() const { return std::max(sentBytes, readBytes); }
        friend bool operator==(const Flow &, const Flow &) = default;
    };
    quint32 firstRow = 0;
    quint32 endRow = 0;
    Timestamp first;
    Timestamp last;
    std::array<Flow, 2> flows; ///< by where the bytes come from; empty unless it is a burst

    bool isBurst() const { return endRow - firstRow > 1; }
    friend bool operator==(const LadderBlock &, const LadderBlock &) = default;
};
QDebug operator<<(QDebug debug, const LadderBlock &block);

/// How coarse the ladder is looked at.
struct LadderGrain
{
    static constexpr quint32 FewestInBurst = 8;

    std::chrono::nanoseconds within{}; ///< sends and reads no further apart may become one; 0: none do
    bool acrossTurns = false; ///< also of both directions

    friend bool operator==(const LadderGrain &, const LadderGrain &) = default;
};
/// A burst ends where a page ends, so that any place is found without going back to its beginning.
std::vector<LadderBlock> blocksOf(const LadderPage &page, const LadderGrain &grain);

} // namespace swb::lens
