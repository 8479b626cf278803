#include "models/sscommand.h"

using namespace Qt::StringLiterals;

namespace swb::ui {

QString ssConnectionCommand(const SocketAddress &local, const SocketAddress &peer)
{
    return u"ss -tinom state all 'src %1 and dst %2'"_s.arg(local.toString(), peer.toString());
}

QString ssListenerCommand(const SocketAddress &local)
{
    return u"ss -tlnpm 'sport = :%1'"_s.arg(local.port);
}

} // namespace swb::ui
