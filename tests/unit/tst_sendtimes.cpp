#include "kernel/sendtimes.h"
#include "kernelsockets.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace swb::kernel;
using namespace std::chrono_literals;
using kernelsockets::Pair;
using Stage = SendTime::Stage;

class SendTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSendIsQueuedSentAndAcknowledgedInThisOrder()
    {
        Pair pair = Pair::connected();
        QVERIFY(pair.client.send("before")); // is not counted
        QCOMPARE(pair.server.receive(), QByteArray("before"));
        QVERIFY(bool(noteSendTimes(pair.client.get())));
        const auto started = std::chrono::system_clock::now();
        QVERIFY(pair.client.send("Hello Server"));
        QCOMPARE(pair.server.receive(), QByteArray("Hello Server"));
        QVERIFY(pair.client.send("again"));
        QCOMPARE(pair.server.receive(), QByteArray("again"));

        QList<SendTime> times;
        const auto acknowledged = [&](quint32 byte) {
            times += takeSendTimes(pair.client.get());
            return std::any_of(times.begin(), times.end(), [=](const SendTime &time) {
                return time.stage == Stage::Acknowledged && time.lastByte == byte;
            });
        };
        QTRY_VERIFY(acknowledged(16));
        for (const quint32 byte : {11u, 16u}) {
            std::array<swb::Timestamp, 3> at{};
            for (const SendTime &time : times) {
                if (time.lastByte == byte)
                    at[size_t(time.stage)] = time.time;
            }
            QVERIFY(at[0] >= started - 1ms && at[2] <= std::chrono::system_clock::now() + 1ms);
            QVERIFY(at[0] <= at[1] && at[1] <= at[2]);
        }
        QVERIFY(takeSendTimes(pair.client.get()).isEmpty());
    }

    void whatIsNoSendTimeIsNothing()
    {
        QVERIFY(!parseSendTime({}));
        QVERIFY(!parseSendTime(QByteArray(200, '\0')));
        QVERIFY(!parseSendTime(QByteArray(200, '\xff')));
        QVERIFY(!noteSendTimes(-1));
        QVERIFY(takeSendTimes(-1).isEmpty());
    }

    void recordedControlMessagesAreReadWholeOrNotAtAll()
    {
        const QByteArray control = kernelsockets::recorded(QStringLiteral("send-time-acknowledged.bin"));
        const auto whole = parseSendTime(control);
        QVERIFY(whole.has_value());
        QCOMPARE(whole->stage, Stage::Acknowledged);
        QCOMPARE(whole->lastByte, 11u);
        int read = 0;
        for (qsizetype size = 0; size < control.size(); ++size) {
            const auto part = parseSendTime(control.first(size));
            QVERIFY(!part || part == whole); // the last bytes are the alignment
            read += part.has_value();
        }
        QVERIFY(read < 40);
    }

    void asAnOrdinaryUser() { kernelsockets::runAsNobody(); }
};

QTEST_GUILESS_MAIN(SendTimesTest)
#include "tst_sendtimes.moc"
