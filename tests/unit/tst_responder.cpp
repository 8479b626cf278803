#include "protocol/responder.h"

#include <QTest>

using namespace swb;
using namespace swb::protocol;
using namespace Qt::StringLiterals;

class TestResponder : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
};

void TestResponder::answers_data()
{
    QTest::addColumn<Behaviour>("behaviour");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("closes");
    const QString utf8 = u"UTF-8"_s;
    Behaviour behaviour;
    QTest::newRow("nothing by itself") << behaviour << utf8 << QByteArray("x") << QByteArray() << false;
    behaviour.echo = true;
    QTest::newRow("echo of invalid bytes")
        << behaviour << utf8 << QByteArray("\xff\0", 2) << QByteArray("\xff\0", 2) << false;
    behaviour.reply = u" got {size}"_s;
    QTest::newRow("echo, then reply")
        << behaviour << utf8 << QByteArray("ab") << QByteArray("ab got 2") << false;
    behaviour.closeAfterReply = true;
    QTest::newRow("close after it") << behaviour << utf8 << QByteArray("ab") << QByteArray("ab got 2")
                                    << true;
    behaviour = {};
    behaviour.reply = u"hi"_s;
    behaviour.closeOn = u"exit"_s;
    QTest::newRow("the word to close") << behaviour << utf8 << QByteArray("exit") << QByteArray() << true;
    QTest::newRow("with LF") << behaviour << utf8 << QByteArray("exit\n") << QByteArray() << true;
    QTest::newRow("with CR LF") << behaviour << utf8 << QByteArray("exit\r\n") << QByteArray() << true;
    QTest::newRow("with something else")
        << behaviour << utf8 << QByteArray("exit!\n") << QByteArray("hi") << false;
    QTest::newRow("in the middle") << behaviour << utf8 << QByteArray("Sarahexit") << QByteArray("hi")
                                   << false;
    behaviour.closeOn = u"再见"_s;
    QTest::newRow("in GBK") << behaviour << u"GBK"_s << QByteArray::fromHex("d4d9bcfb0a") << QByteArray()
                            << true;
    QTest::newRow("in UTF-16") << behaviour << u"UTF-16LE"_s << QByteArray::fromHex("8d51c1890d000a00")
                               << QByteArray() << true;
}

void TestResponder::answers()
{
    QFETCH(Behaviour, behaviour);
    QFETCH(QString, encoding);
    QFETCH(QByteArray, received);
    QFETCH(QByteArray, answer);
    QFETCH(bool, closes);
    const Responder responder(behaviour, *codec::Encoding::find(encoding));
    const auto given = responder.answerTo(received, {}, {});
    QCOMPARE(given.bytes, answer);
    QCOMPARE(given.thenClose, closes);
}

QTEST_GUILESS_MAIN(TestResponder)
#include "tst_responder.moc"
