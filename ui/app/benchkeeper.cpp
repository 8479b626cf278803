#include "app/benchkeeper.h"

#include "app/benchsession.h"
#include "app/recordingdesk.h"
#include "app/workspacedesk.h"
#include "journal/recording.h"
#include "pages/recoverydialog.h"

#include <QDir>
#include <QFileInfo>
#include <QMainWindow>
#include <QSettings>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;

namespace {

constexpr auto pathKey = "bench/file"_L1;
constexpr auto calmTime = 500ms; // what is typed key by key is written once
constexpr auto stableTime = 60s; // a bench that is up for so long did not bring the program down

} // namespace

BenchKeeper::BenchKeeper(const QString &stateFolder, const Parts &parts)
    : m_parts(parts)
    , m_marker(stateFolder)
    , m_file(QDir(stateFolder).filePath(u"last.swbench"_s))
    , m_kept(parts.bench->current().toJson())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(calmTime);
    m_stable.setSingleShot(true);
    m_stable.setInterval(stableTime);
    connect(&m_soon, &QTimer::timeout, this, &BenchKeeper::keep);
    connect(&m_stable, &QTimer::timeout, this, [this] { m_marker.setJustRestored(false); });
    connect(parts.bench, &WorkspaceDesk::changed, this, [this] { m_soon.start(); });
    connect(parts.session, &BenchSession::framePassed, this, &BenchKeeper::noteRecording);
}

BenchKeeper::~BenchKeeper()
{
    const bool written = m_files.drain(); // an older bench must not come after this one
    if (m_restoring || (isKept() && written))
        return;
    m_parts.settings->setValue(pathKey, m_parts.bench->path());
    // Nobody is left to be told; what was kept before is still there.
    m_files.save(m_parts.bench->current(), m_file, {});
}

/// A recording that holds nothing is nothing to offer.
void BenchKeeper::noteRecording()
{
    const auto recording = m_parts.session->engine().recording();
    if (recording && recording->eventCount() > 0)
        m_marker.setRecording(recording->path());
}

bool BenchKeeper::isKept() const
{
    return m_parts.bench->path() == m_keptPath && m_parts.bench->current().toJson() == m_kept;
}

void BenchKeeper::keep()
{
    if (m_restoring || isKept())
        return;
    if (m_files.isSaving()) {
        m_soon.start();
        return;
    }
    const bench::Workspace present = m_parts.bench->current();
    m_kept = present.toJson();
    m_keptPath = m_parts.bench->path();
    m_parts.settings->setValue(pathKey, m_keptPath);
    m_files.save(present, m_file, [this](const WorkspaceFiles::Saved &saved) {
        if (!saved)
            m_kept.clear(); // the next change, or the end, tries again; the bench itself is not in danger
    });
}

bool BenchKeeper::hasCrashedRestoring() const
{
    return std::ranges::any_of(m_marker.wrecks(), &Wreck::justRestored);
}

void BenchKeeper::bringBack()
{
    if (m_marker.isAlone() && !hasCrashedRestoring())
        restore();
}

void BenchKeeper::restore()
{
    m_restoring = true;
    m_files.load(m_file, [this](const bench::WorkspaceResult &last) {
        m_restoring = false;
        if (last && !last->workspace.endpoints.isEmpty())
            put(last->workspace);
        m_soon.start(); // what was put beside it meanwhile
    });
}

void BenchKeeper::put(const bench::Workspace &last)
{
    m_marker.setJustRestored(true);
    m_stable.start();
    m_kept = last.toJson();
    m_keptPath = m_parts.settings->value(pathKey).toString();
    m_parts.bench->bringBack(last, m_keptPath);
}

void BenchKeeper::offerWhatCrashed()
{
    QStringList recordings;
    for (const Wreck &wreck : m_marker.wrecks()) {
        if (!wreck.recording.isEmpty() && QFileInfo(wreck.recording).isFile())
            recordings.append(wreck.recording);
    }
    const bool heldBack = hasCrashedRestoring() && m_marker.isAlone();
    if (recordings.isEmpty() && !heldBack) {
        m_marker.forgetWrecks();
        return;
    }
    auto *dialog = new RecoveryDialog(recordings, heldBack, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecoveryDialog::recordingWanted, m_parts.recordings, &RecordingDesk::open);
    connect(dialog, &RecoveryDialog::benchWanted, this, &BenchKeeper::restore);
    connect(dialog, &QDialog::finished, this, [this] { m_marker.forgetWrecks(); });
    dialog->open();
}

} // namespace swb::ui
