#include "widgets/byteselection.h"

#include <algorithm>

namespace swb::ui {

ByteSelection::ByteSelection(QObject *parent)
    : QObject(parent)
{
}

void ByteSelection::choose(const ByteRange &range)
{
    set(range, range);
}

void ByteSelection::extendTo(const ByteRange &range)
{
    set(m_anchor.isEmpty() ? range : m_anchor, range);
}

void ByteSelection::clear()
{
    set({}, {});
}

void ByteSelection::set(const ByteRange &anchor, const ByteRange &caret)
{
    if (anchor == m_anchor && caret == m_caret)
        return;
    m_anchor = anchor;
    m_caret = caret;
    m_range = {std::min(anchor.start, caret.start), std::max(anchor.end, caret.end)};
    emit changed();
}

} // namespace swb::ui
