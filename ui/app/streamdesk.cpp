#include "app/streamdesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/comparedesk.h"
#include "app/workpresenter.h"
#include "models/logmodel.h"
#include "models/searchmodel.h"
#include "pages/subjectbar.h"
#include "pages/workpage.h"
#include "widgets/logview.h"
#include "widgets/segmentedswitch.h"
#include "widgets/streamview.h"

#include <QEvent>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto modeKey = "stream/mode"_L1;

} // namespace

StreamDesk::StreamDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_view(new StreamView)
    , m_mode(new SegmentedSwitch)
    , m_compare(
          new CompareDesk({parts.page, parts.actions, parts.session, parts.presenter, parts.search}, this))
{
    m_mode->setObjectName(u"streamMode"_s);
    for (const QString &name : {u"streamAsText"_s, u"streamAsHex"_s, u"streamAsBoth"_s})
        m_mode->addSegment(name);
    m_view->setSearch(m_parts.search);
    m_parts.page->placeLens(Lens::Stream, m_view);
    m_parts.page->lensBar()->addTool(m_mode);
    m_mode->installEventFilter(this);
    wire();
    restoreMode();
    retranslate();
    showTarget();
    showLens();
}

void StreamDesk::wire()
{
    const auto on = [this](Command command, Lens lens) {
        connect((*m_parts.actions)[command], &QAction::triggered, this, [this, lens] {
            m_parts.page->setLens(lens);
            m_parts.page->lensView()->setFocus(Qt::ShortcutFocusReason);
        });
    };
    on(Command::ShowLog, Lens::Log);
    on(Command::ShowStream, Lens::Stream);
    connect(m_parts.page->lensBar(), &LensBar::lensChosen, this, &StreamDesk::showLens);
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &StreamDesk::showTarget);
    connect(m_parts.session, &BenchSession::framePassed, this, &StreamDesk::takeFrame);
    connect(m_parts.page->subject(), &SubjectBar::encodingChosen, m_view, &StreamView::setEncoding);
    connect(m_view, &StreamView::eventActivated, this,
        [this](EventSeq seq) { m_parts.presenter->lookAt(m_parts.presenter->target(), seq); });
    connect(m_parts.search, &SearchModel::currentChanged, this, &StreamDesk::showMatch);
    connect(m_mode, &SegmentedSwitch::chosen, this, [this](int mode) {
        m_view->setMode(StreamMode(mode));
        m_compare->setMode(StreamMode(mode));
        m_parts.settings->setValue(modeKey, mode);
    });
}

void StreamDesk::restoreMode()
{
    bool isNumber = false;
    const int mode = m_parts.settings->value(modeKey).toInt(&isNumber);
    if (isNumber)
        m_mode->setCurrent(std::clamp(mode, int(StreamMode::Text), int(StreamMode::Both)));
}

void StreamDesk::takeFrame()
{
    showTarget(); // a client that dials again has another connection
    m_view->refresh();
}

void StreamDesk::showTarget()
{
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target);
    const auto recording = connection ? m_parts.session->recordingOf(target) : nullptr;
    const ConnectionId id = recording ? connection->id : ConnectionId();
    if (recording == m_shown && id == m_connection)
        return;
    m_shown = recording;
    m_connection = id;
    m_view->setSource(recording, id, m_parts.session->encodingOf(target));
    if (target.recording != 0)
        m_view->verticalScrollBar()->setValue(0); // what was recorded is read from its start
}

void StreamDesk::showLens()
{
    const bool isStream = m_parts.page->lens() == Lens::Stream;
    m_mode->setVisible(isStream || m_parts.page->lens() == Lens::SideBySide);
    const LogView *log = m_parts.page->log();
    if (!isStream || log->isFollowing() || log->currentRow() < 0 || log->model()->recording() != m_shown)
        return;
    // What was looked at in the log is what one looks for in the stream.
    const EventSeq seq = log->model()->seqAt(log->currentRow());
    const std::optional<journal::Match> &match = m_parts.search->current();
    if (!match || match->first != seq || !m_view->showMatch(*match))
        m_view->showEventOf(seq);
}

/// One of another connection, which the log has, too, is shown there.
void StreamDesk::showMatch(const journal::Match &match)
{
    if (m_view->showMatch(match) || m_parts.page->lens() != Lens::Stream)
        return;
    const bool hadFocus = m_view->hasFocus();
    m_parts.page->setLens(Lens::Log);
    if (hadFocus)
        m_parts.page->lensView()->setFocus(Qt::OtherFocusReason);
}

void StreamDesk::retranslate()
{
    m_mode->setAccessibleName(tr("Bytes of the stream"));
    m_mode->setSegment(0, tr("Text"), tr("The bytes as text"), tr("Show the stream as text"));
    m_mode->setSegment(1, tr("Hex"), tr("The bytes as hex digits"), tr("Show the stream as hex"));
    m_mode->setSegment(
        2, tr("Both"), tr("Hex digits, and the text beside them"), tr("Show the stream as hex and text"));
    m_view->setEmptyText(tr("Select one connection on the left to see its conversation"));
}

bool StreamDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
