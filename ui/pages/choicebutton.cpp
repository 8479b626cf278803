#include "pages/choicebutton.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace swb::ui {

ChoiceButton::ChoiceButton(const QIcon &icon, QWidget *parent)
    : QAbstractButton(parent)
{
    setIcon(icon);
    setIconSize(QSize(32, 32));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceButton::setTexts(const QString &text, const QString &description)
{
    setText(text);
    m_description = description;
    setAccessibleName(text);
    setAccessibleDescription(description);
    update();
}

QSize ChoiceButton::sizeHint() const
{
    return {480, 2 * fontMetrics().height() + 5 * Space::One};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(palette());
    const bool hot = underMouse() || isDown();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(hasFocus() ? palette().color(QPalette::Highlight) : theme.hairline, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? theme.selectionIdle : hot ? theme.stripe : palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);

    const QRect content = rect().adjusted(Space::Three, 0, -Space::Three, 0);
    icon().paint(&painter, QRect(content.left(), (height() - 32) / 2, 32, 32));
    const QRect words = content.adjusted(32 + Space::Three, 0, 0, 0);
    const int line = fontMetrics().height();
    const int top = (height() - 2 * line - Space::Half) / 2;
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(words.left(), top, words.width(), line), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(font());
    painter.setPen(theme.faint);
    painter.drawText(QRect(words.left(), top + line + Space::Half, words.width(), line),
        Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(m_description, Qt::ElideRight, words.width()));
}

bool ChoiceButton::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QAbstractButton::event(event);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace swb::ui
