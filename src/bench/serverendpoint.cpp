#include "bench/serverendpoint.h"

#include "bench/addresstext.h"
#include "net/oserror.h"

namespace swb::bench {

ServerEndpoint::ServerEndpoint(EndpointId id, const EndpointSpec &spec, EndpointContext context)
    : Endpoint(id, spec, std::move(context))
{
    connect(&m_server, &QTcpServer::newConnection, this,
        [this] { m_context.connected(m_server.takeConnection()); });
    connect(&m_server, &net::TcpServer::starvedChanged, this, &ServerEndpoint::starvedChanged);
}

void ServerEndpoint::start()
{
    const auto address = readListenAddress(m_status.spec.address);
    Failure failure;
    if (!address) {
        failure = address.failure();
    } else {
        const auto listening = m_server.listenOn(
            {{*address, m_status.spec.port}, m_status.spec.backlog, m_status.spec.reuseAddress});
        if (!listening)
            failure = listening.failure();
    }
    if (failure.isSet()) {
        record(EventKind::Error, failure);
        return setState(EndpointState::Failed, failure);
    }
    m_status.local = m_server.localEnd();
    m_status.reuseAddress = m_server.reuseAddress();
    Event event;
    event.kind = EventKind::Listening;
    event.local = m_status.local;
    record(event);
    setState(EndpointState::Listening);
    updateAccepting(); // connections of the server that stood in this place count
}

void ServerEndpoint::stop()
{
    if (!m_server.isListening())
        return;
    m_server.stopListening();
    m_status.starvedOfDescriptors = false;
    Event event;
    event.kind = EventKind::StoppedListening;
    event.local = m_status.local;
    record(event);
    setState(EndpointState::Stopped);
}

void ServerEndpoint::setAcceptingPaused(bool paused)
{
    const EndpointState wanted = paused ? EndpointState::AcceptingPaused : EndpointState::Listening;
    if (!m_server.isListening() || m_status.state == wanted)
        return;
    record(paused ? EventKind::AcceptingPaused : EventKind::AcceptingResumed);
    setState(wanted);
    updateAccepting();
}

void ServerEndpoint::acceptOne()
{
    if (m_status.state == EndpointState::AcceptingPaused && hasRoom())
        m_server.acceptOne();
}

void ServerEndpoint::connectionOpened()
{
    Endpoint::connectionOpened();
    updateAccepting();
}

void ServerEndpoint::connectionEnded(const Failure &failure)
{
    Endpoint::connectionEnded(failure);
    updateAccepting();
}

bool ServerEndpoint::hasRoom() const
{
    const int limit = m_status.spec.oneAtATime ? 1 : m_status.spec.maxConnections;
    return limit <= 0 || m_status.openConnections < limit;
}

void ServerEndpoint::updateAccepting()
{
    m_server.setAccepting(m_status.state == EndpointState::Listening && hasRoom());
}

void ServerEndpoint::starvedChanged(bool starved, int error)
{
    m_status.starvedOfDescriptors = starved;
    if (starved)
        record(EventKind::AcceptingPaused,
            net::failureFromErrno(error, net::During::Accept, m_status.local.toString()));
    else
        record(EventKind::AcceptingResumed);
    emit changed();
}

} // namespace swb::bench
