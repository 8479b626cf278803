#include "app/recentfiles.h"
#include "recordedtalk.h"
#include "windowfixture.h"

#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb::ui;

namespace {

class tst_RecentFiles : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void theLatestComesFirstAndOnce();
    void noMoreThanTen();
    void missingOnesAreGreyAndCanBeRemoved();
    void openedRecordingsAreOffered();
    void namesWithAmpersandsAreShownWhole();

private:
    QString make(const QString &name) const
    {
        QFile file(m_home->filePath(name));
        return file.open(QIODevice::WriteOnly) ? file.fileName() : QString();
    }
    static QStringList paths(const RecentFiles &files)
    {
        QStringList list;
        for (const RecentFiles::File &file : files.files())
            list.append(file.path);
        return list;
    }
};

void tst_RecentFiles::theLatestComesFirstAndOnce()
{
    RecentFiles files(m_settings.get());
    files.add(u"/a.pcapng"_s);
    files.add(u"/b.swbench"_s);
    files.add(u"/a.pcapng"_s);
    const QStringList expected{u"/a.pcapng"_s, u"/b.swbench"_s};
    QCOMPARE(paths(files), expected);
    QCOMPARE(paths(RecentFiles(m_settings.get())), expected);
    files.clear();
    QCOMPARE(paths(RecentFiles(m_settings.get())), QStringList());
}

void tst_RecentFiles::noMoreThanTen()
{
    RecentFiles files(m_settings.get());
    for (int i = 0; i < 15; ++i)
        files.add(u"/%1.pcapng"_s.arg(i));
    QCOMPARE(files.files().size(), RecentFiles::most);
    QCOMPARE(files.files().constFirst().path, u"/14.pcapng"_s);
}

void tst_RecentFiles::missingOnesAreGreyAndCanBeRemoved()
{
    const QString there = make(u"there.pcapng"_s);
    const QString gone = make(u"gone.pcapng"_s);
    m_settings->setValue(u"recent/files"_s, QStringList{gone, there});
    QVERIFY(QFile::remove(gone));
    makeWindow(Places::in(m_home->path()));
    const auto *menu = find<QMenu>("openRecentMenu");
    QTRY_VERIFY(!menu->actions().constFirst()->isEnabled());
    QVERIFY(menu->actions()[1]->isEnabled());
    QTRY_COMPARE(find<QPushButton>("startRecent1")->toolTip(), there);
    QVERIFY(!find<QPushButton>("startRecent2")->isVisible());
    find<QAction>("removeGoneFilesAction")->trigger();
    QCOMPARE(m_settings->value(u"recent/files"_s).toStringList(), QStringList{there});
    find<QAction>("clearRecentFilesAction")->trigger();
    QVERIFY(!menu->isEnabled());
    QVERIFY(!find<QPushButton>("startRecent1")->isVisible());
}

void tst_RecentFiles::openedRecordingsAreOffered()
{
    RecordedTalk talk;
    talk.open(1, 5000);
    talk.received(1, "hello");
    talk.recording();
    m_window->recordings().open(talk.path());
    QTRY_COMPARE(bench().rowCount(), 2);
    QCOMPARE(m_settings->value(u"recent/files"_s).toStringList(), QStringList{talk.path()});
    makeWindow(Places::in(m_home->path()));
    QVERIFY(find<QPushButton>("startRecent1")->isVisible());
    find<QPushButton>("startRecent1")->click();
    QTRY_COMPARE(bench().rowCount(), 2);
}

void tst_RecentFiles::namesWithAmpersandsAreShownWhole()
{
    m_settings->setValue(u"recent/files"_s, QStringList{make(u"this & that.pcapng"_s)});
    makeWindow(Places::in(m_home->path()));
    QVERIFY(find<QPushButton>("startRecent1")->text().contains(u"this && that"));
    QVERIFY(find<QMenu>("openRecentMenu")->actions().constFirst()->text().contains(u"this && that"));
}

} // namespace

QTEST_MAIN(tst_RecentFiles)
#include "tst_recentfiles.moc"
