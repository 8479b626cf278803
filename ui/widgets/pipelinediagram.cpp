#include "widgets/pipelinediagram.h"

#include "widgets/pipelinesheet.h"
#include "widgets/theme.h"

namespace swb::ui {

namespace {

constexpr int leastVessel = 40; ///< height
constexpr int mostVessel = 240;
constexpr int textLines = 3; ///< below a vessel: name, number and source

/// In the order of the bytes; what is unread has the window beside it and more room.
constexpr std::array columnOrder{PipeItem::Total, PipeItem::Queued, PipeItem::Unsent, PipeItem::Unacked,
    PipeItem::Unread, PipeItem::Window, PipeItem::Read};

} // namespace

PipelineDiagram::PipelineDiagram(const PipelineModel *model)
    : m_model(model)
{
}

QSize PipelineDiagram::arrange(const QFont &font, const QSize &room)
{
    m_font = font;
    const QFontMetrics metrics(font);
    m_line = metrics.height();
    const int least = int(columnOrder.size()) * (metrics.horizontalAdvance(u'0') * 10 + Space::One);
    const int width = qMax(room.width(), least + 2 * Space::Two);
    const int words = 2 * m_line + Space::Half + textLines * m_line + Space::Half;
    const int free = room.height() - m_line - 2 * Space::One - pipeFlowTotal * Space::One;
    const int vessel = qBound(leastVessel, free / pipeFlowTotal - words, mostVessel);
    int top = Space::One;
    for (int flow = 0; flow < pipeFlowTotal; ++flow) {
        arrangeBand(flow, {Space::Two, top, width - 2 * Space::Two, words + vessel});
        top += words + vessel + Space::One;
    }
    m_scale = {Space::Two, top, width - 2 * Space::Two, m_line};
    m_size = {width, top + m_line + Space::One};
    return m_size;
}

/// The sender stands on the side where its program is: ours left, theirs right.
void PipelineDiagram::arrangeBand(int flow, const QRect &rect)
{
    Band &band = m_bands[size_t(flow)];
    band.rect = rect;
    band.vesselTop = rect.top() + 2 * m_line + Space::Half;
    const int count = int(columnOrder.size());
    for (int i = 0; i < count; ++i) {
        const int place = flow == 0 ? i : count - 1 - i;
        const int left = rect.left() + rect.width() * place / count;
        const int right = rect.left() + rect.width() * (place + 1) / count;
        band.columns[size_t(columnOrder[size_t(i)])] =
            QRect(left, rect.top() + m_line, right - left, rect.height() - m_line);
    }
    // Beside the title, which is the shorter one.
    band.columns[size_t(PipeItem::Sum)] =
        QRect(rect.left() + rect.width() / 4, rect.top(), rect.width() - rect.width() / 4, m_line);
}

QRect PipelineDiagram::rectOf(int row) const
{
    if (row < 0 || row >= pipeFlowTotal * pipeItemTotal)
        return {};
    return m_bands[size_t(row / pipeItemTotal)].columns[size_t(row % pipeItemTotal)];
}

QRect PipelineDiagram::vesselOf(int flow, PipeItem item) const
{
    const Band &band = m_bands[size_t(flow)];
    const QRect &column = band.columns[size_t(item)];
    const int bottom = column.bottom() - Space::Half - 3 * m_line;
    return {column.left() + Space::One, band.vesselTop, column.width() - Space::Two, bottom - band.vesselTop};
}

void PipelineDiagram::paint(QPainter &painter, const Look &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Sheet sheet(*this, painter, look);
    for (int flow = 0; flow < pipeFlowTotal; ++flow)
        sheet.paintFlow(flow);
    sheet.paintScale();
    painter.restore();
}

} // namespace swb::ui
