#include "app/bothendsdesk.h"

#include "app/benchsession.h"
#include "app/onthread.h"
#include "app/sampledesk.h"
#include "app/tcpdesk.h"
#include "app/workpresenter.h"
#include "base/safefile.h"
#include "bench/sentences.h"
#include "lens/exportname.h"
#include "lens/ladderrows.h"
#include "models/pipelinemodel.h"
#include "pages/banner.h"
#include "pages/workpage.h"
#include "widgets/diagramview.h"
#include "widgets/icons.h"
#include "widgets/pipelinediagram.h"
#include "widgets/statesdiagram.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardPaths>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr std::chrono::milliseconds interval{50};
constexpr std::chrono::milliseconds lookingPause{1000};
constexpr int momentWidth = 96;

Outcome writeFile(const QString &path, const QByteArray &bytes)
{
    Result<SafeFile> file = SafeFile::create(path);
    if (!file)
        return file.failure();
    const Outcome wrote = file->write(bytes);
    return wrote ? file->finish() : wrote;
}

} // namespace

BothEndsDesk::BothEndsDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_pipeline(new PipelineModel(this))
    , m_pipelineView(new DiagramView(std::make_unique<PipelineDiagram>(m_pipeline), m_pipeline))
    , m_states(new StatesModel(this))
    , m_statesView(new DiagramView(std::make_unique<StatesDiagram>(m_states), m_states))
    , m_moment(new QSlider(Qt::Horizontal))
    , m_stopReading(new QToolButton)
{
    m_pipelineView->setObjectName(u"pipelineView"_s);
    m_statesView->setObjectName(u"statesView"_s);
    m_parts.tcp->page()->placeView(TcpView::Pipeline, m_pipelineView);
    m_parts.tcp->page()->placeView(TcpView::States, m_statesView);
    makeTools();
    m_pipelineView->installEventFilter(this);
    wire();
    retranslate();
    show();
}

void BothEndsDesk::makeTools()
{
    m_moment->setObjectName(u"pipelineMoment"_s);
    m_moment->setFixedWidth(momentWidth);
    connect(m_moment, &QSlider::valueChanged, this, &BothEndsDesk::chooseMoment);
    m_parts.tcp->page()->addTool(TcpView::Pipeline, m_moment);
    m_stopReading->setObjectName(u"pipelineStopReading"_s);
    m_stopReading->setIcon(Icons::named("stop-reading"_L1));
    m_stopReading->setAutoRaise(true);
    m_stopReading->setCheckable(true);
    connect(m_stopReading, &QToolButton::clicked, this, [this](bool stopped) {
        if (const bench::ConnectionStatus *twin = liveTwin())
            m_parts.session->engine().stopReading(twin->id, stopped);
    });
    m_parts.tcp->page()->addTool(TcpView::Pipeline, m_stopReading);
    m_savePipeline = makeSave(TcpView::Pipeline, u"pipelineExport"_s);
    m_saveStates = makeSave(TcpView::States, u"statesExport"_s);
}

QToolButton *BothEndsDesk::makeSave(TcpView view, const QString &name)
{
    auto *tool = new QToolButton;
    tool->setObjectName(name);
    tool->setIcon(Icons::named("save"_L1));
    tool->setAutoRaise(true);
    connect(tool, &QToolButton::clicked, this, [this, view] { chooseFile(view); });
    m_parts.tcp->page()->addTool(view, tool);
    return tool;
}

void BothEndsDesk::wire()
{
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &BothEndsDesk::show);
    connect(m_parts.session, &BenchSession::framePassed, this, &BothEndsDesk::takeFrame);
    connect(m_parts.page->lensBar(), &LensBar::lensChosen, this, &BothEndsDesk::show);
    connect(m_parts.tcp->page(), &TcpPage::viewShown, this, &BothEndsDesk::show);
    connect(m_parts.samples, &SampleDesk::sampled, this, &BothEndsDesk::showSamples);
}

bool BothEndsDesk::isShown(TcpView view) const
{
    return m_parts.tcp->isShown() && m_parts.tcp->page()->isShowing(view);
}

const bench::ConnectionStatus *BothEndsDesk::selected() const
{
    return m_parts.session->connectionOf(m_target);
}

const bench::ConnectionStatus *BothEndsDesk::liveTwin() const
{
    return m_target.recording == 0 && m_twin.isValid() ? m_parts.session->bench()->connection(m_twin)
                                                       : nullptr;
}

void BothEndsDesk::show()
{
    takeFrame();
    showSamples();
}

/// What nobody looks at is not asked for.
void BothEndsDesk::takeFrame()
{
    if (!isShown(TcpView::Pipeline) && !isShown(TcpView::States)) {
        m_parts.samples->want(this, {});
        return;
    }
    follow();
    findTwin();
    for (const auto &life : {m_ourLife.get(), m_theirLife.get()}) {
        if (life)
            life->readOn();
    }
    want();
}

/// Begins anew with another connection.
void BothEndsDesk::follow()
{
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target);
    const ConnectionId id = connection ? connection->id : ConnectionId();
    if (target == m_target && id == m_connection)
        return;
    m_target = target;
    m_connection = id;
    m_twin = {};
    m_until.reset();
    m_looked.invalidate();
    m_ourLife.reset();
    m_theirLife.reset();
    m_pipeline->clear();
    m_states->clear();
    m_pipelineView->setEmptyText(emptyText());
    m_statesView->setEmptyText(emptyText());
}

/// Two connections appear one after the other, and a server may accept much later than a client connects. In
/// the recording they appear a moment after they are on the bench.
void BothEndsDesk::findTwin()
{
    const auto recording = m_connection.isValid() ? m_parts.session->recordingOf(m_target) : nullptr;
    if (!recording || m_twin.isValid())
        return;
    if (!m_ourLife && recording->connection(m_connection).id.isValid())
        m_ourLife = std::make_unique<lens::Lifecycle>(recording, m_connection);
    if (!m_ourLife || (m_looked.isValid() && !m_looked.hasExpired(lookingPause.count())))
        return;
    m_looked.start();
    m_twin = lens::twinOf(*recording, m_connection).value_or(ConnectionId());
    if (m_twin.isValid())
        m_theirLife = std::make_unique<lens::Lifecycle>(recording, m_twin);
}

void BothEndsDesk::want()
{
    bench::Watch watch;
    watch.interval = interval;
    const bench::ConnectionStatus *connection = m_target.recording == 0 ? selected() : nullptr;
    if (connection) {
        watch.connections.insert(connection->id);
        watch.otherEnds.insert(connection->id);
    }
    if (const bench::ConnectionStatus *twin = liveTwin())
        watch.connections.insert(twin->id);
    m_parts.samples->want(this, watch);
}

void BothEndsDesk::showSamples()
{
    if (isShown(TcpView::Pipeline))
        showPipeline();
    if (isShown(TcpView::States))
        showStates();
    updateTools();
}

/// Of a recording only one connection is read at a time; both ends stand in its samples.
QList<bench::ConnectionSample> BothEndsDesk::twinSamples() const
{
    const bench::ConnectionStatus *twin = liveTwin();
    return twin ? m_parts.samples->samplesOf({BenchModel::RowKind::Connection, twin->endpoint, m_twin, 0})
                : QList<bench::ConnectionSample>();
}

void BothEndsDesk::showPipeline()
{
    const bench::ConnectionStatus *connection = selected();
    if (!connection)
        return;
    using Moment = PipelineModel::Moment;
    const auto &samples = m_parts.samples->samplesOf(m_target);
    const auto pipeline = lens::lastPipeline(samples, twinSamples(), m_until.value_or(Timestamp::max()));
    m_pipelineView->setEmptyText(pipeline ? QString() : emptyText());
    showMoments();
    if (!pipeline)
        return;
    if (m_until)
        m_pipeline->setPipeline(*pipeline, Moment::Earlier, *m_until - samples.first().sample.time);
    else
        m_pipeline->setPipeline(*pipeline, bench::isOver(connection->state) ? Moment::Last : Moment::Now);
}

/// The moments become more while it lives; the one that was chosen stays.
void BothEndsDesk::showMoments()
{
    const auto &samples = m_parts.samples->samplesOf(m_target);
    const auto place = std::lower_bound(samples.begin(), samples.end(), m_until.value_or(Timestamp::max()),
        [](const auto &taken, Timestamp until) { return taken.sample.time < until; });
    const int last = qMax(0, int(samples.size()) - 1);
    const QSignalBlocker quiet(m_moment);
    m_moment->setRange(0, last);
    m_moment->setPageStep(qMax(1, last / 10));
    m_moment->setValue(m_until ? int(place - samples.begin()) : last);
    m_moment->setEnabled(last > 0);
}

void BothEndsDesk::chooseMoment(int place)
{
    const auto &samples = m_parts.samples->samplesOf(m_target);
    if (place < int(samples.size()) - 1)
        m_until = samples[place].sample.time;
    else
        m_until.reset();
    showSamples();
}

void BothEndsDesk::showStates()
{
    const bench::ConnectionStatus *connection = selected();
    if (!connection || !m_ourLife)
        return;
    if (m_ourLife->facts().datagrams)
        return m_statesView->setEmptyText(tr("UDP has no connections, and so no states."));
    const auto &samples = m_parts.samples->samplesOf(m_target);
    const StatesModel::End ours{connection->local.toString(),
        lens::statePathOf(m_ourLife->events(), lens::ownStates(samples), m_ourLife->facts().outgoing)};
    const bool isNothing = ours.path.visits.empty();
    m_statesView->setEmptyText(isNothing ? emptyText() : QString());
    if (!isNothing)
        m_states->setEnds(
            ours, theirEnd(*connection), samples.isEmpty() ? Timestamp() : samples.last().sample.time);
}

StatesModel::End BothEndsDesk::theirEnd(const bench::ConnectionStatus &connection) const
{
    std::vector<lens::StateSample> samples = lens::otherStates(m_parts.samples->samplesOf(m_target));
    for (const lens::StateSample &own : lens::ownStates(twinSamples()))
        samples.push_back(own);
    std::stable_sort(
        samples.begin(), samples.end(), [](const auto &a, const auto &b) { return a.time < b.time; });
    std::vector<Event> events;
    if (m_theirLife) {
        events = m_theirLife->events();
    } else if (!samples.empty()) { // a RST ends both
        std::copy_if(m_ourLife->events().begin(), m_ourLife->events().end(), std::back_inserter(events),
            [](const Event &event) {
                return event.kind == EventKind::ResetByPeer || event.kind == EventKind::ResetByUs;
            });
    }
    return {connection.peer.toString(), lens::statePathOf(events, samples, !m_ourLife->facts().outgoing)};
}

QString BothEndsDesk::emptyText() const
{
    if (m_target.recording != 0) {
        return m_parts.samples->isReading(m_target)
            ? tr("Reading what the kernel said…")
            : tr("The kernel was not asked about this connection while it was recorded. It is asked while "
                 "somebody looks: at the facts, or here.");
    }
    const bench::ConnectionStatus *connection = selected();
    return connection && bench::isOver(connection->state)
        ? tr("This connection was over before it was looked at: the kernel has nothing more of it.")
        : tr("Asking the kernel…");
}

void BothEndsDesk::updateTools()
{
    const bench::ConnectionStatus *twin = liveTwin();
    m_stopReading->setEnabled(twin && !bench::isOver(twin->state));
    m_stopReading->setChecked(twin && twin->readingStopped);
    m_savePipeline->setEnabled(!m_pipeline->isEmpty());
    m_saveStates->setEnabled(m_states->rowCount() > 0);
}

void BothEndsDesk::chooseFile(TcpView view)
{
    const bench::ConnectionStatus *connection = selected();
    if (!connection)
        return;
    const QString address = connection->peer.toString();
    const QString name = view == TcpView::Pipeline
        ? tr("pipeline of %1", "a file name; an address").arg(address)
        : tr("states of %1", "a file name; an address").arg(address);
    auto *dialog = new QFileDialog(m_parts.window, tr("Save the drawing as"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Drawings (*.svg)"));
    dialog->setObjectName(u"saveDrawingDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"svg"_s);
    dialog->selectFile(lens::safeFileName(name, u".svg"_s));
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, view](const QString &path) { writeTo(path, view); });
    dialog->open();
}

void BothEndsDesk::writeTo(const QString &path, TcpView view)
{
    DiagramView *shown = view == TcpView::Pipeline ? m_pipelineView : m_statesView;
    const QByteArray drawing = shown->svg(QFileInfo(path).completeBaseName());
    const auto writing = onThread<Outcome>([path, drawing] { return writeFile(path, drawing); });
    whenDone(writing, this, [this, path](const Outcome &outcome) {
        m_parts.banner->showNotice(outcome
                ? tr("Saved the drawing as “%1”").arg(path)
                : tr("Not saved: %1").arg(bench::Sentences::failure(outcome.failure())));
    });
}

void BothEndsDesk::retranslate()
{
    const auto say = [](QToolButton *tool, const QString &name, const QString &toolTip) {
        tool->setAccessibleName(name);
        tool->setToolTip(toolTip);
    };
    say(m_stopReading, tr("Stop reading at the other end"),
        tr("Let the other end stop reading: its window closes, and the bytes pile up here (F7 for this "
           "end)"));
    for (QToolButton *save : {m_savePipeline, m_saveStates})
        say(save, tr("Save as SVG…"), tr("Save what is shown as a drawing (SVG)"));
    m_moment->setAccessibleName(tr("Moment"));
    m_moment->setToolTip(tr("An earlier moment, as it was seen; at its right end, now"));
    m_pipelineView->setAccessibleName(tr("Byte pipeline"));
    m_statesView->setAccessibleName(tr("States of both ends"));
    m_pipeline->retranslate();
    m_states->retranslate();
}

bool BothEndsDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
