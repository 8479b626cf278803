#pragma once

#include "journal/pattern.h"

#include <atomic>
#include <vector>

namespace swb::journal {

/// One direction of one connection, searched as its bytes come, in whatever pieces: the matches are those of
/// the whole, and never overlap; the search goes on behind each. Keeps only what a match could still begin
/// in. For one thread.
class StreamSearch
{
public:
    /// A match of an expression is never longer: one that could be is cut or missed here.
    static constexpr qsizetype LongestMatch = 64 * 1024;

    struct Span
    {
        quint64 offset = 0; ///< in the stream
        quint64 length = 0;
    };
    enum class Status : quint8
    {
        Fine,
        Cancelled,
        LimitHit ///< see limitPlace(); the search cannot go on
    };

    /// The matcher may serve many streams; it must outlive this.
    explicit StreamSearch(Matcher &matcher, const Pattern &pattern);

    /// Appends the matches that nothing can change any more. Bytes that do not continue the ones before begin
    /// afresh, as after interrupt().
    Status take(
        quint64 offset, QByteArrayView bytes, std::vector<Span> &found, const std::atomic_bool &cancelled);
    /// The matches behind those, if the stream ended here; what comes may make them longer, or no matches.
    Status takeEnd(std::vector<Span> &found, const std::atomic_bool &cancelled);
    /// Bytes are missing here: nothing matches across this place. Appends what matches before it.
    Status interrupt(std::vector<Span> &found, const std::atomic_bool &cancelled);
    quint64 limitPlace() const { return m_limitPlace; }

    quint64 end() const { return m_end; }
    quint64 heldFrom() const { return m_end - m_heldSize; }
    qsizetype heldSize() const { return m_heldSize; } ///< bytes that it still needs
    bool isReleased() const { return m_held.size() != m_heldSize; }
    void release() { m_held = {}; } ///< until they are given back
    void restore(const QByteArray &held); ///< the bytes from heldFrom() on

private:
    void restart(quint64 offset);
    void takeLiteral(QByteArrayView bytes, std::vector<Span> &found);
    Status search(
        Matcher::End end, quint64 &settled, std::vector<Span> &found, const std::atomic_bool &cancelled);
    Matcher::Answer findInSlice(qsizetype from, Matcher::End end);
    Matcher::Answer longestAt(qsizetype place);
    void keepFrom(quint64 offset);
    qsizetype placeOf(quint64 offset) const { return qsizetype(offset - heldFrom()); }

    Matcher &m_matcher;
    Pattern m_pattern;
    QByteArray m_held;
    qsizetype m_heldSize = 0;
    quint64 m_begin = 0; ///< of the bytes without a gap
    quint64 m_end = 0;
    quint64 m_settled = 0; ///< no match begins before it any more
    qsizetype m_worthwhile = 1; ///< how many bytes must be there before an unfinished match is tried again
    qsizetype m_slice = 64; ///< how many first bytes are tried at once
    quint64 m_limitPlace = 0;
    bool m_hasBegun = false;
};

} // namespace swb::journal
