#include "pages/pathfield.h"

#include <QHelpEvent>
#include <QStyleOptionFrame>
#include <QStylePainter>
#include <QTextDocument>
#include <QToolTip>

namespace swb::ui {

namespace {

constexpr int TextMargin = 2; ///< what QLineEdit leaves on either side of its text

} // namespace

PathField::PathField(QWidget *parent)
    : QLineEdit(parent)
{
}

QRect PathField::textRect() const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    return style()
        ->subElementRect(QStyle::SE_LineEditContents, &option, this)
        .marginsRemoved(textMargins())
        .adjusted(TextMargin, 0, -TextMargin, 0);
}

QString PathField::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideMiddle, textRect().width());
}

bool PathField::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && shownText() != text()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
            Qt::convertFromPlainText(text(), Qt::WhiteSpaceNormal), this);
        return true;
    }
    return QLineEdit::event(event);
}

void PathField::paintEvent(QPaintEvent *event)
{
    if (hasFocus() || shownText() == text())
        return QLineEdit::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionFrame option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
    painter.drawItemText(
        textRect(), Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(), shownText(), QPalette::Text);
}

} // namespace swb::ui
