#include "bench/jsonoutline.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace swb::bench {

namespace {

constexpr qsizetype notedLevels = 3; // the file, its list, and what is in one endpoint
constexpr qsizetype longestNotedKey = 192; // the longest that means something, each character as \uNNNN

/// As Qt's reader has it: a key may be written with escapes.
QByteArray unescaped(const QByteArray &key)
{
    return key.contains('\\')
        ? QJsonDocument::fromJson("[\"" + key + "\"]").array().first().toString().toUtf8()
        : key;
}

} // namespace

JsonOutline::JsonOutline(QByteArrayView text, qsizetype mostDeep)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        switch (text[at]) {
        case '\n':
            ++m_line;
            break;
        case '"':
            at = readString(text, at);
            break;
        case '{':
        case '[':
            noteElement();
            if (m_levels.size() == mostDeep) {
                m_tooDeepLine = m_line;
                return;
            }
            m_levels.append({text[at] == '{', text[at] == '{', 0, {}, {}});
            break;
        case '}':
        case ']':
            if (!m_levels.isEmpty())
                m_levels.removeLast();
            break;
        case ',':
            if (!m_levels.isEmpty()) {
                m_levels.last().wantsKey = m_levels.last().object;
                ++m_levels.last().index;
            }
            break;
        default:
            break;
        }
    }
}

/// Returns the place of the closing quotation mark.
qsizetype JsonOutline::readString(QByteArrayView text, qsizetype at)
{
    qsizetype end = at + 1;
    while (end < text.size() && text[end] != '"')
        end += text[end] == '\\' ? 2 : 1;
    if (m_levels.isEmpty() || !m_levels.last().wantsKey)
        return end;
    m_levels.last().wantsKey = false;
    m_levels.last().key.clear();
    if (end < text.size() && end - at <= longestNotedKey)
        noteKey(unescaped(text.sliced(at + 1, end - at - 1).toByteArray()));
    return end;
}

void JsonOutline::noteKey(const QByteArray &key)
{
    Level &level = m_levels.last();
    level.key = key;
    if (m_levels.size() > notedLevels)
        return;
    if (level.keys.contains(key) && m_repeatedLine == 0) {
        m_repeated = path();
        m_repeatedLine = m_line;
    }
    level.keys.insert(key);
    m_lines.insert(path(), m_line);
}

void JsonOutline::noteElement()
{
    if (!m_levels.isEmpty() && !m_levels.last().object && m_levels.size() <= notedLevels)
        m_lines.insert(path(), m_line);
}

QByteArray JsonOutline::path() const
{
    QByteArray path;
    for (const Level &level : m_levels) {
        if (!path.isEmpty())
            path += '/';
        path += level.object ? level.key : QByteArray::number(level.index);
    }
    return path;
}

} // namespace swb::bench
