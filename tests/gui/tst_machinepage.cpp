#include "../unit/plainpeer.h"
#include "models/machinemodel.h"
#include "pages/machinepage.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace swb::ui {

/// "My machine" as it is read, and over the real computer.
class TestMachinePage : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        qputenv("PATH", m_path);
        if (m_window)
            closeWindow();
    }
    void saysWhatThereIsAndWhatItMeans();
    void saysWhatIsNotAvailable();
    void showsWhoListensHere();
    void looksANameUp();
    void pingsWhereItMay();
    void saysWhereToGetPing();
    void fitsASmallScreen();

private:
    static QString row(
        const MachineModel &model, MachineModel::Group group, int row, int role = Qt::DisplayRole)
    {
        const QModelIndex above = model.index(int(group), 0);
        const QString name = model.index(row, 0, above).data(role).toString();
        return role == Qt::DisplayRole ? name + u" = "_s + model.index(row, 1, above).data().toString()
                                       : name;
    }
    void openPage();
    void ask(const QString &host, const char *button);

    QByteArray m_path = qgetenv("PATH");
};

void TestMachinePage::saysWhatThereIsAndWhatItMeans()
{
    using Group = MachineModel::Group;
    MachineModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    kernel::MachineReport report;
    kernel::Interface lo;
    lo.name = u"lo"_s;
    lo.up = lo.running = lo.loopback = true;
    lo.addresses = {{IpAddress::loopback(), 8}, {*IpAddress::parse(u"::1"), 128}};
    kernel::Interface card;
    card.name = u"eth0"_s;
    report.interfaces = {lo, card};
    report.machine.ephemeralPorts = {{32768, 60999}};
    report.machine.longestAcceptQueue = 4096;
    report.ports = {{kernel::Protocol::Tcp, {IpAddress::any(), 8080}, 5, kernel::Owner{77, u"python3"_s}},
        {kernel::Protocol::Udp, {IpAddress::any(), 8080}, 6, {}}};
    model.setReport(report);
    QCOMPARE(row(model, Group::Interfaces, 0), u"lo = 127.0.0.1/8 · ::1/128"_s);
    QVERIFY(row(model, Group::Interfaces, 0, Qt::ToolTipRole).contains(u"no network card"));
    QCOMPARE(row(model, Group::Interfaces, 1), u"eth0 = no address · off"_s);
    QVERIFY(row(model, Group::Interfaces, 1, Qt::ToolTipRole).contains(u"belongs to an interface"));
    QCOMPARE(row(model, Group::Ports, 0), u"TCP 0.0.0.0:8080 = python3, process 77"_s);
    QCOMPARE(row(model, Group::Ports, 1), u"UDP 0.0.0.0:8080 = owner not shown to you"_s);
    QCOMPARE(row(model, Group::Limits, 1), u"Ports that the system chooses = 32768 to 60999"_s);
    QCOMPARE(row(model, Group::Limits, 3), u"Longest accept queue = 4,096"_s);
}

void TestMachinePage::saysWhatIsNotAvailable()
{
    MachineModel model;
    model.setReport({});
    QCOMPARE(row(model, MachineModel::Group::Ports, 0), u"not available here = "_s);
    QVERIFY(row(model, MachineModel::Group::Limits, 1).endsWith(u"not available here"));
}

void TestMachinePage::openPage()
{
    openWindow();
    find<QAction>("myMachineAction")->trigger();
    QTRY_VERIFY(find<MachinePage>("machinePage")->isVisible());
    const auto *tree = find<QTreeView>("machineTree");
    QTRY_VERIFY(tree->model()->rowCount(tree->model()->index(0, 0)) > 0);
}

void TestMachinePage::ask(const QString &host, const char *button)
{
    find<QLineEdit>("machineHost")->setText(host);
    find<QPushButton>(button)->click();
}

void TestMachinePage::showsWhoListensHere()
{
    const PlainPeer listener = PlainPeer::listening();
    openPage();
    QVERIFY(!find<QLabel>("machineMeaning")->text().isEmpty());
    const QAbstractItemModel *model = find<QTreeView>("machineTree")->model();
    const QModelIndex ports = model->index(int(MachineModel::Group::Ports), 0);
    const QModelIndexList found =
        model->match(model->index(0, 0, ports), Qt::DisplayRole, u"TCP "_s + listener.address().toString());
    QCOMPARE(found.size(), 1);
    const QString owner = found.first().siblingAtColumn(1).data().toString();
    QCOMPARE(owner, u"tst_machinepage, process %1"_s.arg(QCoreApplication::applicationPid()));
}

void TestMachinePage::looksANameUp()
{
    openPage();
    ask(u"localhost"_s, "machineLookUp");
    const auto *answer = find<QLabel>("machineAnswer");
    QTRY_VERIFY2(
        answer->text().contains(u"127.0.0.1") || answer->text().contains(u"::1"), qPrintable(answer->text()));
    ask(u"  "_s, "machineLookUp");
    QVERIFY(!find<QPushButton>("machineLookUp")->isEnabled());
}

/// With a ping of its own, so that it is the same everywhere.
void TestMachinePage::pingsWhereItMay()
{
    const QTemporaryDir folder;
    qputenv("PATH", QFile::encodeName(folder.path()));
    QFile program(folder.filePath(u"ping"_s));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\necho \"$@\"\nexec /bin/sleep 60\n");
    program.close();
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    openPage();
    const auto *stop = find<QPushButton>("machineStop");
    QVERIFY(!stop->isEnabled());
    ask(u" 127.0.0.1"_s, "machinePing");
    QTRY_COMPARE(find<QPlainTextEdit>("machineOutput")->toPlainText(), u"-c 4 -- 127.0.0.1\n"_s);
    QVERIFY(stop->isEnabled());
    QVERIFY(!find<QPushButton>("machinePing")->isEnabled()); // one at a time
    find<QPushButton>("machineStop")->click();
    QTRY_VERIFY(!stop->isEnabled());
    QVERIFY(find<QPushButton>("machinePing")->isEnabled());
    ask(u"127.0.0.1"_s, "machinePing");
    QTRY_VERIFY(stop->isEnabled()); // and ends with the window
}

void TestMachinePage::saysWhereToGetPing()
{
    const QTemporaryDir folder;
    qputenv("PATH", QFile::encodeName(folder.path()));
    openPage();
    QVERIFY(!find<QPushButton>("machinePing")->isEnabled());
    QVERIFY(find<QLabel>("machinePingHint")->text().contains(u"iputils-ping"));
}

void TestMachinePage::fitsASmallScreen()
{
    openPage();
    const QSize least = find<MachinePage>("machinePage")->minimumSizeHint();
    QVERIFY2(least.width() <= 320 && least.height() <= 160,
        qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestMachinePage)
#include "tst_machinepage.moc"
