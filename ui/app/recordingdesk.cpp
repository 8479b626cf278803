#include "app/recordingdesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/recordingfiles.h"
#include "app/workpresenter.h"
#include "bench/sentences.h"
#include "pages/banner.h"
#include "pages/benchtree.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace swb::ui {

RecordingDesk::RecordingDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    const Actions &actions = *parts.actions;
    connect(actions[Command::OpenRecording], &QAction::triggered, this, &RecordingDesk::chooseWhatToOpen);
    connect(actions[Command::SaveRecordingAs], &QAction::triggered, this, &RecordingDesk::chooseWhereToSave);
}

void RecordingDesk::chooseWhatToOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_parts.window, tr("Open a recording"),
        QFileInfo(m_parts.session->recording().path).path(), tr("Recordings (*.pcapng)"));
    if (!path.isEmpty())
        open(path);
}

void RecordingDesk::open(const QString &path)
{
    m_parts.window->statusBar()->showMessage(tr("Reading %1 …").arg(QFileInfo(path).fileName()));
    RecordingFiles::open(path).then(this, [this](const RecordingFiles::Opened &opened) {
        m_parts.window->statusBar()->clearMessage();
        if (!opened) {
            m_parts.banner->showNotice(tr("Not opened: %1").arg(bench::Sentences::failure(opened.failure())));
            return;
        }
        const quint32 key = m_parts.session->addRecording(*opened);
        m_parts.tree->select({BenchModel::RowKind::Recording, {}, {}, key});
        m_parts.tree->expand(m_parts.tree->currentIndex());
    });
}

void RecordingDesk::chooseWhereToSave()
{
    const QString name = QFileInfo(m_parts.session->recording().path).fileName();
    const QString path = QFileDialog::getSaveFileName(
        m_parts.window, tr("Save the recording as"), name, tr("Recordings (*.pcapng)"));
    if (!path.isEmpty())
        saveAs(path);
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
    RecordingFiles::copy(recording->path(), name, target.recording == 0)
        .then(this, [this, name](const Outcome &outcome) {
            if (outcome)
                m_parts.window->statusBar()->showMessage(tr("Saved as %1").arg(name), 10000);
            else
                m_parts.banner->showNotice(
                    tr("Not saved: %1").arg(bench::Sentences::failure(outcome.failure())));
        });
}

} // namespace swb::ui
