#pragma once

#include "base/event.h"

#include <QCoreApplication>
#include <QString>

namespace swb::ui {

/// What a stream says about its events in a few words.
class StreamFacts
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::StreamFacts)

public:
    static QString direction(EventKind kind); ///< "received"; empty for what carries no bytes
    /// "Event 12: 17 B received at 12:01:02.123456"; events count from 1
    static QString event(EventSeq seq, const Event &event);
};

} // namespace swb::ui
