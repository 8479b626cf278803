#include "journal/search.h"
#include "journalfixture.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace swb;
using namespace swb::journal;
using namespace swb::journal::fixture;
using namespace Qt::StringLiterals;

using Places = QList<std::pair<quint64, quint64>>;
Q_DECLARE_METATYPE(Places)

namespace {

Pattern expression(const QByteArray &source)
{
    return std::get<Pattern>(Pattern::expression(source));
}

/// Everything that a search finds when nothing more comes.
std::vector<Match> searched(Search &search, Search::Status expected = Search::Status::UpToDate)
{
    std::vector<Match> matches;
    const auto status = search.advance(
        [&](Search::Batch &&batch) {
            matches.insert(matches.end(), batch.matches.begin(), batch.matches.end());
        },
        false);
    if (status != expected)
        qWarning("the search ended with status %d", int(status));
    const std::vector<Match> unsettled = search.unsettled();
    matches.insert(matches.end(), unsettled.begin(), unsettled.end());
    return matches;
}

/// The matches of one direction of one connection: offset and length.
Places placesOf(
    const std::vector<Match> &matches, quint32 connection = 1, EventKind direction = EventKind::Received)
{
    Places places;
    for (const Match &match : matches) {
        if (match.connection == ConnectionId(connection) && match.direction == direction)
            places << std::pair(match.streamOffset, match.length);
    }
    return places;
}

const Talk one(1, "127.0.0.1:9090", "127.0.0.1:50001");
const Talk two(2, "127.0.0.1:9090", "127.0.0.1:50002");

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private slots:
    void acrossEvents_data();
    void acrossEvents();
    void aHundredEvents();
    void directionsAndConnectionsAreApart();
    void gapsAndDamageAreNoPartOfAMatch();
    void theScopeIsKept();
    void everyConnectionItsPattern();
    void whereItBegins();
    void anySplitIsTheWhole_data();
    void anySplitIsTheWhole();
    void growingWhileSearching_data();
    void growingWhileSearching();
    void theEndMayChange();
    void longMatchesAreBounded();
    void limitsAreTold();
    void tooMany();
    void goesOnBehindTooMany_data();
    void goesOnBehindTooMany();
    void oneLargeEvent();
    void cancelling();
    void besideTheWriter();

private:
    std::shared_ptr<const Recording> make(const QList<Record> &records)
    {
        const QString path = m_folder.filePath(u"%1.pcapng"_s.arg(++m_files));
        if (!record(path, records))
            return nullptr;
        const auto opened = Recording::open(path);
        return opened ? *opened : nullptr;
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestSearch::acrossEvents_data()
{
    QTest::addColumn<QList<QByteArray>>("events");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isExpression");
    QTest::addColumn<Places>("places");
    using Events = QList<QByteArray>;
    QTest::newRow("within one") << Events{"a needle b"} << "needle"_ba << false << Places{{2, 6}};
    QTest::newRow("over two") << Events{"a nee", "dle b"} << "needle"_ba << false << Places{{2, 6}};
    QTest::newRow("over three") << Events{"a n", "eedl", "e b"} << "needle"_ba << false << Places{{2, 6}};
    QTest::newRow("ends at the boundary")
        << Events{"a needle", "b"} << "needle"_ba << false << Places{{2, 6}};
    QTest::newRow("begins at the boundary")
        << Events{"a ", "needle"} << "needle"_ba << false << Places{{2, 6}};
    QTest::newRow("one after the other")
        << Events{"needlenee", "dle"} << "needle"_ba << false << Places{{0, 6}, {6, 6}};
    QTest::newRow("a false start") << Events{"nee", "needle"} << "needle"_ba << false << Places{{3, 6}};
    QTest::newRow("empty events") << Events{"nee", "", "", "dle"} << "needle"_ba << false << Places{{0, 6}};
    QTest::newRow("never overlapping")
        << Events{"a", "a", "a", "a", "a"} << "aa"_ba << false << Places{{0, 2}, {2, 2}};
    QTest::newRow("NUL bytes") << Events{QByteArray("x\0", 2), QByteArray("\0y", 2)} << QByteArray("\0\0", 2)
                               << false << Places{{1, 2}};
    QTest::newRow("expression over two")
        << Events{"id=12", "34;"} << "id=[0-9]+"_ba << true << Places{{0, 7}};
    QTest::newRow("expression over three")
        << Events{"i", "d=", "1;"} << "id=[0-9]+"_ba << true << Places{{0, 4}};
    QTest::newRow("expression at the end")
        << Events{"id=12", "34"} << "id=[0-9]+"_ba << true << Places{{0, 7}};
    QTest::newRow("looking back over a boundary")
        << Events{"x", "y"} << "(?<=x)y"_ba << true << Places{{1, 1}};
    QTest::newRow("looking back in vain") << Events{"z", "y"} << "(?<=x)y"_ba << true << Places{};
    QTest::newRow("words over a boundary")
        << Events{"on", "e two"} << "\\b\\w+\\b"_ba << true << Places{{0, 3}, {4, 3}};
    QTest::newRow("lines over a boundary")
        << Events{"GET /\r", "\nHost: a\r\n"} << "^Host"_ba << true << Places{{7, 4}};
    QTest::newRow("no line begins at an event") << Events{"GET ", "Host"} << "^Host"_ba << true << Places{};
    QTest::newRow("the stream begins once") << Events{"a", "a"} << "\\Aa"_ba << true << Places{{0, 1}};
    QTest::newRow("the stream ends once") << Events{"a", "a"} << "a\\z"_ba << true << Places{{1, 1}};
}

void TestSearch::acrossEvents()
{
    QFETCH(QList<QByteArray>, events);
    QFETCH(QByteArray, source);
    QFETCH(bool, isExpression);
    QList<Record> records{one.opened(false)};
    for (const QByteArray &bytes : events)
        records << one.received(bytes);
    const auto recording = make(records);
    QVERIFY(recording);
    Search search(recording, {}, {isExpression ? expression(source) : Pattern::literal(source), {}});
    QTEST(placesOf(searched(search)), "places");
}

void TestSearch::aHundredEvents()
{
    const QByteArray needle = randomBytes(100, 5);
    QList<Record> records{one.received("before")};
    for (const char byte : needle)
        records << one.received(QByteArray(1, byte)) << one.sent("between") << two.received("elsewhere");
    const auto recording = make(records);
    QVERIFY(recording);
    Search search(recording, {}, {Pattern::literal(needle), {}});
    const std::vector<Match> matches = searched(search);
    QCOMPARE(matches.size(), 1u);
    QCOMPARE(matches[0], (Match{ConnectionId(1), EventKind::Received, 6, 100, EventSeq(1)}));
    const std::vector<EventSeq> events = eventsOf(*recording, matches[0]);
    QCOMPARE(events.size(), 100u);
    QCOMPARE(events.back(), EventSeq(1 + 99 * 3));
}

void TestSearch::directionsAndConnectionsAreApart()
{
    const auto recording = make({one.received("nee"), one.sent("dle"), two.received("dle"), two.sent("nee"),
        one.received("d"), two.sent("dle"), one.received("le"), two.received("needle")});
    QVERIFY(recording);
    for (const Pattern &pattern : {Pattern::literal("needle"), expression("ne+dle")}) {
        Search search(recording, {}, {pattern, {}});
        const std::vector<Match> matches = searched(search);
        QCOMPARE(matches.size(), 3u);
        QCOMPARE(placesOf(matches, 1, EventKind::Received), (Places{{0, 6}}));
        QCOMPARE(placesOf(matches, 1, EventKind::Sent), Places());
        QCOMPARE(placesOf(matches, 2, EventKind::Received), (Places{{3, 6}}));
        QCOMPARE(placesOf(matches, 2, EventKind::Sent), (Places{{0, 6}}));
    }
}

void TestSearch::gapsAndDamageAreNoPartOfAMatch()
{
    QList<Record> records{one.received("nee"), one.make(EventKind::Gap), one.received("dle needle")};
    records[1].event.size = 10;
    const auto withGap = make(records);
    QVERIFY(withGap);
    const QString path = m_folder.filePath(u"damaged.pcapng"_s);
    QVERIFY(record(path, {one.received("nee"), one.received("xyzzy"), one.received("dle needle")}));
    QByteArray bytes = contents(path);
    bytes[bytes.indexOf("xyzzy")] = 'X';
    QVERIFY(putContents(path, bytes));
    const std::shared_ptr<const Recording> damaged = *Recording::open(path);
    for (const Pattern &pattern : {Pattern::literal("needle"), expression("n(?s:.)*?dle")}) {
        Search first(withGap, {}, {pattern, {}});
        QCOMPARE(placesOf(searched(first)), (Places{{7, 6}})); // offsets count the bytes that are there
        Search second(damaged, {}, {pattern, {}});
        QCOMPARE(placesOf(searched(second)), (Places{{12, 6}}));
    }
}

void TestSearch::theScopeIsKept()
{
    const Talk elsewhere(3, "127.0.0.1:7", "127.0.0.1:50003", 2);
    const auto recording =
        make({one.received("needle"), two.received("needle"), elsewhere.sent("needle"), one.sent("needle")});
    QVERIFY(recording);
    const auto count = [&](const RowFilter &scope) {
        Search search(recording, scope, {Pattern::literal("needle"), {}});
        return searched(search).size();
    };
    QCOMPARE(count({}), 4u);
    QCOMPARE(count({EndpointId(1), {}}), 3u);
    QCOMPARE(count({{}, ConnectionId(1)}), 2u);
    QCOMPARE(count({EndpointId(2), {}}), 1u);
    QCOMPARE(count({EndpointId(9), {}}), 0u);
}

void TestSearch::everyConnectionItsPattern()
{
    const auto recording = make({one.received("\xc4\xe3\xba\xc3"), two.received("\xe4\xbd\xa0\xe5\xa5\xbd")});
    QVERIFY(recording);
    Search search(
        recording, {}, {Pattern::literal("\xe4\xbd\xa0"), {{ConnectionId(1), Pattern::literal("\xc4\xe3")}}});
    const std::vector<Match> matches = searched(search);
    QCOMPARE(placesOf(matches, 1), (Places{{0, 2}}));
    QCOMPARE(placesOf(matches, 2), (Places{{0, 3}}));

    Search nothing(recording, {}, {Pattern(), {}});
    QCOMPARE(searched(nothing).size(), 0u);
}

void TestSearch::whereItBegins()
{
    const auto recording = make({one.opened(false), one.sent("x"), one.received("a nee"), one.sent("needle"),
        one.received("dle needle")});
    QVERIFY(recording);
    Search search(recording, {}, {Pattern::literal("needle"), {}});
    std::vector<EventSeq> firsts;
    for (const Match &match : searched(search))
        firsts.push_back(match.first);
    QCOMPARE(firsts, (std::vector<EventSeq>{EventSeq(3), EventSeq(2), EventSeq(4)}));
}

void TestSearch::anySplitIsTheWhole_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isExpression");
    QTest::newRow("literal") << "abab"_ba << false;
    QTest::newRow("class") << "[ab]+c"_ba << true;
    QTest::newRow("lazy over lines") << "(?s)a.*?b"_ba << true;
    QTest::newRow("greedy in a line") << "a.*b"_ba << true;
    QTest::newRow("alternatives of which one goes on") << "a|abc"_ba << true;
    QTest::newRow("line ends") << "^[abc]*$"_ba << true;
    QTest::newRow("looking around") << "(?<=a)b(?!c)"_ba << true;
}

/// In random pieces, in one search and in one that goes on after each piece.
void TestSearch::anySplitIsTheWhole()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, isExpression);
    const Pattern pattern = isExpression ? expression(source) : Pattern::literal(source);
    QRandomGenerator random(11);
    for (int round = 0; round < 12; ++round) {
        QByteArray whole(60, '\0');
        for (char &byte : whole)
            byte = "aabbc\n"[random.bounded(6)];
        Search wholeSearch(make({one.received(whole)}), {}, {pattern, {}});
        const Places expected = placesOf(searched(wholeSearch));

        const auto writer = Writer::create(m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)));
        QVERIFY(writer);
        Search growing((*writer)->recording(), {}, {pattern, {}});
        std::vector<Match> settled;
        for (qsizetype at = 0; at < whole.size();) {
            const qsizetype size = 1 + random.bounded(12);
            appendAll(**writer, {one.received(whole.mid(at, size))});
            QVERIFY((*writer)->commit());
            at += size;
            growing.advance(
                [&](Search::Batch &&batch) {
                    settled.insert(settled.end(), batch.matches.begin(), batch.matches.end());
                },
                false);
            std::vector<Match> now = settled;
            const std::vector<Match> unsettled = growing.unsettled();
            now.insert(now.end(), unsettled.begin(), unsettled.end());
            // As if the stream had always been only this long.
            Search prefixSearch(make({one.received(whole.left(at))}), {}, {pattern, {}});
            QCOMPARE(placesOf(now), placesOf(searched(prefixSearch)));
            if (at >= whole.size())
                QCOMPARE(placesOf(now), expected);
        }
        Search piecesSearch((*writer)->recording(), {}, {pattern, {}});
        QCOMPARE(placesOf(searched(piecesSearch)), expected);
    }
}

void TestSearch::growingWhileSearching_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isExpression");
    QTest::newRow("literal") << "needle"_ba << false;
    QTest::newRow("expression") << "ne{2}dle"_ba << true;
}

void TestSearch::growingWhileSearching()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, isExpression);
    const auto writer = Writer::create(m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)));
    QVERIFY(writer);
    Search search(
        (*writer)->recording(), {}, {isExpression ? expression(source) : Pattern::literal(source), {}});
    QCOMPARE(searched(search).size(), 0u);
    size_t found = 0;
    for (int i = 0; i < 50; ++i) {
        appendAll(**writer, {one.received("hay nee"), two.sent("needle")});
        QVERIFY((*writer)->commit());
        found += searched(search).size();
        QCOMPARE(found, size_t(2 * i + 1));
        appendAll(**writer, {one.received("dle hay")});
        QVERIFY((*writer)->commit());
        found += searched(search).size();
        QCOMPARE(found, size_t(2 * i + 2));
    }
}

void TestSearch::theEndMayChange()
{
    const auto writer = Writer::create(m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)));
    QVERIFY(writer);
    Search search((*writer)->recording(), {}, {expression("[a-z]+|[0-9]+"), {}});
    const auto settledAfter = [&](const QByteArray &bytes) {
        appendAll(**writer, {one.received(bytes)});
        (*writer)->commit();
        std::vector<Match> matches;
        search.advance(
            [&](Search::Batch &&batch) {
                matches.insert(matches.end(), batch.matches.begin(), batch.matches.end());
            },
            false);
        return placesOf(matches);
    };
    QCOMPARE(settledAfter("ab"), Places());
    QCOMPARE(placesOf(search.unsettled()), (Places{{0, 2}}));
    QCOMPARE(settledAfter("cd"), Places());
    QCOMPARE(placesOf(search.unsettled()), (Places{{0, 4}}));
    QCOMPARE(settledAfter("1"), (Places{{0, 4}}));
    QCOMPARE(placesOf(search.unsettled()), (Places{{4, 1}}));
    QCOMPARE(settledAfter(" "), (Places{{4, 1}}));
    QCOMPARE(placesOf(search.unsettled()), Places());
}

void TestSearch::longMatchesAreBounded()
{
    constexpr quint64 longest = 64 * 1024;
    QList<Record> records;
    for (int i = 0; i < 100; ++i)
        records << one.received(QByteArray(1999, 'a'));
    const auto recording = make(records);
    QVERIFY(recording);
    Search search(recording, {}, {expression("a+"), {}});
    QCOMPARE(placesOf(searched(search)),
        (Places{
            {0, longest}, {longest, longest}, {2 * longest, longest}, {3 * longest, 199900 - 3 * longest}}));
    Search unfinished(recording, {}, {expression("a+b"), {}});
    QCOMPARE(searched(unfinished).size(), 0u);
    const QByteArray wide = QByteArray(200'000, 'a');
    Search literal(make({one.received(wide), one.received(wide)}), {}, {Pattern::literal(wide + wide), {}});
    QCOMPARE(placesOf(searched(literal)), (Places{{0, 400'000}}));
}

void TestSearch::limitsAreTold()
{
    const auto recording = make({one.received("aaa\nharmless\n"), two.sent("b"),
        two.sent(QByteArray(40, 'a') + '!'), one.received("aaa")});
    QVERIFY(recording);
    Search search(recording, {}, {expression("(a+)+$"), {}});
    std::vector<Match> matches;
    const auto status = search.advance(
        [&](Search::Batch &&batch) {
            matches.insert(matches.end(), batch.matches.begin(), batch.matches.end());
        },
        false);
    QCOMPARE(status, Search::Status::LimitHit);
    QCOMPARE(placesOf(matches), (Places{{0, 3}}));
    QVERIFY(search.limitPlace());
    QCOMPARE(*search.limitPlace(), (Match{ConnectionId(2), EventKind::Sent, 1, 0, EventSeq(2)}));
}

void TestSearch::tooMany()
{
    const auto recording = make({one.received(QByteArray(100, 'a'))});
    QVERIFY(recording);
    Search enough(recording, {}, {Pattern::literal("a"), {}}, 100);
    QCOMPARE(searched(enough).size(), 100u);
    Search more(recording, {}, {Pattern::literal("a"), {}}, 99);
    QCOMPARE(searched(more, Search::Status::TooMany).size(), 99u);
}

void TestSearch::goesOnBehindTooMany_data()
{
    QTest::addColumn<Pattern>("pattern");
    QTest::addColumn<quint64>("most");
    for (const quint64 most : {1, 7, 99, 100'000}) {
        QTest::addRow("bytes, %llu at once", most) << Pattern::literal("ab") << most;
        QTest::addRow("an expression, %llu at once", most) << expression("a+b") << most;
    }
}

/// In windows of any size there are the same matches as in one.
void TestSearch::goesOnBehindTooMany()
{
    QFETCH(Pattern, pattern);
    QFETCH(quint64, most);
    QByteArray large; // of many pieces
    for (int i = 0; i < 300; ++i)
        large += QByteArray(1000, '.') + "ab";
    const auto recording = make({one.received("ab a"), two.sent("xab"), one.received("b ab"), one.sent(large),
        two.sent("ab"), one.received("a")});
    QVERIFY(recording);
    Search whole(recording, {}, {pattern, {}});
    const std::vector<Match> expected = searched(whole);
    QCOMPARE(expected.size(), 305u);
    Search search(recording, {}, {pattern, {}}, most);
    std::vector<Match> matches;
    auto status = Search::Status::TooMany;
    while (status == Search::Status::TooMany) {
        quint64 told = 0;
        search.resume();
        status = search.advance(
            [&](Search::Batch &&batch) {
                told += batch.matches.size();
                matches.insert(matches.end(), batch.matches.begin(), batch.matches.end());
                QVERIFY(batch.bytesDone <= batch.bytesTotal);
            },
            false);
        QVERIFY(told <= most);
        QVERIFY(told == most || status == Search::Status::UpToDate);
    }
    QCOMPARE(status, Search::Status::UpToDate);
    QCOMPARE(matches, expected);
}

void TestSearch::oneLargeEvent()
{
    QByteArray large(64 * 1024 * 1024, '.');
    Places expected;
    for (qsizetype at = 65'000; at + 6 < large.size(); at += 1'000'003) {
        large.replace(at, 6, "needle");
        expected << std::pair(quint64(at), quint64(6));
    }
    const auto recording = make({one.received(large)});
    QVERIFY(recording);
    for (const Pattern &pattern : {Pattern::literal("needle"), expression("n[e]+dle")}) {
        Search search(recording, {}, {pattern, {}});
        quint64 done = 0;
        int batches = 0;
        std::vector<Match> matches;
        const auto status = search.advance(
            [&](Search::Batch &&batch) {
                QVERIFY(batch.bytesDone >= done);
                QCOMPARE(batch.bytesTotal, quint64(large.size()));
                done = batch.bytesDone;
                ++batches;
                matches.insert(matches.end(), batch.matches.begin(), batch.matches.end());
            },
            false);
        QCOMPARE(status, Search::Status::UpToDate);
        QCOMPARE(done, quint64(large.size()));
        QCOMPARE(placesOf(matches), expected);
    }
}

void TestSearch::cancelling()
{
    const auto recording = make({one.received(QByteArray(1'000'000, 'a')), one.received("a")});
    QVERIFY(recording);
    std::atomic_bool cancelled = false;
    // Dense enough for a first batch within the first event.
    Search search(recording, {}, {expression("a"), {}});
    quint64 done = 0;
    const auto status = search.advance(
        [&](Search::Batch &&batch) {
            done = batch.bytesDone;
            cancelled = true;
        },
        cancelled);
    QCOMPARE(status, Search::Status::Cancelled);
    QVERIFY(done < 1'000'000);
}

void TestSearch::besideTheWriter()
{
    const auto writer = Writer::create(m_folder.filePath(u"%1.pcapng"_s.arg(++m_files)));
    QVERIFY(writer);
    constexpr int rounds = 2000;
    std::atomic_bool isWritten = false;
    std::thread thread([&] {
        for (int i = 0; i < rounds; ++i) {
            appendAll(**writer, {one.received("xneed"), two.sent("needlex"), one.received("le")});
            (*writer)->commit();
        }
        isWritten = true;
    });
    Search search((*writer)->recording(), {}, {Pattern::literal("needle"), {}});
    size_t found = 0;
    bool isLast = false;
    while (!isLast) {
        isLast = isWritten;
        found += searched(search).size();
    }
    thread.join();
    QCOMPARE(found, size_t(2 * rounds));
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
