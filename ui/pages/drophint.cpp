#include "pages/drophint.h"

#include "widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace swb::ui {

DropHint::DropHint(QWidget *window)
    : QWidget(window)
{
    setObjectName(u"dropHint"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::showFor(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setGeometry(parentWidget()->rect());
    show();
    raise();
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
    painter.drawRoundedRect(rect().adjusted(Space::Two, Space::Two, -Space::Two, -Space::Two), 8, 8);
    painter.setFont(titleFont(1.3));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect().adjusted(Space::Three, Space::Three, -Space::Three, -Space::Three),
        int(Qt::AlignCenter | Qt::TextWordWrap), m_text);
}

} // namespace swb::ui
