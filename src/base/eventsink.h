#pragma once

#include "base/event.h"

#include <QByteArrayView>

namespace swb {

/// Where events go. Called on the engine's thread only.
///
/// The promise behind the pair of calls: bytes count as received only once commit() has returned true, which
/// means that their record is with the kernel and survives the death of this process.
class EventSink
{
public:
    virtual ~EventSink() = default;

    /// Takes one event; `bytes` (event.size of them, empty unless event.carriesBytes()) are copied or written
    /// before it returns. Never fails: what cannot be written yet is held.
    virtual void append(const Event &event, QByteArrayView bytes) = 0;

    /// Hands everything appended so far to the kernel. False: it could not; everything is still held, and the
    /// caller must stop reading and sending until a later commit() returns true.
    virtual bool commit() = 0;
};

} // namespace swb
