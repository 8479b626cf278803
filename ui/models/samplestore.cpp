#include "models/samplestore.h"

#include <algorithm>

namespace swb::ui {

namespace {

template <class Hash>
auto oldestOf(Hash &samples)
{
    return std::min_element(samples.begin(), samples.end(),
        [](const auto &a, const auto &b) { return a.first().sample.time < b.first().sample.time; });
}

template <class Hash>
void dropFirst(Hash &samples, typename Hash::iterator of)
{
    of->removeFirst();
    if (of->isEmpty())
        samples.erase(of);
}

} // namespace

template <class Id, class Sample>
void SampleStore::append(QHash<Id, QList<Sample>> &samples, Id id, const Sample &sample)
{
    QList<Sample> &kept = samples[id];
    if (kept.size() == mostOfOne) {
        kept.removeFirst();
        --m_total;
    }
    kept.append(sample);
    if (++m_total > mostInAll)
        dropOldest();
}

template <class Id, class Sample>
void SampleStore::forget(QHash<Id, QList<Sample>> &samples, Id id)
{
    m_total -= samples.take(id).size();
}

void SampleStore::dropOldest()
{
    const auto connection = oldestOf(m_connections);
    const auto listener = oldestOf(m_listeners);
    if (listener == m_listeners.end()
        || (connection != m_connections.end()
            && connection->first().sample.time <= listener->first().sample.time))
        dropFirst(m_connections, connection);
    else
        dropFirst(m_listeners, listener);
    --m_total;
}

void SampleStore::take(const bench::Changes &changes)
{
    for (const bench::ConnectionSample &sample : changes.connectionSamples)
        append(m_connections, sample.connection, sample);
    for (const bench::ListenerSample &sample : changes.listenerSamples)
        append(m_listeners, sample.endpoint, sample);
    for (const ConnectionId id : changes.removedConnections)
        forget(m_connections, id);
    for (const EndpointId id : changes.removedEndpoints)
        forget(m_listeners, id);
}

const QList<bench::ConnectionSample> &SampleStore::of(ConnectionId connection) const
{
    static const QList<bench::ConnectionSample> none;
    const auto found = m_connections.constFind(connection);
    return found == m_connections.cend() ? none : *found;
}

const QList<bench::ListenerSample> &SampleStore::of(EndpointId listener) const
{
    static const QList<bench::ListenerSample> none;
    const auto found = m_listeners.constFind(listener);
    return found == m_listeners.cend() ? none : *found;
}

} // namespace swb::ui
