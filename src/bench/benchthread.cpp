#include "bench/benchthread.h"

#include "bench/bench.h"
#include "journal/recording.h"
#include "journal/writer.h"
#include "net/epolldispatcher.h"

#include <QEventLoop>
#include <QThread>

#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <vector>

namespace swb::bench {

using namespace std::chrono_literals;

struct BenchThread::Private
{
    BenchThread *q = nullptr;
    std::unique_ptr<QThread> thread;
    net::EpollDispatcher *dispatcher = nullptr; // the thread's
    Bench *bench = nullptr; // lives on the thread, from before the constructor returns until the thread ends
    std::shared_ptr<const journal::Recording> recording;
    quint32 lastEndpoint = 0;
    journal::Writer::Options options; // of the next recording

    using Command = std::function<void(Bench &)>;
    std::mutex mutex; // guards what follows
    std::vector<Command> commands; // not yet executed by the engine
    std::optional<Changes> published; // not yet taken by the window

    void run(std::promise<void> ready);
    void publish();
    void post(Command command);
    void execute();
};

void BenchThread::Private::run(std::promise<void> ready)
{
    Bench engine;
    engine.trackChanges();
    QEventLoop loop;
    connect(dispatcher, &QAbstractEventDispatcher::awake, &engine, [this] { execute(); });
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &engine, [this] { publish(); });
    connect(&engine, &Bench::finished, &loop, &QEventLoop::quit);
    bench = &engine;
    ready.set_value();
    loop.exec();
}

/// One batch is under way at a time: a window that paints slowly gets fewer and larger ones.
void BenchThread::Private::publish()
{
    if (!bench->hasChanges())
        return;
    {
        const std::lock_guard lock(mutex);
        if (published)
            return;
        published = bench->takeChanges();
    }
    emit q->changed();
}

void BenchThread::Private::post(Command command)
{
    {
        const std::lock_guard lock(mutex);
        commands.push_back(std::move(command));
    }
    dispatcher->wakeUp();
}

void BenchThread::Private::execute()
{
    std::vector<Command> batch;
    {
        const std::lock_guard lock(mutex);
        batch.swap(commands);
    }
    for (const Command &command : batch)
        command(*bench);
}

BenchThread::BenchThread(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
    std::promise<void> ready;
    const auto running = ready.get_future();
    d->thread.reset(QThread::create([this, &ready] { d->run(std::move(ready)); }));
    d->thread->setObjectName(QStringLiteral("engine"));
    d->dispatcher = new net::EpollDispatcher;
    d->thread->setEventDispatcher(d->dispatcher);
    d->thread->start();
    running.wait();
}

BenchThread::~BenchThread()
{
    d->post([](Bench &bench) { bench.shutDown(500ms); });
    d->thread->wait();
}

Outcome BenchThread::recordTo(const QString &path)
{
    auto writer = journal::Writer::create(path, d->options);
    if (!writer)
        return writer.failure();
    d->recording = (*writer)->recording();
    auto handedOver = std::make_shared<std::unique_ptr<journal::Writer>>(std::move(*writer));
    d->post([handedOver](Bench &bench) { bench.setJournal(std::move(*handedOver)); });
    return Done{};
}

void BenchThread::recordNothing()
{
    d->recording.reset();
    d->post([](Bench &bench) { bench.setJournal(nullptr); });
}

void BenchThread::setSyncInterval(std::chrono::milliseconds interval)
{
    d->options.syncInterval = interval;
    d->post([=](Bench &bench) { bench.setSyncInterval(interval); });
}

std::shared_ptr<const journal::Recording> BenchThread::recording() const
{
    return d->recording;
}

EndpointId BenchThread::add(const EndpointSpec &spec)
{
    const EndpointId id{++d->lastEndpoint};
    d->post([=](Bench &bench) { bench.add(id, spec); });
    return id;
}

EndpointId BenchThread::start(const EndpointSpec &spec)
{
    const EndpointId id{++d->lastEndpoint};
    restart(id, spec);
    return id;
}

void BenchThread::restart(EndpointId endpoint, const EndpointSpec &spec)
{
    d->post([=](Bench &bench) { bench.start(endpoint, spec); });
}

void BenchThread::startTogether(const QList<EndpointId> &endpoints, PortTaken taken)
{
    d->post([=](Bench &bench) { bench::startTogether(bench, endpoints, taken); });
}

void BenchThread::stop(EndpointId endpoint)
{
    d->post([=](Bench &bench) { bench.stop(endpoint); });
}

void BenchThread::pauseAccepting(EndpointId endpoint, bool paused)
{
    d->post([=](Bench &bench) { bench.pauseAccepting(endpoint, paused); });
}

void BenchThread::acceptOne(EndpointId endpoint)
{
    d->post([=](Bench &bench) { bench.acceptOne(endpoint); });
}

void BenchThread::remove(EndpointId endpoint)
{
    d->post([=](Bench &bench) { bench.remove(endpoint); });
}

void BenchThread::removeEnded(EndpointId endpoint)
{
    d->post([=](Bench &bench) { bench.removeEnded(endpoint); });
}

void BenchThread::send(ConnectionId connection, const QByteArray &bytes)
{
    d->post([this, connection, bytes](Bench &bench) {
        if (const Outcome sent = bench.send(connection, bytes); !sent)
            emit sendRefused(connection, sent.failure(), bytes);
    });
}

void BenchThread::sendToAll(EndpointId endpoint, const QByteArray &bytes)
{
    d->post([this, endpoint, bytes](Bench &bench) {
        for (const ConnectionId connection : bench.openConnections(endpoint)) {
            if (const Outcome sent = bench.send(connection, bytes); !sent)
                emit sendRefused(connection, sent.failure(), bytes);
        }
    });
}

void BenchThread::finishSending(ConnectionId connection)
{
    d->post([=](Bench &bench) { bench.finishSending(connection); });
}

void BenchThread::close(ConnectionId connection)
{
    d->post([=](Bench &bench) { bench.close(connection); });
}

void BenchThread::reset(ConnectionId connection)
{
    d->post([=](Bench &bench) { bench.reset(connection); });
}

void BenchThread::stopReading(ConnectionId connection, bool stopped)
{
    d->post([=](Bench &bench) { bench.stopReading(connection, stopped); });
}

void BenchThread::setEncoding(ConnectionId connection, const QString &encoding)
{
    d->post([=](Bench &bench) { bench.setEncoding(connection, encoding); });
}

void BenchThread::annotate(EventSeq about, const Annotation &annotation)
{
    d->post([=](Bench &bench) {
        // The event is in the recording that the window reads, so it is in the one that the engine writes.
        [[maybe_unused]] const Outcome annotated = bench.annotate(about, annotation);
    });
}

void BenchThread::watch(const Watch &watch)
{
    d->post([=](Bench &bench) { bench.watch(watch); });
}

Changes BenchThread::takeChanges()
{
    std::optional<Changes> taken;
    {
        const std::lock_guard lock(d->mutex);
        taken.swap(d->published);
    }
    // A turn of the engine's loop, at whose end it publishes what has changed in the meantime.
    d->post([](Bench &) {});
    return taken.value_or(Changes());
}

} // namespace swb::bench
