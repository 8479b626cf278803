#include "cli/benchrun.h"

#include "bench/example.h"
#include "bench/sentences.h"
#include "bench/together.h"
#include "cli/output.h"
#include "cli/words.h"
#include "codec/encoding.h"

#include <algorithm>

namespace swb::cli {

using bench::EndpointState;
using bench::Role;
using bench::Sentences;

BenchRun::BenchRun(const Plan &plan)
    : Run(plan, false)
{
    connect(&bench(), &bench::Bench::connectionEnded, this, &BenchRun::ended);
    connect(&bench(), &bench::Bench::endpointChanged, this, &BenchRun::endpointChanged);
}

bool BenchRun::prepare()
{
    if (!load())
        return false;
    if (m_workspace.endpoints.isEmpty()) {
        setFailed();
        complain(Words::tr("“%1” is an empty bench; there is nothing to run.").arg(plan().workspace));
        return false;
    }
    return true;
}

bool BenchRun::load()
{
    if (!plan().example.isEmpty()) {
        m_workspace = bench::Example::find(plan().example)->workspace;
        return true;
    }
    auto read = bench::loadWorkspace(plan().workspace);
    if (!read) {
        setFailed();
        complain(Words::tr("“%1” cannot be run: %2")
                     .arg(plan().workspace, Sentences::workspaceFault(read.failure())));
        return false;
    }
    if (read->isNewer())
        complain(Words::tr("“%1” was saved by a newer version; what is not understood is left out.")
                     .arg(plan().workspace));
    for (const bench::WorkspacePlace &place : std::as_const(read->leftOut))
        complain(Words::tr("“%1”: %2 is not understood and left out.")
                     .arg(plan().workspace, Sentences::workspacePlace(place)));
    m_workspace = read->workspace;
    return true;
}

void BenchRun::begin()
{
    quint32 number = 0;
    for (const bench::EndpointSpec &spec : std::as_const(m_workspace.endpoints)) {
        const EndpointId id{++number};
        m_endpoints.append(id);
        m_hasClients = m_hasClients || spec.role == Role::TcpClient;
        printer().setEncoding(id, codec::Encoding::find(spec.encoding).value_or(codec::Encoding()));
        bench().add(id, spec);
    }
    const bool isExample = !plan().example.isEmpty();
    bench::startTogether(
        bench(), m_endpoints, isExample ? bench::PortTaken::TakesAnother : bench::PortTaken::Fails);
    m_begun = true;
    for (const EndpointId id : std::as_const(m_endpoints))
        endpointChanged(id);
}

bool BenchRun::isServer(EndpointId endpoint) const
{
    return m_workspace.endpoints.at(endpoint.value - 1).role == Role::TcpServer;
}

void BenchRun::ended(ConnectionId connection)
{
    if (const auto status = bench().connectionStatus(connection))
        tellEnd(*status);
    if (plan().once && !m_hasClients)
        stopLater();
    forgetLater(connection);
    endIfDone();
}

void BenchRun::endpointChanged(EndpointId endpoint)
{
    if (!m_begun)
        return; // a server may be moving to another port
    if (bench().endpointStatus(endpoint)->state == EndpointState::Failed) {
        setFailed(); // the reason was an event, and has been told
        if (isServer(endpoint))
            stopLater(); // half a bench shows something else than the whole
    }
    endIfDone();
}

void BenchRun::endIfDone()
{
    const bool waitsForServers = !plan().once || !m_hasClients;
    const bool done = std::ranges::all_of(m_endpoints, [&](EndpointId id) {
        const bench::EndpointStatus *status = bench().endpointStatus(id);
        return (isServer(id) && !waitsForServers) || bench::isIdle(status->state);
    });
    if (done && m_begun)
        stopLater();
}

} // namespace swb::cli
