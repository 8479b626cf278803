#pragma once

#include "base/clock.h"
#include "bench/endpoint.h"
#include "bench/hallwatch.h"
#include "bench/recorder.h"
#include "bench/sampler.h"
#include "bench/session.h"
#include "bench/status.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>

namespace swb::bench {

/// The engine: endpoints, their connections, and the recording of all that happens. Lives on one thread,
/// which runs an event loop; a program with a window drives it through BenchThread. Ids of endpoints are the
/// caller's.
class Bench : public QObject
{
    Q_OBJECT

public:
    explicit Bench(QObject *parent = nullptr);
    ~Bench() override; ///< resets what is still open and commits

    void setJournal(std::unique_ptr<journal::Writer> journal); ///< before the first start()
    void setSyncInterval(std::chrono::milliseconds interval); ///< of the journal; zero: never synced
    void addListener(EventSink &listener); ///< hears every event with its bytes; outlives the bench

    void add(EndpointId endpoint, const EndpointSpec &spec); ///< onto the bench, not started
    void start(EndpointId endpoint, const EndpointSpec &spec); ///< again with the same id: in its place
    void stop(EndpointId endpoint); ///< no further connections; a client's connection is closed
    void pauseAccepting(EndpointId endpoint, bool paused);
    void acceptOne(EndpointId endpoint); ///< of those who wait while accepting is paused
    void remove(EndpointId endpoint);
    void removeEnded(EndpointId endpoint); ///< invalid: of all endpoints
    void forget(ConnectionId connection); ///< one that is over

    Outcome send(ConnectionId connection, const QByteArray &bytes);
    void finishSending(ConnectionId connection);
    void close(ConnectionId connection);
    void reset(ConnectionId connection);
    void stopReading(ConnectionId connection, bool stopped);
    void setEncoding(ConnectionId connection, const QString &encoding);
    QList<ConnectionId> openConnections(EndpointId endpoint) const;
    /// Into the recording that is being written. NotFound: there is none, or no such event in it.
    Outcome annotate(EventSeq about, const Annotation &annotation);

    /// Stops listening and dialling and closes every connection with that patience; what has not ended after
    /// twice of it is reset. finished() follows.
    void shutDown(std::chrono::milliseconds patience);

    const EndpointStatus *endpointStatus(EndpointId endpoint) const; ///< null: unknown
    std::optional<ConnectionStatus> connectionStatus(ConnectionId connection) const;
    RecordingStatus recordingStatus() const;
    /// Whose facts takeChanges() is to hold from now on, in place of those before.
    void watch(const Watch &watch);
    /// From now on keeps what takeChanges() is to give; without it, nothing is kept for nobody.
    void trackChanges() { m_tracksChanges = true; }
    bool hasChanges() const { return m_changed; }
    Changes takeChanges(); ///< since the last call

Q_SIGNALS:
    void endpointChanged(swb::EndpointId endpoint);
    void connectionOpened(swb::ConnectionId connection);
    void connectionEnded(swb::ConnectionId connection);
    /// The recording cannot grow: nothing is read or sent until journalResumed().
    void journalStalled(const swb::Failure &failure);
    void journalResumed();
    void drained(swb::ConnectionId connection); ///< its write queue is empty
    void connectionSampled(const swb::bench::ConnectionSample &sample);
    void listenerSampled(const swb::bench::ListenerSample &sample);
    void finished(); ///< shutDown() is through

private:
    void adopt(EndpointId endpoint, std::unique_ptr<net::TcpSocket> socket);
    void releasePlace(ConnectionId connection);
    void sessionEnded(ConnectionId connection);
    Session *find(ConnectionId connection) const;
    void eraseSession(std::map<ConnectionId, std::unique_ptr<Session>>::iterator it);
    void startSyncing();
    void commit();
    void stall();
    void retryJournal();
    void touch(EndpointId endpoint);
    void touch(ConnectionId connection);
    void finishIfDone();
    std::optional<Sampler::Connection> subject(ConnectionId connection) const;
    void sampled(const ConnectionSample &sample);
    void sampled(const ListenerSample &sample);
    void sampled(const HallSample &sample);

    Clock m_clock;
    Recorder m_recorder;
    std::map<EndpointId, std::unique_ptr<Endpoint>> m_endpoints;
    std::map<ConnectionId, std::unique_ptr<Session>> m_sessions;
    quint32 m_lastConnection = 0;
    QTimer m_journalRetry;
    QTimer m_sync;
    QTimer m_shutDownDeadline;
    bool m_stalled = false;
    bool m_shuttingDown = false;
    bool m_tracksChanges = false;
    bool m_changed = false;
    QSet<EndpointId> m_touchedEndpoints;
    QSet<ConnectionId> m_touchedConnections;
    QList<EndpointId> m_removedEndpoints;
    QList<ConnectionId> m_removedConnections;
    Sampler m_sampler;
    QList<ConnectionSample> m_connectionSamples;
    QList<ListenerSample> m_listenerSamples;
    HallWatch m_hallWatch;
    QHash<EndpointId, HallSample> m_hallSamples; // the latest
};

} // namespace swb::bench
