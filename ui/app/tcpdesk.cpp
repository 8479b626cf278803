#include "app/tcpdesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/workpresenter.h"
#include "pages/tcppage.h"
#include "pages/workpage.h"

namespace swb::ui {

TcpDesk::TcpDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_tcp(new TcpPage)
{
    m_parts.page->placeLens(Lens::Tcp, m_tcp);
    QAction *show = (*m_parts.actions)[Command::ShowTcp];
    const auto offer = [this, show](bool offered) {
        m_parts.page->lensBar()->setLensOffered(Lens::Tcp, offered);
        show->setEnabled(offered);
    };
    offer(false);
    connect(m_tcp, &TcpPage::viewPlaced, this, [offer] { offer(true); });
    connect(show, &QAction::triggered, this, [this] {
        m_parts.page->setLens(Lens::Tcp);
        m_tcp->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &TcpDesk::showTarget);
    connect(m_parts.session, &BenchSession::framePassed, this, &TcpDesk::showTarget);
    showTarget();
}

bool TcpDesk::isShown() const
{
    return m_parts.page->lens() == Lens::Tcp;
}

void TcpDesk::showTarget()
{
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::EndpointStatus *endpoint = target.kind == BenchModel::RowKind::Endpoint
        ? m_parts.session->bench()->endpoint(target.endpoint)
        : nullptr;
    if (m_parts.session->connectionOf(target))
        m_tcp->setSubject(TcpSubject::Connection);
    else if (endpoint && endpoint->spec.role == bench::Role::TcpServer)
        m_tcp->setSubject(TcpSubject::Listener);
    else
        m_tcp->setSubject(TcpSubject::Nothing);
}

} // namespace swb::ui
