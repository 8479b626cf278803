#include "widgets/bytepane.h"

#include <QContextMenuEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <optional>

namespace swb::ui {

namespace {

std::optional<BytePane::Move> moveOf(const QKeyEvent &event)
{
    const bool wide = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Left:
        return BytePane::Move::Left;
    case Qt::Key_Right:
        return BytePane::Move::Right;
    case Qt::Key_Up:
        return BytePane::Move::Up;
    case Qt::Key_Down:
        return BytePane::Move::Down;
    case Qt::Key_Home:
        return wide ? BytePane::Move::Start : BytePane::Move::LineStart;
    case Qt::Key_End:
        return wide ? BytePane::Move::End : BytePane::Move::LineEnd;
    case Qt::Key_PageUp:
        return BytePane::Move::PageUp;
    case Qt::Key_PageDown:
        return BytePane::Move::PageDown;
    }
    return std::nullopt;
}

} // namespace

BytePane::BytePane(ByteSelection *selection, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_selection(selection)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setCursor(Qt::IBeamCursor);
    readLook();
    connect(selection, &ByteSelection::changed, this, &BytePane::selectionMoved);
}

void BytePane::setBytes(EventBytes *bytes)
{
    m_bytes = bytes;
    relayout();
    verticalScrollBar()->setValue(0);
}

void BytePane::setMatches(MatchSource matchesIn)
{
    m_matchesIn = std::move(matchesIn);
    viewport()->update();
}

std::vector<ByteMatch> BytePane::matchesIn(const ByteRange &range) const
{
    return m_matchesIn ? m_matchesIn(range) : std::vector<ByteMatch>();
}

QColor BytePane::matchColour(const ByteMatch &match) const
{
    return match.isCurrent ? m_theme.matchCurrent : m_theme.match;
}

void BytePane::reveal(const ByteRange &range)
{
    if (m_bytes && range.start < m_bytes->size())
        scrollTo(range);
}

void BytePane::readLook()
{
    m_font = dataFont();
    m_theme = Theme::of(palette());
}

void BytePane::selectionMoved()
{
    if (m_bytes && !m_selection->caret().isEmpty())
        scrollTo(m_selection->caret());
    viewport()->update();
}

QColor BytePane::colourOf(lens::RowText::Look look) const
{
    switch (look) {
    case lens::RowText::Look::Plain:
        return palette().color(QPalette::Text);
    case lens::RowText::Look::Mark:
    case lens::RowText::Look::Invalid:
        return m_theme.mark;
    case lens::RowText::Look::Pending:
    case lens::RowText::Look::More:
        return m_theme.faint;
    }
    return m_theme.faint;
}

QColor BytePane::selectionColour() const
{
    QColor colour = m_theme.selection;
    colour.setAlphaF(hasFocus() ? 1.0F : 0.6F); // the linked pane shows the same bytes, only a little quieter
    return colour;
}

qreal BytePane::lineHeight() const
{
    return QFontMetrics(m_font).height() + Space::Half;
}

int BytePane::wholeLines() const
{
    return std::max(1, static_cast<int>((viewport()->height() - Space::One) / lineHeight()));
}

void BytePane::mousePressEvent(QMouseEvent *event)
{
    const ByteRange range = rangeAt(event->position().toPoint());
    if (event->button() == Qt::RightButton && m_selection->range().overlaps(range))
        return;
    if (range.isEmpty())
        m_selection->clear();
    else if (event->modifiers().testFlag(Qt::ShiftModifier))
        m_selection->extendTo(range);
    else
        m_selection->choose(range);
}

void BytePane::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton) || m_selection->range().isEmpty() || !m_bytes)
        return;
    const QPoint at = event->position().toPoint();
    ByteRange range = rangeAt(at);
    if (range.isEmpty() && at.y() < 0)
        range = moved(m_selection->caret(), Move::Up);
    else if (range.isEmpty() && at.y() >= viewport()->height())
        range = moved(m_selection->caret(), Move::Down);
    if (!range.isEmpty())
        m_selection->extendTo(range);
}

void BytePane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyRequested();
        return;
    }
    const std::optional<Move> move = moveOf(*event);
    const bool hasBytes = m_bytes && m_bytes->size() > 0;
    if (event->matches(QKeySequence::SelectAll) && hasBytes) {
        m_selection->choose({0, m_bytes->size()});
    } else if (move && hasBytes) {
        const bool first = m_selection->caret().isEmpty();
        const ByteRange range = moved(m_selection->caret(), first ? Move::Start : *move);
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            m_selection->extendTo(range);
        else
            m_selection->choose(range);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void BytePane::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->globalPos());
}

void BytePane::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void BytePane::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void BytePane::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void BytePane::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange)
        return;
    readLook();
    relayout();
}

} // namespace swb::ui
