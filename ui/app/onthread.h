#pragma once

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <utility>

namespace swb::ui {

/// Runs `work` on a thread that ends with it: for what waits for a disk, which no pool should have to wait
/// for. It must hold all it needs itself; then(context, …) brings the result back to the window's thread.
template <class Value, class Work>
QFuture<Value> onThread(Work work)
{
    QPromise<Value> promise;
    QFuture<Value> future = promise.future();
    QThread *thread = QThread::create([promise = std::move(promise), work = std::move(work)]() mutable {
        promise.start();
        promise.addResult(work());
        promise.finish();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    return future;
}

} // namespace swb::ui
