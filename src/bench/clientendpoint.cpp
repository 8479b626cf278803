#include "bench/clientendpoint.h"

#include "bench/addresstext.h"

using namespace Qt::StringLiterals;

namespace swb::bench {

ClientEndpoint::ClientEndpoint(EndpointId id, const EndpointSpec &spec, EndpointContext context)
    : Endpoint(id, spec, std::move(context))
{
}

void ClientEndpoint::start()
{
    const EndpointSpec &spec = m_status.spec;
    net::DialOptions options{spec.address, spec.port, {}, spec.connectTimeout};
    const Outcome host = checkHost(spec.address);
    Failure failure = host ? Failure() : host.failure();
    if (!failure.isSet() && (!spec.localAddress.isEmpty() || spec.localPort != 0)) {
        const auto local = spec.localAddress.isEmpty() ? IpAddress::any() : readAddress(spec.localAddress);
        if (local)
            options.local = {*local, spec.localPort};
        else
            failure = local.failure();
    }
    if (failure.isSet())
        return failed(failure);

    m_dialer = std::make_unique<net::Dialer>(options);
    connect(m_dialer.get(), &net::Dialer::trying, this, &ClientEndpoint::trying);
    connect(m_dialer.get(), &net::Dialer::attemptFailed, this,
        [this](const SocketAddress &, const Failure &attempt) { attemptFailed(attempt); });
    connect(m_dialer.get(), &net::Dialer::failed, this, &ClientEndpoint::failed);
    connect(m_dialer.get(), &net::Dialer::connected, this, [this] {
        m_status.trying = {};
        setState(EndpointState::Running);
        m_context.connected(m_dialer->takeSocket());
    });
    setState(EndpointState::Starting);
    m_dialer->start();
}

void ClientEndpoint::stop()
{
    if (m_status.state != EndpointState::Starting && m_status.state != EndpointState::Connecting)
        return;
    m_dialer->cancel();
    const QString where = m_status.trying.isNull()
        ? u"%1:%2"_s.arg(m_status.spec.address).arg(m_status.spec.port)
        : m_status.trying.toString();
    const Failure failure{FailureKind::Cancelled, 0, where};
    record(EventKind::Error, failure);
    m_status.trying = {};
    setState(EndpointState::Stopped, failure);
}

void ClientEndpoint::connectionEnded(const Failure &failure)
{
    Endpoint::connectionEnded(failure);
    if (m_status.state == EndpointState::Running && m_status.openConnections == 0)
        setState(EndpointState::Stopped, failure);
}

void ClientEndpoint::trying(const SocketAddress &peer)
{
    m_status.trying = peer;
    m_attemptRecorded = false;
    Event event;
    event.kind = EventKind::Connecting;
    event.peer = peer;
    event.text = m_status.spec.address;
    record(event);
    setState(EndpointState::Connecting);
}

void ClientEndpoint::attemptFailed(const Failure &failure)
{
    m_attemptRecorded = true;
    record(EventKind::Error, failure);
}

void ClientEndpoint::failed(const Failure &failure)
{
    if (!m_attemptRecorded)
        record(EventKind::Error, failure);
    m_status.trying = {};
    setState(EndpointState::Failed, failure);
}

} // namespace swb::bench
