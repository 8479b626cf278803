#pragma once

#include "bench/endpoint.h"
#include "net/dialer.h"

namespace swb::bench {

/// A TCP client: dials once.
class ClientEndpoint : public Endpoint
{
    Q_OBJECT

public:
    ClientEndpoint(EndpointId id, const EndpointSpec &spec, EndpointContext context);

    void start() override;
    void stop() override; ///< cancels dialling
    void connectionEnded(const Failure &failure) override;

private:
    void trying(const SocketAddress &peer);
    void attemptFailed(const Failure &failure);
    void failed(const Failure &failure);

    std::unique_ptr<net::Dialer> m_dialer;
    bool m_attemptRecorded = false; // the failure that is about to end the dialling is an event already
};

} // namespace swb::bench
