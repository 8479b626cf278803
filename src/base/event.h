#pragma once

#include "base/address.h"
#include "base/clock.h"
#include "base/failure.h"
#include "base/ids.h"

#include <QString>

class QDebug;

namespace swb {

/// What happened. The numbers are part of the recording format (docs/recording-format.md): append only.
enum class EventKind : quint8
{
    Listening = 1, ///< local
    StoppedListening = 2, ///< local
    AcceptingPaused = 3, ///< failure when the system forced it (descriptors), none when the user did
    AcceptingResumed = 4,
    Connecting = 5, ///< one address is tried: peer; text = the name it came from
    Opened = 6, ///< local, peer; `outgoing` tells who dialled; text = the transport when it is not TCP
    Received = 7, ///< size bytes
    Sent = 8, ///< size bytes, at the moment the kernel took them
    PeerFinished = 9, ///< the peer's FIN was read: it will send no more
    Finished = 10, ///< our FIN is on its way: we shall send no more
    ResetByPeer = 11, ///< failure
    ResetByUs = 12,
    Closed = 13, ///< size = bytes that were queued and never sent; failure when an error ended it
    Error = 14, ///< failure
    Note = 15, ///< text
    ReadingStopped = 16, ///< we stopped reading: the window will close
    ReadingResumed = 17,
    Gap = 18, ///< size bytes are missing here from another program's capture: ours if `outgoing`, else the
              ///< peer's; size 0: what came before was not captured
    // 20 is taken: samples of the kernel's facts, which are no events (docs/recording-format.md).
    Annotation = 19, ///< about, marked, text: what somebody says about an event; no event of its own
};

/// What a person says about an event. Shown with it.
struct Annotation
{
    bool marked = false;
    QString text;

    /// Longer ones are not written: a note is a line or two.
    static constexpr qsizetype maxTextLength = 1000;
    bool isSet() const { return marked || !text.isEmpty(); }
    friend bool operator==(const Annotation &, const Annotation &) = default;
};

/// One fact about a connection or an endpoint. The bytes of Received and Sent are not in here: they are
/// handed over beside it when it is recorded, and read from the recording when they are wanted.
struct Event
{
    EventKind kind = EventKind::Note;
    EndpointId endpoint;
    ConnectionId connection; ///< invalid: the event is about the endpoint itself
    Timestamp time;
    SocketAddress local; ///< Opened, Listening, StoppedListening
    SocketAddress peer; ///< Opened, Connecting
    bool outgoing = false; ///< Opened: we dialled; Gap: sent by us
    quint64 size = 0;
    Failure failure;
    QString text;
    EventSeq about; ///< Annotation: which event
    bool marked = false; ///< Annotation

    bool carriesBytes() const { return kind == EventKind::Received || kind == EventKind::Sent; }
    friend bool operator==(const Event &, const Event &) = default;
};
QDebug operator<<(QDebug debug, const Event &event);

/// "received", "peer-finished", …: the `event` of JSON output. ResetByPeer and ResetByUs are both "reset".
QLatin1StringView eventName(EventKind kind);
bool isEventName(QStringView name);

} // namespace swb
