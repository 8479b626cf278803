#include "models/preferences.h"

#include <algorithm>

namespace swb::ui {

Preferences Preferences::bounded() const
{
    using namespace std::chrono_literals;
    Preferences result = *this;
    result.syncInterval = std::clamp(syncInterval, 0ms, longestSyncInterval);
    result.queueLimit = std::clamp(queueLimit, smallestQueueLimit, largestQueueLimit);
    return result;
}

} // namespace swb::ui
