#include "app/finder.h"

#include "app/actions.h"
#include "app/workpresenter.h"
#include "models/logmodel.h"
#include "models/searchmodel.h"
#include "pages/findbar.h"
#include "pages/workpage.h"
#include "widgets/bytesview.h"
#include "widgets/logview.h"

#include <QAction>
#include <QApplication>

namespace swb::ui {

Finder::Finder(Actions *actions, WorkPresenter *presenter, WorkPage *page, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_page(page)
    , m_model(new SearchModel(this))
    , m_bar(new FindBar(m_model))
{
    page->placeFindBar(m_bar);
    page->log()->setSearch(m_model);
    page->bytes()->setSearch(m_model);
    connect((*actions)[Command::Find], &QAction::triggered, this, &Finder::open);
    connect((*actions)[Command::FindNext], &QAction::triggered, this, [this] { step(true); });
    connect((*actions)[Command::FindPrevious], &QAction::triggered, this, [this] { step(false); });
    connect(presenter, &WorkPresenter::targetChanged, this, &Finder::followLog);
    connect(m_bar, &FindBar::closed, this, &Finder::closed);
    connect(m_model, &SearchModel::currentChanged, this, &Finder::showMatch);
    connect(page->log(), &LogView::currentEventChanged, this, [this](EventSeq seq, bool has) {
        if (has)
            m_model->setPosition(seq);
    });
    followLog();
}

void Finder::followLog()
{
    const bool hasLog = !m_page->isStart() && !m_page->isDraft();
    for (const Command command : {Command::Find, Command::FindNext, Command::FindPrevious})
        (*m_actions)[command]->setEnabled(hasLog);
    m_model->setLog(m_page->log()->model());
}

void Finder::open()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && !m_bar->isAncestorOf(focus))
        m_before = focus;
    m_bar->open();
}

void Finder::closed()
{
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        m_page->lensView()->setFocus(Qt::OtherFocusReason);
}

void Finder::step(bool forwards)
{
    if (!m_bar->isOpen())
        return open();
    forwards ? m_model->next() : m_model->previous();
}

void Finder::showMatch(const journal::Match &match)
{
    m_page->log()->selectEvent(match.first);
    m_page->bytes()->revealMatch(match);
}

} // namespace swb::ui
