#pragma once

#include "lens/streamtext.h"

#include <QList>

#include <memory>

namespace swb::journal {
class Recording;
}

namespace swb::ui {

class LogModel;
class SearchModel;
struct LogRow;

/// A part of a row's text that belongs to a match.
struct RowMatch
{
    qsizetype start = 0; ///< UTF-16 units in the row's text
    qsizetype length = 0;
    bool isCurrent = false; ///< the match that is looked at

    friend bool operator==(const RowMatch &, const RowMatch &) = default;
};

/// Where the matches of a search stand in the rows of a log. Decodes rows that have some anew: characters
/// know their bytes only while they are decoded.
class RowMatches
{
public:
    /// Not owned; must outlive this.
    explicit RowMatches(const SearchModel *search);
    ~RowMatches();

    QList<RowMatch> of(const LogModel &log, const LogRow &row);

private:
    const SearchModel *m_search;
    std::shared_ptr<const journal::Recording> m_recording;
    std::unique_ptr<lens::StreamText> m_streams;
};

} // namespace swb::ui
