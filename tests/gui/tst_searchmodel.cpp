#include "models/logmodel.h"
#include "models/rowmatches.h"
#include "models/searchmodel.h"
#include "recordedtalk.h"

#include <QSignalSpy>
#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

using Mode = lens::Query::Mode;
using State = SearchModel::State;

namespace {

journal::Criteria receivedOnly()
{
    journal::Criteria criteria;
    criteria.direction = journal::Criteria::Direction::Received;
    return criteria;
}

codec::Encoding encoding(const char *name)
{
    return codec::Encoding::find(QString::fromLatin1(name)).value();
}

} // namespace

/// A log of a talk, and a search in it.
class TestSearchModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void countsAndGoesRound();
    void backwardsAndFromAChosenRow();
    void growsWithTheLog();
    void theEndMayChange();
    void everyConnectionInItsEncoding();
    void anEncodingIsChosenAnew();
    void onlyTheLogThatIsShown();
    void onlyTheRowsThatAreShown();
    void anotherQueryUnderAFilter();
    void growsUnderAFilter();
    void rowsAndMatchesComeInTheMiddle();
    void faults_data();
    void faults();
    void anExpressionThatExplodes();
    void marksOfAMillionMatches();
    void stepsBeyondWhatIsHeld_data();
    void stepsBeyondWhatIsHeld();
    void stepsFromAPlaceBeyondWhatIsHeld();
    void anotherFilterKeepsTheMatch();
    void placesInRows();

private:
    void show(const journal::RowFilter &filter = {})
    {
        m_log->setSource(m_talk->recording(), filter);
        m_search->setLog(m_log.get());
    }
    void grow()
    {
        m_talk->recording(); // commits
        m_log->refresh();
    }
    void look(const QString &text, Mode mode = Mode::Text, bool ignoreCase = false)
    {
        m_search->setQuery({text, mode, ignoreCase});
        QTRY_VERIFY(m_search->state() != State::Searching);
    }
    void await(void (SearchModel::*step)())
    {
        QSignalSpy found(m_search.get(), &SearchModel::currentChanged);
        (m_search.get()->*step)();
        QTRY_COMPARE(found.size(), 1);
    }
    quint32 currentRow() const { return m_search->current() ? m_search->current()->first.value : 999; }

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LogModel> m_log;
    std::unique_ptr<SearchModel> m_search;
};

void TestSearchModel::init()
{
    m_talk = std::make_unique<RecordedTalk>();
    m_log = std::make_unique<LogModel>();
    m_search = std::make_unique<SearchModel>();
}

void TestSearchModel::cleanup()
{
    m_search.reset();
    m_log.reset();
    m_talk.reset();
}

void TestSearchModel::countsAndGoesRound()
{
    m_talk->open(1, 50001);
    m_talk->received(1, "needle needle");
    m_talk->sent(1, "hay");
    m_talk->received(1, "needle");
    show();
    look(u"needle"_s);
    QCOMPARE(m_search->state(), State::Done);
    QCOMPARE(m_search->count(), 3);
    QCOMPARE(m_search->currentNumber(), 0);
    QSignalSpy wrapped(m_search.get(), &SearchModel::wrapped);
    QList<std::pair<qsizetype, quint32>> steps;
    for (int i = 0; i < 4; ++i) {
        m_search->next();
        steps << std::pair(m_search->currentNumber(), currentRow());
    }
    QCOMPARE(steps, (QList<std::pair<qsizetype, quint32>>{{1, 1}, {2, 1}, {3, 3}, {1, 1}}));
    QCOMPARE(wrapped.size(), 1);
    QCOMPARE(wrapped[0][0].toBool(), true);
    look(u"NEEDLE"_s);
    QCOMPARE(m_search->count(), 0);
    m_search->next();
    QVERIFY(!m_search->current());
    look(u"NEEDLE"_s, Mode::Text, true);
    QCOMPARE(m_search->count(), 3);
    look({});
    QCOMPARE(m_search->state(), State::Idle);
    QCOMPARE(m_search->count(), 0);
}

void TestSearchModel::backwardsAndFromAChosenRow()
{
    for (int i = 0; i < 6; ++i)
        m_talk->received(1, "x");
    show();
    look(u"x"_s);
    QSignalSpy wrapped(m_search.get(), &SearchModel::wrapped);
    m_search->setPosition(EventSeq(4));
    m_search->next();
    QCOMPARE(currentRow(), 4u); // the row that was chosen holds one itself
    m_search->setPosition(EventSeq(2));
    QVERIFY(!m_search->current());
    m_search->previous();
    QCOMPARE(currentRow(), 1u);
    m_search->previous();
    QCOMPARE(currentRow(), 0u);
    QCOMPARE(wrapped.size(), 0);
    m_search->previous();
    QCOMPARE(currentRow(), 5u);
    QCOMPARE(wrapped.size(), 1);
    QCOMPARE(wrapped[0][0].toBool(), false);
}

void TestSearchModel::growsWithTheLog()
{
    m_talk->received(1, "nee");
    show();
    look(u"needle"_s);
    QCOMPARE(m_search->count(), 0);
    m_talk->sent(1, "between");
    m_talk->received(1, "dle");
    grow();
    QTRY_COMPARE(m_search->count(), 1);
    m_search->next();
    QCOMPARE(currentRow(), 0u);
    m_talk->received(1, "needle");
    grow();
    QTRY_COMPARE(m_search->count(), 2);
    QCOMPARE(m_search->currentNumber(), 1);
}

void TestSearchModel::theEndMayChange()
{
    m_talk->received(1, "id=1");
    show();
    look(u"id=\\d+"_s, Mode::Expression);
    const auto length = [this] {
        return m_search->matchesIn(ConnectionId(1), EventKind::Received, 0, 99).at(0).length;
    };
    QCOMPARE(m_search->count(), 1);
    QCOMPARE(length(), 4u);
    m_talk->received(1, "23 id=4;");
    grow();
    QTRY_COMPARE(m_search->count(), 2);
    QCOMPARE(length(), 6u);
}

void TestSearchModel::everyConnectionInItsEncoding()
{
    m_log->setEncoding(ConnectionId(2), encoding("GBK"));
    m_talk->received(1, "\xe4\xbd\xa0");
    m_talk->received(2, "\xc4\xe3");
    m_talk->received(2, "\xe4\xbd\xa0");
    show();
    look(u"你"_s);
    QCOMPARE(m_search->count(), 2);
    look(u"你+|x"_s, Mode::Expression);
    QCOMPARE(m_search->count(), 2);
    // A connection that comes later, and whose encoding is known only now.
    m_log->setEncoding(ConnectionId(3), encoding("GBK"));
    m_talk->received(3, "\xc4\xe3");
    grow();
    QTRY_COMPARE(m_search->count(), 3);
}

void TestSearchModel::anEncodingIsChosenAnew()
{
    m_talk->received(1, "\xc4\xe3");
    show();
    look(u"你"_s);
    QCOMPARE(m_search->count(), 0);
    m_log->setEncoding(ConnectionId(1), encoding("GBK"));
    QTRY_COMPARE(m_search->count(), 1);
}

void TestSearchModel::onlyTheLogThatIsShown()
{
    m_talk->received(1, "needle");
    m_talk->received(2, "needle");
    show();
    look(u"needle"_s);
    QCOMPARE(m_search->count(), 2);
    show({{}, ConnectionId(2)}); // the same log, another connection
    QTRY_COMPARE(m_search->count(), 1);
    m_search->setLog(nullptr);
    QCOMPARE(m_search->state(), State::Idle);
    QCOMPARE(m_search->count(), 0);
}

void TestSearchModel::onlyTheRowsThatAreShown()
{
    m_talk->received(1, "needle");
    m_talk->sent(1, "needle");
    m_talk->received(1, "needle");
    show();
    journal::Criteria criteria;
    criteria.direction = journal::Criteria::Direction::Sent;
    m_log->setCriteria(criteria);
    QTRY_COMPARE(m_log->rowCount(), 1);
    look(u"needle"_s);
    QTRY_COMPARE(m_search->count(), 1);
    m_search->next();
    QCOMPARE(currentRow(), 1u);
    m_search->next();
    QCOMPARE(currentRow(), 1u);
    // Nor do streams show others: what stands out is what one can step to.
    for (const EventKind direction : {EventKind::Received, EventKind::Sent}) {
        const bool isShown = direction == EventKind::Sent;
        QCOMPARE(m_search->matchesIn(ConnectionId(1), direction, 0, 99).size(), isShown ? 1u : 0u);
        QCOMPARE(m_search->hasMatchIn(ConnectionId(1), direction, 0, 99), isShown);
        QVERIFY(!m_search->hasMatchIn(ConnectionId(1), direction, 1, 99));
        QVERIFY(!m_search->hasMatchIn(ConnectionId(2), direction, 0, 99));
    }
}

void TestSearchModel::anotherQueryUnderAFilter()
{
    for (int i = 0; i < 4; ++i) {
        m_talk->received(1, "hay needle");
        m_talk->sent(1, "needle");
    }
    show();
    m_log->setCriteria(receivedOnly());
    QTRY_COMPARE(m_log->rowCount(), 4);
    look(u"needle"_s);
    QCOMPARE(m_search->count(), 4);
    m_search->setQuery({u"hay"_s, Mode::Text, false});
    QCOMPARE(m_search->count(), 0); // none of the old ones
    m_search->setPosition(EventSeq(2));
    m_search->next();
    QTRY_COMPARE(m_search->count(), 4);
    QCOMPARE(currentRow(), 2u);
    QCOMPARE(m_search->currentNumber(), 2);
}

void TestSearchModel::growsUnderAFilter()
{
    m_talk->sent(1, "needle");
    m_talk->received(1, "needle needle");
    show();
    m_log->setCriteria(receivedOnly());
    QTRY_COMPARE(m_log->rowCount(), 1);
    look(u"needle"_s);
    QCOMPARE(m_search->count(), 2);
    for (int i = 2; i < 6; ++i) {
        m_talk->sent(1, "needle");
        m_talk->received(1, "needle");
        grow();
        QTRY_COMPARE(m_search->count(), i + 1);
    }
    m_search->previous();
    QCOMPARE(m_search->currentNumber(), 6);
    QCOMPARE(currentRow(), 9u);
}

void TestSearchModel::rowsAndMatchesComeInTheMiddle()
{
    m_talk->received(1, "nee");
    m_talk->received(2, "ab needle");
    m_talk->received(3, "id=1 needle");
    m_talk->received(4, "ab needle");
    show();
    journal::Criteria criteria;
    criteria.patterns.usual = std::get<journal::Pattern>(journal::Pattern::expression("ab(?!c)|dle"));
    m_log->setCriteria(criteria);
    QTRY_COMPARE(m_log->rowCount(), 3);
    look(u"needle|id=\\d+"_s, Mode::Expression);
    QCOMPARE(m_search->count(), 4); // rows 1, 2 and 3; row 2 has two
    m_talk->received(1, "dle");
    m_talk->received(3, "23");
    grow();
    QTRY_COMPARE(m_log->rowCount(), 4);
    QTRY_COMPARE(m_search->state(), State::Done);
    QCOMPARE(m_search->count(), 4); // row 0 is not shown, row 4 is, where no match begins
    m_search->setPosition(EventSeq(0));
    QList<quint32> rows;
    for (int i = 0; i < 4; ++i) {
        m_search->next();
        rows << currentRow();
    }
    QCOMPARE(rows, (QList<quint32>{1, 2, 2, 3}));
}

void TestSearchModel::faults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<int>("position");
    QTest::newRow("half a byte") << u"0d 0"_s << Mode::Hex << 3;
    QTest::newRow("no hex digit") << u"0d x"_s << Mode::Hex << 3;
    QTest::newRow("unclosed group") << u"你(a"_s << Mode::Expression << 3;
    QTest::newRow("a character in a class") << u"a[你]"_s << Mode::Expression << 2;
    QTest::newRow("a character that is not in Latin 1") << u"a你"_s << Mode::Text << 1;
}

void TestSearchModel::faults()
{
    QFETCH(QString, text);
    QFETCH(Mode, mode);
    m_log->setDefaultEncoding(encoding(mode == Mode::Text ? "ISO-8859-1" : "UTF-8"));
    m_talk->received(1, "x");
    show();
    look(text, mode);
    QCOMPARE(m_search->state(), State::Idle);
    QVERIFY(m_search->fault());
    QTEST(static_cast<int>(m_search->fault()->position), "position");
    QVERIFY(!m_search->fault()->sentence.isEmpty());
    look(u"x"_s);
    QVERIFY(!m_search->fault());
    QCOMPARE(m_search->count(), 1);
}

void TestSearchModel::anExpressionThatExplodes()
{
    m_talk->received(1, "aa\n");
    m_talk->sent(7, QByteArray(40, 'a') + '!');
    show();
    look(u"(a+)+$"_s, Mode::Expression);
    QCOMPARE(m_search->state(), State::Failed);
    QCOMPARE(m_search->count(), 1);
    QVERIFY2(m_search->failure().contains(u"#7"_s), qPrintable(m_search->failure()));
}

void TestSearchModel::marksOfAMillionMatches()
{
    m_talk->received(1, "begin");
    for (int i = 0; i < 100; ++i)
        m_talk->received(1, QByteArray(20'000, i < 50 ? '.' : 'x'));
    show();
    m_search->setQuery({u"x"_s, Mode::Text, false});
    QTRY_COMPARE_WITH_TIMEOUT(m_search->count(), 1'000'000, 30'000);
    QTRY_COMPARE(m_search->state(), State::Done);
    QVERIFY(!m_search->hasMore());
    QVERIFY(!m_search->hasMatchIn(0, 0.4));
    QVERIFY(m_search->hasMatchIn(0.6, 0.61));
    m_talk->received(1, "x");
    grow();
    QTRY_VERIFY(m_search->hasMore());
    QCOMPARE(m_search->count(), 1'000'000);
    QTRY_COMPARE(m_search->state(), State::Done);
    QSignalSpy changed(m_search.get(), &SearchModel::changed);
    m_talk->received(1, "x");
    grow();
    QVERIFY(!changed.wait(100)); // nothing is looked for any more
}

void TestSearchModel::stepsBeyondWhatIsHeld_data()
{
    QTest::addColumn<int>("held");
    QTest::addColumn<bool>("filtered");
    for (const int held : {9, 35, 100}) {
        QTest::addRow("%d at once", held) << held << false;
        QTest::addRow("%d at once, half of them shown", held) << held << true;
    }
}

/// Through all matches and around, forwards and back again: none is left out, however few are held.
void TestSearchModel::stepsBeyondWhatIsHeld()
{
    QFETCH(int, held);
    QFETCH(bool, filtered);
    m_search = std::make_unique<SearchModel>(nullptr, quint64(held));
    for (int i = 0; i < 35; ++i) {
        m_talk->received(1, "x");
        m_talk->sent(1, i < 9 ? "x" : "hay");
    }
    show();
    if (filtered)
        m_log->setCriteria(receivedOnly());
    QList<quint32> rows;
    for (quint32 i = 0; i < 70; ++i) {
        if (i % 2 == 0 || (!filtered && i < 18))
            rows << i;
    }
    look(u"x"_s);
    QSignalSpy wrapped(m_search.get(), &SearchModel::wrapped);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        await(&SearchModel::next);
        QCOMPARE(currentRow(), rows[i]);
        QCOMPARE(m_search->currentNumber(), i + 1);
        QVERIFY(m_search->hasMore() || m_search->count() == rows.size());
    }
    QCOMPARE(wrapped.size(), 0);
    await(&SearchModel::next);
    QCOMPARE(currentRow(), rows.first());
    QCOMPARE(wrapped.size(), 1);
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        await(&SearchModel::previous);
        QCOMPARE(currentRow(), rows[i]);
        QCOMPARE(m_search->currentNumber(), i + 1);
    }
    QCOMPARE(wrapped.size(), 2);
    m_log->setCriteria({});
    look(u"hay"_s);
    m_log->setCriteria(receivedOnly());
    m_search->next(); // all of them are hidden
    m_search->previous();
    QTRY_VERIFY(m_search->state() == State::Done && !m_search->hasMore());
    QVERIFY(!m_search->current());
}

void TestSearchModel::stepsFromAPlaceBeyondWhatIsHeld()
{
    m_search = std::make_unique<SearchModel>(nullptr, 10);
    for (int i = 0; i < 35; ++i)
        m_talk->received(1, "x");
    show();
    look(u"x"_s);
    m_search->setPosition(EventSeq(31));
    await(&SearchModel::next);
    QCOMPARE(currentRow(), 31u);
    QCOMPARE(m_search->currentNumber(), 32);
    QVERIFY(m_search->hasMatchIn(0, 0.1)); // also those that are not held any more
    m_search->setPosition(EventSeq(4));
    await(&SearchModel::next);
    QCOMPARE(currentRow(), 4u);
    for (const quint32 place : {33u, 20u, 3u, 34u, 10u}) {
        m_search->setPosition(EventSeq(place));
        await(&SearchModel::previous);
        QCOMPARE(currentRow(), place - 1);
        QCOMPARE(m_search->currentNumber(), qsizetype(place));
    }
    m_search->setPosition(EventSeq(0));
    await(&SearchModel::previous);
    QCOMPARE(currentRow(), 34u);
    m_search->setPosition(EventSeq(0));
    m_search->previous(); // and, before that is found, the other way
    await(&SearchModel::next);
    QCOMPARE(currentRow(), 0u);
}

void TestSearchModel::anotherFilterKeepsTheMatch()
{
    for (int i = 0; i < 4; ++i) {
        m_talk->received(1, "needle");
        m_talk->sent(1, "needle");
    }
    show();
    look(u"needle"_s);
    m_search->setPosition(EventSeq(4));
    m_search->next();
    QCOMPARE(m_search->currentNumber(), 5);
    m_log->setCriteria(receivedOnly());
    QTRY_COMPARE(m_search->count(), 4);
    QCOMPARE(m_search->state(), State::Done);
    QCOMPARE(m_search->currentNumber(), 3);
    m_log->setCriteria({});
    QCOMPARE(m_search->currentNumber(), 5);
}

void TestSearchModel::placesInRows()
{
    m_talk->received(1, "a\r\nnee");
    m_talk->received(1, "dle b needle");
    m_talk->received(1, "\xe4\xbd\xa0\xe4");
    show();
    RowMatches places(m_search.get());
    look(u"needle"_s);
    m_search->next();
    QCOMPARE(places.of(*m_log, m_log->row(0)), (QList<RowMatch>{{3, 3, true}}));
    QCOMPARE(places.of(*m_log, m_log->row(1)), (QList<RowMatch>{{0, 3, true}, {6, 6, false}}));
    QCOMPARE(places.of(*m_log, m_log->row(2)), QList<RowMatch>());
    look(u"a0 e4"_s, Mode::Hex); // half of a character, and a character that is not whole
    QCOMPARE(m_log->row(2).text.text, u"你\\xe4"_s);
    QCOMPARE(places.of(*m_log, m_log->row(2)), (QList<RowMatch>{{0, 5, false}}));
}

QTEST_MAIN(TestSearchModel)
#include "tst_searchmodel.moc"
