#include "app/actions.h"
#include "app/benchsession.h"
#include "app/quitguard.h"
#include "app/workspacedesk.h"
#include "app/workspacefiles.h"
#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/openingbar.h"

#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using namespace std::chrono_literals;

namespace {

/// A disk that answers when the test says so, as one at the far end of a network may.
struct SlowDisk
{
    QSemaphore answers;
    std::atomic<int> asked = 0;

    void wait()
    {
        ++asked;
        answers.tryAcquire(1, 20000); // the test has failed by then; its threads still have to end
    }
};

WorkspaceFiles::Access accessTo(const std::shared_ptr<SlowDisk> &disk)
{
    WorkspaceFiles::Access access;
    access.load = [disk](const QString &path) {
        disk->wait();
        return bench::loadWorkspace(path);
    };
    access.save = [disk](const bench::Workspace &workspace, const QString &path) {
        disk->wait();
        return workspace.save(path);
    };
    return access;
}

bench::Workspace serversAt(const QList<quint16> &ports)
{
    bench::Workspace workspace;
    for (const quint16 port : ports) {
        bench::EndpointSpec spec;
        spec.port = port;
        workspace.endpoints.append(spec);
    }
    return workspace;
}

} // namespace

/// Bench files on a disk that is slow, or does not answer at all.
class tst_WorkspaceFiles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void savesNeverCross();
    void endSeesSavesThrough();
    void endGivesUpADeadDisk();
    void windowLivesWhileABenchIsRead();
    void readingCanBeGivenUp();
    void theLatestOpeningCounts();
    void newBenchGivesUpAnOpening();
    void windowLivesWhileABenchIsSaved();

private:
    QString path(const QString &name) const { return m_home->filePath(name); }
    QString fileWith(const QString &name, const bench::Workspace &workspace) const
    {
        return workspace.save(path(name)) ? path(name) : QString();
    }
    qsizetype endpoints() const { return m_session->bench()->endpointIds().size(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::shared_ptr<SlowDisk> m_disk;
    std::unique_ptr<BenchSession> m_session;
    std::unique_ptr<QMainWindow> m_window;
    WorkspaceDesk *m_desk = nullptr;
};

void tst_WorkspaceFiles::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_disk = std::make_shared<SlowDisk>();
    m_session = std::make_unique<BenchSession>();
    m_session->recordNothing();
    m_window = std::make_unique<QMainWindow>();
    auto *tree = new BenchTree(m_window.get());
    tree->setBench(m_session->bench());
    m_desk = new WorkspaceDesk({m_window.get(), new Actions(m_window.get()), m_session.get(), tree,
        new Banner(m_window.get()), new QuitGuard(m_session.get(), m_window.get()), accessTo(m_disk)});
    m_window->show();
}

void tst_WorkspaceFiles::cleanup()
{
    m_disk->answers.release(100);
    m_window.reset();
    m_session.reset();
    m_home.reset();
}

void tst_WorkspaceFiles::savesNeverCross()
{
    WorkspaceFiles files(accessTo(m_disk));
    QList<int> done;
    for (const int number : {1, 2, 3})
        files.save(serversAt({quint16(number)}), path(u"bench"_s),
            [&done, number](const WorkspaceFiles::Saved &) { done.append(number); });
    QTRY_COMPARE(m_disk->asked, 1);
    m_disk->answers.release();
    QTRY_COMPARE(m_disk->asked, 2);
    QCOMPARE(done, QList<int>{1});
    QVERIFY(files.isSaving());
    m_disk->answers.release(2);
    QTRY_VERIFY(!files.isSaving());
    QCOMPARE(done, (QList<int>{1, 2, 3}));
    QVERIFY(bench::loadWorkspace(path(u"bench"_s))->workspace == serversAt({3}));
}

void tst_WorkspaceFiles::endSeesSavesThrough()
{
    {
        WorkspaceFiles files(accessTo(m_disk));
        const auto nobody = [](const WorkspaceFiles::Saved &) { QFAIL("nobody is there any more"); };
        files.save(serversAt({1}), path(u"bench"_s), nobody);
        files.save(serversAt({2}), path(u"bench"_s), nobody);
        m_disk->answers.release(2);
    }
    QVERIFY(bench::loadWorkspace(path(u"bench"_s))->workspace == serversAt({2}));
}

void tst_WorkspaceFiles::endGivesUpADeadDisk()
{
    WorkspaceFiles::Access access = accessTo(m_disk);
    access.patience = 50ms;
    WorkspaceFiles files(access);
    files.save(serversAt({1}), path(u"bench"_s), [](const WorkspaceFiles::Saved &) {});
    QVERIFY(!files.drain());
    QVERIFY(!files.drain()); // and does not wait again
}

void tst_WorkspaceFiles::windowLivesWhileABenchIsRead()
{
    m_desk->open(fileWith(u"bench.swbench"_s, serversAt({1, 2})));
    QTRY_COMPARE(m_disk->asked, 1);
    QTRY_VERIFY(m_window->findChild<OpeningBar *>()); // and it says so
    QCOMPARE(endpoints(), 0);
    m_disk->answers.release();
    QTRY_COMPARE(endpoints(), 2);
    QTRY_VERIFY(!m_window->findChild<OpeningBar *>());
}

void tst_WorkspaceFiles::readingCanBeGivenUp()
{
    m_desk->open(fileWith(u"bench.swbench"_s, serversAt({1, 2})));
    QTRY_VERIFY(m_window->findChild<OpeningBar *>());
    m_window->findChild<OpeningBar *>()->findChild<QPushButton *>()->click();
    QTRY_VERIFY(!m_window->findChild<OpeningBar *>());
    m_disk->answers.release();
    m_desk->open(fileWith(u"other.swbench"_s, serversAt({3})));
    m_disk->answers.release();
    QTRY_COMPARE(endpoints(), 1);
    QCOMPARE(m_desk->path(), path(u"other.swbench"_s));
}

void tst_WorkspaceFiles::theLatestOpeningCounts()
{
    m_desk->open(fileWith(u"first.swbench"_s, serversAt({1, 2})));
    m_desk->open(fileWith(u"second.swbench"_s, serversAt({3})));
    QTRY_COMPARE(m_disk->asked, 2);
    m_disk->answers.release(2);
    QTRY_COMPARE(endpoints(), 1);
    QCOMPARE(m_desk->path(), path(u"second.swbench"_s));
    QVERIFY(!m_window->findChild<QMessageBox *>()); // nor does the first one ask to come in its place
}

void tst_WorkspaceFiles::newBenchGivesUpAnOpening()
{
    m_desk->open(fileWith(u"first.swbench"_s, serversAt({1, 2})));
    QTRY_VERIFY(m_window->findChild<OpeningBar *>());
    m_desk->clear();
    QTRY_VERIFY(!m_window->findChild<OpeningBar *>());
    m_desk->open(fileWith(u"second.swbench"_s, serversAt({3})));
    m_disk->answers.release(2);
    QTRY_COMPARE(endpoints(), 1);
}

void tst_WorkspaceFiles::windowLivesWhileABenchIsSaved()
{
    m_session->engine().add(bench::EndpointSpec());
    QTRY_COMPARE(endpoints(), 1);
    m_desk->saveAs(path(u"bench"_s));
    QTRY_COMPARE(m_disk->asked, 1);
    QVERIFY(m_desk->path().isEmpty()); // not before it is on disk
    m_session->engine().add(bench::EndpointSpec());
    QTRY_COMPARE(endpoints(), 2);
    m_disk->answers.release();
    QTRY_COMPARE(m_desk->path(), path(u"bench.swbench"_s));
    QTRY_VERIFY(m_window->isWindowModified()); // the second endpoint came too late for it
    QCOMPARE(bench::loadWorkspace(m_desk->path())->workspace.endpoints.size(), 1);
}

QTEST_MAIN(tst_WorkspaceFiles)
#include "tst_workspacefiles.moc"
