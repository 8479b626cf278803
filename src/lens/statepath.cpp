#include "lens/statepath.h"

#include <QDebug>

#include <algorithm>
#include <map>

namespace swb::lens {

using kernel::FactId;
using kernel::TcpState;

namespace {

using enum kernel::TcpState;

/// The usual ways, by which what was not seen is filled in. A way to CLOSED is taken only where it is the
/// only one: from elsewhere it may have been a RST as well.
constexpr std::pair<TcpState, TcpState> usualSteps[] = {{Closed, SynSent}, {Listen, SynReceived},
    {SynSent, Established}, {SynSent, SynReceived}, {SynReceived, Established}, {Established, FinWait1},
    {Established, CloseWait}, {FinWait1, FinWait2}, {FinWait1, Closing}, {FinWait2, TimeWait},
    {Closing, TimeWait}, {CloseWait, LastAck}, {LastAck, Closed}, {TimeWait, Closed}};

bool mayEndUnseen(TcpState from)
{
    return from == CloseWait || from == LastAck || from == TimeWait;
}

std::optional<StateSample> stateIn(Timestamp time, const kernel::Facts &facts)
{
    const auto state = facts.value(FactId::State);
    if (!state)
        return std::nullopt;
    StateSample sample{time, TcpState(*state), {}};
    const auto left = facts.value(FactId::TimerRemaining);
    if (sample.state == TimeWait && left)
        sample.timer = std::chrono::microseconds(*left);
    return sample;
}

/// Puts together what is known of one end, in the order of time.
class PathMaker
{
public:
    explicit PathMaker(bool dialled)
        : m_start(dialled ? Closed : Listen)
    {
    }

    void take(const StateSample &sample)
    {
        arrive(sample.state, StateEvidence::Sampled, sample.time);
        m_path.timeWaitLeft = sample.timer;
    }

    void take(const Event &event)
    {
        const auto state = stateAfter(event.kind);
        if (!state)
            return;
        const bool isReset = event.kind == EventKind::ResetByPeer || event.kind == EventKind::ResetByUs;
        if (isReset)
            return end(event.time, true);
        if (*state == Closed)
            return end(event.time, false);
        if (*state == current() || statesBetween(current(), *state))
            arrive(*state, StateEvidence::Inferred, event.time);
    }

    StatePath finish() { return std::move(m_path); }

private:
    TcpState current() const { return m_path.visits.empty() ? m_start : m_path.visits.back().state; }

    /// Where what happened leads to; nothing: nowhere.
    std::optional<TcpState> stateAfter(EventKind kind) const
    {
        const TcpState now = current();
        switch (kind) {
        case EventKind::Connecting:
            return SynSent;
        case EventKind::Opened:
            return Established;
        case EventKind::Finished:
            return now == CloseWait || now == LastAck ? LastAck : FinWait1;
        case EventKind::PeerFinished:
            return now == FinWait1 || now == FinWait2 || now == Closing || now == TimeWait ? TimeWait
                                                                                           : CloseWait;
        case EventKind::Closed: // in order: then what was recorded before it has led on; else by an error
            return now == Established || now == SynSent || now == SynReceived ? std::optional(Closed)
                                                                              : std::nullopt;
        case EventKind::ResetByPeer:
        case EventKind::ResetByUs:
            return Closed;
        default:
            return std::nullopt;
        }
    }

    void end(Timestamp time, bool byReset)
    {
        if (current() == Closed && !m_path.visits.empty() && m_path.visits.size() > 1) {
            m_path.visits.back().byReset = m_path.visits.back().byReset || byReset;
            return;
        }
        begin();
        push({Closed, StateEvidence::Inferred, time, time, {}, {}, byReset}, time);
    }

    void begin()
    {
        if (m_path.visits.empty())
            m_path.visits.push_back({m_start, StateEvidence::Inferred, {}, {}, {}, {}, false});
    }

    void arrive(TcpState state, StateEvidence evidence, Timestamp time)
    {
        if (m_path.isOver() && state != Closed)
            return; // another connection between the same ends
        begin();
        // What was inferred gives way to what the kernel says.
        while (evidence == StateEvidence::Sampled && state != current() && !statesBetween(current(), state)
            && m_path.visits.size() > 1 && m_path.visits.back().evidence != StateEvidence::Sampled
            && state != Closed)
            m_path.visits.pop_back();
        if (state == current())
            return stay(evidence, time);
        const auto between = statesBetween(current(), state);
        if (!between && state != Closed)
            return; // another connection between the same ends
        for (const TcpState passed : between.value_or(std::vector<TcpState>()))
            push({passed, StateEvidence::NotSampled, {}, {}, {}, time, false}, time);
        push({state, evidence, time, time, {}, {}, false}, time);
    }

    void stay(StateEvidence evidence, Timestamp time)
    {
        StateVisit &visit = m_path.visits.back();
        visit.evidence = std::min(visit.evidence, evidence);
        visit.notAfter.reset();
        visit.first = std::min(visit.first.value_or(time), time);
        visit.last = std::max(visit.last.value_or(time), time);
    }

    void push(StateVisit visit, Timestamp time)
    {
        StateVisit &before = m_path.visits.back();
        before.notAfter = time;
        const bool isExact = visit.evidence == StateEvidence::Inferred;
        if (isExact && before.first)
            before.last = time; // the call itself has led on from there
        visit.notBefore = isExact ? time : before.last ? before.last : before.notBefore;
        m_path.visits.push_back(visit);
        m_path.timeWaitLeft.reset();
    }

    TcpState m_start;
    StatePath m_path;
};

} // namespace

std::optional<std::chrono::nanoseconds> StateVisit::atMost() const
{
    return notBefore && notAfter ? std::optional<std::chrono::nanoseconds>(*notAfter - *notBefore)
                                 : std::nullopt;
}

std::vector<StateSample> ownStates(const QList<bench::ConnectionSample> &samples)
{
    std::vector<StateSample> states;
    for (const bench::ConnectionSample &taken : samples) {
        if (const auto sample = stateIn(taken.sample.time, taken.sample.facts))
            states.push_back(*sample);
    }
    return states;
}

std::vector<StateSample> otherStates(const QList<bench::ConnectionSample> &samples)
{
    std::vector<StateSample> states;
    for (const bench::ConnectionSample &taken : samples) {
        if (const auto sample = taken.otherEnd ? stateIn(taken.sample.time, *taken.otherEnd) : std::nullopt)
            states.push_back(*sample);
    }
    return states;
}

StatePath statePathOf(const std::vector<Event> &events, const std::vector<StateSample> &samples, bool dialled)
{
    PathMaker maker(dialled);
    auto event = events.begin();
    for (const StateSample &sample : samples) {
        for (; event != events.end() && event->time <= sample.time; ++event)
            maker.take(*event);
        maker.take(sample);
    }
    for (; event != events.end(); ++event)
        maker.take(*event);
    return maker.finish();
}

std::optional<std::vector<TcpState>> statesBetween(TcpState from, TcpState to)
{
    if (to == Closed && !mayEndUnseen(from))
        return std::nullopt;
    std::map<TcpState, TcpState> cameFrom; // breadth first, so that the first way is a shortest one
    std::vector<TcpState> reached{from};
    for (size_t i = 0; i < reached.size() && !cameFrom.contains(to); ++i) {
        for (const auto &[start, end] : usualSteps) {
            const bool isAnother = start == Closed && from != Closed; // connection
            if (start == reached[i] && !isAnother && end != from && !cameFrom.contains(end)) {
                cameFrom[end] = start;
                reached.push_back(end);
            }
        }
    }
    if (!cameFrom.contains(to))
        return std::nullopt;
    std::vector<TcpState> way;
    for (TcpState state = cameFrom[to]; state != from; state = cameFrom[state])
        way.insert(way.begin(), state);
    return way;
}

QDebug operator<<(QDebug debug, const StateVisit &visit)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << kernel::stateName(visit.state)
                    << (visit.evidence == StateEvidence::Sampled           ? ""
                               : visit.evidence == StateEvidence::Inferred ? " (inferred)"
                                                                           : " (not sampled)")
                    << (visit.byReset ? " by RST" : "");
    return debug;
}

} // namespace swb::lens
