#include "pages/recoverydialog.h"

#include "bench/sentences.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr qsizetype mostShown =
    5; // each a program that crashed; more are rare and can be opened as any recording

QLabel *line(const QString &name, const QString &text)
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RecoveryDialog::RecoveryDialog(const QStringList &recordings, bool benchHeldBack, QWidget *parent)
    : QDialog(parent)
    , m_recordings(recordings.first(std::min(recordings.size(), mostShown)))
{
    setObjectName(u"recoveryDialog"_s);
    setWindowTitle(tr("Socket Workbench"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::Three, Space::Three, Space::Three, Space::Two);
    column->setSpacing(Space::One);
    QLabel *title = line(u"recoveryTitle"_s, tr("Socket Workbench did not end properly last time"));
    title->setFont(titleFont(1.3));
    column->addWidget(title);
    if (!m_recordings.isEmpty())
        column->addWidget(line(u"recoveryText"_s, tr("What it recorded is kept. Open it beside the bench?")));
    for (const QString &path : std::as_const(m_recordings)) {
        const QFileInfo file(path);
        auto *box = new QCheckBox(
            tr("%1 (%2)", "a file and its size")
                .arg(file.fileName().replace(u'&', u"&&"_s), bench::Sentences::size(quint64(file.size()))));
        box->setObjectName(u"recoverRecording"_s);
        box->setToolTip(path);
        box->setChecked(true);
        column->addWidget(box);
        m_open.append(box);
    }
    if (benchHeldBack) {
        column->addSpacing(Space::One);
        column->addWidget(line(u"recoveryBenchText"_s,
            tr("It ended less than a minute after its last bench was brought back, so this time the bench "
               "was not.")));
        m_bench = new QCheckBox(tr("&Bring the bench back, not started"));
        m_bench->setObjectName(u"recoverBench"_s);
        column->addWidget(m_bench);
    }
    column->addSpacing(Space::Two);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox;
    QPushButton *go = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    QPushButton *notNow = buttons->addButton(tr("&Not now"), QDialogButtonBox::RejectRole);
    go->setObjectName(u"recoveryOpen"_s);
    notNow->setObjectName(u"recoveryNotNow"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &RecoveryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    const auto offerToGoOn = [this, go] {
        const QList<QCheckBox *> boxes = findChildren<QCheckBox *>();
        go->setEnabled(std::ranges::any_of(boxes, &QCheckBox::isChecked));
    };
    for (QCheckBox *box : findChildren<QCheckBox *>())
        connect(box, &QCheckBox::toggled, this, offerToGoOn);
    offerToGoOn();
    go->setDefault(true); // in the dialog, or the box would choose
    setMinimumWidth(560);
}

void RecoveryDialog::accept()
{
    if (m_bench && m_bench->isChecked())
        emit benchWanted();
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        if (m_open[i]->isChecked())
            emit recordingWanted(m_recordings[i]);
    }
    QDialog::accept();
}

} // namespace swb::ui
