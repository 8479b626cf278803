#include "widgets/logheader.h"

#include "widgets/theme.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>

namespace swb::ui {

LogHeader::LogHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("logHeader"));
    setSectionsClickable(false);
    setHighlightSections(false);
    setStretchLastSection(true);
    setMinimumSectionSize(Space::Three);
    setFrameStyle(QFrame::NoFrame);
}

QSize LogHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), fontMetrics().height() + Space::One};
}

QSize LogHeader::sectionSizeFromContents(int section) const
{
    const QString title = model() ? model()->headerData(section, orientation()).toString() : QString();
    return {fontMetrics().horizontalAdvance(title) + 2 * Space::One + 1, fontMetrics().height() + Space::One};
}

void LogHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (!rect.isValid() || !model())
        return;
    const Theme theme = Theme::of(palette());
    const Qt::Alignment side(model()->headerData(section, orientation(), Qt::TextAlignmentRole).toInt());
    const QRect cell = rect.adjusted(Space::One, 0, -Space::One, -1);
    const QString title = model()->headerData(section, orientation()).toString();
    painter->setPen(theme.faint);
    painter->drawText(cell, static_cast<int>((side & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter),
        fontMetrics().elidedText(title, Qt::ElideRight, cell.width()));
    if (m_offersMenu && section == 0) { // a small arrow says so
        painter->setRenderHint(QPainter::Antialiasing);
        const QPointF tip(cell.left() + 4.5, cell.center().y() + 2.5);
        painter->drawPolyline(QPolygonF({tip + QPointF(-4, -4), tip, tip + QPointF(4, -4)}));
        painter->setRenderHint(QPainter::Antialiasing, false);
    }
    painter->setPen(theme.hairline);
    if (visualIndex(section) < count() - 1)
        painter->drawLine(rect.right(), rect.top() + Space::Half, rect.right(), rect.bottom() - Space::Half);
}

void LogHeader::mousePressEvent(QMouseEvent *event)
{
    // Its edge is for resizing.
    const int x = event->position().toPoint().x();
    const bool inTitle = m_offersMenu && event->button() == Qt::LeftButton && logicalIndexAt(x) == 0
        && logicalIndexAt(x + 4) == 0;
    if (inTitle)
        emit menuRequested(mapToGlobal(QPoint(sectionViewportPosition(0), height())));
    else
        QHeaderView::mousePressEvent(event);
}

void LogHeader::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_offersMenu && logicalIndexAt(event->pos()) == 0)
        emit menuRequested(event->globalPos());
}

void LogHeader::paintEvent(QPaintEvent *event)
{
    QPainter background(viewport());
    background.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    background.setPen(Theme::of(palette()).hairline);
    background.drawLine(0, height() - 1, width(), height() - 1);
    background.end();
    QHeaderView::paintEvent(event);
}

} // namespace swb::ui
