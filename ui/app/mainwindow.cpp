#include "app/mainwindow.h"

#include "app/annotationdesk.h"
#include "app/appearance.h"
#include "app/benchkeeper.h"
#include "app/bothendsdesk.h"
#include "app/bytesdesk.h"
#include "app/commandrouter.h"
#include "app/copydesk.h"
#include "app/dropdesk.h"
#include "app/exampledesk.h"
#include "app/exportdesk.h"
#include "app/fileopener.h"
#include "app/filterdesk.h"
#include "app/finder.h"
#include "app/focusrouter.h"
#include "app/halldesk.h"
#include "app/inspectordesk.h"
#include "app/keymap.h"
#include "app/ladderdesk.h"
#include "app/machinedesk.h"
#include "app/mainmenus.h"
#include "app/pagedesk.h"
#include "app/palettedesk.h"
#include "app/plotdesk.h"
#include "app/preferencesdesk.h"
#include "app/projectordesk.h"
#include "app/pythondesk.h"
#include "app/quitguard.h"
#include "app/recentfiles.h"
#include "app/recentmenu.h"
#include "app/recordingdesk.h"
#include "app/recordingkeeper.h"
#include "app/sampledesk.h"
#include "app/stepdesk.h"
#include "app/streamdesk.h"
#include "app/tcpdesk.h"
#include "app/timedesk.h"
#include "app/workpresenter.h"
#include "app/workspacedesk.h"
#include "bench/sentences.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/elidedlabel.h"
#include "pages/endpointpage.h"
#include "pages/inspector.h"
#include "pages/pagestack.h"
#include "pages/shortcutsdialog.h"
#include "pages/startpage.h"
#include "pages/subjectbar.h"
#include "pages/workpage.h"
#include "widgets/bytesview.h"
#include "widgets/composer.h"
#include "widgets/icons.h"
#include "widgets/logview.h"
#include "widgets/theme.h"

#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto splitterKey = "window/bench"_L1;
constexpr auto logSplitterKey = "window/log"_L1;
constexpr QSize SmallWindow(800, 560); ///< in either direction: below it tools are icons alone

} // namespace

MainWindow::MainWindow(const Places &places, QSettings *settings, Appearance *appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_places(places)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_preferences(settings)
    , m_actions(this)
    , m_tree(new BenchTree)
    , m_page(new WorkPage)
    , m_banner(new Banner)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_pages(new PageStack(m_splitter))
    , m_recordingName(new ElidedLabel)
    , m_quitGuard(new QuitGuard(&m_session, this))
    , m_menus(new MainMenus(menuBar(), &m_actions, appearance, &m_desks))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(Icons::program());
    layOut();
    makeToolBar();
    m_tree->setBench(m_session.bench());
    makeDesks();
    wire();
    wireFiles();
    restoreGeometryFrom(*settings);
    retranslate();
    m_keys = new KeyMap(this, menuBar(), settings); // every menu has its commands
    connect(m_keys, &KeyMap::changed, this, [this] { m_actions.retranslate(); });
    m_actions.retranslate();
    new PaletteDesk({this, &m_actions, m_session.bench(), m_tree, m_pages, settings});
    new PreferencesDesk({this, m_actions[Command::Preferences], appearance, &m_preferences, m_keys,
        &m_session, places.recordings()});
    const QString folder = m_preferences.values().recordingsFolder;
    m_recordingKeeper->begin(folder.isEmpty() ? places.recordings() : folder);
    m_page->start()->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeDesks()
{
    const auto keep = [this](auto *desk) { // whose parent would be the window, over which it asks
        desk->setParent(&m_desks);
        return desk;
    };
    new PageDesk(m_actions, *m_menus, m_pages, m_toolBar, &m_desks);
    m_presenter = new WorkPresenter(&m_session, m_tree, m_page, &m_desks);
    m_router = keep(new CommandRouter(&m_actions, &m_session, m_presenter, this));
    new FilterDesk({&m_actions, &m_session, m_presenter, m_page}, &m_desks);
    new AnnotationDesk({&m_actions, &m_session, m_presenter, m_page, m_banner}, &m_desks);
    new BytesDesk(m_page, m_settings, &m_desks);
    new TimeDesk(&m_actions, m_presenter, m_page, m_settings, &m_desks);
    auto *samples = new SampleDesk(&m_session, &m_desks);
    auto *facts = new InspectorDesk({m_splitter, m_page, m_banner, &m_actions, &m_session, m_presenter,
                                        samples, m_settings},
        &m_desks);
    m_recordingKeeper = keep(new RecordingKeeper(
        &m_session, {this, m_banner, m_page->start(), m_recordingName, m_actions[Command::SaveRecordingAs]}));
    m_recordingDesk =
        keep(new RecordingDesk({this, &m_actions, &m_session, m_presenter, m_tree, m_banner, m_quitGuard}));
    m_workspaceDesk = keep(new WorkspaceDesk({this, &m_actions, &m_session, m_tree, m_banner, m_quitGuard}));
    m_benchKeeper = std::make_unique<BenchKeeper>(
        m_places.state(), BenchKeeper::Parts{this, &m_session, m_workspaceDesk, m_recordingDesk, m_settings});
    m_exampleDesk = keep(new ExampleDesk({this, m_menus->examples(), &m_session, m_tree, m_page, m_banner}));
    new FocusRouter(&m_actions, m_tree, m_page, facts->inspector(), &m_desks);
    auto *finder = new Finder(&m_actions, m_presenter, m_page, &m_desks);
    keep(new ExportDesk({this, &m_actions, m_page->log(), m_banner, m_settings, m_quitGuard}));
    auto *copyDesk = keep(new CopyDesk({this, m_page->log(), m_banner}));
    m_menus->edit()->addSeparator();
    m_menus->edit()->addMenu(copyDesk->menu());
    new StreamDesk({m_page, &m_actions, &m_session, m_presenter, finder->model(), m_settings}, &m_desks);
    auto *tcp = new TcpDesk({m_page, &m_actions, &m_session, m_presenter}, &m_desks);
    new ProjectorDesk({this, &m_actions, tcp, m_page}, &m_desks);
    new BothEndsDesk({this, tcp, m_page, &m_session, m_presenter, samples, m_banner}, &m_desks);
    new LadderDesk({this, tcp, m_page, m_tree, &m_session, m_presenter, m_banner}, &m_desks);
    new PlotDesk({this, tcp, m_page, &m_session, m_presenter, samples, m_banner}, &m_desks);
    new HallDesk({tcp, m_page, &m_actions, &m_session, m_presenter, samples}, &m_desks);
    new MachineDesk(m_actions[Command::MyMachine], m_pages, &m_desks);
    new StepDesk({m_actions[Command::StepByStep], m_page->start(), m_pages, statusBar()}, &m_desks);
    new PythonDesk({this, m_actions[Command::ShowAsPython], &m_session, m_presenter, m_banner}, &m_desks);
}

void MainWindow::layOut()
{
    auto *central = new QWidget;
    central->setObjectName(u"central"_s);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins({});
    column->setSpacing(0);
    m_splitter->setObjectName(u"benchAndWork"_s);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_page);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_tree->setMinimumWidth(180);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    setCentralWidget(central);
    m_recordingName->setObjectName(u"recordingName"_s);
    m_recordingName->setElideMode(Qt::ElideMiddle);
    m_recordingName->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_recordingName->setContentsMargins(Space::One, 0, Space::One, 0);
    statusBar()->setObjectName(u"statusBar"_s);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_recordingName);
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(u"toolBar"_s);
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setIconSize(QSize(24, 24));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_toolBar->addActions({m_actions[Command::NewServer], m_actions[Command::NewClient],
        m_actions[Command::OpenRecording], m_actions[Command::SaveRecordingAs]});
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_actions[Command::FinishSending], m_actions[Command::Close],
        m_actions[Command::Reset], m_actions[Command::StopReading]});
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_actions[Command::PauseAccepting], m_actions[Command::StopListening]});
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions[Command::ShowFacts]);
}

void MainWindow::wire()
{
    const auto on = [this](Command command, auto &&slot) {
        connect(m_actions[command], &QAction::triggered, this, slot);
    };
    on(Command::Quit, &QWidget::close);
    on(Command::Start, [this] {
        if (m_page->isStart())
            m_presenter->startFirstServer();
        else if (m_page->form()->isVisible())
            m_page->form()->submit();
    });
    connect(m_presenter, &WorkPresenter::noticed, m_banner, &Banner::showNotice);
    connect(m_presenter, &WorkPresenter::started, m_banner, &Banner::clearNotice);
    on(Command::FullScreen, &MainWindow::setFullScreen);
    on(Command::Shortcuts, &MainWindow::showShortcuts);
    on(Command::About, &MainWindow::showAbout);
    // Only what was dragged is remembered: the rest follows from the size of the window.
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_settings->setValue(splitterKey, m_splitter->saveState()); });
    connect(m_page->splitter(), &QSplitter::splitterMoved, this,
        [this] { m_settings->setValue(logSplitterKey, m_page->splitter()->saveState()); });
    connect(m_page->start(), &StartPage::openRequested, m_recordingDesk, &RecordingDesk::chooseWhatToOpen);
    connect(m_recordingDesk, &RecordingDesk::opened, m_pages, &PageStack::showBench);
    connect(&m_session, &BenchSession::framePassed, this, &MainWindow::takeFrame);
    connect(&m_session.engine(), &bench::BenchThread::sendRefused, this,
        [this](ConnectionId, const Failure &failure, const QByteArray &) {
            m_page->composer()->restoreLast();
            m_banner->showNotice(tr("Not sent: %1").arg(bench::Sentences::failure(failure)));
        });
}

void MainWindow::wireFiles()
{
    auto *recent = new RecentFiles(m_settings, this);
    m_recentMenu =
        new RecentMenu(m_menus->file(), m_actions[Command::OpenRecording], m_page->start(), recent, this);
    m_opener = new FileOpener([this](const QString &path) { m_recordingDesk->open(path); },
        [this](const QString &path) {
            m_pages->showBench();
            m_workspaceDesk->open(path);
        },
        this);
    new DropDesk(this, m_opener, m_banner);
    connect(m_recentMenu, &RecentMenu::chosen, m_opener, &FileOpener::open);
    connect(m_recordingDesk, &RecordingDesk::opened, recent, &RecentFiles::add);
    connect(m_workspaceDesk, &WorkspaceDesk::changed, recent, [this, recent] {
        if (!m_workspaceDesk->path().isEmpty())
            recent->add(m_workspaceDesk->path());
    });
}

void MainWindow::restoreGeometryFrom(const QSettings &settings)
{
    // The title bar is not known before the window is shown; without room for it the window starts maximized.
    const QSize room = screen()->availableSize() - QSize(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    const QSize usual(1280, 800);
    resize(usual.boundedTo(room));
    if (usual.width() > room.width() || usual.height() > room.height())
        setWindowState(Qt::WindowMaximized);
    m_splitter->setSizes({width() * 5 / 16, width() * 11 / 16});
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    m_page->splitter()->restoreState(settings.value(logSplitterKey).toByteArray());
}

void MainWindow::start(const bench::EndpointSpec &spec)
{
    m_presenter->start(spec);
}

void MainWindow::run(Command command)
{
    QMetaObject::invokeMethod(m_actions[command], &QAction::trigger, Qt::QueuedConnection);
}

void MainWindow::selectConnection(ConnectionId connection)
{
    m_tree->select(m_session.bench()->targetAt(m_session.bench()->indexOf(connection)));
}

void MainWindow::closeWithoutAsking()
{
    m_quitGuard->insist();
    close();
}

void MainWindow::takeFrame()
{
    m_presenter->refresh();
    m_router->refresh();
    m_recordingKeeper->refresh();
}

void MainWindow::showShortcuts()
{
    (new ShortcutsDialog(m_keys->items(), this))->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Socket Workbench"),
        tr("Socket Workbench %1").arg(QStringLiteral(SWB_VERSION)), QMessageBox::Close, this);
    box->setObjectName(u"aboutBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(Icons::program().pixmap(QSize(64, 64), devicePixelRatio()));
    box->setInformativeText(
        tr("A desktop bench for sockets: exact bytes, the real kernel, the evidence on disk.\n"
           "Free software under the GNU General Public License, version 3 or later.")
        + (m_places.isPortable() ? u"\n\n"_s + tr("Portable: settings and recordings are beside the program.")
                                 : QString()));
    box->open();
}

void MainWindow::setFullScreen(bool on)
{
    setWindowState(on ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::retranslate()
{
    m_workspaceDesk->retranslate();
    m_exampleDesk->retranslate();
    m_actions.retranslate();
    m_menus->retranslate();
    m_recentMenu->retranslate();
    m_toolBar->setAccessibleName(tr("Tools"));
    m_toolBar->setWindowTitle(tr("Tools"));
    m_page->log()->setAccessibleName(tr("Log"));
    m_session.bench()->retranslate();
    m_presenter->retranslate();
    m_recordingKeeper->retranslate();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// A small window, or one at a large scale, gives the room to the work.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool small = width() < SmallWindow.width() || height() < SmallWindow.height();
    m_toolBar->setToolButtonStyle(small ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_quitGuard->mayClose()) {
        event->ignore();
        return;
    }
    m_settings->setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace swb::ui
