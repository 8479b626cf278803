#include "bench/together.h"

#include "bench/bench.h"

#include <QHash>

#include <utility>

namespace swb::bench {

namespace {

using Place = std::pair<QString, quint16>; // address and port, as they stand in the specs

/// Returns the port where it listens now, where that is another than was asked for; otherwise 0.
quint16 startServer(Bench &bench, EndpointId id, PortTaken taken)
{
    EndpointSpec spec = bench.endpointStatus(id)->spec;
    bench.start(id, spec);
    const EndpointStatus *status = bench.endpointStatus(id);
    const bool occupied =
        status->state == EndpointState::Failed && status->failure.kind == FailureKind::PortInUse;
    if (!occupied || taken == PortTaken::Fails || spec.port == 0)
        return 0;
    spec.port = 0;
    bench.start(id, spec);
    return bench.endpointStatus(id)->local.port;
}

} // namespace

void startTogether(Bench &bench, const QList<EndpointId> &endpoints, PortTaken taken)
{
    QList<EndpointId> clients;
    QHash<Place, quint16> moved;
    for (const EndpointId id : endpoints) {
        const EndpointStatus *status = bench.endpointStatus(id);
        if (!status || !isIdle(status->state))
            continue;
        if (status->spec.role == Role::TcpClient) {
            clients.append(id);
            continue;
        }
        const Place place(status->spec.address, status->spec.port);
        if (const quint16 port = startServer(bench, id, taken))
            moved.insert(place, port);
    }
    for (const EndpointId id : clients) {
        EndpointSpec spec = bench.endpointStatus(id)->spec;
        spec.port = moved.value({spec.address, spec.port}, spec.port);
        bench.start(id, spec);
    }
}

} // namespace swb::bench
