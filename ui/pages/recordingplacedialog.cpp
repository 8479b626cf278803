#include "pages/recordingplacedialog.h"

#include "bench/sentences.h"
#include "pages/pathfield.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

RecordingPlaceDialog::RecordingPlaceDialog(const QString &suggestedFolder, QWidget *parent)
    : QDialog(parent)
    , m_failure(new QLabel)
    , m_folder(new PathField)
{
    setObjectName(u"recordingPlaceDialog"_s);
    setWindowTitle(tr("Where to record"));
    m_failure->setObjectName(u"recordingPlaceFailure"_s);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setWordWrap(true);
    auto *question =
        new QLabel(tr("Every byte is recorded as it passes. Choose a folder for the recording, or go on "
                      "without one: then nothing is kept, and there is no log to read."));
    question->setObjectName(u"recordingPlaceQuestion"_s);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    m_folder->setObjectName(u"recordingFolder"_s);
    m_folder->setText(suggestedFolder);
    m_folder->setAccessibleName(tr("Folder for recordings"));
    m_folder->setMinimumWidth(440);
    auto *browseButton = new QPushButton(tr("&Browse…"));
    browseButton->setObjectName(u"browseRecordingFolder"_s);
    browseButton->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox;
    buttons->setObjectName(u"recordingPlaceButtons"_s);
    QPushButton *use = buttons->addButton(tr("&Record in this folder"), QDialogButtonBox::AcceptRole);
    QPushButton *without = buttons->addButton(tr("Do &not record"), QDialogButtonBox::DestructiveRole);
    QPushButton *quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::RejectRole);
    quit->setObjectName(u"quitInstead"_s);
    use->setObjectName(u"useRecordingFolder"_s);
    use->setDefault(true);
    without->setObjectName(u"recordNothing"_s);

    auto *line = new QHBoxLayout;
    line->addWidget(m_folder, 1);
    line->addWidget(browseButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Three, Space::Three, Space::Three, Space::Two);
    layout->setSpacing(Space::Two);
    layout->addWidget(m_failure);
    layout->addWidget(question);
    layout->addLayout(line);
    layout->addWidget(buttons);
    connect(browseButton, &QPushButton::clicked, this, &RecordingPlaceDialog::browse);
    connect(use, &QPushButton::clicked, this, [this] { emit folderChosen(m_folder->text()); });
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
    connect(without, &QPushButton::clicked, this, &RecordingPlaceDialog::recordNothingChosen);
}

void RecordingPlaceDialog::showFailure(const Failure &failure)
{
    QPalette red = palette();
    red.setColor(QPalette::WindowText, Theme::of(red).error);
    m_failure->setPalette(red);
    m_failure->setText(bench::Sentences::failure(failure));
    adjustSize();
}

void RecordingPlaceDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for recordings"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

} // namespace swb::ui
