#include "base/clock.h"

#include <QDateTime>
#include <QTimeZone>

#include <ctime>

namespace swb {

using namespace std::chrono;

namespace {

nanoseconds sinceBoot()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

} // namespace

Clock::Clock()
    : m_offset(duration_cast<nanoseconds>(system_clock::now().time_since_epoch()) - sinceBoot())
{
}

Timestamp Clock::now() const
{
    return Timestamp(m_offset + sinceBoot());
}

QString isoTime(Timestamp time)
{
    const auto micros = floor<microseconds>(time.time_since_epoch()).count();
    const QDateTime seconds = QDateTime::fromSecsSinceEpoch(micros / 1'000'000, Qt::UTC);
    return seconds.toString(u"yyyy-MM-ddTHH:mm:ss")
        + QStringLiteral(".%1Z").arg(micros % 1'000'000, 6, 10, QLatin1Char('0'));
}

} // namespace swb
