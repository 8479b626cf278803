#include "widgets/sendhistory.h"

namespace swb::ui {

namespace {

constexpr qsizetype MostEntries = 100;

} // namespace

void SendHistory::add(const QString &text)
{
    if (!text.isEmpty() && (m_entries.isEmpty() || m_entries.last() != text))
        m_entries.append(text);
    if (m_entries.size() > MostEntries)
        m_entries.removeFirst();
    m_place = m_entries.size();
    m_draft.clear();
}

std::optional<QString> SendHistory::step(int direction, const QString &current)
{
    const qsizetype place = m_place + direction;
    if (place < 0 || place > m_entries.size())
        return std::nullopt;
    if (m_place == m_entries.size())
        m_draft = current;
    m_place = place;
    return place == m_entries.size() ? m_draft : m_entries[place];
}

} // namespace swb::ui
