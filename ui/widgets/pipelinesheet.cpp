#include "widgets/pipelinesheet.h"

#include <QCoreApplication>

namespace swb::ui {

namespace {

constexpr int leastFill = 2; ///< pixels of what is not nothing
constexpr int rounding = 3;
constexpr qreal chevron = 4;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::PipelineDiagram)
};

bool isVessel(PipeItem item)
{
    return item == PipeItem::Queued || item == PipeItem::Unsent || item == PipeItem::Unacked
        || item == PipeItem::Unread;
}

} // namespace

PipelineDiagram::Sheet::Sheet(const PipelineDiagram &diagram, QPainter &painter, const Look &look)
    : m_diagram(diagram)
    , m_model(*diagram.m_model)
    , m_painter(painter)
    , m_look(look)
    , m_theme(Theme::of(look.palette))
    , m_bold(diagram.m_font)
    , m_small(diagram.m_font)
    , m_scale(m_model.scale())
{
    m_bold.setWeight(QFont::DemiBold);
    if (m_small.pixelSize() > 0)
        m_small.setPixelSize(m_small.pixelSize() * 9 / 10);
    else
        m_small.setPointSizeF(m_small.pointSizeF() * 0.9);
}

void PipelineDiagram::Sheet::write(
    const QRect &rect, int flags, const QString &text, const QFont &font, const QColor &colour)
{
    m_painter.setFont(font);
    m_painter.setPen(colour);
    const QString shown =
        flags & Qt::TextWordWrap ? text : QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    m_painter.drawText(rect, flags, shown);
}

void PipelineDiagram::Sheet::paintFlow(int flow)
{
    const Band &band = m_diagram.m_bands[size_t(flow)];
    const QRect title(
        band.rect.left() + Space::One, band.rect.top(), band.rect.width() / 4, m_diagram.m_line);
    const QString arrow = flow == 0 ? QStringLiteral("→ ") : QStringLiteral("← ");
    write(title, Qt::AlignLeft | Qt::AlignVCenter, arrow + PipelineModel::title(flow), m_bold, colour(flow));
    if (m_look.currentRow >= 0 && m_look.currentRow / pipeItemTotal == flow)
        paintCurrent(m_diagram.rectOf(m_look.currentRow));
    paintHeads(flow);
    for (int i = 0; i < int(PipeItem::Sum); ++i) {
        const auto item = PipeItem(i);
        if (isVessel(item))
            paintVessel(flow, item);
        else if (item != PipeItem::Window)
            paintProgram(flow, item);
        paintWords(flow, item);
    }
    paintWindow(flow);
    paintSteps(flow);
    paintSum(flow);
}

void PipelineDiagram::Sheet::paintCurrent(const QRect &rect)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_look.hasFocus ? m_theme.selection : m_theme.selectionIdle);
    m_painter.drawRoundedRect(rect, rounding, rounding);
}

void PipelineDiagram::Sheet::paintHeads(int flow)
{
    const QString ourProgram = Words::tr("our program");
    const QString ourKernel = Words::tr("our kernel");
    const QString theirProgram = Words::tr("their program");
    const QString theirKernel = Words::tr("their kernel");
    const bool ours = flow == 0; // the sender
    paintHead(flow, PipeItem::Total, PipeItem::Queued, ours ? ourProgram : theirProgram);
    paintHead(flow, PipeItem::Unsent, PipeItem::Unacked, ours ? ourKernel : theirKernel);
    paintHead(flow, PipeItem::Unread, PipeItem::Window, ours ? theirKernel : ourKernel);
    paintHead(flow, PipeItem::Read, PipeItem::Read, ours ? theirProgram : ourProgram);
}

/// Whose the columns below are.
void PipelineDiagram::Sheet::paintHead(int flow, PipeItem first, PipeItem last, const QString &text)
{
    const Band &band = m_diagram.m_bands[size_t(flow)];
    QRect rect = band.columns[size_t(first)].united(band.columns[size_t(last)]);
    rect.setHeight(m_diagram.m_line);
    rect.adjust(Space::One, 0, -Space::One, 0);
    write(rect, Qt::AlignCenter, text, m_small, m_theme.faint);
    m_painter.setPen(m_theme.hairline);
    m_painter.drawLine(QLineF(rect.left(), rect.bottom() + 0.5, rect.right(), rect.bottom() + 0.5));
}

int PipelineDiagram::Sheet::heightOf(qint64 bytes, int vessel) const
{
    if (bytes <= 0)
        return 0;
    return qMax(leastFill, qRound(double(vessel) * double(bytes) / double(m_scale)));
}

void PipelineDiagram::Sheet::paintProgram(int flow, PipeItem item)
{
    const QRect vessel = m_diagram.vesselOf(flow, item);
    m_painter.setPen(QPen(m_theme.hairline, 1));
    m_painter.setBrush(m_theme.stripe);
    const int height = qMin(vessel.height(), 3 * m_diagram.m_line);
    const QRect box(vessel.left(), vessel.center().y() - height / 2, vessel.width(), height);
    m_painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), Space::One, Space::One);
    const QString call = item == PipeItem::Total ? QStringLiteral("send()") : QStringLiteral("recv()");
    write(box, Qt::AlignCenter, call, m_small, m_theme.faint);
}

void PipelineDiagram::Sheet::paintVessel(int flow, PipeItem item)
{
    const QRect vessel = m_diagram.vesselOf(flow, item);
    const auto bytes = m_model.count(flow, item)->bytes;
    const QRectF outline = QRectF(vessel).adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(bytes ? QBrush(m_theme.stripe) : QBrush(m_theme.hairline, Qt::BDiagPattern));
    m_painter.drawRoundedRect(outline, rounding, rounding);
    if (bytes) {
        const int height = heightOf(*bytes, vessel.height() - 2);
        m_painter.setBrush(colour(flow));
        m_painter.drawRect(vessel.left() + 1, vessel.bottom() - height, vessel.width() - 2, height);
    }
    m_painter.setPen(QPen(m_theme.hairline, 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(outline, rounding, rounding);
}

/// Above what is unread: so much more may come. It closes as that rises.
void PipelineDiagram::Sheet::paintWindow(int flow)
{
    const auto window = m_model.flow(flow).window.bytes;
    if (!window)
        return;
    const QRect unread = m_diagram.vesselOf(flow, PipeItem::Unread);
    const QRect room = m_diagram.vesselOf(flow, PipeItem::Window);
    const int bottom = unread.bottom()
        - heightOf(m_model.count(flow, PipeItem::Unread)->bytes.value_or(0), unread.height() - 2);
    const int height = qMin(heightOf(*window, unread.height() - 2), bottom - unread.top());
    const int side = flow == 0 ? 1 : -1;
    const qreal edge = side > 0 ? unread.right() + 1 : unread.left() - 1;
    const qreal reach = edge + side * Space::One;
    const QColor ink = *window > 0 ? m_look.palette.color(QPalette::Text) : m_theme.warning;
    m_painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawPolyline(QPolygonF(QList<QPointF>{{edge, qreal(bottom)}, {reach, qreal(bottom)},
        {reach, qreal(bottom - height)}, {edge, qreal(bottom - height)}}));
    QRect label = room;
    label.setHeight(m_diagram.m_line);
    label.moveTop(
        qBound(room.top(), bottom - height / 2 - m_diagram.m_line / 2, room.bottom() - m_diagram.m_line));
    label.adjust(side > 0 ? Space::Half : 0, 0, side > 0 ? 0 : -Space::Half, 0);
    write(label, (side > 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
        *window > 0 ? Words::tr("open", "a receive window") : Words::tr("closed", "a receive window"),
        m_small, ink);
}

void PipelineDiagram::Sheet::paintWords(int flow, PipeItem item)
{
    const QRect column = m_diagram.m_bands[size_t(flow)].columns[size_t(item)];
    const QRect vessel = m_diagram.vesselOf(flow, item);
    const bool isKnown = m_model.count(flow, item)->bytes.has_value();
    const QColor ink = m_look.palette.color(QPalette::Text);
    QRect line(column.left() + 2, vessel.bottom() + 1 + Space::Half, column.width() - 4, m_diagram.m_line);
    write(line, Qt::AlignCenter, m_model.name(flow, item), m_small, ink);
    line.translate(0, m_diagram.m_line);
    if (!isKnown) {
        line.setHeight(2 * m_diagram.m_line);
        return write(line, int(Qt::AlignHCenter | Qt::AlignTop) | Qt::TextWordWrap,
            m_model.amount(flow, item), m_small, m_theme.faint);
    }
    write(line, Qt::AlignCenter, m_model.amount(flow, item), m_bold, ink);
    line.translate(0, m_diagram.m_line);
    write(line, Qt::AlignCenter, m_model.source(flow, item), m_small, m_theme.faint);
}

/// Between two places; in colour where bytes have gone through since the moment before.
void PipelineDiagram::Sheet::paintSteps(int flow)
{
    constexpr std::pair<PipeItem, lens::PipePlace> steps[] = {{PipeItem::Unsent, lens::PipePlace::Queued},
        {PipeItem::Unacked, lens::PipePlace::Unsent}, {PipeItem::Unread, lens::PipePlace::Unacked},
        {PipeItem::Read, lens::PipePlace::Unread}};
    const int direction = flow == 0 ? 1 : -1;
    for (const auto &[into, outOf] : steps) {
        const QRect column = m_diagram.m_bands[size_t(flow)].columns[size_t(into)];
        const QRect vessel = m_diagram.vesselOf(flow, into);
        const qreal x = direction > 0 ? column.left() : column.right() + 1;
        const bool moves = m_model.moves(flow, outOf);
        paintStep({x, qreal(vessel.center().y())}, direction, moves ? colour(flow) : m_theme.hairline);
    }
}

void PipelineDiagram::Sheet::paintStep(const QPointF &at, int direction, const QColor &colour)
{
    m_painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF back(-direction * chevron / 2, chevron);
    const QPointF tip(direction * chevron / 2, 0);
    m_painter.drawPolyline(QPolygonF(QList<QPointF>{at + back, at + tip, at + QPointF(back.x(), -back.y())}));
}

void PipelineDiagram::Sheet::paintSum(int flow)
{
    const QRect rect = m_diagram.m_bands[size_t(flow)].columns[size_t(PipeItem::Sum)];
    write(rect.adjusted(Space::One, 0, -Space::One, 0), Qt::AlignRight | Qt::AlignVCenter,
        m_model.amount(flow, PipeItem::Sum), m_small, m_look.palette.color(QPalette::Text));
}

void PipelineDiagram::Sheet::paintScale()
{
    write(m_diagram.m_scale.adjusted(Space::One, 0, -Space::One, 0), Qt::AlignLeft | Qt::AlignVCenter,
        m_model.note(), m_small, m_theme.faint);
}

} // namespace swb::ui
