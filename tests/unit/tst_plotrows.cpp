#include "lens/plotrows.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::lens;
using namespace std::chrono_literals;
using kernel::FactId;
using kernel::Facts;

class tst_PlotRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void calculatesRatesFromCounts();
    void calculatesNoRateOverAMoment();
    void leavesGapsWhereNobodyLooked();
    void takesThinnedSamplesForNoGap();
    void leavesOutWhatIsNotAvailable();
    void leavesOutWhatIsLeftOfAConnection();
    void writesCsv();

private:
    static Facts facts(qint64 received, qint64 sent)
    {
        Facts facts;
        facts.set(FactId::CongestionWindow, 10);
        facts.set(FactId::SendMss, 1448);
        facts.set(FactId::BytesReceived, received);
        facts.set(FactId::BytesSent, sent);
        return facts;
    }
    static bench::ConnectionSample at(std::chrono::milliseconds time, const Facts &facts)
    {
        return {ConnectionId(1), {Timestamp(time), kernel::Source::Kernel, facts}, {}};
    }
};

void tst_PlotRows::calculatesRatesFromCounts()
{
    const auto rows =
        plotRows({at(1000ms, facts(0, 0)), at(1100ms, facts(100, 3000)), at(1300ms, facts(100, 3100))});
    QCOMPARE(rows.size(), 3);
    QVERIFY(!rows[0].value(PlotSeries::ReceiveRate)); // there is nothing before it
    QCOMPARE(qRound64(*rows[1].value(PlotSeries::ReceiveRate)), 1000);
    QCOMPARE(qRound64(*rows[1].value(PlotSeries::SendRate)), 30'000);
    QCOMPARE(qRound64(*rows[2].value(PlotSeries::ReceiveRate)), 0);
    QCOMPARE(qRound64(*rows[2].value(PlotSeries::SendRate)), 500);
    QCOMPARE(rows[0].value(PlotSeries::CongestionWindow), 14'480.);
}

void tst_PlotRows::calculatesNoRateOverAMoment()
{
    const auto rows = plotRows({at(1000ms, facts(0, 0)), at(1100ms, facts(100, 0)),
        at(1101ms, facts(1100, 0)), at(1200ms, facts(1100, 0))});
    QCOMPARE(qRound64(*rows[2].value(PlotSeries::ReceiveRate)), 1000); // as before, not a million
    QCOMPARE(qRound64(*rows[3].value(PlotSeries::ReceiveRate)), 10'000); // and nothing is forgotten
}

void tst_PlotRows::leavesGapsWhereNobodyLooked()
{
    const auto rows = plotRows({at(1000ms, facts(0, 0)), at(1100ms, facts(100, 0)),
        at(61'000ms, facts(9000, 0)), at(61'100ms, facts(9100, 0))});
    QCOMPARE(rows.size(), 4);
    QVERIFY(!rows[1].afterGap);
    QVERIFY(rows[2].afterGap);
    QVERIFY(!rows[2].value(PlotSeries::ReceiveRate));
    QVERIFY(!rows[3].afterGap);
    QCOMPARE(qRound64(*rows[3].value(PlotSeries::ReceiveRate)), 1000);
}

void tst_PlotRows::takesThinnedSamplesForNoGap()
{
    QList<bench::ConnectionSample> samples;
    for (int minute = 0; minute < 5; ++minute)
        samples.append(at(60'000ms * minute, facts(600 * minute, 0)));
    const auto rows = plotRows(samples);
    QVERIFY(std::none_of(rows.begin(), rows.end(), [](const PlotRow &row) { return row.afterGap; }));
    QCOMPARE(qRound64(*rows[4].value(PlotSeries::ReceiveRate)), 10);
}

void tst_PlotRows::leavesOutWhatIsNotAvailable()
{
    Facts some = facts(0, 0);
    some.setUnavailable(FactId::BytesSent);
    some.setUnavailable(FactId::SendMss);
    some.setUnavailable(FactId::UnreadBytes);
    some.set(FactId::UnsentBytes, 0);
    const auto rows = plotRows({at(1000ms, some), at(1100ms, some)});
    QVERIFY(!rows[1].value(PlotSeries::SendRate));
    QVERIFY(!rows[1].value(PlotSeries::CongestionWindow));
    QVERIFY(!rows[1].value(PlotSeries::Unread));
    QVERIFY(!rows[1].value(PlotSeries::PeerWindow));
    QCOMPARE(rows[1].value(PlotSeries::Unsent), 0.);
    QCOMPARE(rows[1].value(PlotSeries::ReceiveRate), 0.);
}

void tst_PlotRows::leavesOutWhatIsLeftOfAConnection()
{
    Facts over;
    over.set(FactId::State, 1);
    QCOMPARE(plotRows({at(1000ms, facts(0, 0)), at(1100ms, over)}).size(), 1);
    QVERIFY(plotRows({}).isEmpty());
}

void tst_PlotRows::writesCsv()
{
    Facts second = facts(100, 0);
    second.set(FactId::Rtt, 340);
    const QByteArray csv = plotCsv(plotRows({at(1000ms, facts(0, 0)), at(1100ms, second)}));
    QCOMPARE(QString::fromLatin1(csv),
        u"time,seconds,receive-rate (bytes/s),send-rate (bytes/s),rtt (us),min-rtt (us),congestion-window "
        u"(bytes),"
        "peer-window (bytes),in-flight (bytes),unread (bytes),unsent (bytes),queued (bytes)\r\n"
        "1970-01-01T00:00:01.000000Z,0.000000,,,,,14480,,,,,\r\n"
        "1970-01-01T00:00:01.100000Z,0.100000,1000,0,340,,14480,,,,,\r\n"_s);
}

QTEST_GUILESS_MAIN(tst_PlotRows)
#include "tst_plotrows.moc"
