#pragma once

#include "base/clock.h"

namespace swb::capture {

/// The time of a packet from its interface's clock (pcapng if_tsresol and if_tsoffset). `resolution`: a
/// negative power of 10, or of 2 with the most significant bit set. Finer than nanoseconds is cut off; a time
/// that does not fit is the nearest one that does.
Timestamp timeFromTicks(quint64 ticks, quint8 resolution, qint64 offsetSeconds);

/// The same from seconds and nanoseconds, however many.
Timestamp timeFromSeconds(quint64 seconds, quint64 nanoseconds, qint64 offsetSeconds = 0);

} // namespace swb::capture
