#pragma once

#include <QString>

#include <chrono>

namespace swb {

/// Wall-clock time in nanoseconds since the Unix epoch, UTC.
using Timestamp = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;

/// Wall-clock time that never steps back: the wall clock is read once, then only the time since the computer
/// was booted (CLOCK_BOOTTIME, which counts its sleep too) advances it. So the order of events and of their
/// times is the same. Any thread.
class Clock
{
public:
    Clock();
    Timestamp now() const;

private:
    std::chrono::nanoseconds m_offset;
};

/// ISO 8601 in UTC with microseconds: 2026-01-31T23:59:59.123456Z
QString isoTime(Timestamp time);

} // namespace swb
