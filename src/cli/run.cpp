#include "cli/run.h"

#include "bench/sentences.h"
#include "cli/output.h"
#include "cli/words.h"
#include "codec/encoding.h"
#include "journal/writer.h"

#include <cerrno>

namespace swb::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto drainPatience = 1s;

} // namespace

Run::Run(const Plan &plan, bool dataOnly)
    : m_plan(plan)
    , m_printer(plan.format, plan.quiet, dataOnly,
          codec::Encoding::find(plan.spec.encoding).value_or(codec::Encoding()))
    , m_listener(*this)
{
    m_bench.addListener(m_printer);
    m_bench.addListener(m_listener);
    connect(&m_bench, &bench::Bench::finished, this, &Run::conclude);
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        if (!waitsBeyondTimeout())
            stop();
    });
    connect(&m_bench, &bench::Bench::journalStalled, this,
        [](const Failure &failure) { complain(bench::Sentences::failure(failure)); });
    connect(&m_bench, &bench::Bench::journalResumed, this,
        [this] { complain(Words::tr("“%1” grows again.").arg(m_bench.recordingStatus().path)); });
}

bool Run::start()
{
    if (!prepare() || !record())
        return false;
    if (m_plan.timeout)
        m_timeout.start(*m_plan.timeout);
    begin();
    return true;
}

bool Run::record()
{
    if (m_plan.record.isEmpty())
        return true;
    auto journal = journal::Writer::create(m_plan.record);
    if (!journal) {
        m_exitCode = 1;
        complain(u"--record %1: "_s.arg(m_plan.record) + bench::Sentences::failure(journal.failure()));
        return false;
    }
    m_bench.setJournal(std::move(*journal));
    return true;
}

void Run::stop()
{
    if (m_stopping)
        return m_bench.shutDown(0ms);
    m_stopping = true;
    aboutToStop();
    m_bench.shutDown(drainPatience);
}

void Run::stopLater()
{
    QMetaObject::invokeMethod(
        this, [this] { m_stopping ? void() : stop(); }, Qt::QueuedConnection);
}

void Run::tellEnd(const bench::ConnectionStatus &status)
{
    if (status.outgoing && (status.failure.isSet() || status.bytesUnsent > 0))
        m_exitCode = 1;
    // Any other error was an event of its own, and has been told.
    if (status.outgoing && status.state == bench::ConnectionState::Reset && status.failure.isSet())
        complain(bench::Sentences::failure(status.failure));
    if (status.bytesUnsent > 0)
        complain(
            Words::tr("%1: %n byte(s) were never sent.", "", bench::Sentences::plural(status.bytesUnsent))
                .arg(status.peer.toString()));
}

/// Queued: the connection is telling us its end. A server that runs for weeks keeps nothing of clients that
/// have gone.
void Run::forgetLater(ConnectionId connection)
{
    QMetaObject::invokeMethod(
        this, [this, connection] { m_bench.forget(connection); }, Qt::QueuedConnection);
}

bool Run::Listener::commit()
{
    m_run.outputFailed();
    return true;
}

/// Nobody reads what is printed any more.
void Run::outputFailed()
{
    if (m_printer.outputError() && !m_stopping)
        stopLater();
}

void Run::Listener::append(const Event &event, QByteArrayView)
{
    if (event.kind == EventKind::Received)
        m_run.received(event.connection);
    else if (event.kind == EventKind::Error
        || (event.kind == EventKind::AcceptingPaused && event.failure.isSet()))
        complain(bench::Sentences::failure(event.failure));
}

void Run::fail(const Failure &failure)
{
    m_exitCode = 1;
    complain(bench::Sentences::failure(failure));
}

void Run::conclude()
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
