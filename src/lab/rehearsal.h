#pragma once

#include "lab/lab.h"

#include <memory>

namespace swb::lab {

/// A lab gone through by a script instead of a person. The same sockets, the same judgement.
class Rehearsal : public QObject
{
    Q_OBJECT

public:
    Rehearsal(std::unique_ptr<Lab> lab, Learner learner);

    void start();
    void stop() { m_lab->conclude(); } ///< gives up; finished() follows
    const Lab &lab() const { return *m_lab; }

Q_SIGNALS:
    void finished();

private:
    void goOn();

    std::unique_ptr<Lab> m_lab;
    Learner m_learner;
    QTimer m_patience;
};

} // namespace swb::lab
