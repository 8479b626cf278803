#pragma once

#include "base/event.h"
#include "base/result.h"
#include "bench/status.h"
#include "bench/together.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace swb::journal {
class Recording;
}

namespace swb::bench {

class Bench;

/// A Bench on an engine thread of its own, for a program that has a window. Used on the thread that made it.
/// Commands are posted and return at once; what they led to is in takeChanges() and in the recording.
class BenchThread : public QObject
{
    Q_OBJECT

public:
    explicit BenchThread(QObject *parent = nullptr);
    ~BenchThread() override; ///< resets what is still open, drains the journal, joins the thread

    /// Records from now on into a new file. Before the first start(). On failure nothing is recorded, and
    /// nothing can be started until a later call succeeds or recordNothing() is called.
    Outcome recordTo(const QString &path);
    void recordNothing();
    /// How much a power cut can cost, of this recording and of those that follow; zero: no bound.
    void setSyncInterval(std::chrono::milliseconds interval);
    /// The read side of the file being written; null while nothing is recorded.
    std::shared_ptr<const journal::Recording> recording() const;

    EndpointId add(const EndpointSpec &spec); ///< onto the bench, not started
    EndpointId start(const EndpointSpec &spec);
    void restart(EndpointId endpoint, const EndpointSpec &spec); ///< one that is idle, in its place
    void startTogether(const QList<EndpointId> &endpoints, PortTaken taken);
    void stop(EndpointId endpoint); ///< stops listening or dialling; its connections live on
    void pauseAccepting(EndpointId endpoint, bool paused);
    void acceptOne(EndpointId endpoint); ///< of those who wait while accepting is paused
    void remove(EndpointId endpoint); ///< stops, resets its connections, forgets it; the recording keeps all
    void removeEnded(
        EndpointId endpoint); ///< forgets its connections that are over; invalid id: of all endpoints

    void send(ConnectionId connection, const QByteArray &bytes);
    void sendToAll(EndpointId endpoint, const QByteArray &bytes);
    void finishSending(ConnectionId connection); ///< shutdown(SHUT_WR) behind the queue: FIN
    void close(ConnectionId connection); ///< queued bytes go out, then FIN; the read side is closed too
    void reset(ConnectionId connection); ///< RST at once; queued bytes are counted as unsent
    void stopReading(ConnectionId connection, bool stopped);
    void setEncoding(ConnectionId connection, const QString &encoding);
    void annotate(EventSeq about, const Annotation &annotation); ///< an event of recording()

    /// Whose facts takeChanges() is to hold from now on, in place of those before. Empty: nobody's.
    void watch(const Watch &watch);

    /// Call after changed(); it is emitted again only for what changes after this call.
    Changes takeChanges();

Q_SIGNALS:
    /// Something is in takeChanges(), or the recording has grown. At most once until takeChanges() is called.
    void changed();
    /// These bytes were not taken: the queue is full, or the connection cannot send any more.
    void sendRefused(swb::ConnectionId connection, const swb::Failure &failure, const QByteArray &bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace swb::bench
