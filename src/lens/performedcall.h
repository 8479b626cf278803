#pragma once

#include "base/clock.h"
#include "net/socketcall.h"

#include <QString>

namespace swb::lens {

/// Which of the two programs of a conversation.
enum class CallSide : quint8
{
    Server,
    Client
};

/// One system call that was made by hand: whose it was, what it came to, and when among the others.
struct PerformedCall
{
    CallSide side = CallSide::Server;
    QString socket; ///< its name, a word that a program may use for it: "server", "conn2"
    QString accepted; ///< accept alone: the name of the socket that it gave
    net::SocketCall call;
    net::CallOutcome outcome;
    SocketAddress local; ///< of the socket, once the call was over; null: it has none
    Timestamp time; ///< when it was made
    Timestamp over; ///< when it returned; not before it has
    int began = 0; ///< the beginnings and ends of all calls are numbered in one row
    int ended = -1; ///< -1: it still waits

    bool isWaiting() const { return ended < 0; }
    bool overlapsOthers() const { return ended != began + 1; }
    friend bool operator==(const PerformedCall &, const PerformedCall &) = default;
};

} // namespace swb::lens
