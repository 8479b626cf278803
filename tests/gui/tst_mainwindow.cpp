#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/encodingcombo.h"
#include "pages/endpointpage.h"
#include "pages/recordingplacedialog.h"
#include "widgets/composer.h"
#include "windowfixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using bench::ConnectionState;
using bench::ConnectionStatus;
using bench::EndpointSpec;
using bench::EndpointState;
using bench::Role;

namespace {

/// The whole window over the real engine, driven as a user would.
class tst_MainWindow : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void anEmptyBenchOffersThreeChoices();
    void firstEchoInThreeActions();
    void keyboardAlone();
    void theFirstServerMovesWhereItsPortIsTaken();
    void gbkBothWaysByteByByte();
    void anEncodingChangedAfterwardsRendersAnew();
    void endsConnectionsAsTold_data();
    void endsConnectionsAsTold();
    void stopsListeningWhileConnectionsLive();
    void whatIsRefusedComesBack();
    void aTakenPortIsSaidInWords();
    void savesAndOpensARecording();
    void asksWhereToRecordWhenItCannot();
    void speaksBothLanguages();
    void turnsDark();
    void shortcutsDoNotCollide();
    void everyWidgetHasAName();

private:
    /// The id of the endpoint in this row of the tree; row 0 is "All connections".
    EndpointId endpointAt(int row) const { return bench().targetAt(bench().index(row, 0)).endpoint; }
    ConnectionId connectionAt(int endpointRow, int row) const
    {
        return bench().targetAt(bench().index(row, 0, bench().index(endpointRow, 0))).connection;
    }
    void startPair(const QString &encoding, const EndpointSpec &server = {});
    QByteArray stream(ConnectionId connection, EventKind direction) const
    {
        return m_window->session().engine().recording()->streamBytes(connection, direction, 0, 1'000'000);
    }
};

/// A server on a port of the system's choice in row 1 and a client to it in row 2, whose connection is
/// selected.
void tst_MainWindow::startPair(const QString &encoding, const EndpointSpec &server)
{
    EndpointSpec spec = server;
    spec.port = 0;
    spec.encoding = encoding;
    m_window->start(spec);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
    find<QPushButton>("connectClientButton")->click();
    QTRY_VERIFY(connectionAt(1, 0).isValid() && connectionAt(2, 0).isValid());
    QTRY_COMPARE(find<BenchTree>("benchTree")->current().connection, connectionAt(2, 0));
}

void tst_MainWindow::anEmptyBenchOffersThreeChoices()
{
    QVERIFY(find<QWidget>("startServer")->isVisible());
    QVERIFY(find<QWidget>("startClient")->isVisible());
    QVERIFY(find<QWidget>("openRecording")->isVisible());
    QVERIFY(!find<QWidget>("logView")->isVisible());
    find<QAbstractButton>("startClient")->click();
    QVERIFY(find<QWidget>("endpointPage")->isVisible());
    QCOMPARE(find<EndpointPage>("endpointPage")->spec()->role, Role::TcpClient);
    QTest::keyClick(find<QWidget>("port"), Qt::Key_Escape);
    QVERIFY(find<QWidget>("startServer")->isVisible());
}

void tst_MainWindow::firstEchoInThreeActions()
{
    QTest::mouseClick(find<QWidget>("startServer"), Qt::LeftButton);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
    QTest::mouseClick(find<QPushButton>("connectClientButton"), Qt::LeftButton);
    QTRY_VERIFY(find<QWidget>("composerText")->hasFocus());
    type(u"hello"_s);
    QTRY_COMPARE(stream(connectionAt(2, 0), EventKind::Received), QByteArray("hello"));
    QTRY_COMPARE(logTexts(), QStringList({u"hello"_s, u"hello"_s}));
}

void tst_MainWindow::keyboardAlone()
{
    QTRY_VERIFY(QApplication::focusWidget() == find<QWidget>("startServer"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(QApplication::focusWidget() == find<QWidget>("connectClientButton"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(QApplication::focusWidget() == find<QWidget>("composerText"));
    type(u"keys"_s);
    QTRY_COMPARE(stream(connectionAt(2, 0), EventKind::Received), QByteArray("keys"));
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_VERIFY(bench::isOver(bench().connection(connectionAt(2, 0))->state));
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(find<BenchTree>("benchTree")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(find<LogView>("logView")->hasFocus());
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(find<EndpointPage>("endpointPage")->spec()->role, Role::TcpClient);
}

void tst_MainWindow::theFirstServerMovesWhereItsPortIsTaken()
{
    // Either somebody has the usual port already, or a server of this window's has it now.
    bench::EndpointSpec occupant;
    m_window->session().engine().start(occupant);
    QTRY_VERIFY(bench().rowCount() == 2 && bench().endpoint(endpointAt(1))->state != EndpointState::Starting);
    find<QAbstractButton>("startServer")->click();
    QTRY_COMPARE(bench().rowCount(), 3);
    QTRY_COMPARE(bench().endpoint(endpointAt(2))->state, EndpointState::Listening);
    QVERIFY(bench().endpoint(endpointAt(2))->local.port != 9090);
    QTRY_VERIFY(QApplication::focusWidget() == find<QWidget>("connectClientButton"));
    QVERIFY(find<Banner>("banner")->text().contains(u"9090"));
}

void tst_MainWindow::gbkBothWaysByteByByte()
{
    startPair(u"GBK"_s);
    type(u"你好"_s);
    QTRY_COMPARE(stream(connectionAt(1, 0), EventKind::Received), QByteArray("\xc4\xe3\xba\xc3"));
    m_window->selectConnection(connectionAt(1, 0));
    QTRY_COMPARE(logTexts(), QStringList({u"你好"_s}));
    type(u"再见"_s);
    QTRY_COMPARE(stream(connectionAt(2, 0), EventKind::Received), QByteArray("\xd4\xd9\xbc\xfb"));
    m_window->selectConnection(connectionAt(2, 0));
    QTRY_COMPARE(logTexts(), QStringList({u"你好"_s, u"再见"_s}));
}

void tst_MainWindow::anEncodingChangedAfterwardsRendersAnew()
{
    startPair(u"GBK"_s);
    type(u"你好"_s);
    QTRY_COMPARE(logTexts(), QStringList({u"你好"_s}));
    auto *combo = find<EncodingCombo>("connectionEncoding");
    QCOMPARE(combo->currentText(), u"GBK"_s);
    combo->lineEdit()->setText(u"windows-1252"_s);
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
    QTRY_COMPARE(logTexts(), QStringList({u"ÄãºÃ"_s}));
    QTRY_COMPARE(bench().connection(connectionAt(2, 0))->encoding, u"windows-1252"_s);
    QCOMPARE(stream(connectionAt(2, 0), EventKind::Sent), QByteArray("\xc4\xe3\xba\xc3"));
}

void tst_MainWindow::endsConnectionsAsTold_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("ours");
    QTest::addColumn<int>("theirs");
    QTest::newRow("finish sending") << u"finishSendingAction"_s << int(ConnectionState::Finished)
                                    << int(ConnectionState::PeerFinished);
    QTest::newRow("close") << u"closeConnectionAction"_s << int(ConnectionState::Closed)
                           << int(ConnectionState::Closed);
    QTest::newRow("reset") << u"resetAction"_s << int(ConnectionState::Reset) << int(ConnectionState::Reset);
}

void tst_MainWindow::endsConnectionsAsTold()
{
    QFETCH(QString, action);
    QFETCH(int, ours);
    QFETCH(int, theirs);
    EndpointSpec server;
    server.keepHalfOpen = ours == int(ConnectionState::Finished);
    startPair(u"UTF-8"_s, server);
    auto *command = m_window->findChild<QAction *>(action);
    QVERIFY(command->isEnabled());
    command->trigger();
    QTRY_COMPARE(int(bench().connection(connectionAt(2, 0))->state), ours);
    QTRY_COMPARE(int(bench().connection(connectionAt(1, 0))->state), theirs);
    QTRY_VERIFY(!command->isEnabled());
    QVERIFY(!find<QPushButton>("sendButton")->isEnabled());
}

void tst_MainWindow::stopsListeningWhileConnectionsLive()
{
    startPair(u"UTF-8"_s);
    find<BenchTree>("benchTree")->select({BenchModel::RowKind::Endpoint, endpointAt(1), {}, 0});
    auto *pause = find<QAction>("pauseAcceptingAction");
    pause->trigger();
    QTRY_COMPARE(bench().endpoint(endpointAt(1))->state, EndpointState::AcceptingPaused);
    pause->trigger();
    QTRY_COMPARE(bench().endpoint(endpointAt(1))->state, EndpointState::Listening);
    find<QAction>("stopListeningAction")->trigger();
    QTRY_COMPARE(bench().endpoint(endpointAt(1))->state, EndpointState::Stopped);
    QCOMPARE(bench().connection(connectionAt(1, 0))->state, ConnectionState::Open);
    QTRY_VERIFY(!pause->isEnabled());
}

void tst_MainWindow::whatIsRefusedComesBack()
{
    startPair(u"UTF-8"_s);
    auto *composer = find<Composer>("composer");
    // The engine hears of the end before the window does: what is sent between the two is refused.
    m_window->session().engine().close(connectionAt(2, 0));
    composer->setText(u"too late"_s);
    composer->send();
    QTRY_VERIFY(find<Banner>("banner")->isVisible());
    QVERIFY(find<Banner>("banner")->text().startsWith(u"Not sent"));
    QCOMPARE(composer->text(), u"too late"_s);
}

void tst_MainWindow::aTakenPortIsSaidInWords()
{
    startPair(u"UTF-8"_s);
    EndpointSpec second;
    second.port = bench().endpoint(endpointAt(1))->local.port;
    m_window->start(second);
    QTRY_COMPARE(bench().rowCount(), 4);
    QTRY_COMPARE(bench().endpoint(endpointAt(3))->state, EndpointState::Failed);
    QTRY_VERIFY(find<QLabel>("failure")->isVisible());
    QVERIFY2(find<QLabel>("failure")->text().contains(QString::number(second.port)),
        qPrintable(find<QLabel>("failure")->text()));
    QCOMPARE(find<QPushButton>("startButton")->text(), u"Try aga&in"_s);
}

void tst_MainWindow::savesAndOpensARecording()
{
    startPair(u"UTF-8"_s);
    type(u"kept"_s);
    QTRY_COMPARE(stream(connectionAt(1, 0), EventKind::Received), QByteArray("kept"));
    const QString copy = m_home->filePath(u"copy.pcapng"_s);
    m_window->recordings().saveAs(copy);
    QTRY_VERIFY(QFile::exists(copy));
    const auto report = journal::check(copy);
    QVERIFY(report);
    QCOMPARE(report->bytesReceived, 4u);
    QCOMPARE(report->tail.bytesAfter, 0u);

    m_window->recordings().open(copy);
    QTRY_COMPARE(bench().rowCount(), 4);
    const QModelIndex opened = bench().index(3, 0);
    QCOMPARE(opened.data().toString(), u"copy.pcapng"_s);
    QCOMPARE(bench().rowCount(opened), 2);
    find<BenchTree>("benchTree")->setCurrentIndex(bench().index(0, 0, opened));
    QCOMPARE(logTexts(), QStringList({u"kept"_s}));
    QVERIFY(!find<QPushButton>("sendButton")->isEnabled());
    find<QAction>("removeAction")->trigger();
    QTRY_COMPARE(bench().rowCount(), 3);
}

void tst_MainWindow::asksWhereToRecordWhenItCannot()
{
    QFile inTheWay(m_home->filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    makeWindow(swb::ui::Places::in(m_home->filePath(u"file"_s)));
    auto *dialog = find<RecordingPlaceDialog>("recordingPlaceDialog");
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->findChild<QLabel *>(u"recordingPlaceFailure"_s)->text().isEmpty());
    dialog->findChild<QLineEdit *>(u"recordingFolder"_s)->setText(m_home->filePath(u"other"_s));
    dialog->findChild<QPushButton *>(u"useRecordingFolder"_s)->click();
    QVERIFY(!dialog->isVisible());
    QVERIFY(find<QLabel>("recordingName")->toolTip().startsWith(m_home->filePath(u"other"_s)));

    makeWindow(swb::ui::Places::in(m_home->filePath(u"file"_s)));
    find<QPushButton>("recordNothing")->click();
    QCOMPARE(find<QLabel>("recordingName")->text(), u"Nothing is recorded"_s);
    startPair(u"UTF-8"_s);

    makeWindow(swb::ui::Places::in(m_home->filePath(u"file"_s)));
    QTest::keyClick(find<RecordingPlaceDialog>("recordingPlaceDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->isVisible());
}

void tst_MainWindow::speaksBothLanguages()
{
    const QString english = find<QMenuBar>("menuBar")->actions().constFirst()->text();
    QCOMPARE(english, u"&File"_s);
    startPair(u"UTF-8"_s);
    m_appearance->setLanguage(u"zh_CN"_s);
    QTRY_COMPARE(find<QMenuBar>("menuBar")->actions().constFirst()->text(), u"文件(&F)"_s);
    QVERIFY(bench().index(0, 0).data().toString() == u"所有连接"_s);
    QCOMPARE(find<QAction>("finishSendingAction")->text(), u"结束发送(&F)"_s);
    find<BenchTree>("benchTree")->select({BenchModel::RowKind::Endpoint, endpointAt(1), {}, 0});
    QCOMPARE(find<QPushButton>("connectClientButton")->text(), u"连接一个客户端到此服务器(&O)"_s);
    m_appearance->setLanguage(u"en"_s);
    QTRY_COMPARE(find<QMenuBar>("menuBar")->actions().constFirst()->text(), english);
    QCOMPARE(m_settings->value(u"appearance/language"_s).toString(), u"en"_s);
}

void tst_MainWindow::turnsDark()
{
    m_appearance->setTheme(Appearance::Theme::Light);
    const int light = m_window->palette().color(QPalette::Window).lightness();
    m_appearance->setTheme(Appearance::Theme::Dark);
    QTRY_VERIFY(m_window->palette().color(QPalette::Window).lightness() < light / 2);
    m_appearance->setTheme(Appearance::Theme::System);
}

void tst_MainWindow::shortcutsDoNotCollide()
{
    QHash<QKeySequence, QString> taken;
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!taken.contains(action->shortcut()), qPrintable(action->objectName()));
        taken.insert(action->shortcut(), action->objectName());
        QVERIFY(!action->toolTip().isEmpty());
    }
    QVERIFY(taken.size() > 20);
}

void tst_MainWindow::everyWidgetHasAName()
{
    startPair(u"UTF-8"_s);
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool ours = widget->window() == m_window.get() && !widget->objectName().startsWith(u"qt_");
        const bool inner = qobject_cast<const QComboBox *>(widget->parent());
        if (!ours || inner || widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QLabel *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!(widget->accessibleName() + (button ? button->text() : QString())).isEmpty(),
            qPrintable(widget->objectName()));
    }
}

} // namespace

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
