#pragma once

#include "journal/recording.h"

#include <QByteArrayView>

#include <vector>

namespace swb::journal {

/// The Received and Sent events that hold a match or a part of one, in order. Within a direction of a
/// connection a match may lie across events: TCP knows no boundaries. Reads every byte of the filtered rows;
/// any thread.
std::vector<EventSeq> findBytes(const Recording &recording, const RowFilter &filter, QByteArrayView needle);

} // namespace swb::journal
