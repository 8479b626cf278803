#include "journal/pattern.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace swb::journal;
using namespace Qt::StringLiterals;

using Places = QList<std::pair<int, int>>;
Q_DECLARE_METATYPE(Places)

namespace {

Pattern expression(const QByteArray &source, Pattern::Case letters = Pattern::Case::Exact)
{
    const auto compiled = Pattern::expression(source, letters);
    return std::holds_alternative<Pattern>(compiled) ? std::get<Pattern>(compiled) : Pattern();
}

/// Begin and length of every match in a subject that is all there is.
Places allIn(const Pattern &pattern, const QByteArray &subject)
{
    Matcher matcher(pattern);
    Places places;
    qsizetype from = 0;
    while (true) {
        const auto answer = matcher.find(subject, from, subject.size(), Matcher::End::Closed);
        if (answer.status != Matcher::Status::Match)
            break;
        places << std::pair(int(answer.begin), int(answer.end - answer.begin));
        from = answer.end;
    }
    return places;
}

} // namespace

class TestPattern : public QObject
{
    Q_OBJECT

private slots:
    void literals_data();
    void literals();
    void literalsLikeASlowSearch();
    void expressions_data();
    void expressions();
    void faultsHaveAPlace_data();
    void faultsHaveAPlace();
    void emptyPatternsMatchNothing();
    void anOpenEndIsPartial();
    void limitsAreTold_data();
    void limitsAreTold();
};

void TestPattern::literals_data()
{
    QTest::addColumn<QByteArray>("needle");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<Places>("places");
    QTest::newRow("one") << "b"_ba << false << "abc"_ba << Places{{1, 1}};
    QTest::newRow("nowhere") << "d"_ba << false << "abc"_ba << Places{};
    QTest::newRow("longer than all") << "abcd"_ba << false << "abc"_ba << Places{};
    QTest::newRow("never overlapping") << "aa"_ba << false << "aaaaa"_ba << Places{{0, 2}, {2, 2}};
    QTest::newRow("NUL bytes") << QByteArray("\0\0", 2) << false << QByteArray("a\0\0\0b\0", 6)
                               << Places{{1, 2}};
    QTest::newRow("0xff") << "\xff"_ba << false << "a\xff\x7f"_ba << Places{{1, 1}};
    QTest::newRow("case matters") << "Host"_ba << false << "host HOST Host"_ba << Places{{10, 4}};
    QTest::newRow("case does not matter")
        << "hOsT"_ba << true << "host HOST Host"_ba << Places{{0, 4}, {5, 4}, {10, 4}};
    // '@' and '`', '[' and '{' differ in the bit that tells the cases apart, and are no letters.
    QTest::newRow("only letters have cases") << "@[{`"_ba << true << "`{[@ @[{`"_ba << Places{{5, 4}};
    QTest::newRow("high bytes have no case") << "\xe4"_ba << true << "\xc4\xe4"_ba << Places{{1, 1}};
    QTest::newRow("at the end of 16") << "yz"_ba << false << "0123456789abcdyz"_ba << Places{{14, 2}};
    QTest::newRow("across 16") << "yz"_ba << false << "0123456789abcdeyz"_ba << Places{{15, 2}};
}

void TestPattern::literals()
{
    QFETCH(QByteArray, needle);
    QFETCH(bool, ignoreCase);
    QFETCH(QByteArray, subject);
    QFETCH(Places, places);
    QCOMPARE(allIn(Pattern::literal(needle, ignoreCase ? Pattern::Case::IgnoreAscii : Pattern::Case::Exact),
                 subject),
        places);
}

void TestPattern::literalsLikeASlowSearch()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        QByteArray subject(random.bounded(100), '\0');
        QByteArray needle(1 + random.bounded(20), '\0');
        for (char &byte : subject)
            byte = "abAB"[random.bounded(4)];
        for (char &byte : needle)
            byte = "abAB"[random.bounded(4)];
        if (round % 2 == 0 && subject.size() > needle.size())
            needle = subject.mid(random.bounded(int(subject.size() - needle.size())), needle.size());
        for (const bool ignoreCase : {false, true}) {
            const QByteArray within = ignoreCase ? subject.toLower() : subject;
            const QByteArray wanted = ignoreCase ? needle.toLower() : needle;
            Places slow;
            for (qsizetype at = 0; (at = within.indexOf(wanted, at)) >= 0; at += wanted.size())
                slow << std::pair(int(at), int(wanted.size()));
            QCOMPARE(allIn(Pattern::literal(
                               needle, ignoreCase ? Pattern::Case::IgnoreAscii : Pattern::Case::Exact),
                         subject),
                slow);
        }
    }
}

void TestPattern::expressions_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("ignoreCase");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<Places>("places");
    QTest::newRow("digits") << "[0-9]+"_ba << false << "a12b345"_ba << Places{{1, 2}, {4, 3}};
    QTest::newRow("a dot is one byte") << "^.$"_ba << false << "\xe4\n\xe4\xbd"_ba << Places{{0, 1}};
    QTest::newRow("a dot is no line end") << ".+"_ba << false << "ab\r\ncd\n"_ba << Places{{0, 2}, {4, 2}};
    QTest::newRow("unless asked") << "(?s).+"_ba << false << "ab\ncd"_ba << Places{{0, 5}};
    QTest::newRow("line ends of any kind")
        << "^\\w+$"_ba << false << "GET\r\nb\nc\rd"_ba << Places{{0, 3}, {5, 1}, {7, 1}, {9, 1}};
    QTest::newRow("bytes by number") << "\\x00\\xff"_ba << false << QByteArray("a\0\xff", 3)
                                     << Places{{1, 2}};
    QTest::newRow("ASCII case") << "host"_ba << true << "HOST Host"_ba << Places{{0, 4}, {5, 4}};
    QTest::newRow("what is empty is no match") << "x*"_ba << false << "axxb"_ba << Places{{1, 2}};
    QTest::newRow("only ever empty") << "^|$|\\b"_ba << false << "a b\nc"_ba << Places{};
    QTest::newRow("look behind") << "(?<=a)b"_ba << false << "bab"_ba << Places{{2, 1}};
    QTest::newRow("\\K") << "foo\\Kbar"_ba << false << "foobar"_ba << Places{{3, 3}};
}

void TestPattern::expressions()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, ignoreCase);
    QFETCH(QByteArray, subject);
    QFETCH(Places, places);
    const Pattern pattern =
        expression(source, ignoreCase ? Pattern::Case::IgnoreAscii : Pattern::Case::Exact);
    QVERIFY(pattern.isExpression());
    QCOMPARE(allIn(pattern, subject), places);
}

void TestPattern::faultsHaveAPlace_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("position");
    QTest::newRow("unclosed group") << "ab(c"_ba << 4;
    QTest::newRow("closes nothing") << "ab)c"_ba << 2;
    QTest::newRow("nothing to repeat") << "a|*b"_ba << 2;
    QTest::newRow("unclosed class") << "a[bc"_ba << 4;
    QTest::newRow("no such property") << "a\\pQ"_ba << 4;
    QTest::newRow("UTF cannot be asked for") << "(*UTF)a"_ba << 6;
    QTest::newRow("too long") << QByteArray(64 * 1024 + 1, 'a') << 64 * 1024;
}

void TestPattern::faultsHaveAPlace()
{
    QFETCH(QByteArray, source);
    const auto compiled = Pattern::expression(source);
    QVERIFY(std::holds_alternative<PatternFault>(compiled));
    QTEST(int(std::get<PatternFault>(compiled).position), "position");
    QVERIFY(!std::get<PatternFault>(compiled).reason.isEmpty());
}

void TestPattern::emptyPatternsMatchNothing()
{
    QCOMPARE(allIn(Pattern(), "abc"_ba), Places());
    QCOMPARE(allIn(Pattern::literal({}), "abc"_ba), Places());
    QCOMPARE(allIn(expression({}), "abc"_ba), Places());
}

void TestPattern::anOpenEndIsPartial()
{
    Matcher matcher(expression("[0-9]+"_ba));
    const auto open = matcher.find("a12"_ba, 0, 3, Matcher::End::Open);
    QCOMPARE(open.status, Matcher::Status::Partial);
    QCOMPARE(open.begin, 1);
    QCOMPARE(matcher.find("a12b"_ba, 0, 4, Matcher::End::Open).status, Matcher::Status::Match);
    QCOMPARE(matcher.find("abc"_ba, 0, 3, Matcher::End::Open).status, Matcher::Status::None);
}

void TestPattern::limitsAreTold_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("hostile");
    QTest::newRow("steps") << "(a+)+$"_ba << QByteArray(40, 'a') + '!';
    QTest::newRow("steps of alternatives") << "(a|aa)+$"_ba << QByteArray(60, 'a') + '!';
    QTest::newRow("memory") << "(?:(a)|b)+c"_ba << QByteArray(1'000'000, 'a');
}

void TestPattern::limitsAreTold()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, hostile);
    const Pattern pattern = expression(source);
    QVERIFY(pattern.isExpression());
    Matcher matcher(pattern);
    const QByteArray subject = "harmless\n" + hostile;
    const auto answer = matcher.find(subject, 0, subject.size(), Matcher::End::Closed);
    QCOMPARE(answer.status, Matcher::Status::LimitHit);
    QCOMPARE(answer.begin, 9);
    // The one that failed spoils nothing for the next.
    QCOMPARE(matcher.find("aa\nac"_ba, 0, 5, Matcher::End::Closed).status, Matcher::Status::Match);
}

QTEST_GUILESS_MAIN(TestPattern)
#include "tst_pattern.moc"
