#pragma once

#include "app/actions.h"
#include "app/benchsession.h"
#include "app/places.h"
#include "app/preferencestore.h"

#include <QMainWindow>

#include <memory>

class QSettings;
class QSplitter;
class QToolBar;

namespace swb::ui {

class Appearance;
class Banner;
class BenchKeeper;
class BenchTree;
class CommandRouter;
class ElidedLabel;
class ExampleDesk;
class FileOpener;
class KeyMap;
class MainMenus;
class PageStack;
class QuitGuard;
class RecentMenu;
class RecordingDesk;
class RecordingKeeper;
class WorkPage;
class WorkPresenter;
class WorkspaceDesk;

/// The window: creates the parts and connects them; decides nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `settings` and `appearance` are not owned.
    MainWindow(const Places &places, QSettings *settings, Appearance *appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    BenchSession &session() { return m_session; }
    void start(const bench::EndpointSpec &spec);
    void run(Command command); ///< as its menu entry does, once the event loop runs
    FileOpener &files() { return *m_opener; }
    RecordingDesk &recordings() { return *m_recordingDesk; }
    WorkspaceDesk &workspace() { return *m_workspaceDesk; }
    BenchKeeper &keeper() { return *m_benchKeeper; }
    void selectConnection(ConnectionId connection);
    void closeWithoutAsking(); ///< even where the disk has not taken everything

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void makeToolBar();
    void makeDesks();
    void wire();
    void wireFiles();
    void restoreGeometryFrom(const QSettings &settings);
    void takeFrame();
    void showShortcuts();
    void showAbout();
    void setFullScreen(bool on);
    void retranslate();

    Places m_places;
    QSettings *m_settings;
    Appearance *m_appearance;
    PreferenceStore m_preferences;
    BenchSession m_session;
    Actions m_actions;
    QObject m_desks; ///< parent of what works on all of the above, and so gone before it
    BenchTree *m_tree;
    WorkPage *m_page;
    Banner *m_banner;
    QSplitter *m_splitter;
    PageStack *m_pages;
    QToolBar *m_toolBar = nullptr;
    ElidedLabel *m_recordingName;
    QuitGuard *m_quitGuard;
    MainMenus *m_menus;
    WorkPresenter *m_presenter;
    CommandRouter *m_router;
    KeyMap *m_keys;
    FileOpener *m_opener = nullptr;
    RecentMenu *m_recentMenu = nullptr;
    RecordingKeeper *m_recordingKeeper;
    RecordingDesk *m_recordingDesk;
    WorkspaceDesk *m_workspaceDesk;
    ExampleDesk *m_exampleDesk;
    std::unique_ptr<BenchKeeper> m_benchKeeper; ///< last: it writes down the bench as it goes
};

} // namespace swb::ui
