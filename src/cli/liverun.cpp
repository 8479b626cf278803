#include "cli/liverun.h"

#include "bench/sentences.h"
#include "cli/output.h"
#include "cli/words.h"
#include "codec/encoding.h"
#include "journal/writer.h"

#include <QFileInfo>

#include <cerrno>

namespace swb::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using bench::EndpointState;

namespace {

constexpr EndpointId endpointId{1};
constexpr auto drainPatience = 1s;

} // namespace

LiveRun::LiveRun(const Plan &plan)
    : m_plan(plan)
    , m_printer(plan.format, plan.quiet, plan.command == Plan::Command::Connect,
          codec::Encoding::find(plan.spec.encoding).value_or(codec::Encoding()))
    , m_listener(*this)
{
    m_bench.addListener(m_printer);
    m_bench.addListener(m_listener);
    connect(&m_bench, &bench::Bench::connectionOpened, this, &LiveRun::opened);
    connect(&m_bench, &bench::Bench::connectionEnded, this, &LiveRun::ended);
    connect(&m_bench, &bench::Bench::endpointChanged, this, &LiveRun::endpointChanged);
    connect(&m_bench, &bench::Bench::finished, this, &LiveRun::conclude);
    connect(&m_bench, &bench::Bench::drained, this, [this](ConnectionId connection) {
        if (const auto feed = m_feeds.find(connection); feed != m_feeds.end())
            feed->second->drained();
    });
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        if (!isDialling()) // the dialler has the same deadline, and says what it was waiting for
            stop();
    });
    connect(&m_bench, &bench::Bench::journalStalled, this,
        [](const Failure &failure) { complain(bench::Sentences::failure(failure)); });
    connect(&m_bench, &bench::Bench::journalResumed, this,
        [this] { complain(Words::tr("“%1” grows again.").arg(m_bench.recordingStatus().path)); });
}

bool LiveRun::start()
{
    for (const Source &source : m_plan.sources) {
        if (!source.file.isEmpty() && source.file != QLatin1Char('-')
            && !QFileInfo(source.file).isReadable()) {
            const bool exists = QFileInfo::exists(source.file);
            fail({exists ? FailureKind::NoPermission : FailureKind::NotFound, 0, source.file});
            return false;
        }
    }
    if (!m_plan.record.isEmpty()) {
        auto journal = journal::Writer::create(m_plan.record);
        if (!journal) {
            m_exitCode = 1;
            complain(u"--record %1: "_s.arg(m_plan.record) + bench::Sentences::failure(journal.failure()));
            return false;
        }
        m_bench.setJournal(std::move(*journal));
    }
    if (m_plan.timeout)
        m_timeout.start(*m_plan.timeout);
    m_bench.start(endpointId, m_plan.spec);
    return true;
}

void LiveRun::stop()
{
    const bench::EndpointStatus *status = m_bench.endpointStatus(endpointId);
    if (m_stopping || !status)
        return m_bench.shutDown(0ms);
    m_stopping = true;
    if (isDialling())
        m_exitCode = 1; // that it was cancelled is an event, and told as such
    m_bench.shutDown(drainPatience);
}

bool LiveRun::isDialling() const
{
    const bench::EndpointStatus *status = m_bench.endpointStatus(endpointId);
    return status && (status->state == EndpointState::Starting || status->state == EndpointState::Connecting);
}

void LiveRun::opened(ConnectionId connection)
{
    QList<Source> sources = m_plan.sources;
    const bool isClient = m_plan.command == Plan::Command::Connect;
    const auto isStdin = [](const Source &source) { return source.file == QLatin1Char('-'); };
    if (isClient && std::none_of(sources.begin(), sources.end(), isStdin))
        sources.append({{}, QStringLiteral("-")});
    if (sources.isEmpty())
        return;
    const auto encoding = codec::Encoding::find(m_plan.spec.encoding).value_or(codec::Encoding());
    auto feed =
        std::make_unique<Feed>(sources, TypedText(encoding, m_plan.ending, m_plan.format == Format::Raw),
            [this, connection](const QByteArray &bytes) { return bool(m_bench.send(connection, bytes)); });
    connect(feed.get(), &Feed::untypeable, this, [this, encoding](const codec::InputFault &fault) {
        m_exitCode = 2;
        complain(u"stdin: "_s + bench::Sentences::inputFault(fault, encoding.name()));
        stop();
    });
    connect(feed.get(), &Feed::failed, this, [this, connection](const QString &file, int error) {
        fail({FailureKind::System, error, file});
        m_bench.close(connection); // a server goes on with its other clients
    });
    if (m_plan.halfClose)
        connect(feed.get(), &Feed::ended, this, [this, connection] { m_bench.finishSending(connection); });
    Feed *started = feed.get();
    m_feeds.emplace(connection, std::move(feed));
    started->drained();
}

void LiveRun::ended(ConnectionId connection)
{
    const bool isClient = m_plan.command == Plan::Command::Connect;
    if (const auto status = m_bench.connectionStatus(connection))
        tellEnd(*status);
    if (const auto feed = m_feeds.find(connection); feed != m_feeds.end()) {
        if (const QString source = feed->second->unfinished(); !source.isEmpty()) {
            m_exitCode = 1;
            complain(Words::tr("“%1” was not sent to its end.").arg(source));
        }
        feed->second.release()->deleteLater(); // it may be sending right now
        m_feeds.erase(feed);
    }
    if ((isClient || m_plan.once) && !m_stopping)
        stop();
    // Queued: the connection is telling us this. A server that runs for weeks keeps nothing of clients that
    // have gone.
    QMetaObject::invokeMethod(
        this, [this, connection] { m_bench.forget(connection); }, Qt::QueuedConnection);
}

void LiveRun::tellEnd(const bench::ConnectionStatus &status)
{
    const bool isClient = m_plan.command == Plan::Command::Connect;
    if (isClient && (status.failure.isSet() || status.bytesUnsent > 0))
        m_exitCode = 1;
    // Any other error was an event of its own, and has been told.
    if (isClient && status.state == bench::ConnectionState::Reset && status.failure.isSet())
        complain(bench::Sentences::failure(status.failure));
    if (status.bytesUnsent > 0)
        complain(
            Words::tr("%1: %n byte(s) were never sent.", "", bench::Sentences::plural(status.bytesUnsent))
                .arg(status.peer.toString()));
}

bool LiveRun::Listener::commit()
{
    m_run.outputFailed();
    return true;
}

/// Nobody reads what is printed any more.
void LiveRun::outputFailed()
{
    if (m_printer.outputError() && !m_stopping)
        QMetaObject::invokeMethod(
            this, [this] { m_stopping ? void() : stop(); }, Qt::QueuedConnection);
}

void LiveRun::Listener::append(const Event &event, QByteArrayView)
{
    if (event.kind == EventKind::Received)
        m_run.received(event.connection);
    else if (event.kind == EventKind::Error
        || (event.kind == EventKind::AcceptingPaused && event.failure.isSet()))
        complain(bench::Sentences::failure(event.failure));
}

void LiveRun::received(ConnectionId connection)
{
    // Queued: the bytes are not committed yet.
    if (m_plan.once && m_plan.command == Plan::Command::Connect)
        QMetaObject::invokeMethod(
            this, [this, connection] { m_bench.close(connection); }, Qt::QueuedConnection);
}

void LiveRun::endpointChanged()
{
    if (m_bench.endpointStatus(endpointId)->state != EndpointState::Failed || m_stopping)
        return;
    m_exitCode = 1; // the reason was an event, and has been told
    m_stopping = true;
    QMetaObject::invokeMethod(
        this, [this] { m_bench.shutDown(drainPatience); }, Qt::QueuedConnection);
}

void LiveRun::fail(const Failure &failure)
{
    m_exitCode = 1;
    complain(bench::Sentences::failure(failure));
}

void LiveRun::conclude()
{
    const bench::RecordingStatus recording = m_bench.recordingStatus();
    if (recording.heldBytes > 0) {
        m_exitCode = 1;
        complain(Words::tr("“%1” is incomplete: its last %n byte(s) could not be written.", "",
            bench::Sentences::plural(recording.heldBytes))
                     .arg(recording.path));
    }
    m_printer.commit();
    if (const int error = m_printer.outputError()) {
        m_exitCode = 1;
        if (error != EPIPE && error != EINTR) // whoever closed or stopped reading the pipe knows it
            complain(bench::Sentences::failure({FailureKind::System, error, u"stdout"_s}));
    }
    emit finished();
}

} // namespace swb::cli
