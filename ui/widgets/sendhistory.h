#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace swb::ui {

/// What was sent before, newest last, as it was typed. Going back keeps the draft that was being written, and
/// going forward again brings it back. At most 100 entries.
class SendHistory
{
public:
    void add(const QString &text); ///< the same text twice in a row counts once
    /// One step back (-1) or forward (+1) from where we are; `current` is what stands in the box now. Nothing
    /// where the history ends.
    std::optional<QString> step(int direction, const QString &current);
    const QStringList &entries() const { return m_entries; }

private:
    QStringList m_entries;
    QString m_draft;
    qsizetype m_place = 0; ///< in m_entries; its size: the draft
};

} // namespace swb::ui
