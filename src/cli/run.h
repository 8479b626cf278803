#pragma once

#include "bench/bench.h"
#include "cli/arguments.h"
#include "cli/printer.h"

#include <QObject>
#include <QTimer>

namespace swb::cli {

/// What every live command has: a bench whose events are printed and, if wished, recorded, and an end in good
/// order.
class Run : public QObject
{
    Q_OBJECT

public:
    bool start(); ///< false: it cannot even begin; the reason has been told
    void stop(); ///< drains and ends; a second time: at once
    int exitCode() const { return m_exitCode; }

Q_SIGNALS:
    void finished();

protected:
    Run(const Plan &plan, bool dataOnly);

    virtual bool prepare() { return true; } ///< false: it cannot be started, and the reason has been told
    virtual void begin() = 0; ///< starts what is to run
    virtual void aboutToStop() { } ///< the first stop()
    virtual bool waitsBeyondTimeout() const { return false; }
    virtual void received(ConnectionId) { } ///< the bytes are not committed yet

    const Plan &plan() const { return m_plan; }
    bench::Bench &bench() { return m_bench; }
    const bench::Bench &bench() const { return m_bench; }
    Printer &printer() { return m_printer; }
    bool isStopping() const { return m_stopping; }
    void setFailed(int exitCode = 1) { m_exitCode = exitCode; }
    void fail(const Failure &failure); ///< told, and the exit code is 1
    /// What a client has not been able to say or hear, told.
    void tellEnd(const bench::ConnectionStatus &status);
    void forgetLater(ConnectionId connection);
    void stopLater();

private:
    bool record();
    void outputFailed();
    void conclude();

    /// Tells the run of what the bench's signals do not carry.
    class Listener : public EventSink
    {
    public:
        explicit Listener(Run &run)
            : m_run(run)
        {
        }
        void append(const Event &event, QByteArrayView bytes) override;
        bool commit() override;

    private:
        Run &m_run;
    };

    Plan m_plan;
    Printer m_printer;
    Listener m_listener;
    bench::Bench m_bench;
    QTimer m_timeout;
    bool m_stopping = false;
    int m_exitCode = 0;
};

} // namespace swb::cli
