#include "capture/ticks.h"

#include <algorithm>
#include <limits>
#include <ratio>

namespace swb::capture {

namespace {

constexpr quint64 nanosPerSecond = std::nano::den;
constexpr qint64 mostSeconds = std::numeric_limits<qint64>::max() / qint64(nanosPerSecond) - 10;
constexpr int nanoDigits = 9;
constexpr int mostDigits = 19; // 10^19 is the largest power that fits

quint64 powerOfTen(int digits)
{
    quint64 power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    return power;
}

Timestamp fromDecimal(quint64 ticks, int digits, qint64 offsetSeconds)
{
    if (digits > nanoDigits) {
        const int surplus = digits - nanoDigits;
        const quint64 nanos = surplus <= mostDigits ? ticks / powerOfTen(surplus) : 0;
        return timeFromSeconds(nanos / nanosPerSecond, nanos % nanosPerSecond, offsetSeconds);
    }
    const quint64 perSecond = powerOfTen(digits);
    return timeFromSeconds(
        ticks / perSecond, ticks % perSecond * powerOfTen(nanoDigits - digits), offsetSeconds);
}

Timestamp fromBinary(quint64 ticks, int bits, qint64 offsetSeconds)
{
    constexpr int wordBits = 64;
    constexpr int keptBits = 32; // so many times a billion do fit
    const quint64 seconds = bits < wordBits ? ticks >> bits : 0;
    quint64 fraction = bits < wordBits ? ticks - (seconds << bits) : ticks;
    const int surplus = std::max(bits - keptBits, 0);
    fraction = surplus < wordBits ? fraction >> surplus : 0;
    return timeFromSeconds(seconds, fraction * nanosPerSecond >> (bits - surplus), offsetSeconds);
}

} // namespace

Timestamp timeFromTicks(quint64 ticks, quint8 resolution, qint64 offsetSeconds)
{
    constexpr quint8 binary = 0x80;
    const int exponent = resolution & (binary - 1);
    return resolution & binary ? fromBinary(ticks, exponent, offsetSeconds)
                               : fromDecimal(ticks, exponent, offsetSeconds);
}

Timestamp timeFromSeconds(quint64 seconds, quint64 nanoseconds, qint64 offsetSeconds)
{
    const qint64 offset = std::clamp(offsetSeconds, -mostSeconds, mostSeconds);
    const qint64 bounded = qint64(std::min(seconds, quint64(mostSeconds)));
    const qint64 whole = std::clamp(bounded + offset, -mostSeconds, mostSeconds);
    const qint64 rest = qint64(std::min(nanoseconds, 9 * nanosPerSecond));
    return Timestamp(std::chrono::nanoseconds(whole * qint64(nanosPerSecond) + rest));
}

} // namespace swb::capture
