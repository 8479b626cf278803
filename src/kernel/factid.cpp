#include "kernel/factid.h"

#include <algorithm>

namespace swb::kernel {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    FactId id;
    Unit unit;
    QLatin1StringView name;
    Source origin = Source::Kernel;
};

constexpr Row rows[] = {
    {FactId::State, Unit::Number, "state"_L1},
    {FactId::CongestionState, Unit::Number, "congestion-state"_L1},
    {FactId::TimerKind, Unit::Number, "timer"_L1},
    {FactId::TimerRemaining, Unit::Microseconds, "timer-remaining"_L1},
    {FactId::TimerTries, Unit::Number, "timer-tries"_L1},
    {FactId::Rtt, Unit::Microseconds, "rtt"_L1},
    {FactId::RttVariation, Unit::Microseconds, "rtt-variation"_L1},
    {FactId::MinRtt, Unit::Microseconds, "min-rtt"_L1},
    {FactId::ReceiveRtt, Unit::Microseconds, "receive-rtt"_L1},
    {FactId::Rto, Unit::Microseconds, "rto"_L1},
    {FactId::Ato, Unit::Microseconds, "ato"_L1},
    {FactId::LastDataSent, Unit::Microseconds, "last-data-sent"_L1},
    {FactId::LastDataReceived, Unit::Microseconds, "last-data-received"_L1},
    {FactId::LastAckReceived, Unit::Microseconds, "last-ack-received"_L1},
    {FactId::BusyTime, Unit::Microseconds, "busy-time"_L1},
    {FactId::ReceiveWindowLimitedTime, Unit::Microseconds, "receive-window-limited-time"_L1},
    {FactId::SendBufferLimitedTime, Unit::Microseconds, "send-buffer-limited-time"_L1},
    {FactId::CongestionWindow, Unit::Segments, "congestion-window"_L1},
    {FactId::SlowStartThreshold, Unit::Segments, "slow-start-threshold"_L1},
    {FactId::PeerWindow, Unit::Bytes, "peer-window"_L1},
    {FactId::OurWindow, Unit::Bytes, "our-window"_L1},
    {FactId::ReceiveSpace, Unit::Bytes, "receive-space"_L1},
    {FactId::ReceiveSlowStartThreshold, Unit::Bytes, "receive-slow-start-threshold"_L1},
    {FactId::SendMss, Unit::Bytes, "send-mss"_L1},
    {FactId::ReceiveMss, Unit::Bytes, "receive-mss"_L1},
    {FactId::AdvertisedMss, Unit::Bytes, "advertised-mss"_L1},
    {FactId::PathMtu, Unit::Bytes, "path-mtu"_L1},
    {FactId::UnreadBytes, Unit::Bytes, "unread-bytes"_L1},
    {FactId::OutQueueBytes, Unit::Bytes, "out-queue-bytes"_L1},
    {FactId::UnsentBytes, Unit::Bytes, "unsent-bytes"_L1},
    {FactId::UnackedBytes, Unit::Bytes, "unacked-bytes"_L1, Source::Derived},
    {FactId::BytesSent, Unit::Bytes, "bytes-sent"_L1},
    {FactId::BytesRetransmitted, Unit::Bytes, "bytes-retransmitted"_L1},
    {FactId::BytesAcked, Unit::Bytes, "bytes-acked"_L1, Source::Derived},
    {FactId::BytesReceived, Unit::Bytes, "bytes-received"_L1, Source::Derived},
    {FactId::AckedSequence, Unit::Number, "acked-sequence"_L1},
    {FactId::ReceivedSequence, Unit::Number, "received-sequence"_L1},
    {FactId::SegmentsOut, Unit::Segments, "segments-out"_L1},
    {FactId::SegmentsIn, Unit::Segments, "segments-in"_L1},
    {FactId::DataSegmentsOut, Unit::Segments, "data-segments-out"_L1},
    {FactId::DataSegmentsIn, Unit::Segments, "data-segments-in"_L1},
    {FactId::UnackedSegments, Unit::Segments, "unacked-segments"_L1},
    {FactId::SackedSegments, Unit::Segments, "sacked-segments"_L1},
    {FactId::LostSegments, Unit::Segments, "lost-segments"_L1},
    {FactId::RetransmittedNow, Unit::Segments, "retransmitted-now"_L1},
    {FactId::RetransmittedTotal, Unit::Segments, "retransmitted-total"_L1},
    {FactId::RetransmitTries, Unit::Number, "retransmit-tries"_L1},
    {FactId::Probes, Unit::Number, "probes"_L1},
    {FactId::Backoff, Unit::Number, "backoff"_L1},
    {FactId::OutOfOrderSegments, Unit::Segments, "out-of-order-segments"_L1},
    {FactId::DsackDuplicates, Unit::Number, "dsack-duplicates"_L1},
    {FactId::Reordering, Unit::Segments, "reordering"_L1},
    {FactId::ReorderingSeen, Unit::Number, "reordering-seen"_L1},
    {FactId::DeliveredSegments, Unit::Segments, "delivered-segments"_L1},
    {FactId::DeliveredMarked, Unit::Segments, "delivered-marked"_L1},
    {FactId::TimeoutsTotal, Unit::Number, "timeouts-total"_L1},
    {FactId::TimeoutRecoveries, Unit::Number, "timeout-recoveries"_L1},
    {FactId::TimeoutTime, Unit::Microseconds, "timeout-time"_L1},
    {FactId::PacingRate, Unit::BytesPerSecond, "pacing-rate"_L1},
    {FactId::MaxPacingRate, Unit::BytesPerSecond, "max-pacing-rate"_L1},
    {FactId::DeliveryRate, Unit::BytesPerSecond, "delivery-rate"_L1},
    {FactId::DeliveryRateAppLimited, Unit::Flag, "delivery-rate-app-limited"_L1},
    {FactId::TimestampsAgreed, Unit::Flag, "timestamps"_L1},
    {FactId::SackAgreed, Unit::Flag, "sack"_L1},
    {FactId::WindowScalingAgreed, Unit::Flag, "window-scaling"_L1},
    {FactId::SendWindowScale, Unit::Number, "send-window-scale"_L1},
    {FactId::ReceiveWindowScale, Unit::Number, "receive-window-scale"_L1},
    {FactId::EcnAgreed, Unit::Flag, "ecn"_L1},
    {FactId::EcnSeen, Unit::Flag, "ecn-seen"_L1},
    {FactId::FastOpenData, Unit::Flag, "fast-open-data"_L1},
    {FactId::SendBufferSize, Unit::Bytes, "send-buffer-size"_L1},
    {FactId::ReceiveBufferSize, Unit::Bytes, "receive-buffer-size"_L1},
    {FactId::ReceiveMemory, Unit::Bytes, "receive-memory"_L1},
    {FactId::SendMemory, Unit::Bytes, "send-memory"_L1},
    {FactId::ForwardMemory, Unit::Bytes, "forward-memory"_L1},
    {FactId::QueuedMemory, Unit::Bytes, "queued-memory"_L1},
    {FactId::OptionMemory, Unit::Bytes, "option-memory"_L1},
    {FactId::BacklogMemory, Unit::Bytes, "backlog-memory"_L1},
    {FactId::Drops, Unit::Number, "drops"_L1},
    {FactId::AcceptQueue, Unit::Connections, "accept-queue"_L1},
    {FactId::AcceptQueueLimit, Unit::Connections, "accept-queue-limit"_L1},
    {FactId::OptionNoDelay, Unit::Flag, "no-delay"_L1},
    {FactId::OptionKeepAlive, Unit::Flag, "keep-alive"_L1},
    {FactId::OptionReuseAddress, Unit::Flag, "reuse-address"_L1},
    {FactId::OptionReusePort, Unit::Flag, "reuse-port"_L1},
    {FactId::OptionLinger, Unit::Microseconds, "linger"_L1},
    {FactId::OptionUserTimeout, Unit::Microseconds, "user-timeout"_L1},
    {FactId::OptionKeepAliveIdle, Unit::Microseconds, "keep-alive-idle"_L1},
    {FactId::OptionKeepAliveInterval, Unit::Microseconds, "keep-alive-interval"_L1},
    {FactId::OptionKeepAliveCount, Unit::Number, "keep-alive-count"_L1},
    {FactId::OptionQuickAck, Unit::Flag, "quick-ack"_L1},
    {FactId::OptionCork, Unit::Flag, "cork"_L1},
    {FactId::OptionOnlyV6, Unit::Flag, "only-v6"_L1},
    {FactId::OptionNotSentLowWater, Unit::Bytes, "not-sent-low-water"_L1},
    {FactId::Uid, Unit::Number, "uid"_L1},
    {FactId::Inode, Unit::Number, "inode"_L1},
    {FactId::Process, Unit::Number, "process"_L1},
    {FactId::InterfaceIndex, Unit::Number, "interface-index"_L1},
    {FactId::QueuedBytes, Unit::Bytes, "queued-bytes"_L1, Source::Application},
    {FactId::GivenBytes, Unit::Bytes, "given-bytes"_L1, Source::Application},
    {FactId::ReadBytes, Unit::Bytes, "read-bytes"_L1, Source::Application},
    {FactId::NextDatagramBytes, Unit::Bytes, "next-datagram-bytes"_L1},
};

const Row *rowOf(FactId id)
{
    const auto row = std::lower_bound(
        std::begin(rows), std::end(rows), id, [](const Row &a, FactId wanted) { return a.id < wanted; });
    return row != std::end(rows) && row->id == id ? row : nullptr;
}

} // namespace

Unit unitOf(FactId id)
{
    const Row *row = rowOf(id);
    return row ? row->unit : Unit::Number;
}

Source originOf(FactId id)
{
    const Row *row = rowOf(id);
    return row ? row->origin : Source::Kernel;
}

QLatin1StringView factName(FactId id)
{
    const Row *row = rowOf(id);
    return row ? row->name : QLatin1StringView();
}

const QList<FactId> &allFacts()
{
    static const QList<FactId> ids = [] {
        QList<FactId> all;
        for (const Row &row : rows)
            all.append(row.id);
        return all;
    }();
    return ids;
}

} // namespace swb::kernel
