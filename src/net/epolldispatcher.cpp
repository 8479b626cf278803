#include "net/epolldispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

namespace swb::net {

using namespace std::chrono;

namespace {

// As poll(2) in Qt's own dispatcher: an error or a hang-up wakes whoever waits, whatever it waits for.
constexpr std::array<quint32, 3> wanted{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr quint32 over = EPOLLERR | EPOLLHUP;
constexpr quint64 wakeUpData = ~0ull;
constexpr int eventsATurn = 256;

quint64 dataFor(int descriptor, quint32 generation)
{
    return (quint64(generation) << 32) | quint32(descriptor);
}

} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_epoll < 0 || m_wakeUp < 0)
        qFatal("No event loop without descriptors for epoll and eventfd: raise the limit of open files");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakeUpData;
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    emit awake();
    QCoreApplication::sendPostedEvents();
    if (m_interrupted)
        return false;

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents);
    const bool sockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    if (mayWait)
        emit aboutToBlock();
    bool didSomething = wait(waitTimeout(mayWait), sockets);
    if (mayWait)
        emit awake();
    if (sockets)
        didSomething |= dispatchSockets();
    didSomething |= dispatchTimers();
    return didSomething;
}

int EpollDispatcher::waitTimeout(bool mayWait) const
{
    if (!mayWait || m_interrupted || !m_alwaysReady.empty())
        return 0;
    if (m_timers.empty())
        return -1;
    const auto left = ceil<milliseconds>(m_timers.begin()->first - steady_clock::now());
    return int(std::clamp<qint64>(left.count(), 0, 3'600'000));
}

bool EpollDispatcher::wait(int timeout, bool socketsToo)
{
    m_ready.clear();
    if (!socketsToo) {
        pollfd only{m_wakeUp, POLLIN, 0};
        const bool woken = poll(&only, 1, timeout) > 0;
        if (woken)
            drainWakeUps();
        return woken;
    }
    std::array<epoll_event, eventsATurn> events;
    const int count = epoll_wait(m_epoll, events.data(), eventsATurn, timeout);
    bool woken = false;
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[size_t(i)];
        if (event.data.u64 == wakeUpData) {
            drainWakeUps();
            woken = true;
        } else {
            m_ready.emplace_back(event.data.u64, event.events);
        }
    }
    for (const int descriptor : m_alwaysReady)
        m_ready.emplace_back(
            dataFor(descriptor, m_watched[size_t(descriptor)].generation), EPOLLIN | EPOLLOUT);
    return woken;
}

void EpollDispatcher::drainWakeUps()
{
    quint64 count = 0;
    while (::read(m_wakeUp, &count, sizeof count) < 0 && errno == EINTR) { }
    // Cleared after the read: what a wakeUp() in between announces is posted already and is sent on the next
    // turn. The other way round its write could be swallowed with the flag left set, and no later one would
    // wake us.
    m_wokenUp = false;
}

bool EpollDispatcher::dispatchSockets()
{
    bool any = false;
    // Handlers may run a nested event loop, which fills m_ready anew.
    const auto ready = std::exchange(m_ready, {});
    for (const auto &[data, events] : ready)
        any |= activate(int(quint32(data)), quint32(data >> 32), events);
    if (m_ready.empty()) {
        m_ready = ready;
        m_ready.clear();
    }
    return any;
}

bool EpollDispatcher::activate(int descriptor, quint32 generation, quint32 events)
{
    bool any = false;
    for (size_t type = 0; type < wanted.size(); ++type) {
        // Looked up each time: the handler before may have removed this one, or all of them.
        const Watched &watched = m_watched[size_t(descriptor)];
        QSocketNotifier *notifier = watched.notifiers[type];
        if (!notifier || watched.generation != generation || !(events & (wanted[type] | over)))
            continue;
        QEvent activation(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &activation);
        any = true;
    }
    return any;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = size_t(notifier->socket());
    if (descriptor >= m_watched.size())
        m_watched.resize(std::max(descriptor + 1, m_watched.size() * 2));
    Watched &watched = m_watched[descriptor];
    if (watched.mask == 0)
        watched.generation = m_nextGeneration++;
    watched.notifiers[size_t(notifier->type())] = notifier;
    update(int(descriptor));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = size_t(notifier->socket());
    if (descriptor >= m_watched.size()
        || m_watched[descriptor].notifiers[size_t(notifier->type())] != notifier)
        return;
    m_watched[descriptor].notifiers[size_t(notifier->type())] = nullptr;
    update(int(descriptor));
}

void EpollDispatcher::update(int descriptor)
{
    Watched &watched = m_watched[size_t(descriptor)];
    quint32 mask = 0;
    for (size_t type = 0; type < wanted.size(); ++type)
        mask |= watched.notifiers[type] ? wanted[type] : 0;
    const quint32 before = std::exchange(watched.mask, mask);
    if (watched.alwaysReady) {
        if (mask == 0) {
            std::erase(m_alwaysReady, descriptor);
            watched.alwaysReady = false;
        }
        return;
    }
    epoll_event event{};
    event.events = mask;
    event.data.u64 = dataFor(descriptor, watched.generation);
    const int operation = before == 0 ? EPOLL_CTL_ADD : mask == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
    if (epoll_ctl(m_epoll, operation, descriptor, &event) == 0 || operation == EPOLL_CTL_DEL)
        return;
    if (errno == EPERM) {
        watched.alwaysReady = true;
        m_alwaysReady.push_back(descriptor);
    } else {
        qErrnoWarning("epoll_ctl cannot watch descriptor %d", descriptor);
    }
}

void EpollDispatcher::arm(const Timer &timer, SteadyTime deadline)
{
    m_timerById.insert(timer.id, m_timers.emplace(deadline, timer));
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object)
{
    arm({timerId, milliseconds(interval), type, object}, steady_clock::now() + milliseconds(interval));
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto it = m_timerById.constFind(timerId);
    if (it == m_timerById.constEnd())
        return false;
    m_timers.erase(*it);
    m_timerById.erase(it);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    bool any = false;
    for (const TimerInfo &info : registeredTimers(object))
        any |= unregisterTimer(info.timerId);
    return any;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[deadline, timer] : m_timers) {
        if (timer.object == object)
            timers.append(TimerInfo(timer.id, int(timer.interval.count()), timer.type));
    }
    return timers;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto it = m_timerById.constFind(timerId);
    if (it == m_timerById.constEnd())
        return -1;
    return int(std::max<qint64>(0, ceil<milliseconds>((*it)->first - steady_clock::now()).count()));
}

bool EpollDispatcher::dispatchTimers()
{
    const SteadyTime now = steady_clock::now();
    std::vector<int> due;
    for (const auto &[deadline, timer] : m_timers) {
        if (deadline > now)
            break;
        due.push_back(timer.id);
    }
    bool any = false;
    for (const int id : due) {
        const auto it = m_timerById.constFind(id);
        if (it == m_timerById.constEnd() || (*it)->first > now)
            continue; // a handler before it stopped it, or a nested loop has fired it already
        const Timer timer = (*it)->second;
        // Armed again before the handler runs, which may stop it. A slow handler skips beats, it never piles
        // them up.
        const SteadyTime next = std::max((*it)->first + timer.interval, now);
        m_timers.erase(*it);
        arm(timer, next);
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        any = true;
    }
    return any;
}

void EpollDispatcher::wakeUp()
{
    if (m_wokenUp.exchange(true))
        return;
    const quint64 one = 1;
    while (::write(m_wakeUp, &one, sizeof one) < 0 && errno == EINTR) { }
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

} // namespace swb::net
