#include "pages/banner.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(new QLabel)
    , m_dismiss(new QPushButton)
{
    setObjectName(u"banner"_s);
    m_icon->setObjectName(u"bannerIcon"_s);
    m_text->setObjectName(u"bannerText"_s);
    m_dismiss->setObjectName(u"bannerDismiss"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setText(tr("Dismiss"));
    setAutoFillBackground(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::Two, Space::One, Space::Two, Space::One);
    layout->setSpacing(Space::One);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_dismiss, 0, Qt::AlignTop);
    connect(m_dismiss, &QPushButton::clicked, this, &Banner::clear);
    setVisible(false);
}

void Banner::showAlarm(const QString &text)
{
    show(text, true);
}

void Banner::showNotice(const QString &text)
{
    show(text, false);
}

void Banner::clearNotice()
{
    if (!m_alarm)
        clear();
}

void Banner::clear()
{
    m_text->clear();
    setVisible(false);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::show(const QString &text, bool alarm)
{
    m_alarm = alarm;
    m_text->setText(text);
    setAccessibleName(text);
    m_dismiss->setVisible(!alarm);
    applyColours();
    setVisible(true);
}

void Banner::applyColours()
{
    const QPalette base = QGuiApplication::palette();
    const Theme theme = Theme::of(base);
    const QColor window = m_alarm ? theme.error : base.color(QPalette::ToolTipBase);
    const QColor text = m_alarm ? base.color(QPalette::Base) : base.color(QPalette::ToolTipText);
    if (palette().color(QPalette::Window) != window || palette().color(QPalette::WindowText) != text) {
        QPalette own; // these two roles and no more: the others go on following the theme
        own.setColor(QPalette::Window, window);
        own.setColor(QPalette::WindowText, text);
        setPalette(own);
    }
    m_icon->setPixmap(
        Icons::named(m_alarm ? "warning"_L1 : "info"_L1, text).pixmap(QSize(20, 20), devicePixelRatio()));
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_dismiss->setText(tr("Dismiss"));
    if (event->type() == QEvent::PaletteChange && !isHidden())
        applyColours();
    QFrame::changeEvent(event);
}

} // namespace swb::ui
