#include "app/sampledesk.h"

#include "app/benchsession.h"
#include "app/onthread.h"
#include "bench/samplerecord.h"

#include <algorithm>

namespace swb::ui {

SampleDesk::SampleDesk(BenchSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(m_session, &BenchSession::framePassed, this, &SampleDesk::takeFrame);
}

void SampleDesk::want(const QObject *viewer, const bench::Watch &watch)
{
    const auto before = m_wanted.constFind(viewer);
    if (before == m_wanted.cend() ? watch.isEmpty() : *before == watch)
        return;
    if (before == m_wanted.cend()) {
        connect(viewer, &QObject::destroyed, this, [this, viewer] {
            if (m_wanted.remove(viewer))
                this->watch();
        });
    }
    m_wanted.insert(viewer, watch); // an empty one, too: its end is heard of once only
    this->watch();
}

void SampleDesk::watch()
{
    bench::Watch all;
    for (const bench::Watch &watch : std::as_const(m_wanted)) {
        if (watch.isEmpty())
            continue;
        all.interval = all.isEmpty() ? watch.interval : std::min(all.interval, watch.interval);
        all.connections += watch.connections;
        all.otherEnds += watch.otherEnds;
        all.listeners += watch.listeners;
        all.halls += watch.halls;
    }
    if (all == m_watched)
        return;
    m_watched = all;
    m_session->engine().watch(all);
}

void SampleDesk::takeFrame(const bench::Changes &changes)
{
    m_store.take(changes);
    if (!changes.connectionSamples.isEmpty() || !changes.listenerSamples.isEmpty())
        emit sampled();
}

const QList<bench::ConnectionSample> &SampleDesk::samplesOf(const BenchModel::Target &target)
{
    const bench::ConnectionStatus *connection = m_session->connectionOf(target);
    const ConnectionId id = connection ? connection->id : ConnectionId();
    if (target.recording == 0)
        return m_store.of(id);
    if (m_recorded.recording != target.recording || m_recorded.connection != id)
        read(target.recording, id);
    return m_recorded.samples;
}

bool SampleDesk::isReading(const BenchModel::Target &target) const
{
    return target.recording != 0 && target.recording == m_recorded.recording && m_recorded.reading;
}

void SampleDesk::read(quint32 recording, ConnectionId connection)
{
    const auto source = m_session->recordingOf({BenchModel::RowKind::Recording, {}, {}, recording});
    const bool has = source && connection.isValid() && source->sampleCount(connection) > 0;
    m_recorded = {recording, connection, has, {}};
    if (!has)
        return;
    using Samples = QList<bench::ConnectionSample>;
    const auto all =
        onThread<Samples>([source, connection] { return bench::recordedSamples(*source, connection); });
    whenDone(all, this, [this, recording, connection](const Samples &samples) {
        if (m_recorded.recording != recording || m_recorded.connection != connection)
            return; // another one has been asked for since
        m_recorded.reading = false;
        m_recorded.samples = samples;
        emit sampled();
    });
}

} // namespace swb::ui
