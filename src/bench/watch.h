#pragma once

#include "base/ids.h"
#include "kernel/facts.h"

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

    bool isEmpty() const { return connections.isEmpty() && listeners.isEmpty(); }
    friend bool operator==(const Watch &, const Watch &) = default;
};

struct ConnectionSample
{
    ConnectionId connection;
    /// Of our end: kernel, options (read anew every tenth time), and what the program has counted. After we
    /// have closed it, for as long as the kernel still has it (FIN_WAIT, TIME_WAIT …); the last one says that
    /// the state is CLOSED.
    kernel::Sample sample;
    std::optional<kernel::Facts> otherEnd; ///< as the table of all sockets shows it

    friend bool operator==(const ConnectionSample &, const ConnectionSample &) = default;
};

struct ListenerSample
{
    EndpointId endpoint;
    kernel::Sample sample;

    friend bool operator==(const ListenerSample &, const ListenerSample &) = default;
};

} // namespace swb::bench
