#include "kernel/tcpinfo.h"
#include "kernel/tcpstate.h"
#include "kernelsockets.h"

#include <QTest>

using namespace swb::kernel;
using namespace Qt::StringLiterals;

class TcpInfoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordedConnectionSaysWhatItDid()
    {
        const QByteArray bytes = kernelsockets::recorded(u"tcpinfo-established.bin"_s);
        QCOMPARE(bytes.size(), 280);
        Facts facts = parseTcpInfo(bytes);
        QCOMPARE(facts.value(FactId::State), qint64(TcpState::Established));
        QCOMPARE(facts.value(FactId::BytesSent), 12);
        QCOMPARE(facts.value(FactId::AckedSequence), 13); // our SYN
        QCOMPARE(facts.value(FactId::BytesReceived), 5);
        QCOMPARE(facts.value(FactId::UnsentBytes), 0);
        QCOMPARE(facts.value(FactId::SackAgreed), 1);
        QCOMPARE(facts.value(FactId::PathMtu), 65535);
        QVERIFY(facts.value(FactId::Rtt).value_or(0) > 0);
        QVERIFY(facts.value(FactId::Rto).value_or(0) >= 200'000);
        QVERIFY(facts.wasAsked(FactId::SlowStartThreshold) && !facts.isGiven(FactId::SlowStartThreshold));
        QVERIFY(facts.wasAsked(FactId::BytesAcked) && !facts.isGiven(FactId::BytesAcked));
        addSendQueue(facts, 0, 0);
        QCOMPARE(facts.value(FactId::BytesAcked), 12);
    }

    void aFinIsNoByte()
    {
        const Facts left = parseTcpInfo(kernelsockets::recorded(u"tcpinfo-close-wait.bin"_s));
        QCOMPARE(left.value(FactId::State), qint64(TcpState::CloseWait));
        QCOMPARE(left.value(FactId::ReceivedSequence), 13);
        QCOMPARE(left.value(FactId::BytesReceived), 12);
        Facts leaver = parseTcpInfo(kernelsockets::recorded(u"tcpinfo-fin-wait-2.bin"_s));
        QCOMPARE(leaver.value(FactId::State), qint64(TcpState::FinWait2));
        QCOMPARE(leaver.value(FactId::AckedSequence), 14); // SYN and FIN
        addSendQueue(leaver, 0, 0);
        QCOMPARE(leaver.value(FactId::BytesAcked), 12);
    }

    void ofAListenerOnlyItsQueueIsTold()
    {
        const QByteArray bytes = kernelsockets::recorded(u"tcpinfo-listener.bin"_s);
        const Facts facts = parseTcpInfo(bytes);
        QCOMPARE(
            facts.asked(), QList<FactId>({FactId::State, FactId::AcceptQueue, FactId::AcceptQueueLimit}));
        QCOMPARE(facts.value(FactId::State), qint64(TcpState::Listen));
        QCOMPARE(facts.value(FactId::AcceptQueue), 4);
        QCOMPARE(facts.value(FactId::AcceptQueueLimit), 3);
        QCOMPARE(parseTcpInfo(bytes.first(28)).value(FactId::AcceptQueue), 4);
        QVERIFY(!parseTcpInfo(bytes.first(28)).isGiven(FactId::AcceptQueueLimit));
    }

    void aShorterAnswerLeavesOutAndInventsNothing()
    {
        const QByteArray bytes = kernelsockets::recorded(u"tcpinfo-established.bin"_s);
        const Facts whole = parseTcpInfo(bytes);
        qsizetype given = 0;
        for (qsizetype size = 0; size <= bytes.size(); ++size) {
            const Facts part = parseTcpInfo(QByteArrayView(bytes).first(size));
            QCOMPARE(part.asked(), whole.asked());
            qsizetype now = 0;
            for (const FactId id : part.asked()) {
                now += part.isGiven(id);
                // These are taken back once the kernel is new enough to say that there was none.
                const bool retracted = id == FactId::LastDataSent || id == FactId::LastDataReceived;
                if (part.isGiven(id) && !retracted)
                    QCOMPARE(part.value(id), whole.value(id));
            }
            QVERIFY(now >= given);
            given = now;
        }
        QVERIFY(!parseTcpInfo({}).isGiven(FactId::State));
        QCOMPARE(parseTcpInfo(bytes + QByteArray(200, '\x55')), whole); // a later kernel
    }

    void anUnknownStateIsNotGuessed()
    {
        QByteArray bytes = kernelsockets::recorded(u"tcpinfo-established.bin"_s);
        bytes[0] = 99;
        const Facts facts = parseTcpInfo(bytes);
        QVERIFY(!facts.isGiven(FactId::State));
        QVERIFY(!facts.isGiven(FactId::BytesReceived));
        QVERIFY(facts.isGiven(FactId::Rtt));
    }

    void theSendQueueIsPayload_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("outQueue");
        QTest::addColumn<int>("unsent");
        QTest::addColumn<int>("expectedOut");
        QTest::addColumn<int>("expectedUnsent");
        QTest::newRow("open") << 1 << 100 << 60 << 100 << 60;
        QTest::newRow("FIN not sent") << 4 << 101 << 61 << 100 << 60;
        QTest::newRow("FIN sent") << 4 << 101 << 0 << 100 << 0;
        QTest::newRow("only the FIN") << 9 << 1 << 0 << 0 << 0;
        QTest::newRow("simultaneous close") << 11 << 1 << 0 << 0 << 0;
        QTest::newRow("SYN sent") << 2 << 1 << 0 << 0 << 0;
        QTest::newRow("over, nothing left") << 7 << 0 << 0 << 0 << 0;
    }
    void theSendQueueIsPayload()
    {
        QFETCH(int, state);
        QFETCH(int, outQueue);
        QFETCH(int, unsent);
        Facts facts;
        facts.set(FactId::State, qint64(*stateFromLinux(state)));
        addSendQueue(facts, outQueue, unsent);
        QTEST(int(facts.value(FactId::OutQueueBytes).value_or(-1)), "expectedOut");
        QTEST(int(facts.value(FactId::UnsentBytes).value_or(-1)), "expectedUnsent");
        QCOMPARE(facts.value(FactId::UnackedBytes),
            *facts.value(FactId::OutQueueBytes) - *facts.value(FactId::UnsentBytes));
    }

    void whatDoesNotBelongTogetherGivesNoSum()
    {
        Facts facts = parseTcpInfo(kernelsockets::recorded(u"tcpinfo-established.bin"_s));
        addSendQueue(facts, 100, 0); // 12 were sent
        QVERIFY(!facts.isGiven(FactId::BytesAcked));
        addSendQueue(facts, 5, 7);
        QVERIFY(!facts.isGiven(FactId::UnackedBytes));
        addSendQueue(facts, std::nullopt, std::nullopt);
        QVERIFY(!facts.isGiven(FactId::OutQueueBytes) && facts.wasAsked(FactId::OutQueueBytes));
    }
};

QTEST_GUILESS_MAIN(TcpInfoTest)
#include "tst_tcpinfo.moc"
