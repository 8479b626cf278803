#include "lab/progress.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::lab;

namespace {

class tst_LabProgress : public QObject
{
    Q_OBJECT

private slots:
    void nothingYet();
    void isKept();
    void aLaterFailureTakesNothingAway();
    void damagedFilesStayAsTheyAre_data();
    void damagedFilesStayAsTheyAre();
    void aFolderThatIsNotThere();

private:
    static Evidence run(Grade grade, const QString &mark);
    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
    QTemporaryDir m_folder;
};

Evidence tst_LabProgress::run(Grade grade, const QString &mark)
{
    Evidence evidence;
    evidence.lab = u"L4"_s;
    evidence.verdict = {grade, {mark}};
    return evidence;
}

void tst_LabProgress::nothingYet()
{
    const auto progress = Progress::open(path());
    QVERIFY(progress);
    QCOMPARE(progress->tries(u"L4"_s), 0);
    QVERIFY(!progress->isPassed(u"L4"_s));
    QVERIFY(progress->evidence(u"L4"_s).isEmpty());
    QVERIFY(!QFile::exists(path()));
}

void tst_LabProgress::isKept()
{
    {
        auto progress = Progress::open(path());
        QVERIFY(progress->add(run(Grade::NotYet, u"first"_s)));
        QVERIFY(!progress->isPassed(u"L4"_s));
        QVERIFY(progress->add(run(Grade::Passed, {})));
    }
    const auto again = Progress::open(path());
    QVERIFY(again);
    QCOMPARE(again->tries(u"L4"_s), 2);
    QVERIFY(again->isPassed(u"L4"_s));
    QVERIFY(!again->isPassed(u"L5"_s));
    QCOMPARE(again->evidence(u"L4"_s).value(u"lab").toString(), u"L4"_s);
}

void tst_LabProgress::aLaterFailureTakesNothingAway()
{
    auto progress = Progress::open(path());
    QVERIFY(progress->add(run(Grade::Passed, u"passed"_s)));
    QVERIFY(progress->add(run(Grade::NotYet, u"failed"_s)));
    const auto again = Progress::open(path());
    QVERIFY(again->isPassed(u"L4"_s));
    QCOMPARE(again->tries(u"L4"_s), 2);
    QCOMPARE(again->evidence(u"L4"_s).value(u"reasons")[0].toString(), u"passed"_s);
}

void tst_LabProgress::damagedFilesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"version\": 1, \"labs\": {");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("of a later version") << QByteArray("{\"version\": 2}");
}

void tst_LabProgress::damagedFilesStayAsTheyAre()
{
    QFETCH(QByteArray, content);
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto progress = Progress::open(path());
    QVERIFY(!progress);
    QCOMPARE(progress.failure().subject, path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void tst_LabProgress::aFolderThatIsNotThere()
{
    auto progress = Progress::open(m_folder.filePath(u"missing/labs.json"_s));
    QVERIFY(progress);
    const Outcome added = progress->add(run(Grade::Passed, {}));
    QVERIFY(!added);
    QCOMPARE(added.failure().kind, FailureKind::NotFound);
}

} // namespace

QTEST_GUILESS_MAIN(tst_LabProgress)
#include "tst_labprogress.moc"
