#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <variant>

namespace swb::journal {

/// Why a regular expression cannot be used.
struct PatternFault
{
    qsizetype position = 0; ///< the byte of the expression where it goes wrong; may be its end
    QString reason; ///< PCRE2's, for the expert, in English

    friend bool operator==(const PatternFault &, const PatternFault &) = default;
};

/// What is looked for in bytes: these bytes, or a regular expression over bytes. A small value that threads
/// share; each thread matches with a Matcher of its own.
///
/// Expressions are PCRE2's without UTF: `.` and each member of a class are one byte. `^` and `$` stand at the
/// ends of lines, which CR, LF or both end; `.` is no line end, unless `(?s)` says so. A match has at least
/// one byte.
class Pattern
{
public:
    enum class Case : quint8
    {
        Exact,
        IgnoreAscii ///< a to z only: what the other bytes mean, only an encoding knows
    };
    Pattern(); ///< matches nothing
    static Pattern literal(const QByteArray &bytes, Case letters = Case::Exact);
    static std::variant<Pattern, PatternFault> expression(
        const QByteArray &source, Case letters = Case::Exact);

    bool isEmpty() const { return !m_compiled; }
    bool isExpression() const;
    qsizetype literalSize() const; ///< 0 for expressions
    /// How many bytes before a match may decide about it; at least 1 for expressions.
    qsizetype lookBehind() const;

    /// The same one, not only one that finds the same.
    friend bool operator==(const Pattern &, const Pattern &) = default;

private:
    friend class Matcher;
    struct Compiled;
    explicit Pattern(std::shared_ptr<const Compiled> compiled);
    std::shared_ptr<const Compiled> m_compiled;
};

/// Finds matches of one pattern, on one thread.
class Matcher
{
public:
    explicit Matcher(const Pattern &pattern);
    ~Matcher();
    Matcher(Matcher &&) noexcept;
    Matcher &operator=(Matcher &&) noexcept;

    enum class Status : quint8
    {
        Match,
        None, ///< no match begins here, whatever follows the subject (Closed: if nothing does)
        Partial, ///< Open: what follows the subject decides whether and where a match that begins at `begin`
                 ///< ends
        LimitHit, ///< steps, depth or memory ran out at an attempt that begins at `begin`: nobody knows
    };
    enum class End : quint8
    {
        Open, ///< more bytes may follow the subject
        Closed ///< the stream ends where the subject ends
    };
    struct Answer
    {
        Status status = Status::None;
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    /// The first match that begins at `from` or behind it and not behind `last`. What stands before `from` is
    /// only looked back at. An empty pattern matches nothing.
    Answer find(QByteArrayView subject, qsizetype from, qsizetype last, End end);

private:
    struct Scratch;
    Answer findExpression(QByteArrayView subject, qsizetype from, qsizetype last, End end);
    int run(QByteArrayView subject, qsizetype from, qsizetype last, End end);
    qsizetype placeOfLimit(QByteArrayView subject, qsizetype from, qsizetype last, End end);

    Pattern m_pattern;
    std::unique_ptr<Scratch> m_scratch;
};

} // namespace swb::journal
