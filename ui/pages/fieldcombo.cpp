#include "pages/fieldcombo.h"

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
    if (!isReadOnly())
        QComboBox::showPopup();
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
