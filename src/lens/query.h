#pragma once

#include "codec/encoding.h"
#include "journal/search.h"

#include <QString>

#include <variant>

namespace swb::lens {

/// What somebody looks for, as it was typed.
struct Query
{
    enum class Mode : quint8
    {
        Text, ///< as it stands, in the encoding
        Hex, ///< "0d 0a"
        Expression, ///< a regular expression over bytes; its characters are meant in the encoding
    };
    QString text;
    Mode mode = Mode::Text;
    bool ignoreCase = false;

    bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const Query &, const Query &) = default;
};

/// What is wrong with it, and where (UTF-16 units from the start of what was typed).
struct QueryFault
{
    qsizetype position = 0;
    qsizetype length = 1; ///< 0 at the end
    QString sentence;

    friend bool operator==(const QueryFault &, const QueryFault &) = default;
};

/// The bytes or the expression for connections of one encoding. Case is ignored as Unicode pairs letters, in
/// any encoding; in an expression, of a to z only. An empty query is a pattern that matches nothing.
std::variant<journal::Pattern, QueryFault> patternOf(const Query &query, const codec::Encoding &encoding);

/// Where an expression gave up, why, and what helps.
QString limitSentence(const journal::Match &place);

} // namespace swb::lens
