#include "bench/sampler.h"

#include "kernel/socketfacts.h"

#include <algorithm>
#include <utility>

namespace swb::bench {

using kernel::FactId;
using kernel::Facts;
using kernel::Sample;
using kernel::Source;
using kernel::TcpState;

namespace {

constexpr std::chrono::milliseconds shortestInterval{10};
constexpr int roundsOfOptions = 10;

/// What is left of a connection that its program has closed. Anything else between the same ends is a new
/// one.
bool isLeftover(const Facts &facts)
{
    const auto state = facts.value(FactId::State);
    return facts.value(FactId::Inode) == 0 && state >= qint64(TcpState::FinWait1)
        && state != qint64(TcpState::CloseWait);
}

Facts closed()
{
    Facts facts;
    facts.set(FactId::State, qint64(TcpState::Closed));
    return facts;
}

} // namespace

Sampler::Sampler(const Clock &clock, Subjects subjects, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_subjects(std::move(subjects))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Sampler::takeSamples);
}

void Sampler::watch(const Watch &watch)
{
    m_watch = watch;
    m_gone.intersect(watch.connections);
    m_otherEndSeen.intersect(watch.connections);
    m_round = 0;
    if (watch.connections.isEmpty() && watch.listeners.isEmpty())
        return m_timer.stop();
    m_timer.start(std::max(watch.interval, shortestInterval));
    takeSamples();
}

void Sampler::takeSamples()
{
    if (m_round++ % roundsOfOptions == 0)
        m_options.clear();
    const Watch watched = m_watch; // whoever hears of a sample may change it
    for (const ConnectionId id : watched.connections)
        sample(id);
    for (const EndpointId id : watched.listeners)
        sample(id);
}

void Sampler::sample(ConnectionId id)
{
    const auto connection = m_subjects.connection(id);
    if (!connection || m_gone.contains(id))
        return;
    ConnectionSample taken{id, {m_clock.now(), Source::Kernel, {}}, {}};
    if (connection->descriptor >= 0) {
        taken.sample.facts = kernel::readTcp(connection->descriptor);
        // In TIME_WAIT, too, the descriptor says CLOSED.
        if (taken.sample.facts.value(FactId::State) == qint64(TcpState::Closed))
            taken.sample.facts.merge(lingering(*connection).value_or(Facts()));
        taken.sample.facts.merge(options(id, connection->descriptor));
    } else if (const auto facts = lingering(*connection)) {
        taken.sample.facts = *facts;
    } else {
        return;
    }
    taken.sample.facts.merge(connection->counted);
    if (m_watch.otherEnds.contains(id))
        taken.otherEnd = otherEnd(id, *connection);
    const bool isOver =
        connection->descriptor < 0 && taken.sample.facts.value(FactId::State) == qint64(TcpState::Closed);
    if (isOver && !(taken.otherEnd && isLeftover(*taken.otherEnd)))
        m_gone.insert(id);
    emit connectionSampled(taken);
}

const Facts &Sampler::options(ConnectionId id, int descriptor)
{
    auto known = m_options.find(id);
    if (known == m_options.end())
        known = m_options.insert(id, kernel::readOptions(descriptor));
    return *known;
}

void Sampler::sample(EndpointId id)
{
    const int descriptor = m_subjects.listener(id);
    if (descriptor < 0)
        return;
    ListenerSample taken{id, {m_clock.now(), Source::Kernel, kernel::readTcp(descriptor)}};
    taken.sample.facts.merge(kernel::readOptions(descriptor));
    emit listenerSampled(taken);
}

/// Facts of a connection that has no descriptor any more; nothing where the table of all sockets is closed to
/// us.
std::optional<Facts> Sampler::lingering(const Connection &connection)
{
    if (!table())
        return std::nullopt;
    const auto row = find(connection.local, connection.peer);
    return row && isLeftover(row->facts) ? row->facts : closed();
}

/// Once it was seen and is not there any more, it is closed; one that never was is on another computer.
std::optional<Facts> Sampler::otherEnd(ConnectionId id, const Connection &connection)
{
    if (const auto row = find(connection.peer, connection.local)) {
        m_otherEndSeen.insert(id);
        return row->facts;
    }
    return m_otherEndSeen.contains(id) ? std::optional(closed()) : std::nullopt;
}

std::optional<kernel::SocketRow> Sampler::find(const SocketAddress &local, const SocketAddress &peer)
{
    kernel::SockDiag *all = table();
    const auto found = all ? all->find(local, peer) : Result<std::optional<kernel::SocketRow>>(std::nullopt);
    return found ? *found : std::nullopt;
}

kernel::SockDiag *Sampler::table()
{
    if (!m_table)
        m_table.emplace(kernel::SockDiag::open());
    return *m_table ? &**m_table : nullptr;
}

} // namespace swb::bench
