#include "widgets/streamfacts.h"

#include "bench/sentences.h"
#include "models/timetext.h"

namespace swb::ui {

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
        return tr("Event %1: %2 received at %3").arg(number, size, TimeText::timeOfDay(event.time));
    if (event.kind == EventKind::Sent)
        return tr("Event %1: %2 sent at %3").arg(number, size, TimeText::timeOfDay(event.time));
    return tr("Event %1, at %2").arg(number, TimeText::timeOfDay(event.time));
}

} // namespace swb::ui
