#include "app/projectordesk.h"

#include "app/actions.h"
#include "app/tcpdesk.h"
#include "pages/projector.h"
#include "pages/tcppage.h"
#include "pages/workpage.h"

#include <QAction>

namespace swb::ui {

ProjectorDesk::ProjectorDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_action((*parts.actions)[Command::Project])
    , m_projector(new Projector(parts.window))
{
    for (const Command command : {Command::Project, Command::StopReading, Command::FinishSending,
             Command::Close, Command::Reset, Command::PauseAccepting})
        m_projector->addAction((*m_parts.actions)[command]);
    connect(m_action, &QAction::triggered, this, [this](bool project) {
        if (!project)
            return m_projector->giveBack();
        m_parts.page->setLens(Lens::Tcp);
        m_projector->project(m_parts.tcp->page());
    });
    connect(m_projector, &Projector::projectingChanged, m_action, &QAction::setChecked);
}

} // namespace swb::ui
