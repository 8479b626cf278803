#include "widgets/markedscrollbar.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int TickHeight = 2;

} // namespace

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void MarkedScrollBar::setMarks(Question isMarked)
{
    m_isMarked = std::move(isMarked);
    updateMarks();
}

void MarkedScrollBar::updateMarks()
{
    m_isStale = true;
    update();
}

int MarkedScrollBar::markCount() const
{
    return static_cast<int>(ticks().size());
}

QRect MarkedScrollBar::groove() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
}

const std::vector<int> &MarkedScrollBar::ticks() const
{
    if (!m_isStale)
        return m_ticks;
    m_isStale = false;
    m_ticks.clear();
    const int height = groove().height();
    for (int y = 0; m_isMarked && y < height; ++y) {
        if (m_isMarked(static_cast<double>(y) / height, static_cast<double>(y + 1) / height))
            m_ticks.push_back(y);
    }
    return m_ticks;
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (ticks().empty())
        return;
    QPainter painter(this);
    const QRect room = groove();
    const QColor colour = Theme::of(palette()).matchTick;
    for (const int y : m_ticks) {
        const int top = std::min(room.top() + y, room.bottom() - TickHeight + 1);
        painter.fillRect(QRect(room.left() + 2, top, room.width() - 4, TickHeight), colour);
    }
}

void MarkedScrollBar::resizeEvent(QResizeEvent *event)
{
    QScrollBar::resizeEvent(event);
    updateMarks();
}

} // namespace swb::ui
