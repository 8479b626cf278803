#include "cli/liverun.h"

#include "bench/sentences.h"
#include "cli/output.h"
#include "cli/words.h"
#include "codec/encoding.h"

#include <QFileInfo>

namespace swb::cli {

using namespace Qt::StringLiterals;
using bench::EndpointState;

namespace {

constexpr EndpointId endpointId{1};

} // namespace

LiveRun::LiveRun(const Plan &plan)
    : Run(plan, plan.command == Plan::Command::Connect)
{
    connect(&bench(), &bench::Bench::connectionOpened, this, &LiveRun::opened);
    connect(&bench(), &bench::Bench::connectionEnded, this, &LiveRun::ended);
    connect(&bench(), &bench::Bench::endpointChanged, this, &LiveRun::endpointChanged);
    connect(&bench(), &bench::Bench::drained, this, [this](ConnectionId connection) {
        if (const auto feed = m_feeds.find(connection); feed != m_feeds.end())
            feed->second->drained();
    });
}

bool LiveRun::prepare()
{
    for (const Source &source : plan().sources) {
        if (!source.file.isEmpty() && source.file != QLatin1Char('-')
            && !QFileInfo(source.file).isReadable()) {
            const bool exists = QFileInfo::exists(source.file);
            fail({exists ? FailureKind::NoPermission : FailureKind::NotFound, 0, source.file});
            return false;
        }
    }
    return true;
}

void LiveRun::begin()
{
    bench().start(endpointId, plan().spec);
}

void LiveRun::aboutToStop()
{
    if (isDialling())
        setFailed(); // that it was cancelled is an event, and told as such
}

/// The dialler has the same deadline as the run, and says what it was waiting for.
bool LiveRun::isDialling() const
{
    const bench::EndpointStatus *status = bench().endpointStatus(endpointId);
    return status && (status->state == EndpointState::Starting || status->state == EndpointState::Connecting);
}

void LiveRun::opened(ConnectionId connection)
{
    QList<Source> sources = plan().sources;
    const bool isClient = plan().command == Plan::Command::Connect;
    const auto isStdin = [](const Source &source) { return source.file == QLatin1Char('-'); };
    if (isClient && std::none_of(sources.begin(), sources.end(), isStdin))
        sources.append({{}, QStringLiteral("-")});
    if (sources.isEmpty())
        return;
    const auto encoding = codec::Encoding::find(plan().spec.encoding).value_or(codec::Encoding());
    auto feed =
        std::make_unique<Feed>(sources, TypedText(encoding, plan().ending, plan().format == Format::Raw),
            [this, connection](const QByteArray &bytes) { return bool(bench().send(connection, bytes)); });
    connect(feed.get(), &Feed::untypeable, this, [this, encoding](const codec::InputFault &fault) {
        setFailed(2);
        complain(u"stdin: "_s + bench::Sentences::inputFault(fault, encoding.name()));
        stop();
    });
    connect(feed.get(), &Feed::failed, this, [this, connection](const QString &file, int error) {
        fail({FailureKind::System, error, file});
        bench().close(connection); // a server goes on with its other clients
    });
    if (plan().halfClose)
        connect(feed.get(), &Feed::ended, this, [this, connection] { bench().finishSending(connection); });
    Feed *started = feed.get();
    m_feeds.emplace(connection, std::move(feed));
    started->drained();
}

void LiveRun::ended(ConnectionId connection)
{
    const bool isClient = plan().command == Plan::Command::Connect;
    if (const auto status = bench().connectionStatus(connection))
        tellEnd(*status);
    if (const auto feed = m_feeds.find(connection); feed != m_feeds.end()) {
        if (const QString source = feed->second->unfinished(); !source.isEmpty()) {
            setFailed();
            complain(Words::tr("“%1” was not sent to its end.").arg(source));
        }
        feed->second.release()->deleteLater(); // it may be sending right now
        m_feeds.erase(feed);
    }
    if ((isClient || plan().once) && !isStopping())
        stop();
    forgetLater(connection);
}

void LiveRun::received(ConnectionId connection)
{
    // Queued: the bytes are not committed yet.
    if (plan().once && plan().command == Plan::Command::Connect)
        QMetaObject::invokeMethod(
            this, [this, connection] { bench().close(connection); }, Qt::QueuedConnection);
}

void LiveRun::endpointChanged()
{
    if (bench().endpointStatus(endpointId)->state != EndpointState::Failed || isStopping())
        return;
    setFailed(); // the reason was an event, and has been told
    stopLater();
}

} // namespace swb::cli
