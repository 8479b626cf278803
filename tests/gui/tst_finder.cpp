#include "models/searchmodel.h"
#include "pages/findbar.h"
#include "widgets/markedscrollbar.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QTcpSocket>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

/// Find as a user does it: in the window, over a running server.
class TestFinder : public QObject, private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void findsAndSelects();
    void findsWhileDataArrives();
    void findsInTheConnectionsEncoding();
    void givesTheFocusBack();

private:
    void listen(const QString &encoding);
    void send(const QByteArray &bytes);
    void look(const QString &text);
    /// "2 matches": the number of them.
    QString count() const { return find<QLabel>("findCount")->text().section(u' ', 0, 0); }
    LogView *log() const { return find<LogView>("logView"); }
    QString currentText() const { return log()->model()->row(log()->currentRow()).text.text; }

    std::unique_ptr<QTcpSocket> m_peer;
    qsizetype m_sent = 0;
};

void TestFinder::init()
{
    openWindow();
    m_sent = 0;
}

void TestFinder::cleanup()
{
    m_peer.reset();
    closeWindow();
}

void TestFinder::listen(const QString &encoding)
{
    bench::EndpointSpec spec;
    spec.role = bench::Role::TcpServer;
    spec.address = u"127.0.0.1"_s;
    spec.port = 0;
    spec.encoding = encoding;
    m_window->start(spec);
    const auto port = [this]() -> quint16 {
        const auto *endpoint = bench().endpoint(EndpointId(1));
        return endpoint ? endpoint->local.port : 0;
    };
    QTRY_VERIFY(port() != 0);
    m_peer = std::make_unique<QTcpSocket>();
    m_peer->connectToHost(u"127.0.0.1"_s, port());
    QVERIFY(m_peer->waitForConnected());
    QTRY_VERIFY(bench().connection(ConnectionId(1)));
}

void TestFinder::send(const QByteArray &bytes)
{
    ++m_sent;
    m_peer->write(bytes);
    m_peer->flush();
    QTRY_COMPARE(logTexts().size(), m_sent);
}

void TestFinder::look(const QString &text)
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto *field = find<QLineEdit>("findText");
    QTRY_VERIFY(field->hasFocus());
    field->insert(text); // QTest's keyClicks() goes through Latin-1
}

void TestFinder::findsAndSelects()
{
    listen(u"UTF-8"_s);
    send("hay");
    send("a needle");
    send("more hay");
    send("needles");
    look(u"needle"_s);
    QTRY_COMPARE(count(), u"2"_s);
    QTest::keyClick(find<QLineEdit>("findText"), Qt::Key_Return);
    const QString first = currentText();
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    const QString second = currentText();
    QCOMPARE((QStringList{first, second}.contains(u"a needle"_s)), true);
    QCOMPARE((QStringList{first, second}.contains(u"needles"_s)), true);
    QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(currentText(), first);
}

void TestFinder::findsWhileDataArrives()
{
    listen(u"UTF-8"_s);
    send("nee");
    look(u"needle"_s);
    QTRY_COMPARE(count(), u"No"_s);
    send("dle");
    QTRY_COMPARE(count(), u"1"_s);
    for (int i = 2; i < 40; ++i) {
        send("another needle");
        QTRY_COMPARE(count(), QString::number(i));
    }
    QCOMPARE(find<MarkedScrollBar>("logMarks")->markCount(MarkedScrollBar::Mark::Match),
        39); // a tick for each row with a match
}

void TestFinder::findsInTheConnectionsEncoding()
{
    listen(u"GBK"_s);
    send("\xc4\xe3\xba\xc3");
    send("\xe4\xbd\xa0");
    look(u"你"_s);
    QTRY_COMPARE(count(), u"1"_s);
    QTest::keyClick(find<QLineEdit>("findText"), Qt::Key_Return);
    QCOMPARE(currentText(), u"你好"_s);
}

void TestFinder::givesTheFocusBack()
{
    listen(u"UTF-8"_s);
    send("needle");
    log()->setFocus();
    look(u"needle"_s);
    QTest::keyClick(find<QLineEdit>("findText"), Qt::Key_Escape);
    QVERIFY(!find<FindBar>("findBar")->isOpen());
    QVERIFY(log()->hasFocus());
}

QTEST_MAIN(TestFinder)
#include "tst_finder.moc"
