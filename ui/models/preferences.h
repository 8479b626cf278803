#pragma once

#include <QString>

#include <chrono>

namespace swb::ui {

/// What the user has set once for all, apart from looks and keys.
struct Preferences
{
    static constexpr std::chrono::milliseconds longestSyncInterval{10'000};
    static constexpr qint64 smallestQueueLimit = qint64(1) << 20;
    static constexpr qint64 largestQueueLimit = qint64(64) << 30;

    QString recordingsFolder; ///< empty: the usual one
    std::chrono::milliseconds syncInterval{1000}; ///< what a power cut can cost; zero: never synced
    qint64 queueLimit = qint64(16) << 20; ///< the high-water mark of new endpoints, in bytes

    Preferences bounded() const; ///< with what is out of bounds at the nearest bound

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace swb::ui
