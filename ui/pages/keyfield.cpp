#include "pages/keyfield.h"

#include "pages/shortcutmodel.h"

#include <QKeyEvent>

namespace swb::ui {

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_AltGr
        || key == Qt::Key_Meta || key == Qt::Key_unknown || key == 0;
}

bool leavesTyping(const QKeyEvent &event)
{
    const bool isFunctionKey = event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35;
    return isFunctionKey || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void KeyField::setKeys(const QList<QKeySequence> &keys)
{
    setText(ShortcutModel::keysText(keys));
}

bool KeyField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (isModifier(key)
        || (plain && (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter))) {
        event->ignore();
        return;
    }
    if (plain && (key == Qt::Key_Backspace || key == Qt::Key_Delete)) {
        emit pressed({});
        return;
    }
    // Shift is part of "Ctrl+Shift+K" and of "Ctrl++", where it has made the plus.
    Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const QString text = event->text();
    if (modifiers.testFlag(Qt::ShiftModifier) && key < Qt::Key_Escape && !QChar(key).isLetterOrNumber()
        && key != Qt::Key_Space)
        modifiers &= ~Qt::ShiftModifier;
    const QKeySequence keys(QKeyCombination(modifiers, Qt::Key(key)));
    leavesTyping(*event) ? emit pressed(keys) : emit refused(keys);
}

} // namespace swb::ui
