#include "codec/hexdump.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb::codec;

class TestHexDump : public QObject
{
    Q_OBJECT

private slots:
    void digits();
    void dump_data();
    void dump();
    void dumpOfManyLines();
    void arrayForC();
};

void TestHexDump::digits()
{
    QCOMPARE(hexDigits("\xe4\xbd\xa0\x0a"), u"e4 bd a0 0a"_s);
    QCOMPARE(hexDigits("\xe4\xbd", QChar()), u"e4bd"_s);
    QCOMPARE(hexDigits("\xe4\xbd", u':'), u"e4:bd"_s);
    QCOMPARE(hexDigits("\xff"), u"ff"_s);
    QCOMPARE(hexDigits({}), QString());
}

void TestHexDump::dump_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<QString>("lines");

    // Taken from `hexdump -Cv`.
    QTest::newRow("nothing") << QByteArray() << quint64(0) << QString();
    QTest::newRow("a part of a line") << QByteArray("\xe4\xbd\xa0 ~\x7f\r\n") << quint64(0)
                                      << u"00000000  e4 bd a0 20 7e 7f 0d 0a"
                                         "                           |... ~...|"_s;
    QTest::newRow("nine bytes") << QByteArray("012345678") << quint64(0)
                                << u"00000000  30 31 32 33 34 35 36 37  38"
                                   "                       |012345678|"_s;
    QTest::newRow("a line")
        << QByteArray("0123456789abcdef") << quint64(0)
        << u"00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|"_s;
    QTest::newRow("offset") << QByteArray("a") << quint64(0x123456789)
                            << u"123456789  61                                                |a|"_s;
}

void TestHexDump::dump()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint64, offset);
    QFETCH(QString, lines);
    QCOMPARE(hexDump(bytes, offset), lines);
}

void TestHexDump::dumpOfManyLines()
{
    const QStringList lines = hexDump(QByteArray(33, 'x'), 0x20).split(u'\n');
    QCOMPARE(lines.size(), 3); // equal lines are not folded, and nothing follows the last
    QVERIFY(lines[1].startsWith(u"00000030  78 78"));
    QCOMPARE(lines[2], u"00000040  78                                                |x|"_s);
}

void TestHexDump::arrayForC()
{
    QCOMPARE(cArray("\xff"), u"const unsigned char bytes[] = {\n    0xff,\n};\n"_s);
    const QStringList lines = cArray(QByteArray(25, 'A')).split(u'\n');
    QCOMPARE(lines.size(), 1 + 3 + 2);
    QCOMPARE(lines[1], u"    0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41,"_s);
    QCOMPARE(lines[3], u"    0x41,"_s);
}

QTEST_APPLESS_MAIN(TestHexDump)
#include "tst_hexdump.moc"
