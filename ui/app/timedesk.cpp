#include "app/timedesk.h"

#include "app/actions.h"
#include "app/workpresenter.h"
#include "models/logmodel.h"
#include "pages/workpage.h"
#include "widgets/logview.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto ModeKey = "log/time"_L1;
/// In the order of TimeMode.
constexpr std::array ModeCommands{Command::TimeOfDay, Command::TimeSinceStart, Command::TimeSinceBefore};
constexpr std::array ModeNames{"of-day"_L1, "since-start"_L1, "since-before"_L1};

} // namespace

TimeDesk::TimeDesk(
    Actions *actions, WorkPresenter *presenter, WorkPage *page, QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_page(page)
    , m_settings(settings)
{
    auto *modes = new QActionGroup(this);
    for (size_t i = 0; i < ModeCommands.size(); ++i) {
        QAction *action = (*actions)[ModeCommands[i]];
        modes->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { setMode(TimeMode(i)); });
    }
    connect(page->log(), &LogView::timeMenuRequested, this, &TimeDesk::showMenu);
    connect(presenter, &WorkPresenter::targetChanged, this, &TimeDesk::apply);
    const QString kept = settings->value(ModeKey).toString();
    const auto known = std::find(ModeNames.begin(), ModeNames.end(), kept);
    m_mode = TimeMode(known == ModeNames.end() ? 0 : known - ModeNames.begin());
    apply();
}

void TimeDesk::setMode(TimeMode mode)
{
    m_mode = mode;
    m_settings->setValue(ModeKey, QString(ModeNames[size_t(mode)]));
    apply();
}

void TimeDesk::apply()
{
    (*m_actions)[ModeCommands[size_t(m_mode)]]->setChecked(true);
    if (LogModel *log = m_page->log()->model())
        log->setTimeMode(m_mode);
}

void TimeDesk::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_page);
    menu->setObjectName(u"timeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Command command : ModeCommands)
        menu->addAction((*m_actions)[command]);
    menu->popup(globalPosition);
}

} // namespace swb::ui
