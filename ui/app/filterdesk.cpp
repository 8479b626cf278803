#include "app/filterdesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/workpresenter.h"
#include "models/logmodel.h"
#include "pages/filterbar.h"
#include "pages/subjectbar.h"
#include "pages/workpage.h"
#include "widgets/logview.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

FilterDesk::FilterDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_bar(new FilterBar)
{
    parts.page->placeFilterBar(m_bar);
    auto *funnel = new QToolButton;
    funnel->setObjectName(u"filterButton"_s);
    funnel->setDefaultAction((*parts.actions)[Command::ToggleFilter]);
    funnel->setAutoRaise(true);
    parts.page->lensBar()->addTool(funnel);
    wire();
    showTarget();
}

void FilterDesk::wire()
{
    connect((*m_parts.actions)[Command::ToggleFilter], &QAction::triggered, this, &FilterDesk::toggle);
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &FilterDesk::showTarget);
    connect(m_bar, &FilterBar::inputChanged, this, [this] {
        kept().input = m_bar->input();
        apply();
    });
    connect(m_bar, &FilterBar::closed, this, &FilterDesk::close);
    connect(
        m_bar, &FilterBar::left, this, [this] { m_parts.page->log()->setFocus(Qt::ShortcutFocusReason); });
    connect(m_parts.session, &BenchSession::framePassed, this, &FilterDesk::showStanding);
    connect(m_parts.page->subject(), &SubjectBar::encodingChosen, this, [this] {
        if (kept().open && !kept().input.query.isEmpty())
            apply(); // the same text is other bytes now
    });
}

FilterDesk::Kept &FilterDesk::kept()
{
    const BenchModel::Target &target = m_parts.presenter->target();
    return m_kept
        [u"%1 %2 %3"_s.arg(target.endpoint.value).arg(target.connection.value).arg(target.recording)];
}

/// Open: to its field. There already: away, and with it what it hides.
void FilterDesk::toggle()
{
    if (kept().open) {
        close();
        return;
    }
    kept().open = true;
    showTarget();
    if (m_bar->isVisible())
        m_bar->focusPattern();
}

void FilterDesk::close()
{
    const bool hadFocus = m_bar->isAncestorOf(m_bar->window()->focusWidget());
    kept().open = false;
    showTarget();
    if (hadFocus)
        m_parts.page->log()->setFocus(Qt::ShortcutFocusReason);
}

void FilterDesk::showTarget()
{
    LogModel *log = m_parts.page->log()->model();
    if (m_log != log) {
        if (m_log)
            m_log->disconnect(this);
        m_log = log;
        if (log)
            connect(log, &LogModel::siftingChanged, this, &FilterDesk::showStanding);
    }
    const Kept &now = kept();
    (*m_parts.actions)[Command::ToggleFilter]->setChecked(now.open);
    m_bar->setConnectionsOffered(!m_parts.presenter->target().connection.isValid());
    m_bar->setInput(now.input);
    m_bar->setVisible(now.open);
    if (m_parts.presenter->isDrafting())
        return;
    apply();
}

void FilterDesk::apply()
{
    if (!m_log || !m_log->recording())
        return;
    const Kept &now = kept();
    const auto made = now.open ? now.input.criteriaFor(*m_log) : journal::Criteria();
    if (const auto *fault = std::get_if<FilterFault>(&made)) {
        m_bar->showFault(*fault); // what was filtered before, stays
        return;
    }
    m_bar->showFault({});
    m_log->setCriteria(std::get<journal::Criteria>(made));
    showStanding();
}

void FilterDesk::showStanding()
{
    if (m_log && m_bar->isVisibleTo(m_parts.page))
        m_bar->showStanding(m_log->rowCount(), m_log->rowsBeforeFilter(), m_log->sifting());
}

} // namespace swb::ui
