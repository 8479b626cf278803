#pragma once

#include "base/event.h"
#include "widgets/byteselection.h"

#include <vector>

namespace swb::ui {

class Conversation;
class SearchModel;

/// Where the matches of a search stand in a conversation. The search may be about another recording: then it
/// has none here, though connections of the same number may have some there.
class StreamMatches
{
public:
    /// Not owned; must outlive this.
    explicit StreamMatches(const SearchModel *search);

    bool isAbout(const Conversation &rows) const;
    /// With bytes in this part of a direction's stream.
    std::vector<ByteMatch> of(const Conversation &rows, EventKind direction, const ByteRange &bytes) const;
    /// Whether one begins in this part of the conversation, 0 to 1, as its weight goes.
    bool hasAnyIn(const Conversation &rows, double from, double to) const;

private:
    const SearchModel *m_search;
};

} // namespace swb::ui
