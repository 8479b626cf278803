#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>

#include <array>
#include <atomic>
#include <chrono>
#include <map>
#include <vector>

namespace swb::net {

/// An event dispatcher over epoll(7): the cost of a turn grows with the sockets that are ready, where Qt's
/// own dispatchers poll every socket each time (100 times slower beside 9,000 idle ones). Install it with
/// QThread::setEventDispatcher() or QCoreApplication::setEventDispatcher() before the thread's first event
/// loop.
class EpollDispatcher : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override; ///< any thread
    void interrupt() override; ///< any thread

private:
    using SteadyTime = std::chrono::steady_clock::time_point;

    /// The notifiers of one descriptor, by QSocketNotifier::Type. `generation` tells a descriptor from a
    /// later one with the same number, whose events may stand in the same batch.
    struct Watched
    {
        std::array<QSocketNotifier *, 3> notifiers{};
        quint32 generation = 0;
        quint32 mask = 0;
        bool alwaysReady = false; ///< a regular file: epoll refuses it, poll(2) calls it ready
    };
    struct Timer
    {
        int id = 0;
        std::chrono::milliseconds interval{0};
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
    };

    void update(int descriptor);
    int waitTimeout(bool mayWait) const;
    bool wait(int timeout, bool socketsToo);
    void drainWakeUps();
    bool dispatchSockets();
    bool activate(int descriptor, quint32 generation, quint32 events);
    bool dispatchTimers();
    void arm(const Timer &timer, SteadyTime deadline);

    int m_epoll;
    int m_wakeUp;
    std::atomic<bool> m_wokenUp{false};
    std::atomic<bool> m_interrupted{false};
    std::vector<Watched> m_watched; // by descriptor: the kernel hands out the lowest free number
    quint32 m_nextGeneration = 1;
    std::vector<int> m_alwaysReady;
    std::vector<std::pair<quint64, quint32>> m_ready; // epoll data and events of this turn
    std::multimap<SteadyTime, Timer> m_timers;
    QHash<int, std::multimap<SteadyTime, Timer>::iterator> m_timerById;
};

} // namespace swb::net
