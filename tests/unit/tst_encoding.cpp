#include "codecrows.h"

#include "codec/compose.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb::codec;

class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void usualOnesComeFirst();
    void everyNameFindsItself();
    void findsByAnyName_data();
    void findsByAnyName();
    void refusesWhatIsNoName_data();
    void refusesWhatIsNoName();
    void leavesOutConvertersThatCrash();
    void agreesWithPython_data();
    void agreesWithPython();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
};

void TestEncoding::usualOnesComeFirst()
{
    QStringList names;
    for (const Encoding &encoding : Encoding::all().first(Encoding::usualCount()))
        names += encoding.name();
    QCOMPARE(names,
        QStringList({u"UTF-8"_s, u"GBK"_s, u"GB18030"_s, u"Big5"_s, u"UTF-16LE"_s, u"UTF-16BE"_s,
            u"Shift_JIS"_s, u"EUC-JP"_s, u"EUC-KR"_s, u"ISO-8859-1"_s, u"windows-1251"_s, u"windows-1252"_s,
            u"IBM037"_s}));
    QCOMPARE(Encoding().name(), u"UTF-8"_s);
    QVERIFY(Encoding::all().size() > 200);
}

void TestEncoding::everyNameFindsItself()
{
    QSet<QByteArray> converters;
    for (const Encoding &encoding : Encoding::all()) {
        const std::optional<Encoding> found = Encoding::find(encoding.name());
        QVERIFY2(found && *found == encoding, qPrintable(encoding.name()));
        QVERIFY2(!converters.contains(encoding.icuName()), encoding.icuName().constData());
        converters.insert(encoding.icuName());
        QVERIFY(!encoding.aliases().contains(encoding.name()));
    }
}

void TestEncoding::findsByAnyName_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("name");
    const auto row = [](const QString &asked, const QString &name) {
        QTest::newRow(qPrintable(asked)) << asked << name;
    };
    row(u"gbk"_s, u"GBK"_s);
    row(u"cp936"_s, u"GBK"_s);
    row(u"Windows-936"_s, u"GBK"_s);
    row(u"gb18030"_s, u"GB18030"_s);
    row(u"big5"_s, u"Big5"_s);
    row(u"cp950"_s, u"Big5"_s);
    row(u"utf8"_s, u"UTF-8"_s);
    row(u"UTF_16 le"_s, u"UTF-16LE"_s);
    row(u"shift-jis"_s, u"Shift_JIS"_s);
    row(u"sjis"_s, u"Shift_JIS"_s);
    row(u"cp932"_s, u"Shift_JIS"_s);
    row(u"eucjp"_s, u"EUC-JP"_s);
    row(u"euckr"_s, u"EUC-KR"_s);
    row(u"cp949"_s, u"EUC-KR"_s);
    row(u"latin1"_s, u"ISO-8859-1"_s);
    row(u"CP1252"_s, u"windows-1252"_s);
    row(u"cp1251"_s, u"windows-1251"_s);
    row(u"cp037"_s, u"IBM037"_s);
    row(u"koi8-r"_s, u"KOI8-R"_s);
    row(u"iso-2022-jp"_s, u"ISO-2022-JP"_s);
}

void TestEncoding::findsByAnyName()
{
    QFETCH(QString, asked);
    QFETCH(QString, name);

    const std::optional<Encoding> found = Encoding::find(asked);
    QVERIFY(found);
    QCOMPARE(found->name(), name);
}

void TestEncoding::refusesWhatIsNoName_data()
{
    QTest::addColumn<QString>("asked");
    QTest::newRow("nothing") << QString();
    QTest::newRow("punctuation") << u"--"_s;
    QTest::newRow("unknown") << u"utf-9"_s;
    QTest::newRow("beyond ASCII") << u"ＵＴＦ-8"_s;
    QTest::newRow("long") << QString(100'000, u'x');
}

void TestEncoding::refusesWhatIsNoName()
{
    QFETCH(QString, asked);
    QVERIFY(!Encoding::find(asked));
}

void TestEncoding::leavesOutConvertersThatCrash()
{
    QVERIFY(!Encoding::find(u"x11-compound-text"));
    QVERIFY(!Encoding::find(u"ISO_2022,locale=zh,version=2"));
}

void TestEncoding::agreesWithPython_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("codec"); ///< python's
    QTest::addColumn<QString>("differing"); ///< the bytes in hex that the two are known to read differently

    const auto row = [](const char *encoding, const char *codec, const char *differing) {
        QTest::newRow(encoding) << QString::fromLatin1(encoding) << QString::fromLatin1(codec)
                                << QString::fromLatin1(differing);
    };
    row("UTF-8", "utf-8", "");
    row("GBK", "gbk", "");
    row("GB18030", "gb18030",
        "a8bc"); // the edition of 2005 has a letter where python's of 2000 has private use
    row("Big5", "cp950",
        "c6[a-f].|c7..|c8.."); // python adds ETEN's kana; Windows has user-defined characters
    row("UTF-16LE", "utf-16-le", "");
    row("UTF-16BE", "utf-16-be", "");
    row("Shift_JIS", "cp932", "80|a0|fd|fe|ff"); // python gives Windows' stand-ins for undefined bytes
    row("EUC-JP", "euc_jp", "a1c1|a1c2|a1dd|a1f1|a1f2|a2cc"); // look-alikes: Windows' choice, as browsers
    row("EUC-KR", "cp949", "");
    row("ISO-8859-1", "latin-1", "");
    row("windows-1251", "cp1251", "");
    row("windows-1252", "cp1252", "");
    row("IBM037", "cp037", "");
}

void TestEncoding::agreesWithPython()
{
    QFETCH(QString, encoding);
    QFETCH(QString, codec);
    QFETCH(QString, differing);

    // Every sequence of one or two bytes that python reads as one character, with that character in UTF-8.
    const QString program = u"import sys\n"
                            "for first in range(256):\n"
                            "    for size in (1, 2):\n"
                            "        for second in range(256 if size == 2 else 1):\n"
                            "            raw = bytes((first, second))[:size]\n"
                            "            try: text = raw.decode(sys.argv[1])\n"
                            "            except UnicodeDecodeError: continue\n"
                            "            if len(text) == 1: print(raw.hex(), text.encode().hex())\n"_s;
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, program, codec});
    QVERIFY2(python.waitForFinished() && python.exitCode() == 0, python.readAllStandardError().constData());

    const Encoding ours = encodingNamed(encoding);
    const QRegularExpression known(QRegularExpression::anchoredPattern(differing));
    StreamDecoder decoder(ours);
    StreamDecoder utf8((Encoding()));
    int compared = 0;
    while (python.canReadLine()) {
        const QList<QByteArray> fields = python.readLine().trimmed().split(' ');
        if (known.match(QString::fromLatin1(fields[0])).hasMatch())
            continue;
        const QString read = decoder.feed(QByteArray::fromHex(fields[0])).text;
        const QString expected = utf8.feed(QByteArray::fromHex(fields[1])).text;
        if (read != expected)
            QCOMPARE(u"%1: %2"_s.arg(QLatin1StringView(fields[0]), read), expected);
        ++compared;
    }
    QVERIFY2(compared > 200, qPrintable(u"python gave only %1 rows"_s.arg(compared)));
}

void TestEncoding::readsBackWhatItWrites_data()
{
    QTest::addColumn<QString>("encoding");
    for (const Encoding &encoding : Encoding::all().first(Encoding::usualCount()))
        QTest::newRow(qPrintable(encoding.name())) << encoding.name();
}

void TestEncoding::readsBackWhatItWrites()
{
    QFETCH(QString, encoding);
    const Encoding codec = encodingNamed(encoding);
    StreamDecoder decoder(codec);
    StreamDecoder utf8((Encoding()));
    int written = 0;

    for (char32_t character = 0; character < 0x11000; ++character) {
        if (QChar::isSurrogate(character))
            continue;
        const QChar pair[] = {QChar(QChar::highSurrogate(character)), QChar(QChar::lowSurrogate(character))};
        const QChar single(static_cast<char16_t>(character));
        const QStringView text = character > 0xffff ? QStringView(pair, 2) : QStringView(&single, 1);
        const Composed composed = encodeText(text, codec);
        if (composed.fault) {
            QCOMPARE(composed.fault->kind, InputFault::Kind::NotInEncoding);
            continue;
        }
        ++written;
        const QString read = decoder.feed(composed.bytes).text;
        const QString expected = utf8.feed(text.toUtf8()).text;
        if (read != expected)
            QCOMPARE(u"%1: %2"_s.arg(QLatin1StringView(composed.bytes.toHex()), read), expected);
    }
    QVERIFY(written > 200);
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
