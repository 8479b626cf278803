#include "app/exportdesk.h"

#include "app/actions.h"
#include "app/onthread.h"
#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "journal/recording.h"
#include "lens/exportname.h"
#include "models/logmodel.h"
#include "models/timetext.h"
#include "pages/banner.h"
#include "widgets/logview.h"

#include <QClipboard>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
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
constexpr quint32 MostRowsCopied = 20'000;
constexpr qsizetype MostBytesCopied = 4 * 1024 * 1024;
constexpr qsizetype PreviewSize = 8 * 1024;
constexpr quint32 PreviewRows = 50;
constexpr qsizetype PreviewLineLength = 400;

struct CopyEntry
{
    ExportFormat format;
    lens::ExportSide side;
    QLatin1StringView name;
};
constexpr CopyEntry copyEntries[] = {{ExportFormat::Csv, lens::ExportSide::Both, "copyAsCsv"_L1},
    {ExportFormat::JsonLines, lens::ExportSide::Both, "copyAsJson"_L1},
    {ExportFormat::HexDump, lens::ExportSide::Both, "copyAsHexDump"_L1},
    {ExportFormat::CArray, lens::ExportSide::Both, "copyAsCArray"_L1},
    {ExportFormat::Raw, lens::ExportSide::Received, "copyReceivedAsHex"_L1},
    {ExportFormat::Raw, lens::ExportSide::Sent, "copySentAsHex"_L1}};

/// Keeps whole rows up to a size.
class BoundedSink : public lens::ExportSink
{
public:
    BoundedSink(quint32 mostRows, qsizetype mostBytes)
        : m_mostRows(mostRows)
        , m_mostBytes(mostBytes)
    {
    }
    Outcome write(QByteArrayView bytes) override
    {
        if (m_bytes.size() + bytes.size() > m_mostBytes) {
            m_bytes.append(bytes.first(m_mostBytes - m_bytes.size()));
            return Failure{FailureKind::QueueFull, 0, {}};
        }
        m_bytes.append(bytes);
        return Done{};
    }
    bool rowEnded(qsizetype held) override
    {
        const qsizetype end = m_bytes.size() + held;
        if (end > m_mostBytes)
            return false;
        m_wholeRows = end;
        return ++m_rows < m_mostRows;
    }
    quint32 rows() const { return m_rows; }
    QByteArray wholeRows() const { return m_bytes.first(std::min(m_wholeRows, m_bytes.size())); }
    const QByteArray &bytes() const { return m_bytes; } ///< also the beginning of a row that did not fit

private:
    quint32 m_mostRows;
    qsizetype m_mostBytes;
    QByteArray m_bytes;
    qsizetype m_wholeRows = 0;
    quint32 m_rows = 0;
};

lens::ShownTime shownTime(const LogModel &model)
{
    switch (model.timeMode()) {
    case TimeMode::Absolute:
        break;
    case TimeMode::SinceStart: {
        const auto first = model.recording()->event(model.recording()->rowAt(model.filter(), 0));
        const Timestamp start = first ? first->time : Timestamp();
        return [start](Timestamp time, std::optional<Timestamp>) { return TimeText::elapsed(time - start); };
    }
    case TimeMode::SinceBefore:
        return [](Timestamp time, std::optional<Timestamp> before) {
            return before ? TimeText::elapsed(time - *before) : QString();
        };
    }
    return [](Timestamp time, std::optional<Timestamp>) { return TimeText::timeOfDay(time); };
}

/// A filtered view changes while it is exported; what it shows now is what is meant.
lens::ExportRows rowsOf(const LogModel &model)
{
    const auto count = quint32(model.rowCount());
    if (!model.isFiltered())
        return {count, [recording = model.recording(), filter = model.filter()](quint32 row) {
                    return recording->rowAt(filter, row);
                }};
    std::vector<EventSeq> rows(count);
    for (quint32 row = 0; row < count; ++row)
        rows[row] = model.seqAt(int(row));
    return {count, [rows = std::make_shared<std::vector<EventSeq>>(std::move(rows))](quint32 row) {
                return (*rows)[row];
            }};
}

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
    , m_copyMenu(new QMenu(parts.window))
{
    m_copyMenu->setObjectName(u"copyAsMenu"_s);
    for (const CopyEntry &entry : copyEntries) {
        QAction *action = m_copyMenu->addAction(QString());
        action->setObjectName(entry.name);
        connect(action, &QAction::triggered, this, [this, entry] { copyAs(entry.format, entry.side); });
    }
    parts.log->addAction(m_copyMenu->menuAction());
    QAction *exportAction = (*parts.actions)[Command::Export];
    parts.log->addAction(exportAction);
    connect(exportAction, &QAction::triggered, this, &ExportDesk::open);
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (m_dialog && m_running)
            m_dialog->showProgress(m_running->rowsDone, m_running->rowsTotal);
    });
    parts.window->installEventFilter(this);
    retranslate();
}

ExportDesk::~ExportDesk()
{
    stopPreview();
    if (m_running)
        m_running->cancelled = true;
}

void ExportDesk::retranslate()
{
    m_copyMenu->setTitle(tr("Copy rows &as"));
    const QList<QAction *> actions = m_copyMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const CopyEntry &entry = copyEntries[i];
        actions[i]->setText(entry.format != ExportFormat::Raw ? ExportDialog::formatName(entry.format)
                : entry.side == lens::ExportSide::Received    ? tr("Received bytes as hex")
                                                              : tr("Sent bytes as hex"));
    }
}

bool ExportDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void ExportDesk::copyAs(ExportFormat format, lens::ExportSide side)
{
    const int first = m_parts.log->selectionStart();
    if (first < 0)
        return;
    ExportDialog::Choice choice;
    choice.scope = ExportScope::Selection;
    choice.format = format;
    choice.side = side;
    const ExportJob job = jobFor(choice);
    const bool asHex = format == ExportFormat::Raw; // three characters a byte
    BoundedSink sink(MostRowsCopied, asHex ? MostBytesCopied / 3 : MostBytesCopied);
    lens::ExportProgress progress;
    const auto copied = lens::exportRows(job, sink, progress);
    if (!copied && copied.failure().kind != FailureKind::QueueFull) {
        m_parts.banner->showNotice(bench::Sentences::failure(copied.failure()));
        return;
    }
    const quint32 wanted = job.end - job.first;
    if (sink.rows() > 0)
        QGuiApplication::clipboard()->setText(
            asHex ? codec::hexDigits(sink.wholeRows()) : QString::fromUtf8(sink.wholeRows()));
    const QLocale locale;
    if (sink.rows() < wanted)
        m_parts.banner->showNotice(tr(
            "%1 of %2 rows were copied: the clipboard is for small things. Export writes them all to a file.")
                                       .arg(locale.toString(sink.rows()), locale.toString(wanted)));
    else
        m_parts.window->statusBar()->showMessage(
            tr("%n row(s) copied", nullptr, bench::Sentences::plural(wanted)), 4000);
}

ExportJob ExportDesk::jobFor(const ExportDialog::Choice &choice) const
{
    const LogModel &model = *m_parts.log->model();
    ExportJob job;
    job.recording = model.recording();
    job.encodings = model.encodings();
    job.defaultEncoding = model.encodingOf({});
    job.shownTime = shownTime(model);
    job.format = choice.format;
    job.side = choice.side;
    job.csvHex = choice.csvHex;
    job.csvByteOrderMark = choice.csvByteOrderMark;
    if (choice.scope == ExportScope::Connection) {
        job.rows = {
            model.rowsBeforeFilter(), [recording = model.recording(), filter = model.filter()](quint32 row) {
                return recording->rowAt(filter, row);
            }};
        job.end = job.rows.count;
        return job;
    }
    job.rows = rowsOf(model);
    const bool selection = choice.scope == ExportScope::Selection;
    job.first = selection ? quint32(m_parts.log->selectionStart()) : 0;
    job.end = selection ? quint32(m_parts.log->selectionEnd() + 1) : job.rows.count;
    return job;
}

void ExportDesk::open()
{
    const LogModel *model = m_parts.log->model();
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    if (!model || !model->recording() || model->rowsBeforeFilter() == 0) {
        m_parts.banner->showNotice(
            tr("There is nothing to export yet: choose a connection with rows in its log."));
        return;
    }
    m_dialog = new ExportDialog(m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    const int selected = m_parts.log->selectionEnd() - m_parts.log->selectionStart() + 1;
    const bool several = m_parts.log->selectionStart() >= 0 && selected > 1;
    if (several)
        m_dialog->addScope(ExportScope::Selection, quint32(selected));
    m_dialog->addScope(ExportScope::Shown, quint32(model->rowCount()));
    if (model->isFiltered())
        m_dialog->addScope(ExportScope::Connection, model->rowsBeforeFilter());
    const QSettings &settings = *m_parts.settings;
    ExportDialog::Choice choice;
    choice.scope = several ? ExportScope::Selection : ExportScope::Shown;
    choice.format = ExportFormat(settings.value(formatKey, int(ExportFormat::Text)).toInt());
    choice.side = lens::ExportSide(settings.value(sideKey, int(lens::ExportSide::Both)).toInt());
    choice.csvHex = settings.value(hexKey, true).toBool();
    choice.csvByteOrderMark = settings.value(markKey, false).toBool();
    m_dialog->setChoice(choice);
    m_job = jobFor(m_dialog->choice());
    connect(m_dialog, &ExportDialog::choiceChanged, this, [this] {
        m_job = jobFor(m_dialog->choice());
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
    const auto first = m_job.recording->event(m_job.rows.seqAt(m_job.first));
    const QString time = first
        ? QDateTime::fromMSecsSinceEpoch(
            std::chrono::floor<std::chrono::milliseconds>(first->time.time_since_epoch()).count())
              .toString(u"yyyy-MM-dd HH.mm.ss"_s)
        : QString();
    const ConnectionId connection = m_parts.log->model()->filter().connection;
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
    onThread<QString>([job, progress = m_previewing] {
        BoundedSink sink(PreviewRows, PreviewSize);
        [[maybe_unused]] const auto enough = lens::exportRows(job, sink, *progress); // or more than that
        return previewText(sink.bytes(), job.format);
    }).then(this, [this, progress = m_previewing](const QString &text) {
        if (m_dialog && progress == m_previewing)
            m_dialog->showPreview(text);
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
    onThread<Result<ExportReport>>([job = m_job, path, progress = m_running] {
        return lens::exportToFile(job, path, *progress);
    }).then(this, [this, paths = lens::exportedPaths(m_job, path)](const Result<ExportReport> &report) {
        finish(report, paths);
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
        m_dialog->showFailure(tr("Saved %1, but the recording is damaged: %n row(s) are not whole.", nullptr,
            bench::Sentences::plural(report->damagedRows))
                                  .arg(names.join(u", "_s)));
    else
        m_dialog->showSaved(tr("Saved %1").arg(names.join(u", "_s)));
}

} // namespace swb::ui
