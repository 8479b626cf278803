#include "app/stepdesk.h"

#include "pages/pagestack.h"
#include "pages/startpage.h"
#include "pages/steppage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QStatusBar>

namespace swb::ui {

StepDesk::StepDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_session(new StepSession(parts.pages)) // which deletes its pages before it
    , m_page(nullptr)
{
    connect(parts.open, &QAction::triggered, this, &StepDesk::open);
    connect(parts.start, &StartPage::stepsRequested, parts.open, &QAction::trigger);
}

void StepDesk::open()
{
    if (!m_page) {
        m_page = new StepPage(m_session);
        m_parts.pages->add(m_page, m_page->tools());
        connect(m_page, &StepPage::copyRequested, this, &StepDesk::copyProgram);
        connect(m_page, &StepPage::startOverRequested, m_session, &StepSession::startOver);
    }
    m_parts.pages->showPage(m_page);
}

void StepDesk::copyProgram()
{
    QGuiApplication::clipboard()->setText(m_session->program());
    m_parts.statusBar->showMessage(
        tr("The program is copied. Start over before you run it, or its ports are taken."), 8000);
}

} // namespace swb::ui
