#pragma once

#include "base/clock.h"
#include "base/eventsink.h"
#include "bench/status.h"
#include "net/tcpsocket.h"

#include <QObject>

#include <functional>
#include <memory>

namespace swb::bench {

/// What an endpoint needs from its bench. All outlive it.
struct EndpointContext
{
    EventSink &sink;
    const Clock &clock;
    std::function<void(std::unique_ptr<net::TcpSocket>)> connected; ///< a connection, accepted or dialled
};

/// Something a user started: it makes connections and hands them to its bench. Lives on the engine's thread.
class Endpoint : public QObject
{
    Q_OBJECT

public:
    /// The endpoint for the spec's role.
    static std::unique_ptr<Endpoint> create(EndpointId id, const EndpointSpec &spec, EndpointContext context);

    virtual void start() = 0;
    virtual void stop() = 0; ///< no further connections; those there are live on
    virtual void setAcceptingPaused(bool) { }
    virtual void acceptOne() { } ///< of those who wait while accepting is paused
    virtual int listeningDescriptor() const { return -1; } ///< -1: it does not listen
    virtual void connectionOpened();
    virtual void connectionEnded(const Failure &failure);

    const EndpointStatus &status() const { return m_status; }

Q_SIGNALS:
    void changed();

protected:
    Endpoint(EndpointId id, const EndpointSpec &spec, EndpointContext context);
    void record(EventKind kind, const Failure &failure = {});
    void record(Event event);
    void setState(EndpointState state, const Failure &failure = {});

    EndpointContext m_context;
    EndpointStatus m_status;
};

} // namespace swb::bench
