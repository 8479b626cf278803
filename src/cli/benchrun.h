#pragma once

#include "bench/workspace.h"
#include "cli/run.h"

#include <QList>

namespace swb::cli {

/// `swb run`: everything on a saved bench or of an example, printed as it runs. It ends when nothing can
/// happen any more; with --once, when every client has ended, or without clients, the first connection.
class BenchRun : public Run
{
    Q_OBJECT

public:
    explicit BenchRun(const Plan &plan);

protected:
    bool prepare() override;
    void begin() override;

private:
    bool load();
    void ended(ConnectionId connection);
    void endpointChanged(EndpointId endpoint);
    void endIfDone();
    bool isServer(EndpointId endpoint) const;

    bench::Workspace m_workspace;
    QList<EndpointId> m_endpoints; ///< one for each of the workspace, in its order
    bool m_hasClients = false;
    bool m_begun = false; ///< everything was asked to start
};

} // namespace swb::cli
