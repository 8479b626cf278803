#pragma once

#include "base/address.h"
#include "base/clock.h"
#include "bench/watch.h"
#include "kernel/sockdiag.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace swb::bench {

/// Asks the kernel about what is watched, from the watched sockets' own descriptors. Lives on the engine's
/// thread; without a watch there is no timer.
class Sampler : public QObject
{
    Q_OBJECT

public:
    struct Connection
    {
        int descriptor = -1; ///< -1: closed
        SocketAddress local;
        SocketAddress peer;
        kernel::Facts counted; ///< by this program
    };
    /// Who is watched: nothing, or -1, for an id that is unknown or does not listen.
    struct Subjects
    {
        std::function<std::optional<Connection>(ConnectionId)> connection;
        std::function<int(EndpointId)> listener;
    };

    Sampler(const Clock &clock, Subjects subjects, QObject *parent = nullptr); ///< the clock outlives it

    /// In place of what was watched before. The first samples are taken at once.
    void watch(const Watch &watch);
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void connectionSampled(const swb::bench::ConnectionSample &sample);
    void listenerSampled(const swb::bench::ListenerSample &sample);

private:
    void takeSamples();
    const kernel::Facts &options(ConnectionId id, int descriptor);
    void sample(ConnectionId id);
    void sample(EndpointId id);
    std::optional<kernel::Facts> lingering(const Connection &connection);
    std::optional<kernel::Facts> otherEnd(ConnectionId id, const Connection &connection);
    std::optional<kernel::SocketRow> find(const SocketAddress &local, const SocketAddress &peer);
    kernel::SockDiag *table();

    const Clock &m_clock;
    Subjects m_subjects;
    Watch m_watch;
    QTimer m_timer;
    int m_round = 0;
    QHash<ConnectionId, kernel::Facts> m_options; // they hardly change: read every tenth time
    QSet<ConnectionId> m_gone; // closed, and the kernel has nothing more of them
    QSet<ConnectionId> m_otherEndSeen;
    std::optional<Result<kernel::SockDiag>> m_table; // opened when first wanted
};

} // namespace swb::bench
