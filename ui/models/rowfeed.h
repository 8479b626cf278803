#pragma once

#include "journal/rowset.h"

#include <QObject>
#include <QThreadPool>

namespace swb::ui {

/// Finds the rows of a log that pass, on a thread of its own where it could take long, and tells them as they
/// are found. Used on the window's thread, and its signals come there.
class RowFeed : public QObject
{
    Q_OBJECT

public:
    RowFeed(std::shared_ptr<const journal::Recording> recording, const journal::RowFilter &scope,
        const journal::Criteria &criteria, QObject *parent = nullptr);
    ~RowFeed() override; ///< stops, and waits until it has stopped: some milliseconds

    /// Looks at what the recording has gained.
    void refresh();
    bool isBusy() const { return m_busy; }
    bool hasGivenUp() const { return m_gaveUp; } ///< the expression took too long somewhere
    const journal::Criteria &criteria() const { return m_sieve->criteria(); }

Q_SIGNALS:
    void sifted(const swb::journal::RowSieve::Batch &batch);
    void finished(); ///< everything recorded when refresh() was called has been looked at

private:
    void start();
    void end(journal::RowSieve::Status status);

    std::shared_ptr<journal::RowSieve> m_sieve; ///< the worker's while m_busy
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
    bool m_busy = false;
    bool m_again = false; ///< the recording has grown meanwhile
    bool m_gaveUp = false;
    QThreadPool m_pool;
};

} // namespace swb::ui
