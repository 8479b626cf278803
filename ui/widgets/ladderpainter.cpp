#include "widgets/ladderpainter.h"

#include "models/laddertext.h"
#include "models/timetext.h"
#include "widgets/laddersheet.h"

#include <QFontMetrics>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::LadderEnd;

namespace {

constexpr int LeastBetween = 160; ///< pixels from line to line; margins give way first
constexpr int LegendLine = 24; ///< pixels of a line that shows how it is drawn
constexpr int LeastCalls = 48;
constexpr int UsefulCalls = 96; ///< rather than less of them no times are shown

} // namespace

LadderPainter::LadderPainter(const QFont &font, const QPalette &palette)
    : m_font(font)
    , m_inferredFont(font)
    , m_palette(palette)
    , m_theme(Theme::of(palette))
{
    m_inferredFont.setItalic(true);
    const QFontMetrics metrics(font);
    m_lineHeight = metrics.height() + Space::Half + 2;
    m_timeWidth = metrics.horizontalAdvance(TimeText::elapsed(std::chrono::seconds(-111)));
    m_callWidth = metrics.horizontalAdvance(u"socket() bind() listen()"_s) + Space::Half;
}

LadderPainter::Columns LadderPainter::columns(int width) const
{
    Columns columns;
    columns.width = width;
    int room = width - 4 * Space::Two - LeastBetween;
    columns.hasTimes = room - m_timeWidth - Space::One >= 2 * UsefulCalls;
    if (columns.hasTimes) {
        columns.timeRight = Space::One + m_timeWidth;
        room -= columns.timeRight;
    }
    columns.callWidth = std::clamp(room / 2, LeastCalls, m_callWidth);
    columns.left = columns.timeRight + Space::Two + columns.callWidth + Space::Two;
    columns.right = std::max(columns.left + LeastBetween / 2, width - columns.callWidth - 2 * Space::Two);
    return columns;
}

void LadderPainter::paintHead(QPainter &painter, const lens::LadderRows &rows, const QRect &rect) const
{
    const Columns at = columns(rect.width());
    const int middle = (at.left + at.right) / 2;
    const int legend = at.hasTimes ? Space::One + legendWidth(rows) : 0;
    if (at.hasTimes)
        paintLegend(painter, rows, rect.topLeft() + QPoint(Space::One, Space::Half));
    const QFontMetrics metrics(m_font);
    QFont bold = m_font;
    bold.setWeight(QFont::DemiBold);
    for (const LadderEnd end : {LadderEnd::Left, LadderEnd::Right}) {
        const bool isLeft = end == LadderEnd::Left;
        const int x = rect.left() + (isLeft ? at.left : at.right);
        const int reach = isLeft
            ? std::min(at.left - legend - Space::One, middle - at.left - Space::Half)
            : std::min(rect.width() - at.right - Space::One, at.right - middle - Space::Half);
        const QRect upper(x - reach, rect.top() + Space::Half, 2 * reach, m_lineHeight);
        const QString name = LadderText::end(end) + u' ' + rows.address(end).toString();
        painter.setFont(bold);
        painter.setPen(m_palette.color(QPalette::Text));
        painter.drawText(
            upper, Qt::AlignCenter, QFontMetrics(bold).elidedText(name, Qt::ElideRight, upper.width()));
        painter.setFont(rows.isTold(end) || rows.isForeign() ? m_font : m_inferredFont);
        painter.setPen(m_theme.faint);
        painter.drawText(upper.translated(0, m_lineHeight), Qt::AlignCenter,
            metrics.elidedText(LadderText::teller(rows, end), Qt::ElideRight, upper.width()));
    }
    painter.setPen(m_theme.hairline);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

namespace {

/// How what is known is drawn, and what is not.
QStringList legendOf(const lens::LadderRows &rows)
{
    using lens::Certainty;
    return {LadderText::certainty(rows.isForeign() ? Certainty::Wire : Certainty::Observed),
        LadderText::certainty(Certainty::Inferred)};
}

} // namespace

int LadderPainter::legendWidth(const lens::LadderRows &rows) const
{
    int widest = 0;
    for (const QString &text : legendOf(rows))
        widest = std::max(widest, QFontMetrics(m_font).horizontalAdvance(text));
    return LegendLine + Space::One + widest;
}

void LadderPainter::paintLegend(QPainter &painter, const lens::LadderRows &rows, const QPoint &at) const
{
    painter.setFont(m_font);
    int y = at.y();
    Qt::PenStyle style = Qt::SolidLine;
    for (const QString &text : legendOf(rows)) {
        const qreal middle = y + m_lineHeight / 2 + 0.5;
        painter.setPen(QPen(m_theme.faint, 1.5, style));
        painter.drawLine(QLineF(at.x(), middle, at.x() + LegendLine, middle));
        painter.drawText(QRect(at.x() + LegendLine + Space::One, y, legendWidth(rows), m_lineHeight),
            Qt::AlignVCenter | Qt::AlignLeft, text);
        y += m_lineHeight;
        style = Qt::DashLine;
    }
}

void LadderPainter::paint(QPainter &painter, LadderLayout &layout, const LadderLayout::Spot &top,
    const QSize &room, const Extras &extras) const
{
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    Sheet sheet(*this, painter, layout, top, room);
    sheet.paintCurrent(extras);
    sheet.paintLines();
    sheet.paintCrossings();
    sheet.paintBlocks();
}

} // namespace swb::ui
