#include "bench/bench.h"

#include "journal/annotator.h"
#include "journal/recording.h"

#include <QAbstractEventDispatcher>

#include <utility>

namespace swb::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto journalRetryInterval = 250ms;

} // namespace

Bench::Bench(QObject *parent)
    : QObject(parent)
    , m_sampler(m_clock,
          {[this](ConnectionId id) { return subject(id); },
              [this](EndpointId id) {
                  const auto it = m_endpoints.find(id);
                  return it == m_endpoints.end() ? -1 : it->second->listeningDescriptor();
              }})
    , m_hallWatch(m_clock, [this](EndpointId id) {
        const auto it = m_endpoints.find(id);
        const bool listens = it != m_endpoints.end() && it->second->listeningDescriptor() >= 0;
        return listens ? it->second->status().local : SocketAddress();
    })
{
    connect(
        &m_sampler, &Sampler::connectionSampled, this, qOverload<const ConnectionSample &>(&Bench::sampled));
    connect(&m_sampler, &Sampler::listenerSampled, this, qOverload<const ListenerSample &>(&Bench::sampled));
    connect(&m_hallWatch, &HallWatch::hallSampled, this, qOverload<const HallSample &>(&Bench::sampled));
    // Sent bytes and lifecycle are committed once a turn; received bytes by their connection, before they are
    // told.
    connect(
        QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, &Bench::commit);
    m_journalRetry.setInterval(journalRetryInterval);
    connect(&m_journalRetry, &QTimer::timeout, this, &Bench::retryJournal);
    m_sync.setTimerType(Qt::PreciseTimer);
    connect(&m_sync, &QTimer::timeout, this, [this] { m_recorder.journal()->syncIfDue(); });
    m_shutDownDeadline.setSingleShot(true);
    connect(&m_shutDownDeadline, &QTimer::timeout, this, [this] {
        for (const auto &[id, session] : m_sessions)
            session->connection().reset();
        finishIfDone();
    });
}

Bench::~Bench()
{
    for (const auto &[id, session] : m_sessions) {
        session->connection().disconnect(this);
        session->connection().reset();
    }
    m_recorder.commit();
}

void Bench::setJournal(std::unique_ptr<journal::Writer> journal)
{
    m_recorder.setJournal(std::move(journal));
    startSyncing();
    m_changed = true;
}

void Bench::setSyncInterval(std::chrono::milliseconds interval)
{
    if (journal::Writer *journal = m_recorder.journal())
        journal->setSyncInterval(interval);
    startSyncing();
}

void Bench::startSyncing()
{
    const journal::Writer *journal = m_recorder.journal();
    if (journal && journal->syncInterval() > 0ms)
        m_sync.start(std::max(1ms, journal->syncInterval() / 2));
    else
        m_sync.stop();
}

void Bench::addListener(EventSink &listener)
{
    m_recorder.addListener(listener);
}

void Bench::add(EndpointId id, const EndpointSpec &spec)
{
    std::unique_ptr<Endpoint> &endpoint = m_endpoints[id];
    if (endpoint) {
        endpoint->stop();
        endpoint->disconnect(this);
        endpoint.release()->deleteLater();
    }
    endpoint = Endpoint::create(
        id, spec, {m_recorder, m_clock, [this, id](auto socket) { adopt(id, std::move(socket)); }});
    // Connections of the endpoint that stood in its place live on and count.
    for (const auto &[connection, session] : m_sessions) {
        if (session->connection().identity().endpoint == id && session->holdsPlace())
            endpoint->connectionOpened();
    }
    connect(endpoint.get(), &Endpoint::changed, this, [this, id] {
        touch(id);
        emit endpointChanged(id);
    });
    touch(id);
}

void Bench::start(EndpointId id, const EndpointSpec &spec)
{
    add(id, spec);
    m_endpoints.at(id)->start();
}

void Bench::stop(EndpointId id)
{
    const auto it = m_endpoints.find(id);
    if (it == m_endpoints.end())
        return;
    it->second->stop();
    if (it->second->status().spec.role == Role::TcpClient) {
        for (const ConnectionId connection : openConnections(id))
            close(connection);
    }
}

void Bench::pauseAccepting(EndpointId id, bool paused)
{
    if (const auto it = m_endpoints.find(id); it != m_endpoints.end())
        it->second->setAcceptingPaused(paused);
}

void Bench::acceptOne(EndpointId id)
{
    if (const auto it = m_endpoints.find(id); it != m_endpoints.end())
        it->second->acceptOne();
}

void Bench::remove(EndpointId id)
{
    const auto endpoint = m_endpoints.find(id);
    if (endpoint == m_endpoints.end())
        return;
    endpoint->second->disconnect(this);
    endpoint->second->stop();
    for (auto it = m_sessions.begin(); it != m_sessions.end();) {
        const auto session = it++;
        if (session->second->connection().identity().endpoint != id)
            continue;
        session->second->connection().disconnect(this);
        session->second->connection().reset();
        eraseSession(session);
    }
    endpoint->second.release()->deleteLater();
    m_endpoints.erase(endpoint);
    m_touchedEndpoints.remove(id);
    if (m_tracksChanges)
        m_removedEndpoints.append(id);
    m_changed = true;
}

void Bench::removeEnded(EndpointId id)
{
    for (auto it = m_sessions.begin(); it != m_sessions.end();) {
        const auto session = it++;
        const net::TcpConnection &connection = session->second->connection();
        if (connection.isOver() && (!id.isValid() || connection.identity().endpoint == id))
            eraseSession(session);
    }
    m_changed = true;
}

void Bench::forget(ConnectionId connection)
{
    const auto it = m_sessions.find(connection);
    if (it == m_sessions.end() || !it->second->connection().isOver())
        return;
    eraseSession(it);
    m_changed = true;
}

void Bench::eraseSession(std::map<ConnectionId, std::unique_ptr<Session>>::iterator it)
{
    m_touchedConnections.remove(it->first);
    if (m_tracksChanges)
        m_removedConnections.append(it->first);
    it->second.release()->deleteLater(); // this may be one of its signals
    m_sessions.erase(it);
}

void Bench::adopt(EndpointId endpoint, std::unique_ptr<net::TcpSocket> socket)
{
    const ConnectionId id{++m_lastConnection};
    const bool outgoing = m_endpoints.at(endpoint)->status().spec.role == Role::TcpClient;
    auto owned = std::make_unique<Session>(net::TcpConnection::Identity{id, endpoint, outgoing},
        std::move(socket), m_endpoints.at(endpoint)->status().spec, m_recorder, m_clock);
    Session *session = owned.get();
    m_sessions.emplace(id, std::move(owned));
    const net::TcpConnection *connection = &session->connection();
    connect(connection, &net::TcpConnection::changed, this, [this, id, session] {
        touch(id);
        // As after a plain close(2): a peer that is slow to finish keeps nobody else waiting.
        if (session->connection().isLeaving() && !session->connection().identity().outgoing)
            releasePlace(id);
    });
    connect(connection, &net::TcpConnection::drained, this, [this, id] { emit drained(id); });
    connect(connection, &net::TcpConnection::journalStalled, this, &Bench::stall);
    connect(connection, &net::TcpConnection::ended, this, [this, id] { sessionEnded(id); });
    m_endpoints.at(endpoint)->connectionOpened();
    touch(id);
    if (m_stalled)
        session->connection().hold();
    session->open();
    if (m_shuttingDown)
        session->connection().close();
    emit connectionOpened(id);
}

void Bench::sessionEnded(ConnectionId id)
{
    releasePlace(id);
    emit connectionEnded(id);
    finishIfDone();
}

/// One place of those a server may serve at once is free again.
void Bench::releasePlace(ConnectionId id)
{
    Session *session = find(id);
    if (!session->releasePlace())
        return;
    const net::TcpConnection &connection = session->connection();
    if (const auto endpoint = m_endpoints.find(connection.identity().endpoint); endpoint != m_endpoints.end())
        endpoint->second->connectionEnded(connection.failure());
}

Session *Bench::find(ConnectionId connection) const
{
    const auto it = m_sessions.find(connection);
    return it == m_sessions.end() ? nullptr : it->second.get();
}

Outcome Bench::send(ConnectionId connection, const QByteArray &bytes)
{
    Session *session = find(connection);
    return session ? session->connection().send(bytes) : Failure{FailureKind::NotConnected, 0, {}};
}

void Bench::finishSending(ConnectionId connection)
{
    if (Session *session = find(connection))
        session->connection().finishSending();
}

void Bench::close(ConnectionId connection)
{
    if (Session *session = find(connection))
        session->connection().close();
}

void Bench::reset(ConnectionId connection)
{
    if (Session *session = find(connection))
        session->connection().reset();
}

void Bench::stopReading(ConnectionId connection, bool stopped)
{
    if (Session *session = find(connection))
        session->connection().setReadingStopped(stopped);
}

void Bench::setEncoding(ConnectionId connection, const QString &encoding)
{
    if (Session *session = find(connection))
        session->setEncoding(encoding);
    touch(connection);
}

QList<ConnectionId> Bench::openConnections(EndpointId endpoint) const
{
    QList<ConnectionId> open;
    for (const auto &[id, session] : m_sessions) {
        if (session->connection().identity().endpoint == endpoint && !session->connection().isOver())
            open.append(id);
    }
    return open;
}

Outcome Bench::annotate(EventSeq about, const Annotation &annotation)
{
    const journal::Writer *journal = m_recorder.journal();
    if (!journal)
        return Failure{FailureKind::NotFound, 0, {}};
    const auto event = journal::annotationEvent(*journal->recording(), about, annotation, m_clock.now());
    if (!event)
        return event.failure();
    m_recorder.append(*event, {});
    m_changed = true;
    return Done{};
}

void Bench::shutDown(std::chrono::milliseconds patience)
{
    m_shuttingDown = true;
    for (const auto &[id, endpoint] : m_endpoints)
        endpoint->stop();
    // Connections end by themselves within their patience, unless a peer goes on taking bytes, slowly.
    m_shutDownDeadline.start(2 * patience);
    for (const auto &[id, session] : m_sessions)
        session->connection().close(patience);
    finishIfDone();
}

void Bench::finishIfDone()
{
    if (!m_shuttingDown)
        return;
    for (const auto &[id, session] : m_sessions) {
        if (!session->connection().isOver())
            return;
    }
    m_shuttingDown = false;
    m_shutDownDeadline.stop();
    m_recorder.commit();
    emit finished();
}

void Bench::commit()
{
    if (!m_stalled && !m_recorder.commit())
        stall();
}

void Bench::stall()
{
    if (std::exchange(m_stalled, true))
        return;
    for (const auto &[id, session] : m_sessions)
        session->connection().hold();
    m_journalRetry.start();
    m_changed = true;
    emit journalStalled(recordingStatus().failure);
}

void Bench::retryJournal()
{
    m_changed = true; // what waits for the file has grown, and is shown
    if (!m_recorder.commit())
        return;
    m_stalled = false;
    m_journalRetry.stop();
    for (const auto &[id, session] : m_sessions)
        session->connection().release();
    emit journalResumed();
}

const EndpointStatus *Bench::endpointStatus(EndpointId endpoint) const
{
    const auto it = m_endpoints.find(endpoint);
    return it == m_endpoints.end() ? nullptr : &it->second->status();
}

std::optional<ConnectionStatus> Bench::connectionStatus(ConnectionId connection) const
{
    const Session *session = find(connection);
    return session ? std::optional(session->status()) : std::nullopt;
}

RecordingStatus Bench::recordingStatus() const
{
    const journal::Writer *journal = m_recorder.journal();
    if (!journal)
        return {};
    return {journal->recording()->path(), m_stalled ? journal->failure() : Failure(), journal->heldBytes()};
}

void Bench::touch(EndpointId endpoint)
{
    if (m_tracksChanges)
        m_touchedEndpoints.insert(endpoint);
    m_changed = true;
}

void Bench::touch(ConnectionId connection)
{
    if (m_tracksChanges)
        m_touchedConnections.insert(connection);
    m_changed = true;
}

Changes Bench::takeChanges()
{
    Changes changes;
    for (const EndpointId id : std::exchange(m_touchedEndpoints, {})) {
        if (const EndpointStatus *status = endpointStatus(id))
            changes.endpoints.append(*status);
    }
    for (const ConnectionId id : std::exchange(m_touchedConnections, {})) {
        if (auto status = connectionStatus(id))
            changes.connections.append(std::move(*status));
    }
    changes.removedEndpoints = std::exchange(m_removedEndpoints, {});
    changes.removedConnections = std::exchange(m_removedConnections, {});
    changes.recording = recordingStatus();
    changes.connectionSamples = std::exchange(m_connectionSamples, {});
    changes.listenerSamples = std::exchange(m_listenerSamples, {});
    changes.hallSamples = std::exchange(m_hallSamples, {}).values();
    m_changed = false;
    return changes;
}

} // namespace swb::bench
