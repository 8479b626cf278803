#include "app/recordingdesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/onthread.h"
#include "app/quitguard.h"
#include "app/recordingfiles.h"
#include "app/workpresenter.h"
#include "bench/sentences.h"
#include "journal/openprogress.h"
#include "journal/recording.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/openingbar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QStatusBar>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto unnoticed = 300ms; // what takes no longer than this needs no progress bar
constexpr auto patience = 30s; // at the end: a disk may take long to write out what it has, or never answer

} // namespace

RecordingDesk::RecordingDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
    , m_saving(std::make_shared<journal::OpenProgress>())
{
    const Actions &actions = *parts.actions;
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &RecordingDesk::showProgress);
    connect(actions[Command::OpenRecording], &QAction::triggered, this, &RecordingDesk::chooseWhatToOpen);
    connect(actions[Command::SaveRecordingAs], &QAction::triggered, this, &RecordingDesk::chooseWhereToSave);
}

RecordingDesk::~RecordingDesk()
{
    for (const Opening &opening : m_openings)
        opening.progress->cancelled = true;
    m_saving->cancelled = true;
    const QDeadlineTimer deadline(patience);
    for (const QFuture<Outcome> &saving : m_savings)
        isDoneBy(saving, deadline); // for it to remove what it has begun, before the program ends
}

void RecordingDesk::chooseWhatToOpen()
{
    auto *dialog = new QFileDialog(m_parts.window, tr("Open recordings"),
        QFileInfo(m_parts.session->recording().path).path(),
        tr("Recordings (*.pcapng *.pcap *.cap)") + u";;"_s + tr("All files (*)"));
    dialog->setObjectName(u"openRecordingDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        std::ranges::for_each(paths, [this](const auto &path) { open(path); });
    });
    dialog->open();
}

void RecordingDesk::open(const QString &path)
{
    const auto progress = std::make_shared<journal::OpenProgress>();
    m_openings.append({path, progress, makeBar(path, progress)});
    if (!m_tick.isActive())
        m_tick.start();
    QTimer::singleShot(unnoticed, this, [this, progress] {
        for (Opening &opening : m_openings)
            opening.isLong = opening.isLong || opening.progress == progress;
        showProgress();
    });
    whenDone(RecordingFiles::open(path, progress), this,
        [this, path, progress](const RecordingFiles::Opened &result) {
            finish(progress);
            result ? show(*result) : explain(path, result.failure());
        });
}

OpeningBar *RecordingDesk::makeBar(
    const QString &path, const std::shared_ptr<journal::OpenProgress> &progress)
{
    auto *bar = new OpeningBar(QFileInfo(path).fileName());
    m_parts.window->statusBar()->addWidget(bar);
    bar->hide();
    connect(bar, &OpeningBar::cancelRequested, this, [progress] { progress->cancelled = true; });
    return bar;
}

void RecordingDesk::showProgress()
{
    for (const Opening &opening : m_openings) {
        opening.bar->setProgress(opening.progress->bytesDone, opening.progress->bytesTotal);
        if (opening.isLong && opening.bar->isHidden())
            opening.bar->show();
    }
}

void RecordingDesk::finish(const std::shared_ptr<journal::OpenProgress> &progress)
{
    const auto it = std::ranges::find(m_openings, progress, &Opening::progress);
    m_parts.window->statusBar()->removeWidget(it->bar);
    it->bar->deleteLater();
    m_openings.erase(it);
    if (m_openings.isEmpty())
        m_tick.stop();
}

void RecordingDesk::show(const std::shared_ptr<const journal::Recording> &recording)
{
    const quint32 key = m_parts.session->addRecording(recording);
    m_parts.tree->select({BenchModel::RowKind::Recording, {}, {}, key});
    m_parts.tree->expand(m_parts.tree->currentIndex());
    m_parts.banner->clearNotice(); // of one that was not opened
    emit opened(recording->path());
}

void RecordingDesk::explain(const QString &path, const Failure &failure)
{
    if (failure.kind == FailureKind::Cancelled)
        m_parts.window->statusBar()->showMessage(
            tr("%1 was not opened: cancelled").arg(QFileInfo(path).fileName()), 10000);
    else
        m_parts.banner->showNotice(tr("Not opened: %1").arg(bench::Sentences::failure(failure)));
}

void RecordingDesk::chooseWhereToSave()
{
    const QString name = QFileInfo(m_parts.session->recording().path).fileName();
    auto *dialog =
        new QFileDialog(m_parts.window, tr("Save the recording as"), QString(), tr("Recordings (*.pcapng)"));
    dialog->setObjectName(u"saveRecordingDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, &RecordingDesk::saveAs);
    dialog->open();
}

void RecordingDesk::saveAs(const QString &path)
{
    const BenchModel::Target target = m_parts.presenter->target();
    const auto recording = m_parts.session->recordingOf(target);
    if (!recording) {
        m_parts.banner->showNotice(tr("Nothing is recorded, so there is nothing to save"));
        return;
    }
    m_parts.window->statusBar()->clearMessage();
    const QString name = QFileInfo(path).suffix().isEmpty() ? path + u".pcapng"_s : path;
    if (QFileInfo(name) == QFileInfo(recording->path())) {
        m_parts.banner->showNotice(
            tr("Not saved: “%1” is this recording itself; choose another name").arg(name));
        return;
    }
    m_savings.removeIf([](const QFuture<Outcome> &saving) { return saving.isFinished(); });
    m_savings.append(RecordingFiles::copy(recording->path(), name, target.recording == 0, m_saving));
    const int hold = m_parts.quit->hold(QFileInfo(name).fileName());
    m_parts.window->statusBar()->showMessage(tr("Saving “%1”…").arg(name));
    whenDone(m_savings.constLast(), this, [this, name, hold](const Outcome &outcome) {
        m_parts.window->statusBar()->clearMessage();
        if (outcome)
            m_parts.window->statusBar()->showMessage(tr("Saved as %1").arg(name), 10000);
        else
            m_parts.banner->showNotice(tr("Not saved: %1").arg(bench::Sentences::failure(outcome.failure())));
        m_parts.quit->release(hold, bool(outcome));
    });
}

} // namespace swb::ui
