#include "cli/typedtext.h"

#include <QTest>

using namespace swb;
using namespace swb::cli;
using codec::LineEnding;
using namespace Qt::StringLiterals;

class TestTypedText : public QObject
{
    Q_OBJECT

private slots:
    void isMadeReadyForTheWire_data();
    void isMadeReadyForTheWire();
    void namesWhatTheEncodingCannotWrite();
};

void TestTypedText::isMadeReadyForTheWire_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<LineEnding>("ending");
    QTest::addColumn<bool>("verbatim");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("wire");
    const QString gbk = u"GBK"_s;
    const QByteArray binary = QByteArray::fromHex("00ff80e4bd0a0d0a");
    QTest::newRow("UTF-8 as it is") << u"UTF-8"_s << LineEnding::None << false << binary << binary;
    QTest::newRow("verbatim as it is")
        << gbk << LineEnding::CrLf << true << QByteArray("好\n") << QByteArray("好\n");
    QTest::newRow("in GBK") << gbk << LineEnding::None << false << QByteArray("a你好\n")
                            << QByteArray("a\xc4\xe3\xba\xc3\n");
    QTest::newRow("GBK already") << gbk << LineEnding::None << false << QByteArray("\xc4\xe3\xba\xc3")
                                 << QByteArray("\xc4\xe3\xba\xc3");
    QTest::newRow("lone LF to CR LF") << u"UTF-8"_s << LineEnding::CrLf << false << QByteArray("a\nb\r\nc\n")
                                      << QByteArray("a\r\nb\r\nc\r\n");
    QTest::newRow("CR LF in UTF-16") << u"UTF-16BE"_s << LineEnding::CrLf << false << QByteArray("a\n")
                                     << QByteArray::fromHex("0061000d000a");
    QTest::newRow("unfinished at the end")
        << gbk << LineEnding::None << false << QByteArray("a\xe4\xbd") << QByteArray("a\xe4\xbd");
}

void TestTypedText::isMadeReadyForTheWire()
{
    QFETCH(QString, encoding);
    QFETCH(LineEnding, ending);
    QFETCH(bool, verbatim);
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, wire);
    for (qsizetype cut = 0; cut <= typed.size(); ++cut) {
        TypedText text(*codec::Encoding::find(encoding), ending, verbatim);
        QByteArray out = text.feed(typed.first(cut)).bytes;
        out += text.feed(typed.sliced(cut)).bytes;
        out += text.finish().bytes;
        QCOMPARE(out, wire);
    }
}

void TestTypedText::namesWhatTheEncodingCannotWrite()
{
    TypedText text(*codec::Encoding::find(u"ISO-8859-1"), LineEnding::None, false);
    const codec::Composed composed = text.feed("caf\xc3\xa9 好");
    QVERIFY(composed.fault);
    QCOMPARE(composed.fault->culprit, u"好"_s);
    QCOMPARE(composed.bytes, QByteArray("caf\xe9 "));
}

QTEST_GUILESS_MAIN(TestTypedText)
#include "tst_typedtext.moc"
