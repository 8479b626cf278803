#pragma once

#include "lens/ladder.h"

#include <QCoreApplication>
#include <QString>

namespace swb::ui {

/// The words on a ladder. Calls of a program stand as in C and are not translated.
class LadderText
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::LadderText)

public:
    using Rung = lens::Rung;
    using Crossing = lens::Crossing;

    /// What the program at the rung's end called: "recv() = 5". Empty: no call, or nobody saw it.
    static QString call(const lens::LadderRows &rows, const Rung &rung);
    /// What the program at the other end must have called, where nobody tells: "send()". Empty: that cannot
    /// be known.
    static QString farCall(const lens::LadderRows &rows, const Rung &rung);
    static QString crossing(const Crossing &crossing); ///< "SYN", "13 bytes"
    static QString unread(const Crossing &crossing); ///< "13 bytes not read yet"
    static QString silence(std::chrono::nanoseconds time); ///< "nothing for 1.2 s"
    static QString time(std::chrono::nanoseconds sinceStart); ///< "+0.000 123 s", "−3 h 5 min"
    static QString cut(quint32 shown, quint32 all); ///< "The first 2,000 of 1,000,000 rows"
    static QString event(const lens::LadderRows &rows, const Rung &rung); ///< "13 bytes sent"
    static QString burst(const lens::LadderBlock::Flow &flow); ///< "412 sends, 398 reads, 26 KiB"
    static QString certainty(lens::Certainty certainty);
    static lens::Certainty certaintyOf(const lens::Ladder &ladder, const Rung &rung);
    static QString end(lens::LadderEnd end); ///< "client"
    /// Who tells of an end: "this program", or that nobody does.
    static QString teller(const lens::LadderRows &rows, lens::LadderEnd end);
    static QString duration(std::chrono::nanoseconds time); ///< "34 µs", "1.2 s", "2 min 5 s"
    /// All that is known of a row, in sentences.
    static QString sentence(lens::Ladder &ladder, quint32 row);
    static QString sentence(lens::Ladder &ladder, const lens::LadderBlock &block);

private:
    static QString fate(lens::Ladder &ladder, const Rung &rung);
    static QString origin(lens::Ladder &ladder, quint32 row);
};

} // namespace swb::ui
