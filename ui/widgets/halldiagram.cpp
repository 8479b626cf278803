#include "widgets/halldiagram.h"

#include "widgets/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace swb::ui {

namespace {

constexpr int cardCharacters = 24;
constexpr int captionLines = 2;
constexpr int mostFreePlaces = 16; ///< more are told by the meter alone
constexpr int meterHeight = 6;
constexpr int rounding = 3;
constexpr qreal edge = 3; ///< the coloured one of a card
constexpr qreal arrowHead = 5;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::HallDiagram)
};

QFont smallOf(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() * 9 / 10);
    else
        font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

/// Who takes a guest on to the next room.
QString passageAfter(HallRoom room)
{
    return room == HallRoom::Door ? Words::tr("the kernel", "lets clients in") : QStringLiteral("accept()");
}

} // namespace

/// A hall as it is being drawn.
class HallDiagram::Sheet
{
public:
    Sheet(const HallDiagram &diagram, QPainter &painter, const Look &look);

    void paintRoom(HallRoom room);
    void paintPart(int row);

private:
    QColor colourOf(HallModel::Kind kind) const;
    void paintCard(const QRect &rect, const HallModel::Part &part);
    void paintMeter(const QRect &rect);
    void paintArrow(HallRoom room, const QRect &rect);
    void write(const QRect &rect, int flags, const QString &text, const QFont &font, const QColor &colour);

    const HallDiagram &m_diagram;
    const HallModel &m_model;
    QPainter &m_painter;
    Look m_look;
    Theme m_theme;
    QFont m_bold;
    QFont m_small;
};

HallDiagram::HallDiagram(const HallModel *model)
    : m_model(model)
{
}

QSize HallDiagram::arrange(const QFont &font, const QSize &room)
{
    m_font = font;
    const QFontMetrics metrics(font);
    m_line = metrics.height();
    m_card = metrics.horizontalAdvance(u'0') * cardCharacters + Space::Two;
    const int passage = metrics.horizontalAdvance(passageAfter(HallRoom::Hall)) + Space::Three;
    m_isStacked = room.width() < 3 * m_card + 2 * passage + 2 * Space::Two;
    const int width = qMax(room.width(), m_card + 2 * Space::Two);
    m_parts.fill({}, m_model->rowCount());
    const int inner = width - 2 * Space::Two;
    const int column = m_isStacked ? inner : (inner - 2 * passage) / hallRoomTotal;
    QPoint corner(Space::Two, Space::Two);
    int bottom = corner.y();
    for (int i = 0; i < hallRoomTotal; ++i) {
        const int end = arrangeRoom(HallRoom(i), corner, column);
        bottom = qMax(bottom, end);
        const bool isLast = i + 1 == hallRoomTotal;
        const int head = 2 * m_line;
        m_rooms[size_t(i)].arrow = isLast ? QRect()
            : m_isStacked                 ? QRect(corner.x(), end, column, head)
                                          : QRect(corner.x() + column, corner.y(), passage, head);
        corner = m_isStacked ? QPoint(corner.x(), end + head + Space::One)
                             : QPoint(corner.x() + column + passage, corner.y());
    }
    if (m_parts.isEmpty())
        return {0, 0};
    const int words =
        metrics
            .boundingRect(QRect(0, 0, inner, 1), Qt::TextWordWrap, m_model->heading(m_model->parts().last()))
            .height();
    const int foot = qMax(bottom + Space::Two, room.height() - words - Space::One);
    m_parts.last() = QRect(Space::Two, foot, inner, words);
    return {width, foot + words + Space::One};
}

QRect HallDiagram::cardAt(int number, const QPoint &corner, int width) const
{
    const int columns = qMax(1, (width + Space::One) / (m_card + Space::One));
    const int wide = (width - (columns - 1) * Space::One) / columns;
    const int high = 2 * m_line + Space::One;
    return {corner.x() + number % columns * (wide + Space::One),
        corner.y() + number / columns * (high + Space::Half), wide, high};
}

int HallDiagram::arrangeRoom(HallRoom room, const QPoint &corner, int width)
{
    Room &place = m_rooms[size_t(room)];
    place.words = QRect(corner.x(), corner.y(), width, (1 + captionLines) * m_line);
    // All rooms leave this space, so that their first guests stand in one line.
    place.meter = QRect(corner.x(), place.words.bottom() + Space::Half, width, meterHeight);
    place.freePlaces.clear();
    const QPoint first(corner.x(), place.meter.bottom() + Space::One);
    int cards = 0;
    const QList<HallModel::Part> &parts = m_model->parts();
    for (int row = 0; row < parts.size(); ++row) {
        if (parts[row].room != room || parts[row].kind == HallModel::Kind::Counters)
            continue;
        m_parts[row] = parts[row].kind == HallModel::Kind::Room ? place.words : cardAt(cards++, first, width);
    }
    const qint64 places = room == HallRoom::Hall ? m_model->hall().places().value_or(0) : 0;
    if (places <= mostFreePlaces) {
        while (cards < places)
            place.freePlaces.append(cardAt(cards++, first, width));
    }
    return cards > 0 ? cardAt(cards - 1, first, width).bottom() + 1 : first.y();
}

QRect HallDiagram::rectOf(int row) const
{
    return m_parts.value(row);
}

void HallDiagram::paint(QPainter &painter, const Look &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Sheet sheet(*this, painter, look);
    for (int room = 0; room < hallRoomTotal; ++room)
        sheet.paintRoom(HallRoom(room));
    for (int row = 0; row < m_parts.size(); ++row)
        sheet.paintPart(row);
    painter.restore();
}

HallDiagram::Sheet::Sheet(const HallDiagram &diagram, QPainter &painter, const Look &look)
    : m_diagram(diagram)
    , m_model(*diagram.m_model)
    , m_painter(painter)
    , m_look(look)
    , m_theme(Theme::of(look.palette))
    , m_bold(diagram.m_font)
    , m_small(smallOf(diagram.m_font))
{
    m_bold.setWeight(QFont::DemiBold);
}

void HallDiagram::Sheet::write(
    const QRect &rect, int flags, const QString &text, const QFont &font, const QColor &colour)
{
    m_painter.setFont(font);
    m_painter.setPen(colour);
    const QString shown =
        flags & Qt::TextWordWrap ? text : QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    m_painter.drawText(rect, flags, shown);
}

QColor HallDiagram::Sheet::colourOf(HallModel::Kind kind) const
{
    switch (kind) {
    case HallModel::Kind::Knocking:
        return m_theme.warning;
    case HallModel::Kind::Handshake:
        return m_theme.sent;
    case HallModel::Kind::Waiting:
        return m_theme.received;
    case HallModel::Kind::Served:
        return m_theme.good;
    default:
        return m_theme.faint;
    }
}

void HallDiagram::Sheet::paintRoom(HallRoom room)
{
    const Room &place = m_diagram.m_rooms[size_t(room)];
    if (room == HallRoom::Hall)
        paintMeter(place.meter);
    m_painter.setPen(QPen(m_theme.faint, 1, Qt::DotLine));
    m_painter.setBrush(Qt::NoBrush);
    for (const QRect &free : place.freePlaces)
        m_painter.drawRoundedRect(QRectF(free).adjusted(0.5, 0.5, -0.5, -0.5), rounding, rounding);
    if (!place.arrow.isNull())
        paintArrow(room, place.arrow);
}

/// Also where the places are too many to be drawn one by one.
void HallDiagram::Sheet::paintMeter(const QRect &rect)
{
    const auto places = m_model.hall().places();
    if (!places || *places <= 0)
        return;
    const qint64 taken = m_model.hall().queue.value_or(m_model.hall().waiting.size());
    const double share = qBound(0.0, double(taken) / double(*places), 1.0);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.hairline);
    m_painter.drawRoundedRect(rect, rounding, rounding);
    m_painter.setBrush(taken >= *places ? m_theme.warning : m_theme.received);
    if (taken > 0)
        m_painter.drawRoundedRect(
            QRectF(rect.left(), rect.top(), qMax(share * rect.width(), edge), rect.height()), rounding,
            rounding);
}

void HallDiagram::Sheet::paintArrow(HallRoom room, const QRect &rect)
{
    const bool down = m_diagram.m_isStacked;
    m_painter.setPen(QPen(m_theme.faint, 1.5, Qt::SolidLine, Qt::RoundCap));
    if (down) {
        const QPointF tip(rect.left() + Space::Two, rect.bottom() - 1);
        m_painter.drawLine(QPointF(tip.x(), rect.top() + Space::Half), tip);
        m_painter.drawLine(tip, tip + QPointF(-arrowHead, -arrowHead));
        m_painter.drawLine(tip, tip + QPointF(arrowHead, -arrowHead));
        write(rect.adjusted(Space::Three + Space::One, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
            passageAfter(room), m_small, m_theme.faint);
        return;
    }
    const QPointF tip(rect.right() - Space::One, rect.bottom() - Space::Half);
    m_painter.drawLine(QPointF(rect.left() + Space::One, tip.y()), tip);
    m_painter.drawLine(tip, tip + QPointF(-arrowHead, -arrowHead));
    m_painter.drawLine(tip, tip + QPointF(-arrowHead, arrowHead));
    write(QRect(rect.left(), rect.top(), rect.width(), m_diagram.m_line), Qt::AlignCenter, passageAfter(room),
        m_small, m_theme.faint);
}

void HallDiagram::Sheet::paintPart(int row)
{
    const QRect rect = m_diagram.m_parts[row];
    const HallModel::Part &part = m_model.parts()[row];
    const bool isCard = part.guest >= 0;
    if (row == m_look.currentRow && !isCard) {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_look.hasFocus ? m_theme.selection : m_theme.selectionIdle);
        m_painter.drawRoundedRect(rect.adjusted(-Space::Half, 0, Space::Half, 0), rounding, rounding);
    }
    const QColor ink = m_look.palette.color(QPalette::Text);
    if (isCard)
        return paintCard(rect, part);
    if (part.kind == HallModel::Kind::More)
        return write(rect, Qt::AlignCenter, m_model.heading(part), m_small, m_theme.faint);
    if (part.kind == HallModel::Kind::Counters)
        return write(
            rect, Qt::AlignLeft | Qt::TextWordWrap, m_model.heading(part), m_diagram.m_font, m_theme.faint);
    const int line = m_diagram.m_line;
    write(QRect(rect.left(), rect.top(), rect.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        m_model.heading(part), m_bold, ink);
    write(rect.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::TextWordWrap, m_model.caption(part.room), m_small,
        ink);
}

void HallDiagram::Sheet::paintCard(const QRect &rect, const HallModel::Part &part)
{
    using Kind = HallModel::Kind;
    const bool isCurrent = m_model.parts().value(m_look.currentRow, {Kind::Room, HallRoom::Door}) == part;
    const bool isConnected = part.kind == Kind::Waiting || part.kind == Kind::Served;
    const QColor colour = colourOf(part.kind);
    const QRectF frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    m_painter.setPen(
        QPen(isConnected ? m_theme.hairline : colour, 1, isConnected ? Qt::SolidLine : Qt::DashLine));
    m_painter.setBrush(!isCurrent ? m_theme.stripe
            : m_look.hasFocus     ? m_theme.selection
                                  : m_theme.selectionIdle);
    m_painter.drawRoundedRect(frame, rounding, rounding);
    m_painter.fillRect(
        QRectF(rect.left(), rect.top() + rounding, edge, rect.height() - 2 * rounding), colour);
    const QRect words = rect.adjusted(Space::One + Space::Half, Space::Half, -Space::Half, -Space::Half);
    const int line = m_diagram.m_line;
    write(QRect(words.left(), words.top(), words.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        m_model.heading(part), m_diagram.m_font, m_look.palette.color(QPalette::Text));
    write(QRect(words.left(), words.top() + line, words.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
        m_model.detail(part), m_small, m_look.palette.color(QPalette::Text));
}

} // namespace swb::ui
