#include "lens/pipeline.h"

#include <QDebug>

#include <algorithm>

namespace swb::lens {

using kernel::FactId;
using kernel::Facts;
using kernel::Source;

namespace {

/// Both ends that this bench has are looked at one right after the other.
constexpr std::chrono::milliseconds sameRound{8};

bool hasQueues(const Facts &facts)
{
    return facts.isGiven(FactId::OutQueueBytes);
}

class Reader
{
public:
    Reader(Source origin, const Facts &sender, const Facts &receiver)
        : m_isRecorded(origin == Source::Recorded)
        , m_sender(sender)
        , m_receiver(receiver)
    {
    }

    PipeFlow flow() const
    {
        PipeFlow flow;
        flow.at(PipePlace::Queued) = count(m_sender, FactId::QueuedBytes);
        flow.at(PipePlace::Unsent) = count(m_sender, FactId::UnsentBytes);
        flow.at(PipePlace::Unacked) = count(m_sender, FactId::UnackedBytes);
        flow.at(PipePlace::Unread) = count(m_receiver, FactId::UnreadBytes);
        flow.at(PipePlace::Read) = read();
        flow.acked = count(m_sender, FactId::BytesAcked);
        flow.window = count(m_sender, FactId::PeerWindow);
        if (!flow.window.bytes)
            flow.window = count(m_receiver, FactId::OurWindow);
        flow.total = total(flow);
        return flow;
    }

private:
    PipeCount count(const Facts &facts, FactId id) const { return {facts.value(id), label(originOf(id))}; }
    PipeCount derived(std::optional<qint64> bytes) const { return {bytes, label(Source::Derived)}; }
    Source label(Source source) const { return m_isRecorded ? Source::Recorded : source; }

    PipeCount read() const
    {
        if (m_receiver.isGiven(FactId::ReadBytes))
            return count(m_receiver, FactId::ReadBytes);
        const auto received = m_receiver.value(FactId::BytesReceived);
        const auto unread = m_receiver.value(FactId::UnreadBytes);
        return derived(received && unread ? std::optional(*received - *unread) : std::nullopt);
    }

    PipeCount total(const PipeFlow &flow) const
    {
        const auto queued = flow.at(PipePlace::Queued).bytes;
        if (const auto given = m_sender.value(FactId::GivenBytes); given && queued)
            return {*given + *queued, label(Source::Application)};
        const auto sent = m_sender.value(FactId::BytesSent);
        const auto again = m_sender.value(FactId::BytesRetransmitted);
        const auto unsent = m_sender.value(FactId::UnsentBytes);
        return derived(sent && again && unsent ? std::optional(*sent - *again + *unsent) : std::nullopt);
    }

    bool m_isRecorded;
    const Facts &m_sender;
    const Facts &m_receiver;
};

} // namespace

bool PipeFlow::isReceiverKnown() const
{
    return at(PipePlace::Unread).bytes && at(PipePlace::Read).bytes;
}

std::optional<qint64> PipeFlow::sum() const
{
    const auto unsent = at(PipePlace::Unsent).bytes;
    const auto unacked = at(PipePlace::Unacked).bytes;
    if (!unsent || !unacked || (!isReceiverKnown() && !acked.bytes))
        return std::nullopt;
    const qint64 arrived =
        isReceiverKnown() ? *at(PipePlace::Unread).bytes + *at(PipePlace::Read).bytes : *acked.bytes;
    return at(PipePlace::Queued).bytes.value_or(0) + *unsent + *unacked + arrived;
}

std::optional<qint64> PipeFlow::betweenLooks() const
{
    const auto all = sum();
    return all && total.bytes ? std::optional(*all - *total.bytes) : std::nullopt;
}

Pipeline pipelineOf(const kernel::Sample &ours, const std::optional<kernel::Facts> &theirs)
{
    const Facts other = theirs.value_or(Facts());
    return {Reader(ours.source, ours.facts, other).flow(), Reader(ours.source, other, ours.facts).flow()};
}

std::optional<Pipeline> lastPipeline(
    const QList<bench::ConnectionSample> &ours, const QList<bench::ConnectionSample> &twins, Timestamp until)
{
    const auto last = std::find_if(ours.rbegin(), ours.rend(),
        [until](const auto &taken) { return taken.sample.time <= until && hasQueues(taken.sample.facts); });
    if (last == ours.rend())
        return std::nullopt;
    const Timestamp time = last->sample.time;
    const auto twin = std::find_if(twins.rbegin(), twins.rend(),
        [&](const auto &taken) { return taken.sample.time <= time + sameRound; });
    if (twin != twins.rend() && twin->sample.time >= time - sameRound && hasQueues(twin->sample.facts))
        return pipelineOf(last->sample, twin->sample.facts);
    return pipelineOf(last->sample, last->otherEnd);
}

QDebug operator<<(QDebug debug, const Pipeline &pipeline)
{
    QDebugStateSaver saver(debug);
    debug.nospace();
    const auto write = [&debug](const PipeCount &count) {
        if (count.bytes)
            debug << *count.bytes;
        else
            debug << '?';
    };
    for (const PipeFlow *flow : {&pipeline.outgoing, &pipeline.incoming}) {
        debug << (flow == &pipeline.outgoing ? "out " : "; in ");
        write(flow->total);
        debug << " =";
        for (const PipeCount &place : flow->places) {
            debug << ' ';
            write(place);
        }
        debug << " window ";
        write(flow->window);
    }
    return debug;
}

} // namespace swb::lens
