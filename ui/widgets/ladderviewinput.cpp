#include "models/laddermodel.h"
#include "widgets/ladderpainter.h"
#include "widgets/ladderview.h"
#include "widgets/ladderviewaccessible.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

// What the user does to the ladder with keyboard and mouse.
namespace swb::ui {

namespace {

constexpr int WheelStep = 120; ///< eighths of a degree, QWheelEvent::angleDelta()
constexpr int LinesOfAWheelStep = 3;

} // namespace

void LadderView::choose(int row)
{
    if (row < 0 || isEmpty())
        return;
    m_current = row;
    if (besides(row, 1) + 1 < m_model->rowCount()) // what is looked at must not be carried away
        setFollowing(false);
    viewport()->update();
    announceCurrentBlock(this);
    emit rowChosen(row);
}

void LadderView::stepTo(int row)
{
    scrollTo(row);
    choose(row);
}

void LadderView::showRow(int row)
{
    if (isEmpty() || row < 0 || row >= m_model->rowCount())
        return;
    m_current = row;
    scrollTo(row);
    viewport()->update();
}

void LadderView::scrollTo(int row)
{
    const LadderLayout::Page page = m_layout->page(quint32(row) / lens::Ladder::PageRows);
    const LadderLayout::Placed &placed = page.blocks[page.blockOf(quint32(row))];
    const LadderLayout::Spot top{page.index, placed.top};
    const LadderLayout::Spot bottom{page.index, placed.top + placed.height};
    if (top < m_top)
        setTop(m_layout->moved(top, -m_painter->lineHeight()), true);
    else if (bottom > m_layout->moved(m_top, viewport()->height()))
        setTop(m_layout->moved(bottom, -viewport()->height()), true);
}

int LadderView::besides(int row, int step) const
{
    const LadderLayout::Page &page = m_layout->page(quint32(row) / lens::Ladder::PageRows);
    const lens::LadderBlock &block = page.blocks[page.blockOf(quint32(row))].block;
    if (step > 0)
        return std::min(int(block.endRow), m_model->rowCount() - 1);
    if (block.firstRow == 0)
        return 0;
    const quint32 before = block.firstRow - 1;
    const LadderLayout::Page &there = m_layout->page(before / lens::Ladder::PageRows);
    return int(there.blocks[there.blockOf(before)].block.firstRow);
}

void LadderView::keyPressEvent(QKeyEvent *event)
{
    // With Ctrl they change the size of all text.
    if (event->text() == u"+")
        return zoomIn();
    if (event->text() == u"-")
        return zoomOut();
    if (event->text() == u"0")
        return zoomToUsual();
    if (isEmpty() || (event->modifiers() & ~Qt::KeypadModifier))
        return QAbstractScrollArea::keyPressEvent(event);
    const int last = m_model->rowCount() - 1;
    const int current = m_current >= 0 ? m_current
        : m_visible.empty()            ? 0
                                       : int(m_visible.front().block.firstRow);
    switch (event->key()) {
    case Qt::Key_Down:
        return stepTo(m_current < 0 ? current : besides(current, 1));
    case Qt::Key_Up:
        return stepTo(m_current < 0 ? current : besides(current, -1));
    case Qt::Key_Home:
        return stepTo(0);
    case Qt::Key_End:
        setFollowing(true);
        return stepTo(last);
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const bool isDown = event->key() == Qt::Key_PageDown;
        scrollByAction(isDown ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub);
        if (!m_visible.empty())
            choose(int((isDown ? m_visible.back() : m_visible.front()).block.firstRow));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit rowActivated(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LadderView::wheelEvent(QWheelEvent *event)
{
    const int turn = event->angleDelta().y();
    if (event->modifiers() & Qt::ControlModifier) {
        m_wheel += turn;
        for (; m_wheel >= WheelStep; m_wheel -= WheelStep)
            zoomIn();
        for (; m_wheel <= -WheelStep; m_wheel += WheelStep)
            zoomOut();
    } else if (!event->pixelDelta().isNull()) {
        scrollBy(-event->pixelDelta().y());
    } else {
        scrollBy(-turn * LinesOfAWheelStep * m_painter->lineHeight() / WheelStep);
    }
    event->accept();
}

void LadderView::mousePressEvent(QMouseEvent *event)
{
    const int index = visibleIndexAt(int(event->position().y()));
    if (event->button() == Qt::LeftButton && index >= 0)
        choose(int(visibleBlock(index).firstRow));
}

void LadderView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && visibleIndexAt(int(event->position().y())) >= 0)
        emit rowActivated(m_current);
}

void LadderView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCurrentBlock(this);
}

void LadderView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool LadderView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = visibleIndexAt(help->pos().y());
    if (index < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), sentence(visibleBlock(index)).toHtmlEscaped(), viewport(),
            visibleBlockRect(index));
    return true;
}

} // namespace swb::ui
