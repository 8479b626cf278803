#include "widgets/hexpane.h"

#include "codec/hexdump.h"

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QtMath>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int BytesInGroup = 8;
constexpr int FewestOffsetDigits = 4;

} // namespace

HexPane::HexPane(ByteSelection *selection, QWidget *parent)
    : BytePane(selection, parent)
{
    setObjectName(QStringLiteral("hexPane"));
}

int HexPane::offsetDigits() const
{
    int digits = FewestOffsetDigits;
    while (size() > qint64(1) << 4 * digits)
        ++digits;
    return digits;
}

qreal HexPane::byteLeft(int place) const
{
    // Offset, two spaces, then three columns a byte with one more between groups.
    return Space::One + m_digit * (offsetDigits() + 2 + 3 * place + place / BytesInGroup);
}

void HexPane::relayout()
{
    m_digit = QFontMetricsF(font()).horizontalAdvance(QLatin1Char('0'));
    const qint64 top = static_cast<qint64>(verticalScrollBar()->value()) * m_perLine;
    m_perLine = byteLeft(15) + 2.5 * m_digit <= viewport()->width() ? 16 : BytesInGroup;
    const qint64 lines = (size() + m_perLine - 1) / m_perLine;
    verticalScrollBar()->setPageStep(wholeLines());
    verticalScrollBar()->setRange(0, static_cast<int>(std::clamp<qint64>(lines - wholeLines(), 0, INT_MAX)));
    verticalScrollBar()->setValue(static_cast<int>(top / m_perLine));
    viewport()->update();
}

QSize HexPane::sizeHint() const
{
    constexpr int SparedDigits = 2; // events of up to 16 MiB
    const qreal width = byteLeft(15) + (2.5 + SparedDigits) * m_digit;
    return {qCeil(width) + verticalScrollBar()->sizeHint().width(), BytePane::sizeHint().height()};
}

qreal HexPane::lineTop(qint64 line) const
{
    return Space::Half + static_cast<qreal>(line - verticalScrollBar()->value()) * lineHeight();
}

QRectF HexPane::byteRect(qint64 offset) const
{
    const qint64 line = offset / m_perLine;
    const qint64 shown = line - verticalScrollBar()->value();
    if (offset >= size() || shown < 0 || shown > wholeLines())
        return {};
    return {byteLeft(static_cast<int>(offset % m_perLine)), lineTop(line), 2 * m_digit, lineHeight()};
}

ByteRange HexPane::rangeAt(const QPoint &inViewport)
{
    const qint64 line =
        verticalScrollBar()->value() + static_cast<qint64>((inViewport.y() - Space::Half) / lineHeight());
    if (inViewport.y() < 0 || inViewport.y() >= viewport()->height() || size() == 0)
        return {};
    int place = m_perLine - 1;
    while (place > 0 && inViewport.x() < byteLeft(place) - m_digit / 2)
        --place;
    const qint64 offset = line * m_perLine + place;
    if (line * m_perLine >= size())
        return {};
    return {std::min(offset, size() - 1), std::min(offset, size() - 1) + 1};
}

ByteRange HexPane::moved(const ByteRange &from, Move move)
{
    const qint64 page = static_cast<qint64>(wholeLines()) * m_perLine;
    const qint64 at = from.start;
    qint64 to = at;
    switch (move) {
    case Move::Left:
        to = at - 1;
        break;
    case Move::Right:
        to = from.end;
        break;
    case Move::Up:
        to = at - m_perLine >= 0 ? at - m_perLine : at;
        break;
    case Move::Down:
        to = at + m_perLine < size() ? at + m_perLine : at;
        break;
    case Move::LineStart:
        to = at - at % m_perLine;
        break;
    case Move::LineEnd:
        to = at - at % m_perLine + m_perLine - 1;
        break;
    case Move::PageUp:
        to = at - page;
        break;
    case Move::PageDown:
        to = at + page;
        break;
    case Move::Start:
        to = 0;
        break;
    case Move::End:
        to = size() - 1;
        break;
    }
    to = std::clamp<qint64>(to, 0, size() - 1);
    return {to, to + 1};
}

void HexPane::scrollTo(const ByteRange &range)
{
    const int line = static_cast<int>(range.start / m_perLine);
    QScrollBar *bar = verticalScrollBar();
    if (line < bar->value())
        bar->setValue(line);
    else if (line >= bar->value() + wholeLines())
        bar->setValue(line - wholeLines() + 1);
}

void HexPane::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setFont(font());
    painter.setLayoutDirection(Qt::LeftToRight);
    const qint64 first = static_cast<qint64>(verticalScrollBar()->value()) * m_perLine;
    const qint64 end = std::min(size(), first + static_cast<qint64>(wholeLines() + 2) * m_perLine);
    if (end <= first)
        return;
    const QByteArray visible = bytes()->bytes({first, end});
    for (qsizetype at = 0; at < visible.size(); at += m_perLine)
        paintLine(painter, (first + at) / m_perLine,
            QByteArrayView(visible).sliced(at, std::min<qsizetype>(m_perLine, visible.size() - at)));
}

void HexPane::paintLine(QPainter &painter, qint64 line, QByteArrayView content) const
{
    for (const ByteMatch &match : matchesIn({line * m_perLine, line * m_perLine + content.size()}))
        paintBehind(painter, line, content.size(), match.range, matchColour(match));
    paintBehind(painter, line, content.size(), selection().range(), selectionColour());
    const qreal baseline = lineTop(line) + Space::Half / 2 + QFontMetricsF(font()).ascent();
    painter.setPen(theme().faint);
    painter.drawText(QPointF(Space::One, baseline),
        QStringLiteral("%1").arg(line * m_perLine, offsetDigits(), 16, QLatin1Char('0')));
    painter.setPen(palette().color(QPalette::Text));
    for (qsizetype start = 0; start < content.size(); start += BytesInGroup) {
        const QByteArrayView group =
            content.sliced(start, std::min<qsizetype>(BytesInGroup, content.size() - start));
        painter.drawText(QPointF(byteLeft(static_cast<int>(start)), baseline), codec::hexDigits(group));
    }
}

void HexPane::paintBehind(
    QPainter &painter, qint64 line, qsizetype count, const ByteRange &range, const QColor &colour) const
{
    const qint64 start = std::max(range.start, line * m_perLine);
    const qint64 end = std::min(range.end, line * m_perLine + count);
    if (start >= end)
        return;
    const qreal left = byteLeft(static_cast<int>(start % m_perLine)) - m_digit / 2;
    const qreal right = byteLeft(static_cast<int>((end - 1) % m_perLine)) + 2.5 * m_digit;
    painter.fillRect(QRectF(left, lineTop(line), right - left, lineHeight()), colour);
}

} // namespace swb::ui
