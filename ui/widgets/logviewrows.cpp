#include "journal/recording.h"
#include "models/logmodel.h"
#include "widgets/announcer.h"
#include "widgets/logplace.h"
#include "widgets/logview.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

// Rows come and go: what is looked at stays where it is, or follows the end.
namespace swb::ui {

namespace {

/// Looking for the newest row with bytes among many that came at once.
constexpr int RowsLookedThrough = 256;

/// What a screen reader says of a row that nobody asked for: enough to know it by.
constexpr qsizetype MostSpoken = 120;

} // namespace

/// Before a filter makes the rows others.
void LogView::keepPlace()
{
    const bool isPicked = m_current >= 0 && !m_currentSticks;
    if (m_place || rows() == 0 || (m_following && !isPicked))
        return;
    const int row = m_current >= 0 ? m_current : firstVisibleRow();
    m_place = std::make_unique<LogPlace>(LogPlace{m_model->recording(), m_model->filter(),
        m_model->seqAt(row), std::clamp(row - firstVisibleRow(), 0, visibleRowCount() - 1)});
}

void LogView::rowsReset()
{
    m_anchor = -1;
    m_current = -1;
    if (m_place && !(m_model && m_place->isIn(*m_model)))
        m_place.reset();
    m_currentSticks = !m_place;
    if (!m_following && !m_place) {
        m_following = true;
        emit followingChanged(true);
    }
    updateScrollBar();
    updateNewButton();
    m_place ? returnToPlace() : stickToEnd(0, rows() - 1);
    if (m_current < 0)
        emit currentEventChanged({}, false);
    viewport()->update();
}

/// To the row that was looked at or the first behind it, as soon as it is there; the filter may find that
/// row, or a nearer one, until it has looked at everything.
void LogView::returnToPlace()
{
    if (!m_place || rows() == 0)
        return;
    const bool isSifting = m_model->sifting().busy;
    const int row = m_model->rowFrom(m_place->seq);
    if (row == rows() && isSifting)
        return;
    const int target = std::min(row, rows() - 1);
    if (!m_following)
        moveSilently(target - m_place->below);
    setSelection(target, target);
    if (!isSifting)
        m_place.reset();
}

/// The first that has not been shown yet.
EventSeq LogView::nextEvent() const
{
    if (m_model && m_model->isFiltered()) // which may not have found the ones before
        return EventSeq(m_model->recording()->eventCount());
    return EventSeq(rows() > 0 ? m_model->seqAt(rows() - 1).value + 1 : 0);
}

int LogView::newRowCount() const
{
    return m_following || rows() == 0 ? 0 : rows() - m_model->rowFrom(m_newFrom);
}

void LogView::rowsArrived(int first, int last)
{
    const int count = last - first + 1;
    // Under a filter rows may come before others: what one looks at stays where it is.
    const bool above = !m_following && first < firstVisibleRow();
    m_current += first <= m_current ? count : 0;
    m_anchor += first <= m_anchor ? count : 0;
    updateScrollBar();
    if (above)
        moveSilently(firstVisibleRow() + count);
    updateNewButton();
    if (m_following)
        stickToEnd(first, last);
    returnToPlace();
    viewport()->update();
    announce(first, last);
}

void LogView::rowsLeft(int first, int last)
{
    const int count = last - first + 1;
    const auto moved = [=](int row) { return row > last ? row - count : row >= first ? -1 : row; };
    const int top = firstVisibleRow();
    const bool lost = m_current >= 0 && moved(m_current) < 0;
    m_current = moved(m_current);
    m_anchor = m_current < 0 ? -1 : moved(m_anchor) < 0 ? m_current : moved(m_anchor);
    updateScrollBar();
    if (!m_following && first < top)
        moveSilently(std::max(first, top - count));
    updateNewButton();
    if (lost)
        emit currentEventChanged({}, false);
    viewport()->update();
}

void LogView::moveSilently(int firstRow)
{
    const QScopedValueRollback guard(m_rangeChanges, true);
    verticalScrollBar()->setValue(firstRow);
}

void LogView::announce(int first, int last)
{
    m_announcer->announce(last - first + 1, [this](int news) {
        const int end = rows() - 1;
        if (end < 0)
            return QString();
        const QString latest = m_model->accessibleText(end).left(MostSpoken);
        return news == 1 ? latest : tr("%n new row(s), the latest: %1", nullptr, news).arg(latest);
    });
}

void LogView::stickToEnd(int first, int last)
{
    if (!m_currentSticks)
        return;
    // A connection's end is no reason to take its last bytes out of sight: only rows with bytes become
    // current.
    for (int row = last; row >= std::max(first, last - RowsLookedThrough); --row) {
        if (!m_model->carriesBytes(row))
            continue;
        setSelection(row, row);
        return;
    }
}

} // namespace swb::ui
