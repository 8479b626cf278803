#pragma once

#include "bench/watch.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace swb::journal {
class Recording;
}

namespace swb::bench {

/// What stands in a recording about one sample (docs/recording-format.md): the facts, and those of the other
/// end.
QByteArray toRecord(const kernel::Facts &facts, const std::optional<kernel::Facts> &otherEnd = {});
/// The inverse; nothing: the bytes are not such a record.
std::optional<std::pair<kernel::Facts, std::optional<kernel::Facts>>> fromRecord(QByteArrayView record);

/// The samples of a recording from `from` to `to`, at most `most`, as Recording::samples() chooses them.
/// Their source is Recorded.
QList<ConnectionSample> recordedSamples(const journal::Recording &recording, ConnectionId connection,
    Timestamp from = Timestamp::min(), Timestamp to = Timestamp::max(), quint32 most = 10'000);
QList<ListenerSample> recordedSamples(const journal::Recording &recording, EndpointId listener,
    Timestamp from = Timestamp::min(), Timestamp to = Timestamp::max(), quint32 most = 10'000);

} // namespace swb::bench
