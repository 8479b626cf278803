#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace swb {

using namespace std::chrono;

Clock::Clock()
    : m_offset(duration_cast<nanoseconds>(system_clock::now().time_since_epoch())
        - duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()))
{
}

Timestamp Clock::now() const
{
    return Timestamp(m_offset + duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()));
}

QString isoTime(Timestamp time)
{
    const auto micros = floor<microseconds>(time.time_since_epoch()).count();
    const QDateTime seconds = QDateTime::fromSecsSinceEpoch(micros / 1'000'000, Qt::UTC);
    return seconds.toString(u"yyyy-MM-ddTHH:mm:ss")
        + QStringLiteral(".%1Z").arg(micros % 1'000'000, 6, 10, QLatin1Char('0'));
}

} // namespace swb
