#include "capture/streamorder.h"

#include <QTest>

using namespace swb;
using namespace swb::capture;

namespace {

/// What happens to one direction of a connection. The payload of a segment stands in the file where its
/// sequence number says, so that the output tells which bytes came out.
struct Step
{
    enum class What : quint8
    {
        Data,
        CutData, ///< only its first two bytes were captured
        Fin,
        Acknowledge,
    };
    What what;
    quint32 from; ///< counted from the first byte of the stream
    quint32 until = 0;
};

using What = Step::What;

/// "0-3 gap 2 5-6 end": bytes by their places, gaps by their size, the FIN.
QString told(const StreamOrder::Output &output)
{
    QStringList words;
    for (const OrderedPiece &piece : output) {
        switch (piece.kind) {
        case OrderedPiece::Kind::Bytes:
            words << QStringLiteral("%1-%2")
                         .arg(piece.extent.offset)
                         .arg(piece.extent.offset + piece.extent.size);
            break;
        case OrderedPiece::Kind::Gap:
            words << QStringLiteral("gap %1").arg(piece.missing);
            break;
        case OrderedPiece::Kind::Finished:
            words << QStringLiteral("end");
            break;
        }
    }
    return words.join(u' ');
}

} // namespace

class TestStreamOrder : public QObject
{
    Q_OBJECT

private slots:
    void piecesComeOutInOrder_data();
    void piecesComeOutInOrder();
    void firstSegmentIsTheBeginning();
    void tooMuchThatWaitsIsAGap();
    void everyPieceKeepsItsTime();
};

void TestStreamOrder::piecesComeOutInOrder_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QList<Step> &steps, const char *expected) {
        QTest::newRow(name) << steps << QString::fromLatin1(expected);
    };
    row("in order", {{What::Data, 0, 3}, {What::Data, 3, 5}, {What::Fin, 5}}, "0-3 3-5 end");
    row("swapped", {{What::Data, 3, 5}, {What::Data, 0, 3}}, "0-3 3-5");
    row("three backwards", {{What::Data, 4, 6}, {What::Data, 2, 4}, {What::Data, 0, 2}}, "0-2 2-4 4-6");
    row("sent again", {{What::Data, 0, 3}, {What::Data, 0, 3}, {What::Data, 3, 4}}, "0-3 3-4");
    row("sent again with more", {{What::Data, 0, 3}, {What::Data, 0, 5}}, "0-3 3-5");
    row("sent again while it waits", {{What::Data, 2, 4}, {What::Data, 2, 4}, {What::Data, 0, 2}}, "0-2 2-4");
    row("around what waits", {{What::Data, 3, 4}, {What::Data, 1, 6}, {What::Data, 0, 1}}, "0-1 1-3 3-4 4-6");
    row("across two that wait", {{What::Data, 2, 4}, {What::Data, 6, 8}, {What::Data, 0, 9}},
        "0-2 2-4 4-6 6-8 8-9");
    row("keepalive probe", {{What::Data, 0, 3}, {What::Data, 2, 3}, {What::Data, 3, 4}}, "0-3 3-4");
    row("missing, acknowledged behind", {{What::Data, 0, 1}, {What::Data, 4, 6}, {What::Acknowledge, 6}},
        "0-1 gap 3 4-6");
    row("missing, acknowledged before", {{What::Data, 0, 1}, {What::Acknowledge, 4}, {What::Data, 4, 6}},
        "0-1 gap 3 4-6");
    row("missing, not acknowledged", {{What::Data, 0, 1}, {What::Data, 4, 6}, {What::Acknowledge, 1}},
        "0-1 gap 3 4-6");
    row("late, but in time", {{What::Data, 4, 6}, {What::Acknowledge, 0}, {What::Data, 0, 4}}, "0-4 4-6");
    row("too late", {{What::Data, 4, 6}, {What::Acknowledge, 6}, {What::Data, 0, 4}}, "gap 4 4-6");
    row("missing at the end", {{What::Data, 0, 1}, {What::Acknowledge, 8}}, "0-1 gap 7");
    row("a FIN that was not captured", {{What::Data, 0, 1}, {What::Acknowledge, 2}}, "0-1");
    row("a wrong acknowledgement overruled",
        {{What::Data, 0, 1}, {What::Acknowledge, 99999}, {What::Acknowledge, 1}}, "0-1");
    row("FIN before the last data", {{What::Fin, 4}, {What::Data, 0, 4}}, "0-4 end");
    row("FIN twice", {{What::Data, 0, 4}, {What::Fin, 4}, {What::Fin, 4}}, "0-4 end");
    row("FIN behind a gap, acknowledged", {{What::Data, 0, 2}, {What::Fin, 4}, {What::Acknowledge, 5}},
        "0-2 gap 2 end");
    row("FIN behind a gap, not acknowledged", {{What::Data, 0, 2}, {What::Fin, 4}}, "0-2 gap 2 end");
    row("data behind the FIN", {{What::Fin, 2}, {What::Data, 0, 4}, {What::Data, 4, 6}}, "0-2 end");
    row("cut packet", {{What::CutData, 0, 5}, {What::Data, 5, 6}}, "0-2 gap 3 5-6");
    row("cut packet that waited", {{What::CutData, 2, 9}, {What::Data, 0, 2}, {What::Data, 9, 10}},
        "0-2 2-4 gap 5 9-10");
    row("cut packet sent again", {{What::CutData, 0, 5}, {What::Data, 0, 6}}, "0-2 gap 3 5-6");
}

void TestStreamOrder::piecesComeOutInOrder()
{
    QFETCH(QList<Step>, steps);
    QFETCH(QString, expected);
    for (const quint32 start : {0u, 1000u, 0x7fff'fffdu, 0xffff'fffdu, 0xffff'ffffu}) {
        StreamOrder order;
        StreamOrder::Output output;
        order.start(start);
        for (const Step &step : steps) {
            const quint32 sequence = start + step.from;
            const quint32 size = step.until - step.from;
            switch (step.what) {
            case What::Data:
                order.add(sequence, {step.from, size, size}, {}, output);
                break;
            case What::CutData:
                order.add(sequence, {step.from, 2, size}, {}, output);
                break;
            case What::Fin:
                order.finish(sequence, {}, output);
                break;
            case What::Acknowledge:
                order.acknowledge(sequence, output);
                break;
            }
        }
        order.flush({}, output);
        QCOMPARE(told(output), expected);
    }
}

void TestStreamOrder::firstSegmentIsTheBeginning()
{
    StreamOrder order;
    QVERIFY(!order.isStarted());
    StreamOrder::Output output;
    order.acknowledge(5, output); // says nothing yet
    order.start(0xffff'fff0);
    QVERIFY(order.isStarted());
    order.add(0xffff'fff0, {0, 32, 32}, {}, output);
    order.add(16, {32, 4, 4}, {}, output);
    QCOMPARE(told(output), QStringLiteral("0-32 32-36"));
    QVERIFY(order.isBeyond(21));
    QVERIFY(!order.isBeyond(20));
}

void TestStreamOrder::tooMuchThatWaitsIsAGap()
{
    StreamOrder order;
    StreamOrder::Output output;
    order.start(0);
    constexpr quint32 count = 10'000;
    for (quint32 at = 1; at < count; ++at)
        order.add(at * 2, {at * 2, 1, 1}, {}, output); // every second byte is missing
    QVERIFY(!output.empty());
    QCOMPARE(output.front().kind, OrderedPiece::Kind::Gap);
    QCOMPARE(output.front().missing, 2u);
    order.flush({}, output);
    QCOMPARE(output.size(), size_t(2 * (count - 1)));
}

void TestStreamOrder::everyPieceKeepsItsTime()
{
    const auto at = [](int seconds) { return Timestamp(std::chrono::seconds(seconds)); };
    StreamOrder order;
    StreamOrder::Output output;
    order.start(0);
    order.finish(4, at(3), output);
    order.add(2, {2, 2, 2}, at(1), output);
    order.add(0, {0, 2, 2}, at(2), output);
    QCOMPARE(told(output), QStringLiteral("0-2 2-4 end"));
    QCOMPARE(output[0].time, at(2));
    QCOMPARE(output[1].time, at(1));
    QCOMPARE(output[2].time, at(3));
    QVERIFY(order.isFinished());
}

QTEST_APPLESS_MAIN(TestStreamOrder)

#include "tst_streamorder.moc"
