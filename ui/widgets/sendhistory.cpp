#include "widgets/sendhistory.h"

namespace swb::ui {

namespace {

constexpr qsizetype MostEntries = 100;

} // namespace

void SendHistory::add(const Entry &entry)
{
    if (!entry.text.isEmpty() && (m_entries.isEmpty() || m_entries.last() != entry))
        m_entries.append(entry);
    if (m_entries.size() > MostEntries)
        m_entries.removeFirst();
    m_place = m_entries.size();
    m_draft = {};
}

std::optional<SendHistory::Entry> SendHistory::step(int direction, const Entry &current)
{
    if (m_place < m_entries.size() && m_entries[m_place] != current)
        m_place = m_entries.size();
    const qsizetype place = m_place + direction;
    if (place < 0 || place > m_entries.size())
        return std::nullopt;
    if (m_place == m_entries.size())
        m_draft = current;
    m_place = place;
    return place == m_entries.size() ? m_draft : m_entries[place];
}

} // namespace swb::ui
