#include "bench/hallwatch.h"

#include "kernel/sockdiag.h"

#include <algorithm>
#include <ctime>
#include <iterator>
#include <optional>
#include <utility>

namespace swb::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto shortestInterval = 20ms;
constexpr int shareOfLooks = 20; ///< of the time between two looks, one part is spent on looking
constexpr qsizetype mostRows = 4000;

/// That this thread has had of the processor: on a busy computer a look takes longer, but costs no more.
std::chrono::nanoseconds timeSpent()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

} // namespace

/// Asks the kernel. Used on the thread it lives on.
struct HallWatch::Scout : QObject
{
    HallSample look(EndpointId listener, const SocketAddress &address, Timestamp time);

private:
    std::optional<Result<kernel::SockDiag>> m_table; // opened when first wanted
    kernel::ProcNet m_proc;
};

HallSample HallWatch::Scout::look(EndpointId listener, const SocketAddress &address, Timestamp time)
{
    HallSample sample{listener, time, address, {}, true, m_proc.counters()};
    if (!m_table)
        m_table.emplace(kernel::SockDiag::open());
    auto table = *m_table ? (*m_table)->dumpAround(address.port, mostRows)
                          : Result<kernel::SockDiag::Table>(m_table->failure());
    if (table) {
        sample.rows = std::move(table->rows);
        sample.complete = table->complete;
    } else if (const auto all = m_proc.sockets(kernel::Protocol::Tcp)) {
        std::copy_if(all->begin(), all->end(), std::back_inserter(sample.rows),
            [&](const auto &row) { return row.local.port == address.port || row.peer.port == address.port; });
        sample.complete = sample.rows.size() <= mostRows;
        sample.rows.resize(std::min(sample.rows.size(), mostRows));
    } else {
        sample.available = false;
    }
    return sample;
}

HallWatch::HallWatch(const Clock &clock, Address addressOf, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_addressOf(std::move(addressOf))
    , m_scout(std::make_unique<Scout>())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HallWatch::look);
    m_thread.setObjectName(QStringLiteral("hall"));
    m_scout->moveToThread(&m_thread);
}

HallWatch::~HallWatch()
{
    m_thread.quit();
    m_thread.wait();
}

void HallWatch::watch(const QSet<EndpointId> &listeners, std::chrono::milliseconds interval)
{
    m_listeners = listeners;
    m_interval = std::max(interval, shortestInterval);
    if (listeners.isEmpty())
        m_timer.stop();
    else if (!m_isLooking)
        m_timer.start(0ms);
}

void HallWatch::look()
{
    QList<std::pair<EndpointId, SocketAddress>> listeners;
    for (const EndpointId id : std::as_const(m_listeners)) {
        if (const SocketAddress address = m_addressOf(id); !address.isNull())
            listeners.append({id, address});
    }
    if (!m_thread.isRunning())
        m_thread.start();
    m_isLooking = true;
    QMetaObject::invokeMethod(m_scout.get(), [this, listeners] {
        const auto before = timeSpent();
        QList<HallSample> samples;
        for (const auto &[id, address] : listeners)
            samples.append(m_scout->look(id, address, m_clock.now()));
        QMetaObject::invokeMethod(this, [this, samples, cost = timeSpent() - before] {
            taken(samples, std::chrono::ceil<std::chrono::milliseconds>(cost));
        });
    });
}

void HallWatch::taken(const QList<HallSample> &samples, std::chrono::milliseconds cost)
{
    m_isLooking = false;
    if (m_listeners.isEmpty())
        return;
    m_timer.start(std::max(m_interval, cost * (shareOfLooks - 1)));
    const QSet<EndpointId> wanted = m_listeners; // whoever hears of a sample may change it
    for (const HallSample &sample : samples) {
        if (wanted.contains(sample.endpoint))
            emit hallSampled(sample);
    }
}

} // namespace swb::bench
