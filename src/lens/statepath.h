#pragma once

#include "base/event.h"
#include "bench/watch.h"
#include "kernel/tcpstate.h"

#include <QList>

#include <optional>
#include <vector>

class QDebug;

namespace swb::lens {

/// How it is known that an end was in a state.
enum class StateEvidence : quint8
{
    Sampled, ///< the kernel was asked and said so
    Inferred, ///< a call of the program, or what it read, says so
    NotSampled, ///< it lies between two states that are known: passed, too fast to be seen
};

/// One state on the path of one end of a connection.
struct StateVisit
{
    kernel::TcpState state = kernel::TcpState::Closed;
    StateEvidence evidence = StateEvidence::NotSampled;
    /// First and last moment in which it is known to have been in it; nothing if it was not seen.
    std::optional<Timestamp> first;
    std::optional<Timestamp> last;
    /// It may have entered as early, and left as late.
    std::optional<Timestamp> notBefore;
    std::optional<Timestamp> notAfter;
    bool byReset = false; ///< it came here by a RST

    std::chrono::nanoseconds atLeast() const { return first ? *last - *first : std::chrono::nanoseconds(); }
    /// Nothing: it is in it still, or nobody knows since when.
    std::optional<std::chrono::nanoseconds> atMost() const;

    friend bool operator==(const StateVisit &, const StateVisit &) = default;
};
QDebug operator<<(QDebug debug, const StateVisit &visit);

/// The states that one end of a connection has gone through.
struct StatePath
{
    std::vector<StateVisit> visits; ///< in their order; empty: nothing is known of this end
    std::optional<std::chrono::microseconds> timeWaitLeft; ///< in TIME_WAIT, by the last sample

    bool isOver() const { return visits.size() > 1 && visits.back().state == kernel::TcpState::Closed; }
    friend bool operator==(const StatePath &, const StatePath &) = default;
};

/// What the kernel said of one end at one moment.
struct StateSample
{
    Timestamp time;
    kernel::TcpState state = kernel::TcpState::Closed;
    std::optional<std::chrono::microseconds> timer; ///< remaining, in TIME_WAIT
};
/// Of our end of the connection; those without a state are left out.
std::vector<StateSample> ownStates(const QList<bench::ConnectionSample> &samples);
/// Of its other end, as the table of all sockets showed it.
std::vector<StateSample> otherStates(const QList<bench::ConnectionSample> &samples);

/// From the events of this end, if a program of this bench has it, and what the kernel said; both ascending
/// by time. `dialled`: this end called connect().
StatePath statePathOf(
    const std::vector<Event> &events, const std::vector<StateSample> &samples, bool dialled);

/// The states of RFC 9293, figure 5, that lie between two, without both of them; nothing: the second cannot
/// follow the first but by a RST, or an end of the program. Of several ways the usual one.
std::optional<std::vector<kernel::TcpState>> statesBetween(kernel::TcpState from, kernel::TcpState to);

} // namespace swb::lens
