#pragma once

#include "base/event.h"
#include "widgets/byteselection.h"

#include <QByteArrayView>
#include <QString>

namespace swb::ui {

/// "Received 12 bytes, shown as UTF-8"
QString eventFacts(EventKind kind, qint64 size, const QString &encoding);
/// "4 bytes at offset 12 (0xc)   u32 LE 1234   BE 5678": what is selected, and as a number where it can be
/// one. `content` is the selected bytes, or the first few of them.
QString selectionFacts(const ByteRange &range, QByteArrayView content);

} // namespace swb::ui
