#pragma once

#include "cli/arguments.h"
#include "lab/rehearsal.h"

#include <QObject>

#include <memory>

namespace swb::cli {

/// `swb lab list`. Returns the program's exit code.
int listLabs(const Plan &plan);

/// `swb lab check`: goes through labs by their scripts, one after the other, and prints the evidence.
class LabRun : public QObject
{
    Q_OBJECT

public:
    explicit LabRun(const Plan &plan)
        : m_plan(plan)
    {
    }

    bool start();
    void stop(); ///< gives up the lab under way, and leaves out the others
    int exitCode() const { return m_exitCode; } ///< 0: all were passed

Q_SIGNALS:
    void finished();

private:
    void next();
    void tell(const lab::Lab &lab);
    QString inWords(const lab::Lab &lab) const;

    Plan m_plan;
    std::unique_ptr<lab::Rehearsal> m_rehearsal;
    int m_exitCode = 0;
};

} // namespace swb::cli
