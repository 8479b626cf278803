#include "widgets/streamfacts.h"

#include "bench/sentences.h"

#include <QDateTime>

namespace swb::ui {

QString StreamFacts::time(Timestamp time)
{
    const auto sinceEpoch = time.time_since_epoch();
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(sinceEpoch);
    const auto micro = std::chrono::floor<std::chrono::microseconds>(sinceEpoch - milliseconds).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count()).toString(QStringLiteral("HH:mm:ss.zzz"))
        + QStringLiteral("%1").arg(micro, 3, 10, QLatin1Char('0'));
}

QString StreamFacts::direction(EventKind kind)
{
    if (kind == EventKind::Received)
        return tr("received");
    return kind == EventKind::Sent ? tr("sent") : QString();
}

QString StreamFacts::event(EventSeq seq, const Event &event)
{
    const QString number = QString::number(seq.value + 1);
    const QString size = bench::Sentences::size(event.size);
    if (event.kind == EventKind::Received)
        return tr("Event %1: %2 received at %3").arg(number, size, time(event.time));
    if (event.kind == EventKind::Sent)
        return tr("Event %1: %2 sent at %3").arg(number, size, time(event.time));
    return tr("Event %1, at %2").arg(number, time(event.time));
}

} // namespace swb::ui
