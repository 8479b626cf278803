#include "widgets/laddersheet.h"

#include "models/laddertext.h"

#include <QFontMetrics>
#include <QLineF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::Certainty;
using lens::Crossing;
using lens::LadderBlock;
using lens::LadderEnd;
using lens::Rung;

namespace {

constexpr qreal Slant = 0.55; ///< in lines: how far down an arrow goes whose other end nobody saw
constexpr qreal HandshakeStep = 1.2; ///< in lines, from one of its arrows to the next
constexpr qreal StubPart = 0.3; ///< of the way, of an arrow whose other end is not in sight
constexpr qreal UnreadPart = 0.55; ///< of the way, of bytes that nobody has read yet
constexpr qreal HeadLength = 9;
constexpr qreal DotRadius = 3.5;

} // namespace

LadderPainter::Sheet::Sheet(const LadderPainter &look, QPainter &painter, LadderLayout &layout,
    const LadderLayout::Spot &top, const QSize &room)
    : m_look(look)
    , m_painter(painter)
    , m_layout(layout)
    , m_rows(layout.ladder().rows())
    , m_columns(look.columns(room.width()))
    , m_height(room.height())
    , m_line(look.lineHeight())
    , m_start(layout.ladder().start())
{
    int offset = -top.y;
    for (quint32 index = top.page; offset < m_height && index < layout.ladder().pageCount(); ++index) {
        m_leaves.push_back({offset, layout.page(index), layout.ladder().page(index)});
        offset += m_leaves.back().page.height;
    }
}

qreal LadderPainter::Sheet::lineX(LadderEnd end) const
{
    return (end == LadderEnd::Left ? m_columns.left : m_columns.right) + 0.5;
}

/// Null: it is on no page in sight. `offset` is that of its page.
const LadderLayout::Placed *LadderPainter::Sheet::placedOf(quint32 row, int &offset) const
{
    for (const Leaf &leaf : m_leaves) {
        if (!leaf.rungs.contains(row))
            continue;
        offset = leaf.offset;
        return &leaf.page.blocks[leaf.page.blockOf(row)];
    }
    return nullptr;
}

std::optional<qreal> LadderPainter::Sheet::yOf(quint32 row) const
{
    int offset = 0;
    const LadderLayout::Placed *placed = placedOf(row, offset);
    if (!placed)
        return {};
    const LadderBlock &block = placed->block;
    const qreal part = (row - block.firstRow + 0.5) / (block.endRow - block.firstRow);
    return offset + placed->top + part * placed->height;
}

/// Between the blocks before and behind it.
std::optional<qreal> LadderPainter::Sheet::yOf(Timestamp time) const
{
    const LadderLayout::Placed *before = nullptr;
    qreal above = 0;
    for (const Leaf &leaf : m_leaves) {
        for (const LadderLayout::Placed &placed : leaf.page.blocks) {
            const qreal y = leaf.offset + placed.top + placed.height / 2.0;
            if (placed.block.first > time) {
                if (!before)
                    return {};
                const qreal part = qreal((time - before->block.first).count())
                    / qreal((placed.block.first - before->block.first).count());
                return above + part * (y - above);
            }
            before = &placed;
            above = y;
        }
    }
    const bool isLast = !m_leaves.empty() && m_leaves.back().rungs.endRow() == m_rows.count();
    return before && isLast ? std::optional(above + m_line / 2.0) : std::nullopt;
}

bool LadderPainter::Sheet::isInBurst(quint32 row) const
{
    int offset = 0;
    const LadderLayout::Placed *placed = placedOf(row, offset);
    return placed && placed->block.isBurst();
}

/// What goes from or to a burst is drawn once, however much of it there is. True also when it has been.
bool LadderPainter::Sheet::isBetweenBursts(const Crossing &crossing)
{
    int offset = 0;
    const auto *from = crossing.fromRow ? placedOf(*crossing.fromRow, offset) : nullptr;
    const auto *to = crossing.toRow ? placedOf(*crossing.toRow, offset) : nullptr;
    if ((!from || !from->block.isBurst()) && (!to || !to->block.isBurst()))
        return false;
    const std::pair between(from ? from->block.firstRow : ~0u, to ? to->block.firstRow : ~0u);
    const bool isWithin = from == to;
    if (!isWithin && from && to
        && std::find(m_drawnBetween.begin(), m_drawnBetween.end(), between) == m_drawnBetween.end()) {
        m_drawnBetween.push_back(between);
        const QLineF line(lineX(crossing.from), *yOf(*crossing.fromRow), lineX(opposite(crossing.from)),
            *yOf(*crossing.toRow));
        paintArrow(line, colourOf(crossing), true);
    }
    return true;
}

QColor LadderPainter::Sheet::colourOf(const Crossing &crossing) const
{
    switch (crossing.kind) {
    case Crossing::Kind::Rst:
        return m_look.m_theme.error;
    case Crossing::Kind::Data:
        return crossing.from == m_rows.ownEnd() ? m_look.m_theme.sent : m_look.m_theme.received;
    case Crossing::Kind::DataAck:
        return m_look.m_theme.faint;
    default:
        return m_look.m_palette.color(QPalette::Text);
    }
}

QColor LadderPainter::Sheet::colourOf(const Rung &rung) const
{
    if (rung.carriesBytes())
        return rung.flow() == m_rows.ownEnd() ? m_look.m_theme.sent : m_look.m_theme.received;
    const bool isBad = rung.event == EventKind::ResetByPeer || rung.event == EventKind::ResetByUs
        || rung.event == EventKind::Error;
    return isBad ? m_look.m_theme.error : m_look.m_palette.color(QPalette::Text);
}

void LadderPainter::Sheet::paintCurrent(const Extras &extras)
{
    int offset = 0;
    const LadderLayout::Placed *placed = extras.currentRow ? placedOf(*extras.currentRow, offset) : nullptr;
    if (!placed)
        return;
    const QRect band(0, offset + placed->top, m_columns.width, placed->height);
    m_painter.fillRect(band, extras.hasFocus ? m_look.m_theme.selection : m_look.m_theme.selectionIdle);
}

void LadderPainter::Sheet::paintLines()
{
    if (m_leaves.empty())
        return;
    const Leaf &last = m_leaves.back();
    const int bottom = std::min(m_height, last.offset + last.page.height);
    for (const LadderEnd end : {LadderEnd::Left, LadderEnd::Right}) {
        const bool isTold = m_rows.isTold(end) && !m_rows.isForeign();
        m_painter.setPen(QPen(m_look.m_theme.faint, 1.5, isTold ? Qt::SolidLine : Qt::DashLine));
        m_painter.drawLine(QLineF(lineX(end), std::max(0, m_leaves.front().offset), lineX(end), bottom));
    }
    for (const Leaf &leaf : m_leaves) {
        for (const LadderLayout::Placed &placed : leaf.page.blocks) {
            if (placed.silence)
                paintSilence(placed, leaf.offset + placed.top - m_layout.breakHeight());
        }
    }
}

void LadderPainter::Sheet::paintSilence(const LadderLayout::Placed &placed, int top)
{
    const QRect band(0, top, m_columns.width, m_layout.breakHeight());
    if (band.bottom() < 0 || top > m_height)
        return;
    const qreal middle = top + band.height() / 2.0;
    for (const LadderEnd end : {LadderEnd::Left, LadderEnd::Right}) {
        const qreal x = lineX(end);
        m_painter.fillRect(QRectF(x - 6, middle - 5, 12, 10), m_look.m_palette.color(QPalette::Base));
        m_painter.setPen(QPen(m_look.m_theme.faint, 1.5));
        m_painter.drawLine(QPointF(x - 6, middle - 2), QPointF(x + 6, middle - 8));
        m_painter.drawLine(QPointF(x - 6, middle + 8), QPointF(x + 6, middle + 2));
    }
    m_painter.setPen(m_look.m_theme.faint);
    const QRect between(m_columns.left, band.top(), m_columns.right - m_columns.left, band.height());
    m_painter.drawText(between, Qt::AlignCenter, LadderText::silence(*placed.silence));
}

void LadderPainter::Sheet::paintBlocks()
{
    for (const Leaf &leaf : m_leaves) {
        for (const LadderLayout::Placed &placed : leaf.page.blocks) {
            const int top = leaf.offset + placed.top;
            if (top > m_height || top + placed.height < 0)
                continue;
            if (placed.block.isBurst())
                paintBurst(placed, top);
            else
                paintRung(leaf, placed.block.firstRow, top + placed.height / 2.0);
        }
    }
}

void LadderPainter::Sheet::paintBurst(const LadderLayout::Placed &placed, int top)
{
    paintTime(placed.block.first, top + m_line / 2.0);
    const QRectF band(lineX(LadderEnd::Left), top + 2, m_columns.right - m_columns.left, placed.height - 4);
    QStringList lines;
    QColor colour = m_look.m_palette.color(QPalette::Text);
    for (const LadderEnd from : {LadderEnd::Left, LadderEnd::Right}) {
        const LadderBlock::Flow &flow = placed.block.flows[size_t(from)];
        if (!flow.isAny())
            continue;
        lines << (from == LadderEnd::Left ? u"%1 →"_s : u"← %1"_s).arg(LadderText::burst(flow));
        colour = from == m_rows.ownEnd() ? m_look.m_theme.sent : m_look.m_theme.received;
    }
    if (lines.size() > 1)
        colour = m_look.m_palette.color(QPalette::Text);
    QColor fill = m_look.m_palette.color(QPalette::Base);
    m_painter.fillRect(band, fill);
    fill = colour;
    fill.setAlphaF(0.14F);
    m_painter.setPen(QPen(colour, 1.5));
    m_painter.setBrush(fill);
    m_painter.drawRect(band);
    m_painter.setPen(colour);
    m_painter.drawText(band, Qt::AlignCenter, lines.join(u'\n'));
}

void LadderPainter::Sheet::paintRung(const Leaf &leaf, quint32 row, qreal y)
{
    const Rung &rung = leaf.rungs.rung(row);
    if (rung.kind == Rung::Kind::Handshake)
        return; // its arrows are all there is
    paintTime(rung.time, y);
    paintCalls(rung, y);
    const auto &crossings = leaf.rungs.crossings;
    const bool crosses = std::any_of(crossings.begin(), crossings.end(),
        [row](const Crossing &crossing) { return crossing.fromRow == row || crossing.toRow == row; });
    if (!m_rows.isForeign() || !crosses)
        paintDot({lineX(rung.end), y}, colourOf(rung), true);
    if (crosses || !LadderText::call(m_rows, rung).isEmpty() || rung.carriesBytes())
        return;
    const QString text = m_painter.fontMetrics().elidedText(
        LadderText::event(m_rows, rung), Qt::ElideRight, m_columns.right - m_columns.left - Space::Three);
    paintLabel({(lineX(LadderEnd::Left) + lineX(LadderEnd::Right)) / 2, y + m_line / 2.0}, text,
        rung.event == EventKind::Gap ? m_look.m_theme.warning : m_look.m_theme.faint);
}

void LadderPainter::Sheet::paintCalls(const Rung &rung, qreal y)
{
    paintCall(rung.end, LadderText::call(m_rows, rung), true, y);
    paintCall(opposite(rung.end), LadderText::farCall(m_rows, rung), false, y);
}

/// In the margin of an end.
void LadderPainter::Sheet::paintCall(LadderEnd end, const QString &text, bool isKnown, qreal y)
{
    if (text.isEmpty())
        return;
    const bool isLeft = end == LadderEnd::Left;
    const int x = (isLeft ? m_columns.timeRight : m_columns.right) + Space::Two;
    const QRectF room(x, y - m_line / 2.0, m_columns.callWidth, m_line);
    const QFont &font = isKnown ? m_look.m_font : m_look.m_inferredFont;
    // Of several calls the last is what counts.
    const bool fits = QFontMetrics(font).horizontalAdvance(text) <= m_columns.callWidth;
    const QString shown = fits || !text.endsWith(u')') ? text : text.section(u' ', -1);
    m_painter.setFont(font);
    m_painter.setPen(isKnown ? m_look.m_palette.color(QPalette::Text) : m_look.m_theme.faint);
    m_painter.drawText(room, Qt::AlignVCenter | (isLeft ? Qt::AlignRight : Qt::AlignLeft),
        QFontMetrics(font).elidedText(shown, Qt::ElideRight, m_columns.callWidth));
    m_painter.setFont(m_look.m_font);
}

void LadderPainter::Sheet::paintTime(Timestamp time, qreal y)
{
    if (!m_columns.hasTimes)
        return;
    m_painter.setPen(m_look.m_theme.faint);
    m_painter.drawText(QRectF(0, y - m_line / 2.0, m_columns.timeRight, m_line),
        Qt::AlignVCenter | Qt::AlignRight, LadderText::time(time - m_start));
}

void LadderPainter::Sheet::paintDot(const QPointF &at, const QColor &colour, bool isKnown)
{
    m_painter.setPen(QPen(colour, 1.5));
    m_painter.setBrush(isKnown ? colour : m_look.m_palette.color(QPalette::Base));
    m_painter.drawEllipse(at, DotRadius, DotRadius);
}

void LadderPainter::Sheet::paintCrossings()
{
    for (const Leaf &leaf : m_leaves) {
        const auto &all = leaf.rungs.crossings;
        for (size_t i = 0; i < all.size(); ++i) {
            const bool joins = (i > 0 && all[i - 1].toRow == all[i].toRow && all[i].toRow)
                || (i + 1 < all.size() && all[i + 1].toRow == all[i].toRow && all[i].toRow);
            const bool parts = (i > 0 && all[i - 1].fromRow == all[i].fromRow && all[i].fromRow)
                || (i + 1 < all.size() && all[i + 1].fromRow == all[i].fromRow && all[i].fromRow);
            // Where several come together, there is room for words at the other end.
            if (!isBetweenBursts(all[i]))
                paintCrossing(leaf, all[i], joins && !parts ? 0.25 : parts ? 0.75 : 0.5);
        }
    }
}

void LadderPainter::Sheet::paintCrossing(const Leaf &leaf, const Crossing &crossing, qreal labelAt)
{
    if (crossing.certainty == Certainty::Wire)
        return paintOnWire(crossing);
    if (crossing.kind <= Crossing::Kind::Ack)
        return paintHandshake(leaf, crossing);
    if (crossing.kind == Crossing::Kind::DataAck)
        return paintAcknowledgement(leaf, crossing);
    const auto from = crossing.fromRow ? yOf(*crossing.fromRow) : std::nullopt;
    const auto to = crossing.toRow ? yOf(*crossing.toRow) : std::nullopt;
    if (!from && !to)
        return;
    // It is drawn where it arrives, if that is in sight.
    if (crossing.toRow && to && !leaf.rungs.contains(*crossing.toRow))
        return;
    const LadderEnd other = opposite(crossing.from);
    const bool isKnown = crossing.fromRow && crossing.toRow;
    const bool isUnread = !crossing.toRow && m_rows.isTold(other) && crossing.kind == Crossing::Kind::Data;
    const bool isFar = (crossing.fromRow && !from) || (crossing.toRow && !to);
    const qreal slant = Slant * m_line;
    const qreal start = from ? *from : *to - slant;
    const qreal end = to ? *to : start + slant;
    QLineF line(lineX(crossing.from), start, lineX(other), end);
    if (isUnread)
        line.setP2(line.pointAt(UnreadPart));
    else if (isFar && from)
        line.setP2(line.pointAt(StubPart));
    else if (isFar)
        line.setP1(line.pointAt(1 - StubPart));
    if (std::max(line.y1(), line.y2()) < -m_line || std::min(line.y1(), line.y2()) > m_height + m_line)
        return;
    const QColor colour = colourOf(crossing);
    paintArrow(line, colour, isKnown, !isUnread && !(isFar && from));
    if (!isFar && !isUnread && !from)
        paintDot(line.p1(), colour, false);
    if (isUnread || (!isFar && !to))
        paintDot(line.p2(), colour, false);
    const QString text = isUnread ? LadderText::unread(crossing) : LadderText::crossing(crossing);
    if (!isKnown && !isFar && !isUnread)
        labelAt = from ? 0.25 : 0.75; // at the end that is known
    paintLabel(line.pointAt(isFar || isUnread ? 0.5 : labelAt), text, colour);
}

void LadderPainter::Sheet::paintHandshake(const Leaf &leaf, const Crossing &crossing)
{
    int offset = 0;
    const LadderLayout::Placed *placed = placedOf(*crossing.fromRow, offset);
    const int number = int(crossing.kind) - int(Crossing::Kind::Syn);
    const qreal y = offset + placed->top + (0.3 + number * HandshakeStep) * m_line;
    const QLineF line(lineX(crossing.from), y, lineX(opposite(crossing.from)), y + 2 * Slant * m_line * 0.75);
    if (y > m_height + m_line || line.y2() < -m_line)
        return;
    const bool isKnown = crossing.certainty == Certainty::Observed;
    const QColor colour = isKnown ? m_look.m_palette.color(QPalette::Text) : m_look.m_theme.faint;
    paintArrow(line, colour, isKnown);
    paintLabel(line.pointAt(0.5), LadderText::crossing(crossing), colour);
    if (crossing.kind == Crossing::Kind::Syn)
        paintCall(LadderEnd::Left, LadderText::farCall(m_rows, leaf.rungs.rung(*crossing.fromRow)), false, y);
}

/// Somewhere between the two ends, at that time.
void LadderPainter::Sheet::paintOnWire(const Crossing &crossing)
{
    const auto y = yOf(crossing.fromRow ? *crossing.fromRow : *crossing.toRow);
    if (!y || *y < -m_line || *y > m_height + m_line)
        return;
    const qreal half = Slant / 2 * m_line;
    const QLineF line(lineX(crossing.from), *y - half, lineX(opposite(crossing.from)), *y + half);
    const QColor colour = colourOf(crossing);
    paintArrow(line, colour, true);
    m_painter.setBrush(colour);
    const QPointF seen = line.pointAt(0.5);
    const std::array<QPointF, 4> diamond{
        seen + QPointF(0, -4.5), seen + QPointF(4.5, 0), seen + QPointF(0, 4.5), seen + QPointF(-4.5, 0)};
    m_painter.drawPolygon(diamond.data(), int(diamond.size()));
    paintLabel(line.pointAt(0.25), LadderText::crossing(crossing), colour);
}

void LadderPainter::Sheet::paintAcknowledgement(const Leaf &leaf, const Crossing &crossing)
{
    const auto y = yOf(*leaf.rungs.rung(*crossing.toRow).acknowledged);
    if (!y || *y < -m_line || *y > m_height + m_line)
        return;
    const QColor colour = colourOf(crossing);
    const QLineF line(lineX(crossing.from), *y - Slant * m_line, lineX(opposite(crossing.from)), *y);
    paintArrow(line, colour, true);
    paintDot(line.p1(), colour, false); // when it left there, nobody saw
    paintLabel(line.pointAt(0.75), LadderText::crossing(crossing), colour);
}

void LadderPainter::Sheet::paintArrow(const QLineF &line, const QColor &colour, bool isKnown, bool hasHead)
{
    m_painter.setPen(QPen(colour, 1.5, isKnown ? Qt::SolidLine : Qt::DashLine));
    m_painter.drawLine(line);
    if (!hasHead || line.length() < HeadLength)
        return;
    const qreal angle = std::atan2(line.dy(), line.dx());
    const auto corner = [&](qreal turn) {
        return line.p2() - HeadLength * QPointF(std::cos(angle + turn), std::sin(angle + turn));
    };
    const std::array<QPointF, 3> head{line.p2(), corner(0.35), corner(-0.35)};
    m_painter.setPen(QPen(colour, 1));
    m_painter.setBrush(colour);
    m_painter.drawPolygon(head.data(), int(head.size()));
}

/// Above a point of a line.
void LadderPainter::Sheet::paintLabel(const QPointF &at, const QString &text, const QColor &colour)
{
    const QFontMetrics metrics = m_painter.fontMetrics();
    const qreal width = metrics.horizontalAdvance(text);
    const QPointF base(at.x() - width / 2, at.y() - Space::Half);
    QColor ground = m_look.m_palette.color(QPalette::Base);
    ground.setAlphaF(0.8F);
    m_painter.fillRect(
        QRectF(base.x() - 2, base.y() - metrics.ascent(), width + 4, metrics.ascent() + 2), ground);
    m_painter.setPen(colour);
    m_painter.drawText(base, text);
}

} // namespace swb::ui
