#include "app/halldesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/sampledesk.h"
#include "app/tcpdesk.h"
#include "app/workpresenter.h"
#include "models/hallmodel.h"
#include "pages/tcppage.h"
#include "pages/workpage.h"
#include "widgets/diagramview.h"
#include "widgets/halldiagram.h"

#include <QEvent>
#include <QToolButton>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;

namespace swb::ui {

using bench::EndpointState;

namespace {

constexpr std::chrono::milliseconds readable{200}; ///< numbers that change faster cannot be read

bool isListening(const bench::EndpointStatus &endpoint)
{
    return endpoint.state == EndpointState::Listening || endpoint.state == EndpointState::AcceptingPaused;
}

QToolButton *toolFor(QAction *action, const QString &name)
{
    auto *tool = new QToolButton;
    tool->setObjectName(name);
    tool->setDefaultAction(action);
    tool->setAutoRaise(true);
    return tool;
}

} // namespace

HallDesk::HallDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_model(new HallModel(this))
    , m_view(new DiagramView(std::make_unique<HallDiagram>(m_model), m_model))
{
    m_view->setObjectName(u"hallView"_s);
    m_view->installEventFilter(this);
    TcpPage *page = m_parts.tcp->page();
    page->placeView(TcpView::Hall, m_view);
    page->addTool(TcpView::Hall, toolFor((*m_parts.actions)[Command::PauseAccepting], u"hallPause"_s));
    page->addTool(TcpView::Hall, toolFor((*m_parts.actions)[Command::AcceptOne], u"hallAcceptOne"_s));
    wire();
    retranslate();
    refresh();
}

void HallDesk::wire()
{
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &HallDesk::refresh);
    connect(m_parts.session, &BenchSession::framePassed, this, &HallDesk::takeFrame);
    connect(m_parts.page->lensBar(), &LensBar::lensChosen, this, &HallDesk::refresh);
    connect(m_parts.tcp->page(), &TcpPage::viewShown, this, &HallDesk::refresh);
    connect((*m_parts.actions)[Command::AcceptOne], &QAction::triggered, this,
        [this] { m_parts.session->engine().acceptOne(m_parts.presenter->target().endpoint); });
}

/// What nobody looks at is not asked for.
void HallDesk::refresh()
{
    const bench::EndpointStatus *endpoint =
        m_parts.session->bench()->endpoint(m_parts.presenter->target().endpoint);
    (*m_parts.actions)[Command::AcceptOne]->setEnabled(
        endpoint && !m_parts.presenter->isDrafting() && endpoint->state == EndpointState::AcceptingPaused);
    const bool isShown = endpoint && m_parts.tcp->isShown() && m_parts.tcp->page()->isShowing(TcpView::Hall);
    const EndpointId wanted = isShown && isListening(*endpoint) ? endpoint->id : EndpointId();
    if (m_listener != wanted) {
        m_listener = wanted;
        m_hall = {};
        m_model->clear();
    }
    bench::Watch watch;
    watch.interval = readable;
    if (wanted.isValid())
        watch.halls.insert(wanted);
    m_parts.samples->want(this, watch);
    sayWhatIsMissing();
}

void HallDesk::takeFrame(const bench::Changes &changes)
{
    refresh();
    for (const bench::HallSample &sample : changes.hallSamples) {
        if (sample.endpoint != m_listener)
            continue;
        m_isAvailable = sample.available;
        if (m_isAvailable) {
            m_hall = lens::hallOf(sample, m_hall);
            m_model->setHall(m_hall, sample.time);
        }
        sayWhatIsMissing();
    }
}

void HallDesk::sayWhatIsMissing()
{
    if (m_model->rowCount() > 0)
        m_view->setEmptyText({});
    else if (!m_listener.isValid())
        m_view->setEmptyText(tr("It does not listen now"));
    else
        m_view->setEmptyText(
            m_isAvailable ? tr("Asking the kernel…") : tr("This system does not show who waits."));
}

void HallDesk::retranslate()
{
    m_view->setAccessibleName(tr("Hall of the listener"));
    m_model->retranslate();
    sayWhatIsMissing();
}

bool HallDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
