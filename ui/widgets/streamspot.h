#pragma once

#include "widgets/byteselection.h"

#include <algorithm>
#include <compare>

namespace swb::ui {

/// A place in a conversation: a row among those of its connection, and a byte in the event of that row. An
/// event without bytes takes up the place of one byte.
struct StreamSpot
{
    quint32 row = 0;
    quint64 offset = 0;

    friend auto operator<=>(const StreamSpot &, const StreamSpot &) = default;
};

/// From one place to before another. It may begin in one direction and end in the other.
struct StreamRange
{
    StreamSpot start;
    StreamSpot end;

    bool isEmpty() const { return end <= start; }
    bool overlaps(const StreamRange &other) const { return start < other.end && other.start < end; }
    StreamRange united(const StreamRange &other) const
    {
        return {std::min(start, other.start), std::max(end, other.end)};
    }
    friend bool operator==(const StreamRange &, const StreamRange &) = default;
};

} // namespace swb::ui
