#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace swb::kernel {

/// When what was sent came to a certain point. One for each send(2) and stage, soon after it happened.
struct SendTime
{
    enum class Stage : quint8
    {
        Queued, ///< handed to the queue of the network interface
        Sent, ///< handed to the interface
        Acknowledged, ///< the peer's kernel has confirmed all of it
    };
    Stage stage = Stage::Queued;
    quint32 lastByte = 0; ///< of that send(2): counts from 0 since the times were switched on, modulo 2³²
    Timestamp time; ///< wall clock, as the kernel reads it

    friend bool operator==(const SendTime &, const SendTime &) = default;
};

/// Has the kernel note these times for a connected TCP socket (SO_TIMESTAMPING). They wait in its error
/// queue, where they make poll(2) report POLLERR: the owner has to take them. System: not here.
Outcome noteSendTimes(int descriptor);

/// All that wait, in the order of the kernel. Never blocks.
QList<SendTime> takeSendTimes(int descriptor);

/// The control messages of one recvmsg(MSG_ERRQUEUE). Nothing: it is no send time, or is cut short.
std::optional<SendTime> parseSendTime(QByteArrayView control);

} // namespace swb::kernel
