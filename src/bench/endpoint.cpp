#include "bench/endpoint.h"

#include "bench/clientendpoint.h"
#include "bench/serverendpoint.h"

namespace swb::bench {

std::unique_ptr<Endpoint> Endpoint::create(EndpointId id, const EndpointSpec &spec, EndpointContext context)
{
    switch (spec.role) {
    case Role::TcpServer:
        return std::make_unique<ServerEndpoint>(id, spec, std::move(context));
    case Role::TcpClient:
        return std::make_unique<ClientEndpoint>(id, spec, std::move(context));
    }
    Q_UNREACHABLE();
}

Endpoint::Endpoint(EndpointId id, const EndpointSpec &spec, EndpointContext context)
    : m_context(std::move(context))
{
    m_status.id = id;
    m_status.spec = spec;
}

void Endpoint::connectionOpened()
{
    ++m_status.openConnections;
    emit changed();
}

void Endpoint::connectionEnded(const Failure &)
{
    --m_status.openConnections;
    emit changed();
}

void Endpoint::record(EventKind kind, const Failure &failure)
{
    Event event;
    event.kind = kind;
    event.failure = failure;
    record(std::move(event));
}

void Endpoint::record(Event event)
{
    event.endpoint = m_status.id;
    event.time = m_context.clock.now();
    m_context.sink.append(event, {});
}

void Endpoint::setState(EndpointState state, const Failure &failure)
{
    m_status.state = state;
    m_status.failure = failure;
    emit changed();
}

} // namespace swb::bench
