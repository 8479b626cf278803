#include "windowfixture.h"

#include "app/commandline.h"

#include <QRadioButton>

using namespace Qt::StringLiterals;
using swb::ui::Command;
using swb::ui::CommandLine;

/// What the window is started with: by hand, and by the actions of its desktop entry.
class tst_CommandLine : public QObject, private WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void mistakes_data();
    void mistakes();
    void commands();
    void newServerOpensItsForm();
};

namespace {

CommandLine parse(const QStringList &arguments, QString *mistake)
{
    return CommandLine::parse(QStringList(u"socket-workbench"_s) + arguments, mistake);
}

} // namespace

void tst_CommandLine::endpoints_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::newRow("a port alone is of this computer") << u"9090"_s << u"127.0.0.1"_s << 9090;
    QTest::newRow("an address") << u"0.0.0.0:80"_s << u"0.0.0.0"_s << 80;
    QTest::newRow("a name") << u"localhost:9090"_s << u"localhost"_s << 9090;
    QTest::newRow("IPv6 in brackets") << u"[::1]:9090"_s << u"::1"_s << 9090;
}

void tst_CommandLine::endpoints()
{
    QFETCH(const QString, value);
    QString mistake;
    const CommandLine line =
        parse({u"--listen"_s, value, u"--connect"_s, value, u"--encoding"_s, u"gbk"_s}, &mistake);
    QCOMPARE(mistake, QString());
    QCOMPARE(line.endpoints.size(), 2);
    QCOMPARE(line.endpoints[0].role, swb::bench::Role::TcpServer);
    QCOMPARE(line.endpoints[1].role, swb::bench::Role::TcpClient);
    for (const auto &spec : line.endpoints) {
        QTEST(spec.address, "address");
        QTEST(int(spec.port), "port");
        QCOMPARE(spec.encoding, u"GBK"_s);
    }
}

void tst_CommandLine::mistakes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("no port") << QStringList{u"--listen"_s, u"99999"_s} << u"--listen 99999"_s;
    QTest::newRow("no encoding") << QStringList{u"--encoding"_s, u"klingon"_s} << u"klingon"_s;
}

void tst_CommandLine::mistakes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, culprit);
    QString mistake;
    parse(arguments, &mistake);
    QVERIFY2(mistake.contains(culprit), qPrintable(mistake));
}

void tst_CommandLine::commands()
{
    QString mistake;
    QCOMPARE(parse({u"--new-server"_s}, &mistake).commands, QList{Command::NewServer});
    QCOMPARE(parse({u"--open-recording"_s}, &mistake).commands, QList{Command::OpenRecording});
    QCOMPARE(parse({}, &mistake).commands, QList<Command>());
    QCOMPARE(mistake, QString());
}

void tst_CommandLine::newServerOpensItsForm()
{
    openWindow();
    m_window->run(Command::NewServer);
    QTRY_VERIFY(find<QRadioButton>("serverRole")->isVisible());
    QVERIFY(find<QRadioButton>("serverRole")->isChecked());
    closeWindow();
}

QTEST_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
