#include "codecrows.h"

#include "codec/compose.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb::codec;

namespace {

constexpr quint32 seed = 20260131; // of every random row, so that each run is the same

/// Bytes as a peer may send them: real text, cut and damaged, between bytes that mean something to some
/// encoding.
class HostileBytes
{
public:
    HostileBytes(const Encoding &encoding, quint32 seedOfRow)
        : m_random(seedOfRow)
    {
        for (const QStringView text :
            {u"a", u"你好", u"日本語かな", u"한글", u"привет", u"é\u0301", u"\u0301", u"😀", u"0 ~\r\n"}) {
            const Composed composed = encodeText(text, encoding);
            if (!composed.fault)
                m_pool += composed.bytes;
        }
        for (const char *bytes :
            {"\x1b$B", "\x1b(B", "\x1b$(D", "\x0e", "\x0f", "~{", "~}", "+AGE-", "\x81\x30\x81", "\x8e\xa2",
                "\x8f", "\xf0\x9f\x98", "\xe4\xbd", "\xed\xa0\x80", "\xff\xfe", "\xd8", "\xdc"})
            m_pool += bytes;
    }

    QByteArray next(qsizetype maxSize)
    {
        QByteArray bytes;
        const qsizetype size = 1 + m_random.bounded(int(maxSize));
        while (bytes.size() < size) {
            if (m_random.bounded(3) == 0)
                bytes += char(m_random.bounded(256));
            else
                bytes += m_pool.at(m_random.bounded(int(m_pool.size())));
        }
        bytes.resize(size);
        return bytes;
    }

private:
    QRandomGenerator m_random;
    QList<QByteArray> m_pool;
};

QStringList describedInParts(
    const Encoding &encoding, QByteArrayView bytes, std::initializer_list<qsizetype> cuts)
{
    StreamDecoder decoder(encoding);
    QStringList rows;
    qsizetype start = 0;
    for (const qsizetype cut : cuts) {
        rows += described(decoder.feed(bytes.sliced(start, cut - start)));
        start = cut;
    }
    rows += described(decoder.feed(bytes.sliced(start)));
    rows += described(decoder.finish());
    return rows;
}

QString repeated(QStringView text, int count)
{
    QString result;
    for (int i = 0; i < count; ++i)
        result += text;
    return result;
}

} // namespace

class TestDecoder : public QObject
{
    Q_OBJECT

private slots:
    void showsEveryByte_data();
    void showsEveryByte();
    void anySplitIsTheWhole_data();
    void anySplitIsTheWhole();
    void coversEveryByteInEveryEncoding();
    void resyncPointIsAsGoodAsTheStart_data();
    void resyncPointIsAsGoodAsTheStart();
    void resyncPointOfPlainText_data();
    void resyncPointOfPlainText();
    void capsCombiningMarks();
    void countsMarksAcrossCalls();
    void namesWhatCannotBeSeen_data();
    void namesWhatCannotBeSeen();
    void letsNothingActOnATerminal_data();
    void letsNothingActOnATerminal();
    void leavesMarkupLiteral();
    void holdsAnUnfinishedCharacter();
    void startsAfreshAfterTheEnd();
    void cloneContinuesByItself();
    void offsetsAreTheStreams();
    void lineEndsForFiles();
};

void TestDecoder::showsEveryByte_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QStringList>("rows");

    const auto row = [](const char *name, const QString &encoding, const QByteArray &hex,
                         const QStringList &rows) { QTest::newRow(name) << encoding << hex << rows; };
    row("nothing", u"UTF-8"_s, "", {});
    row("UTF-8", u"UTF-8"_s, "61e4bda0f09f9880", {u"Text 0+1 a"_s, u"Text 1+3 你"_s, u"Text 4+4 😀"_s});
    row("UTF-8 good after broken", u"UTF-8"_s, "c328", {u"Invalid 0+1 \\xc3"_s, u"Text 1+1 ("_s});
    row("UTF-8 line end after broken", u"UTF-8"_s, "f09f980a",
        {u"Invalid 0+3 \\xf0\\x9f\\x98"_s, u"LineEnd 3+1 ␊"_s});
    row("UTF-8 overlong", u"UTF-8"_s, "c080", {u"Invalid 0+1 \\xc0"_s, u"Invalid 1+1 \\x80"_s});
    row("UTF-8 surrogate", u"UTF-8"_s, "eda080",
        {u"Invalid 0+1 \\xed"_s, u"Invalid 1+1 \\xa0"_s, u"Invalid 2+1 \\x80"_s});
    row("UTF-8 cut short", u"UTF-8"_s, "61e4bd", {u"Text 0+1 a"_s, u"Invalid 1+2 \\xe4\\xbd"_s});
    row("UTF-8 byte order mark", u"UTF-8"_s, "efbbbf41", {u"Control 0+3 ⟨U+FEFF⟩"_s, u"Text 3+1 A"_s});
    row("UTF-8 replacement character that was sent", u"UTF-8"_s, "efbfbd", {u"Text 0+3 \ufffd"_s});
    row("NUL", u"UTF-8"_s, "610062", {u"Text 0+1 a"_s, u"Control 1+1 ␀"_s, u"Text 2+1 b"_s});
    row("CR LF", u"UTF-8"_s, "0d0a", {u"LineEnd 0+1 ␍"_s, u"LineEnd 1+1 ␊"_s});
    row("tab and DEL", u"UTF-8"_s, "097f", {u"Control 0+1 ␉"_s, u"Control 1+1 ␡"_s});
    row("C1 CSI", u"UTF-8"_s, "c29b324a", {u"Control 0+2 ⟨U+009B⟩"_s, u"Text 2+1 2"_s, u"Text 3+1 J"_s});
    row("GBK", u"GBK"_s, "c4e3bac3", {u"Text 0+2 你"_s, u"Text 2+2 好"_s});
    row("GBK ff is no character", u"GBK"_s, "ff41", {u"Invalid 0+1 \\xff"_s, u"Text 1+1 A"_s});
    row("GBK euro sign", u"GBK"_s, "80", {u"Text 0+1 €"_s});
    row("GBK lead before ASCII", u"GBK"_s, "8120", {u"Invalid 0+1 \\x81"_s, u"Text 1+1  "_s});
    row("GBK user-defined", u"GBK"_s, "aaa1", {u"Control 0+2 ⟨U+E000⟩"_s});
    row("GB18030 four bytes", u"GB18030"_s, "9439fc36", {u"Text 0+4 😀"_s});
    row("GB18030 broken at the third", u"GB18030"_s, "813020",
        {u"Invalid 0+1 \\x81"_s, u"Text 1+1 0"_s, u"Text 2+1  "_s});
    row("GB18030 broken at the fourth", u"GB18030"_s, "81308120",
        {u"Invalid 0+1 \\x81"_s, u"Text 1+1 0"_s, u"Invalid 2+1 \\x81"_s, u"Text 3+1  "_s});
    row("Big5 ff is no character", u"Big5"_s, "a741ff", {u"Text 0+2 你"_s, u"Invalid 2+1 \\xff"_s});
    row("Shift_JIS leaves control characters alone", u"Shift_JIS"_s, "1a1c7f",
        {u"Control 0+1 ␚"_s, u"Control 1+1 ␜"_s, u"Control 2+1 ␡"_s});
    row("Shift_JIS control after a lead byte", u"Shift_JIS"_s, "811a",
        {u"Invalid 0+1 \\x81"_s, u"Control 1+1 ␚"_s});
    row("Shift_JIS backslash", u"Shift_JIS"_s, "5c7e", {u"Text 0+1 \\"_s, u"Text 1+1 ~"_s});
    row("EUC-KR truncated", u"EUC-KR"_s, "b0a1b0", {u"Text 0+2 가"_s, u"Invalid 2+1 \\xb0"_s});
    row("UTF-16LE", u"UTF-16LE"_s, "604f3dd800de", {u"Text 0+2 你"_s, u"Text 2+4 😀"_s});
    row("UTF-16LE byte order mark", u"UTF-16LE"_s, "fffe4100", {u"Control 0+2 ⟨U+FEFF⟩"_s, u"Text 2+2 A"_s});
    row("UTF-16BE lone halves", u"UTF-16BE"_s, "d83d0041de00",
        {u"Invalid 0+2 \\xd8\\x3d"_s, u"Text 2+2 A"_s, u"Invalid 4+2 \\xde\\x00"_s});
    row("UTF-16LE odd end", u"UTF-16LE"_s, "410042", {u"Text 0+2 A"_s, u"Invalid 2+1 \\x42"_s});
    row("marks at the start", u"UTF-8"_s, "cc81cc82", {u"Control 0+2 ⟨U+0301⟩"_s, u"Control 2+2 ⟨U+0302⟩"_s});
    row("mark between broken bytes", u"UTF-8"_s, "deadbe",
        {u"Control 0+2 ⟨U+07AD⟩"_s, u"Invalid 2+1 \\xbe"_s});
    row("mark behind a broken byte", u"UTF-8"_s, "ffcc81",
        {u"Invalid 0+1 \\xff"_s, u"Control 1+2 ⟨U+0301⟩"_s});
    row("mark behind a line end", u"UTF-8"_s, "0acc81", {u"LineEnd 0+1 ␊"_s, u"Control 1+2 ⟨U+0301⟩"_s});
    row("mark behind a control character", u"UTF-8"_s, "1bcc81",
        {u"Control 0+1 ␛"_s, u"Control 1+2 ⟨U+0301⟩"_s});
    row("mark on a space", u"UTF-8"_s, "20cc81", {u"Text 0+1  "_s, u"Text 1+2 \u0301"_s});
    row("IBM037", u"IBM037"_s, "c8859393960d",
        {u"Text 0+1 H"_s, u"Text 1+1 e"_s, u"Text 2+1 l"_s, u"Text 3+1 l"_s, u"Text 4+1 o"_s,
            u"LineEnd 5+1 ␍"_s});
    row("ISO-2022-JP", u"ISO-2022-JP"_s, "1b244224221b284261",
        {u"Control 0+3 ␛$B"_s, u"Text 3+2 あ"_s, u"Control 5+3 ␛(B"_s, u"Text 8+1 a"_s});
    row("ISO-2022-JP unknown shift", u"ISO-2022-JP"_s, "1b242878",
        {u"Invalid 0+1 \\x1b"_s, u"Text 1+1 $"_s, u"Text 2+1 ("_s, u"Text 3+1 x"_s});
    row("HZ", u"HZ"_s, "7e7b56507e7d7e7e",
        {u"Control 0+2 ~{"_s, u"Text 2+2 中"_s, u"Control 4+2 ~}"_s, u"Text 6+2 ~"_s});
    row("HZ cut short", u"HZ"_s, "7e7b56", {u"Control 0+2 ~{"_s, u"Invalid 2+1 \\x56"_s});
    row("CESU-8 pair", u"CESU-8"_s, "eda0bdedb880", {u"Text 0+6 😀"_s});
    row("CESU-8 lone half", u"CESU-8"_s, "eda0bd41", {u"Control 0+3 ⟨U+D83D⟩"_s, u"Text 3+1 A"_s});
    row("ISCII sign that changes what precedes it", u"ISCII,version=0"_s, "b3e9b3",
        {u"Text 0+2 \u0958"_s, u"Text 2+1 \u0915"_s});
}

void TestDecoder::showsEveryByte()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, hex);
    QFETCH(QStringList, rows);

    QCOMPARE(describedWhole(encodingNamed(encoding), QByteArray::fromHex(hex)), rows);
}

void TestDecoder::anySplitIsTheWhole_data()
{
    QTest::addColumn<QString>("encoding");
    for (const char *name : {"UTF-8", "GBK", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP",
             "EUC-KR", "windows-1258", "ISO-2022-JP", "HZ", "UTF-7", "CESU-8"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDecoder::anySplitIsTheWhole()
{
    QFETCH(QString, encoding);
    const Encoding codec = encodingNamed(encoding);
    HostileBytes hostile(codec, seed);

    for (int i = 0; i < 120; ++i) {
        const QByteArray bytes = hostile.next(14);
        const QStringList whole = describedWhole(codec, bytes);
        for (qsizetype first = 0; first <= bytes.size(); ++first) {
            for (qsizetype second = first; second <= bytes.size(); ++second) {
                const QStringList parts = describedInParts(codec, bytes, {first, second});
                if (parts != whole) { // a row for each of the thousands of comparisons would cost seconds
                    qInfo("seed %u, bytes %s cut at %lld and %lld", seed, bytes.toHex().constData(),
                        qint64(first), qint64(second));
                    QCOMPARE(parts, whole);
                }
            }
        }
    }
}

void TestDecoder::coversEveryByteInEveryEncoding()
{
    for (const Encoding &encoding : Encoding::all()) {
        HostileBytes hostile(encoding, seed);
        for (int i = 0; i < 40; ++i) {
            const QByteArray bytes = hostile.next(60);
            StreamDecoder decoder(encoding);
            qint64 covered = 0;
            for (const Decoded &decoded : {decoder.feed(bytes), decoder.finish()}) {
                qsizetype shown = 0;
                for (const Decoded::Piece &piece : decoded.pieces) {
                    QCOMPARE(piece.byteStart, covered);
                    QCOMPARE(piece.textStart, shown);
                    QVERIFY2(piece.byteLength > 0 && piece.textLength > 0, qPrintable(encoding.name()));
                    covered += piece.byteLength;
                    shown += piece.textLength;
                }
                QCOMPARE(shown, decoded.text.size());
            }
            QCOMPARE(covered, bytes.size());
        }
    }
}

void TestDecoder::resyncPointIsAsGoodAsTheStart_data()
{
    QTest::addColumn<QString>("encoding");
    for (const Encoding &encoding : Encoding::all().first(Encoding::usualCount()))
        QTest::newRow(qPrintable(encoding.name())) << encoding.name();
    for (const char *name :
        {"CESU-8", "UTF-32LE", "windows-1258", "windows-1255", "Big5-HKSCS", "euc-tw-2014"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestDecoder::resyncPointIsAsGoodAsTheStart()
{
    QFETCH(QString, encoding);
    const Encoding codec = encodingNamed(encoding);
    HostileBytes hostile(codec, seed);
    int found = 0;

    for (int i = 0; i < 300; ++i) {
        const QByteArray bytes = hostile.next(40);
        const qsizetype notSeen = i % 5; // the bytes asked about begin later in their stream
        const qsizetype last = qMin<qsizetype>(notSeen + 20, bytes.size());
        if (notSeen >= last)
            continue;
        const ResyncPoint point = lastResyncPoint(codec, bytes.mid(notSeen, last - notSeen), notSeen);
        QVERIFY(point.answer != ResyncPoint::Answer::OnlyFromTheStart);
        if (point.answer != ResyncPoint::Answer::At)
            continue;
        ++found;
        const qsizetype offset = notSeen + point.offset;
        const QStringList afresh = describedWhole(codec, QByteArrayView(bytes).sliced(offset), offset);
        const QStringList whole = describedWhole(codec, bytes);
        QVERIFY2(whole.size() >= afresh.size(), bytes.toHex().constData());
        QCOMPARE(whole.last(afresh.size()), afresh);
    }
    QVERIFY2(found > 100, qPrintable(u"only %1 of 300 had a point at all"_s.arg(found)));
}

void TestDecoder::resyncPointOfPlainText_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("streamOffset");
    QTest::addColumn<int>("answer");
    QTest::addColumn<int>("offset");
    const int at = int(ResyncPoint::Answer::At);
    const int back = int(ResyncPoint::Answer::LookFurtherBack);
    const int start = int(ResyncPoint::Answer::OnlyFromTheStart);

    QTest::newRow("nothing") << u"UTF-8"_s << QByteArray() << 0 << back << 0;
    QTest::newRow("UTF-8 whole character") << u"UTF-8"_s << QByteArray("41e4bda0") << 0 << at << 1;
    QTest::newRow("UTF-8 unfinished character") << u"UTF-8"_s << QByteArray("41e4bd") << 0 << at << 0;
    QTest::newRow("UTF-8 only the end of one") << u"UTF-8"_s << QByteArray("bda0") << 0 << back << 0;
    QTest::newRow("UTF-8 not before a mark") << u"UTF-8"_s << QByteArray("65cc81") << 0 << at << 0;
    QTest::newRow("UTF-16LE even") << u"UTF-16LE"_s << QByteArray("41004200") << 4 << at << 2;
    QTest::newRow("UTF-16LE odd") << u"UTF-16LE"_s << QByteArray("00410042") << 5 << at << 1;
    QTest::newRow("GBK space") << u"GBK"_s << QByteArray("c4e320c4e3") << 0 << at << 2;
    QTest::newRow("GBK no ASCII") << u"GBK"_s << QByteArray("c4e3c4e3") << 0 << back << 0;
    QTest::newRow("windows-1252") << u"windows-1252"_s << QByteArray("414243") << 0 << at << 2;
    QTest::newRow("ISO-2022-JP") << u"ISO-2022-JP"_s << QByteArray("414243") << 0 << start << 0;
    QTest::newRow("UTF-7") << u"UTF-7"_s << QByteArray("414243") << 0 << start << 0;
    QTest::newRow("GSM 03.38 has an escape byte")
        << u"gsm-03.38-2009"_s << QByteArray("414243") << 0 << start << 0;
}

void TestDecoder::resyncPointOfPlainText()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, hex);
    QFETCH(int, streamOffset);
    QFETCH(int, answer);
    QFETCH(int, offset);

    const ResyncPoint point =
        lastResyncPoint(encodingNamed(encoding), QByteArray::fromHex(hex), streamOffset);
    QCOMPARE(int(point.answer), answer);
    QCOMPARE(int(point.offset), offset);
}

void TestDecoder::capsCombiningMarks()
{
    const QString flood = u"e"_s + repeated(u"\u0301", 10'000) + u"f\u0301"_s;
    const Decoded decoded = StreamDecoder(Encoding()).feed(flood.toUtf8());

    QCOMPARE(decoded.text,
        u"e"_s + repeated(u"\u0301", Decoded::MaxMarks) + repeated(u"⟨U+0301⟩", 10'000 - Decoded::MaxMarks)
            + u"f\u0301"_s);
    QCOMPARE(decoded.pieces.at(Decoded::MaxMarks).kind, Decoded::PieceKind::Text);
    QCOMPARE(decoded.pieces.at(Decoded::MaxMarks + 1).kind, Decoded::PieceKind::Control);
    QCOMPARE(decoded.pieces.last().kind, Decoded::PieceKind::Text);
}

void TestDecoder::countsMarksAcrossCalls()
{
    const QByteArray flood = (u"e"_s + repeated(u"\u0301", 30)).toUtf8();
    QStringList parts;
    StreamDecoder decoder((Encoding()));
    for (const char byte : flood)
        parts += described(decoder.feed(QByteArrayView(&byte, 1)));
    QCOMPARE(parts, describedWhole(Encoding(), flood));

    // What ends a stream is no character for what comes behind it to stand on.
    decoder.finish();
    QCOMPARE(decoder.feed("\xcc\x81").text, u"⟨U+0301⟩"_s);
}

void TestDecoder::namesWhatCannotBeSeen_data()
{
    QTest::addColumn<uint>("character");
    for (const uint character :
        {0x00adU, 0x034fU, 0x061cU, 0x115fU, 0x200bU, 0x200cU, 0x200dU, 0x200eU, 0x200fU, 0x2028U, 0x2029U,
            0x202aU, 0x202eU, 0x2060U, 0x2066U, 0x2069U, 0x3164U, 0xe000U, 0xfe0fU, 0xfeffU, 0xfff9U, 0xfffbU,
            0xfffeU, 0xfdd0U, 0x378U, 0x1d173U, 0xe0001U, 0xe0041U, 0xe0100U, 0xf0000U, 0x10ffffU})
        QTest::addRow("U+%04X", character) << character;
}

void TestDecoder::namesWhatCannotBeSeen()
{
    QFETCH(uint, character);

    const QByteArray bytes = QStringView(QChar::fromUcs4(character)).toUtf8();
    const QString name = u"⟨U+%1⟩"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
    QCOMPARE(
        describedWhole(Encoding(), bytes), QStringList(u"Control 0+%1 %2"_s.arg(bytes.size()).arg(name)));
}

void TestDecoder::letsNothingActOnATerminal_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("clear screen") << QByteArray("\x1b[2J") << u"␛[2J"_s;
    QTest::newRow("set clipboard") << QByteArray("\x1b]52;c;aGk=\a") << u"␛]52;c;aGk=␇"_s;
    QTest::newRow("hyperlink") << QByteArray("\x1b]8;;http://a\x1b\\b") << u"␛]8;;http://a␛\\b"_s;
    QTest::newRow("device control") << QByteArray("\x1bP$q\"p\x1b\\") << u"␛P$q\"p␛\\"_s;
    QTest::newRow("report, in C1") << QByteArray("\xc2\x9b"
                                                 "6n")
                                   << u"⟨U+009B⟩6n"_s;
    QTest::newRow("overwrite the line") << QByteArray("good\rbad\b\b") << u"good␍bad␈␈"_s;
}

void TestDecoder::letsNothingActOnATerminal()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(StreamDecoder(Encoding()).feed(bytes).text, shown);
}

void TestDecoder::leavesMarkupLiteral()
{
    const QByteArray markup = "<img src=file:///etc/passwd>&lt;b&gt;";
    QCOMPARE(StreamDecoder(Encoding()).feed(markup).text.toUtf8(), markup);
}

void TestDecoder::holdsAnUnfinishedCharacter()
{
    StreamDecoder decoder((Encoding()));
    QCOMPARE(decoder.feed("a\xe4\xbd").text, u"a"_s);
    QCOMPARE(decoder.pending(), QByteArray("\xe4\xbd"));
    QCOMPARE(described(decoder.feed("\xa0")), QStringList(u"Text 1+3 你"_s));
    QVERIFY(decoder.pending().isEmpty());
}

void TestDecoder::startsAfreshAfterTheEnd()
{
    StreamDecoder decoder(encodingNamed(u"ISO-2022-JP"_s));
    decoder.feed("\x1b$B$");
    QCOMPARE(described(decoder.finish()), QStringList(u"Invalid 3+1 \\x24"_s));
    QCOMPARE(described(decoder.feed("$\"")), QStringList({u"Text 4+1 $"_s, u"Text 5+1 \""_s}));
}

void TestDecoder::cloneContinuesByItself()
{
    for (const QString &name : {u"GB18030"_s, u"ISO-2022-JP"_s, u"CESU-8"_s, u"UTF-7"_s}) {
        const Encoding encoding = encodingNamed(name);
        HostileBytes hostile(encoding, seed);
        for (int i = 0; i < 50; ++i) {
            const QByteArray bytes = hostile.next(20);
            const QByteArray more = hostile.next(20);
            StreamDecoder decoder(encoding);
            decoder.feed(bytes);
            StreamDecoder copy = decoder.clone();
            copy.feed("\x1b(B leads the copy elsewhere \xff\xff");
            StreamDecoder good = decoder.clone();
            QCOMPARE(described(good.feed(more)), described(decoder.feed(more)));
            QCOMPARE(described(good.finish()), described(decoder.finish()));
        }
    }
}

void TestDecoder::offsetsAreTheStreams()
{
    const qint64 far = 5'000'000'000;
    QCOMPARE(describedWhole(Encoding(), "a\xff", far),
        QStringList({u"Text 5000000000+1 a"_s, u"Invalid 5000000001+1 \\xff"_s}));
}

void TestDecoder::lineEndsForFiles()
{
    const Decoded decoded = StreamDecoder(Encoding()).feed("a\r\nb\n\x1b[2J\r");
    QCOMPARE(decoded.text, u"a␍␊b␊␛[2J␍"_s);
    QCOMPARE(decoded.withLineEnds(), u"a\r\nb\n␛[2J\r"_s);
}

QTEST_GUILESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
