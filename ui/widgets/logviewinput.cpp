#include "models/logmodel.h"
#include "widgets/logheader.h"
#include "widgets/logrowpainter.h"
#include "widgets/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <array>

// What the user does to the log with keyboard and mouse: the selection, copying, the context menu.
namespace swb::ui {

QString LogView::selectedText() const
{
    return m_current < 0 ? QString() : m_model->plainText(selectionStart(), selectionEnd());
}

void LogView::copy()
{
    if (m_current >= 0)
        QApplication::clipboard()->setText(selectedText());
}

void LogView::selectAll()
{
    if (rows() == 0)
        return;
    m_currentSticks = false;
    setSelection(0, rows() - 1);
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAtY(event->position().toPoint().y());
    const bool isWithin = row >= selectionStart() && row <= selectionEnd();
    if (row < 0 || (event->button() == Qt::RightButton && isWithin))
        return;
    moveCurrent(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_current < 0)
        return;
    const int y = event->position().toPoint().y();
    const int below = std::min(rows() - 1, firstVisibleRow() + visibleRowCount());
    const int row = y < 0 ? std::max(0, firstVisibleRow() - 1) : rowAtY(y);
    const int target = row < 0 || y >= viewport()->height() ? below : row;
    if (target != m_current)
        moveCurrent(target, true);
}

int LogView::rowForKey(int key) const
{
    switch (key) {
    case Qt::Key_Up:
        return m_current < 0 ? rows() - 1 : m_current - 1;
    case Qt::Key_Down:
        return m_current + 1;
    case Qt::Key_PageUp:
        return m_current - visibleRowCount();
    case Qt::Key_PageDown:
        return m_current + visibleRowCount();
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return rows() - 1;
    }
    return -1;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    static constexpr std::array moves{
        Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End};
    if (rows() == 0 || std::find(moves.begin(), moves.end(), event->key()) == moves.end())
        return QAbstractScrollArea::keyPressEvent(event);
    const int row = std::clamp(rowForKey(event->key()), 0, rows() - 1);
    moveCurrent(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    showToolTip(help->pos(), help->globalPos());
    return true;
}

/// What is cut in a cell, whole. As rich text, so that it wraps; nothing in it is obeyed.
void LogView::showToolTip(const QPoint &at, const QPoint &globalPosition)
{
    const int row = rowAtY(at.y());
    const int section = m_header->logicalIndexAt(at.x());
    if (row < 0 || section < 0)
        return QToolTip::hideText();
    const auto column = static_cast<LogModel::Column>(section);
    const bool cut = m_rowPainter->isCut(m_model->row(row), column, m_header->sectionSize(section));
    const QString whole = cut ? m_model->wholeText(row, column) : QString();
    const QString shown = whole.isEmpty()
        ? whole
        : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(whole.toHtmlEscaped());
    const QRect cell(m_header->sectionViewportPosition(section), rowRect(row).top(),
        m_header->sectionSize(section), rowRect(row).height());
    QToolTip::showText(globalPosition, shown, viewport(), cell);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("logMenu"));
    QAction *copyAction = menu.addAction(tr("&Copy rows"), this, &LogView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(m_current >= 0);
    QAction *allAction = menu.addAction(tr("Select &all"), this, &LogView::selectAll);
    allAction->setShortcut(QKeySequence::SelectAll);
    allAction->setEnabled(rows() > 0);
    menu.addSeparator();
    QAction *followAction = menu.addAction(tr("&Follow the newest row"));
    followAction->setCheckable(true);
    followAction->setChecked(m_following);
    connect(followAction, &QAction::toggled, this, &LogView::setFollowing);
    if (!actions().isEmpty())
        menu.addSeparator();
    menu.addActions(actions());
    menu.exec(event->globalPos());
}

} // namespace swb::ui
