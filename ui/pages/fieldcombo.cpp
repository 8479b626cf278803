#include "pages/fieldcombo.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace swb::ui {

void FieldCombo::setReadOnly(bool readOnly)
{
    lineEdit()->setReadOnly(readOnly);
    setPalette(look(readOnly));
}

bool FieldCombo::isReadOnly() const
{
    return lineEdit() && lineEdit()->isReadOnly();
}

QPalette FieldCombo::look(bool readOnly)
{
    QPalette palette;
    if (readOnly)
        palette.setColor(QPalette::Base, QGuiApplication::palette().color(QPalette::Window));
    return palette;
}

void FieldCombo::showPopup()
{
    if (isReadOnly())
        return;
    QComboBox::showPopup();
    // The list is wider than the field: it grows to the side where the window is.
    QWidget *list = view()->window();
    const int edge = window()->mapToGlobal(QPoint(window()->width(), 0)).x();
    if (list->x() + list->width() > edge)
        list->move(edge - list->width(), list->y());
}

void FieldCombo::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly())
        event->ignore();
    else
        QComboBox::keyPressEvent(event);
}

void FieldCombo::wheelEvent(QWheelEvent *event)
{
    if (isReadOnly())
        event->ignore();
    else
        QComboBox::wheelEvent(event);
}

} // namespace swb::ui
