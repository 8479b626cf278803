#include "app/inspectordesk.h"

#include "app/benchsession.h"
#include "app/sampledesk.h"
#include "app/workpresenter.h"
#include "kernel/tcpstate.h"
#include "models/logmodel.h"
#include "models/sscommand.h"
#include "models/timetext.h"
#include "pages/banner.h"
#include "pages/inspector.h"
#include "pages/workpage.h"
#include "widgets/logview.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::FactId;
using kernel::Sample;
using kernel::TcpState;
using namespace std::chrono_literals;

namespace {

constexpr auto shownKey = "facts/shown"_L1;
constexpr auto widthKey = "facts/width"_L1;
constexpr int roomForWork = 60 * Space::One; ///< what the centre needs to be of use beside the facts
constexpr auto readable = 250ms; ///< numbers that change faster cannot be read

bool isClosed(const Sample &sample)
{
    return sample.facts.value(FactId::State) == qint64(TcpState::Closed);
}

/// The last one up to `until`; before it the one that it follows, and the last that came from the socket
/// itself: what is left of a connection after its end tells much less.
QList<Sample> lastOf(const QList<bench::ConnectionSample> &samples, std::optional<Timestamp> until)
{
    auto end = samples.cend();
    if (until)
        end = std::upper_bound(samples.cbegin(), samples.cend(), *until,
            [](Timestamp time, const bench::ConnectionSample &s) { return time < s.sample.time; });
    if (end == samples.cbegin() && end != samples.cend())
        ++end; // nothing was told by then: the first that was
    QList<Sample> last;
    for (auto it = end; it != samples.cbegin();) {
        const Sample &sample = (--it)->sample;
        const bool isWhole = sample.facts.wasAsked(FactId::OptionNoDelay);
        if (last.size() < 2 || isWhole)
            last.prepend(sample);
        if (isWhole)
            break;
    }
    return last;
}

} // namespace

InspectorDesk::InspectorDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_inspector(new Inspector(&m_model))
{
    m_inspector->hide();
    m_parts.places->addWidget(m_inspector);
    m_parts.places->installEventFilter(this);
    m_inspector->installEventFilter(this);
    QAction *show = (*m_parts.actions)[Command::ShowFacts];
    connect(show, &QAction::toggled, this, &InspectorDesk::setWanted);
    connect(show, &QAction::triggered, this, [this](bool wanted) {
        if (wanted && !hasRoom())
            m_parts.banner->showNotice(tr("The window is too narrow for the facts: make it wider"));
    });
    connect(m_inspector, &Inspector::closeRequested, show, [show] { show->setChecked(false); });
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &InspectorDesk::showTarget);
    connect(m_parts.session, &BenchSession::framePassed, this, &InspectorDesk::showTarget);
    connect(m_parts.samples, &SampleDesk::sampled, this, &InspectorDesk::refresh);
    connect(m_parts.page->log(), &LogView::currentEventChanged, this, [this] {
        if (m_parts.presenter->target().recording != 0)
            refresh();
    });
    connect(m_parts.places, &QSplitter::splitterMoved, this, [this] {
        if (m_inspector->isVisible())
            m_parts.settings->setValue(widthKey, m_inspector->width());
    });
    show->setChecked(m_parts.settings->value(shownKey).toBool());
}

void InspectorDesk::setWanted(bool wanted)
{
    m_parts.settings->setValue(shownKey, wanted);
    arrange();
}

bool InspectorDesk::hasRoom() const
{
    const int bench = m_parts.places->widget(0)->minimumWidth();
    return m_parts.places->width() >= bench + roomForWork + m_inspector->minimumWidth();
}

/// A window without anything on its bench has nothing to tell about, and all its room is for choosing.
void InspectorDesk::arrange()
{
    const bool isWanted = (*m_parts.actions)[Command::ShowFacts]->isChecked();
    const bool isShown = isWanted && hasRoom() && !m_parts.session->bench()->isBenchEmpty();
    if (isShown == !m_inspector->isHidden())
        return;
    m_inspector->setVisible(isShown);
    if (isShown)
        unfold();
    showTarget();
}

/// Takes its width from the centre, as long as that keeps what it needs, and the rest from the bench.
void InspectorDesk::unfold()
{
    const int wanted = m_parts.settings->value(widthKey, m_inspector->sizeHint().width()).toInt();
    QList<int> sizes = m_parts.places->sizes();
    const int both = sizes[0] + sizes[1] + sizes[2];
    const int facts = std::clamp(wanted, m_inspector->minimumWidth(), both / 3);
    const int bench = std::min(sizes[0], both - facts - roomForWork);
    m_parts.places->setSizes({bench, both - facts - bench, facts});
}

const bench::EndpointStatus *InspectorDesk::listener() const
{
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::EndpointStatus *endpoint = target.kind == BenchModel::RowKind::Endpoint
        ? m_parts.session->bench()->endpoint(target.endpoint)
        : nullptr;
    return endpoint && endpoint->spec.role == bench::Role::TcpServer ? endpoint : nullptr;
}

void InspectorDesk::showTarget()
{
    arrange();
    bench::Watch watch;
    watch.interval = readable;
    const BenchModel::Target &target = m_parts.presenter->target();
    if (m_isSeen && target.recording == 0) {
        if (const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target))
            watch.connections = {connection->id};
        else if (const bench::EndpointStatus *server = listener())
            watch.listeners = {server->id};
    }
    m_parts.samples->want(this, watch);
    refresh();
}

void InspectorDesk::refresh()
{
    if (!m_isSeen)
        return;
    Telling telling;
    if (const bench::ConnectionStatus *connection =
            m_parts.session->connectionOf(m_parts.presenter->target()))
        telling = tellingOf(*connection);
    else if (const bench::EndpointStatus *server = listener())
        telling = tellingOf(*server);
    else
        telling.hint = tr("Select one connection or a listening server on the left");
    m_model.show(telling.samples);
    m_inspector->setSubject(telling.subject, telling.moment);
    m_inspector->setCommand(telling.command);
    m_inspector->setHint(telling.hint);
}

InspectorDesk::Telling InspectorDesk::tellingOf(const bench::ConnectionStatus &connection)
{
    if (m_parts.presenter->target().recording != 0)
        return recordedTelling(connection);
    Telling telling;
    telling.subject = tr("%1 → %2", "from one end of a connection to the other")
                          .arg(connection.local.toString(), connection.peer.toString());
    telling.samples = lastOf(m_parts.samples->samplesOf(m_parts.presenter->target()), {});
    const bool isOver = bench::isOver(connection.state);
    if (telling.samples.isEmpty()) {
        telling.hint =
            isOver ? tr("It was over before anybody looked at its facts") : tr("Asking the kernel…");
        return telling;
    }
    const Sample &last = telling.samples.last();
    if (isOver && isClosed(last)) {
        telling.moment = tr("Last seen at %1").arg(TimeText::timeOfDay(last.time));
        return telling;
    }
    telling.moment = isOver ? tr("Live: closed here, and the kernel still has it") : tr("Live");
    telling.command = ssConnectionCommand(connection.local, connection.peer);
    return telling;
}

InspectorDesk::Telling InspectorDesk::recordedTelling(const bench::ConnectionStatus &connection)
{
    Telling telling;
    telling.subject = tr("%1 → %2", "from one end of a connection to the other")
                          .arg(connection.local.toString(), connection.peer.toString());
    const BenchModel::Target &target = m_parts.presenter->target();
    telling.samples = lastOf(m_parts.samples->samplesOf(target), timeLookedAt());
    if (!telling.samples.isEmpty())
        telling.moment = tr("As recorded at %1").arg(TimeText::timeOfDay(telling.samples.last().time));
    else if (m_parts.samples->isReading(target))
        telling.hint = tr("Reading…");
    else
        telling.hint = tr("Not recorded: nobody looked at the kernel's facts of this connection");
    return telling;
}

InspectorDesk::Telling InspectorDesk::tellingOf(const bench::EndpointStatus &listener) const
{
    Telling telling;
    const bool isListening = listener.state == bench::EndpointState::Listening
        || listener.state == bench::EndpointState::AcceptingPaused;
    const auto &samples = m_parts.samples->samplesOf(listener.id);
    if (samples.isEmpty()) {
        telling.hint = isListening ? tr("Asking the kernel…") : tr("It does not listen now");
        return telling;
    }
    telling.samples = {samples.last().sample};
    telling.subject = listener.local.toString();
    telling.moment =
        isListening ? tr("Live") : tr("Last seen at %1").arg(TimeText::timeOfDay(samples.last().sample.time));
    if (isListening)
        telling.command = ssListenerCommand(listener.local);
    return telling;
}

std::optional<Timestamp> InspectorDesk::timeLookedAt() const
{
    const LogView *log = m_parts.page->log();
    if (!log->model() || !log->model()->recording() || log->currentRow() < 0)
        return std::nullopt;
    const auto event = log->model()->recording()->event(log->model()->seqAt(log->currentRow()));
    return event ? std::optional(event->time) : std::nullopt;
}

bool InspectorDesk::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPanel = watched == m_inspector;
    if (!isPanel && event->type() == QEvent::Resize)
        arrange();
    if (isPanel && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        m_isSeen = event->type() == QEvent::Show; // a minimized window hides it, too
        showTarget();
    }
    if (isPanel && event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        refresh();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
