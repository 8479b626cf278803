// What the bench tells of those watched.
#include "bench/bench.h"

namespace swb::bench {

namespace {

constexpr qsizetype mostSamples = 2000; // for a window that does not follow: the oldest go

template <class T>
void appendBounded(QList<T> &samples, const T &sample)
{
    if (samples.size() >= mostSamples)
        samples.removeFirst();
    samples.append(sample);
}

} // namespace

void Bench::watch(const Watch &watch)
{
    m_sampler.watch(watch);
    m_hallWatch.watch(watch.halls, watch.interval);
}

std::optional<Sampler::Connection> Bench::subject(ConnectionId id) const
{
    const Session *session = find(id);
    if (!session)
        return std::nullopt;
    const net::TcpConnection &connection = session->connection();
    const net::TcpConnection::Counts counts = connection.counts();
    Sampler::Connection subject{connection.descriptor(), connection.local(), connection.peer(), {}};
    subject.counted.set(kernel::FactId::QueuedBytes, qint64(counts.queued));
    subject.counted.set(kernel::FactId::GivenBytes, qint64(counts.sent));
    subject.counted.set(kernel::FactId::ReadBytes, qint64(counts.received));
    return subject;
}

void Bench::sampled(const ConnectionSample &sample)
{
    m_recorder.append(sample, find(sample.connection)->connection().identity().endpoint);
    if (m_tracksChanges)
        appendBounded(m_connectionSamples, sample);
    m_changed = true;
    emit connectionSampled(sample);
}

void Bench::sampled(const ListenerSample &sample)
{
    m_recorder.append(sample);
    if (m_tracksChanges)
        appendBounded(m_listenerSamples, sample);
    m_changed = true;
    emit listenerSampled(sample);
}

void Bench::sampled(const HallSample &sample)
{
    if (!m_tracksChanges)
        return;
    m_hallSamples.insert(sample.endpoint, sample);
    m_changed = true;
}

} // namespace swb::bench
