#include "widgets/strokes.h"

#include <QtMath>

namespace swb::ui::strokes {

QPainterPath arrow(const QRectF &box, bool pointsLeft)
{
    const qreal tip = pointsLeft ? box.left() : box.right();
    const qreal tail = pointsLeft ? box.right() : box.left();
    const qreal back = pointsLeft ? tip + box.height() / 2 : tip - box.height() / 2;
    const qreal middle = box.center().y();
    QPainterPath path(QPointF(tail, middle));
    path.lineTo(tip, middle);
    path.moveTo(back, box.top());
    path.lineTo(tip, middle);
    path.lineTo(back, box.bottom());
    return path;
}

QPainterPath cross(const QRectF &box)
{
    QPainterPath path(box.topLeft());
    path.lineTo(box.bottomRight());
    path.moveTo(box.topRight());
    path.lineTo(box.bottomLeft());
    return path;
}

QPainterPath warning(const QRectF &box)
{
    const qreal middle = box.center().x();
    QPainterPath path(QPointF(middle, box.top()));
    path.lineTo(box.bottomRight());
    path.lineTo(box.bottomLeft());
    path.closeSubpath();
    path.moveTo(middle, box.top() + box.height() * 0.40);
    path.lineTo(middle, box.top() + box.height() * 0.62);
    path.addEllipse(QPointF(middle, box.top() + box.height() * 0.82), 0.2, 0.2);
    return path;
}

QRectF centred(const QRectF &cell, qreal width, qreal height)
{
    const QPointF corner(qRound(cell.center().x() - width / 2), qRound(cell.center().y() - height / 2) + 0.5);
    return {corner, QSizeF(width, height)};
}

} // namespace swb::ui::strokes
