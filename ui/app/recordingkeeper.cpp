#include "app/recordingkeeper.h"

#include "app/benchsession.h"
#include "bench/sentences.h"
#include "pages/banner.h"
#include "pages/recordingplacedialog.h"
#include "pages/startpage.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>

namespace swb::ui {

RecordingKeeper::RecordingKeeper(BenchSession *session, const Parts &parts)
    : QObject(parts.window)
    , m_session(session)
    , m_parts(parts)
{
}

void RecordingKeeper::begin(const QString &folder)
{
    if (const Outcome outcome = m_session->recordInto(folder); !outcome) {
        ask(folder, outcome.failure());
        return;
    }
    if (m_dialog)
        m_dialog->accept();
    refresh();
}

void RecordingKeeper::ask(const QString &folder, const Failure &failure)
{
    if (!m_dialog) {
        m_dialog = new RecordingPlaceDialog(folder, m_parts.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &RecordingPlaceDialog::folderChosen, this, &RecordingKeeper::begin);
        connect(m_dialog, &RecordingPlaceDialog::recordNothingChosen, this, [this] {
            m_session->recordNothing();
            m_dialog->accept();
            refresh();
        });
        connect(m_dialog, &QDialog::rejected, m_parts.window, &QWidget::close);
        m_dialog->open();
    }
    m_dialog->showFailure(failure);
}

void RecordingKeeper::refresh()
{
    const bench::RecordingStatus &status = m_session->recording();
    const QString name = QFileInfo(status.path).fileName();
    m_parts.name->setText(name.isEmpty() ? tr("Nothing is recorded") : tr("Recording to %1").arg(name));
    m_parts.name->setToolTip(status.path);
    m_parts.save->setEnabled(!name.isEmpty());
    m_parts.start->setRecorded(!name.isEmpty());
    if (status.failure.isSet()) {
        m_parts.banner->showAlarm(
            tr("Not recorded yet: %2. Reading and sending wait. %1")
                .arg(bench::Sentences::failure(status.failure), bench::Sentences::size(status.heldBytes)));
    } else if (m_alarmed) {
        m_parts.banner->clear();
    }
    m_alarmed = status.failure.isSet();
}

void RecordingKeeper::retranslate()
{
    m_parts.name->setAccessibleName(tr("Recording"));
    refresh();
}

} // namespace swb::ui
