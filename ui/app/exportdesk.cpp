#include "app/exportdesk.h"

#include "app/actions.h"
#include "app/boundedsink.h"
#include "app/onthread.h"
#include "app/quitguard.h"
#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "journal/recording.h"
#include "lens/exportname.h"
#include "pages/banner.h"
#include "widgets/logview.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;
using lens::ExportFormat;
using lens::ExportJob;
using lens::ExportReport;

namespace {

constexpr auto formatKey = "export/format"_L1;
constexpr auto sideKey = "export/side"_L1;
constexpr auto hexKey = "export/csvHex"_L1;
constexpr auto markKey = "export/csvByteOrderMark"_L1;
constexpr auto folderKey = "export/folder"_L1;
constexpr qsizetype PreviewSize = 8 * 1024;
constexpr quint32 PreviewRows = 50;
constexpr qsizetype PreviewLineLength = 400;

/// What a text field shows of it: long lines are cut, controls are harmless there.
QString previewText(const QByteArray &bytes, ExportFormat format)
{
    const bool binary = format == ExportFormat::Raw || format == ExportFormat::Pcapng;
    QString text = binary
        ? codec::hexDump(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 1024)))
        : QString::fromUtf8(bytes);
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.size() > PreviewLineLength)
            line = line.left(PreviewLineLength) + u'…';
    }
    return lines.join(u'\n');
}

} // namespace

ExportDesk::ExportDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    QAction *exportAction = (*parts.actions)[Command::Export];
    parts.log->addAction(exportAction);
    connect(exportAction, &QAction::triggered, this, &ExportDesk::open);
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_dialog && m_running)
            m_dialog->showProgress(m_running->rowsDone, m_running->rowsTotal);
    });
}

ExportDesk::~ExportDesk()
{
    stopPreview();
    if (!m_running)
        return;
    m_running->cancelled = true;
    isDoneBy(m_writing, QDeadlineTimer(30s)); // for it to remove what it has begun, before the program ends
}

void ExportDesk::open()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_source = ExportSource(*m_parts.log);
    if (m_source.isEmpty()) {
        m_parts.banner->showNotice(
            tr("There is nothing to export yet: choose a connection with rows in its log."));
        return;
    }
    m_dialog = new ExportDialog(m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool several = m_source.selectedRows() > 1;
    if (several)
        m_dialog->addScope(ExportScope::Selection, m_source.selectedRows());
    m_dialog->addScope(ExportScope::Shown, m_source.shownRows());
    if (m_source.isFiltered())
        m_dialog->addScope(ExportScope::Connection, m_source.connectionRows());
    const QSettings &settings = *m_parts.settings;
    ExportDialog::Choice choice;
    choice.scope = several ? ExportScope::Selection : ExportScope::Shown;
    choice.format = ExportFormat(settings.value(formatKey, int(ExportFormat::Text)).toInt());
    choice.side = lens::ExportSide(settings.value(sideKey, int(lens::ExportSide::Both)).toInt());
    choice.csvHex = settings.value(hexKey, true).toBool();
    choice.csvByteOrderMark = settings.value(markKey, false).toBool();
    m_dialog->setChoice(choice);
    m_job = m_source.job(m_dialog->choice());
    connect(m_dialog, &ExportDialog::choiceChanged, this, [this] {
        m_job = m_source.job(m_dialog->choice());
        suggestPath();
        preview();
    });
    connect(m_dialog, &ExportDialog::browseRequested, this, &ExportDesk::browse);
    connect(m_dialog, &ExportDialog::exportRequested, this, &ExportDesk::start);
    connect(m_dialog, &ExportDialog::cancelRequested, this, [this] {
        if (m_running)
            m_running->cancelled = true;
    });
    connect(m_dialog, &ExportDialog::folderRequested, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_saved).path())); });
    connect(m_dialog, &QDialog::finished, this, &ExportDesk::stopPreview);
    m_suggested.clear();
    suggestPath();
    preview();
    m_dialog->open();
}

/// From the connection and its time, which a peer has no say in. What the user has typed stays.
void ExportDesk::suggestPath()
{
    if (!m_dialog->path().isEmpty() && m_dialog->path() != m_suggested)
        return;
    const bool hasRows = m_job.first < m_job.end; // a filter may let none pass
    const Result<Event> first = hasRows ? m_job.recording->event(m_job.rows.seqAt(m_job.first)) : Failure{};
    const QString time = first
        ? QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<std::chrono::milliseconds>(first->time.time_since_epoch()).count())
              .toString(u"yyyy-MM-dd HH.mm.ss"_s)
        : QString();
    const ConnectionId connection = m_source.connection();
    QString subject = tr("log");
    for (const journal::RecordedConnection &one : m_job.recording->connections()) {
        if (connection.isValid() && one.id == connection)
            subject = u"#%1 %2"_s.arg(one.id.value).arg(one.peer.toString());
    }
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = m_parts.settings->value(folderKey, documents).toString();
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    m_suggested = QDir(folder).filePath(
        lens::safeFileName(subject + u' ' + time, u'.' + lens::extensionOf(m_job.format)));
    m_dialog->setPath(m_suggested);
}

void ExportDesk::browse()
{
    auto *dialog = new QFileDialog(m_dialog, tr("Export to"), m_dialog->path());
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked once, when the export begins
    dialog->setDefaultSuffix(lens::extensionOf(m_job.format));
    dialog->selectFile(QFileInfo(m_dialog->path()).fileName());
    connect(dialog, &QFileDialog::fileSelected, m_dialog, &ExportDialog::setPath);
    dialog->open();
}

/// On a thread of its own, for the first row of the wanted direction may lie far behind.
void ExportDesk::preview()
{
    stopPreview();
    m_previewing = std::make_shared<lens::ExportProgress>();
    ExportJob job = m_job;
    if (job.side == lens::ExportSide::Both)
        job.side = lens::ExportSide::Received;
    const auto text = onThread<QString>([job, progress = m_previewing] {
        BoundedSink sink(PreviewRows, PreviewSize);
        [[maybe_unused]] const auto enough = lens::exportRows(job, sink, *progress); // or more than that
        return previewText(sink.bytes(), job.format);
    });
    whenDone(text, this, [this, progress = m_previewing](const QString &lines) {
        if (m_dialog && progress == m_previewing)
            m_dialog->showPreview(lines);
    });
}

void ExportDesk::stopPreview()
{
    if (m_previewing)
        m_previewing->cancelled = true;
    m_previewing.reset();
}

void ExportDesk::start()
{
    const QString path = QFileInfo(m_dialog->path()).absoluteFilePath();
    const QStringList paths = lens::exportedPaths(m_job, path);
    QStringList existing;
    for (const QString &one : paths) {
        if (QFileInfo::exists(one))
            existing += QFileInfo(one).fileName();
    }
    if (existing.isEmpty())
        return write(path);
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Export"),
        tr("“%1” is there already.").arg(existing.join(tr("” and “"))), QMessageBox::Cancel, m_dialog);
    box->setObjectName(u"exportReplaceBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *replace = box->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    connect(replace, &QPushButton::clicked, this, [this, path] { write(path); });
    box->open();
}

void ExportDesk::write(const QString &path)
{
    const ExportDialog::Choice choice = m_dialog->choice();
    QSettings &settings = *m_parts.settings;
    settings.setValue(formatKey, int(choice.format));
    settings.setValue(sideKey, int(choice.side));
    settings.setValue(hexKey, choice.csvHex);
    settings.setValue(markKey, choice.csvByteOrderMark);
    settings.setValue(folderKey, QFileInfo(path).path());

    m_running = std::make_shared<lens::ExportProgress>();
    m_running->rowsTotal = m_job.end - m_job.first;
    m_dialog->showProgress(0, m_running->rowsTotal);
    m_tick.start();
    m_writing = onThread<Result<ExportReport>>(
        [job = m_job, path, progress = m_running] { return lens::exportToFile(job, path, *progress); });
    const int hold = m_parts.quit->hold(QFileInfo(path).fileName());
    whenDone(m_writing, this,
        [this, hold, paths = lens::exportedPaths(m_job, path)](const Result<ExportReport> &report) {
            finish(report, paths);
            m_parts.quit->release(hold, bool(report));
        });
}

void ExportDesk::finish(const Result<ExportReport> &report, const QStringList &paths)
{
    m_tick.stop();
    m_running.reset();
    if (!m_dialog)
        return;
    if (!report) {
        if (report.failure().kind == FailureKind::Cancelled)
            m_dialog->showStopped();
        else
            m_dialog->showFailure(bench::Sentences::notSaved(report.failure()));
        return;
    }
    m_saved = paths.constFirst();
    QStringList names;
    for (const QString &path : paths)
        names += QFileInfo(path).fileName();
    if (report->damagedRows > 0)
        m_dialog->showFailure(
            tr("Saved %1, but the recording is damaged: %n row(s) lack some of their bytes.", nullptr,
                bench::Sentences::plural(report->damagedRows))
                .arg(bench::Sentences::list(names)));
    else
        m_dialog->showSaved(tr("Saved %1").arg(bench::Sentences::list(names)));
}

} // namespace swb::ui
