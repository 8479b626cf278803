#include "app/ladderdesk.h"

#include "app/benchsession.h"
#include "app/onthread.h"
#include "app/tcpdesk.h"
#include "app/workpresenter.h"
#include "base/safefile.h"
#include "bench/sentences.h"
#include "lens/exportname.h"
#include "models/laddermodel.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/tcppage.h"
#include "pages/workpage.h"
#include "widgets/icons.h"
#include "widgets/laddersvg.h"
#include "widgets/ladderview.h"
#include "widgets/logview.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QScrollBar>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

Outcome writeFile(const QString &path, const QByteArray &bytes)
{
    Result<SafeFile> file = SafeFile::create(path);
    if (!file)
        return file.failure();
    const Outcome wrote = file->write(bytes);
    return wrote ? file->finish() : wrote;
}

} // namespace

LadderDesk::LadderDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_model(new LadderModel(this))
    , m_view(new LadderView)
{
    m_view->setModel(m_model);
    makeTools();
    m_parts.tcp->page()->placeView(TcpView::Ladder, m_view);
    for (QToolButton *tool : m_tools)
        m_parts.tcp->page()->addTool(TcpView::Ladder, tool);
    m_view->installEventFilter(this);
    wire();
    retranslate();
    updateTools();
}

void LadderDesk::makeTools()
{
    const auto make = [this](Tool which, const QString &name, QLatin1StringView icon) {
        auto *tool = new QToolButton;
        tool->setObjectName(name);
        tool->setIcon(Icons::named(icon));
        tool->setAutoRaise(true);
        m_tools[which] = tool;
        return tool;
    };
    connect(make(ZoomOut, u"ladderZoomOut"_s, "zoom-out"_L1), &QToolButton::clicked, m_view,
        &LadderView::zoomOut);
    connect(
        make(ZoomIn, u"ladderZoomIn"_s, "zoom-in"_L1), &QToolButton::clicked, m_view, &LadderView::zoomIn);
    QToolButton *follow = make(Follow, u"ladderFollow"_s, "follow"_L1);
    follow->setCheckable(true);
    connect(follow, &QToolButton::clicked, m_view, &LadderView::setFollowing);
    connect(make(Export, u"ladderExport"_s, "save"_L1), &QToolButton::clicked, this, &LadderDesk::chooseFile);
}

void LadderDesk::wire()
{
    connect(m_parts.presenter, &WorkPresenter::targetChanged, this, &LadderDesk::takeFrame);
    connect(m_parts.session, &BenchSession::framePassed, this, &LadderDesk::takeFrame);
    connect(m_parts.page->lensBar(), &LensBar::lensChosen, this, &LadderDesk::takeFrame);
    connect(m_parts.tcp->page(), &TcpPage::viewShown, this, &LadderDesk::takeFrame);
    connect(m_view, &LadderView::rowChosen, this, &LadderDesk::lookAt);
    connect(m_view, &LadderView::rowActivated, this, &LadderDesk::goToLog);
    connect(m_view, &LadderView::scaleChanged, this, &LadderDesk::updateTools);
    connect(m_view, &LadderView::followingChanged, this, &LadderDesk::updateTools);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LadderDesk::updateTools);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LadderDesk::updateTools);
}

bool LadderDesk::isShown() const
{
    return m_parts.tcp->isShown() && m_parts.tcp->page()->isShowing(TcpView::Ladder);
}

/// What nobody looks at is not read.
void LadderDesk::takeFrame()
{
    if (!isShown())
        return;
    showTarget();
    m_model->refresh();
}

void LadderDesk::showTarget()
{
    const BenchModel::Target &target = m_parts.presenter->target();
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(target);
    const auto recording = connection ? m_parts.session->recordingOf(target) : nullptr;
    const ConnectionId id = recording ? connection->id : ConnectionId();
    if (recording == m_model->recording() && id == m_model->connection())
        return;
    m_model->setSource(recording, id);
    if (target.recording != 0)
        m_view->verticalScrollBar()->setValue(0); // what was recorded is read from its start
}

void LadderDesk::updateTools()
{
    m_tools[ZoomOut]->setEnabled(m_view->scale().canZoomOut());
    m_tools[ZoomIn]->setEnabled(m_view->scale().canZoomIn());
    m_tools[Follow]->setChecked(m_view->isFollowing());
    m_tools[Export]->setEnabled(m_model->rowCount() > 0);
}

void LadderDesk::lookAt(int row)
{
    if (m_model->hasSeq(row))
        m_parts.presenter->lookAt(m_parts.presenter->target(), m_model->seqAt(row));
}

/// To the event in the log of its own end.
void LadderDesk::goToLog(int row)
{
    if (!m_model->hasSeq(row))
        return;
    const EventSeq seq = m_model->seqAt(row);
    const Result<Event> event = m_model->recording()->event(seq);
    const BenchModel *bench = m_parts.session->bench();
    BenchModel::Target target = m_parts.presenter->target();
    if (event && event->connection.isValid() && event->connection != m_model->connection()) {
        const BenchModel::Target recorded{
            BenchModel::RowKind::Connection, {}, event->connection, target.recording};
        target = target.recording != 0 ? recorded : bench->targetAt(bench->indexOf(event->connection));
    } else if (event && !event->connection.isValid() && target.recording == 0) {
        target = bench->targetAt(bench->indexOf(event->endpoint));
    }
    if (target != m_parts.presenter->target() && bench->indexOf(target).isValid())
        m_parts.tree->select(target);
    m_parts.page->setLens(Lens::Log);
    m_parts.presenter->lookAt(target, seq);
    m_parts.page->log()->setFocus(Qt::OtherFocusReason);
}

void LadderDesk::chooseFile()
{
    const bench::ConnectionStatus *connection = m_parts.session->connectionOf(m_parts.presenter->target());
    if (!connection)
        return;
    const QString name = lens::safeFileName(
        tr("ladder of %1", "a file name; an address").arg(connection->peer.toString()), u".svg"_s);
    auto *dialog = new QFileDialog(m_parts.window, tr("Save the ladder as"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Drawings (*.svg)"));
    dialog->setObjectName(u"saveLadderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"svg"_s);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &LadderDesk::writeTo);
    dialog->open();
}

void LadderDesk::writeTo(const QString &path)
{
    if (!m_model->ladder())
        return;
    const QByteArray drawing = LadderSvg::document(
        *m_model->ladder(), m_view->scale(), m_view->font(), QFileInfo(path).completeBaseName());
    const auto writing = onThread<Outcome>([path, drawing] { return writeFile(path, drawing); });
    whenDone(writing, this, [this, path](const Outcome &outcome) { written(path, outcome); });
}

void LadderDesk::written(const QString &path, const Outcome &outcome)
{
    if (!outcome)
        return m_parts.banner->showNotice(
            tr("Not saved: %1").arg(bench::Sentences::failure(outcome.failure())));
    const bool isCut = m_model->rowCount() > int(LadderSvg::MostRows);
    m_parts.banner->showNotice(isCut
            ? tr("Saved the first %n row(s) of the ladder as “%1”", nullptr, LadderSvg::MostRows).arg(path)
            : tr("Saved the ladder as “%1”").arg(path));
}

void LadderDesk::retranslate()
{
    const auto say = [this](Tool which, const QString &name, const QString &toolTip) {
        m_tools[which]->setAccessibleName(name);
        m_tools[which]->setToolTip(toolTip);
    };
    say(ZoomOut, tr("Zoom out"), tr("More time in less room (-, or Ctrl and the wheel)"));
    say(ZoomIn, tr("Zoom in"), tr("Less time in more room (+, or Ctrl and the wheel)"));
    say(Follow, tr("Follow"), tr("Keep the newest in sight (End)"));
    say(Export, tr("Save as SVG…"), tr("Save the ladder as a drawing (SVG)"));
    m_view->setEmptyText(tr("Nothing has passed on this connection yet"));
    m_model->retranslate();
}

bool LadderDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

} // namespace swb::ui
