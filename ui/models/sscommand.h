#pragma once

#include "base/address.h"

#include <QString>

namespace swb::ui {

/// What shows the same on a terminal (ss(8)): "ss -tinom state all 'src 127.0.0.1:8888 and dst …'".
QString ssConnectionCommand(const SocketAddress &local, const SocketAddress &peer);
QString ssListenerCommand(const SocketAddress &local); ///< "ss -tlnpm 'sport = :8888'"

} // namespace swb::ui
