#include "widgets/statesdiagram.h"

#include <QFontMetrics>
#include <QPainterPath>

#include <cmath>
#include <vector>

namespace swb::ui {

using kernel::TcpState;
using lens::StateEvidence;
using lens::StateVisit;

namespace {

constexpr int rowTotal = 7;
constexpr int columnTotal = 3;
constexpr int rounding = 5;
constexpr int closedAgain = 11; ///< the box at the foot
constexpr qreal arrowHead = 6;

struct Place
{
    int column;
    int row;
};

/// By box: the states in the order of their numbers, then CLOSED again.
constexpr Place places[] = {
    {1, 0}, {0, 1}, {2, 1}, {0, 2}, {1, 3}, {0, 4}, {0, 5}, {2, 4}, {1, 4}, {2, 5}, {1, 5}, {1, 6}};

constexpr int boxOfState(TcpState state)
{
    return int(state) - 1;
}

/// The steps of the figure.
constexpr std::pair<TcpState, TcpState> steps[] = {{TcpState::Closed, TcpState::Listen},
    {TcpState::Closed, TcpState::SynSent}, {TcpState::Listen, TcpState::SynReceived},
    {TcpState::Listen, TcpState::SynSent}, {TcpState::SynSent, TcpState::SynReceived},
    {TcpState::SynSent, TcpState::Established}, {TcpState::SynReceived, TcpState::Established},
    {TcpState::SynReceived, TcpState::FinWait1}, {TcpState::Established, TcpState::FinWait1},
    {TcpState::Established, TcpState::CloseWait}, {TcpState::FinWait1, TcpState::FinWait2},
    {TcpState::FinWait1, TcpState::Closing}, {TcpState::FinWait2, TcpState::TimeWait},
    {TcpState::Closing, TcpState::TimeWait}, {TcpState::CloseWait, TcpState::LastAck}};

bool isStepToTheEnd(TcpState from)
{
    return from == TcpState::LastAck || from == TcpState::TimeWait;
}

/// Where the line from the middle of a box to a point leaves the box.
QPointF border(const QRectF &box, const QPointF &towards)
{
    const QPointF way = towards - box.center();
    const qreal sideways = way.x() == 0 ? 1e9 : box.width() / 2 / std::abs(way.x());
    const qreal upright = way.y() == 0 ? 1e9 : box.height() / 2 / std::abs(way.y());
    return box.center() + way * std::min(sideways, upright);
}

void paintArrowHead(QPainter &painter, const QPointF &tip, const QPointF &from)
{
    QLineF back(tip, from);
    back.setLength(arrowHead);
    const qreal angle = back.angle();
    QPainterPath head(tip);
    back.setAngle(angle + 25);
    head.lineTo(back.p2());
    back.setAngle(angle - 25);
    head.lineTo(back.p2());
    head.closeSubpath();
    painter.fillPath(head, painter.pen().color());
}

QFont smaller(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() * 9 / 10);
    else
        font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

StatesDiagram::StatesDiagram(const StatesModel *model)
    : m_model(model)
{
}

QSize StatesDiagram::arrange(const QFont &font, const QSize &room)
{
    m_font = font;
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    m_line = QFontMetrics(font).height();
    const int names = QFontMetrics(bold).horizontalAdvance(kernel::stateName(TcpState::SynReceived));
    m_box = {names + Space::Two, 2 * QFontMetrics(smaller(font)).height() + Space::Half};
    const QSize least(m_box.width() + Space::Two, m_box.height() + Space::One);
    const int margin = Space::Two;
    const int top = margin / 2 + m_line + Space::Half;
    const int half = (room.width() - 2 * margin - Space::Three) / 2;
    const int high = room.height() - top - Space::One - m_box.height();
    m_pitch = {qBound(least.width(), (half - m_box.width()) / (columnTotal - 1), 2 * m_box.width()),
        qBound(least.height(), high / (rowTotal - 1), 3 * m_box.height())};
    const int wide = (columnTotal - 1) * m_pitch.width() + m_box.width();
    const int spare = qMax(0, room.width() - 2 * wide - 2 * margin - Space::Three) / 4;
    int left = margin + spare;
    for (int end = 0; end < StatesModel::endTotal; ++end) {
        m_titles[size_t(end)] = {left, margin / 2, wide, m_line};
        m_origins[size_t(end)] = {left, top};
        left += wide + Space::Three + 2 * spare;
    }
    return {qMax(room.width(), left - Space::Three - spare + margin),
        top + (rowTotal - 1) * m_pitch.height() + m_box.height() + Space::One};
}

int StatesDiagram::boxOf(TcpState state, bool isStart)
{
    return state == TcpState::Closed && !isStart ? closedAgain : boxOfState(state);
}

int StatesDiagram::boxOf(int row) const
{
    return boxOf(m_model->visit(row).state, m_model->isStart(row));
}

QRect StatesDiagram::boxRect(int end, int box) const
{
    const Place place = places[box];
    return {
        m_origins[size_t(end)] + QPoint(place.column * m_pitch.width(), place.row * m_pitch.height()), m_box};
}

QRect StatesDiagram::rectOf(int row) const
{
    return row >= 0 && row < m_model->rowCount() ? boxRect(m_model->endOf(row), boxOf(row)) : QRect();
}

void StatesDiagram::paint(QPainter &painter, const Look &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Pen pen{painter, look, Theme::of(look.palette), m_font, smaller(m_font)};
    pen.bold.setWeight(QFont::DemiBold);
    for (int end = 0; end < StatesModel::endTotal; ++end)
        paintEnd(pen, end);
    painter.restore();
}

void StatesDiagram::write(
    const Pen &pen, const QRect &rect, const QString &text, const QFont &font, const QColor &ink) const
{
    pen.painter.setFont(font);
    pen.painter.setPen(ink);
    pen.painter.drawText(
        rect, Qt::AlignCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

void StatesDiagram::paintEnd(const Pen &pen, int end) const
{
    write(pen, m_titles[size_t(end)], m_model->title(end), pen.bold, pen.look.palette.color(QPalette::Text));
    const QPen quiet(pen.theme.hairline, 1.2);
    for (const auto &[from, to] : steps)
        paintStep(pen, end, boxOfState(from), boxOfState(to), quiet);
    for (const TcpState from : {TcpState::TimeWait, TcpState::LastAck})
        paintStep(pen, end, boxOfState(from), closedAgain, quiet);
    std::array<int, boxTotal> rows;
    rows.fill(-1);
    for (int place = 0; place < int(m_model->end(end).path.visits.size()); ++place) {
        const int row = m_model->rowOf(end, place);
        rows[size_t(boxOf(row))] = row;
    }
    paintPath(pen, end);
    for (int box = 0; box < boxTotal; ++box)
        paintBox(pen, end, box, rows[size_t(box)]);
    if (m_model->end(end).path.visits.empty()) {
        const QRect all = boxRect(end, 0).united(boxRect(end, closedAgain));
        write(pen,
            {m_titles[size_t(end)].left(), all.top() + m_pitch.height() * 2, m_titles[size_t(end)].width(),
                m_box.height()},
            StatesModel::unknownText(), pen.small, pen.theme.faint);
    }
}

void StatesDiagram::paintStep(const Pen &pen, int end, int from, int to, const QPen &line) const
{
    const QRectF start(boxRect(end, from));
    const QRectF goal(boxRect(end, to));
    const QPointF tip = border(goal, start.center());
    const QPointF tail = border(start, goal.center());
    pen.painter.setPen(line);
    pen.painter.drawLine(tail, tip);
    paintArrowHead(pen.painter, tip, tail);
}

/// A step that is not in the figure: past all the boxes to the end.
void StatesDiagram::paintDetour(
    const Pen &pen, int end, int from, const QPen &line, const QString &label) const
{
    const QRectF start(boxRect(end, from));
    const QRectF goal(boxRect(end, closedAgain));
    const bool isLeft = places[from].column == 0;
    const qreal gap = (m_pitch.width() - m_box.width()) / 2.0;
    const qreal x = isLeft ? goal.left() - gap : goal.right() + gap;
    const QPointF tail(places[from].column == 1 ? start.right()
            : isLeft                            ? start.right()
                                                : start.left(),
        start.center().y());
    const QPointF tip(isLeft ? goal.left() : goal.right(), goal.center().y());
    pen.painter.setPen(line);
    pen.painter.setBrush(Qt::NoBrush);
    pen.painter.drawPolyline(QPolygonF(QList<QPointF>{tail, {x, tail.y()}, {x, tip.y()}, tip}));
    paintArrowHead(pen.painter, tip, {x, tip.y()});
    const int width = QFontMetrics(pen.bold).horizontalAdvance(label) + Space::Half;
    const QRect place(int(isLeft ? goal.left() - 2 * gap - width : goal.right() + 2 * gap),
        int(tip.y()) - m_line / 2, width, m_line);
    write(pen, place, label, pen.bold, line.color());
}

void StatesDiagram::paintPath(const Pen &pen, int end) const
{
    const auto &visits = m_model->end(end).path.visits;
    const QColor accent = pen.look.palette.color(QPalette::Highlight);
    for (size_t i = 1; i < visits.size(); ++i) {
        const StateVisit &to = visits[i];
        const TcpState from = visits[i - 1].state;
        const int start = boxOf(from, i == 1);
        if (to.state == TcpState::Closed && !isStepToTheEnd(from)) {
            const QColor ink = to.byReset ? pen.theme.error : accent;
            paintDetour(pen, end, start, QPen(ink, 2.5), to.byReset ? QStringLiteral("RST") : QString());
            continue;
        }
        const bool isSeen = to.evidence != StateEvidence::NotSampled;
        paintStep(pen, end, start, boxOf(to.state, false),
            QPen(accent, 2.5, isSeen ? Qt::SolidLine : Qt::DashLine));
    }
}

void StatesDiagram::paintBox(const Pen &pen, int end, int box, int row) const
{
    const QRect rect = boxRect(end, box);
    const QRectF outline = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isVisited = row >= 0;
    const bool isCurrent = isVisited && m_model->isCurrent(row);
    const bool isPassed = isVisited && m_model->visit(row).evidence == StateEvidence::NotSampled;
    const QColor accent = pen.look.palette.color(QPalette::Highlight);
    const QColor ink = !isVisited ? pen.theme.faint
        : isCurrent               ? pen.look.palette.color(QPalette::HighlightedText)
                                  : pen.look.palette.color(QPalette::Text);
    pen.painter.setBrush(isCurrent ? accent : pen.look.palette.color(QPalette::Base));
    pen.painter.setPen(QPen(
        isVisited ? accent : pen.theme.hairline, isVisited ? 2 : 1, isPassed ? Qt::DashLine : Qt::SolidLine));
    pen.painter.drawRoundedRect(outline, rounding, rounding);
    if (isVisited && row == pen.look.currentRow) {
        pen.painter.setBrush(Qt::NoBrush);
        pen.painter.setPen(QPen(
            pen.look.hasFocus ? pen.look.palette.color(QPalette::Text) : pen.theme.faint, 1, Qt::DotLine));
        pen.painter.drawRoundedRect(outline.adjusted(-3, -3, 3, 3), rounding + 3, rounding + 3);
    }
    const QString name = kernel::stateName(box == closedAgain ? TcpState::Closed : TcpState(box + 1));
    const QString time = isVisited ? m_model->time(row) : QString();
    if (time.isEmpty())
        return write(pen, rect, name, isVisited ? pen.bold : m_font, ink);
    const QRect inner = rect.adjusted(2, 2, -2, -2);
    const int half = inner.height() / 2;
    write(pen, {inner.left(), inner.top(), inner.width(), half}, name, pen.bold, ink);
    write(pen, {inner.left(), inner.top() + half, inner.width(), half}, time, pen.small, ink);
}

} // namespace swb::ui
