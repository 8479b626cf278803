#include "app/focusrouter.h"

#include "app/actions.h"
#include "pages/benchtree.h"
#include "pages/bytespane.h"
#include "pages/endpointpage.h"
#include "pages/startpage.h"
#include "pages/subjectbar.h"
#include "pages/workpage.h"
#include "widgets/composer.h"

#include <QApplication>

namespace swb::ui {

FocusRouter::FocusRouter(
    Actions *actions, BenchTree *tree, WorkPage *page, QWidget *facts, QObject *parent)
    : QObject(parent)
    , m_tree(tree)
    , m_page(page)
    , m_facts(facts)
{
    const auto on = [this, actions](Command command, auto &&slot) {
        connect((*actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::FocusBench, [this] { goTo(Place::Bench); });
    on(Command::FocusForm,
        [this] { m_page->isStart() ? m_page->start()->setFocus() : m_page->form()->focusForm(); });
    on(Command::FocusLog, [this] { goTo(Place::Records); });
    on(Command::FocusBytes, [this] { goTo(Place::Bytes); });
    on(Command::FocusComposer, [this] { goTo(Place::Composer); });
    on(Command::FocusEncoding, [this] { m_page->subject()->focusEncoding(); });
    on(Command::NextPlace, [this] { step(1); });
    on(Command::PreviousPlace, [this] { step(-1); });
}

QWidget *FocusRouter::widgetOf(Place place) const
{
    switch (place) {
    case Place::Bench:
        return m_tree;
    case Place::Head:
        if (m_page->isStart())
            return m_page->start();
        return m_page->form()->isVisible() ? static_cast<QWidget *>(m_page->form()) : m_page->subject();
    case Place::Records:
        return m_page->lensView();
    case Place::Bytes:
        return m_page->bytesPane();
    case Place::Composer:
        return m_page->composer();
    case Place::Facts:
        return m_facts;
    }
    return nullptr;
}

void FocusRouter::goTo(Place place)
{
    if (place == Place::Head && m_page->form()->isVisible())
        m_page->form()->focusForm();
    else if (place == Place::Head && !m_page->isStart())
        m_page->subject()->focusEncoding();
    else if (place == Place::Composer)
        m_page->composer()->focusText();
    else
        widgetOf(place)->setFocus(Qt::ShortcutFocusReason);
}

/// The next place that takes the focus; one that is hidden or has nothing to do is passed over.
void FocusRouter::step(int by)
{
    const QWidget *before = QApplication::focusWidget();
    int place = by > 0 ? -1 : placeTotal;
    for (int i = 0; i < placeTotal; ++i) {
        const QWidget *widget = widgetOf(Place(i));
        if (before && (widget == before || widget->isAncestorOf(before)))
            place = i;
    }
    for (int tried = 0; tried < placeTotal; ++tried) {
        place = (place + by + placeTotal) % placeTotal;
        if (!widgetOf(Place(place))->isVisible())
            continue;
        goTo(Place(place));
        if (QApplication::focusWidget() != before)
            return;
    }
}

} // namespace swb::ui
