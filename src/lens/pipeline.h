#pragma once

#include "bench/watch.h"
#include "kernel/facts.h"

#include <array>
#include <optional>

class QDebug;

namespace swb::lens {

/// Where bytes are on their way from one program to the other, in that order.
enum class PipePlace : quint8
{
    Queued, ///< in the sending program's own queue
    Unsent, ///< the kernel has them and has not sent them
    Unacked, ///< sent, and not known to have arrived
    Unread, ///< in the receiving kernel
    Read, ///< the receiving program has them: all of them since the beginning
};
inline constexpr size_t pipePlaceTotal = size_t(PipePlace::Read) + 1;

/// A count of bytes; nothing: not available here.
struct PipeCount
{
    std::optional<qint64> bytes;
    kernel::Source source = kernel::Source::Kernel;

    friend bool operator==(const PipeCount &, const PipeCount &) = default;
};

/// One direction of a connection.
struct PipeFlow
{
    std::array<PipeCount, pipePlaceTotal> places;
    /// Everything since the beginning: what the sending program has handed over. If its own queue cannot be
    /// seen, what it has given to the kernel.
    PipeCount total;
    PipeCount acked; ///< payload that the receiving kernel has confirmed, as the sender knows
    PipeCount window; ///< what the receiver lets be sent beyond what it has confirmed, as the sender knows

    const PipeCount &at(PipePlace place) const { return places[size_t(place)]; }
    PipeCount &at(PipePlace place) { return places[size_t(place)]; }
    bool isQueueKnown() const { return at(PipePlace::Queued).bytes.has_value(); }
    /// The receiver can be looked at: otherwise what was confirmed stands for what is unread and read.
    bool isReceiverKnown() const;
    /// Of all places that can be seen; nothing: one of them cannot where it should be.
    std::optional<qint64> sum() const;
    /// sum() less the total. The two ends are looked at one after the other: above zero, so much moved on
    /// between the two looks, or has arrived unconfirmed, and is counted at both ends; below, at neither.
    std::optional<qint64> betweenLooks() const;

    friend bool operator==(const PipeFlow &, const PipeFlow &) = default;
};

/// Where all bytes of a connection are.
struct Pipeline
{
    PipeFlow outgoing; ///< what our program sends
    PipeFlow incoming;

    friend bool operator==(const Pipeline &, const Pipeline &) = default;
};
QDebug operator<<(QDebug debug, const Pipeline &pipeline);

/// `ours` is a sample of a connection of this bench; `theirs` are the facts of its other end, if that is on
/// this computer: of the table of all sockets, or a whole sample's where a program of this bench has it.
Pipeline pipelineOf(const kernel::Sample &ours, const std::optional<kernel::Facts> &theirs);
/// The same of the last moment, up to `until`, in which the kernel had queues of this connection. `twins` are
/// the samples of its other end, if a program of this bench has that. Nothing: there was no such moment.
std::optional<Pipeline> lastPipeline(const QList<bench::ConnectionSample> &ours,
    const QList<bench::ConnectionSample> &twins, Timestamp until = Timestamp::max());

} // namespace swb::lens
