#include "lab/rehearsal.h"

namespace swb::lab {

using namespace std::chrono_literals;

Rehearsal::Rehearsal(std::unique_ptr<Lab> lab, Learner learner)
    : m_lab(std::move(lab))
    , m_learner(std::move(learner))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(60s);
    connect(&m_patience, &QTimer::timeout, m_lab.get(), &Lab::conclude);
    // Queued: an action may be over before perform() returns.
    connect(m_lab.get(), &Lab::performed, this, &Rehearsal::goOn, Qt::QueuedConnection);
    connect(m_lab.get(), &Lab::concluded, this, &Rehearsal::finished, Qt::QueuedConnection);
}

void Rehearsal::start()
{
    m_patience.start();
    if (m_lab->lock(m_learner.predictions))
        goOn();
    else
        m_lab->conclude();
}

void Rehearsal::goOn()
{
    if (m_lab->phase() == Lab::Phase::Over)
        return;
    const std::optional<Move> move = m_learner.next(m_lab->evidence());
    if (!move || !m_lab->perform(*move))
        m_lab->conclude();
}

} // namespace swb::lab
