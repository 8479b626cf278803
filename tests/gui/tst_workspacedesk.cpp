#include "app/benchkeeper.h"
#include "app/sessionmarker.h"
#include "app/workspacedesk.h"
#include "bench/workspace.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/recoverydialog.h"
#include "windowfixture.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using bench::EndpointState;
using bench::Role;

namespace {

/// A port where nobody listens.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bench::Workspace serverAndClient(quint16 port)
{
    bench::EndpointSpec server;
    server.port = port;
    server.behaviour.echo = true;
    bench::EndpointSpec client;
    client.role = Role::TcpClient;
    client.port = port;
    client.behaviour.greeting = u"hello"_s;
    client.behaviour.script = {u"again"_s};
    client.behaviour.hangUp = protocol::HangUp::WhenAnswered;
    return {{server, client}};
}

bool isRefused(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return !socket.waitForConnected(5000) && socket.error() == QAbstractSocket::ConnectionRefusedError;
}

/// What a program leaves that is killed at work.
bool leaveWreck(const QString &folder, const QString &recording, bool justRestored)
{
    int ready[2];
    if (::pipe(ready) != 0)
        return false;
    const pid_t child = ::fork();
    if (child == 0) {
        SessionMarker marker(folder);
        marker.setRecording(recording);
        marker.setJustRestored(justRestored);
        [[maybe_unused]] const ssize_t told = ::write(ready[1], "!", 1);
        for (;;)
            ::pause();
    }
    char byte = 0;
    const bool begun = ::read(ready[0], &byte, 1) == 1;
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    return begun;
}

} // namespace

/// Benches as files, at the next start, and after a crash; and the examples.
class tst_WorkspaceDesk : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void openingStartsNothing();
    void startsOneOrAll();
    void comesBackFromTheFileAsItWas();
    void theTitleSaysWhatIsNotSaved();
    void asksBeforeChangesAreLost();
    void savesChangesBeforeANewBench();
    void keepsABenchThatCannotBeSaved();
    void keepsABenchWhoseSavingIsCancelled();
    void leavingWaitsForASave();
    void aNoticeGoesOnceSomethingSucceeds();
    void isNotSavedOverWhatItDoesNotUnderstand();
    void saysWhereAFileIsWrong();
    void comesBackAtTheNextStart();
    void isForgottenWithANewBench();
    void twoWindowsAreNoCrash();
    void offersWhatAKilledProgramLeft();
    void leavesABenchAsideThatCrashesAtOnce();
    void formsKeepWhatAClientSays();
    void examplesRunWithOneClick();
    void anExampleMakesRoomForTheNext();
    void anExampleThatWasUsedStays_data();
    void anExampleThatWasUsedStays();
    void anExampleThatWasSpokenToStays();
    void examplesAreFoundByTyping();

private:
    QString write(const bench::Workspace &workspace, const QString &folder = {})
    {
        const QString path = m_home->filePath(folder + u"bench.swbench"_s);
        return workspace.save(path) ? path : QString();
    }
    /// A bench that has a file, and that is not as it is there.
    void openChanged(const QString &folder = {})
    {
        QVERIFY(QDir(m_home->path()).mkpath(u"./"_s + folder));
        desk().open(write(serverAndClient(freePort()), folder));
        QTRY_COMPARE(bench().endpointIds().size(), 2);
        m_window->session().engine().remove(endpoint(1)->id);
        QTRY_VERIFY(m_window->isWindowModified());
    }
    /// To its end.
    void runExample(const QByteArray &id)
    {
        const QList<EndpointId> there = bench().endpointIds();
        trigger(id + "ExampleAction");
        QTRY_VERIFY(!bench().endpointIds().isEmpty() && !there.contains(bench().endpointIds().constLast()));
        QTRY_COMPARE(bench().endpoint(bench().endpointIds().constLast())->state, EndpointState::Stopped);
        QTRY_COMPARE(endpoint(bench().endpointIds().size() - 2)->openConnections, 0);
    }
    WorkspaceDesk &desk() { return m_window->workspace(); }
    const bench::EndpointStatus *endpoint(qsizetype number) const
    {
        const QList<EndpointId> ids = bench().endpointIds();
        return number < ids.size() ? bench().endpoint(ids[number]) : nullptr;
    }
    void trigger(const QByteArray &action) { find<QAction>(action.constData())->trigger(); }
    void restart()
    {
        const Places places = Places::in(m_home->path());
        makeWindow(places);
        m_window->keeper().bringBack();
        m_window->keeper().offerWhatCrashed();
        QTRY_VERIFY(!m_window->keeper().isRestoring());
    }
    QString state() const { return Places::in(m_home->path()).state(); }
};

void tst_WorkspaceDesk::openingStartsNothing()
{
    const quint16 port = freePort();
    desk().open(write(serverAndClient(port)));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QTRY_COMPARE(bench().targetAt(find<BenchTree>("benchTree")->currentIndex()).endpoint, endpoint(0)->id);
    QCOMPARE(endpoint(0)->state, EndpointState::NotStarted);
    QCOMPARE(endpoint(1)->state, EndpointState::NotStarted);
    QVERIFY(isRefused(port));
    QCOMPARE(find<QLabel>("state")->text(), u"not started"_s);
    QVERIFY(find<QPushButton>("startButton")->isEnabled());
}

void tst_WorkspaceDesk::startsOneOrAll()
{
    const quint16 port = freePort();
    desk().open(write(serverAndClient(port)));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QTRY_VERIFY(find<QAction>("startAction")->isEnabled());
    trigger("startAction");
    QTRY_COMPARE(endpoint(0)->state, EndpointState::Listening);
    QCOMPARE(endpoint(1)->state, EndpointState::NotStarted);
    QVERIFY(find<QAction>("startAllAction")->isEnabled());
    trigger("startAllAction");
    QTRY_COMPARE(endpoint(1)->state, EndpointState::Stopped); // it has hung up by itself
    const auto *talk = bench().connectionAt(bench().index(0, 0, bench().indexOf(endpoint(1)->id)));
    QVERIFY(talk);
    QTRY_COMPARE(talk->bytesReceived, quint64(10)); // "hello" and "again" come back
}

void tst_WorkspaceDesk::comesBackFromTheFileAsItWas()
{
    const bench::Workspace workspace = serverAndClient(freePort());
    desk().open(write(workspace));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    const QString other = m_home->filePath(u"other"_s);
    desk().saveAs(other);
    QTRY_COMPARE(desk().path(), other + u".swbench"_s);
    const auto read = bench::loadWorkspace(desk().path());
    QVERIFY(read);
    QVERIFY(read->workspace == workspace);
}

void tst_WorkspaceDesk::theTitleSaysWhatIsNotSaved()
{
    QCOMPARE(m_window->windowTitle(), u"Socket Workbench"_s);
    desk().open(write(serverAndClient(freePort())));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QCOMPARE(m_window->windowTitle(), u"bench[*] – Socket Workbench"_s);
    QVERIFY(!m_window->isWindowModified());
    bench::EndpointSpec another;
    another.port = freePort();
    m_window->start(another);
    QTRY_VERIFY(m_window->isWindowModified());
    trigger("saveBenchAction");
    QTRY_VERIFY(!m_window->isWindowModified());
    QCOMPARE(bench::loadWorkspace(desk().path())->workspace.endpoints.size(), 3);
}

void tst_WorkspaceDesk::asksBeforeChangesAreLost()
{
    openChanged();
    desk().open(desk().path());
    QTRY_VERIFY(m_window->findChild<QMessageBox *>(u"saveBenchQuestion"_s));
    find<QPushButton>("saveBenchQuestionNo")->click();
    QCOMPARE(bench().endpointIds().size(), 1);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    desk().open(desk().path());
    QTRY_VERIFY(m_window->findChild<QMessageBox *>());
    QVERIFY(find<QMessageBox>("saveBenchQuestion")->text().contains(u"“bench.swbench” are not saved"_s));
    find<QPushButton>("saveBenchQuestionYes")->click();
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QVERIFY(!m_window->isWindowModified());
}

void tst_WorkspaceDesk::savesChangesBeforeANewBench()
{
    openChanged();
    const QString path = desk().path();
    trigger("newBenchAction");
    QVERIFY(find<QPushButton>("saveBenchQuestionSave")->isDefault());
    find<QPushButton>("saveBenchQuestionSave")->click();
    QTRY_VERIFY(bench().isBenchEmpty());
    QCOMPARE(bench::loadWorkspace(path)->workspace.endpoints.size(), 1);
    QVERIFY(desk().path().isEmpty());
}

void tst_WorkspaceDesk::keepsABenchThatCannotBeSaved()
{
    openChanged(u"folder/"_s);
    QVERIFY(QDir(m_home->filePath(u"folder"_s)).removeRecursively());
    trigger("newBenchAction");
    find<QPushButton>("saveBenchQuestionSave")->click();
    QTRY_VERIFY(find<Banner>("banner")->text().startsWith(u"Not saved"_s));
    QCOMPARE(bench().endpointIds().size(), 1);
    QVERIFY(m_window->isWindowModified());
}

void tst_WorkspaceDesk::keepsABenchWhoseSavingIsCancelled()
{
    bench::EndpointSpec spec;
    spec.port = freePort();
    m_window->start(spec);
    QTRY_COMPARE(bench().endpointIds().size(), 1);
    trigger("newBenchAction");
    find<QPushButton>("saveBenchQuestionSave")->click();
    find<QDialog>("saveBenchDialog")->reject();
    QTRY_VERIFY(!m_window->findChild<QDialog *>());
    QCOMPARE(bench().endpointIds().size(), 1);
}

/// The bench comes back, changes and all, so leaving asks nothing; a save that was asked for is seen through.
void tst_WorkspaceDesk::leavingWaitsForASave()
{
    openChanged();
    const QString path = desk().path();
    desk().save();
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(bench::loadWorkspace(path)->workspace.endpoints.size(), 1);
    QVERIFY(!m_window->findChild<QMessageBox *>()); // it was done at once
}

void tst_WorkspaceDesk::aNoticeGoesOnceSomethingSucceeds()
{
    const auto *banner = find<Banner>("banner");
    desk().open(m_home->filePath(u"nowhere.swbench"_s));
    QTRY_VERIFY(banner->isVisible());
    desk().open(write(serverAndClient(freePort())));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QVERIFY(!banner->isVisible());
    desk().open(m_home->filePath(u"nowhere.swbench"_s));
    QTRY_VERIFY(banner->isVisible());
    bench::EndpointSpec spec;
    spec.port = freePort();
    m_window->start(spec);
    QTRY_VERIFY(!banner->isVisible());
}

void tst_WorkspaceDesk::isNotSavedOverWhatItDoesNotUnderstand()
{
    const QString path = m_home->filePath(u"newer.swbench"_s);
    QFile file(path);
    const QByteArray json = R"({"format": "socket-workbench-workspace", "version": 2, "endpoints":
        [{"role": "server", "port": 9090, "colour": "green"}]})";
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    file.close();
    desk().open(path);
    QTRY_COMPARE(bench().endpointIds().size(), 1);
    QVERIFY(find<Banner>("banner")->text().contains(u"“colour”"_s));
    trigger("saveBenchAction");
    QTRY_VERIFY(m_window->findChild<QDialog *>(u"saveBenchDialog"_s)); // another name
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), json);
}

void tst_WorkspaceDesk::saysWhereAFileIsWrong()
{
    const QString path = m_home->filePath(u"wrong.swbench"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{\"format\": \"socket-workbench-workspace\", \"version\": 1,\n\"endpoints\": [{\"role\": \"server\","
        "\n\"port\": 70000}]}");
    file.close();
    desk().open(path);
    QTRY_VERIFY(find<Banner>("banner")->isVisible());
    const QString said = find<Banner>("banner")->text();
    QVERIFY2(said.contains(u"line 3, endpoint 1, “port”: 70000"_s), qPrintable(said));
    QVERIFY(bench().isBenchEmpty());
}

void tst_WorkspaceDesk::comesBackAtTheNextStart()
{
    const quint16 port = freePort();
    const QString path = write(serverAndClient(port));
    desk().open(path);
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    trigger("startAllAction");
    QTRY_COMPARE(endpoint(1)->state, EndpointState::Stopped);
    bench::EndpointSpec another;
    another.port = freePort();
    m_window->start(another);
    QTRY_COMPARE(bench().endpointIds().size(), 3);
    QTRY_VERIFY(m_window->isWindowModified());

    restart();
    QTRY_COMPARE(bench().endpointIds().size(), 3);
    QCOMPARE(endpoint(0)->state, EndpointState::NotStarted);
    QCOMPARE(endpoint(2)->spec.port, another.port);
    QVERIFY(isRefused(port));
    QCOMPARE(desk().path(), path);
    QTRY_VERIFY(m_window->isWindowModified());
    QVERIFY(!m_window->findChild<RecoveryDialog *>()); // it had ended properly
}

void tst_WorkspaceDesk::isForgottenWithANewBench()
{
    desk().open(write(serverAndClient(freePort())));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    trigger("newBenchAction");
    QTRY_VERIFY(bench().isBenchEmpty());
    QCOMPARE(m_window->windowTitle(), u"Socket Workbench"_s);
    restart();
    QVERIFY(desk().current().endpoints.isEmpty());
}

void tst_WorkspaceDesk::twoWindowsAreNoCrash()
{
    const SessionMarker other(state());
    QVERIFY(other.wrecks().isEmpty());
    QVERIFY(!other.isAlone());
    const bench::Workspace last = serverAndClient(freePort());
    QVERIFY(last.save(state() + u"/last.swbench"_s));
    restart();
    QVERIFY(!m_window->findChild<RecoveryDialog *>());
    QVERIFY(desk().current().endpoints.isEmpty()); // the other window has it
}

void tst_WorkspaceDesk::offersWhatAKilledProgramLeft()
{
    bench::EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    QTRY_COMPARE(bench().endpointIds().size(), 1);
    const QString recording = m_window->session().recording().path;
    m_window.reset();
    QVERIFY(leaveWreck(state(), recording, false));
    restart();
    QVERIFY(m_window->findChild<RecoveryDialog *>());
    restart(); // it has not been answered
    QTRY_COMPARE(bench().endpointIds().size(), 1); // the bench comes back all the same
    auto *dialog = m_window->findChild<RecoveryDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChildren<QCheckBox *>().size(), 1);
    find<QPushButton>("recoveryOpen")->click();
    const int rows = bench().rowCount();
    QTRY_VERIFY(bench().rowCount() > rows || bench().targetAt(bench().index(rows - 1, 0)).recording != 0);
    restart();
    QVERIFY(!m_window->findChild<RecoveryDialog *>()); // once is enough
}

void tst_WorkspaceDesk::leavesABenchAsideThatCrashesAtOnce()
{
    const bench::Workspace last = serverAndClient(freePort());
    m_window.reset();
    QVERIFY(last.save(state() + u"/last.swbench"_s));
    QVERIFY(leaveWreck(state(), {}, true));
    restart();
    QVERIFY(desk().current().endpoints.isEmpty());
    find<QCheckBox>("recoverBench")->setChecked(true);
    find<QPushButton>("recoveryOpen")->click();
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QCOMPARE(endpoint(0)->state, EndpointState::NotStarted);
}

void tst_WorkspaceDesk::formsKeepWhatAClientSays()
{
    bench::Workspace workspace = serverAndClient(freePort());
    workspace.endpoints[1].closeByReset = true;
    desk().open(write(workspace));
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    find<BenchTree>("benchTree")->select({BenchModel::RowKind::Endpoint, endpoint(1)->id, {}, 0});
    QTRY_VERIFY(find<QAction>("startAction")->isEnabled());
    trigger("startAction"); // through the form; nobody listens
    QTRY_COMPARE(endpoint(1)->state, EndpointState::Failed);
    QVERIFY(endpoint(1)->spec == workspace.endpoints[1]);
    QVERIFY(!m_window->isWindowModified());
}

void tst_WorkspaceDesk::examplesRunWithOneClick()
{
    trigger("http-by-handExampleAction");
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QTRY_COMPARE(endpoint(1)->state, EndpointState::Stopped);
    const BenchModel::Target shown = bench().targetAt(find<BenchTree>("benchTree")->currentIndex());
    QCOMPARE(shown.kind, BenchModel::RowKind::Connection);
    QCOMPARE(shown.endpoint, endpoint(1)->id);
    QTRY_COMPARE(bench().connection(shown.connection)->bytesSent, quint64(59));
    QTRY_COMPARE(logTexts().size(), 2);
    QVERIFY(logTexts().constLast().contains(u"新浪"_s));
}

void tst_WorkspaceDesk::anExampleMakesRoomForTheNext()
{
    bench::EndpointSpec own;
    own.port = freePort();
    m_window->start(own);
    QTRY_COMPARE(bench().endpointIds().size(), 1);
    trigger("two-clientsExampleAction");
    QTRY_COMPARE(bench().endpointIds().size(), 4);
    QTRY_COMPARE(endpoint(1)->openConnections, 2); // and they stay open
    for (int time = 0; time < 2; ++time) {
        runExample("http-by-hand");
        QTRY_COMPARE(bench().endpointIds().size(), 3);
    }
    QCOMPARE(endpoint(0)->spec.port, own.port); // what the user made stays
}

void tst_WorkspaceDesk::anExampleThatWasUsedStays_data()
{
    QTest::addColumn<bool>("changed");
    QTest::newRow("its settings") << true;
    QTest::newRow("by another client") << false;
}

void tst_WorkspaceDesk::anExampleThatWasUsedStays()
{
    QFETCH(bool, changed);
    runExample("http-by-hand");
    if (changed) {
        bench::EndpointSpec spec = endpoint(1)->spec;
        spec.behaviour.greeting = u"GET /mine HTTP/1.1\\r\\n\\r\\n"_s;
        m_window->session().engine().restart(endpoint(1)->id, spec);
        QTRY_COMPARE(endpoint(1)->spec.behaviour.greeting, spec.behaviour.greeting);
    } else {
        QTcpSocket mine;
        mine.connectToHost(QHostAddress::LocalHost, endpoint(0)->local.port);
        QTRY_COMPARE(bench().rowCount(bench().indexOf(endpoint(0)->id)), 2);
    }
    QTRY_COMPARE(endpoint(0)->openConnections, 0);
    runExample("http-by-hand");
    QCOMPARE(bench().endpointIds().size(), 4);
}

void tst_WorkspaceDesk::anExampleThatWasSpokenToStays()
{
    trigger("two-clientsExampleAction");
    QTRY_COMPARE(bench().endpointIds().size(), 3);
    QTRY_COMPARE(
        bench().targetAt(find<BenchTree>("benchTree")->currentIndex()).kind, BenchModel::RowKind::Connection);
    type(u"hello"_s);
    runExample("http-by-hand");
    QCOMPARE(bench().endpointIds().size(), 5);
}

void tst_WorkspaceDesk::examplesAreFoundByTyping()
{
    find<QAbstractButton>("startExample")->click();
    auto *search = find<QLineEdit>("exampleSearch");
    auto *list = find<QListWidget>("exampleList");
    QCOMPARE(list->count(), 10);
    QTest::keyClicks(search, u"lockstep"_s);
    QVERIFY(list->currentItem());
    QVERIFY(list->currentItem()->text().contains(u"lockstep"_s));
    QTest::keyClicks(search, u" zzz"_s);
    QVERIFY(!find<QPushButton>("runExample")->isEnabled());
    search->clear();
    QTest::keyClick(search, Qt::Key_Down);
    QCOMPARE(list->currentRow(), 1);
    QTest::keyClicks(search, u"one question"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(bench().endpointIds().size(), 2);
    QTRY_COMPARE(endpoint(1)->state, EndpointState::Stopped);
}

QTEST_MAIN(tst_WorkspaceDesk)
#include "tst_workspacedesk.moc"
