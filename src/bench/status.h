#pragma once

#include "base/address.h"
#include "base/clock.h"
#include "base/failure.h"
#include "base/ids.h"
#include "bench/endpointspec.h"
#include "bench/watch.h"

#include <QList>

namespace swb::bench {

enum class EndpointState : quint8
{
    NotStarted, ///< on the bench, and nothing was tried yet
    Starting, ///< resolving
    Listening,
    AcceptingPaused, ///< still listening; the kernel queues who comes
    Connecting,
    Running, ///< client: connected
    Stopped, ///< by the user, or the client's connection has ended
    Failed, ///< `failure` says why
};
/// It neither listens nor dials nor has a connection of its own: its spec can be changed, and it can be started.
constexpr bool isIdle(EndpointState state)
{
    return state == EndpointState::NotStarted || state >= EndpointState::Stopped;
}

struct EndpointStatus
{
    EndpointId id;
    EndpointSpec spec;
    EndpointState state = EndpointState::NotStarted;
    SocketAddress local; ///< where it listens, as the kernel reports it: the port it chose
    SocketAddress trying; ///< Connecting: the address being tried
    Failure failure;
    bool reuseAddress = false; ///< as read back from the kernel
    bool starvedOfDescriptors = false; ///< accepting waits until the process has file descriptors again
    int openConnections = 0;

    friend bool operator==(const EndpointStatus &, const EndpointStatus &) = default;
};

enum class ConnectionState : quint8
{
    Open,
    PeerFinished, ///< their FIN was read; we may still send
    Finished, ///< our FIN is sent (or waits behind the queue); they may still send
    Closing, ///< close was asked for; queued bytes still go out
    Closed, ///< ended in order
    Reset, ///< ended by RST, theirs or ours
    Failed, ///< ended by an error
};
constexpr bool isOver(ConnectionState state)
{
    return state >= ConnectionState::Closed;
}

struct ConnectionStatus
{
    ConnectionId id;
    EndpointId endpoint;
    ConnectionState state = ConnectionState::Open;
    SocketAddress local;
    SocketAddress peer;
    bool outgoing = false;
    QString encoding; ///< of this connection; starts as the endpoint's
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0; ///< taken by the kernel
    quint64 bytesQueued = 0; ///< taken from the user, not yet by the kernel
    quint64 bytesUnsent = 0; ///< queued when it ended, so never sent
    bool readingStopped = false; ///< by the user
    bool overHighWater = false; ///< the queue stands at its mark: the peer does not read
    Timestamp opened;
    Failure failure;

    friend bool operator==(const ConnectionStatus &, const ConnectionStatus &) = default;
};

/// Where the bench records to.
struct RecordingStatus
{
    QString path; ///< empty: nothing is recorded
    Failure failure; ///< set while the file cannot grow: reading and sending are held until it can
    quint64 heldBytes = 0; ///< waiting for the file

    friend bool operator==(const RecordingStatus &, const RecordingStatus &) = default;
};

/// What changed since somebody last asked. Each id at most once, with its latest status.
struct Changes
{
    QList<EndpointStatus> endpoints;
    QList<ConnectionStatus> connections;
    QList<EndpointId> removedEndpoints; ///< with all their connections
    QList<ConnectionId> removedConnections;
    RecordingStatus recording;
    QList<ConnectionSample> connectionSamples; ///< of those watched, in the order of their times
    QList<ListenerSample> listenerSamples;
    QList<HallSample> hallSamples; ///< the latest of each
};

} // namespace swb::bench

Q_DECLARE_METATYPE(swb::bench::EndpointStatus)
Q_DECLARE_METATYPE(swb::bench::ConnectionStatus)
Q_DECLARE_METATYPE(swb::bench::RecordingStatus)
