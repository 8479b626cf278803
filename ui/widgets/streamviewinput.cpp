#include "bench/sentences.h"
#include "widgets/streamcopy.h"
#include "widgets/streamfacts.h"
#include "widgets/streampainter.h"
#include "widgets/streamview.h"
#include "widgets/streamviewaccessible.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

// What the user does to the stream with keyboard and mouse: the caret, the selection, copying, the menu.
namespace swb::ui {

namespace {

constexpr int LinesOfAWheelStep = 3;
constexpr int WheelStep = 120; ///< eighths of a degree, QWheelEvent::angleDelta()

} // namespace

StreamPlace StreamView::placeAtLine(int line) const
{
    return m_layout->moved(topPlace(), line);
}

QRect StreamView::lineRect(int line) const
{
    const int height = m_painter->lineHeight();
    return {0, line * height, viewport()->width(), height};
}

int StreamView::visibleLineCount() const
{
    if (isEmpty())
        return 0;
    const int whole = std::max(1, viewport()->height() / m_painter->lineHeight());
    StreamPlace place = topPlace();
    for (int line = 1; line < whole; ++line) {
        const StreamPlace next = m_layout->moved(place, 1);
        if (next == place)
            return line;
        place = next;
    }
    return whole;
}

int StreamView::lineAtY(int y) const
{
    if (isEmpty() || y < 0 || y >= viewport()->height())
        return -1;
    const int line = y / m_painter->lineHeight();
    return line == 0 || placeAtLine(line) != placeAtLine(line - 1) ? line : -1;
}

StreamRange StreamView::unitAt(const QPoint &inViewport) const
{
    const int line = lineAtY(inViewport.y());
    if (line < 0)
        return {};
    const qreal x = inViewport.x() - m_painter->gutterWidth(m_timesShown);
    return m_layout->unitAt(placeAtLine(line), std::max(0.0, x / m_painter->columnWidth()));
}

QString StreamView::lineText(int line) const
{
    const StreamPlace place = placeAtLine(line);
    const QString direction = StreamFacts::direction(m_layout->block(place).run.kind);
    const QString text = m_layout->text(place);
    return direction.isEmpty() ? text : tr("%1: %2", "received: hello").arg(direction, text);
}

bool StreamView::isLineSelected(int line) const
{
    return !m_selection.isEmpty() && m_layout->lineRange(placeAtLine(line)).overlaps(m_selection);
}

int StreamView::caretLine() const
{
    if (isEmpty() || m_caret.isEmpty())
        return -1;
    const StreamPlace caret = m_layout->placeOf(m_caret.start);
    const int count = visibleLineCount();
    StreamPlace place = topPlace();
    for (int line = 0; line < count; ++line, place = m_layout->moved(place, 1)) {
        if (place == caret)
            return line;
    }
    return -1;
}

void StreamView::choose(const StreamRange &unit, bool extend)
{
    if (unit.isEmpty())
        return;
    const bool isOther = m_caret.isEmpty() || unit.end.row != m_caret.end.row;
    if (!extend || m_anchor.isEmpty())
        m_anchor = unit;
    m_caret = unit;
    m_selection = m_anchor.united(unit);
    // Somebody looks at something: it must not be carried away by what comes in.
    if (unit.end.row + 1 < m_rows->rowCount() && verticalScrollBar()->maximum() > 0)
        setFollowing(false);
    scrollTo(unit.start);
    viewport()->update();
    if (isOther)
        emit eventActivated(m_rows->seqAt(std::min(unit.end.row, m_rows->rowCount() - 1)));
    announceCaretLine(this);
}

void StreamView::mousePressEvent(QMouseEvent *event)
{
    const StreamRange unit = unitAt(event->position().toPoint());
    if (event->button() == Qt::RightButton && unit.overlaps(m_selection))
        return;
    choose(unit, event->modifiers().testFlag(Qt::ShiftModifier));
}

void StreamView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_caret.isEmpty() || isEmpty())
        return;
    const QPoint at = event->position().toPoint();
    if (at.y() < 0)
        choose(m_layout->linesAway(m_caret, -1), true);
    else if (at.y() >= viewport()->height())
        choose(m_layout->linesAway(m_caret, 1), true);
    else
        choose(unitAt(at), true);
}

void StreamView::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / WheelStep;
    m_wheel -= steps * WheelStep;
    scrollLines(-steps * LinesOfAWheelStep);
    event->accept();
}

StreamRange StreamView::unitForKey(const QKeyEvent &key) const
{
    const bool wide = key.modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, viewport()->height() / m_painter->lineHeight() - 1);
    const StreamRange from = m_caret.isEmpty() ? m_layout->unitAt(topPlace(), 0) : m_caret;
    const auto moved = [&](const StreamRange &to) { return m_caret.isEmpty() ? from : to; };
    switch (key.key()) {
    case Qt::Key_Left:
        return moved(m_layout->beside(from, false));
    case Qt::Key_Right:
        return moved(m_layout->beside(from, true));
    case Qt::Key_Up:
        return moved(m_layout->linesAway(from, -1));
    case Qt::Key_Down:
        return moved(m_layout->linesAway(from, 1));
    case Qt::Key_PageUp:
        return moved(m_layout->linesAway(from, -page));
    case Qt::Key_PageDown:
        return moved(m_layout->linesAway(from, page));
    case Qt::Key_Home:
        return wide ? m_layout->unitAt(m_layout->first(), 0) : m_layout->lineEdge(from, false);
    case Qt::Key_End:
        return wide ? m_layout->lineEdge(m_layout->lineRange(m_layout->last()), true)
                    : m_layout->lineEdge(from, true);
    }
    return {};
}

void StreamView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copyAsText();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    const StreamRange unit = isEmpty() ? StreamRange() : unitForKey(*event);
    if (unit.isEmpty())
        return QAbstractScrollArea::keyPressEvent(event);
    choose(unit, event->modifiers().testFlag(Qt::ShiftModifier));
    if (event->key() == Qt::Key_End && event->modifiers().testFlag(Qt::ControlModifier))
        setFollowing(true);
}

void StreamView::selectAll()
{
    if (isEmpty())
        return;
    m_anchor = m_layout->unitAt(m_layout->first(), 0);
    m_caret = m_layout->lineEdge(m_layout->lineRange(m_layout->last()), true);
    m_selection = m_anchor.united(m_caret);
    viewport()->update();
}

QString StreamView::copied(bool asHex) const
{
    if (isEmpty())
        return {};
    StreamCopy copy(*m_rows, *m_streams, m_selection);
    return asHex ? copy.hex() : copy.text(m_encoding);
}

QString StreamView::selectedAsText() const
{
    return copied(false);
}

QString StreamView::selectedAsHex() const
{
    return copied(true);
}

void StreamView::copyAsText()
{
    if (!m_selection.isEmpty())
        QApplication::clipboard()->setText(selectedAsText());
}

void StreamView::copyAsHex()
{
    if (!m_selection.isEmpty())
        QApplication::clipboard()->setText(selectedAsHex());
}

void StreamView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("streamMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isCut = !isEmpty() && StreamCopy(*m_rows, *m_streams, m_selection).isCut();
    const QString most = bench::Sentences::size(StreamCopy::MostCopied);
    QAction *text = menu->addAction(isCut ? tr("Copy the first %1 as &text").arg(most) : tr("Copy as &text"),
        this, &StreamView::copyAsText);
    text->setShortcut(QKeySequence::Copy);
    QAction *hex = menu->addAction(
        isCut ? tr("Copy the first %1 as &hex").arg(most) : tr("Copy as &hex"), this, &StreamView::copyAsHex);
    text->setEnabled(!m_selection.isEmpty());
    hex->setEnabled(!m_selection.isEmpty());
    QAction *all = menu->addAction(tr("Select &all"), this, &StreamView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    all->setEnabled(!isEmpty());
    menu->addSeparator();
    QAction *follow = menu->addAction(tr("&Follow the newest bytes"));
    follow->setCheckable(true);
    follow->setChecked(m_following);
    connect(follow, &QAction::toggled, this, &StreamView::setFollowing);
    menu->popup(event->globalPos());
}

QString StreamView::toolTipAt(const QPoint &inViewport) const
{
    const StreamRange unit = unitAt(inViewport);
    if (unit.isEmpty())
        return {};
    // In the gutter it is about the line: its first read. Elsewhere about the read that completes the
    // character.
    const bool inGutter = inViewport.x() < m_painter->gutterWidth(m_timesShown);
    const quint32 row = std::min(inGutter ? unit.start.row : unit.end.row, m_rows->rowCount() - 1);
    const EventSeq seq = m_rows->seqAt(row);
    const Result<Event> shown = m_rows->recording()->event(seq);
    return shown ? StreamFacts::event(seq, *shown) : bench::Sentences::failure(shown.failure());
}

bool StreamView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()).toHtmlEscaped(), viewport());
    return true;
}

void StreamView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCaretLine(this);
}

void StreamView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace swb::ui
