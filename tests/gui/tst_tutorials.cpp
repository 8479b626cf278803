#include "pages/benchtree.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

/// Rows 62 to 75 of the tutorials: their program in plain python3 on one side, on the other the window,
/// driven through its form and its composer.
class tst_Tutorials : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup();
    void theirClientOurServer_data();
    void theirClientOurServer();
    void theirServerOurClient_data();
    void theirServerOurClient();

private:
    const bench::EndpointStatus *endpoint() const
    {
        return bench().endpoint(bench().targetAt(bench().index(1, 0)).endpoint);
    }
    BenchModel::Target connection() const
    {
        return bench().targetAt(bench().index(0, 0, bench().index(1, 0)));
    }
    void fill(const char *field, const QString &text) { find<QLineEdit>(field)->setText(text); }
    void runProgram(const QStringList &arguments);
    QStringList programLines();
    QProcess m_program;
};

void tst_Tutorials::cleanup()
{
    m_program.kill();
    m_program.waitForFinished();
    closeWindow();
}

void tst_Tutorials::runProgram(const QStringList &arguments)
{
    m_program.start(u"python3"_s, QStringList{u"-B"_s, QFINDTESTDATA("tutorials.py")} + arguments);
    QVERIFY(m_program.waitForStarted());
}

/// What the program printed until it ended.
QStringList tst_Tutorials::programLines()
{
    const bool ended = QTest::qWaitFor([&] { return m_program.state() == QProcess::NotRunning; }, 20'000);
    const QByteArray errors = m_program.readAllStandardError();
    if (!ended || m_program.exitCode() != 0)
        return {u"the program failed: "_s + QString::fromUtf8(errors)};
    return QString::fromUtf8(m_program.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

void tst_Tutorials::theirClientOurServer_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("greeting");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("closeOn");
    QTest::addColumn<bool>("closeAfterReply");
    QTest::addColumn<QStringList>("printed");
    QTest::addColumn<QStringList>("logged");
    const QString asleep = u"不好意思！我睡着了！"_s;
    QTest::newRow("62: a GBK client, 18 bytes there and 20 back")
        << u"row62"_s << u"GBK"_s << QString() << asleep << QString() << false
        << QStringList{u"bytes 20"_s, asleep} << QStringList{u"你好，我是客户端！"_s, asleep};
    QTest::newRow("66: another, 26 bytes")
        << u"row66"_s << u"GBK"_s << QString() << u"hello"_s << QString() << false
        << QStringList{u"bytes 5"_s, u"hello"_s} << QStringList{u"你好服务端,我是客户端小黑!"_s, u"hello"_s};
    QTest::newRow("68: HTTP by hand")
        << u"row68"_s << u"UTF-8"_s << QString() << u"HTTP/1.1 200 OK\\r\\n\\r\\n<html>新浪</html>"_s
        << QString() << true << QStringList{u"HTTP/1.1 200 OK"_s, u"<html>新浪</html>"_s} << QStringList();
    QTest::newRow("70: the hello client in lockstep")
        << u"row70"_s << u"UTF-8"_s << u"Welcome!"_s << u"Hello,{text}!"_s << u"exit"_s << false
        << QStringList{u"Welcome!"_s, u"Hello,Michael!"_s, u"Hello,Tracy!"_s, u"Hello,Sarah!"_s, u"bytes 0"_s}
        << QStringList{u"Welcome!"_s, u"Michael"_s, u"Hello,Michael!"_s, u"Tracy"_s, u"Hello,Tracy!"_s,
               u"Sarah"_s, u"Hello,Sarah!"_s, u"exit"_s};
    QTest::newRow("71: a client that never reads")
        << u"row71"_s << u"GBK"_s << QString() << QString() << QString() << false << QStringList()
        << QStringList{u"提示输入的数据"_s};
    QTest::newRow("74: Hello Server") << u"row74"_s << u"UTF-8"_s << QString() << QString() << QString()
                                      << false << QStringList() << QStringList{u"Hello Server"_s};
}

void tst_Tutorials::theirClientOurServer()
{
    QFETCH(QString, program);
    QFETCH(QString, encoding);
    QFETCH(QString, greeting);
    QFETCH(QString, reply);
    QFETCH(QString, closeOn);
    QFETCH(bool, closeAfterReply);
    QFETCH(QStringList, printed);
    QFETCH(QStringList, logged);
    find<QAbstractButton>("startCustomServer")->click();
    fill("port", u"0"_s);
    find<QComboBox>("encoding")->lineEdit()->setText(encoding);
    fill("greeting", greeting);
    fill("reply", reply);
    fill("closeOn", closeOn);
    find<QAbstractButton>("closeAfterReply")->setChecked(closeAfterReply);
    find<QAbstractButton>("startButton")->click();
    QTRY_VERIFY(endpoint() && endpoint()->state == bench::EndpointState::Listening);
    QCOMPARE(endpoint()->spec.encoding, encoding);

    runProgram({program, QString::number(endpoint()->local.port)});
    QCOMPARE(programLines(), printed);
    QTRY_VERIFY(connection().connection.isValid());
    find<BenchTree>("benchTree")->select(connection());
    QTRY_VERIFY(bench::isOver(bench().connection(connection().connection)->state));
    if (!logged.isEmpty())
        QTRY_COMPARE(logTexts(), logged);
}

void tst_Tutorials::theirServerOurClient_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QStringList>("typed");
    QTest::addColumn<QStringList>("printed");
    QTest::addColumn<QStringList>("logged");
    const QString client = u"你好，我是客户端！"_s;
    const QString asleep = u"不好意思！我睡着了！"_s;
    QTest::newRow("63: replies until we go") << u"row63"_s << u"GBK"_s << QStringList{client, u"再见"_s}
                                             << QStringList{u"bytes 18"_s, client, u"bytes 4"_s, u"再见"_s}
                                             << QStringList{client, asleep, u"再见"_s, asleep};
    QTest::newRow("64: a thread for each client, full-width comma")
        << u"row64"_s << u"GBK"_s << QStringList{u"hello1"_s} << QStringList{u"bytes 6"_s, u"hello1"_s}
        << QStringList{u"hello1"_s, u"ok，问题正在处理中..."_s};
    QTest::newRow("65: the same with an ASCII comma")
        << u"row65"_s << u"GBK"_s << QStringList{u"hello2"_s} << QStringList{u"bytes 6"_s, u"hello2"_s}
        << QStringList{u"hello2"_s, u"ok,问题正在处理中..."_s};
    QTest::newRow("67: one-shot") << u"row67"_s << u"GBK"_s << QStringList{u"hello"_s}
                                  << QStringList{u"bytes 5"_s, u"hello"_s}
                                  << QStringList{u"hello"_s, u"ok, 问题正在处理中..."_s};
    QTest::newRow("69: the hello server")
        << u"row69"_s << u"UTF-8"_s << QStringList{u"Michael"_s, u"Tracy"_s, u"exit"_s}
        << QStringList{u"Michael"_s, u"Tracy"_s}
        << QStringList{
               u"Welcome!"_s, u"Michael"_s, u"Hello,Michael!"_s, u"Tracy"_s, u"Hello,Tracy!"_s, u"exit"_s};
    QTest::newRow("72: closes its listener first")
        << u"row72"_s << u"GBK"_s << QStringList{u"谢谢"_s} << QStringList{u"bytes 4"_s, u"谢谢"_s}
        << QStringList{u"谢谢"_s, u"Thank You!"_s};
    QTest::newRow("73: two nested loops")
        << u"row73"_s << u"UTF-8"_s << QStringList{u"first"_s} << QStringList{u"bytes 5"_s, u"first"_s}
        << QStringList{u"first"_s, u"thank you!"_s};
    QTest::newRow("75: replies once and closes")
        << u"row75"_s << u"UTF-8"_s << QStringList{u"Hello Server"_s}
        << QStringList{u"bytes 12"_s, u"Hello Server"_s} << QStringList();
}

void tst_Tutorials::theirServerOurClient()
{
    QFETCH(QString, program);
    QFETCH(QString, encoding);
    QFETCH(QStringList, typed);
    QFETCH(QStringList, printed);
    QFETCH(QStringList, logged);
    runProgram({program});
    QTRY_VERIFY(m_program.canReadLine());
    const QString port = QString::fromUtf8(m_program.readLine()).trimmed();

    find<QAbstractButton>("startClient")->click();
    fill("port", port);
    find<QComboBox>("encoding")->lineEdit()->setText(encoding);
    find<QAbstractButton>("startButton")->click();
    QTRY_VERIFY(connection().connection.isValid());
    find<BenchTree>("benchTree")->select(connection());
    const bool greets = !logged.isEmpty() && logged.first() != typed.first();
    qsizetype expected = greets ? 1 : 0;
    QTRY_COMPARE(logTexts().size(), expected);
    for (const QString &text : typed) {
        type(text);
        expected +=
            text == typed.last() && greets ? 1 : 2; // lockstep, as the tutorials do; nobody answers "exit"
        QTRY_COMPARE(logTexts().size(), expected);
    }
    if (!logged.isEmpty())
        QCOMPARE(logTexts(), logged);
    else
        QVERIFY(logTexts().last().startsWith(u"已收到您(('127.0.0.1', "_s));
    find<QAction>("closeConnectionAction")->trigger();
    QCOMPARE(programLines(), printed);
    QTRY_VERIFY(bench::isOver(bench().connection(connection().connection)->state));
}

QTEST_MAIN(tst_Tutorials)
#include "tst_tutorials.moc"
