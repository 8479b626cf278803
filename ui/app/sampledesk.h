#pragma once

#include "models/benchmodel.h"
#include "models/samplestore.h"

#include <QHash>
#include <QObject>

namespace swb::ui {

class BenchSession;

/// Has watched what the views want to see of the kernel's facts, and keeps it for them. While no view wants
/// anything, nothing is sampled.
class SampleDesk : public QObject
{
    Q_OBJECT

public:
    /// The session is not owned and must outlive the desk.
    SampleDesk(BenchSession *session, QObject *parent);

    /// What this viewer wants to see from now on, in place of what it wanted before; empty: nothing. What
    /// several want is watched once, as often as the most eager wants. Over with the viewer.
    void want(const QObject *viewer, const bench::Watch &watch);

    /// Of the connection that a row of the bench speaks for, by ascending times: living ones as they were
    /// watched, those of an opened recording as it has them. The latter are read on another thread when they
    /// are asked for first; sampled() follows.
    const QList<bench::ConnectionSample> &samplesOf(const BenchModel::Target &target);
    bool isReading(const BenchModel::Target &target) const; ///< of a recording, and not here yet
    const QList<bench::ListenerSample> &samplesOf(EndpointId listener) const { return m_store.of(listener); }

Q_SIGNALS:
    void sampled(); ///< there are others than before

private:
    /// Of the recorded connection that was asked for last.
    struct Recorded
    {
        quint32 recording = 0;
        ConnectionId connection;
        bool reading = false;
        QList<bench::ConnectionSample> samples;
    };
    void takeFrame(const bench::Changes &changes);
    void watch();
    void read(quint32 recording, ConnectionId connection);

    BenchSession *m_session;
    SampleStore m_store;
    QHash<const QObject *, bench::Watch> m_wanted;
    bench::Watch m_watched;
    Recorded m_recorded;
};

} // namespace swb::ui
