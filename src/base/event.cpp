#include "base/event.h"

#include <QDebug>

namespace swb {

QLatin1StringView eventName(EventKind kind)
{
    switch (kind) {
    case EventKind::Listening:
        return QLatin1StringView("listening");
    case EventKind::StoppedListening:
        return QLatin1StringView("stopped-listening");
    case EventKind::AcceptingPaused:
        return QLatin1StringView("accepting-paused");
    case EventKind::AcceptingResumed:
        return QLatin1StringView("accepting-resumed");
    case EventKind::Connecting:
        return QLatin1StringView("connecting");
    case EventKind::Opened:
        return QLatin1StringView("opened");
    case EventKind::Received:
        return QLatin1StringView("received");
    case EventKind::Sent:
        return QLatin1StringView("sent");
    case EventKind::PeerFinished:
        return QLatin1StringView("peer-finished");
    case EventKind::Finished:
        return QLatin1StringView("finished");
    case EventKind::ResetByPeer:
    case EventKind::ResetByUs:
        return QLatin1StringView("reset");
    case EventKind::Closed:
        return QLatin1StringView("closed");
    case EventKind::Error:
        return QLatin1StringView("error");
    case EventKind::Note:
        return QLatin1StringView("note");
    case EventKind::ReadingStopped:
        return QLatin1StringView("reading-stopped");
    case EventKind::ReadingResumed:
        return QLatin1StringView("reading-resumed");
    case EventKind::Gap:
        return QLatin1StringView("gap");
    case EventKind::Annotation:
        return QLatin1StringView("annotation");
    }
    return QLatin1StringView("unknown");
}

bool isEventName(QStringView name)
{
    for (int kind = int(EventKind::Listening); kind <= int(EventKind::Gap); ++kind) {
        if (name == eventName(EventKind(kind)))
            return true;
    }
    return false;
}

QDebug operator<<(QDebug debug, const Event &event)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << "Event(" << eventName(event.kind) << ", endpoint " << event.endpoint.value
                    << ", connection " << event.connection.value << ", "
                    << event.time.time_since_epoch().count() << " ns, " << event.local << " <-> "
                    << event.peer << (event.outgoing ? " outgoing" : "") << ", size " << event.size << ", "
                    << event.failure << ", " << event.text;
    if (event.kind == EventKind::Annotation)
        debug << ", about " << event.about.value << (event.marked ? " marked" : "");
    debug << ')';
    return debug;
}

} // namespace swb
