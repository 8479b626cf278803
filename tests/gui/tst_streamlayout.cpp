#include "lens/streamtext.h"
#include "recordedtalk.h"
#include "widgets/streamlayout.h"
#include "widgets/theme.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace swb::ui {

/// What is said in a row of test data: "<" and bytes that arrive, ">" and bytes that leave, "!" an event.
using Talk = QList<QByteArray>;

class TestStreamLayout : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void breaksIntoLines_data();
    void breaksIntoLines();
    void showsHex_data();
    void showsHex();
    void showsTextBesideHex();
    void putsPartsOfARunTogether_data();
    void putsPartsOfARunTogether();
    void findsAnyPlaceInAHugeRun();
    void goesOnOverAPageOfRows();
    void movesBetweenUnits();
    void knowsWhereReadsBegin();
    void weighsPlacesInOrder();
    void takesOverWhatIsNew();

private:
    void say(const Talk &talk);
    void layOut(StreamMode mode, int columns, const QString &encoding = u"UTF-8"_s);
    QStringList lines() const;

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<Conversation> m_rows;
    std::unique_ptr<lens::StreamText> m_streams;
    std::unique_ptr<StreamLayout> m_layout;
};

void TestStreamLayout::init()
{
    m_layout.reset();
    m_talk = std::make_unique<RecordedTalk>();
}

void TestStreamLayout::say(const Talk &talk)
{
    for (const QByteArray &turn : talk) {
        if (turn.startsWith('<'))
            m_talk->received(1, turn.mid(1));
        else if (turn.startsWith('>'))
            m_talk->sent(1, turn.mid(1));
        else
            m_talk->lifecycle(EventKind::PeerFinished, 1);
    }
}

void TestStreamLayout::layOut(StreamMode mode, int columns, const QString &encoding)
{
    const auto recording = m_talk->recording();
    m_rows = std::make_unique<Conversation>(recording, ConnectionId(1));
    m_streams = std::make_unique<lens::StreamText>(recording);
    m_layout = std::make_unique<StreamLayout>(
        *m_rows, *m_streams, *codec::Encoding::find(encoding), dataFont(), mode, columns);
}

/// Each line with the sign of its direction before it.
QStringList TestStreamLayout::lines() const
{
    QStringList found;
    StreamPlace place = m_layout->first();
    while (true) {
        const EventKind kind = m_layout->block(place).run.kind;
        const QString sign = kind == EventKind::Received ? u"<"_s : kind == EventKind::Sent ? u">"_s : u"!"_s;
        found.append(sign + (sign == u"!"_s ? QString() : m_layout->text(place)));
        const StreamPlace next = m_layout->moved(place, 1);
        if (next == place)
            break;
        place = next;
    }
    return found;
}

void TestStreamLayout::breaksIntoLines_data()
{
    QTest::addColumn<Talk>("talk");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QStringList>("expected");
    const auto utf8 = u"UTF-8"_s;
    QTest::newRow("one read") << Talk{"<hello"} << utf8 << QStringList{u"<hello"_s};
    QTest::newRow("reads flow together")
        << Talk{"<hel", "<lo\nwor", "<ld"} << utf8 << QStringList{u"<hello␊"_s, u"<world"_s};
    QTest::newRow("a turn of direction begins a line")
        << Talk{"<hel", ">hi", "<lo"} << utf8 << QStringList{u"<hel"_s, u">hi"_s, u"<lo"_s};
    QTest::newRow("an event stands on a line of its own")
        << Talk{"<a", "!", "<b"} << utf8 << QStringList{u"<a"_s, u"!"_s, u"<b"_s};
    QTest::newRow("CR LF over two reads ends one line")
        << Talk{"<a\r", "<\nb"} << utf8 << QStringList{u"<a␍␊"_s, u"<b"_s};
    QTest::newRow("bare CR ends a line") << Talk{"<a\rb"} << utf8 << QStringList{u"<a␍"_s, u"<b"_s};
    QTest::newRow("broken at the width")
        << Talk{"<12345678", "<90"} << utf8 << QStringList{u"<12345678"_s, u"<90"_s};
    QTest::newRow("a line end does not break") << Talk{"<12345678\n"} << utf8 << QStringList{u"<12345678␊"_s};
    QTest::newRow("wide characters count double")
        << Talk{"<你好你好你"} << utf8 << QStringList{u"<你好你好"_s, u"<你"_s};
    QTest::newRow("a wide character does not stick out")
        << Talk{"<1234567你"} << utf8 << QStringList{u"<1234567"_s, u"<你"_s};
    QTest::newRow("a character over three reads")
        << Talk{"<\xe4", "<\xbd", "<\xa0 ok"} << utf8 << QStringList{u"<你 ok"_s};
    QTest::newRow("a character stands with the read that completes it")
        << Talk{"<\xe4\xbd", ">x", "<\xa0"} << utf8 << QStringList{u"<\\xe4\\xbd"_s, u">x"_s, u"<你"_s};
    QTest::newRow("bytes that are no text") << Talk{"<a\xff", "<b"} << utf8 << QStringList{u"<a\\xffb"_s};
    QTest::newRow("a marker is not broken")
        << Talk{"<123456\xff"} << utf8 << QStringList{u"<123456"_s, u"<\\xff"_s};
    QTest::newRow("an unfinished character at the end")
        << Talk{"<ab\xe4\xbd"} << utf8 << QStringList{u"<ab\\xe4"_s, u"<\\xbd"_s};
    QTest::newRow("GBK over reads") << Talk{"<\xc4", "<\xe3\xba\xc3"} << u"GBK"_s << QStringList{u"<你好"_s};
    QTest::newRow("a datagram without bytes") << Talk{"<", ">x"} << utf8 << QStringList{u"<"_s, u">x"_s};
}

void TestStreamLayout::breaksIntoLines()
{
    QFETCH(Talk, talk);
    QFETCH(QString, encoding);
    say(talk);
    layOut(StreamMode::Text, 8, encoding);
    QTEST(lines(), "expected");
}

void TestStreamLayout::showsHex_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("bytes");
    QTest::newRow("wide") << 110 << 32;
    QTest::newRow("usual") << 64 << 16;
    QTest::newRow("narrow") << 36 << 8;
    QTest::newRow("very narrow") << 3 << 4;
}

void TestStreamLayout::showsHex()
{
    QFETCH(int, columns);
    QFETCH(int, bytes);
    say({"<" + QByteArray(bytes, 'a') + "bc", ">d"});
    layOut(StreamMode::Hex, columns);
    QCOMPARE(m_layout->bytesPerLine(), bytes);
    const QString whole = QStringList(bytes, u"61"_s).join(u' ');
    QCOMPARE(lines(), (QStringList{u'<' + whole, u"<62 63"_s, u">64"_s}));
    QCOMPARE(m_layout->line(m_layout->moved({}, 1)).bytes, (ByteRange{bytes, bytes + 2}));
}

void TestStreamLayout::showsTextBesideHex()
{
    say({"<a你\xff\nb"});
    layOut(StreamMode::Both, 60);
    const StreamBlock &block = m_layout->block({});
    QCOMPARE(block.contentOf(block.lines.front()).toByteArray(), QByteArray("a你\xff\nb"));
    QCOMPARE(m_layout->text({}), u"a你··b"_s);
    QList<int> columns;
    for (const TextCell &cell : block.text.cells)
        columns.append(cell.column);
    QCOMPARE(columns, (QList<int>{0, 1, 4, 5, 6})); // each under its first byte
}

void TestStreamLayout::putsPartsOfARunTogether_data()
{
    QTest::addColumn<QByteArray>("character");
    QTest::addColumn<int>("shift");
    for (int shift = 0; shift < 3; ++shift) {
        QTest::addRow("你, %d bytes in", shift) << QByteArray("你") << shift;
        QTest::addRow("no text, %d bytes in", shift) << QByteArray("\xe4\xbd") << shift;
        QTest::addRow("a letter, %d bytes in", shift) << QByteArray("x") << shift;
    }
}

/// The edge of a part may lie within a character: it is neither lost nor shown twice.
void TestStreamLayout::putsPartsOfARunTogether()
{
    QFETCH(QByteArray, character);
    QFETCH(int, shift);
    const QByteArray bytes = QByteArray(shift, '.') + character.repeated(12'000);
    say({"<" + bytes});
    layOut(StreamMode::Text, 70);
    QVERIFY(bytes.size() < StreamLayout::PartBytes || m_layout->last().block.part > 0);
    const QString expected = codec::StreamDecoder(codec::Encoding()).feed(bytes).text;
    const QString shown = lines().join(QString()).remove(u'<');
    QVERIFY(shown.startsWith(expected));
    QVERIFY(shown.size() - expected.size() <= 8); // at most a character that nothing completes
}

void TestStreamLayout::findsAnyPlaceInAHugeRun()
{
    constexpr quint64 Size = 64 * 1024 * 1024;
    say({"<" + QByteArray(qsizetype(Size), 'x')});
    layOut(StreamMode::Text, 100);
    for (const quint64 offset : {quint64(0), quint64(12'345'678), Size - 1}) {
        const StreamPlace place = m_layout->placeOf({0, offset});
        const ByteRange bytes = m_layout->line(place).bytes;
        QVERIFY(bytes.contains(qint64(offset)));
        QCOMPARE(m_layout->placeOf(m_layout->lineRange(place).start), place);
    }
    QCOMPARE(m_layout->lineRange(m_layout->last()).end, (StreamSpot{0, Size}));
    // Up from the end and down again leads back.
    const StreamPlace up = m_layout->moved(m_layout->last(), -1000);
    QCOMPARE(m_layout->moved(up, 1000), m_layout->last());
}

void TestStreamLayout::goesOnOverAPageOfRows()
{
    for (quint32 row = 0; row < Conversation::PageRows - 1; ++row)
        m_talk->received(1, "x");
    say({"<\xe4", "<\xbd", "<\xa0y", "<z"});
    layOut(StreamMode::Text, 10);
    const QStringList shown = lines();
    QCOMPARE(shown.join(QString()).count(u'你'), 1);
    QVERIFY(!shown.join(QString()).contains(u'\\'));
    QCOMPARE(shown.last(), u"<yz"_s);
    // The run goes on: it is no turn of direction.
    QVERIFY(!m_layout->isTurn(m_layout->last()));
    QVERIFY(m_layout->isTurn(m_layout->first()));
}

void TestStreamLayout::movesBetweenUnits()
{
    say({"<a你", "<b\nc", "!", ">d"});
    layOut(StreamMode::Text, 20);
    StreamRange unit = m_layout->unitOf({0, 0});
    QList<StreamSpot> ends;
    for (int i = 0; i < 7; ++i, unit = m_layout->beside(unit, true))
        ends.append(unit.end);
    QCOMPARE(ends, (QList<StreamSpot>{{0, 1}, {0, 4}, {1, 1}, {1, 2}, {1, 3}, {2, 1}, {3, 1}}));
    QCOMPARE(m_layout->beside(unit, true), unit); // the last
    for (int i = 0; i < 6; ++i)
        unit = m_layout->beside(unit, false);
    QCOMPARE(unit, m_layout->unitOf({0, 0}));
    QCOMPARE(m_layout->lineEdge(unit, true).end, (StreamSpot{1, 2}));
    const StreamRange below = m_layout->linesAway(unit, 1);
    QCOMPARE(below, (StreamRange{{1, 2}, {1, 3}}));
    QCOMPARE(m_layout->linesAway(below, -1), unit);
}

void TestStreamLayout::knowsWhereReadsBegin()
{
    say({"<abc", "<d", "<ef", ">x", "<gh", "<i"});
    layOut(StreamMode::Text, 20);
    QCOMPARE(m_layout->boundaries({}), (std::vector<qint64>{3, 4}));
    QCOMPARE(m_layout->boundaries(m_layout->moved({}, 1)), std::vector<qint64>{});
    QCOMPARE(m_layout->boundaries(m_layout->last()), (std::vector<qint64>{8}));
    QCOMPARE(m_layout->rowAt(m_layout->last(), 8), 5u);
    QCOMPARE(m_layout->within(m_layout->last(), {{1, 0}, {4, 1}}), (ByteRange{6, 7}));
}

void TestStreamLayout::weighsPlacesInOrder()
{
    say({"<abc", ">d", "!", "<ef", "<", ">" + QByteArray(100'000, 'y')});
    layOut(StreamMode::Text, 20);
    const QList<StreamSpot> spots{{0, 0}, {0, 2}, {1, 0}, {2, 0}, {3, 1}, {4, 0}, {5, 0}, {5, 99'999}};
    quint64 before = 0;
    for (const StreamSpot &spot : spots) {
        const quint64 weight = m_rows->weight(spot);
        QVERIFY(spot == spots.first() || weight > before);
        QCOMPARE(m_rows->spotAt(weight), spot);
        before = weight;
    }
    QVERIFY(m_rows->weight() > before);
    QCOMPARE(m_rows->spotAt(~0ull >> 1), (StreamSpot{5, 99'999}));
}

void TestStreamLayout::takesOverWhatIsNew()
{
    say({"<hel"});
    layOut(StreamMode::Text, 20);
    QCOMPARE(lines(), QStringList{u"<hel"_s});
    say({"<lo", ">hi"});
    m_talk->recording();
    const quint32 lastRow = m_rows->rowCount() - 1;
    QCOMPARE(m_rows->refresh(), 2u);
    m_layout->grown(lastRow);
    QCOMPARE(lines(), (QStringList{u"<hello"_s, u">hi"_s}));
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestStreamLayout)
#include "tst_streamlayout.moc"
