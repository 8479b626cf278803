#pragma once

#include "bench/status.h"

#include <QHash>
#include <QList>

namespace swb::ui {

/// What the kernel has said of watched connections and listeners lately. Bounded: ten minutes of each at ten
/// samples a second, and some 50 MB in all; the oldest go first.
class SampleStore
{
public:
    static constexpr qsizetype mostOfOne = 6'000;
    static constexpr qsizetype mostInAll = 60'000;

    /// Takes the samples over, and forgets what is no longer on the bench.
    void take(const bench::Changes &changes);

    /// By ascending times; empty: never watched. Valid until the next take().
    const QList<bench::ConnectionSample> &of(ConnectionId connection) const;
    const QList<bench::ListenerSample> &of(EndpointId listener) const;

private:
    template <class Id, class Sample>
    void append(QHash<Id, QList<Sample>> &samples, Id id, const Sample &sample);
    template <class Id, class Sample>
    void forget(QHash<Id, QList<Sample>> &samples, Id id);
    void dropOldest();

    QHash<ConnectionId, QList<bench::ConnectionSample>> m_connections;
    QHash<EndpointId, QList<bench::ListenerSample>> m_listeners;
    qsizetype m_total = 0;
};

} // namespace swb::ui
