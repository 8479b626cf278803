#include "widgets/textpane.h"

#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int LinesOfAWheelStep = 3;
constexpr int WheelStep = 120; ///< eighths of a degree, QWheelEvent::angleDelta()

int scrollValue(qint64 byteOffset)
{
    return static_cast<int>(std::clamp<qint64>(byteOffset, 0, INT_MAX));
}

} // namespace

TextPane::TextPane(ByteSelection *selection, QWidget *parent)
    : BytePane(selection, parent)
{
    setObjectName(QStringLiteral("textPane"));
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this, &TextPane::scrollByAction);
}

TextPane::~TextPane() = default;

void TextPane::relayout()
{
    viewport()->update();
    m_layout.reset();
    if (isEmpty()) {
        verticalScrollBar()->setRange(0, 0);
        return;
    }
    const qreal column = QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0'));
    const int columns = static_cast<int>((viewport()->width() - 2 * Space::One) / column);
    m_layout = std::make_unique<TextLayout>(*bytes(), font(), columns);
    const LinePlace lowestTop = m_layout->moved(m_layout->last(), 1 - wholeLines());
    const qint64 most = m_layout->line(lowestTop).bytes.start;
    verticalScrollBar()->setPageStep(std::max(1, scrollValue(bytes()->size() - most)));
    verticalScrollBar()->setRange(0, scrollValue(most));
}

LinePlace TextPane::topLine()
{
    return m_layout->placeOf(verticalScrollBar()->value());
}

void TextPane::scrollLines(int lines)
{
    if (m_layout)
        verticalScrollBar()->setValue(
            scrollValue(m_layout->line(m_layout->moved(topLine(), lines)).bytes.start));
}

void TextPane::scrollByAction(int action)
{
    // The bar counts bytes, but its buttons and pages mean lines.
    int lines = 0;
    if (action == QAbstractSlider::SliderSingleStepAdd)
        lines = 1;
    else if (action == QAbstractSlider::SliderSingleStepSub)
        lines = -1;
    else if (action == QAbstractSlider::SliderPageStepAdd)
        lines = wholeLines();
    else if (action == QAbstractSlider::SliderPageStepSub)
        lines = -wholeLines();
    if (lines == 0 || !m_layout)
        return;
    const LinePlace to = m_layout->moved(topLine(), lines);
    verticalScrollBar()->setSliderPosition(scrollValue(m_layout->line(to).bytes.start));
}

void TextPane::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / WheelStep;
    m_wheel -= steps * WheelStep;
    scrollLines(-steps * LinesOfAWheelStep);
    event->accept();
}

qreal TextPane::cellLeft(const TextCell &cell) const
{
    return Space::One + cell.column * m_layout->columnWidth();
}

const TextCell *TextPane::cellAt(const LinePlace &place, qreal x)
{
    const TextBlock &block = m_layout->block(place.block);
    const TextLine &line = block.lines[static_cast<size_t>(place.line)];
    const TextCell *found = nullptr;
    for (size_t i = line.firstCell; i < line.endCell; ++i) {
        found = &block.cells[i];
        if (x < cellLeft(*found) + found->width * m_layout->columnWidth())
            break;
    }
    return found;
}

const TextCell *TextPane::cellOf(const LinePlace &place, qint64 byteOffset)
{
    const TextBlock &block = m_layout->block(place.block);
    const TextLine &line = block.lines[static_cast<size_t>(place.line)];
    for (size_t i = line.firstCell; i < line.endCell; ++i) {
        if (byteOffset < block.cells[i].bytes.end)
            return &block.cells[i];
    }
    return line.endCell > line.firstCell ? &block.cells[line.endCell - 1] : nullptr;
}

QRectF TextPane::rectOf(qint64 byteOffset)
{
    if (!m_layout)
        return {};
    const LinePlace wanted = m_layout->placeOf(byteOffset);
    LinePlace place = topLine();
    for (int i = 0; i <= wholeLines(); ++i) {
        const TextCell *cell = cellOf(place, byteOffset);
        if (place == wanted && cell)
            return {cellLeft(*cell), Space::Half + i * lineHeight(), cell->width * m_layout->columnWidth(),
                lineHeight()};
        place = m_layout->moved(place, 1);
    }
    return {};
}

ByteRange TextPane::rangeAt(const QPoint &inViewport)
{
    if (!m_layout || inViewport.y() < 0 || inViewport.y() >= viewport()->height())
        return {};
    const int line = static_cast<int>((inViewport.y() - Space::Half) / lineHeight());
    const LinePlace place = m_layout->moved(topLine(), line);
    if (line > 0 && place == m_layout->moved(topLine(), line - 1))
        return {};
    const TextCell *cell = cellAt(place, inViewport.x());
    return cell ? cell->bytes : ByteRange();
}

ByteRange TextPane::moved(const ByteRange &from, Move move)
{
    const qint64 size = bytes()->size();
    switch (move) {
    case Move::Left:
    case Move::Right:
        return beside(from, move);
    case Move::Up:
        return linesAway(from, -1);
    case Move::Down:
        return linesAway(from, 1);
    case Move::PageUp:
        return linesAway(from, -wholeLines());
    case Move::PageDown:
        return linesAway(from, wholeLines());
    case Move::LineStart:
        return lineEdge(from, false);
    case Move::LineEnd:
        return lineEdge(from, true);
    case Move::Start:
        return beside({0, 0}, Move::Right);
    case Move::End:
        return beside({size, size}, Move::Left);
    }
    return from;
}

ByteRange TextPane::beside(const ByteRange &from, Move move)
{
    const qint64 last = bytes()->size() - 1;
    const qint64 offset = std::clamp<qint64>(move == Move::Left ? from.start - 1 : from.end, 0, last);
    const TextCell *cell = cellOf(m_layout->placeOf(offset), offset);
    return cell ? cell->bytes : from;
}

ByteRange TextPane::lineEdge(const ByteRange &from, bool end)
{
    const LinePlace place = m_layout->placeOf(from.start);
    const ByteRange line = m_layout->line(place).bytes;
    const TextCell *cell = cellOf(place, end ? line.end - 1 : line.start);
    return cell ? cell->bytes : from;
}

ByteRange TextPane::linesAway(const ByteRange &from, int lines)
{
    const LinePlace place = m_layout->placeOf(from.start);
    const TextCell *here = cellOf(place, from.start);
    if (!here)
        return from;
    const qreal left = cellLeft(*here);
    const LinePlace target = m_layout->moved(place, lines);
    const TextCell *cell = target == place ? nullptr : cellAt(target, left);
    return cell ? cell->bytes : from;
}

void TextPane::scrollTo(const ByteRange &range)
{
    if (!m_layout)
        return;
    const LinePlace place = m_layout->placeOf(range.start);
    const qint64 start = m_layout->line(place).bytes.start;
    const LinePlace lowest = m_layout->moved(topLine(), wholeLines() - 1);
    if (start < m_layout->line(topLine()).bytes.start)
        verticalScrollBar()->setValue(scrollValue(start));
    else if (start > m_layout->line(lowest).bytes.start)
        verticalScrollBar()->setValue(
            scrollValue(m_layout->line(m_layout->moved(place, 1 - wholeLines())).bytes.start));
}

void TextPane::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    if (!m_layout)
        return;
    painter.setFont(font());
    LinePlace place = topLine();
    for (qreal top = Space::Half; top < viewport()->height(); top += lineHeight()) {
        paintLine(painter, place, top);
        const LinePlace next = m_layout->moved(place, 1);
        if (next == place)
            break;
        place = next;
    }
}

void TextPane::paintLine(QPainter &painter, const LinePlace &place, qreal top)
{
    const TextBlock &block = m_layout->block(place.block);
    const TextLine &line = block.lines[static_cast<size_t>(place.line)];
    const qreal column = m_layout->columnWidth();
    const std::vector<ByteMatch> matches = matchesIn(line.bytes);
    for (size_t i = line.firstCell; i < line.endCell; ++i) {
        const TextCell &cell = block.cells[i];
        const QRectF behind(cellLeft(cell), top, cell.width * column, lineHeight());
        for (const ByteMatch &match : matches) {
            if (cell.bytes.overlaps(match.range))
                painter.fillRect(behind, matchColour(match));
        }
        if (cell.bytes.overlaps(selection().range()))
            painter.fillRect(behind, selectionColour());
    }
    const QFontMetricsF metrics(font());
    const qreal baseline = top + Space::Half / 2 + metrics.ascent();
    for (size_t i = line.firstCell; i < line.endCell;) {
        const TextCell &cell = block.cells[i];
        const size_t end = TextCells::drawnTogether(block, i, line.endCell);
        const TextCell &last = block.cells[end - 1];
        const QString shown =
            block.text.mid(cell.textStart, last.textStart + last.textLength - cell.textStart);
        const QString control = TextCells::controlName(cell.look, shown);
        const qreal width =
            control.isEmpty() ? metrics.horizontalAdvance(shown) : m_layout->controls().width(control);
        const qreal slack = end == i + 1 ? std::max(0.0, (cell.width * column - width) / 2) : 0;
        const QPointF at(cellLeft(cell) + slack, baseline);
        painter.setPen(colourOf(cell.look));
        if (control.isEmpty())
            painter.drawText(at, shown);
        else
            m_layout->controls().paint(painter, at, control, theme().mark);
        i = end;
    }
}

} // namespace swb::ui
