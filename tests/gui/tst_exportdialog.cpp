#include "app/actions.h"
#include "app/benchsession.h"
#include "app/copydesk.h"
#include "app/exportdesk.h"
#include "app/quitguard.h"
#include "models/logmodel.h"
#include "pages/banner.h"
#include "recordedtalk.h"
#include "widgets/logview.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::ExportFormat;

/// The dialog and the desk behind it, over a log in a window of its own.
class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void opensByItsKey();
    void nothingToExportIsSaid();
    void offersWhatThereIs();
    void previewFollowsTheFormat_data();
    void previewFollowsTheFormat();
    void onlyRawAsksForTheDirection();
    void writesTheFile_data();
    void writesTheFile();
    void asksBeforeItReplaces();
    void theRecordingIsNotReplaced();
    void failureSaysWhatToDo();
    void aLogWithoutShownRowsIsExportedEmpty();
    void escapeEndsTheExportThenTheDialog();
    void closingTheWindowLeavesNothingBehind();
    void copiesWhatItSays_data();
    void copiesWhatItSays();
    void copyingIsBounded();
    void copyingNothingIsSaid();

private:
    template <class T>
    T *in(QWidget *widget, const char *name) const
    {
        T *found = widget->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    ExportDialog *dialog() const { return m_window->findChild<ExportDialog *>(); }
    void open() { (*m_actions)[Command::Export]->trigger(); }
    void choose(ExportFormat format)
    {
        auto *box = in<QComboBox>(dialog(), "exportFormat");
        box->setCurrentIndex(box->findData(int(format)));
    }
    void exportTo(const QString &path)
    {
        dialog()->setPath(path);
        QTest::mouseClick(in<QPushButton>(dialog(), "exportStart"), Qt::LeftButton);
    }
    QString outcome() const { return in<QLabel>(dialog(), "exportOutcome")->text(); }
    QString inFolder(const QString &name) const { return QDir(m_folder->path()).filePath(name); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void addRows(int count, const QByteArray &bytes)
    {
        for (int i = 0; i < count; ++i)
            m_talk->received(1, bytes);
        m_talk->recording();
        m_model->refresh();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<BenchSession> m_session;
    std::unique_ptr<QMainWindow> m_window;
    Actions *m_actions = nullptr;
    LogView *m_log = nullptr;
    Banner *m_banner = nullptr;
    QMenu *m_copyMenu = nullptr;
};

void TestExportDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(QDir(m_folder->path()).mkdir(u"settings"_s));
    m_settings = std::make_unique<QSettings>(inFolder(u"settings/settings.ini"_s), QSettings::IniFormat);
    m_settings->setValue(u"export/folder"_s, m_folder->path());
    m_talk = std::make_unique<RecordedTalk>();
    m_talk->open(1, 50001);
    m_talk->received(1, "=hello");
    m_talk->sent(1, "world");
    m_model = std::make_unique<LogModel>();
    m_model->setSource(m_talk->recording());
    m_session = std::make_unique<BenchSession>();
    m_window = std::make_unique<QMainWindow>();
    m_actions = new Actions(m_window.get());
    m_window->addActions(m_actions->all());
    m_log = new LogView;
    m_log->setModel(m_model.get());
    m_window->setCentralWidget(m_log);
    m_banner = new Banner(m_window.get());
    new ExportDesk({m_window.get(), m_actions, m_log, m_banner, m_settings.get(),
        new QuitGuard(m_session.get(), m_window.get())});
    m_copyMenu = (new CopyDesk({m_window.get(), m_log, m_banner}))->menu();
    m_window->resize(800, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestExportDialog::cleanup()
{
    m_window.reset();
    m_session.reset();
    m_model.reset();
    m_talk.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestExportDialog::opensByItsKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialog());
    QVERIFY(dialog()->isVisible());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TestExportDialog::nothingToExportIsSaid()
{
    m_model->setSource(nullptr);
    open();
    QVERIFY(!dialog());
    QVERIFY(m_banner->text().contains(u"choose a connection"_s));
}

void TestExportDialog::offersWhatThereIs()
{
    open();
    QCOMPARE(in<QComboBox>(dialog(), "exportScope")->count(), 1); // one row alone is no selection
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());

    m_log->selectAll();
    open();
    auto *scope = in<QComboBox>(dialog(), "exportScope");
    QCOMPARE(scope->count(), 2);
    QVERIFY(scope->currentText().contains(u"selection: 3"_s));
    QVERIFY(scope->itemText(1).contains(u"shown: 3"_s));
}

void TestExportDialog::previewFollowsTheFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("holds");
    QTest::newRow("text") << int(ExportFormat::Text) << QString() << u"\t=hello"_s;
    QTest::newRow("csv") << int(ExportFormat::Csv) << u"event,time,"_s << u"\"'=hello\""_s;
    QTest::newRow("json") << int(ExportFormat::JsonLines) << u"{"_s << u"\"text\":\"=hello\""_s;
    QTest::newRow("dump") << int(ExportFormat::HexDump) << u"# event 1"_s << u"=hello"_s;
    QTest::newRow("raw") << int(ExportFormat::Raw) << QString() << u"3d 68 65"_s;
    QTest::newRow("arrays") << int(ExportFormat::CArray) << u"/* event 1"_s << u"0x3d, 0x68"_s;
    QTest::newRow("pcapng") << int(ExportFormat::Pcapng) << QString() << u"0a 0d 0d 0a"_s;
}

void TestExportDialog::previewFollowsTheFormat()
{
    QFETCH(int, format);
    QFETCH(QString, begins);
    QFETCH(QString, holds);
    open();
    choose(ExportFormat(format));
    auto *preview = in<QPlainTextEdit>(dialog(), "exportPreview");
    QTRY_VERIFY(preview->toPlainText().simplified().contains(holds.simplified()));
    QVERIFY(preview->toPlainText().startsWith(begins));
    QVERIFY(dialog()->path().endsWith(u'.' + lens::extensionOf(ExportFormat(format))));
}

void TestExportDialog::onlyRawAsksForTheDirection()
{
    open();
    for (const ExportFormat format : {ExportFormat::Text, ExportFormat::Raw, ExportFormat::Csv}) {
        choose(format);
        QCOMPARE(in<QComboBox>(dialog(), "exportSide")->isVisible(), format == ExportFormat::Raw);
        QCOMPARE(in<QWidget>(dialog(), "exportHex")->isVisible(), format == ExportFormat::Csv);
    }
}

void TestExportDialog::writesTheFile_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("csv") << int(ExportFormat::Csv) << QStringList{u"x.out"_s};
    QTest::newRow("pcapng") << int(ExportFormat::Pcapng) << QStringList{u"x.out"_s};
    QTest::newRow("raw") << int(ExportFormat::Raw) << QStringList{u"x-received.out"_s, u"x-sent.out"_s};
}

void TestExportDialog::writesTheFile()
{
    QFETCH(int, format);
    QFETCH(QStringList, names);
    open();
    choose(ExportFormat(format));
    exportTo(inFolder(u"x.out"_s));
    QTRY_VERIFY(outcome().startsWith(u"Saved "_s));
    QCOMPARE(files(), names);
    for (const QString &name : names) {
        QVERIFY(outcome().contains(name));
        QVERIFY(!contents(inFolder(name)).isEmpty());
    }
    QVERIFY(in<QPushButton>(dialog(), "exportFolder")->isVisible());
    QCOMPARE(m_settings->value(u"export/format"_s).toInt(), format);
}

void TestExportDialog::asksBeforeItReplaces()
{
    QFile old(inFolder(u"x.csv"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    open();
    choose(ExportFormat::Csv);
    exportTo(old.fileName());
    auto *box = in<QMessageBox>(dialog(), "exportReplaceBox");
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!dialog()->findChild<QMessageBox *>());
    QCOMPARE(contents(old.fileName()), "old");

    exportTo(old.fileName());
    box = in<QMessageBox>(dialog(), "exportReplaceBox");
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(contents(old.fileName()).startsWith("event,"));
}

void TestExportDialog::theRecordingIsNotReplaced()
{
    const QByteArray before = contents(m_talk->path());
    open();
    exportTo(m_talk->path());
    for (QAbstractButton *button : in<QMessageBox>(dialog(), "exportReplaceBox")->buttons()) {
        if (button->text().contains(u"Replace"_s))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(outcome().contains(u"choose another name"_s));
    QCOMPARE(contents(m_talk->path()), before);
}

void TestExportDialog::failureSaysWhatToDo()
{
    open();
    exportTo(inFolder(u"no such folder/x.csv"_s));
    QTRY_VERIFY(outcome().contains(u"does not exist"_s));
    QVERIFY(outcome().contains(u"no such folder"_s));
    QVERIFY(in<QPushButton>(dialog(), "exportStart")->isEnabled()); // for another try
    QVERIFY(!in<QPushButton>(dialog(), "exportFolder")->isVisible());
    QVERIFY(files().isEmpty());
}

void TestExportDialog::aLogWithoutShownRowsIsExportedEmpty()
{
    journal::Criteria criteria;
    criteria.annotatedOnly = true; // and none is
    m_model->setCriteria(criteria);
    QTRY_COMPARE(m_model->rowCount(), 0);
    open();
    choose(ExportFormat::JsonLines);
    exportTo(inFolder(u"x.jsonl"_s));
    QTRY_VERIFY(outcome().startsWith(u"Saved "_s));
    QCOMPARE(contents(inFolder(u"x.jsonl"_s)), QByteArray());
}

void TestExportDialog::escapeEndsTheExportThenTheDialog()
{
    addRows(400, QByteArray(200'000, 'x'));
    open();
    choose(ExportFormat::HexDump);
    exportTo(inFolder(u"x.txt"_s));
    QTRY_VERIFY(!files().isEmpty()); // it has begun
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(outcome().contains(u"nothing was written"_s));
    QVERIFY(files().isEmpty());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TestExportDialog::closingTheWindowLeavesNothingBehind()
{
    addRows(400, QByteArray(200'000, 'x'));
    open();
    choose(ExportFormat::HexDump);
    exportTo(inFolder(u"x.txt"_s));
    QTRY_VERIFY(!files().isEmpty());
    m_window.reset();
    QVERIFY(files().isEmpty()); // at once: the program may end now
}

void TestExportDialog::copiesWhatItSays_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("expected");
    QTest::newRow("csv") << u"copyAsCsv"_s << u"event,time,"_s;
    QTest::newRow("json") << u"copyAsJson"_s << u"\"text\":\"=hello\""_s;
    QTest::newRow("dump") << u"copyAsHexDump"_s << u"# event 1, connection 1"_s;
    QTest::newRow("arrays") << u"copyAsCArray"_s << u"0x3d, 0x68"_s;
    QTest::newRow("received") << u"copyReceivedAsHex"_s << u"3d 68 65 6c 6c 6f"_s;
    QTest::newRow("sent") << u"copySentAsHex"_s << u"77 6f 72 6c 64"_s;
}

void TestExportDialog::copiesWhatItSays()
{
    QFETCH(QString, action);
    QFETCH(QString, expected);
    QGuiApplication::clipboard()->clear();
    m_log->selectAll();
    m_copyMenu->findChild<QAction *>(action)->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(expected, Qt::CaseInsensitive), qPrintable(text));
    QCOMPARE(text.contains(u"world"_s) || text.contains(u"77 6f"_s) || text.contains(u"0x77"_s),
        action != u"copyReceivedAsHex"_s);
    QVERIFY(m_banner->text().isEmpty());
}

void TestExportDialog::copyingIsBounded()
{
    addRows(20, QByteArray(500'000, 'x'));
    QGuiApplication::clipboard()->clear();
    m_log->selectAll();
    m_copyMenu->findChild<QAction *>(u"copyAsJson"_s)->trigger();
    const QByteArray text = QGuiApplication::clipboard()->text().toUtf8();
    QVERIFY(text.size() > 1'000'000);
    QVERIFY(text.size() <= 4 * 1024 * 1024);
    QVERIFY(m_banner->text().contains(u"of 23 rows were copied"_s));
    for (const QByteArray &line : text.trimmed().split('\n')) // whole rows only
        QVERIFY(!QJsonDocument::fromJson(line).object().isEmpty());
}

void TestExportDialog::copyingNothingIsSaid()
{
    m_model->setSource(nullptr);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    m_copyMenu->findChild<QAction *>(u"copyAsCsv"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
    QVERIFY(m_banner->text().contains(u"No row is selected"_s));
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestExportDialog)
#include "tst_exportdialog.moc"
