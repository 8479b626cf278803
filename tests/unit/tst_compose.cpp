#include "codecrows.h"

#include "codec/compose.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb::codec;

using Kind = InputFault::Kind;

Q_DECLARE_METATYPE(swb::codec::InputMode)
Q_DECLARE_METATYPE(swb::codec::LineEnding)
Q_DECLARE_METATYPE(swb::codec::InputFault)

class TestCompose : public QObject
{
    Q_OBJECT

private slots:
    void makesBytes_data();
    void makesBytes();
    void refuses_data();
    void refuses();
    void writesNoByteOrderMark_data();
    void writesNoByteOrderMark();
    void writesNoSubstitute_data();
    void writesNoSubstitute();
};

void TestCompose::makesBytes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<InputMode>("mode");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<LineEnding>("ending");
    QTest::addColumn<QByteArray>("hex");

    const auto row = [](const char *name, const QString &typed, InputMode mode, const char *encoding,
                         LineEnding ending, const char *hex) {
        QTest::newRow(name) << typed << mode << QString::fromLatin1(encoding) << ending << QByteArray(hex);
    };
    const auto none = LineEnding::None;
    row("nothing", u""_s, InputMode::Text, "UTF-8", none, "");
    row("GBK", u"你好"_s, InputMode::Text, "GBK", none, "c4e3bac3");
    row("UTF-8", u"你😀"_s, InputMode::Text, "UTF-8", none, "e4bda0f09f9880");
    row("Big5", u"你好"_s, InputMode::Text, "Big5", none, "a741a66e");
    row("Shift_JIS control characters", u"\x1a\x1c\x7f"_s, InputMode::Text, "Shift_JIS", none, "1a1c7f");
    row("text mode keeps backslashes", u"\\n"_s, InputMode::Text, "UTF-8", none, "5c6e");
    row("LF", u"a"_s, InputMode::Text, "UTF-8", LineEnding::Lf, "610a");
    row("CR LF", u"a"_s, InputMode::Text, "UTF-8", LineEnding::CrLf, "610d0a");
    row("CR", u"a"_s, InputMode::Text, "UTF-8", LineEnding::Cr, "610d");
    row("only an ending", u""_s, InputMode::Text, "UTF-8", LineEnding::Lf, "0a");
    row("CR LF in UTF-16LE", u"a"_s, InputMode::Text, "UTF-16LE", LineEnding::CrLf, "61000d000a00");
    row("CR LF in EBCDIC", u"a"_s, InputMode::Text, "IBM037", LineEnding::CrLf, "810d25");
    row("back to the initial state", u"あ"_s, InputMode::Text, "ISO-2022-JP", none,
        "1b2442"
        "2422"
        "1b2842");

    row("escapes", u"a\\r\\n\\t\\0\\\\b"_s, InputMode::Escapes, "UTF-8", none, "610d0a09005c62");
    row("escapes are characters", u"\\n"_s, InputMode::Escapes, "UTF-16BE", none, "000a");
    row("raw byte", u"你\\xff好"_s, InputMode::Escapes, "GBK", none, "c4e3ffbac3");
    row("raw byte in UTF-16", u"a\\xFFb"_s, InputMode::Escapes, "UTF-16LE", none, "6100ff6200");
    row("raw byte in a stateful encoding", u"あ\\xff"_s, InputMode::Escapes, "ISO-2022-JP", none,
        "1b2442"
        "2422"
        "1b2842"
        "ff");
    row("code points", u"\\u4f60\\U0001F600"_s, InputMode::Escapes, "UTF-8", none, "e4bda0f09f9880");
    row("escapes and an ending", u"a\\x00"_s, InputMode::Escapes, "UTF-8", LineEnding::Lf, "61000a");

    row("hex with spaces", u"e4 bd"_s, InputMode::Hex, "UTF-8", none, "e4bd");
    row("hex with commas", u"e4,bd, 0a"_s, InputMode::Hex, "UTF-8", none, "e4bd0a");
    row("hex with prefixes", u"0xe4 0XBD"_s, InputMode::Hex, "UTF-8", none, "e4bd");
    row("hex in one piece", u"E4BD0xA0"_s, InputMode::Hex, "UTF-8", none, "e4bda0");
    row("hex on lines", u"\n00 01\r\n\t02\n"_s, InputMode::Hex, "UTF-8", none, "000102");
    row("hex has no ending", u"61"_s, InputMode::Hex, "UTF-16LE", LineEnding::CrLf, "61");
}

void TestCompose::makesBytes()
{
    QFETCH(QString, typed);
    QFETCH(InputMode, mode);
    QFETCH(QString, encoding);
    QFETCH(LineEnding, ending);
    QFETCH(QByteArray, hex);

    const Composed composed = compose(typed, mode, encodingNamed(encoding), ending);
    QVERIFY(!composed.fault);
    QCOMPARE(composed.bytes.toHex(), hex);
}

void TestCompose::refuses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<InputMode>("mode");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<InputFault>("fault");
    QTest::addColumn<QByteArray>("before"); ///< what came before it, in hex

    const auto row = [](const char *name, const QString &typed, InputMode mode, const char *encoding,
                         const InputFault &fault, const char *before) {
        QTest::newRow(name) << typed << mode << QString::fromLatin1(encoding) << fault << QByteArray(before);
    };
    row("not hex", u"e4 g1"_s, InputMode::Hex, "UTF-8", {Kind::NotHex, 3, 1, u"g"_s}, "e4");
    row("second digit not hex", u"eg"_s, InputMode::Hex, "UTF-8", {Kind::NotHex, 1, 1, u"g"_s}, "");
    row("fullwidth digit", u"４１"_s, InputMode::Hex, "UTF-8", {Kind::NotHex, 0, 1, u"４"_s}, "");
    row("a pair is one character", u"41😀"_s, InputMode::Hex, "UTF-8", {Kind::NotHex, 2, 2, u"😀"_s}, "41");
    row("half a byte at the end", u"e4 b"_s, InputMode::Hex, "UTF-8", {Kind::HalfByte, 3, 1, u"b"_s}, "e4");
    row("half a byte inside", u"e 4b"_s, InputMode::Hex, "UTF-8", {Kind::HalfByte, 0, 1, u"e"_s}, "");
    row("odd digits", u"e4b"_s, InputMode::Hex, "UTF-8", {Kind::HalfByte, 2, 1, u"b"_s}, "e4");
    row("half a byte with prefix", u"0xe4 0xb"_s, InputMode::Hex, "UTF-8", {Kind::HalfByte, 7, 1, u"b"_s},
        "e4");
    row("prefix alone", u"e4 0x"_s, InputMode::Hex, "UTF-8", {Kind::HalfByte, 3, 2, u"0x"_s}, "e4");

    row("unknown escape", u"a\\q"_s, InputMode::Escapes, "UTF-8", {Kind::UnknownEscape, 1, 2, u"\\q"_s},
        "61");
    row("unknown escape of a pair", u"\\😀"_s, InputMode::Escapes, "UTF-8",
        {Kind::UnknownEscape, 0, 3, u"\\😀"_s}, "");
    row("backslash at the end", u"a\\"_s, InputMode::Escapes, "UTF-8",
        {Kind::UnfinishedEscape, 1, 1, u"\\"_s}, "61");
    row("unfinished byte", u"\\x4"_s, InputMode::Escapes, "UTF-8", {Kind::UnfinishedEscape, 0, 3, u"\\x4"_s},
        "");
    row("unfinished code point", u"\\u12g4"_s, InputMode::Escapes, "UTF-8",
        {Kind::UnfinishedEscape, 0, 4, u"\\u12"_s}, "");
    row("surrogate", u"\\ud83d"_s, InputMode::Escapes, "UTF-8", {Kind::NotACharacter, 0, 6, u"\\ud83d"_s},
        "");
    row("beyond Unicode", u"\\U00110000"_s, InputMode::Escapes, "UTF-8",
        {Kind::NotACharacter, 0, 10, u"\\U00110000"_s}, "");

    row("not in GBK", u"你😀好"_s, InputMode::Text, "GBK", {Kind::NotInEncoding, 1, 2, u"😀"_s}, "c4e3");
    row("not in windows-1252", u"ał"_s, InputMode::Text, "windows-1252", {Kind::NotInEncoding, 1, 1, u"ł"_s},
        "61");
    row("half a pair", u"a"_s + QChar(0xd83d) + u'b', InputMode::Text, "UTF-8",
        {Kind::NotInEncoding, 1, 1, u"⟨U+D83D⟩"_s}, "61");
    row("half a pair at the end", u"a"_s + QChar(0xd83d), InputMode::Text, "UTF-16LE",
        {Kind::NotInEncoding, 1, 1, u"⟨U+D83D⟩"_s}, "6100");
    row("an invisible one is named", u"a\u200b"_s, InputMode::Text, "ISO-8859-1",
        {Kind::NotInEncoding, 1, 1, u"⟨U+200B⟩"_s}, "61");
    row("escape not in the encoding", u"\\r\\u4f60"_s, InputMode::Escapes, "ISO-8859-1",
        {Kind::NotInEncoding, 2, 6, u"你"_s}, "0d");
    row("pair by escape", u"a\\U0001f600"_s, InputMode::Escapes, "GBK", {Kind::NotInEncoding, 1, 10, u"😀"_s},
        "61");
    row("after a raw byte", u"\\xff😀"_s, InputMode::Escapes, "GBK", {Kind::NotInEncoding, 4, 2, u"😀"_s},
        "ff");
    row("the first of two", u"é😀\\q"_s, InputMode::Escapes, "GBK", {Kind::NotInEncoding, 1, 2, u"😀"_s},
        "a8a6");
}

void TestCompose::refuses()
{
    QFETCH(QString, typed);
    QFETCH(InputMode, mode);
    QFETCH(QString, encoding);
    QFETCH(InputFault, fault);
    QFETCH(QByteArray, before);

    const Composed composed = compose(typed, mode, encodingNamed(encoding), LineEnding::Lf);
    QVERIFY(composed.fault);
    QCOMPARE(composed.fault->kind, fault.kind);
    QCOMPARE(composed.fault->position, fault.position);
    QCOMPARE(composed.fault->length, fault.length);
    QCOMPARE(composed.fault->culprit, fault.culprit);
    QCOMPARE(composed.bytes.toHex(), before);
}

void TestCompose::writesNoByteOrderMark_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("UTF-8") << u"UTF-8"_s << QByteArray("41");
    QTest::newRow("UTF-16") << u"UTF-16"_s << QByteArray("0041");
    QTest::newRow("UTF-16LE") << u"UTF-16LE"_s << QByteArray("4100");
    QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << QByteArray("0041");
    QTest::newRow("UTF-32") << u"UTF-32"_s << QByteArray("00000041");
    QTest::newRow("UTF-32LE") << u"UTF-32LE"_s << QByteArray("41000000");
}

void TestCompose::writesNoByteOrderMark()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, hex);
    QCOMPARE(encodeText(u"A", encodingNamed(encoding)).bytes.toHex(), hex);
}

void TestCompose::writesNoSubstitute_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<uint>("character");
    const auto row = [](const char *name, const char *encoding, uint character) {
        QTest::newRow(name) << QString::fromLatin1(encoding) << character;
    };
    row("zero-width space", "GBK", 0x200b);
    row("byte order mark", "windows-1252", 0xfeff);
    row("variation selector", "Shift_JIS", 0xfe0f);
    row("fullwidth A", "windows-1252", 0xff21);
    row("yen sign", "Shift_JIS", 0xa5);
    row("Windows' stand-in for ff", "GBK", 0xf8f5);
    row("one-way private use", "Shift_JIS", 0xf86f);
    row("one-way private use of Hong Kong", "Big5-HKSCS", 0xe014);
}

void TestCompose::writesNoSubstitute()
{
    QFETCH(QString, encoding);
    QFETCH(uint, character);

    const QString text = u"ab"_s + QStringView(QChar::fromUcs4(character)).toString() + u'c';
    const Composed composed = encodeText(text, encodingNamed(encoding));
    QVERIFY2(composed.fault, composed.bytes.toHex().constData());
    QCOMPARE(composed.fault->position, 2);
    QCOMPARE(composed.fault->kind, Kind::NotInEncoding);
    QCOMPARE(composed.bytes, QByteArray("ab"));
}

QTEST_GUILESS_MAIN(TestCompose)
#include "tst_compose.moc"
