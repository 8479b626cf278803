#pragma once

#include "bench/benchthread.h"
#include "codec/encoding.h"
#include "journal/recording.h"
#include "models/benchmodel.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace swb::ui {

class LogModel;

/// What the window works on: the running bench, the recordings opened beside it, and a log model for each.
/// Takes the engine's changes at most once a frame, so that a busy bench costs the window no more than a calm
/// one.
class BenchSession : public QObject
{
    Q_OBJECT

public:
    explicit BenchSession(QObject *parent = nullptr);
    ~BenchSession() override;

    bench::BenchThread &engine() { return m_engine; }
    BenchModel *bench() { return &m_bench; }
    const bench::RecordingStatus &recording() const { return m_recording; }

    /// A new recording in `folder`, which is made if need be.
    Outcome recordInto(const QString &folder);
    void recordNothing();

    /// The high-water mark of endpoints made from now on, in bytes.
    void setQueueLimit(qint64 bytes) { m_queueLimit = bytes; }
    bench::EndpointSpec newSpec(bench::Role role) const; ///< the defaults, with what the user prefers

    quint32 addRecording(const std::shared_ptr<const journal::Recording> &recording);
    void removeRecording(quint32 key);
    std::shared_ptr<const journal::Recording> recordingOf(const BenchModel::Target &target) const;
    /// The log of a row of the bench, with its filter set.
    LogModel *logOf(const BenchModel::Target &target);
    /// The connection that a row speaks for: itself, or a client's latest, or the only one of a recording. Null: none.
    const bench::ConnectionStatus *connectionOf(const BenchModel::Target &target) const;
    /// Of the connection of a row, or of all of a recording.
    void setEncoding(const BenchModel::Target &target, const codec::Encoding &encoding);
    codec::Encoding encodingOf(const BenchModel::Target &target) const;

Q_SIGNALS:
    /// The bench has changed or the log has grown, and both are taken over.
    void framePassed(const swb::bench::Changes &changes);

private:
    struct Opened
    {
        std::shared_ptr<const journal::Recording> recording;
        std::unique_ptr<LogModel> log;
    };
    void takeChanges();

    bench::BenchThread m_engine;
    BenchModel m_bench;
    QTimer m_frame;
    bench::RecordingStatus m_recording;
    qint64 m_queueLimit = bench::EndpointSpec().highWaterMark;
    std::unique_ptr<LogModel> m_log;
    QHash<quint32, std::shared_ptr<Opened>> m_opened;
};

} // namespace swb::ui
