#include "app/quitguard.h"
#include "pages/question.h"
#include "windowfixture.h"

#include <QAction>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

/// A quit while files are being written.
class tst_QuitGuard : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void closesWhenAllIsSaved();
    void cancelKeepsTheWindow();
    void quitAnywayClosesAtOnce();
    void staysWhereSavingFails();
    void shortSavesAskNothing();
    void aCopyOfTheRecordingIsSeenThrough();

private:
    QuitGuard &guard() const { return *m_window->findChild<QuitGuard *>(); }
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(u"waitQuestion"_s); }
    void closeAndBeAsked() const
    {
        m_window->close();
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(question());
    }
};

void tst_QuitGuard::closesWhenAllIsSaved()
{
    const int first = guard().hold(u"first.pcapng"_s);
    const int second = guard().hold(u"second.swbench"_s);
    closeAndBeAsked();
    QVERIFY(question()->text().contains(u"first.pcapng, second.swbench"_s));
    guard().release(first, true);
    QVERIFY(question()->isVisible());
    guard().release(second, true);
    QTRY_VERIFY(!m_window->isVisible());
    QTRY_VERIFY(!question());
}

void tst_QuitGuard::cancelKeepsTheWindow()
{
    const int hold = guard().hold(u"talk.pcapng"_s);
    closeAndBeAsked();
    find<QPushButton>("waitQuestionNo")->click();
    QTRY_VERIFY(!question());
    guard().release(hold, true);
    QTest::qWait(0);
    QVERIFY(m_window->isVisible());
    m_window->close();
    QVERIFY(!m_window->isVisible());
}

void tst_QuitGuard::quitAnywayClosesAtOnce()
{
    guard().hold(u"talk.pcapng"_s);
    closeAndBeAsked();
    find<QPushButton>("waitQuestionYes")->click();
    QTRY_VERIFY(!m_window->isVisible());
}

void tst_QuitGuard::staysWhereSavingFails()
{
    const int first = guard().hold(u"first.pcapng"_s);
    const int second = guard().hold(u"second.pcapng"_s);
    closeAndBeAsked();
    guard().release(first, false);
    QTRY_VERIFY(!question());
    guard().release(second, true);
    QTest::qWait(0);
    QVERIFY(m_window->isVisible());
}

void tst_QuitGuard::shortSavesAskNothing()
{
    const int hold = guard().hold(u"talk.pcapng"_s);
    m_window->close();
    QVERIFY(m_window->isVisible());
    guard().release(hold, true);
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(!question());
}

void tst_QuitGuard::aCopyOfTheRecordingIsSeenThrough()
{
    bench::EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    QTRY_COMPARE(bench().endpointIds().size(), 1);
    const QString copy = m_home->filePath(u"copy.pcapng"_s);
    m_window->recordings().saveAs(copy);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(QFileInfo(copy).size() > 0);
}

QTEST_MAIN(tst_QuitGuard)
#include "tst_quitguard.moc"
