#pragma once

#include "base/ids.h"
#include "kernel/facts.h"

#include <QSet>

#include <chrono>

namespace swb::bench {

/// Of whom the kernel's facts are wanted, and how often. Empty: nobody looks, and it costs nothing.
struct Watch
{
    QSet<ConnectionId> connections;
    QSet<EndpointId> listeners;
    std::chrono::milliseconds interval{100};

    bool isEmpty() const { return connections.isEmpty() && listeners.isEmpty(); }
    friend bool operator==(const Watch &, const Watch &) = default;
};

struct ConnectionSample
{
    ConnectionId connection;
    kernel::Sample sample;

    friend bool operator==(const ConnectionSample &, const ConnectionSample &) = default;
};

struct ListenerSample
{
    EndpointId endpoint;
    kernel::Sample sample;

    friend bool operator==(const ListenerSample &, const ListenerSample &) = default;
};

} // namespace swb::bench
