#include "models/timetext.h"

#include <QDateTime>
#include <QTest>

using namespace std::chrono_literals;
using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

/// Times as they read, and as they are typed.
class TestTimeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void elapsed_data();
    void elapsed();
    void absolute();
    void typed_data();
    void typed();
    void refused_data();
    void refused();
    void isOnTheRightDay_data();
    void isOnTheRightDay();

private:
    static Timestamp at(const char *utc)
    {
        return Timestamp(std::chrono::milliseconds(
            QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toMSecsSinceEpoch()));
    }
};

void TestTimeText::initTestCase()
{
    qputenv("TZ", "UTC");
}

void TestTimeText::elapsed_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"+0.000 000 s"_s;
    QTest::newRow("below a microsecond") << qint64(999) << u"+0.000 000 s"_s;
    QTest::newRow("microseconds") << qint64(123'000) << u"+0.000 123 s"_s;
    QTest::newRow("milliseconds") << qint64(45'678'900) << u"+0.045 678 s"_s;
    QTest::newRow("minutes") << qint64(61'000'000'000) << u"+61.000 000 s"_s;
    QTest::newRow("an hour") << qint64(3'723'000'123'000) << u"+3 723.000 123 s"_s;
    QTest::newRow("weeks") << qint64(1'234'567'000'000'000) << u"+1 234 567.000 000 s"_s;
    QTest::newRow("back") << qint64(-123'000) << u"−0.000 123 s"_s;
}

void TestTimeText::elapsed()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, text);
    QCOMPARE(TimeText::elapsed(std::chrono::nanoseconds(nanoseconds)), text);
}

void TestTimeText::absolute()
{
    const Timestamp time = at("2026-11-20T18:05:03.042Z") + 7us;
    QCOMPARE(TimeText::timeOfDay(time), u"18:05:03.042007"_s);
    QCOMPARE(TimeText::dateAndTime(time), u"2026-11-20 18:05:03.042007"_s);
}

void TestTimeText::typed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sinceStart");
    QTest::addColumn<qint64>("microseconds");
    QTest::newRow("minutes") << u"18:05"_s << false << qint64(65'100'000'000);
    QTest::newRow("seconds") << u"00:00:03"_s << false << qint64(3'000'000);
    QTest::newRow("one digit of a second") << u"00:00:03.5"_s << false << qint64(3'500'000);
    QTest::newRow("microseconds") << u" 00:00:03.000123 "_s << false << qint64(3'000'123);
    QTest::newRow("since the start") << u"+1.5 s"_s << true << qint64(1'500'000);
    QTest::newRow("without a unit") << u"+2"_s << true << qint64(2'000'000);
    QTest::newRow("milliseconds") << u"+0.25ms"_s << true << qint64(250);
    QTest::newRow("micro sign") << u"+ 123 \u00b5s"_s << true << qint64(123);
    QTest::newRow("Greek mu") << u"+123\u03bcs"_s << true << qint64(123);
    QTest::newRow("us") << u"+123us"_s << true << qint64(123);
}

void TestTimeText::typed()
{
    QFETCH(QString, text);
    QFETCH(bool, sinceStart);
    QFETCH(qint64, microseconds);
    const auto parsed = TypedTime::parse(text);
    QVERIFY(std::holds_alternative<TypedTime>(parsed));
    QCOMPARE(std::get<TypedTime>(parsed), (TypedTime{sinceStart, std::chrono::microseconds(microseconds)}));
}

void TestTimeText::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::newRow("a word") << u"noon"_s << qsizetype(0);
    QTest::newRow("hour 24") << u"24:00"_s << qsizetype(0);
    QTest::newRow("minute 60") << u"12:60"_s << qsizetype(3);
    QTest::newRow("unfinished") << u"12:"_s << qsizetype(3);
    QTest::newRow("only an hour") << u"12"_s << qsizetype(2);
    QTest::newRow("a letter behind it") << u"12:30x"_s << qsizetype(5);
    QTest::newRow("seven digits") << u"12:30:00.1234567"_s << qsizetype(15);
    QTest::newRow("a point and nothing") << u"12:30:00."_s << qsizetype(9);
    QTest::newRow("only a plus") << u"+"_s << qsizetype(1);
    QTest::newRow("a wrong unit") << u"+5 min"_s << qsizetype(3);
    QTest::newRow("far too many digits") << u"+12345678901234567890"_s << qsizetype(10);
}

void TestTimeText::refused()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, position);
    const auto parsed = TypedTime::parse(text);
    QVERIFY(std::holds_alternative<TypedTime::Fault>(parsed));
    QCOMPARE(std::get<TypedTime::Fault>(parsed).position, position);
}

void TestTimeText::isOnTheRightDay_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("meant");
    QTest::newRow("within the first day") << u"23:30"_s << QByteArray("2026-11-20T23:30:00Z");
    QTest::newRow("behind midnight") << u"00:30"_s << QByteArray("2026-11-21T00:30:00Z");
    QTest::newRow("before the log") << u"08:00"_s << QByteArray("2026-11-20T08:00:00Z");
    QTest::newRow("since the start") << u"+60"_s << QByteArray("2026-11-20T23:01:00Z");
}

void TestTimeText::isOnTheRightDay()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, meant);
    const auto parsed = std::get<TypedTime>(TypedTime::parse(typed));
    QCOMPARE(parsed.in(at("2026-11-20T23:00:00Z"), at("2026-11-21T01:00:00Z")).time_since_epoch().count(),
        at(meant.constData()).time_since_epoch().count());
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
