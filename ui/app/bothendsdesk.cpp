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

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr std::chrono::milliseconds interval{50};
constexpr std::chrono::milliseconds lookingPause{1000};

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
    , m_stopReading(new QToolButton)
    , m_save(new QToolButton)
{
    m_pipelineView->setObjectName(u"pipelineView"_s);
    makeTools();
    m_parts.tcp->page()->placeView(TcpView::Pipeline, m_pipelineView);
    m_parts.tcp->page()->addTool(TcpView::Pipeline, m_stopReading);
    m_parts.tcp->page()->addTool(TcpView::Pipeline, m_save);
    m_pipelineView->installEventFilter(this);
    wire();
    retranslate();
    show();
}

void BothEndsDesk::makeTools()
{
    const auto make = [](QToolButton *tool, const QString &name, QLatin1StringView icon) {
        tool->setObjectName(name);
        tool->setIcon(Icons::named(icon));
        tool->setAutoRaise(true);
    };
    make(m_stopReading, u"pipelineStopReading"_s, "stop-reading"_L1);
    m_stopReading->setCheckable(true);
    connect(m_stopReading, &QToolButton::clicked, this, [this](bool stopped) {
        if (const bench::ConnectionStatus *twin = liveTwin())
            m_parts.session->engine().stopReading(twin->id, stopped);
    });
    make(m_save, u"pipelineExport"_s, "save"_L1);
    connect(m_save, &QToolButton::clicked, this, &BothEndsDesk::chooseFile);
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
    if (!isShown(TcpView::Pipeline)) {
        m_parts.samples->want(this, {});
        return;
    }
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target);
    const ConnectionId id = connection ? connection->id : ConnectionId();
    if (target != m_target || id != m_connection) {
        m_target = target;
        m_connection = id;
        m_twin = {};
        m_looked.invalidate();
        m_pipeline->clear();
        m_pipelineView->setEmptyText(emptyText());
    }
    findTwin();
    want();
    updateTools();
}

/// Two connections appear one after the other, and a server may accept much later than a client connects.
void BothEndsDesk::findTwin()
{
    const bench::ConnectionStatus *connection = selected();
    const bool isTooSoon = m_looked.isValid() && !m_looked.hasExpired(lookingPause.count());
    if (!connection || m_twin.isValid() || isTooSoon)
        return;
    m_looked.start();
    if (const auto recording = m_parts.session->recordingOf(m_target))
        m_twin = lens::twinOf(*recording, connection->id).value_or(ConnectionId());
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
}

void BothEndsDesk::showPipeline()
{
    const bench::ConnectionStatus *connection = selected();
    if (!connection)
        return;
    // Of a recording only one connection is read at a time; both ends stand in its samples.
    const auto twins = liveTwin()
        ? m_parts.samples->samplesOf({BenchModel::RowKind::Connection, liveTwin()->endpoint, m_twin, 0})
        : QList<bench::ConnectionSample>();
    const auto pipeline = lens::lastPipeline(m_parts.samples->samplesOf(m_target), twins);
    m_pipelineView->setEmptyText(pipeline ? QString() : emptyText());
    if (pipeline)
        m_pipeline->setPipeline(*pipeline, bench::isOver(connection->state));
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
    m_save->setEnabled(!m_pipeline->isEmpty());
}

void BothEndsDesk::chooseFile()
{
    const bench::ConnectionStatus *connection = selected();
    if (!connection)
        return;
    const QString name = lens::safeFileName(
        tr("pipeline of %1", "a file name; an address").arg(connection->peer.toString()), u".svg"_s);
    auto *dialog = new QFileDialog(m_parts.window, tr("Save the drawing as"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Drawings (*.svg)"));
    dialog->setObjectName(u"saveDrawingDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"svg"_s);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &BothEndsDesk::writeTo);
    dialog->open();
}

void BothEndsDesk::writeTo(const QString &path)
{
    const QByteArray drawing = m_pipelineView->svg(QFileInfo(path).completeBaseName());
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
    say(m_save, tr("Save as SVG…"), tr("Save what is shown as a drawing (SVG)"));
    m_pipelineView->setAccessibleName(tr("Byte pipeline"));
    m_pipeline->retranslate();
}

bool BothEndsDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
