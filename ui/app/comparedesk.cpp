#include "app/comparedesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/workpresenter.h"
#include "models/searchmodel.h"
#include "pages/comparepage.h"
#include "pages/subjectbar.h"
#include "pages/workpage.h"
#include "widgets/streamview.h"

#include <QScrollBar>

#include <algorithm>

namespace swb::ui {

namespace {

/// A bench may gain a thousand connections a second; a list that one reads need not.
constexpr std::chrono::milliseconds ListPause{1000};

} // namespace

CompareDesk::CompareDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_compare(new ComparePage)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(ListPause);
    for (int side = 0; side < ComparePage::SideCount; ++side)
        m_compare->view(side)->setSearch(m_parts.search);
    m_parts.page->placeLens(Lens::SideBySide, m_compare);
    wire();
}

void CompareDesk::wire()
{
    const BenchModel *bench = m_parts.session->bench();
    const auto stale = [this] { m_isStale = true; };
    connect(bench, &QAbstractItemModel::rowsInserted, this, stale);
    connect(bench, &QAbstractItemModel::rowsRemoved, this, stale);
    connect(bench, &QAbstractItemModel::modelReset, this, stale);
    connect(m_parts.session, &BenchSession::framePassed, this, &CompareDesk::takeFrame);
    connect(m_parts.page->lensBar(), &LensBar::lensChosen, this, &CompareDesk::showLens);
    connect((*m_parts.actions)[Command::CompareConnections], &QAction::triggered, this, [this] {
        m_parts.page->setLens(Lens::SideBySide);
        m_compare->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_compare, &ComparePage::connectionChosen, this, [this](int side, int index) {
        if (index >= 0 && index < m_choices.size())
            choose(side, m_choices[index].target);
    });
    connect(m_compare, &ComparePage::eventActivated, this, [this](int side, EventSeq seq) {
        m_parts.presenter->lookAt(m_chosen[static_cast<size_t>(side)], seq);
    });
    connect(m_parts.search, &SearchModel::currentChanged, this, &CompareDesk::showMatch);
    connect(m_parts.page->subject(), &SubjectBar::encodingChosen, this, &CompareDesk::takeFrame);
}

void CompareDesk::setMode(StreamMode mode)
{
    m_compare->setMode(mode);
}

bool CompareDesk::isShown() const
{
    return m_parts.page->lens() == Lens::SideBySide;
}

/// With what is selected, unless it is on one of the sides already.
void CompareDesk::showLens()
{
    if (!isShown())
        return;
    listConnections();
    BenchModel::Target selected = m_parts.presenter->target();
    if (const bench::ConnectionStatus *only = m_parts.session->connectionOf(selected)) {
        selected.kind = BenchModel::RowKind::Connection; // a client stands for its connection
        selected.connection = only->id;
    }
    const bool isListed = indexOf(selected) >= 0;
    if (isListed && selected != m_chosen[0] && selected != m_chosen[1]) {
        choose(0, selected);
        choose(1, otherEnd(selected));
    } else if (indexOf(m_chosen[0]) < 0 && !m_choices.isEmpty()) {
        const BenchModel::Target first = m_choices.constFirst().target;
        choose(0, first);
        choose(1, otherEnd(first));
    }
}

void CompareDesk::takeFrame()
{
    if (!isShown())
        return;
    if (m_isStale && !m_pause.isActive() && !m_compare->isChoosing())
        listConnections();
    for (size_t side = 0; side < m_chosen.size(); ++side) {
        if (indexOf(m_chosen[side]) >= 0)
            m_compare->view(static_cast<int>(side))->setEncoding(m_parts.session->encodingOf(m_chosen[side]));
    }
    m_compare->refresh();
}

/// On the side that has it, else on the left; the other follows by time.
void CompareDesk::showMatch(const journal::Match &match)
{
    if (m_compare->view(0)->showMatch(match) || m_compare->view(1)->showMatch(match) || !isShown())
        return;
    if (m_isStale)
        listConnections();
    const quint32 recording = m_parts.presenter->target().recording;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.target.connection != match.connection || choice.target.recording != recording)
            continue;
        choose(0, BenchModel::Target(choice.target));
        m_compare->view(0)->showMatch(match);
        return;
    }
}

void CompareDesk::listConnections()
{
    m_isStale = false;
    m_pause.start();
    m_choices.clear();
    const BenchModel *bench = m_parts.session->bench();
    for (int row = 0; row < bench->rowCount(); ++row) {
        const QModelIndex group = bench->index(row, 0);
        for (int child = 0; child < bench->rowCount(group); ++child) {
            const QModelIndex index = bench->index(child, 0, group);
            const bench::ConnectionStatus *connection = bench->connectionAt(index);
            // What tells them apart comes first: the line may be cut short.
            const QString name = QStringLiteral("#%1 · %2 · %3")
                                     .arg(QString::number(connection->id.value), connection->peer.toString(),
                                         group.data().toString());
            m_choices.append({bench->targetAt(index), name, connection->local, connection->peer});
        }
    }
    showChoices();
}

void CompareDesk::showChoices()
{
    QStringList names;
    names.reserve(m_choices.size());
    for (const Choice &choice : std::as_const(m_choices))
        names.append(choice.name);
    m_compare->setChoices(names, {indexOf(m_chosen[0]), indexOf(m_chosen[1])});
    for (int side = 0; side < ComparePage::SideCount; ++side) {
        BenchModel::Target &chosen = m_chosen[static_cast<size_t>(side)];
        if (chosen.kind == BenchModel::RowKind::Connection && indexOf(chosen) < 0)
            choose(side, {});
    }
}

void CompareDesk::choose(int side, const BenchModel::Target &target)
{
    m_chosen[static_cast<size_t>(side)] = target;
    const int index = indexOf(target);
    m_compare->setChoice(side, index);
    StreamView *view = m_compare->view(side);
    if (index < 0) {
        view->setSource(nullptr, {}, {});
        return;
    }
    view->setSource(
        m_parts.session->recordingOf(target), target.connection, m_parts.session->encodingOf(target));
    if (target.recording != 0)
        view->verticalScrollBar()->setValue(0); // what was recorded is read from its start
}

int CompareDesk::indexOf(const BenchModel::Target &target) const
{
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(),
        [&target](const Choice &choice) { return choice.target == target; });
    return found == m_choices.cend() ? -1 : static_cast<int>(found - m_choices.cbegin());
}

BenchModel::Target CompareDesk::otherEnd(const BenchModel::Target &target) const
{
    const int index = indexOf(target);
    if (index < 0)
        return {};
    const Choice &own = m_choices[index];
    for (const Choice &choice : m_choices) {
        if (choice.local == own.peer && choice.peer == own.local
            && choice.target.recording == own.target.recording && choice.target != target)
            return choice.target;
    }
    // No other end: the neighbour is as good a beginning as any.
    if (m_choices.size() < 2)
        return target;
    return m_choices[index + 1 < m_choices.size() ? index + 1 : index - 1].target;
}

} // namespace swb::ui
