#pragma once

#include "cli/feed.h"
#include "cli/run.h"

#include <map>
#include <memory>

namespace swb::cli {

/// `swb listen` and `swb connect`: a bench with one endpoint, printed as it runs.
class LiveRun : public Run
{
    Q_OBJECT

public:
    explicit LiveRun(const Plan &plan);

protected:
    bool prepare() override;
    void begin() override;
    void aboutToStop() override;
    bool waitsBeyondTimeout() const override { return isDialling(); }
    void received(ConnectionId connection) override;

private:
    void opened(ConnectionId connection);
    void ended(ConnectionId connection);
    void endpointChanged();
    bool isDialling() const;

    std::map<ConnectionId, std::unique_ptr<Feed>> m_feeds;
};

} // namespace swb::cli
