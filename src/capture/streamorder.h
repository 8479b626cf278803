#pragma once

#include "base/clock.h"
#include "capture/extent.h"

#include <optional>
#include <vector>

namespace swb::capture {

/// What comes out of one direction of a TCP connection, in order.
struct OrderedPiece
{
    enum class Kind : quint8
    {
        Bytes, ///< extent, all of it captured
        Gap, ///< missing
        Finished, ///< FIN
    };
    Kind kind = Kind::Bytes;
    Extent extent;
    quint64 missing = 0;
    Timestamp time; ///< of the packet that brought it; of Gap, of the packet behind it
};

/// Puts the segments of one direction of a TCP connection in order, by their places in the file. Of bytes
/// that come more than once the first to come count. What is missing is waited for until the receiver has
/// acknowledged it (then it arrived, and only the capture lacks it), too much waits, or the capture ends:
/// then it is a gap.
class StreamOrder
{
public:
    using Output = std::vector<OrderedPiece>; ///< appended to

    bool isStarted() const { return m_started; }
    /// From this sequence number on. Until then the first segment is taken for the beginning.
    void start(quint32 sequence);
    void add(quint32 sequence, const Extent &payload, Timestamp time, Output &output);
    void finish(quint32 sequence, Timestamp time, Output &output); ///< a FIN with this sequence number
    /// The other side has everything before this sequence number.
    void acknowledge(quint32 sequence, Output &output);
    /// Nothing more will come; `time` is that of a gap at the end.
    void flush(Timestamp time, Output &output);

    bool isFinished() const { return m_finished; } ///< up to the FIN everything is out
    bool isBeyond(quint32 sequence) const { return positionOf(sequence) > m_next; }

private:
    /// A byte's place in the stream: its sequence number without wrapping around.
    using Position = quint64;
    struct Piece
    {
        Position position;
        Extent extent;
        Timestamp time;
        Position end() const { return position + extent.size; }
    };
    Position positionOf(quint32 sequence) const;
    void hold(Piece piece);
    void release(const Piece &piece, Output &output);
    void releaseReady(Output &output);
    void putGap(Position until, Timestamp time, Output &output);

    bool m_started = false;
    bool m_finished = false;
    Position m_next = 0;
    Position m_acknowledged = 0;
    std::optional<Position> m_end; ///< of the FIN
    Timestamp m_endTime;
    std::vector<Piece> m_held; ///< by position, none overlapping another
};

} // namespace swb::capture
