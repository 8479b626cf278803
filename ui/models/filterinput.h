#pragma once

#include "journal/rowset.h"
#include "lens/query.h"

#include <variant>

namespace swb::ui {

class LogModel;

/// What is wrong with a field of a filter, and where in it.
struct FilterFault
{
    enum class Field : quint8
    {
        Pattern,
        Connections,
        From,
        To
    };
    Field field = Field::Pattern;
    qsizetype position = 0;
    QString sentence;

    friend bool operator==(const FilterFault &, const FilterFault &) = default;
};

/// A filter as somebody has typed and chosen it.
struct FilterInput
{
    lens::Query query;
    journal::Criteria::Direction direction = journal::Criteria::Direction::Both;
    bool data = true;
    bool lifecycle = true;
    bool errors = true;
    bool annotatedOnly = false;
    QString connections; ///< "1, 4-7"; empty: all
    QString from; ///< see TypedTime; empty: from the start
    QString to;

    /// What it means for a log: its encodings make text bytes, its first row is where relative times begin.
    std::variant<journal::Criteria, FilterFault> criteriaFor(const LogModel &log) const;

    friend bool operator==(const FilterInput &, const FilterInput &) = default;
};

} // namespace swb::ui
