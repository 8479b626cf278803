#include "widgets/streampainter.h"

#include "codec/hexdump.h"
#include "widgets/strokes.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace swb::ui {

namespace {

constexpr int EdgeWidth = 3;
constexpr int ArrowWidth = 16;
constexpr int ArrowHeight = 8;
constexpr int BytesInGroup = 8;

QColor thinned(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

/// Beside hex a character may be away from the one before it, and a dot stands for what is none.
size_t togetherUntil(const TextBlock &text, size_t first, size_t end)
{
    size_t after = first + 1;
    while (after < end && text.cells[after].column == text.cells[after - 1].column + 1
        && text.cells[after].textStart == text.cells[after - 1].textStart + 1)
        ++after;
    return after;
}

} // namespace

StreamPainter::StreamPainter(const QFont &interfaceFont, const QFont &data, const QPalette &palette)
    : m_interfaceFont(interfaceFont)
    , m_dataFont(data)
    , m_metrics(data)
    , m_columnWidth(m_metrics.horizontalAdvance(QLatin1Char('0')))
    , m_theme(Theme::of(palette))
{
}

int StreamPainter::lineHeight() const
{
    return qCeil(m_metrics.height()) + Space::Half;
}

int StreamPainter::gutterWidth(bool withTimes) const
{
    const int arrow = EdgeWidth + Space::One + ArrowWidth + Space::One;
    return withTimes
        ? arrow + qCeil(m_metrics.horizontalAdvance(QStringLiteral("00:00:00.000000"))) + Space::Two
        : arrow;
}

qreal StreamPainter::baseline(const QRect &line) const
{
    return line.top() + qRound((line.height() - m_metrics.height()) / 2 + m_metrics.ascent());
}

QColor StreamPainter::colourOf(lens::RowText::Look look, const QColor &plain) const
{
    switch (look) {
    case lens::RowText::Look::Plain:
        return plain;
    case lens::RowText::Look::Mark:
    case lens::RowText::Look::Invalid:
        return m_theme.mark;
    case lens::RowText::Look::Pending:
    case lens::RowText::Look::More:
        return m_theme.faint;
    }
    return plain;
}

void StreamPainter::paint(QPainter &painter, const StreamLayout &layout, const StreamBlock &block,
    const StreamLine &line, const QRect &rect, const Extras &extras) const
{
    const bool isSent = block.run.kind == EventKind::Sent;
    const Canvas canvas{painter, layout, block, line, rect,
        static_cast<qreal>(gutterWidth(!extras.time.isNull())), isSent ? m_theme.sent : m_theme.received};
    painter.setFont(m_dataFont);
    if (!extras.time.isEmpty()) {
        painter.setPen(m_theme.faint);
        painter.drawText(QPointF(EdgeWidth + Space::One, baseline(rect)), extras.time);
    }
    if (extras.isSelected)
        painter.fillRect(rect, extras.hasFocus ? m_theme.selection : m_theme.selectionIdle);
    if (line.kind == StreamLine::Kind::Event) {
        const bool isGap = block.run.kind == EventKind::Gap;
        const qreal end = paintSentence(canvas, block.sentence.text,
            block.isError ? m_theme.error
                : isGap   ? m_theme.warning
                          : m_theme.faint);
        if (isGap)
            paintBreak(canvas, end + Space::One);
        return;
    }
    paintSide(canvas, extras);
    if (line.kind == StreamLine::Kind::Unreadable) {
        paintSentence(canvas, StreamLayout::unreadableText(line.bytes.length()), m_theme.error);
        return;
    }
    for (const ByteMatch &match : extras.matches)
        paintRange(canvas, match.range, m_theme.match);
    paintRange(canvas, extras.selection, extras.hasFocus ? m_theme.selection : m_theme.selectionIdle);
    // The one that is looked at is selected, too, and must stand out nevertheless.
    for (const ByteMatch &match : extras.matches) {
        if (match.isCurrent)
            paintRange(canvas, match.range, m_theme.matchCurrent);
    }
    for (const qint64 boundary : extras.boundaries)
        paintBoundary(canvas, boundary);
    if (layout.mode() != StreamMode::Text)
        paintHex(canvas);
    if (layout.mode() != StreamMode::Hex)
        paintCells(canvas);
}

/// What arrives stands at the left, what leaves at the right.
void StreamPainter::paintSide(const Canvas &canvas, const Extras &extras) const
{
    const bool isSent = canvas.block.run.kind == EventKind::Sent;
    const QRect &rect = canvas.rect;
    if (!extras.isSelected)
        canvas.painter.fillRect(rect, thinned(canvas.words, 0.055F));
    const int edge = isSent ? rect.right() + 1 - EdgeWidth : rect.left();
    canvas.painter.fillRect(QRect(edge, rect.top(), EdgeWidth, rect.height()), canvas.words);
    if (!extras.hasArrow)
        return;
    const QRectF room(canvas.left - Space::One - ArrowWidth, rect.top(), ArrowWidth, rect.height());
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(QPen(canvas.words, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    canvas.painter.drawPath(strokes::arrow(strokes::centred(room, ArrowWidth, ArrowHeight), !isSent));
    canvas.painter.restore();
}

qreal StreamPainter::paintSentence(const Canvas &canvas, const QString &sentence, const QColor &colour) const
{
    const qreal room = canvas.rect.width() - canvas.left - Space::One;
    const QRectF cell(canvas.left, canvas.rect.top(), room, canvas.rect.height());
    canvas.painter.setFont(m_interfaceFont);
    canvas.painter.setPen(colour);
    const QFontMetricsF metrics(m_interfaceFont);
    const QString shown = metrics.elidedText(sentence, Qt::ElideRight, room);
    canvas.painter.drawText(cell, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    canvas.painter.setFont(m_dataFont);
    return canvas.left + metrics.horizontalAdvance(shown);
}

/// A broken line through the stream, from `left` on: what stands below does not follow what stands above.
void StreamPainter::paintBreak(const Canvas &canvas, qreal left) const
{
    const QRectF room(
        canvas.left - Space::One - ArrowWidth, canvas.rect.top(), ArrowWidth, canvas.rect.height());
    const qreal middle = canvas.rect.center().y() + 0.5;
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(QPen(m_theme.warning, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    canvas.painter.drawPath(strokes::warning(strokes::centred(room, 12, 11)));
    canvas.painter.setPen(QPen(m_theme.warning, 1.5, Qt::DashLine, Qt::FlatCap));
    if (left < canvas.rect.width() - Space::Two)
        canvas.painter.drawLine(QPointF(left, middle), QPointF(canvas.rect.width() - Space::One, middle));
    canvas.painter.restore();
}

qreal StreamPainter::cellLeft(const Canvas &canvas, const TextCell &cell) const
{
    return canvas.left + (canvas.layout.textColumn() + cell.column) * m_columnWidth;
}

void StreamPainter::paintRange(const Canvas &canvas, const ByteRange &range, const QColor &colour) const
{
    if (!range.overlaps(canvas.line.bytes))
        return;
    const int top = canvas.rect.top();
    const int height = canvas.rect.height();
    if (canvas.layout.mode() != StreamMode::Text) {
        const auto first =
            static_cast<int>(std::max(range.start, canvas.line.bytes.start) - canvas.line.bytes.start);
        const auto last =
            static_cast<int>(std::min(range.end, canvas.line.bytes.end) - canvas.line.bytes.start - 1);
        const qreal left = canvas.left + (canvas.layout.hexColumn(first) - 0.5) * m_columnWidth;
        const qreal right = canvas.left + (canvas.layout.hexColumn(last) + 2.5) * m_columnWidth;
        canvas.painter.fillRect(QRectF(left, top, right - left, height), colour);
    }
    for (size_t i = canvas.line.firstCell; i < canvas.line.endCell; ++i) {
        const TextCell &cell = canvas.block.text.cells[i];
        if (cell.bytes.overlaps(range))
            canvas.painter.fillRect(
                QRectF(cellLeft(canvas, cell), top, cell.width * m_columnWidth, height), colour);
    }
}

/// Before the byte with which a read begins, or before the character that it completes.
void StreamPainter::paintBoundary(const Canvas &canvas, qint64 streamOffset) const
{
    const auto tick = [&](qreal x) {
        const QRectF line(qFloor(x), canvas.rect.top() + 1, 1, canvas.rect.height() - 2);
        canvas.painter.fillRect(line, thinned(m_theme.faint, 0.55F));
    };
    if (canvas.layout.mode() != StreamMode::Text) {
        const auto index = static_cast<int>(streamOffset - canvas.line.bytes.start);
        tick(canvas.left + (canvas.layout.hexColumn(index) - 0.5) * m_columnWidth);
    }
    const auto first = canvas.block.text.cells.begin() + static_cast<qptrdiff>(canvas.line.firstCell);
    const auto end = canvas.block.text.cells.begin() + static_cast<qptrdiff>(canvas.line.endCell);
    const auto cell = std::partition_point(
        first, end, [streamOffset](const TextCell &before) { return before.bytes.end <= streamOffset; });
    if (cell != end)
        tick(cellLeft(canvas, *cell) - 1);
}

void StreamPainter::paintCells(const Canvas &canvas) const
{
    const TextBlock &text = canvas.block.text;
    for (size_t i = canvas.line.firstCell; i < canvas.line.endCell;) {
        const TextCell &cell = text.cells[i];
        const size_t end = togetherUntil(text, i, TextCells::drawnTogether(text, i, canvas.line.endCell));
        const TextCell &last = text.cells[end - 1];
        const QString shown =
            text.text.mid(cell.textStart, last.textStart + last.textLength - cell.textStart);
        const QString control = TextCells::controlName(cell.look, shown);
        const ControlMark &controls = canvas.layout.cells().controls();
        const qreal width = control.isEmpty() ? m_metrics.horizontalAdvance(shown) : controls.width(control);
        const qreal slack = end == i + 1 ? std::max(0.0, (cell.width * m_columnWidth - width) / 2) : 0;
        const QPointF at(cellLeft(canvas, cell) + slack, baseline(canvas.rect));
        canvas.painter.setPen(colourOf(cell.look, canvas.words));
        if (control.isEmpty())
            canvas.painter.drawText(at, shown);
        else
            controls.paint(canvas.painter, at, control, m_theme.mark);
        i = end;
    }
}

void StreamPainter::paintHex(const Canvas &canvas) const
{
    const qreal y = baseline(canvas.rect);
    canvas.painter.setPen(m_theme.faint);
    canvas.painter.drawText(QPointF(canvas.left, y),
        QStringLiteral("%1").arg(
            canvas.line.bytes.start, canvas.layout.offsetDigits(), 16, QLatin1Char('0')));
    canvas.painter.setPen(canvas.words);
    const QByteArrayView content = canvas.block.contentOf(canvas.line);
    for (qsizetype start = 0; start < content.size(); start += BytesInGroup) {
        const QByteArrayView group =
            content.sliced(start, std::min<qsizetype>(BytesInGroup, content.size() - start));
        const qreal x = canvas.left + canvas.layout.hexColumn(static_cast<int>(start)) * m_columnWidth;
        canvas.painter.drawText(QPointF(x, y), codec::hexDigits(group));
    }
}

} // namespace swb::ui
