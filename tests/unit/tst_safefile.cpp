#include "base/safefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class tst_SafeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void appearsOnlyWhenFinished();
    void isForItsOwnerAlone();
    void isGoneWithoutFinish();
    void leavesTheOldFileUntilThen();
    void keepsThePermissionsOfTheOldFile();
    void replacesWhatALinkNames_data();
    void replacesWhatALinkNames();
    void refusesLinksInACircle();
    void keepsTheLongestNames();
    void refuses_data();
    void refuses();

private:
    QString in(const QString &name) const { return QDir(m_folder->path()).filePath(name); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SafeFile::appearsOnlyWhenFinished()
{
    auto file = SafeFile::create(in(u"a.txt"_s));
    QVERIFY(file);
    QVERIFY(file->write("one, "));
    QVERIFY(file->write("two"));
    QVERIFY(!QFile::exists(in(u"a.txt"_s)));
    QVERIFY(file->finish());
    QCOMPARE(contents(in(u"a.txt"_s)), "one, two");
    QCOMPARE(names(), QStringList{u"a.txt"_s});
}

void tst_SafeFile::isForItsOwnerAlone()
{
    auto file = SafeFile::create(in(u"a.txt"_s));
    QVERIFY(file && file->finish());
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(in(u"a.txt"_s)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600u);
}

void tst_SafeFile::isGoneWithoutFinish()
{
    {
        auto file = SafeFile::create(in(u"a.txt"_s));
        QVERIFY(file && file->write("half"));
        QCOMPARE(names().size(), 1);
    }
    QCOMPARE(names(), QStringList());
}

void tst_SafeFile::leavesTheOldFileUntilThen()
{
    QVERIFY(put(in(u"a.txt"_s), "old"));
    {
        auto file = SafeFile::create(in(u"a.txt"_s));
        QVERIFY(file && file->write("new"));
        QCOMPARE(contents(in(u"a.txt"_s)), "old");
    }
    QCOMPARE(contents(in(u"a.txt"_s)), "old");
    auto file = SafeFile::create(in(u"a.txt"_s));
    QVERIFY(file && file->write("new") && file->finish());
    QCOMPARE(contents(in(u"a.txt"_s)), "new");
}

void tst_SafeFile::keepsThePermissionsOfTheOldFile()
{
    const QByteArray name = QFile::encodeName(in(u"a.txt"_s));
    for (const mode_t mode : {0644u, 0755u, 0600u}) {
        QVERIFY(put(in(u"a.txt"_s), "old"));
        QCOMPARE(::chmod(name.constData(), mode), 0);
        auto file = SafeFile::create(in(u"a.txt"_s));
        QVERIFY(file && file->write("new") && file->finish());
        struct stat status = {};
        QCOMPARE(::stat(name.constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode);
    }
}

void tst_SafeFile::replacesWhatALinkNames_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("one link") << u"real/deep/one.txt"_s;
    QTest::newRow("a link to a link") << u"two.txt"_s;
    QTest::newRow("a link in a folder that is one") << u"folder/one.txt"_s;
}

void tst_SafeFile::replacesWhatALinkNames()
{
    QFETCH(QString, link);
    QVERIFY(QDir(m_folder->path()).mkpath(u"real/deep"_s));
    QVERIFY(put(in(u"real/real.txt"_s), "old"));
    QVERIFY(QFile::link(u"real/deep"_s, in(u"folder"_s)));
    QVERIFY(QFile::link(u"../real.txt"_s, in(u"real/deep/one.txt"_s)));
    QVERIFY(QFile::link(u"real/deep/one.txt"_s, in(u"two.txt"_s)));
    auto file = SafeFile::create(in(link));
    QVERIFY(file && file->write("new") && file->finish());
    QVERIFY(QFileInfo(in(link)).isSymLink());
    QVERIFY(QFileInfo(in(u"real/deep/one.txt"_s)).isSymLink());
    QCOMPARE(contents(in(u"real/real.txt"_s)), "new");
}

void tst_SafeFile::refusesLinksInACircle()
{
    QVERIFY(QFile::link(in(u"b.txt"_s), in(u"a.txt"_s)));
    QVERIFY(QFile::link(in(u"a.txt"_s), in(u"b.txt"_s)));
    const auto file = SafeFile::create(in(u"a.txt"_s));
    QVERIFY(!file);
    QCOMPARE(file.failure().systemError, ELOOP);
}

void tst_SafeFile::keepsTheLongestNames()
{
    const QString name = QString(85, QChar(0x4f60)); // 255 bytes of UTF-8, the most that a name may have
    auto file = SafeFile::create(in(name));
    QVERIFY(file && file->write("x") && file->finish());
    QCOMPARE(contents(in(name)), "x");
}

void tst_SafeFile::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<FailureKind>("kind");
    QTest::addColumn<QString>("subject");

    QTest::newRow("a folder that is not there") << u"no/a.txt"_s << FailureKind::NotFound << u"no"_s;
    QTest::newRow("a folder") << u"."_s << FailureKind::System << u"."_s;
    QTest::newRow("a device") << u"/dev/null"_s << FailureKind::AlreadyExists << u"/dev/null"_s;
}

void tst_SafeFile::refuses()
{
    QFETCH(QString, path);
    QFETCH(FailureKind, kind);
    QFETCH(QString, subject);

    const auto file = SafeFile::create(in(path));
    QVERIFY(!file);
    QCOMPARE(file.failure().kind, kind);
    QCOMPARE(file.failure().subject, in(subject));
}

} // namespace swb

QTEST_GUILESS_MAIN(swb::tst_SafeFile)
#include "tst_safefile.moc"
