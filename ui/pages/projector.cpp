#include "pages/projector.h"

#include "widgets/theme.h"

#include <QCloseEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLayout>
#include <QVBoxLayout>

namespace swb::ui {

namespace {

constexpr qreal enlargement = 1.7; ///< read from the last row of a room

void exchange(QWidget *from, QWidget *to)
{
    delete from->parentWidget()->layout()->replaceWidget(from, to, Qt::FindDirectChildrenOnly);
}

} // namespace

Projector::Projector(QWidget *window)
    : QWidget(window, Qt::Window)
{
    setObjectName(QStringLiteral("projector"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::Two, Space::Two, Space::Two, Space::Two);
}

Projector::~Projector() = default;

void Projector::project(QWidget *part)
{
    if (m_part || !part->parentWidget() || !part->parentWidget()->layout())
        return;
    m_part = part;
    m_font = part->font();
    m_place = new QWidget;
    exchange(part, m_place);
    layout()->addWidget(part);
    QFont large = m_font;
    large.setPointSizeF(QFontInfo(m_font).pointSizeF() * enlargement);
    part->setFont(large);
    part->show();
    setWindowTitle(parentWidget()->windowTitle());
    setPalette(parentWidget()->palette());
    showFullScreen();
    part->setFocus(Qt::OtherFocusReason);
    emit projectingChanged(true);
}

void Projector::giveBack()
{
    if (!m_part)
        return;
    QWidget *part = m_part;
    m_part = nullptr;
    layout()->removeWidget(part);
    if (m_place) {
        exchange(m_place, part);
        part->setFont(QFont()); // what its parents have
        part->show();
        m_place->deleteLater();
    }
    hide();
    parentWidget()->activateWindow();
    part->setFocus(Qt::OtherFocusReason);
    emit projectingChanged(false);
}

void Projector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    giveBack();
}

void Projector::closeEvent(QCloseEvent *event)
{
    giveBack();
    event->accept();
}

} // namespace swb::ui
