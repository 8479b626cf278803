#include "app/copydesk.h"

#include "app/boundedsink.h"
#include "app/exportsource.h"
#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "lens/exporter.h"
#include "pages/banner.h"
#include "widgets/logview.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::ExportFormat;

namespace {

constexpr quint32 MostRowsCopied = 20'000;
constexpr qsizetype MostBytesCopied = 4 * 1024 * 1024;

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

} // namespace

CopyDesk::CopyDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
    , m_menu(new QMenu(parts.window))
{
    m_menu->setObjectName(u"copyAsMenu"_s);
    for (const CopyEntry &entry : copyEntries) {
        QAction *action = m_menu->addAction(QString());
        action->setObjectName(entry.name);
        connect(action, &QAction::triggered, this, [this, entry] { copyAs(entry.format, entry.side); });
    }
    parts.log->addAction(m_menu->menuAction());
    parts.window->installEventFilter(this);
    retranslate();
}

void CopyDesk::retranslate()
{
    m_menu->setTitle(tr("Copy rows &as"));
    const QList<QAction *> actions = m_menu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        const CopyEntry &entry = copyEntries[i];
        actions[i]->setText(entry.format != ExportFormat::Raw ? ExportDialog::formatName(entry.format)
                : entry.side == lens::ExportSide::Received    ? tr("Received bytes as hex")
                                                              : tr("Sent bytes as hex"));
    }
}

bool CopyDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void CopyDesk::copyAs(ExportFormat format, lens::ExportSide side)
{
    const ExportSource source(*m_parts.log);
    if (source.selectedRows() == 0) {
        m_parts.banner->showNotice(tr("No row is selected: choose some in the log, then copy them."));
        return;
    }
    ExportDialog::Choice choice;
    choice.scope = ExportScope::Selection;
    choice.format = format;
    choice.side = side;
    const lens::ExportJob job = source.job(choice);
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

} // namespace swb::ui
