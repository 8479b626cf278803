#pragma once

#include "kernel/factid.h"

#include <QCoreApplication>

namespace swb::ui {

/// What facts have in common, in the order in which they are shown.
enum class FactGroup
{
    Standing,
    Bytes,
    Times,
    Windows,
    Segments,
    Buffers,
    Agreed,
    Options
};
inline constexpr int factGroupTotal = int(FactGroup::Options) + 1;

/// The words for what the kernel tells of sockets, in the language of the window. Plain text.
class FactWords
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::FactWords)

public:
    static QString group(FactGroup group); ///< "Where it stands"
    static FactGroup groupOf(kernel::FactId id);
    static int place(kernel::FactId id); ///< among all facts, in the order in which they are shown
    static QString name(kernel::FactId id); ///< "Unread"
    static QString sentence(kernel::FactId id); ///< what it means
    static QString value(kernel::FactId id, qint64 value); ///< as people read it: "340 µs", "1.2 MiB"
    /// To the last digit: "1,258,291 bytes". Empty where the value says it already.
    static QString exact(kernel::FactId id, qint64 value);
    /// In place of a value that was asked for and not given.
    static QString missing(kernel::FactId id);
    static QString source(kernel::Source source); ///< "kernel"
    static QString sourceSentence(kernel::Source source);
    static QString time(qint64 microseconds); ///< "340 µs", "1.24 s", "2 min 5 s"

private:
    static QString congestion(qint64 state);
    static QString timer(qint64 kind);
    static QString flag(kernel::FactId id, bool on);
};

} // namespace swb::ui
