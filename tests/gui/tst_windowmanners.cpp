#include "pages/banner.h"
#include "pages/benchtree.h"
#include "pages/endpointpage.h"
#include "pages/subjectbar.h"
#include "widgets/composer.h"
#include "windowfixture.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QSplitter>
#include <QTest>
#include <QToolBar>
#include <QToolButton>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;
using bench::EndpointSpec;
using bench::EndpointState;

namespace {

/// The disk is full while this lives: no file of the process grows.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit full{1, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

/// How the window behaves towards its user and the screen, whatever it is used for.
class tst_WindowManners : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void aThemeReachesEverythingAtOnce();
    void fitsASmallScreen();
    void everythingFitsASmallScreen_data();
    void everythingFitsASmallScreen();
    void theChoiceOfReceiversFitsASmallScreen();
    void roomComesBackToTheBytes();
    void theFormFitsASmallScreen_data();
    void theFormFitsASmallScreen();
    void whatIsTypedGoesIntoTheForm_data();
    void whatIsTypedGoesIntoTheForm();
    void theSubjectSaysFirstWhatMattersNow();
    void altKeysDoNotCollide_data();
    void altKeysDoNotCollide();
    void goToKeysWorkInsideAField();
    void askedBeforeHeldBytesAreLost();
    void askedBeforeOpenConnectionsAreReset();
    void startIsOfferedOnlyWhereSomethingCanStart();
    void aNewServerIsGivenAFreePort();
    void optionsFoldInForTheNextEndpoint();
    void draftsStayWithTheirConnection();
    void textGrowsForAProjector();

private:
    void startServer();
    void startPair();
    void select(int endpointRow);
    void clash(const QString &where) const;
};

void tst_WindowManners::startServer()
{
    EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
}

/// A server in row 1 and a client to it in row 2, whose connection is selected.
void tst_WindowManners::startPair()
{
    startServer();
    find<QPushButton>("connectClientButton")->click();
    QTRY_COMPARE(bench().rowCount(bench().index(1, 0)), 1);
    QTRY_VERIFY(find<QWidget>("composerText")->hasFocus());
}

void tst_WindowManners::select(int endpointRow)
{
    find<BenchTree>("benchTree")->setCurrentIndex(bench().index(endpointRow, 0));
}

void tst_WindowManners::aThemeReachesEverythingAtOnce()
{
    m_appearance->setTheme(Appearance::Theme::Light);
    m_window->recordings().saveAs(m_window->session().recording().path); // refused, which shows the banner
    QVERIFY(find<Banner>("banner")->isVisible());
    m_appearance->setTheme(Appearance::Theme::Dark);
    for (const QToolButton *button : find<QToolBar>("toolBar")->findChildren<QToolButton *>())
        QTRY_VERIFY2(button->palette().color(QPalette::Active, QPalette::ButtonText).lightness() > 128,
            qPrintable(button->objectName() + button->text()));
    QTRY_VERIFY(find<Banner>("banner")->palette().color(QPalette::Window).lightness() < 128);
    QTRY_VERIFY(find<QLabel>("bannerText")->palette().color(QPalette::WindowText).lightness() > 128);
    m_appearance->setTheme(Appearance::Theme::System);
}

void tst_WindowManners::fitsASmallScreen()
{
    const QSize room = m_window->screen()->availableSize();
    QCOMPARE(m_window->size().boundedTo(room), m_window->size());
    startServer();
    find<QToolButton>("optionsButton")->click();
    const QSize least = m_window->minimumSizeHint();
    QVERIFY2(least.width() <= 700 && least.height() <= 500,
        qPrintable(u"%1x%2"_s.arg(least.width()).arg(least.height())));
}

void tst_WindowManners::everythingFitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("lens");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const QString &lens : {u"logLens"_s, u"streamLens"_s, u"sideBySideLens"_s, u"tcpLens"_s})
            QTest::addRow("%s, %s", qPrintable(language), qPrintable(lens)) << language << lens;
    }
}

/// 1280 by 800 pixels at 200 %, less the title bar: with whatever can be open at once.
void tst_WindowManners::everythingFitsASmallScreen()
{
    QFETCH(QString, language);
    QFETCH(QString, lens);
    m_appearance->setLanguage(language);
    startPair();
    find<SubjectBar>("subjectBar")->showTitle(QString(60, u'录'), QString(60, u'长'), u"windows-936-2000"_s);
    find<QPushButton>(lens.toLatin1().constData())->click();
    find<QAction>("toggleFilterAction")->trigger();
    find<QAction>("findAction")->trigger();
    QTRY_VERIFY(find<QWidget>("findBar")->isVisible());
    m_window->resize(640, 370);
    QTRY_COMPARE(m_window->size(), QSize(640, 370));
    QTRY_VERIFY(!find<QWidget>("bytesView")->isVisible());
    for (const char *name : {"filterBar", "findBar", "composerText", "lensViews"}) {
        const auto *part = find<QWidget>(name);
        const int least =
            part->minimumHeight() > 0 ? part->minimumHeight() : part->minimumSizeHint().height();
        QTRY_VERIFY2(!part->isVisible() || part->height() >= least, name);
        const QRect at(part->mapTo(m_window.get(), QPoint()), part->size());
        QVERIFY2(!part->isVisible() || m_window->rect().contains(at), name);
    }
    const auto *log = find<LogView>("logView");
    QVERIFY(!log->isVisible() || log->viewport()->height() >= 3 * log->rowRect(0).height());
}

void tst_WindowManners::theChoiceOfReceiversFitsASmallScreen()
{
    startPair();
    find<BenchTree>("benchTree")->setCurrentIndex(bench().index(0, 0, bench().index(1, 0)));
    m_window->resize(1000, 480);
    QTRY_VERIFY(find<QWidget>("sendTarget")->isVisible());
    m_window->resize(640, 480);
    QTRY_COMPARE(m_window->width(), 640);
    const auto *target = find<QWidget>("sendTarget");
    QVERIFY(target->isVisible());
    QVERIFY(m_window->rect().contains(QRect(target->mapTo(m_window.get(), QPoint()), target->size())));
}

void tst_WindowManners::roomComesBackToTheBytes()
{
    startPair();
    m_window->resize(640, 370);
    QTRY_VERIFY(!find<QWidget>("bytesView")->isVisible());
    QVERIFY(find<QWidget>("lensBar")->isVisible());
    m_window->resize(900, 700);
    QTRY_VERIFY(find<QWidget>("bytesView")->isVisible());
    QVERIFY(find<QWidget>("bytePreview")->isVisible());
}

void tst_WindowManners::theFormFitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("command");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        for (const QString &command : {u"newServerAction"_s, u"newClientAction"_s})
            QTest::addRow("%s, %s", qPrintable(language), qPrintable(command)) << language << command;
    }
}

/// It scrolls up and down, with its options out, and never sideways.
void tst_WindowManners::theFormFitsASmallScreen()
{
    QFETCH(QString, language);
    QFETCH(QString, command);
    m_appearance->setLanguage(language);
    find<QAction>(command.toLatin1().constData())->trigger();
    find<QToolButton>("optionsButton")->setChecked(true);
    m_window->resize(640, 370);
    QTRY_COMPARE(m_window->size(), QSize(640, 370));
    find<QSplitter>("benchAndWork")->setSizes({200, 440}); // as in a window that starts on such a screen
    const auto *form = find<EndpointPage>("endpointPage");
    QTRY_COMPARE(form->width(), form->parentWidget()->width());
}

void tst_WindowManners::whatIsTypedGoesIntoTheForm_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a new server's port") << u"newServerAction"_s << u"0"_s;
    QTest::newRow("a new client's address") << u"newClientAction"_s << u"127.0.0.9"_s;
}

void tst_WindowManners::whatIsTypedGoesIntoTheForm()
{
    QFETCH(QString, command);
    QFETCH(QString, typed);
    find<QAction>(command.toLatin1().constData())->trigger();
    QTest::keyClicks(QApplication::focusWidget(), typed);
    const auto *form = find<EndpointPage>("endpointPage");
    QVERIFY(form->spec());
    QCOMPARE(form->spec()->role == bench::Role::TcpServer ? QString::number(form->spec()->port)
                                                          : form->spec()->address,
        typed);
    find<QAction>("focusFormAction")->trigger();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(bench().rowCount(), 2);
}

void tst_WindowManners::theSubjectSaysFirstWhatMattersNow()
{
    bench::ConnectionStatus status;
    status.id = ConnectionId(7);
    status.overHighWater = true;
    status.readingStopped = true;
    SubjectBar bar;
    bar.showConnection(status);
    const auto *detail = bar.findChild<QLabel *>(u"subjectDetail"_s);
    QVERIFY2(detail->text().startsWith(u"open · reading stopped · the queue is full"_s),
        qPrintable(detail->text()));
    QCOMPARE(detail->toolTip(), detail->text());
    status.state = bench::ConnectionState::Reset;
    bar.showConnection(status);
    QVERIFY2(!detail->text().contains(u"queue"), qPrintable(detail->text()));
}

void tst_WindowManners::clash(const QString &where) const
{
    static const QRegularExpression key(u"&(\\w)"_s);
    QHash<QString, QString> taken;
    const auto take = [&](const QString &text) {
        const QString letter = key.match(text).captured(1).toUpper();
        QVERIFY2(letter.isEmpty() || !taken.contains(letter),
            qPrintable(where + u": "_s + text + u" and "_s + taken.value(letter)));
        if (!letter.isEmpty())
            taken.insert(letter, text);
    };
    for (const QAction *menu : find<QMenuBar>("menuBar")->actions())
        take(menu->text());
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy())
            take(label->text());
    }
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->parent() != find<QToolBar>("toolBar"))
            take(button->text());
    }
}

void tst_WindowManners::altKeysDoNotCollide_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s;
}

void tst_WindowManners::altKeysDoNotCollide()
{
    QFETCH(QString, language);
    m_appearance->setLanguage(language);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    find<QToolButton>("optionsButton")->setChecked(true);
    clash(u"a server's form"_s);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    find<QToolButton>("optionsButton")->setChecked(true);
    clash(u"a client's form"_s);
    startPair();
    clash(u"a connection"_s);
    select(1);
    find<QToolButton>("optionsButton")->setChecked(true);
    clash(u"a running server"_s);
    find<QAction>("stopListeningAction")->trigger();
    QTRY_VERIFY(!find<QPushButton>("connectClientButton")->isVisible());
    clash(u"a stopped server"_s);
}

void tst_WindowManners::goToKeysWorkInsideAField()
{
    startPair();
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QWidget *field = QApplication::focusWidget();
    QVERIFY(field != find<QWidget>("composerText"));
    QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(find<QWidget>("composerText")->hasFocus());
}

void tst_WindowManners::askedBeforeHeldBytesAreLost()
{
    startPair();
    {
        const FullDisk full;
        find<Composer>("composer")->setText(u"not on disk"_s);
        find<Composer>("composer")->send();
        QTRY_VERIFY(m_window->session().recording().failure.isSet());
        m_window->close();
        QVERIFY(m_window->isVisible());
        QVERIFY(find<QMessageBox>("quitQuestion")->isVisible());
        find<QPushButton>("quitQuestionNo")->click();
        QVERIFY(m_window->isVisible());
        QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"quitQuestion"_s));
        m_window->close();
        find<QPushButton>("quitQuestionYes")->click();
        QTRY_VERIFY(!m_window->isVisible());
    }
}

void tst_WindowManners::askedBeforeOpenConnectionsAreReset()
{
    startPair();
    select(1);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(find<QMessageBox>("removeQuestion")->isVisible());
    QCOMPARE(bench().rowCount(), 3);
    find<QPushButton>("removeQuestionYes")->click();
    QTRY_COMPARE(bench().rowCount(), 2);
}

void tst_WindowManners::startIsOfferedOnlyWhereSomethingCanStart()
{
    const auto *start = find<QAction>("startAction");
    QVERIFY(start->isEnabled());
    startPair();
    QVERIFY(!start->isEnabled());
    select(1);
    QVERIFY(!start->isEnabled());
    find<QAction>("stopListeningAction")->trigger();
    QTRY_VERIFY(start->isEnabled());
    find<QAction>("newServerAction")->trigger();
    QVERIFY(start->isEnabled());
}

void tst_WindowManners::aNewServerIsGivenAFreePort()
{
    startServer();
    const bench::EndpointStatus *server = bench().endpoint(bench().targetAt(bench().index(1, 0)).endpoint);
    QCOMPARE(bench().firstFreePort(server->local.port), quint16(server->local.port + 1));
    QCOMPARE(bench().firstFreePort(1), quint16(1));
}

void tst_WindowManners::optionsFoldInForTheNextEndpoint()
{
    startServer();
    find<QToolButton>("optionsButton")->click();
    QVERIFY(find<QWidget>("options")->isVisible());
    find<QPushButton>("connectClientButton")->click();
    QTRY_COMPARE(bench().rowCount(), 3);
    select(2);
    QVERIFY(!find<QWidget>("options")->isVisible());
}

void tst_WindowManners::draftsStayWithTheirConnection()
{
    startPair();
    auto *composer = find<Composer>("composer");
    composer->setMode(codec::InputMode::Hex);
    composer->setText(u"DEADBEEF"_s);
    const BenchModel::Target client = find<BenchTree>("benchTree")->current();
    select(1);
    QCOMPARE(composer->text(), QString());
    composer->setMode(codec::InputMode::Text);
    composer->setText(u"for all clients"_s);
    find<BenchTree>("benchTree")->select(client);
    QCOMPARE(composer->text(), u"DEADBEEF"_s);
    QCOMPARE(composer->mode(), codec::InputMode::Hex);
    select(1);
    QCOMPARE(composer->text(), u"for all clients"_s);
    QCOMPARE(composer->mode(), codec::InputMode::Text);
}

void tst_WindowManners::textGrowsForAProjector()
{
    const int before = m_window->fontMetrics().height();
    find<QAction>("largerTextAction")->trigger();
    find<QAction>("largerTextAction")->trigger();
    QTRY_VERIFY(m_window->fontMetrics().height() > before);
    QTRY_VERIFY(find<LogView>("logView")->fontMetrics().height() > before);
    find<QAction>("normalTextAction")->trigger();
    QTRY_COMPARE(m_window->fontMetrics().height(), before);
}

} // namespace

QTEST_MAIN(tst_WindowManners)
#include "tst_windowmanners.moc"
