#include "models/plotmodel.h"
#include "widgets/plotlook.h"
#include "widgets/plotview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace swb::ui {

namespace {

constexpr double shortestSpan = 0.5; ///< seconds
constexpr double usualSpan = 30;
constexpr double zoomStep = 1.5;
constexpr int manyRows = 10;

} // namespace

bool PlotView::canZoomIn() const
{
    return m_model && m_model->rowCount() > 0 && span() > shortestSpan;
}

bool PlotView::canZoomOut() const
{
    if (!m_model || m_model->rowCount() == 0)
        return false;
    return span() < std::max(usualSpan, timeOf(m_model->rowCount() - 1) - timeOf(0));
}

void PlotView::setRange(double from, double to)
{
    const int last = m_model ? m_model->rowCount() - 1 : -1;
    if (last < 0)
        return;
    const double longest = std::max(usualSpan, timeOf(last) - timeOf(0));
    const double length = std::clamp(to - from, std::min(shortestSpan, longest), longest);
    // No further than where something is.
    const double end = std::clamp(to, std::min(timeOf(0) + length, timeOf(last)), timeOf(last));
    m_from = end - length;
    m_to = end;
    for (const ChartParts &parts : m_charts)
        parts.rect->axis(QCPAxis::atBottom)->setRange(m_from, m_to);
    fitHeights();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    emit rangeChanged();
}

/// Who goes back in time wants to stay there; who comes to its end follows it.
void PlotView::setRangeByHand(double from, double to)
{
    setRange(from, to);
    if (m_model && m_model->rowCount() > 0)
        setFollowing(m_to >= timeOf(m_model->rowCount() - 1));
}

void PlotView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    if (following && m_model && m_model->rowCount() > 0) {
        const double last = timeOf(m_model->rowCount() - 1);
        setRange(last - span(), last);
    }
    emit followingChanged(following);
}

double PlotView::centre() const
{
    if (m_current >= 0 && timeOf(m_current) >= m_from && timeOf(m_current) <= m_to)
        return timeOf(m_current);
    return m_following ? m_to : (m_from + m_to) / 2;
}

void PlotView::zoom(double factor, double around)
{
    if (m_following)
        around = m_to; // the newest stays where it is
    const double length = span() * factor;
    const double part = (around - m_from) / span();
    setRangeByHand(around - length * part, around + length * (1 - part));
}

void PlotView::zoomIn()
{
    zoom(1 / zoomStep, centre());
}

void PlotView::zoomOut()
{
    zoom(zoomStep, centre());
}

void PlotView::showAll()
{
    if (m_model && m_model->rowCount() > 0)
        setRangeByHand(timeOf(0), timeOf(m_model->rowCount() - 1));
}

void PlotView::setCurrentRow(int row)
{
    row = m_model ? std::clamp(row, -1, m_model->rowCount() - 1) : -1;
    if (row == m_current)
        return;
    m_current = row;
    if (row >= 0 && (timeOf(row) < m_from || timeOf(row) > m_to))
        setRangeByHand(timeOf(row) - span() / 2, timeOf(row) + span() / 2);
    showCursor();
    setAccessibleDescription(readout());
    emit currentRowChanged(row);
}

int PlotView::rowUnder(const QPoint &position) const
{
    return rowAt(m_charts[0].rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x()));
}

void PlotView::keyPressEvent(QKeyEvent *event)
{
    if (!m_model || m_model->rowCount() == 0)
        return QWidget::keyPressEvent(event);
    const int last = m_model->rowCount() - 1;
    const int at = m_current >= 0 ? m_current : last;
    const int step = event->modifiers() & Qt::ShiftModifier ? manyRows : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrentRow(std::max(at - step, 0));
    case Qt::Key_Right:
        return setCurrentRow(std::min(at + step, last));
    case Qt::Key_Home:
        return setCurrentRow(0);
    case Qt::Key_End:
        setCurrentRow(-1);
        return setFollowing(true);
    case Qt::Key_PageUp:
        return setRangeByHand(m_from - span() / 2, m_to - span() / 2);
    case Qt::Key_PageDown:
        return setRangeByHand(m_from + span() / 2, m_to + span() / 2);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return showAll();
    default:
        QWidget::keyPressEvent(event);
    }
}

/// The mouse on the charts, which QCustomPlot would move one by one.
bool PlotView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && event->type() == QEvent::Resize)
        fitNames(m_plot->width());
    if (watched != m_plot || !m_model || m_model->rowCount() == 0)
        return QWidget::eventFilter(watched, event);
    const QCPAxis *time = m_charts[0].rect->axis(QCPAxis::atBottom);
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        setFocus(Qt::MouseFocusReason);
        m_dragged = static_cast<QMouseEvent *>(event)->position().toPoint();
        return true;
    case QEvent::MouseButtonRelease:
        m_dragged.reset();
        return true;
    case QEvent::MouseMove: {
        const QPoint to = static_cast<QMouseEvent *>(event)->position().toPoint();
        if (m_dragged) {
            const double by = time->pixelToCoord(m_dragged->x()) - time->pixelToCoord(to.x());
            m_dragged = to;
            setRangeByHand(m_from + by, m_to + by);
        }
        setCurrentRow(rowUnder(to));
        return true;
    }
    case QEvent::Leave:
        if (m_following)
            setCurrentRow(-1);
        return false;
    case QEvent::Wheel: {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const double notches = wheel->angleDelta().y() / 120.;
        if (notches != 0)
            zoom(std::pow(zoomStep, -notches), time->pixelToCoord(wheel->position().x()));
        return true;
    }
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void PlotView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PlotView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace swb::ui
