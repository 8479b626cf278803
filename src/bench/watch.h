#pragma once

#include "base/ids.h"
#include "kernel/facts.h"
#include "kernel/procnet.h"

#include <QSet>

#include <chrono>
#include <optional>

namespace swb::bench {

/// Of whom the kernel's facts are wanted, and how often. Empty: nobody looks, and it costs nothing.
struct Watch
{
    QSet<ConnectionId> connections;
    /// Those of `connections` whose other end is wanted, too, if it is on this computer, whoever has it.
    QSet<ConnectionId> otherEnds;
    QSet<EndpointId> listeners;
    std::chrono::milliseconds interval{100};
    /// Listeners of whom it is wanted who stands around them; as often as that can be had for little.
    QSet<EndpointId> halls = {};

    bool isEmpty() const { return connections.isEmpty() && listeners.isEmpty() && halls.isEmpty(); }
    friend bool operator==(const Watch &, const Watch &) = default;
};

struct ConnectionSample
{
    ConnectionId connection;
    /// Of our end: kernel, options (read anew every tenth time), and what the program has counted. After we
    /// have closed it, for as long as the kernel still has it (FIN_WAIT, TIME_WAIT …); the last one says that
    /// the state is CLOSED.
    kernel::Sample sample;
    /// As the table of all sockets shows it; that the state is CLOSED once it is there no more.
    std::optional<kernel::Facts> otherEnd;

    friend bool operator==(const ConnectionSample &, const ConnectionSample &) = default;
};

struct ListenerSample
{
    EndpointId endpoint;
    kernel::Sample sample;

    friend bool operator==(const ListenerSample &, const ListenerSample &) = default;
};

/// Who stands around a listener. Not recorded.
struct HallSample
{
    EndpointId endpoint;
    Timestamp time;
    SocketAddress listener; ///< where it listens
    /// Every TCP socket of this computer that has the listener's port at either end, but for those in
    /// TIME_WAIT: also of other listeners and of clients that dial another computer's.
    QList<kernel::SocketRow> rows;
    bool complete = true; ///< false: they changed under the reading, or are too many
    kernel::Counters counters;
    bool available = true; ///< false: this system shows no sockets

    friend bool operator==(const HallSample &, const HallSample &) = default;
};

} // namespace swb::bench
