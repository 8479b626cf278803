#include "pages/pagestack.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

PageStack::PageStack(QWidget *bench, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_heading(new QWidget)
    , m_line(new QHBoxLayout(m_heading))
    , m_back(new QToolButton)
    , m_title(new QLabel)
{
    setObjectName(u"pageStack"_s);
    m_heading->setObjectName(u"pageHeading"_s);
    m_back->setObjectName(u"backToBench"_s);
    m_back->setIcon(Icons::named("back"_L1));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAutoRaise(true);
    m_back->setFocusPolicy(Qt::StrongFocus);
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(titleFont(1.2));
    m_line->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);
    m_line->setSpacing(Space::One);
    m_line->addWidget(m_back);
    m_line->addWidget(m_title);
    m_line->addStretch(1);
    m_pages->addWidget(bench);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_pages, 1);
    connect(m_back, &QAbstractButton::clicked, this, &PageStack::showBench);
    m_heading->hide();
    retranslate();
}

void PageStack::add(QWidget *page, QWidget *tools)
{
    m_pages->addWidget(page);
    connect(page, &QWidget::windowTitleChanged, this, [this, page](const QString &title) {
        if (page == m_pages->currentWidget())
            m_title->setText(title);
    });
    if (!tools)
        return;
    m_line->addWidget(tools);
    tools->hide();
    m_tools.emplaceBack(page, tools);
}

void PageStack::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_title->setText(page->windowTitle());
    for (const auto &[owner, tools] : std::as_const(m_tools))
        tools->setVisible(owner == page);
    m_heading->setVisible(!isBench());
    page->setFocus(Qt::OtherFocusReason);
    emit pageChanged();
}

void PageStack::showBench()
{
    if (!isBench())
        showPage(m_pages->widget(0));
}

bool PageStack::isBench() const
{
    return m_pages->currentIndex() == 0;
}

QWidget *PageStack::page() const
{
    return m_pages->currentWidget();
}

void PageStack::retranslate()
{
    m_back->setText(tr("Bench"));
    m_back->setShortcut(QKeySequence(u"Alt+Left"_s)); // setText() takes it away
    m_back->setAccessibleName(tr("Back to the bench"));
    m_back->setToolTip(
        tr("Back to the bench (%1)").arg(m_back->shortcut().toString(QKeySequence::NativeText)));
}

void PageStack::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        m_title->setFont(titleFont(1.2));
    QWidget::changeEvent(event);
}

} // namespace swb::ui
