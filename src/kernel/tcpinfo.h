#pragma once

#include "kernel/facts.h"

#include <QByteArrayView>

namespace swb::kernel {

/// What getsockopt(TCP_INFO) gave, in the byte order of this computer. Older kernels give fewer bytes: what
/// is missing, up to everything, is not available. Of a listener, whose queue stands in fields that mean
/// something else otherwise, only that is told.
Facts parseTcpInfo(QByteArrayView info);

/// Nothing was sent, received, taken or confirmed between these two answers of one socket, nor did its state
/// change: what was asked in between belongs to both.
bool isOneMoment(QByteArrayView before, QByteArrayView after);

/// Both queue lengths as SIOCOUTQ and SIOCOUTQNSD or the socket table give them, where our FIN counts as a
/// byte: adds OutQueueBytes, UnsentBytes and UnackedBytes without it. Then BytesAcked, if all came from one
/// moment. `facts` has the TCP_INFO of that moment.
void addSendQueue(Facts &facts, std::optional<qint64> outQueue, std::optional<qint64> unsent);

} // namespace swb::kernel
