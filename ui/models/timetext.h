#pragma once

#include "base/clock.h"

#include <QString>

#include <variant>

namespace swb::ui {

/// What the Time column tells.
enum class TimeMode : quint8
{
    Absolute, ///< local time of day
    SinceStart, ///< since the first row of the connection or log
    SinceBefore, ///< since the row shown above
};

/// How times read, to the microsecond, cut and not rounded, and all of one width where that is possible.
class TimeText
{
public:
    static QString timeOfDay(Timestamp time); ///< "18:05:03.000123", local
    static QString dateAndTime(Timestamp time); ///< "2026-11-20 18:05:03.000123", local
    static QString dateUnlessToday(Timestamp time); ///< "2026-11-20", local; empty: it is of today
    static QString elapsed(std::chrono::nanoseconds time); ///< "+0.000 123 s", "−1 200.000 000 s"
};

/// A time as somebody types it: "18:05", "18:05:03.000123", "+1.5 s", "+20 ms", "+3 µs".
struct TypedTime
{
    bool sinceStart = false;
    std::chrono::microseconds value{}; ///< since midnight, local, or since the start

    /// Where it goes wrong: the place of the first character that cannot be right; may be behind the last.
    struct Fault
    {
        qsizetype position = 0;
    };
    static std::variant<TypedTime, Fault> parse(QStringView text);
    /// In a log from `first` to `last`: a time of day on the day of its first row, or on the next if only
    /// that lies within the log.
    Timestamp in(Timestamp first, Timestamp last) const;

    friend bool operator==(const TypedTime &, const TypedTime &) = default;
};

} // namespace swb::ui
