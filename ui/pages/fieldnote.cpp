#include "pages/fieldnote.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QGuiApplication>

#include <algorithm>

namespace swb::ui {

FieldNote::FieldNote(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFont(captionFont(font()));
    applyColour();
}

void FieldNote::setField(QWidget *field)
{
    m_field = field;
    showText();
}

void FieldNote::setMeaning(const QString &text)
{
    m_meaning = text;
    showText();
}

void FieldNote::setMistake(const QString &text)
{
    m_mistake = text;
    showText();
    applyColour();
}

void FieldNote::setReservedLines(int lines)
{
    m_reservedLines = lines;
    setMinimumHeight(heightForWidth(0));
}

int FieldNote::heightForWidth(int width) const
{
    const int reserved = m_reservedLines * fontMetrics().lineSpacing();
    return width > 0 ? std::max(reserved, QLabel::heightForWidth(width)) : reserved;
}

void FieldNote::showText()
{
    const QString shown = isMistake() ? m_mistake : m_meaning;
    setText(shown);
    if (m_field)
        m_field->setAccessibleDescription(shown);
}

void FieldNote::applyColour()
{
    const QPalette base = QGuiApplication::palette();
    const Theme theme = Theme::of(base);
    const QColor colour = isMistake() ? theme.error : theme.faint;
    if (palette().color(QPalette::WindowText) == colour)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, colour);
    setPalette(own);
}

void FieldNote::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setReservedLines(m_reservedLines);
    if (event->type() == QEvent::PaletteChange)
        applyColour();
}

} // namespace swb::ui
