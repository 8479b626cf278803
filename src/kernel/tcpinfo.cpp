#include "kernel/tcpinfo.h"

#include "kernel/tcpstate.h"

#include <algorithm>
#include <cstring>

namespace swb::kernel {

namespace {

/// struct tcp_info of linux/tcp.h by offset: the header this is built with knows only the fields of its day.
struct Field
{
    FactId id;
    int offset;
    int size;
    int factor = 1; // to our unit
    quint64 unknown = ~quint64(1); // the number that means "none"; none does if it cannot occur
};

constexpr int milliseconds = 1000;
constexpr quint64 infiniteThreshold = 0x7fffffff;

constexpr Field fields[] = {
    {FactId::CongestionState, 1, 1},
    {FactId::RetransmitTries, 2, 1},
    {FactId::Probes, 3, 1},
    {FactId::Backoff, 4, 1},
    {FactId::Rto, 8, 4},
    {FactId::Ato, 12, 4},
    {FactId::SendMss, 16, 4},
    {FactId::ReceiveMss, 20, 4},
    {FactId::UnackedSegments, 24, 4},
    {FactId::SackedSegments, 28, 4},
    {FactId::LostSegments, 32, 4},
    {FactId::RetransmittedNow, 36, 4},
    {FactId::LastDataSent, 44, 4, milliseconds},
    {FactId::LastDataReceived, 52, 4, milliseconds},
    {FactId::LastAckReceived, 56, 4, milliseconds},
    {FactId::PathMtu, 60, 4},
    {FactId::ReceiveSlowStartThreshold, 64, 4},
    {FactId::Rtt, 68, 4, 1, 0},
    {FactId::RttVariation, 72, 4},
    {FactId::SlowStartThreshold, 76, 4, 1, infiniteThreshold},
    {FactId::CongestionWindow, 80, 4},
    {FactId::AdvertisedMss, 84, 4},
    {FactId::Reordering, 88, 4},
    {FactId::ReceiveRtt, 92, 4, 1, 0},
    {FactId::ReceiveSpace, 96, 4},
    {FactId::RetransmittedTotal, 100, 4},
    {FactId::PacingRate, 104, 8, 1, ~quint64(0)},
    {FactId::MaxPacingRate, 112, 8, 1, ~quint64(0)},
    {FactId::AckedSequence, 120, 8},
    {FactId::ReceivedSequence, 128, 8},
    {FactId::SegmentsOut, 136, 4},
    {FactId::SegmentsIn, 140, 4},
    {FactId::UnsentBytes, 144, 4},
    {FactId::MinRtt, 148, 4, 1, 0xffffffff},
    {FactId::DataSegmentsIn, 152, 4},
    {FactId::DataSegmentsOut, 156, 4},
    {FactId::DeliveryRate, 160, 8, 1, 0},
    {FactId::BusyTime, 168, 8},
    {FactId::ReceiveWindowLimitedTime, 176, 8},
    {FactId::SendBufferLimitedTime, 184, 8},
    {FactId::DeliveredSegments, 192, 4},
    {FactId::DeliveredMarked, 196, 4},
    {FactId::BytesSent, 200, 8},
    {FactId::BytesRetransmitted, 208, 8},
    {FactId::DsackDuplicates, 216, 4},
    {FactId::ReorderingSeen, 220, 4},
    {FactId::OutOfOrderSegments, 224, 4},
    {FactId::PeerWindow, 228, 4},
    {FactId::OurWindow, 232, 4},
    {FactId::TimeoutsTotal, 240, 2},
    {FactId::TimeoutRecoveries, 242, 2},
    {FactId::TimeoutTime, 244, 4, milliseconds},
};

struct Flag
{
    FactId id;
    int mask; // TCPI_OPT_…
};
constexpr int optionsOffset = 5;
constexpr Flag flags[] = {
    {FactId::TimestampsAgreed, 1},
    {FactId::SackAgreed, 2},
    {FactId::WindowScalingAgreed, 4},
    {FactId::EcnAgreed, 8},
    {FactId::EcnSeen, 16},
    {FactId::FastOpenData, 32},
};
constexpr int scalesOffset = 6; // two bit fields of four bits; the first of them is in the low bits on all
                                // little-endian systems and in the high ones on the others

template <class Number>
quint64 numberAt(const char *at)
{
    Number number;
    std::memcpy(&number, at, sizeof number);
    return number;
}

std::optional<quint64> fieldAt(QByteArrayView info, int offset, int size)
{
    if (offset + size > info.size())
        return std::nullopt;
    const char *at = info.data() + offset;
    switch (size) {
    case 1:
        return numberAt<quint8>(at);
    case 2:
        return numberAt<quint16>(at);
    case 4:
        return numberAt<quint32>(at);
    default:
        return numberAt<quint64>(at);
    }
}

std::optional<qint64> valueOf(QByteArrayView info, const Field &field)
{
    const auto number = fieldAt(info, field.offset, field.size);
    if (!number || *number == field.unknown)
        return std::nullopt;
    return static_cast<qint64>(*number) * field.factor;
}

void addAgreed(Facts &facts, QByteArrayView info)
{
    const auto options = fieldAt(info, optionsOffset, 1);
    for (const Flag &flag : flags)
        facts.set(flag.id, options ? std::optional<qint64>((*options & flag.mask) != 0) : std::nullopt);
    const auto scales = fieldAt(info, scalesOffset, 1);
    const bool scaled = facts.value(FactId::WindowScalingAgreed) == 1;
    constexpr int sendShift = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 0 : 4;
    const auto scale = [&](int shift) -> std::optional<qint64> {
        return scales && scaled ? std::optional<qint64>(*scales >> shift & 15) : std::nullopt;
    };
    facts.set(FactId::SendWindowScale, scale(sendShift));
    facts.set(FactId::ReceiveWindowScale, scale(4 - sendShift));
    const auto limited = fieldAt(info, scalesOffset + 1, 1);
    // The bit came together with the rate it is about: older kernels have zeros here.
    facts.set(FactId::DeliveryRateAppLimited,
        limited && facts.isGiven(FactId::DeliveryRate)
            ? std::optional<qint64>(Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? *limited & 1 : *limited >> 7)
            : std::nullopt);
}

void addReceived(Facts &facts, std::optional<TcpState> state)
{
    const auto counted = facts.value(FactId::ReceivedSequence);
    // Once it is over, nobody can tell whether it ended by a FIN, which is counted, or by a RST.
    const bool unclear = !counted || !state || (*state == TcpState::Closed && *counted > 0);
    facts.set(FactId::BytesReceived,
        unclear ? std::nullopt : std::optional<qint64>(*counted - hasPeerFinished(*state)));
}

/// What the kernel fills in, or counts from the handshake on, where there was nothing to measure.
void forgetWhatNeverWas(Facts &facts)
{
    if (!facts.isGiven(FactId::Rtt))
        facts.setUnavailable(FactId::RttVariation); // a start value
    if (facts.value(FactId::DataSegmentsOut) == 0)
        facts.setUnavailable(FactId::LastDataSent);
    if (facts.value(FactId::DataSegmentsIn) == 0)
        facts.setUnavailable(FactId::LastDataReceived);
}

std::optional<TcpState> stateOf(const Facts &facts)
{
    const auto state = facts.value(FactId::State);
    return state ? std::optional(TcpState(*state)) : std::nullopt;
}

} // namespace

Facts parseTcpInfo(QByteArrayView info)
{
    Facts facts;
    const auto number = fieldAt(info, 0, 1);
    const auto state = number ? stateFromLinux(static_cast<int>(*number)) : std::nullopt;
    facts.set(FactId::State, state ? std::optional(qint64(*state)) : std::nullopt);
    if (state == TcpState::Listen) {
        facts.set(FactId::AcceptQueue, fieldAt(info, 24, 4));
        facts.set(FactId::AcceptQueueLimit, fieldAt(info, 28, 4));
        return facts;
    }
    for (const Field &field : fields)
        facts.set(field.id, valueOf(info, field));
    addAgreed(facts, info);
    addReceived(facts, state);
    forgetWhatNeverWas(facts);
    addSendQueue(facts, std::nullopt, facts.value(FactId::UnsentBytes));
    return facts;
}

bool isOneMoment(QByteArrayView before, QByteArrayView after)
{
    const auto isEqual = [&](int offset, int size) {
        return fieldAt(before, offset, size) == fieldAt(after, offset, size);
    };
    constexpr FactId moving[] = {
        FactId::AckedSequence, FactId::ReceivedSequence, FactId::UnsentBytes, FactId::BytesSent};
    return isEqual(0, 1) && std::all_of(std::begin(fields), std::end(fields), [&](const Field &field) {
        const bool moves = std::find(std::begin(moving), std::end(moving), field.id) != std::end(moving);
        return !moves || isEqual(field.offset, field.size);
    });
}

void addSendQueue(Facts &facts, std::optional<qint64> outQueue, std::optional<qint64> unsent)
{
    const auto state = stateOf(facts);
    if (state && isFinUnderWay(*state)) {
        outQueue = outQueue ? std::optional(std::max(*outQueue - 1, qint64(0))) : outQueue;
        unsent = unsent ? std::optional(std::max(*unsent - 1, qint64(0))) : unsent;
    }
    if (state == TcpState::SynSent && outQueue)
        outQueue = std::max(*outQueue - 1, qint64(0)); // our SYN, in the table of all sockets
    // A connection that is over holds nothing, but the kernel still tells how far it had come.
    if (state == TcpState::Closed && outQueue.value_or(0) > 0)
        outQueue = unsent = std::nullopt;
    const bool both = outQueue && unsent && *outQueue >= *unsent;
    const auto unacked = both ? std::optional(*outQueue - *unsent) : std::nullopt;
    facts.set(FactId::OutQueueBytes, outQueue);
    facts.set(FactId::UnsentBytes, unsent);
    facts.set(FactId::UnackedBytes, unacked);

    const auto sent = facts.value(FactId::BytesSent);
    const auto again = facts.value(FactId::BytesRetransmitted);
    const auto counted = facts.value(FactId::AckedSequence);
    facts.setUnavailable(FactId::BytesAcked);
    if (!unacked || !sent || !again || !counted)
        return;
    const qint64 acked = *sent - *again - *unacked;
    if (acked >= 0 && *counted >= acked && *counted <= acked + 2) // SYN and FIN
        facts.set(FactId::BytesAcked, acked);
}

} // namespace swb::kernel
