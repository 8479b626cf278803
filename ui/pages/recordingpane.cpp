#include "pages/recordingpane.h"

#include "bench/sentences.h"
#include "pages/fieldnote.h"
#include "pages/labeltext.h"
#include "pages/pathfield.h"
#include "widgets/theme.h"

#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace swb::ui {

RecordingPane::RecordingPane(std::chrono::milliseconds longestSyncInterval, QWidget *parent)
    : PreferencePane(u"recordingPane"_s, parent)
    , m_folder(new PathField)
    , m_browse(new QPushButton)
    , m_folderNote(new FieldNote)
    , m_sync(new QDoubleSpinBox)
    , m_syncNote(new FieldNote)
{
    m_folder->setObjectName(u"recordingsFolder"_s);
    m_folderNote->setObjectName(u"recordingsFolderNote"_s);
    m_browse->setObjectName(u"browseRecordingsFolder"_s);
    m_browse->setAutoDefault(false);
    m_sync->setObjectName(u"syncInterval"_s);
    m_syncNote->setObjectName(u"syncIntervalNote"_s);
    m_sync->setRange(0, std::chrono::duration<double>(longestSyncInterval).count());
    m_sync->setDecimals(1);
    m_sync->setSingleStep(0.5);
    m_sync->setKeyboardTracking(false);
    m_folderNote->setReservedLines(2);
    m_syncNote->setReservedLines(3);

    auto *folder = new QWidget;
    folder->setObjectName(u"recordingsFolderLine"_s);
    auto *line = new QHBoxLayout(folder);
    line->setContentsMargins({});
    line->setSpacing(Space::One);
    line->addWidget(m_folder, 1);
    line->addWidget(m_browse);
    m_folderLabel = addField(folder, m_folderNote);
    m_folderLabel->setBuddy(m_folder);
    m_folderNote->setField(m_folder);
    m_syncLabel = addField(m_sync, m_syncNote);
    connect(m_folder, &QLineEdit::editingFinished, this, [this] { enter(m_folder->text()); });
    connect(m_browse, &QPushButton::clicked, this, &RecordingPane::browse);
    connect(m_sync, &QDoubleSpinBox::valueChanged, this, [this](double seconds) {
        showNotes();
        emit syncIntervalChosen(std::chrono::milliseconds(qRound(seconds * 1000)));
    });
    retranslate();
}

void RecordingPane::show(
    const QString &folder, const QString &current, std::chrono::milliseconds syncInterval)
{
    m_shown = QDir::toNativeSeparators(folder);
    m_current = QDir::toNativeSeparators(current);
    m_folder->setText(m_shown);
    m_folderNote->setMistake({});
    {
        const QSignalBlocker blocker(m_sync);
        m_sync->setValue(std::chrono::duration<double>(syncInterval).count());
    }
    showNotes();
}

void RecordingPane::showFolderFailure(const Failure &failure)
{
    m_folderNote->setMistake(
        tr("%1 Recordings are still made in %2.").arg(bench::Sentences::failure(failure), m_shown));
}

void RecordingPane::enter(const QString &folder)
{
    if (folder != m_shown)
        emit folderEntered(QDir::fromNativeSeparators(folder));
    else
        m_folderNote->setMistake({});
}

void RecordingPane::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder for recordings"), m_folder->text());
    dialog->setObjectName(u"recordingsFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        enter(m_folder->text());
    });
    dialog->open();
}

void RecordingPane::showNotes()
{
    m_folderNote->setMeaning(m_current.isEmpty() || m_current == m_shown
            ? tr("Every recording is a file of its own in this folder")
            : tr("From the next recording on, at the next start; the present one stays in %1")
                  .arg(m_current));
    const QString seconds = locale().toString(m_sync->value(), 'f', 1);
    m_syncNote->setMeaning(
        m_sync->value() > 0 ? tr(
            "A power cut can cost at most the last %1 s; a crash of this program costs nothing. More often "
            "costs the disk more.")
                                  .arg(seconds)
                            : tr("The system writes when it thinks fit: a power cut can cost the last half "
                                 "minute or more; a crash "
                                 "of this program costs nothing."));
}

void RecordingPane::retranslate()
{
    PreferencePane::retranslate();
    m_folderLabel->setText(tr("&Folder"));
    m_browse->setText(tr("&Browse…"));
    m_syncLabel->setText(tr("&Written through to the disk"));
    m_sync->setPrefix(tr("every ", "before a number of seconds"));
    m_sync->setSuffix(tr(" s", "seconds, behind a number"));
    m_sync->setSpecialValueText(tr("never by this program"));
    m_folder->setAccessibleName(labelText(m_folderLabel->text()));
    m_sync->setAccessibleName(labelText(m_syncLabel->text()));
    showNotes();
}

} // namespace swb::ui
