#pragma once

#include "bench/endpoint.h"
#include "net/tcpserver.h"

namespace swb::bench {

/// A TCP server: listens, accepts as many as it may, and leaves the others in the kernel's queue.
class ServerEndpoint : public Endpoint
{
    Q_OBJECT

public:
    ServerEndpoint(EndpointId id, const EndpointSpec &spec, EndpointContext context);

    void start() override;
    void stop() override;
    void setAcceptingPaused(bool paused) override;
    void acceptOne() override;
    int listeningDescriptor() const override { return int(m_server.socketDescriptor()); }
    void connectionOpened() override;
    void connectionEnded(const Failure &failure) override;

private:
    bool hasRoom() const;
    void updateAccepting();
    void starvedChanged(bool starved, int error);

    net::TcpServer m_server;
};

} // namespace swb::bench
