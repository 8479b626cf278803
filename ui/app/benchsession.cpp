#include "app/benchsession.h"

#include "journal/writer.h"
#include "models/logmodel.h"

#include <QFileInfo>

#include <chrono>

namespace swb::ui {

using namespace std::chrono_literals;

namespace {

bench::ConnectionStatus statusOf(const journal::RecordedConnection &recorded)
{
    bench::ConnectionStatus status;
    status.id = recorded.id;
    status.endpoint = recorded.endpoint;
    status.state = recorded.closed ? bench::ConnectionState::Closed : bench::ConnectionState::Open;
    status.local = recorded.local;
    status.peer = recorded.peer;
    status.outgoing = recorded.outgoing;
    status.encoding = codec::Encoding().name();
    status.bytesReceived = recorded.bytesReceived;
    status.bytesSent = recorded.bytesSent;
    status.opened = recorded.opened;
    return status;
}

} // namespace

BenchSession::BenchSession(QObject *parent)
    : QObject(parent)
    , m_log(std::make_unique<LogModel>())
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(16ms);
    connect(&m_engine, &bench::BenchThread::changed, this, [this] {
        if (!m_frame.isActive())
            m_frame.start();
    });
    connect(&m_frame, &QTimer::timeout, this, &BenchSession::takeChanges);
}

BenchSession::~BenchSession() = default;

void BenchSession::takeChanges()
{
    const bench::Changes changes = m_engine.takeChanges();
    m_recording = changes.recording;
    m_bench.apply(changes);
    for (const bench::ConnectionStatus &status : changes.connections) {
        const auto encoding = codec::Encoding::find(status.encoding);
        if (encoding && *encoding != m_log->encodingOf(status.id))
            m_log->setEncoding(status.id, *encoding);
    }
    m_log->refresh();
    emit framePassed(changes);
}

Outcome BenchSession::recordInto(const QString &folder)
{
    const Outcome outcome = m_engine.recordTo(journal::newRecordingPath(folder));
    if (outcome) {
        m_recording.path = m_engine.recording()->path();
        m_log->setSource(m_engine.recording());
    }
    return outcome;
}

void BenchSession::recordNothing()
{
    m_engine.recordNothing();
    m_recording = {};
    m_log->setSource(nullptr);
}

bench::EndpointSpec BenchSession::newSpec(bench::Role role) const
{
    bench::EndpointSpec spec;
    spec.role = role;
    spec.highWaterMark = m_queueLimit;
    return spec;
}

quint32 BenchSession::addRecording(const std::shared_ptr<const journal::Recording> &recording)
{
    QList<bench::ConnectionStatus> connections;
    for (const journal::RecordedConnection &recorded : recording->connections())
        connections.append(statusOf(recorded));
    const quint32 key = m_bench.addRecording(QFileInfo(recording->path()).fileName(), connections);
    auto opened = std::make_shared<Opened>();
    opened->recording = recording;
    opened->log = std::make_unique<LogModel>();
    m_opened.insert(key, opened);
    return key;
}

void BenchSession::removeRecording(quint32 key)
{
    // The row first: the view turns to another log before this one goes.
    m_bench.removeRecording(key);
    m_opened.remove(key);
}

std::shared_ptr<const journal::Recording> BenchSession::recordingOf(const BenchModel::Target &target) const
{
    if (target.recording == 0)
        return m_engine.recording();
    const auto opened = m_opened.value(target.recording);
    return opened ? opened->recording : nullptr;
}

LogModel *BenchSession::logOf(const BenchModel::Target &target)
{
    const auto opened = m_opened.value(target.recording);
    LogModel *log = opened ? opened->log.get() : m_log.get();
    const EndpointId endpoint = target.recording ? EndpointId() : target.endpoint;
    const journal::RowFilter filter{endpoint, target.connection};
    if (log->recording() != recordingOf(target) || log->filter() != filter)
        log->setSource(recordingOf(target), filter);
    return log;
}

const bench::ConnectionStatus *BenchSession::connectionOf(const BenchModel::Target &target) const
{
    const QModelIndex index = m_bench.indexOf(target);
    if (target.kind == BenchModel::RowKind::Connection)
        return m_bench.connectionAt(index);
    const int rows = m_bench.rowCount(index);
    if (target.kind == BenchModel::RowKind::Recording && rows == 1)
        return m_bench.connectionAt(m_bench.index(0, 0, index));
    const bench::EndpointStatus *endpoint = m_bench.endpoint(target.endpoint);
    if (!endpoint || endpoint->spec.role != bench::Role::TcpClient || rows == 0)
        return nullptr;
    return m_bench.connectionAt(m_bench.index(rows - 1, 0, index));
}

void BenchSession::setEncoding(const BenchModel::Target &target, const codec::Encoding &encoding)
{
    if (target.kind == BenchModel::RowKind::Recording) {
        logOf(target)->setDefaultEncoding(encoding);
        return;
    }
    const bench::ConnectionStatus *connection = connectionOf(target);
    if (!connection)
        return;
    logOf(target)->setEncoding(connection->id, encoding);
    if (target.recording == 0)
        m_engine.setEncoding(connection->id, encoding.name());
}

codec::Encoding BenchSession::encodingOf(const BenchModel::Target &target) const
{
    const bench::ConnectionStatus *connection = connectionOf(target);
    if (const auto opened = m_opened.value(target.recording))
        return opened->log->encodingOf(connection ? connection->id : ConnectionId());
    const bench::EndpointStatus *endpoint = m_bench.endpoint(target.endpoint);
    const QString name = connection ? connection->encoding : endpoint ? endpoint->spec.encoding : QString();
    return codec::Encoding::find(name).value_or(codec::Encoding());
}

} // namespace swb::ui
