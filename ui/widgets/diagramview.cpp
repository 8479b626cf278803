#include "widgets/diagramview.h"

#include "widgets/diagramviewaccessible.h"
#include "widgets/theme.h"

#include <QAbstractItemModel>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <limits>

namespace swb::ui {

DiagramView::DiagramView(std::unique_ptr<Diagram> diagram, QAbstractItemModel *model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_diagram(std::move(diagram))
    , m_model(model)
{
    installDiagramViewAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(model, &QAbstractItemModel::modelReset, this, &DiagramView::takeModel);
    connect(model, &QAbstractItemModel::dataChanged, this, &DiagramView::takeModel);
    arrange();
}

DiagramView::~DiagramView() = default;

void DiagramView::setEmptyText(const QString &text)
{
    if (m_emptyText == text)
        return;
    m_emptyText = text;
    takeModel();
}

QByteArray DiagramView::svg(const QString &title)
{
    const QByteArray document = svgOf(*m_diagram, font(), title);
    arrange();
    return document;
}

void DiagramView::takeModel()
{
    if (m_current >= partCount())
        m_current = -1;
    arrange();
    viewport()->update();
}

/// The scroll bars take room only where the drawing is larger than all there is.
void DiagramView::arrange()
{
    QSize room = maximumViewportSize();
    m_size = m_emptyText.isEmpty() ? m_diagram->arrange(font(), room) : QSize(0, 0);
    if (m_size.height() > room.height()) {
        room.rwidth() -= verticalScrollBar()->sizeHint().width();
        m_size = m_diagram->arrange(font(), room);
    }
    if (m_size.width() > room.width())
        room.rheight() -= horizontalScrollBar()->sizeHint().height();
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setRange(0, qMax(0, m_size.width() - room.width()));
    horizontalScrollBar()->setSingleStep(Space::Three);
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setRange(0, qMax(0, m_size.height() - room.height()));
    verticalScrollBar()->setSingleStep(Space::Three);
}

QPoint DiagramView::origin() const
{
    return {-horizontalScrollBar()->value(), -verticalScrollBar()->value()};
}

int DiagramView::partCount() const
{
    return m_emptyText.isEmpty() ? m_model->rowCount() : 0;
}

QRect DiagramView::partRect(int part) const
{
    const QRect rect = m_diagram->rectOf(part);
    return rect.isNull() ? rect : rect.translated(origin());
}

QString DiagramView::partText(int part) const
{
    return m_model->index(part, 0).data(Qt::AccessibleTextRole).toString();
}

int DiagramView::partAt(const QPoint &position) const
{
    for (int part = partCount() - 1; part >= 0; --part) {
        if (partRect(part).contains(position))
            return part;
    }
    return -1;
}

int DiagramView::endPart(bool last) const
{
    const int count = partCount();
    for (int i = 0; i < count; ++i) {
        const int part = last ? count - 1 - i : i;
        if (!m_diagram->rectOf(part).isNull())
            return part;
    }
    return -1;
}

int DiagramView::besides(int part, int key) const
{
    const QPoint from = m_diagram->rectOf(part).center();
    int nearest = part;
    int least = std::numeric_limits<int>::max();
    for (int other = 0; other < partCount(); ++other) {
        const QRect rect = m_diagram->rectOf(other);
        const QPoint way = rect.center() - from;
        const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
        const int along =
            (isSideways ? way.x() : way.y()) * (key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1);
        const int across = qAbs(isSideways ? way.y() : way.x());
        if (rect.isNull() || along <= 0 || along + 3 * across >= least)
            continue;
        least = along + 3 * across;
        nearest = other;
    }
    return nearest;
}

void DiagramView::choose(int part)
{
    if (part < 0)
        return;
    m_current = part;
    const QRect rect = m_diagram->rectOf(part);
    const auto reveal = [](QScrollBar *bar, int first, int last) {
        bar->setValue(qMin(first, qMax(bar->value(), last - bar->pageStep() + 1)));
    };
    reveal(horizontalScrollBar(), rect.left(), rect.right());
    reveal(verticalScrollBar(), rect.top(), rect.bottom());
    viewport()->update();
    announceCurrentPart(this);
    emit partChosen(part);
}

void DiagramView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier)
        return QAbstractScrollArea::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return choose(m_current < 0 ? endPart(false) : besides(m_current, event->key()));
    case Qt::Key_Home:
    case Qt::Key_End:
        return choose(endPart(event->key() == Qt::Key_End));
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DiagramView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(partAt(event->position().toPoint()));
}

bool DiagramView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int part = partAt(help->pos());
        // As rich text, so that a long sentence is broken.
        const QString text = part < 0 ? QString() : partText(part).toHtmlEscaped();
        QToolTip::showText(help->globalPos(), text.isEmpty() ? text : QStringLiteral("<p>%1</p>").arg(text),
            viewport(), part < 0 ? QRect() : partRect(part));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DiagramView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setFont(font());
    if (!m_emptyText.isEmpty()) {
        painter.setPen(Theme::of(palette()).faint);
        const int margin = Space::Three;
        painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
            Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.translate(origin());
    m_diagram->paint(painter, {palette(), m_current, hasFocus()});
}

void DiagramView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    arrange();
}

void DiagramView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    viewport()->update();
}

void DiagramView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange)
        takeModel();
}

void DiagramView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        m_current = endPart(false);
    viewport()->update();
    announceCurrentPart(this);
}

void DiagramView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace swb::ui
