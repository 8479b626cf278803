#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace swb::ui {

/// A field that takes the next keys pressed in it as they are: Ctrl+Shift+K, F8. Tab leaves it; Backspace and
/// Delete alone take the keys away. A letter alone is refused: it could not be typed any more.
class KeyField : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget *parent = nullptr);

    void setKeys(const QList<QKeySequence> &keys); ///< emits nothing

Q_SIGNALS:
    void pressed(const QKeySequence &keys); ///< empty: none are wanted
    void refused(const QKeySequence &keys); ///< they would be missed when typing

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace swb::ui
