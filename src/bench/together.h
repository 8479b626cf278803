#pragma once

#include "base/ids.h"

#include <QList>

namespace swb::bench {

class Bench;

/// What becomes of a server whose port another program has.
enum class PortTaken : quint8
{
    Fails,
    TakesAnother, ///< one that the system chooses; the clients that would have dialled it follow
};

/// Starts those of these endpoints that are idle: the servers first, so that the clients find them. On the
/// engine's thread.
void startTogether(Bench &bench, const QList<EndpointId> &endpoints, PortTaken taken);

} // namespace swb::bench
