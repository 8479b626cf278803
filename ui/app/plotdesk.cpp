#include "app/plotdesk.h"

#include "app/benchsession.h"
#include "app/onthread.h"
#include "app/sampledesk.h"
#include "app/tcpdesk.h"
#include "app/workpresenter.h"
#include "base/safefile.h"
#include "bench/sentences.h"
#include "lens/exportname.h"
#include "pages/banner.h"
#include "pages/plotspage.h"
#include "pages/tcppage.h"
#include "pages/workpage.h"
#include "widgets/icons.h"
#include "widgets/plotview.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;

namespace {

constexpr QSize paper(1000, 700); ///< of what is saved
constexpr qreal printScale = 2;

Outcome writeFile(const QString &path, const QByteArray &bytes)
{
    Result<SafeFile> file = SafeFile::create(path);
    if (!file)
        return file.failure();
    const Outcome wrote = file->write(bytes);
    return wrote ? file->finish() : wrote;
}

} // namespace

PlotDesk::PlotDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_plots(new PlotsPage(&m_model))
{
    makeTools();
    m_parts.tcp->page()->placeView(TcpView::Plots, m_plots);
    for (QToolButton *tool : m_tools)
        m_parts.tcp->page()->addTool(TcpView::Plots, tool);
    m_plots->installEventFilter(this);
    wire();
    retranslate();
    updateTools();
}

void PlotDesk::makeTools()
{
    const auto make = [this](Tool which, const QString &name, QLatin1StringView icon) {
        auto *tool = new QToolButton;
        tool->setObjectName(name);
        tool->setIcon(Icons::named(icon));
        tool->setAutoRaise(true);
        m_tools[which] = tool;
        return tool;
    };
    PlotView *view = m_plots->view();
    QToolButton *table = make(Table, u"plotTableTool"_s, "all"_L1);
    table->setCheckable(true);
    connect(table, &QToolButton::toggled, m_plots, &PlotsPage::showTable);
    connect(make(ZoomOut, u"plotZoomOut"_s, "zoom-out"_L1), &QToolButton::clicked, view, &PlotView::zoomOut);
    connect(make(ZoomIn, u"plotZoomIn"_s, "zoom-in"_L1), &QToolButton::clicked, view, &PlotView::zoomIn);
    QToolButton *follow = make(Follow, u"plotFollow"_s, "follow"_L1);
    follow->setCheckable(true);
    connect(follow, &QToolButton::clicked, view, &PlotView::setFollowing);
    connect(make(Export, u"plotExport"_s, "save"_L1), &QToolButton::clicked, this, &PlotDesk::chooseFile);
}

void PlotDesk::wire()
{
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &PlotDesk::showTarget);
    connect(m_parts.session, &BenchSession::framePassed, this, &PlotDesk::showTarget);
    connect(m_parts.page->lensBar(), &LensBar::lensChosen, this, &PlotDesk::showTarget);
    connect(m_parts.tcp->page(), &TcpPage::viewShown, this, &PlotDesk::showTarget);
    connect(m_parts.samples, &SampleDesk::sampled, this, &PlotDesk::showSamples);
    connect(m_plots->view(), &PlotView::rangeChanged, this, &PlotDesk::updateTools);
    connect(m_plots->view(), &PlotView::followingChanged, this, &PlotDesk::updateTools);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PlotDesk::updateTools);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &PlotDesk::updateTools);
}

bool PlotDesk::isShown() const
{
    return m_parts.tcp->isShown() && m_parts.tcp->page()->isShowing(TcpView::Plots);
}

void PlotDesk::showTarget()
{
    bench::Watch watch;
    watch.interval = 100ms;
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target);
    if (connection && target.recording == 0 && isShown())
        watch.connections = {connection->id};
    m_parts.samples->want(this, watch);
    showSamples();
}

void PlotDesk::showSamples()
{
    if (!isShown())
        return;
    m_plots->view()->setEmptyText(emptyText());
    m_model.setRows(lens::plotRows(m_parts.samples->samplesOf(m_parts.presenter->target())));
}

QString PlotDesk::emptyText()
{
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target);
    if (target.recording != 0)
        return m_parts.samples->isReading(target)
            ? tr("Reading…")
            : tr("Not recorded: nobody looked at the kernel's facts of this connection");
    if (connection && bench::isOver(connection->state))
        return tr("It was over before anybody looked at its facts");
    return tr("How much passes, how long it takes and what waits is drawn here, ten times a second");
}

void PlotDesk::updateTools()
{
    const PlotView *view = m_plots->view();
    m_tools[ZoomOut]->setEnabled(view->canZoomOut());
    m_tools[ZoomIn]->setEnabled(view->canZoomIn());
    m_tools[Follow]->setChecked(view->isFollowing());
    m_tools[Export]->setEnabled(m_model.rowCount() > 0);
}

void PlotDesk::chooseFile()
{
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(m_parts.presenter->target());
    if (!connection)
        return;
    const QString picture = tr("Pictures (*.png)");
    const QString drawing = tr("Drawings (*.svg)");
    const QString table = tr("Tables (*.csv)");
    auto *dialog = new QFileDialog(m_parts.window, tr("Save the plots as"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"savePlotsDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({picture, drawing, table});
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(lens::safeFileName(
        tr("plots of %1", "a file name; an address").arg(connection->peer.toString()), u".png"_s));
    connect(dialog, &QFileDialog::filterSelected, dialog, [=](const QString &filter) {
        dialog->setDefaultSuffix(filter == table ? u"csv"_s : filter == drawing ? u"svg"_s : u"png"_s);
        const QStringList files = dialog->selectedFiles();
        if (!files.isEmpty())
            dialog->selectFile(QFileInfo(files.first()).completeBaseName() + u'.' + dialog->defaultSuffix());
    });
    connect(dialog, &QFileDialog::fileSelected, this, &PlotDesk::writeTo);
    dialog->open();
}

/// As what its name says.
void PlotDesk::writeTo(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (suffix == "csv"_L1)
        bytes = lens::plotCsv(m_model.rows());
    else if (suffix == "svg"_L1)
        bytes = m_plots->view()->svg(paper);
    else
        bytes = m_plots->view()->png(paper, printScale);
    const auto writing = onThread<Outcome>([path, bytes] { return writeFile(path, bytes); });
    whenDone(writing, this, [this, path](const Outcome &outcome) { written(path, outcome); });
}

void PlotDesk::written(const QString &path, const Outcome &outcome)
{
    m_parts.banner->showNotice(outcome
            ? tr("Saved the plots as “%1”").arg(path)
            : tr("Not saved: %1").arg(bench::Sentences::failure(outcome.failure())));
}

void PlotDesk::retranslate()
{
    const auto say = [this](Tool which, const QString &name, const QString &toolTip) {
        m_tools[which]->setAccessibleName(name);
        m_tools[which]->setToolTip(toolTip);
    };
    say(Table, tr("Table"), tr("The values as a table beside the plots"));
    say(ZoomOut, tr("Zoom out"), tr("More time in less room (-, or the wheel)"));
    say(ZoomIn, tr("Zoom in"), tr("Less time in more room (+, or the wheel)"));
    say(Follow, tr("Follow"), tr("Keep the newest in sight (End)"));
    say(Export, tr("Save…"), tr("Save the plots as a picture (PNG), a drawing (SVG) or a table (CSV)"));
    m_model.retranslate();
}

bool PlotDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
