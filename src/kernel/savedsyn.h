#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace swb::kernel {

/// Asks the kernel to keep the first packet of each connection that comes to this listening socket from now
/// on (TCP_SAVE_SYN, tcp(7)). System: it cannot here.
Outcome saveSyns(int listener);

/// The headers of the SYN that a client really sent, network and transport, no link layer: of an accepted
/// connection whose listener saves them. The kernel gives them once and then forgets them. Nothing: it has
/// none.
std::optional<QByteArray> takeSavedSyn(int connection);

} // namespace swb::kernel
