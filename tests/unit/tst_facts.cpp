#include "kernel/facts.h"
#include "kernel/tcpstate.h"

#include <QTest>

#include <limits>
#include <set>

using namespace swb::kernel;

class FactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFactHasANameOfItsOwn()
    {
        std::set<QLatin1StringView> names;
        int previous = 0;
        for (const FactId id : allFacts()) {
            QVERIFY(int(id) > previous && int(id) < factIdLimit);
            previous = int(id);
            QVERIFY(!factName(id).isEmpty());
            QVERIFY2(names.insert(factName(id)).second, factName(id).data());
        }
        QVERIFY(factName(FactId(191)).isEmpty());
    }

    void notAvailableIsNeitherZeroNorUnasked()
    {
        Facts facts;
        QVERIFY(facts.isEmpty());
        facts.set(FactId::Rtt, 0);
        facts.setUnavailable(FactId::MinRtt);
        QCOMPARE(facts.value(FactId::Rtt), std::optional<qint64>(0));
        QVERIFY(facts.wasAsked(FactId::MinRtt) && !facts.isGiven(FactId::MinRtt));
        QVERIFY(!facts.value(FactId::MinRtt));
        QVERIFY(!facts.wasAsked(FactId::Rto) && !facts.value(FactId::Rto));
        QCOMPARE(facts.asked(), QList<FactId>({FactId::Rtt, FactId::MinRtt}));
    }

    void valuesStayWithTheirIdsInWhateverOrderTheyCome()
    {
        Facts facts;
        const QList<FactId> ids = allFacts();
        for (qsizetype i = 0; i < ids.size(); ++i)
            facts.set(ids[(i * 37) % ids.size()], int(ids[(i * 37) % ids.size()]) * 1000);
        facts.setUnavailable(FactId::Rtt);
        facts.set(FactId::ReadBytes, 7);
        for (const FactId id : ids) {
            if (id != FactId::Rtt && id != FactId::ReadBytes)
                QCOMPARE(facts.value(id), std::optional<qint64>(int(id) * 1000));
        }
        QVERIFY(!facts.isGiven(FactId::Rtt));
        QCOMPARE(facts.value(FactId::ReadBytes), std::optional<qint64>(7));
    }

    void whatOneMouthDoesNotKnowTheOtherAdds()
    {
        Facts one;
        one.set(FactId::Rtt, 5);
        one.setUnavailable(FactId::Drops);
        Facts other;
        other.setUnavailable(FactId::Rtt);
        other.set(FactId::Drops, 0);
        one.merge(other);
        QCOMPARE(one.value(FactId::Rtt), std::optional<qint64>(5));
        QCOMPARE(one.value(FactId::Drops), std::optional<qint64>(0));
    }

    void bytesComeBackEqual_data()
    {
        QTest::addColumn<Facts>("facts");
        QTest::newRow("none") << Facts();
        Facts one;
        one.set(FactId::State, qint64(TcpState::Established));
        QTest::newRow("one") << one;
        Facts many;
        for (const FactId id : allFacts())
            many.set(
                id, (int(id) % 3 == 0) ? std::nullopt : std::optional<qint64>(qint64(1) << (int(id) % 63)));
        QTest::newRow("all") << many;
        Facts extreme;
        extreme.set(FactId::Rtt, std::numeric_limits<qint64>::max());
        extreme.set(FactId::Rto, std::numeric_limits<qint64>::min());
        extreme.set(FactId::OptionLinger, -1);
        extreme.set(FactId(191), 12); // of a later version
        QTest::newRow("extremes") << extreme;
    }
    void bytesComeBackEqual()
    {
        QFETCH(Facts, facts);
        const QByteArray bytes = facts.toBytes();
        QCOMPARE(Facts::fromBytes(bytes), std::optional(facts));
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!Facts::fromBytes(bytes.first(size)), qPrintable(QString::number(size)));
        QVERIFY(!Facts::fromBytes(bytes + '\0'));
    }

    void damagedBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("an id twice") << QByteArray::fromHex("020808000000");
        QTest::newRow("ids falling") << QByteArray::fromHex("02090800");
        QTest::newRow("an id too large") << QByteArray::fromHex("01c000");
        QTest::newRow("more ids than there are") << QByteArray(400, '\xff');
        QTest::newRow("a number without end") << QByteArray::fromHex("010801ffffffffffffffffffff01");
        QTest::newRow("a number of 65 bits") << QByteArray::fromHex("010801ffffffffffffffffff03");
    }
    void damagedBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!Facts::fromBytes(bytes));
    }

    void everyStateHasALinuxNumberAndAName()
    {
        std::set<TcpState> states;
        for (int number = 1; number <= 12; ++number) {
            const auto state = stateFromLinux(number);
            QVERIFY(state && !stateName(*state).isEmpty());
            states.insert(*state);
        }
        QCOMPARE(states.size(), size_t(11));
        QVERIFY(!stateFromLinux(0) && !stateFromLinux(13) && !stateFromLinux(-1));
    }
};

QTEST_GUILESS_MAIN(FactsTest)
#include "tst_facts.moc"
