#pragma once

#include "codec/compose.h"

#include <QList>
#include <QString>

#include <optional>

namespace swb::ui {

/// What was sent before, newest last, as it was typed. Going back keeps the draft that was being written, and
/// going forward again brings it back. At most 100 entries.
class SendHistory
{
public:
    /// The same characters are other bytes in another mode.
    struct Entry
    {
        QString text;
        codec::InputMode mode = codec::InputMode::Text;
        codec::LineEnding ending = codec::LineEnding::None;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    void add(const Entry &entry); ///< the same entry twice in a row counts once, one without text not at all
    /// One step back (-1) or forward (+1) from where we are; `current` is what stands in the box now. Once
    /// that is no longer what was brought back, it is a draft and the next step starts from the newest.
    /// Nothing where the history ends.
    std::optional<Entry> step(int direction, const Entry &current);
    const QList<Entry> &entries() const { return m_entries; }

private:
    QList<Entry> m_entries;
    Entry m_draft;
    qsizetype m_place = 0; ///< in m_entries; its size: the draft
};

} // namespace swb::ui
