#include "widgets/markedscrollbar.h"

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>
#include <utility>

namespace swb::ui {

namespace {

constexpr int TickHeight = 2;
constexpr int NoteTickHeight = 3;

} // namespace

MarkedScrollBar::MarkedScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{
}

void MarkedScrollBar::setMarks(Mark kind, Question isMarked)
{
    m_marks[size_t(kind)].isMarked = std::move(isMarked);
    updateMarks();
}

void MarkedScrollBar::updateMarks()
{
    for (Marks &marks : m_marks)
        marks.isStale = true;
    update();
}

int MarkedScrollBar::markCount(Mark kind) const
{
    return static_cast<int>(ticks(kind).size());
}

QRect MarkedScrollBar::groove() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
}

const std::vector<int> &MarkedScrollBar::ticks(Mark kind) const
{
    const Marks &marks = m_marks[size_t(kind)];
    if (!std::exchange(marks.isStale, false))
        return marks.ticks;
    marks.ticks.clear();
    const int height = groove().height();
    for (int y = 0; marks.isMarked && y < height; ++y) {
        if (marks.isMarked(static_cast<double>(y) / height, static_cast<double>(y + 1) / height))
            marks.ticks.push_back(y);
    }
    return marks.ticks;
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (ticks(Mark::Match).empty() && ticks(Mark::Note).empty())
        return;
    QPainter painter(this);
    const QRect room = groove();
    const auto paint = [&](Mark kind, int left, int width, int height, const QColor &colour) {
        for (const int y : ticks(kind))
            painter.fillRect(
                QRect(left, std::min(room.top() + y, room.bottom() - height + 1), width, height), colour);
    };
    paint(Mark::Match, room.left() + 2, room.width() - 4, TickHeight, Theme::of(palette()).matchTick);
    // Over them: there are few of these, and somebody has made each by hand.
    paint(Mark::Note, room.left(), room.width() / 2, NoteTickHeight, palette().color(QPalette::Highlight));
}

void MarkedScrollBar::resizeEvent(QResizeEvent *event)
{
    QScrollBar::resizeEvent(event);
    updateMarks();
}

} // namespace swb::ui
