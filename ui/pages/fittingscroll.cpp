#include "pages/fittingscroll.h"

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>

namespace swb::ui {

FittingScroll::FittingScroll(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(content->objectName() + QStringLiteral("Scroll"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setFocusProxy(content);
}

QSize FittingScroll::sizeHint() const
{
    const QSize wanted = widget()->sizeHint();
    const int usable = std::max(width(), widget()->minimumSizeHint().width());
    const bool flows = widget()->hasHeightForWidth();
    return {wanted.width(), flows ? widget()->heightForWidth(usable) : wanted.height()};
}

QSize FittingScroll::minimumSizeHint() const
{
    return {0, std::min(widget()->minimumSizeHint().height(), 6 * fontMetrics().height())};
}

bool FittingScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void FittingScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

} // namespace swb::ui
