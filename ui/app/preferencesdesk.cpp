#include "app/preferencesdesk.h"

#include "app/appearance.h"
#include "app/benchsession.h"
#include "app/keymap.h"
#include "app/onthread.h"
#include "app/preferencestore.h"
#include "models/folderprobe.h"
#include "pages/appearancepane.h"
#include "pages/connectionspane.h"
#include "pages/preferencesdialog.h"
#include "pages/recordingpane.h"
#include "pages/shortcutsdialog.h"
#include "pages/shortcutspane.h"

#include <QAction>
#include <QFileInfo>

namespace swb::ui {

namespace {

int percentOf(int textSteps)
{
    return 100 + 10 * textSteps;
}

AppearancePane::Choice choiceOf(const Appearance &appearance)
{
    return {appearance.language(), int(appearance.theme()), percentOf(appearance.textSteps()),
        appearance.dataFont()};
}

/// One at a time: each makes the whole window look anew.
void apply(const AppearancePane::Choice &choice, Appearance *appearance)
{
    const AppearancePane::Choice before = choiceOf(*appearance);
    if (choice.theme != before.theme)
        appearance->setTheme(Appearance::Theme(choice.theme));
    if (choice.textPercent != before.textPercent)
        appearance->setTextSteps(qRound((choice.textPercent - 100) / 10.0));
    if (choice.dataFont != before.dataFont)
        appearance->setDataFont(choice.dataFont);
    if (choice.language != before.language)
        appearance->setLanguage(choice.language);
}

} // namespace

PreferencesDesk::PreferencesDesk(const Parts &parts)
    : QObject(parts.window)
    , m_parts(parts)
{
    connect(parts.open, &QAction::triggered, this, &PreferencesDesk::open);
    connect(parts.store, &PreferenceStore::changed, this, &PreferencesDesk::applyToEngine);
    applyToEngine();
}

void PreferencesDesk::applyToEngine()
{
    m_parts.session->setQueueLimit(m_parts.store->values().queueLimit);
    m_parts.session->engine().setSyncInterval(m_parts.store->values().syncInterval);
}

void PreferencesDesk::open()
{
    if (!m_dialog)
        m_dialog = makeDialog();
    m_dialog->open();
}

PreferencesDialog *PreferencesDesk::makeDialog()
{
    auto *appearance = new AppearancePane({Appearance::languages(), percentOf(Appearance::fewestTextSteps),
        percentOf(Appearance::mostTextSteps), Appearance::smallestData, Appearance::largestData});
    auto *recording = new RecordingPane(Preferences::longestSyncInterval);
    auto *connections = new ConnectionsPane(Preferences::smallestQueueLimit, Preferences::largestQueueLimit);
    auto *shortcuts = new ShortcutsPane;
    wireAppearance(appearance);
    wireRecording(recording);
    wireConnections(connections);
    wireShortcuts(shortcuts);
    auto *dialog = new PreferencesDialog({appearance, recording, connections, shortcuts}, m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

void PreferencesDesk::wireAppearance(AppearancePane *pane)
{
    const auto show = [this, pane] { pane->show(choiceOf(*m_parts.appearance)); };
    connect(pane, &AppearancePane::chosen, this,
        [this](const AppearancePane::Choice &choice) { apply(choice, m_parts.appearance); });
    connect(pane, &PreferencePane::defaultsRequested, this, [this] { apply({}, m_parts.appearance); });
    connect(m_parts.appearance, &Appearance::changed, pane, show);
    show();
}

void PreferencesDesk::wireRecording(RecordingPane *pane)
{
    const auto show = [this, pane] {
        const Preferences &values = m_parts.store->values();
        const QString path = m_parts.session->recording().path;
        pane->show(
            values.recordingsFolder.isEmpty() ? m_parts.usualRecordingsFolder : values.recordingsFolder,
            path.isEmpty() ? QString() : QFileInfo(path).path(), values.syncInterval);
    };
    connect(pane, &RecordingPane::folderEntered, this,
        [this, pane](const QString &folder) { checkFolder(pane, folder); });
    connect(pane, &RecordingPane::syncIntervalChosen, this, [this](std::chrono::milliseconds interval) {
        Preferences values = m_parts.store->values();
        values.syncInterval = interval;
        m_parts.store->set(values);
    });
    connect(pane, &PreferencePane::defaultsRequested, this, [this, show] {
        Preferences values = m_parts.store->values();
        values.recordingsFolder = Preferences().recordingsFolder;
        values.syncInterval = Preferences().syncInterval;
        m_parts.store->set(values);
        show(); // also where nothing but a refused folder has to go
    });
    connect(m_parts.store, &PreferenceStore::changed, pane, show);
    show();
}

void PreferencesDesk::checkFolder(RecordingPane *pane, const QString &folder)
{
    const quint64 check = ++m_lastCheck;
    const auto future = onThread<Outcome>([folder] { return probeFolder(folder); });
    whenDone(future, pane, [this, pane, folder, check](const Outcome &usable) {
        if (check != m_lastCheck)
            return;
        if (!usable) {
            pane->showFolderFailure(usable.failure());
            return;
        }
        Preferences values = m_parts.store->values();
        values.recordingsFolder = folder == m_parts.usualRecordingsFolder ? QString() : folder;
        m_parts.store->set(values);
    });
}

void PreferencesDesk::wireConnections(ConnectionsPane *pane)
{
    const auto show = [this, pane] { pane->show(m_parts.store->values().queueLimit); };
    const auto choose = [this](qint64 bytes) {
        Preferences values = m_parts.store->values();
        values.queueLimit = bytes;
        m_parts.store->set(values);
    };
    connect(pane, &ConnectionsPane::queueLimitChosen, this, choose);
    connect(pane, &PreferencePane::defaultsRequested, this, [choose] { choose(Preferences().queueLimit); });
    connect(m_parts.store, &PreferenceStore::changed, pane, show);
    show();
}

void PreferencesDesk::wireShortcuts(ShortcutsPane *pane)
{
    const auto show = [this, pane] { pane->show(m_parts.keys->items(), ShortcutsDialog::composerKeys()); };
    connect(pane, &ShortcutsPane::keysChosen, m_parts.keys, &KeyMap::set);
    connect(pane, &ShortcutsPane::resetRequested, m_parts.keys, &KeyMap::reset);
    connect(pane, &PreferencePane::defaultsRequested, m_parts.keys, &KeyMap::resetAll);
    connect(m_parts.keys, &KeyMap::changed, pane, show);
    connect(m_parts.appearance, &Appearance::changed, pane, show); // the language
    show();
}

} // namespace swb::ui
