#pragma once

#include "base/clock.h"
#include "bench/watch.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace swb::bench {

/// Looks who stands around the ports of watched listeners. Lives on the engine's thread, which its looks do
/// not hold up: they are taken on a thread of their own, one at a time, and cost at most a
/// twentieth of a processor.
class HallWatch : public QObject
{
    Q_OBJECT

public:
    /// Where an endpoint listens now; null: it does not.
    using Address = std::function<SocketAddress(EndpointId)>;

    HallWatch(const Clock &clock, Address addressOf, QObject *parent = nullptr); ///< the clock outlives it
    ~HallWatch() override; ///< waits for a look that is under way

    /// In place of those watched before. The first look is taken at once.
    void watch(const QSet<EndpointId> &listeners, std::chrono::milliseconds interval);
    bool isRunning() const { return !m_listeners.isEmpty(); }

Q_SIGNALS:
    void hallSampled(const swb::bench::HallSample &sample);

private:
    struct Scout;
    void look();
    void taken(const QList<HallSample> &samples, std::chrono::milliseconds cost);

    const Clock &m_clock;
    Address m_addressOf;
    QSet<EndpointId> m_listeners;
    std::chrono::milliseconds m_interval{};
    QTimer m_timer;
    bool m_isLooking = false;
    QThread m_thread; // started with the first look
    std::unique_ptr<Scout> m_scout; // lives there
};

} // namespace swb::bench
