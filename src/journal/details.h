#pragma once

#include "base/event.h"

#include <QByteArray>

namespace swb::journal {

/// The fields of an event that neither its packets nor its stamp hold, as compact JSON; empty when there are
/// none.
QByteArray encodeDetails(const Event &event);

/// The inverse: fills those fields. False when it is not such JSON.
bool decodeDetails(const QByteArray &json, Event &event);

} // namespace swb::journal
