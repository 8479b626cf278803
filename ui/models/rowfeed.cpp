#include "models/rowfeed.h"

#include <QMetaObject>

namespace swb::ui {

namespace {

/// So many are looked at before a frame is late.
constexpr quint32 RowsAtOnce = 4096;

} // namespace

RowFeed::RowFeed(std::shared_ptr<const journal::Recording> recording, const journal::RowFilter &scope,
    const journal::Criteria &criteria, QObject *parent)
    : QObject(parent)
    , m_sieve(std::make_shared<journal::RowSieve>(std::move(recording), scope, criteria))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setObjectName(QStringLiteral("filter"));
}

RowFeed::~RowFeed()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

void RowFeed::refresh()
{
    if (m_busy) {
        m_again = true;
        return;
    }
    if (m_gaveUp)
        return;
    if (m_sieve->readsEvents() || m_sieve->rowsAhead() > RowsAtOnce)
        start();
    else
        end(m_sieve->advance([this](journal::RowSieve::Batch &&batch) { emit sifted(batch); }, *m_cancelled));
}

void RowFeed::start()
{
    m_busy = true;
    m_again = false;
    // This outlives the worker, and what it has posted dies with this.
    m_pool.start([this, sieve = m_sieve, cancelled = m_cancelled] {
        const auto sink = [this](journal::RowSieve::Batch &&found) {
            auto batch = std::make_shared<journal::RowSieve::Batch>(std::move(found));
            QMetaObject::invokeMethod(
                this, [this, batch] { emit sifted(*batch); }, Qt::QueuedConnection);
        };
        const journal::RowSieve::Status status = sieve->advance(sink, *cancelled);
        QMetaObject::invokeMethod(
            this, [this, status] { end(status); }, Qt::QueuedConnection);
    });
}

void RowFeed::end(journal::RowSieve::Status status)
{
    m_busy = false;
    m_gaveUp = status == journal::RowSieve::Status::LimitHit;
    if (m_again && !m_gaveUp)
        start();
    else
        emit finished();
}

} // namespace swb::ui
