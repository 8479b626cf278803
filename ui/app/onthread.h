#pragma once

#include <QDeadlineTimer>
#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>
#include <QThread>

#include <utility>

namespace swb::ui {

/// Runs `work` on a thread that ends with it: for what waits for a disk, which no pool should have to wait
/// for. It must hold all it needs itself.
template <class Value, class Work>
QFuture<Value> onThread(Work work)
{
    QPromise<Value> promise;
    QFuture<Value> future = promise.future();
    promise.start(); // here: nobody waits for a future that has not been started
    QThread *thread = QThread::create([promise = std::move(promise), work = std::move(work)]() mutable {
        promise.addResult(work());
        promise.finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

/// Hands the result to `take` on the thread of `context`; never, once that is gone (QFuture::then() looks for
/// it on the other thread).
template <class Value, class Take>
void whenDone(const QFuture<Value> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
            watcher->deleteLater();
            take(watcher->result());
        });
    watcher->setFuture(future);
}

/// Whether it is finished by then. Blocks: for the end of the program, where no event loop runs any more.
template <class Value>
bool isDoneBy(const QFuture<Value> &future, const QDeadlineTimer &deadline)
{
    while (!future.isFinished() && !deadline.hasExpired())
        QThread::usleep(2000); // QFuture cannot be waited for with a limit
    return future.isFinished();
}

} // namespace swb::ui
