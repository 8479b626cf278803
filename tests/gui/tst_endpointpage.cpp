#include "pages/encodingcombo.h"
#include "pages/endpointpage.h"
#include "pages/fieldnote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using bench::EndpointSpec;
using bench::EndpointState;
using bench::EndpointStatus;
using bench::Role;

namespace {

/// A computer of the test's own making: one interface, no privileges, Linux's usual ephemeral range.
SystemFacts someComputer()
{
    SystemFacts facts;
    facts.addresses = {
        {u"eth0"_s, *IpAddress::parse(u"192.0.2.7")}, {u"eth0"_s, *IpAddress::parse(u"fd00::7")}};
    facts.firstUnprivilegedPort = 1024;
    facts.firstEphemeralPort = 32768;
    facts.lastEphemeralPort = 60999;
    return facts;
}

EndpointStatus runningServer(const SocketAddress &local)
{
    EndpointStatus status;
    status.id = EndpointId(1);
    status.state = EndpointState::Listening;
    status.local = local;
    status.spec.port = 0;
    status.spec.encoding = u"GBK"_s;
    return status;
}

class tst_EndpointPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isPrefilledAndEnterStarts();
    void explainsMistakesBesideTheField_data();
    void explainsMistakesBesideTheField();
    void saysWhatAPortMeans_data();
    void saysWhatAPortMeans();
    void offersTheAddressesOfThisComputer();
    void takesOverEveryOption();
    void isReadOnlyWhileItRuns();
    void offersAClientThatReachesTheServer_data();
    void offersAClientThatReachesTheServer();
    void saysWhyItFailedAndTriesAgain();
    void findsEncodingsByTheirAliases();
    void everyFieldHasAName();

private:
    template <class T>
    T *find(const char *name) const
    {
        T *widget = m_page->findChild<T *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("there is no %s", name);
        return widget;
    }
    void type(const char *name, const QString &text)
    {
        auto *combo = m_page->findChild<QComboBox *>(QString::fromLatin1(name));
        QLineEdit *edit = combo ? combo->lineEdit() : find<QLineEdit>(name);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Backspace);
    }
    std::unique_ptr<EndpointPage> m_page;
};

void tst_EndpointPage::init()
{
    m_page = std::make_unique<EndpointPage>();
    m_page->setFacts(someComputer());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void tst_EndpointPage::isPrefilledAndEnterStarts()
{
    QSignalSpy started(m_page.get(), &EndpointPage::startRequested);
    QCOMPARE(find<QComboBox>("address")->currentText(), u"127.0.0.1"_s);
    QCOMPARE(find<QLineEdit>("port")->text(), u"9090"_s);
    QCOMPARE(find<EncodingCombo>("encoding")->currentText(), u"UTF-8"_s);
    QTest::keyClick(find<QLineEdit>("port"), Qt::Key_Return);
    QCOMPARE(started.size(), 1);
    QCOMPARE(started[0][0].value<EndpointSpec>(), EndpointSpec());
}

void tst_EndpointPage::explainsMistakesBesideTheField_data()
{
    QTest::addColumn<bool>("server");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said"); ///< a word of the explanation
    const auto row = [](const char *name, bool server, const QString &field, const QString &typed,
                         const QString &said) { QTest::newRow(name) << server << field << typed << said; };
    row("octal", true, u"address"_s, u"010.0.0.1"_s, u"leading zeros"_s);
    row("short form", true, u"address"_s, u"1"_s, u"IPv4"_s);
    row("no address", true, u"address"_s, QString(), u"127.0.0.1"_s);
    row("a name to listen on", true, u"address"_s, u"example"_s, u"is a name"_s);
    row("someone else's address", true, u"address"_s, u"192.0.2.99"_s, u"No interface"_s);
    row("scope missing", true, u"address"_s, u"fe80::1"_s, u"eth0"_s);
    row("scope unknown", true, u"address"_s, u"fe80::1%nope"_s, u"nope"_s);
    row("scope unknown, client", false, u"address"_s, u"fe80::1%nope"_s, u"nope"_s);
    row("scope of a global address", true, u"address"_s, u"fd00::7%eth0"_s, u"link-local"_s);
    row("any-address as peer", false, u"address"_s, u"0.0.0.0"_s, u"names no peer"_s);
    row("blank in a host name", false, u"address"_s, u"my host"_s, u"position 3"_s);
    row("port too large", true, u"port"_s, u"65536"_s, u"65535"_s);
    row("letter in a port", true, u"port"_s, u"90x0"_s, u"position 3"_s);
    row("no port", true, u"port"_s, QString(), u"0 to 65535"_s);
    row("privileged port", true, u"port"_s, u"80"_s, u"1024"_s);
    row("port 0 as peer", false, u"port"_s, u"0"_s, u"port 0"_s);
    row("unknown encoding", true, u"encoding"_s, u"klingon"_s, u"klingon"_s);
    row("unknown placeholder", true, u"reply"_s, u"you: {name}"_s, u"position 6"_s);
    row("open brace", true, u"reply"_s, u"{text"_s, u"position 1 is not closed"_s);
    row("stray brace", true, u"reply"_s, u"text}"_s, u"position 5"_s);
    row("bad escape", true, u"greeting"_s, u"a\\q"_s, u"\\q"_s);
    row("local address", false, u"localAddress"_s, u"300.1.1.1"_s, u"IPv4"_s);
    row("local port", false, u"localPort"_s, u"x"_s, u"“x”"_s);
}

void tst_EndpointPage::explainsMistakesBesideTheField()
{
    QFETCH(bool, server);
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, said);
    find<QToolButton>("optionsButton")->setChecked(true);
    find<QRadioButton>(server ? "serverRole" : "clientRole")->click();
    QSignalSpy started(m_page.get(), &EndpointPage::startRequested);
    type(qPrintable(field), typed);
    auto *note = m_page->findChild<FieldNote *>(field + u"Note"_s);
    QVERIFY2(note->isMistake(), qPrintable(note->text()));
    QVERIFY2(note->text().contains(said), qPrintable(note->text()));
    QVERIFY(note->isVisible());
    QVERIFY(!find<QPushButton>("startButton")->isEnabled());
    m_page->submit();
    QCOMPARE(started.size(), 0);
    QVERIFY(!m_page->spec());
}

void tst_EndpointPage::saysWhatAPortMeans_data()
{
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("meaning");
    QTest::newRow("zero") << u"0"_s << u"The system chooses a free port and shows it"_s;
    QTest::newRow("registered") << u"1024"_s << u"Registered (1024–49151)"_s;
    QTest::newRow("registered with a name") << u"8080"_s << u"Registered (1024–49151): HTTP alternative"_s;
    QTest::newRow("registered, yet ephemeral here")
        << u"49151"_s
        << u"Registered (1024–49151), and this system gives 32768–60999 to outgoing connections"_s;
    QTest::newRow("dynamic and ephemeral here")
        << u"49152"_s << u"Dynamic (49152–65535); this system gives 32768–60999 to outgoing connections"_s;
    QTest::newRow("dynamic, not ephemeral here")
        << u"65535"_s
        << u"Dynamic (49152–65535); this system takes 32768–60999 for outgoing connections, so not this one"_s;
}

void tst_EndpointPage::saysWhatAPortMeans()
{
    QFETCH(QString, port);
    QFETCH(QString, meaning);
    type("port", port);
    QCOMPARE(find<FieldNote>("portNote")->text(), meaning);
    QCOMPARE(find<QLineEdit>("port")->accessibleDescription(), meaning);
}

void tst_EndpointPage::offersTheAddressesOfThisComputer()
{
    const auto offered = [this] {
        QStringList addresses;
        const auto *combo = find<QComboBox>("address");
        for (int i = 0; i < combo->count(); ++i)
            addresses.append(combo->itemText(i));
        return addresses;
    };
    QCOMPARE(offered(),
        QStringList({u"127.0.0.1"_s, u"::1"_s, u"0.0.0.0"_s, u"::"_s, u"192.0.2.7"_s, u"fd00::7"_s}));
    find<QRadioButton>("clientRole")->click();
    QCOMPARE(
        offered(), QStringList({u"127.0.0.1"_s, u"::1"_s, u"localhost"_s, u"192.0.2.7"_s, u"fd00::7"_s}));
    QCOMPARE(find<QComboBox>("address")->currentText(), u"127.0.0.1"_s);
}

void tst_EndpointPage::takesOverEveryOption()
{
    EndpointSpec spec;
    spec.address = u"0.0.0.0"_s;
    spec.port = 0;
    spec.encoding = u"GBK"_s;
    spec.backlog = 5;
    spec.reuseAddress = false;
    spec.maxConnections = 3;
    spec.oneAtATime = true;
    spec.behaviour.greeting = u"Welcome!\\r\\n"_s;
    spec.behaviour.echo = true;
    spec.behaviour.reply = u"Hello, {text}!"_s;
    spec.behaviour.replyDelay = std::chrono::milliseconds(1000);
    spec.behaviour.closeOn = u"exit"_s;
    spec.behaviour.closeAfterReply = true;
    spec.keepHalfOpen = true;
    spec.highWaterMark = 1024 * 1024;
    m_page->showDraft(spec);
    QVERIFY(m_page->spec());
    QCOMPARE(*m_page->spec(), spec);

    EndpointSpec client;
    client.role = Role::TcpClient;
    client.address = u"example.org"_s;
    client.localAddress = u"192.0.2.7"_s;
    client.localPort = 5000;
    client.connectTimeout = std::chrono::seconds(3);
    m_page->showDraft(client);
    QVERIFY(m_page->spec());
    QCOMPARE(*m_page->spec(), client);
}

void tst_EndpointPage::isReadOnlyWhileItRuns()
{
    EndpointStatus status = runningServer({IpAddress::loopback(), 4711});
    m_page->showEndpoint(status);
    QVERIFY(find<QLabel>("title")->text().contains(u"127.0.0.1:4711"));
    QVERIFY(find<QLineEdit>("port")->isReadOnly());
    QVERIFY(find<QLineEdit>("greeting")->isReadOnly());
    QVERIFY(find<EncodingCombo>("encoding")->isReadOnly());
    QSignalSpy stopped(m_page.get(), &EndpointPage::stopRequested);
    find<QPushButton>("startButton")->click();
    QCOMPARE(stopped.size(), 1);

    status.state = EndpointState::Stopped;
    m_page->showEndpoint(status);
    QVERIFY(!find<QLineEdit>("port")->isReadOnly());
    type("port", u"5000"_s);
    m_page->showEndpoint(status); // the next frame of a busy bench takes nothing back
    QCOMPARE(find<QLineEdit>("port")->text(), u"5000"_s);
    QSignalSpy restarted(m_page.get(), &EndpointPage::restartRequested);
    find<QPushButton>("startButton")->click();
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(restarted[0][1].value<EndpointSpec>().port, quint16(5000));
}

void tst_EndpointPage::offersAClientThatReachesTheServer_data()
{
    QTest::addColumn<QString>("listening");
    QTest::addColumn<QString>("dialled");
    QTest::newRow("loopback") << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("every IPv4") << u"0.0.0.0"_s << u"127.0.0.1"_s;
    QTest::newRow("every IPv6") << u"::"_s << u"::1"_s;
    QTest::newRow("an interface") << u"192.0.2.7"_s << u"192.0.2.7"_s;
}

void tst_EndpointPage::offersAClientThatReachesTheServer()
{
    QFETCH(QString, listening);
    QFETCH(QString, dialled);
    QSignalSpy wanted(m_page.get(), &EndpointPage::clientRequested);
    m_page->showEndpoint(runningServer({*IpAddress::parse(listening), 4711}));
    QTest::mouseClick(find<QPushButton>("connectClientButton"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    const auto spec = wanted[0][0].value<EndpointSpec>();
    QCOMPARE(spec.role, Role::TcpClient);
    QCOMPARE(spec.address, dialled);
    QCOMPARE(spec.port, quint16(4711));
    QCOMPARE(spec.encoding, u"GBK"_s);
}

void tst_EndpointPage::saysWhyItFailedAndTriesAgain()
{
    EndpointStatus status = runningServer({});
    status.state = EndpointState::Failed;
    status.failure = {FailureKind::PortInUse, 98, u"127.0.0.1:9090"_s};
    m_page->showEndpoint(status);
    QVERIFY(find<QLabel>("failure")->isVisible());
    QVERIFY(find<QLabel>("failure")->text().contains(u"9090"));
    QSignalSpy restarted(m_page.get(), &EndpointPage::restartRequested);
    QTest::mouseClick(find<QPushButton>("startButton"), Qt::LeftButton);
    QCOMPARE(restarted.size(), 1);
    QCOMPARE(restarted[0][0].value<EndpointId>(), EndpointId(1));
}

void tst_EndpointPage::findsEncodingsByTheirAliases()
{
    auto *combo = find<EncodingCombo>("encoding");
    combo->completer()->setCompletionPrefix(u"cp936"_s);
    QStringList found;
    for (int i = 0; combo->completer()->setCurrentRow(i); ++i)
        found.append(combo->completer()->currentCompletion());
    QVERIFY2(found.contains(u"GBK"), qPrintable(found.join(u' ')));
    QSignalSpy chosen(combo, &EncodingCombo::encodingChosen);
    type("encoding", u"cp936"_s);
    QTest::keyClick(combo->lineEdit(), Qt::Key_Tab);
    QCOMPARE(combo->encodingName(), u"GBK"_s);
    QVERIFY(m_page->spec());
    QCOMPARE(m_page->spec()->encoding, u"GBK"_s);
}

void tst_EndpointPage::everyFieldHasAName()
{
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool ours = widget->window() == m_page.get() && !widget->objectName().startsWith(u"qt_");
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

QTEST_MAIN(tst_EndpointPage)
#include "tst_endpointpage.moc"
