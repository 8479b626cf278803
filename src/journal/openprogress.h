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

} // namespace swb::journal
