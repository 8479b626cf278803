#include "app/preferencestore.h"
#include "models/folderprobe.h"
#include "pages/fieldnote.h"
#include "pages/pathfield.h"
#include "pages/preferencesdialog.h"
#include "widgets/composer.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace swb;
using namespace swb::ui;

namespace {

class tst_Preferences : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void startOutWithTheDefaults();
    void areBounded_data();
    void areBounded();
    void comeBack();
    void tellOnlyOfChanges();
    void probeSaysWhyAFolderWillNotDo_data();
    void probeSaysWhyAFolderWillNotDo();
    void looksChangeAtOnce();
    void aFolderIsCheckedBeforeItIsKept();
    void bothEndsOfALongFolderAreShown();
    void theLossBoundIsSaid();
    void newEndpointsTakeTheQueueLimit();
    void eachPageHasItsDefaults();

private:
    PreferencesDialog *openDialog() const
    {
        find<QAction>("preferencesAction")->trigger();
        return find<PreferencesDialog>("preferencesDialog");
    }
};

void tst_Preferences::startOutWithTheDefaults()
{
    QSettings empty(m_home->filePath(u"empty.ini"_s), QSettings::IniFormat);
    QCOMPARE(PreferenceStore(&empty).values(), Preferences());
    QCOMPARE(Preferences().bounded(), Preferences());
}

void tst_Preferences::areBounded_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("stored");
    QTest::addColumn<qint64>("syncMilliseconds");
    QTest::addColumn<qint64>("queueLimit");
    const qint64 usual = Preferences().queueLimit;
    QTest::newRow("never synced") << u"recording/syncMilliseconds"_s << QVariant(0) << 0LL << usual;
    QTest::newRow("negative") << u"recording/syncMilliseconds"_s << QVariant(-5) << 0LL << usual;
    QTest::newRow("an hour") << u"recording/syncMilliseconds"_s << QVariant(3'600'000) << 10'000LL << usual;
    QTest::newRow("no number") << u"recording/syncMilliseconds"_s << QVariant(u"soon"_s) << 1000LL << usual;
    QTest::newRow("no queue") << u"connections/queueLimitBytes"_s << QVariant(0) << 1000LL
                              << Preferences::smallestQueueLimit;
    QTest::newRow("too long a queue") << u"connections/queueLimitBytes"_s << QVariant(qint64(1) << 50)
                                      << 1000LL << Preferences::largestQueueLimit;
}

void tst_Preferences::areBounded()
{
    QFETCH(QString, key);
    QFETCH(QVariant, stored);
    m_settings->setValue(key, stored);
    const PreferenceStore store(m_settings.get());
    QTEST(qint64(store.values().syncInterval.count()), "syncMilliseconds");
    QTEST(store.values().queueLimit, "queueLimit");
}

void tst_Preferences::comeBack()
{
    const Preferences chosen{u"/somewhere/else"_s, 2500ms, qint64(64) << 20};
    PreferenceStore(m_settings.get()).set(chosen);
    m_settings->sync();
    QSettings again(m_settings->fileName(), QSettings::IniFormat);
    QCOMPARE(PreferenceStore(&again).values(), chosen);
}

void tst_Preferences::tellOnlyOfChanges()
{
    PreferenceStore store(m_settings.get());
    const QSignalSpy changed(&store, &PreferenceStore::changed);
    Preferences values = store.values();
    store.set(values);
    QCOMPARE(changed.size(), 0);
    values.syncInterval = 1h;
    store.set(values);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(store.values().syncInterval, Preferences::longestSyncInterval);
}

void tst_Preferences::probeSaysWhyAFolderWillNotDo_data()
{
    QTest::addColumn<QString>("folder"); // %1: a folder of ours
    QTest::addColumn<bool>("usable");
    QTest::newRow("it is there") << u"%1"_s << true;
    QTest::newRow("it can be made") << u"%1/a/b"_s << true;
    QTest::newRow("below a file") << u"%1/settings.ini/a"_s << false;
    QTest::newRow("a file") << u"%1/settings.ini"_s << false;
    QTest::newRow("relative") << u"recordings"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void tst_Preferences::probeSaysWhyAFolderWillNotDo()
{
    QFETCH(QString, folder);
    m_settings->sync(); // the file is there
    const Outcome outcome = probeFolder(folder.contains(u"%1") ? folder.arg(m_home->path()) : folder);
    QTEST(bool(outcome), "usable");
}

void tst_Preferences::looksChangeAtOnce()
{
    auto *dialog = openDialog();
    const qreal before = dataFont().pointSizeF();
    dialog->findChild<QSpinBox *>(u"dataSize"_s)->setValue(150);
    QCOMPARE(dataFont().pointSizeF(), before * 1.5);
    QCOMPARE(find<QPlainTextEdit>("composerText")->font().pointSizeF(), before * 1.5);
    dialog->findChild<QSpinBox *>(u"textSize"_s)->setValue(120);
    QCOMPARE(m_appearance->textSteps(), 2);
    dialog->findChild<QPushButton *>(u"darkTheme"_s)->click();
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    auto *language = dialog->findChild<QComboBox *>(u"language"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    emit language->activated(language->currentIndex());
    QTRY_VERIFY(!find<QMenu>("fileMenu")->title().contains(u"File"));
    dialog->findChild<QPushButton *>(u"appearancePaneDefaults"_s)->click();
    QCOMPARE(m_appearance->textSteps(), 0);
    QCOMPARE(m_appearance->dataFont(), DataFontChoice());
    QCOMPARE(dataFont().pointSizeF(), before);
}

void tst_Preferences::aFolderIsCheckedBeforeItIsKept()
{
    auto *dialog = openDialog();
    auto *folder = dialog->findChild<QLineEdit *>(u"recordingsFolder"_s);
    auto *note = dialog->findChild<FieldNote *>(u"recordingsFolderNote"_s);
    const QString before = folder->text();
    folder->setText(m_home->filePath(u"settings.ini/below"_s));
    m_settings->sync();
    emit folder->editingFinished();
    QTRY_VERIFY(note->isMistake());
    QVERIFY2(note->text().contains(before), qPrintable(note->text())); // where they go on to be made

    const QString other = m_home->filePath(u"other"_s);
    folder->setText(other);
    emit folder->editingFinished();
    QTRY_VERIFY(!note->isMistake());
    QTRY_VERIFY2(note->text().contains(before), qPrintable(note->text())); // where the present one stays
    makeWindow(Places::in(m_home->path()));
    QVERIFY(find<QLabel>("recordingName")->toolTip().startsWith(other));
}

void tst_Preferences::bothEndsOfALongFolderAreShown()
{
    auto *folder = openDialog()->findChild<PathField *>(u"recordingsFolder"_s);
    folder->setText(u"/home/teacher/"_s + QString(200, u'x') + u"/recordings"_s);
    folder->clearFocus();
    QVERIFY2(folder->shownText().startsWith(u"/home"_s), qPrintable(folder->shownText()));
    QVERIFY2(folder->shownText().endsWith(u"ings"_s), qPrintable(folder->shownText()));
    folder->setText(u"/short"_s);
    QCOMPARE(folder->shownText(), u"/short"_s);
}

void tst_Preferences::theLossBoundIsSaid()
{
    auto *dialog = openDialog();
    auto *interval = dialog->findChild<QDoubleSpinBox *>(u"syncInterval"_s);
    const auto *note = dialog->findChild<FieldNote *>(u"syncIntervalNote"_s);
    interval->setValue(2.5);
    QVERIFY2(note->text().contains(u"2.5 s"), qPrintable(note->text()));
    interval->setValue(0);
    QVERIFY2(note->text().contains(u"half minute"), qPrintable(note->text()));
    QCOMPARE(PreferenceStore(m_settings.get()).values().syncInterval, 0ms);
}

void tst_Preferences::newEndpointsTakeTheQueueLimit()
{
    auto *dialog = openDialog();
    dialog->findChild<QSpinBox *>(u"queueLimit"_s)->setValue(3);
    dialog->close();
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(find<QSpinBox>("queue")->value(), 3);
}

void tst_Preferences::eachPageHasItsDefaults()
{
    PreferenceStore(m_settings.get()).set({m_home->filePath(u"other"_s), 5s, qint64(2) << 20});
    makeWindow(Places::in(m_home->path()));
    auto *dialog = openDialog();
    dialog->findChild<QPushButton *>(u"recordingPaneDefaults"_s)->click();
    QCOMPARE(dialog->findChild<QDoubleSpinBox *>(u"syncInterval"_s)->value(), 1.0);
    QCOMPARE(
        dialog->findChild<QLineEdit *>(u"recordingsFolder"_s)->text(), m_home->filePath(u"recordings"_s));
    QCOMPARE(dialog->findChild<QSpinBox *>(u"queueLimit"_s)->value(), 2); // another page's
    dialog->findChild<QPushButton *>(u"connectionsPaneDefaults"_s)->click();
    QCOMPARE(PreferenceStore(m_settings.get()).values(), Preferences());
}

} // namespace

QTEST_MAIN(tst_Preferences)
#include "tst_preferences.moc"
