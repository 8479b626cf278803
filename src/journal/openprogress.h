#pragma once

#include <QtGlobal>

#include <atomic>

namespace swb::journal {

/// How far the opening of a recording has come, and the wish to stop it. Shared by the thread that opens and
/// the one that shows it; both may use every member at any time.
struct OpenProgress
{
    std::atomic<quint64> bytesDone = 0;
    std::atomic<quint64> bytesTotal = 0; ///< 0: not known yet
    std::atomic<bool> cancelled = false; ///< once true, the opening ends soon, with FailureKind::Cancelled
};

/// Tells how far it has come; false: the wish to stop came. `progress` may be null.
inline bool goesOn(OpenProgress *progress, quint64 done, quint64 total)
{
    if (!progress)
        return true;
    progress->bytesTotal.store(total, std::memory_order_relaxed);
    progress->bytesDone.store(done, std::memory_order_relaxed);
    return !progress->cancelled.load(std::memory_order_relaxed);
}

} // namespace swb::journal
