#include "../unit/pythonscript.h"
#include "models/stepmodel.h"
#include "pages/pagestack.h"
#include "pages/steppage.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

namespace {

/// Somebody learns, step by step: each button is a real system call.
class tst_StepPage : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { closeWindow(); }
    void aConversation();
    void aCallThatWaitsIsGivenUp();
    void errorsAreSaidInWords();
    void onlyWhatCanBeMeantCanBePressed();
    void theProgramDoesTheSame();
    void startingOverClosesEverything();
    void datagrams();
    void bothLanguages();
    void byKeyboardAlone();
    void commandsOfTheBenchLeadBackToIt();
    void theModelIsSound();
    void aServerOfTheBenchAsPython();

private:
    QPushButton *button(const QString &name) const
    {
        return find<QPushButton>(qPrintable(name + u"_button"_s));
    }
    void press(const QString &row) const;
    void listen() const;
    void connectBoth() const;
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    QAbstractItemModel *log() const { return find<QTableView>("stepLog")->model(); }
    QString lastCall() const { return cell(log()->rowCount() - 1, StepModel::Column::Call); }
    QString cell(int row, StepModel::Column column) const
    {
        return log()->index(row, int(column)).data().toString();
    }
};

void tst_StepPage::init()
{
    openWindow();
    find<QAction>("stepByStepAction")->trigger();
    QTRY_VERIFY(find<QWidget>("stepPage")->isVisible());
}

void tst_StepPage::press(const QString &row) const
{
    QVERIFY2(button(row)->isEnabled(), qPrintable(row));
    button(row)->click();
}

void tst_StepPage::listen() const
{
    press(u"server_socket"_s);
    find<QSpinBox>("server_bind_port")->setValue(0);
    press(u"server_bind"_s);
    press(u"server_listen"_s);
}

void tst_StepPage::connectBoth() const
{
    listen();
    press(u"client_socket"_s);
    press(u"client_connect"_s); // where to, was filled in by bind
    press(u"server_accept"_s);
}

void tst_StepPage::aConversation()
{
    listen();
    QVERIFY(text("serverState").startsWith(u"LISTEN"_s));
    press(u"server_accept"_s);
    QVERIFY(text("serverState").startsWith(u"accept() waits for a client"_s));
    QVERIFY(!button(u"server_close"_s)->isEnabled());

    press(u"client_socket"_s);
    press(u"client_connect"_s);
    QTRY_COMPARE(find<QComboBox>("serverSockets")->currentText(), u"conn · ESTABLISHED"_s);
    QVERIFY(text("clientState").startsWith(u"ESTABLISHED"_s));
    QVERIFY(text("stepResult").startsWith(u"a new socket, conn"_s));

    find<QLineEdit>("client_send_text")->setText(u"你好"_s);
    press(u"client_send"_s);
    QVERIFY(text("stepResult").startsWith(u"6 byte"_s));
    QTRY_VERIFY(text("serverState").contains(u"Unread 6 B"_s));
    press(u"server_recv"_s);
    QCOMPARE(cell(log()->rowCount() - 1, StepModel::Column::Result), u"\"你好\".encode()"_s);
    press(u"client_close"_s);
    press(u"server_recv"_s);
    QCOMPARE(text("stepResult"), u"the end: the peer has finished sending"_s);
    QVERIFY(text("serverState").startsWith(u"CLOSE-WAIT"_s));
    press(u"server_close"_s);
    QTRY_VERIFY(text("clientState").startsWith(u"TIME-WAIT"_s));
}

void tst_StepPage::aCallThatWaitsIsGivenUp()
{
    listen();
    auto *giveUp = find<QPushButton>("serverGiveUp");
    QVERIFY(!giveUp->isVisible());
    press(u"server_accept"_s);
    QVERIFY(giveUp->isVisible());
    giveUp->click();
    QVERIFY(!giveUp->isVisible());
    QCOMPARE(text("stepResult"), u"given up"_s);
    press(u"server_close"_s);
}

void tst_StepPage::errorsAreSaidInWords()
{
    listen();
    const int port = find<QSpinBox>("client_connect_port")->value();
    press(u"server_recv"_s);
    QVERIFY(text("stepResult").startsWith(u"ENOTCONN: "_s));
    press(u"server_socket"_s);
    find<QSpinBox>("server_bind_port")->setValue(port);
    press(u"server_bind"_s);
    QCOMPARE(text("stepResult"), u"EADDRINUSE: another socket is bound to this port"_s);
    QCOMPARE(cell(log()->rowCount() - 1, StepModel::Column::Result), u"OSError: [Errno 98] EADDRINUSE"_s);
    press(u"server_close"_s);
    press(u"server_listen"_s); // what a program does by mistake can be done here, too
    QVERIFY(text("stepResult").startsWith(u"EBADF: "_s));
    QVERIFY(!text("stepCaption").isEmpty());
}

void tst_StepPage::onlyWhatCanBeMeantCanBePressed()
{
    QVERIFY(button(u"server_socket"_s)->isEnabled());
    QVERIFY(!button(u"server_bind"_s)->isEnabled());
    press(u"server_socket"_s);
    QVERIFY(button(u"server_bind"_s)->isEnabled());
    find<QLineEdit>("server_bind_address")->setText(u"127.0.0"_s);
    QVERIFY(!button(u"server_bind"_s)->isEnabled());
    QCOMPARE(text("server_bind_code"), u"Not an IP address"_s);
    find<QLineEdit>("server_send_text")->setText(u"\\x4"_s);
    QVERIFY(!button(u"server_send"_s)->isEnabled());
    find<QLineEdit>("server_send_text")->setText(u"a much longer text"_s);
    find<QSpinBox>("server_send_times")->setValue(1'000'000);
    QVERIFY(!button(u"server_send"_s)->isEnabled());
}

void tst_StepPage::theProgramDoesTheSame()
{
    connectBoth();
    press(u"client_send"_s);
    press(u"server_recv"_s);
    find<QPushButton>("stepCopy")->click();
    PythonScript python(QGuiApplication::clipboard()->text());
    QCOMPARE(python.output(), u"conn.recv: b'hello'\n"_s);
    QCOMPARE(python.exitCode(), 0);
}

void tst_StepPage::startingOverClosesEverything()
{
    listen();
    const int port = find<QSpinBox>("client_connect_port")->value();
    find<QPushButton>("stepStartOver")->click();
    QCOMPARE(log()->rowCount(), 0);
    QCOMPARE(find<QComboBox>("serverSockets")->count(), 0);
    QVERIFY(!find<QPushButton>("stepCopy")->isEnabled());
    press(u"client_socket"_s);
    find<QSpinBox>("client_connect_port")->setValue(port);
    press(u"client_connect"_s);
    QTRY_VERIFY(text("stepResult").startsWith(u"ECONNREFUSED: "_s));
}

void tst_StepPage::datagrams()
{
    find<QPushButton>("stepUdp")->click();
    QVERIFY(!button(u"server_listen"_s)->isVisible());
    press(u"server_socket"_s);
    find<QSpinBox>("server_bind_port")->setValue(0);
    press(u"server_bind"_s);
    press(u"client_socket"_s);
    QVERIFY(!find<QPushButton>("stepTcp")->isEnabled()); // not in the middle
    press(u"client_sendto"_s);
    find<QSpinBox>("server_recvfrom_number")->setValue(2);
    press(u"server_recvfrom"_s);
    QVERIFY(text("stepResult").startsWith(u"a datagram of 5 byte"_s));
    QVERIFY(text("stepCaption").contains(u"3 byte"_s));
    press(u"server_sendto"_s); // back to whom it came from
    press(u"client_recvfrom"_s);
    QVERIFY(text("stepResult").startsWith(u"a datagram of 5 byte"_s));
}

void tst_StepPage::bothLanguages()
{
    press(u"server_socket"_s);
    QCOMPARE(lastCall(), u"server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)"_s);
    find<QPushButton>("stepC")->click();
    QCOMPARE(lastCall(), u"int server = socket(AF_INET, SOCK_STREAM, 0);"_s);
    QCOMPARE(text("stepCode"), lastCall());
    QCOMPARE(text("server_listen_code"), u"listen(server, 5);"_s);
    m_appearance->setLanguage(u"zh_CN"_s);
    QCOMPARE(lastCall(), u"int server = socket(AF_INET, SOCK_STREAM, 0);"_s);
}

void tst_StepPage::byKeyboardAlone()
{
    QTRY_COMPARE(QApplication::focusWidget(), button(u"server_socket"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(log()->rowCount(), 1);
    auto *port = find<QSpinBox>("server_bind_port");
    port->setFocus();
    port->setValue(0);
    QTest::keyClick(port, Qt::Key_Return);
    QTRY_COMPARE(log()->rowCount(), 2);
    auto *address = find<QLineEdit>("server_bind_address");
    address->setFocus();
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(log()->rowCount(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(find<QWidget>("benchTree")->isVisible());
}

void tst_StepPage::commandsOfTheBenchLeadBackToIt()
{
    QVERIFY(!find<QWidget>("toolBar")->isVisible());
    find<QAction>("shortcutsAction")->trigger();
    QVERIFY(!find<PageStack>("pageStack")->isBench());
    find<QWidget>("shortcutsDialog")->close();
    find<QAction>("newServerAction")->trigger();
    QVERIFY(find<PageStack>("pageStack")->isBench());
    QVERIFY(find<QWidget>("toolBar")->isVisible());
    QTRY_VERIFY(find<QWidget>("endpointPage")->isVisible());
}

void tst_StepPage::theModelIsSound()
{
    const QAbstractItemModelTester tester(log(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    connectBoth();
    press(u"server_recv"_s);
    press(u"client_send"_s);
    QTRY_VERIFY(!find<QPushButton>("serverGiveUp")->isVisible());
    QCOMPARE(log()->rowCount(), 8);
    QCOMPARE(cell(0, StepModel::Column::Time), u"0.000"_s);
    QCOMPARE(cell(7, StepModel::Column::Side), u"Client"_s);
    find<QPushButton>("stepStartOver")->click();
}

void tst_StepPage::aServerOfTheBenchAsPython()
{
    auto *show = find<QAction>("showAsPythonAction");
    QVERIFY(!show->isEnabled());
    bench::EndpointSpec spec;
    spec.port = 0;
    spec.behaviour.greeting = u"Welcome!"_s;
    m_window->start(spec);
    QTRY_VERIFY(show->isEnabled());
    show->trigger();
    const QString program = find<QPlainTextEdit>("pythonText")->toPlainText();
    QVERIFY2(program.contains(u"conn.sendall(b\"Welcome!\")"_s), qPrintable(program));
    find<QPushButton>("pythonCopy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), program);
}

} // namespace

QTEST_MAIN(tst_StepPage)
#include "tst_steppage.moc"
