#include "app/recordingfiles.h"
#include "journal/openprogress.h"
#include "pages/banner.h"
#include "pages/drophint.h"
#include "pages/openingbar.h"
#include "recordedtalk.h"
#include "windowfixture.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QFutureWatcher>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

namespace {

/// Files that come into the window: dropped on it, and taking their time.
class tst_WindowFiles : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void droppedRecordingsOpenAnywhere_data();
    void droppedRecordingsOpenAnywhere();
    void aHintIsShownWhileDragging();
    void whatIsNoRecordingSaysSo();
    void textIsDroppedAsText();
    void aPageOfTheWebIsNoFile();
    void shortOpeningsShowNoProgress();
    void progressIsShownAndCancels();
    void cancelledOpeningsSaySo();

private:
    /// As the platform sends them; a drop goes where the drag was last.
    static void drag(QWidget *over, const QMimeData &data)
    {
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(over, &enter);
        QCOMPARE(enter.isAccepted(), data.hasUrls());
    }
    static void drop(QWidget *on, const QMimeData &data)
    {
        QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(on, &event);
    }
    QString makeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_home->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
};

void tst_WindowFiles::droppedRecordingsOpenAnywhere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("the window") << QByteArray("mainWindow");
    QTest::newRow("the bench") << QByteArray("benchTree");
    QTest::newRow("a field") << QByteArray("port");
    QTest::newRow("the composer") << QByteArray("composerText");
}

void tst_WindowFiles::droppedRecordingsOpenAnywhere()
{
    QFETCH(QByteArray, target);
    RecordedTalk talk;
    talk.open(1, 5000);
    talk.recording();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(talk.path()), QUrl::fromLocalFile(talk.path())});
    QWidget *widget = target == "mainWindow" ? m_window.get() : find<QWidget>(target.constData());
    drag(widget, data);
    drop(widget, data);
    QTRY_COMPARE(bench().rowCount(), 3);
    QCOMPARE(find<QLineEdit>("port")->text(), u"9090"_s);
    QVERIFY(!find<DropHint>("dropHint")->isVisible());
}

void tst_WindowFiles::aHintIsShownWhileDragging()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_home->filePath(u"talk.pcapng"_s))});
    const auto *hint = find<DropHint>("dropHint");
    drag(m_window.get(), data);
    QVERIFY(hint->isVisible());
    QCOMPARE(hint->accessibleName(), u"Drop to open talk.pcapng"_s);
    QCOMPARE(hint->size(), m_window->size());
    QDragLeaveEvent leave;
    QApplication::sendEvent(m_window.get(), &leave);
    QVERIFY(!hint->isVisible());
}

void tst_WindowFiles::whatIsNoRecordingSaysSo()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(makeFile(u"holiday.jpg"_s, "\xff\xd8\xff\xe0 not a capture"))});
    drag(m_window.get(), data);
    drop(m_window.get(), data);
    const auto *banner = find<Banner>("banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"holiday.jpg"), qPrintable(banner->text()));
    QCOMPARE(bench().rowCount(), 1);
}

void tst_WindowFiles::textIsDroppedAsText()
{
    QMimeData data;
    data.setText(u"8080"_s);
    drag(m_window.get(), data);
    QVERIFY(!find<DropHint>("dropHint")->isVisible());
}

void tst_WindowFiles::aPageOfTheWebIsNoFile()
{
    QMimeData data;
    data.setUrls({QUrl(u"https://example.org/talk.pcapng"_s)});
    drag(m_window.get(), data);
    drop(m_window.get(), data);
    QVERIFY(find<Banner>("banner")->isVisible());
}

void tst_WindowFiles::shortOpeningsShowNoProgress()
{
    RecordedTalk talk;
    talk.open(1, 5000);
    talk.recording();
    m_window->recordings().open(talk.path());
    const QPointer<OpeningBar> bar = find<OpeningBar>("openingBar");
    QVERIFY(!bar->isVisible());
    QTRY_COMPARE(bench().rowCount(), 2);
    QTRY_VERIFY(!bar);
}

void tst_WindowFiles::progressIsShownAndCancels()
{
    OpeningBar bar(u"talk.pcapng"_s);
    const auto *progress = bar.findChild<QProgressBar *>(u"openingProgress"_s);
    QCOMPARE(progress->maximum(), 0); // nothing is known yet
    bar.setProgress(quint64(1) << 40, quint64(2) << 40);
    QCOMPARE(progress->value(), progress->maximum() / 2);
    const QSignalSpy cancelled(&bar, &OpeningBar::cancelRequested);
    bar.findChild<QPushButton *>(u"cancelOpening"_s)->click();
    QCOMPARE(cancelled.size(), 1);

    RecordedTalk talk;
    talk.open(1, 5000);
    talk.recording();
    const auto wish = std::make_shared<journal::OpenProgress>();
    wish->cancelled = true;
    const auto opened = RecordingFiles::open(talk.path(), wish).result();
    QVERIFY(!opened);
    QCOMPARE(opened.failure().kind, FailureKind::Cancelled);
}

void tst_WindowFiles::cancelledOpeningsSaySo()
{
    RecordedTalk talk;
    talk.open(1, 5000);
    for (int i = 0; i < 20'000; ++i)
        talk.received(1, "many of them");
    talk.recording();
    m_window->recordings().open(talk.path());
    find<QPushButton>("cancelOpening")->click();
    QTRY_VERIFY(find<QStatusBar>("statusBar")->currentMessage().contains(u"cancelled"));
    QCOMPARE(bench().rowCount(), 1);
}

} // namespace

QTEST_MAIN(tst_WindowFiles)
#include "tst_windowfiles.moc"
