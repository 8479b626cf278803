#include "app/workspacedesk.h"

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/quitguard.h"
#include "bench/sentences.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/openingbar.h"
#include "pages/question.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QStandardPaths>
#include <QStatusBar>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto suffix = "swbench"_L1;
constexpr int shownFor = 10000; // milliseconds
constexpr auto unnoticed = 300ms; // what takes no longer than this needs no progress bar

} // namespace

WorkspaceDesk::WorkspaceDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
    , m_files(parts.files)
    , m_present(bench::Workspace().toJson())
{
    const auto on = [&](Command command, auto slot) {
        connect((*parts.actions)[command], &QAction::triggered, this, slot);
    };
    on(Command::NewBench, &WorkspaceDesk::clear);
    on(Command::OpenBench, &WorkspaceDesk::chooseWhatToOpen);
    on(Command::SaveBench, &WorkspaceDesk::save);
    on(Command::SaveBenchAs, &WorkspaceDesk::chooseWhereToSave);
    on(Command::StartAll, &WorkspaceDesk::startAll);
    connect(parts.session, &BenchSession::framePassed, this, [this](const bench::Changes &changes) {
        if (!changes.endpoints.isEmpty() || !changes.removedEndpoints.isEmpty())
            refresh();
    });
    m_unnoticed.setSingleShot(true);
    m_unnoticed.setInterval(unnoticed);
    connect(&m_unnoticed, &QTimer::timeout, this, &WorkspaceDesk::showOpening);
    refresh();
}

bench::Workspace WorkspaceDesk::current() const
{
    const BenchModel *model = m_parts.session->bench();
    if (m_last.isValid() && !model->endpoint(m_last))
        return m_coming;
    bench::Workspace workspace;
    for (const EndpointId id : model->endpointIds())
        workspace.endpoints.append(model->endpoint(id)->spec);
    return workspace;
}

void WorkspaceDesk::clear()
{
    giveUpOpening();
    ask([this] {
        put({});
        take({}, {});
    });
}

void WorkspaceDesk::chooseWhatToOpen()
{
    auto *dialog = new QFileDialog(m_parts.window, tr("Open a bench"), QFileInfo(m_path).path(),
        tr("Benches (*.swbench);;All files (*)"));
    dialog->setObjectName(u"openBenchDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &WorkspaceDesk::open);
    dialog->open();
}

void WorkspaceDesk::open(const QString &path)
{
    giveUpOpening();
    m_wanted = path;
    m_unnoticed.start();
    m_files.load(path, [this, path, opening = m_opening](const bench::WorkspaceResult &read) {
        if (opening != m_opening)
            return;
        giveUpOpening();
        if (!read) {
            m_parts.banner->showNotice(
                tr("“%1” was not opened: %2")
                    .arg(QFileInfo(path).fileName(), bench::Sentences::workspaceFault(read.failure())));
            return;
        }
        ask([this, path, reading = *read] {
            put(reading.workspace);
            take(QFileInfo(path).absoluteFilePath(), reading);
        });
    });
}

void WorkspaceDesk::showOpening()
{
    m_bar = new OpeningBar(QFileInfo(m_wanted).fileName());
    m_parts.window->statusBar()->addWidget(m_bar);
    connect(m_bar, &OpeningBar::cancelRequested, this, &WorkspaceDesk::giveUpOpening);
}

/// What comes of it is of no interest any more.
void WorkspaceDesk::giveUpOpening()
{
    ++m_opening;
    m_unnoticed.stop();
    if (!m_bar)
        return;
    m_parts.window->statusBar()->removeWidget(m_bar);
    m_bar->deleteLater();
    m_bar.clear();
}

/// Every bench is kept until the next one; a file or a connection may be lost.
void WorkspaceDesk::ask(const Next &goOn)
{
    int open = 0;
    const BenchModel *model = m_parts.session->bench();
    for (const EndpointId id : model->endpointIds())
        open += model->endpoint(id)->openConnections;
    QStringList losses;
    if (isModified())
        losses.append(tr("The changes to “%1” are not saved.").arg(QFileInfo(m_path).fileName()));
    else if (m_path.isEmpty() && !current().endpoints.isEmpty())
        losses.append(tr("This bench is not saved."));
    const bool unsaved = !losses.isEmpty();
    if (open > 0)
        losses.append(tr(
            "%n open connection(s) end with a reset (RST). The recording keeps what passed.", nullptr, open));
    if (unsaved)
        Question::askToSave(
            m_parts.window, u"saveBenchQuestion"_s, losses.join(u'\n'), [this, goOn] { saveAndThen(goOn); },
            goOn);
    else if (open > 0)
        Question::ask(m_parts.window, u"replaceBenchQuestion"_s,
            {(losses << tr("Replace the bench?")).join(u'\n'), tr("&Replace"), tr("&Keep")}, goOn);
    else
        goOn();
}

void WorkspaceDesk::put(const bench::Workspace &workspace)
{
    bench::BenchThread &engine = m_parts.session->engine();
    for (const EndpointId id : m_parts.session->bench()->endpointIds())
        engine.remove(id);
    add(workspace);
}

void WorkspaceDesk::add(const bench::Workspace &workspace)
{
    bench::BenchThread &engine = m_parts.session->engine();
    ++m_number;
    m_coming = workspace;
    m_first = {};
    m_last = {};
    for (const bench::EndpointSpec &spec : workspace.endpoints) {
        m_last = engine.add(spec);
        m_first = m_first.isValid() ? m_first : m_last;
    }
}

void WorkspaceDesk::take(const QString &path, const bench::WorkspaceReading &reading)
{
    m_path = path;
    m_isWhole = reading.isWhole();
    m_saved = reading.workspace.toJson();
    m_present = m_saved;
    m_parts.banner->clearNotice(); // it was about the bench before, or about one that was not opened
    QStringList notes;
    if (reading.isNewer())
        notes.append(tr("This bench was saved by a newer version; what is not understood was left out."));
    for (const bench::WorkspacePlace &place :
        reading.leftOut.first(std::min<qsizetype>(3, reading.leftOut.size())))
        notes.append(tr("Not understood: %1.").arg(bench::Sentences::workspacePlace(place)));
    if (!m_isWhole)
        m_parts.banner->showNotice(
            (notes << tr("The file stays as it is; save under another name.")).join(u' '));
    else if (!path.isEmpty())
        m_parts.window->statusBar()->showMessage(tr("Opened; nothing is started yet"), shownFor);
    showTitle();
    emit changed();
}

void WorkspaceDesk::bringBack(const bench::Workspace &workspace, const QString &path)
{
    if (!m_path.isEmpty())
        return;
    add(workspace);
    m_path = path;
    m_present = workspace.toJson();
    m_saved = m_present;
    m_isWhole = path.isEmpty(); // until that is known, nothing is saved over it
    showTitle();
    if (path.isEmpty())
        return;
    m_files.load(path, [this, path, number = m_number](const bench::WorkspaceResult &file) {
        if (number != m_number || m_path != path || m_isWhole) // it was replaced, or saved
            return;
        m_saved = file ? file->workspace.toJson() : QByteArray();
        m_isWhole = !file || file->isWhole();
        if (!file)
            m_path.clear();
        showTitle();
        emit changed();
    });
}

void WorkspaceDesk::save()
{
    saveAndThen({});
}

void WorkspaceDesk::saveAndThen(const Next &then)
{
    m_path.isEmpty() || !m_isWhole ? chooseWhereToSaveAndThen(then) : write(m_path, then);
}

void WorkspaceDesk::chooseWhereToSave()
{
    chooseWhereToSaveAndThen({});
}

void WorkspaceDesk::chooseWhereToSaveAndThen(const Next &then)
{
    auto *dialog =
        new QFileDialog(m_parts.window, tr("Save the bench as"), QString(), tr("Benches (*.swbench)"));
    dialog->setObjectName(u"saveBenchDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QFileInfo proposed(m_path.isEmpty() ? documents.filePath(u"bench.swbench"_s) : m_path);
    dialog->setDirectory(proposed.dir().exists() ? proposed.dir() : QDir::home());
    dialog->selectFile(proposed.fileName());
    connect(
        dialog, &QFileDialog::fileSelected, this, [this, then](const QString &path) { write(path, then); });
    dialog->open();
}

void WorkspaceDesk::saveAs(const QString &path)
{
    write(path, {});
}

void WorkspaceDesk::write(const QString &path, const Next &then)
{
    const QString name = QFileInfo(path).suffix().isEmpty() ? path + u'.' + suffix : path;
    const bench::Workspace workspace = current();
    const int hold = m_parts.quit->hold(QFileInfo(name).fileName());
    m_parts.window->statusBar()->showMessage(tr("Saving “%1”…").arg(name));
    m_files.save(workspace, name, [=, this, number = m_number](const WorkspaceFiles::Saved &saved) {
        m_parts.window->statusBar()->clearMessage();
        if (!saved) {
            m_parts.banner->showNotice(
                tr("Not saved: %1").arg(bench::Sentences::workspaceFault(saved.failure())));
        } else {
            m_parts.window->statusBar()->showMessage(tr("Saved as %1").arg(name), shownFor);
            if (number == m_number)
                finishWriting(name, workspace);
            if (then && number == m_number) // it may have changed meanwhile
                isModified() ? ask(then) : then();
        }
        m_parts.quit->release(hold, bool(saved));
    });
}

void WorkspaceDesk::finishWriting(const QString &path, const bench::Workspace &workspace)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_isWhole = true;
    m_saved = workspace.toJson();
    m_present = current().toJson();
    showTitle();
    emit changed();
}

void WorkspaceDesk::startAll()
{
    m_parts.session->engine().startTogether(m_parts.session->bench()->endpointIds(), bench::PortTaken::Fails);
}

/// False while a bench that was put up is on its way to the window.
bool WorkspaceDesk::hasArrived()
{
    const BenchModel *model = m_parts.session->bench();
    if (m_last.isValid() && !model->endpoint(m_last))
        return false;
    if (m_first.isValid() && model->endpoint(m_first))
        m_parts.tree->select({BenchModel::RowKind::Endpoint, m_first, {}, 0});
    m_first = {};
    m_last = {};
    m_coming = {};
    return true;
}

void WorkspaceDesk::refresh()
{
    if (!hasArrived())
        return;
    const BenchModel *model = m_parts.session->bench();
    const QList<EndpointId> ids = model->endpointIds();
    const bool idle = std::ranges::any_of(
        ids, [model](EndpointId id) { return bench::isIdle(model->endpoint(id)->state); });
    const Actions &actions = *m_parts.actions;
    actions[Command::StartAll]->setEnabled(idle);
    actions[Command::SaveBench]->setEnabled(!ids.isEmpty());
    actions[Command::SaveBenchAs]->setEnabled(!ids.isEmpty());
    actions[Command::NewBench]->setEnabled(!ids.isEmpty() || !m_path.isEmpty());
    const QByteArray present = current().toJson();
    if (present == m_present)
        return;
    m_present = present;
    showTitle();
    emit changed();
}

bool WorkspaceDesk::isModified() const
{
    return !m_path.isEmpty() && m_present != m_saved;
}

void WorkspaceDesk::showTitle()
{
    const QString program = tr("Socket Workbench");
    m_parts.window->setWindowTitle(
        m_path.isEmpty() ? program : tr("%1[*] – %2").arg(QFileInfo(m_path).completeBaseName(), program));
    m_parts.window->setWindowModified(isModified());
}

void WorkspaceDesk::retranslate()
{
    showTitle();
}

} // namespace swb::ui
