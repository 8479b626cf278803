#pragma once

#include "bench/bench.h"
#include "cli/arguments.h"
#include "cli/feed.h"
#include "cli/printer.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace swb::cli {

/// `swb listen` and `swb connect`: a bench with one endpoint, printed as it runs.
class LiveRun : public QObject
{
    Q_OBJECT

public:
    explicit LiveRun(const Plan &plan);

    bool start(); ///< false: it cannot even begin; the reason has been told
    void stop(); ///< drains and ends; a second time: at once
    int exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void finished();

private:
    void opened(ConnectionId connection);
    void ended(ConnectionId connection);
    void received(ConnectionId connection);
    void endpointChanged();
    void tellEnd(const bench::ConnectionStatus &status);
    void outputFailed();
    bool isDialling() const;
    void fail(const Failure &failure);
    void conclude();

    /// Tells the run of answers, for --once; everything else reaches it by signals.
    class Listener : public EventSink
    {
    public:
        explicit Listener(LiveRun &run)
            : m_run(run)
        {
        }
        void append(const Event &event, QByteArrayView bytes) override;
        bool commit() override;

    private:
        LiveRun &m_run;
    };

    Plan m_plan;
    Printer m_printer;
    Listener m_listener;
    bench::Bench m_bench;
    std::map<ConnectionId, std::unique_ptr<Feed>> m_feeds;
    QTimer m_timeout;
    bool m_stopping = false;
    int m_exitCode = 0;
};

} // namespace swb::cli
