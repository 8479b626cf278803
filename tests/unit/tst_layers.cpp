#include "layerpackets.h"

#include <QRandomGenerator>
#include <QTest>

using namespace swb;
using namespace swb::lens;
using namespace swb::lens::fixture;

class TestLayers : public QObject
{
    Q_OBJECT

private slots:
    void checksums_data();
    void checksums();
    void everyBitIsInOneField_data();
    void everyBitIsInOneField();
    void whatIsCutStaysReadable();
    void howFarItIsRead_data();
    void howFarItIsRead();
    void damagedHeadersAreBounded();
    void optionsOfASyn();
    void firstFragmentHasAHeader();
};

void TestLayers::checksums_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<quint32>("wireSize");
    QTest::addColumn<Check>("network");
    QTest::addColumn<Check>("transport");
    const auto row = [](const char *name, const QByteArray &packet, Check network, Check transport) {
        QTest::newRow(name) << packet << quint32(packet.size()) << network << transport;
    };
    const QList<Row> all = packets();
    const auto named = [&all](const char *name) {
        return std::find_if(all.begin(), all.end(), [name](const Row &r) {
            return qstrcmp(r.name, name) == 0;
        })->packet;
    };
    row("right", hello(), Check::Right, Check::Right);
    row("right, odd size", summed(ipv4(1, 2, tcpProtocol, tcp(1, 2, 3, 0x18, "odd", 4))), Check::Right,
        Check::Right);
    row("wrong byte", named("a wrong checksum"), Check::Right, Check::Wrong);
    row("begun", named("a checksum left to the card"), Check::Right, Check::LeftToCard);
    QByteArray notBegun = hello();
    put(notBegun, 36, 0);
    row("not begun", notBegun, Check::Right, Check::LeftToCard);
    row("none in UDP", named("a datagram without a checksum"), Check::Right, Check::Unused);
    QByteArray noHeaderSum = hello();
    put(noHeaderSum, 10, 0);
    row("header left to the card", noHeaderSum, Check::LeftToCard, Check::Right);
    QByteArray otherHop = hello();
    otherHop[8] = 63;
    row("hop counted without a new sum", otherHop, Check::Wrong, Check::Right);
    QTest::newRow("cut in the data") << hello().chopped(2) << quint32(hello().size()) << Check::Right
                                     << Check::Unknown;
    const QByteArray route = hex("830704"
                                 "0a000009"
                                 "00"); // one address of the route is still to come
    row("route not at its end", summed(ipv4(1, 2, udpProtocol, udp(1, 2, "far"), 0, 0, route)), Check::Right,
        Check::Unknown);
}

void TestLayers::checksums()
{
    QFETCH(QByteArray, packet);
    QFETCH(quint32, wireSize);
    const Dissection dissection = dissect(quint16(LinkType::Raw), packet, wireSize);
    const LayerField *network = find(dissection, FieldId::IpChecksum);
    const LayerField *transport = find(dissection, FieldId::TransportChecksum);
    QVERIFY(network && transport);
    QTEST(network->check, "network");
    QTEST(transport->check, "transport");
}

void TestLayers::everyBitIsInOneField_data()
{
    QTest::addColumn<int>("link");
    QTest::addColumn<QByteArray>("packet");
    for (const Row &row : packets())
        QTest::newRow(row.name) << int(row.link) << row.packet;
}

void TestLayers::everyBitIsInOneField()
{
    QFETCH(int, link);
    QFETCH(QByteArray, packet);
    for (qsizetype size = 0; size <= packet.size(); ++size) {
        const QByteArray exact(packet.constData(), size); // so that a sanitizer sees the end
        const Dissection dissection = dissect(quint16(link), exact, quint32(packet.size()));
        QCOMPARE(coveredBits(dissection), size * 8);
        QVERIFY(size < packet.size() || dissection.reach == Reach::Whole);
        qsizetype at = 0;
        for (const Layer &layer : dissection.layers) {
            QCOMPARE(layer.start, at);
            at = layer.end();
        }
        QVERIFY(at <= size);
    }
}

void TestLayers::whatIsCutStaysReadable()
{
    const QByteArray packet = hello();
    const Dissection dissection = dissect(quint16(LinkType::Raw), packet.first(30), quint32(packet.size()));
    QCOMPARE(dissection.reach, Reach::Cut);
    QCOMPARE(dissection.layers.size(), size_t(2));
    QVERIFY(!dissection.layers[0].cut);
    QVERIFY(dissection.layers[1].cut);
    QCOMPARE(find(dissection, FieldId::SourcePort)->number, 40000u);
    QCOMPARE(find(dissection, FieldId::TcpAcknowledgement), nullptr);
    QCOMPARE(find(dissection, FieldId::Unread)->start, 28);
}

void TestLayers::howFarItIsRead_data()
{
    QTest::addColumn<quint16>("link");
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<Reach>("reach");
    const auto raw = quint16(LinkType::Raw);
    QByteArray shortHeader = hello();
    shortHeader[0] = 0x44;
    QByteArray longHeader = hello();
    longHeader[32] = char(0xf0);
    QTest::newRow("ARP") << quint16(LinkType::Ethernet) << ethernet + hex("0806") + QByteArray(28, '\1')
                         << Reach::OtherNetwork;
    QTest::newRow("ICMP") << raw << summed(ipv4(1, 2, 1, "ping ping")) << Reach::OtherTransport;
    QTest::newRow("radio") << quint16(105) << hello() << Reach::OtherLink;
    QTest::newRow("later fragment") << raw << summed(ipv4(1, 2, tcpProtocol, "rest", 0x0003))
                                    << Reach::Fragment;
    QTest::newRow("header length too small") << raw << shortHeader << Reach::Damaged;
    QTest::newRow("TCP header longer than the packet") << raw << longHeader << Reach::Damaged;
    QTest::newRow("version 5") << raw << QByteArray(40, '\x55') << Reach::Damaged;
    QTest::newRow("option of length 0")
        << raw << ipv4(1, 2, tcpProtocol, tcp(1, 2, 3, 2, {}, 0, hex("02000000"))) << Reach::Damaged;
    QTest::newRow("nothing") << raw << QByteArray() << Reach::Cut;
}

void TestLayers::howFarItIsRead()
{
    QFETCH(quint16, link);
    QFETCH(QByteArray, packet);
    const Dissection dissection = dissect(link, packet, quint32(packet.size()));
    QTEST(dissection.reach, "reach");
    QCOMPARE(coveredBits(dissection), packet.size() * 8);
}

void TestLayers::damagedHeadersAreBounded()
{
    QRandomGenerator random(11);
    const QList<Row> all = packets();
    for (int round = 0; round < 20'000; ++round) {
        const Row &row = all[random.bounded(int(all.size()))];
        QByteArray bytes(row.packet.constData(), random.bounded(int(row.packet.size())) + 1);
        for (int i = random.bounded(4); i >= 0; --i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const Dissection dissection = dissect(quint16(row.link), bytes, quint32(row.packet.size()));
        QVERIFY2(coveredBits(dissection) == bytes.size() * 8, QByteArray(bytes.toHex()).constData());
    }
}

void TestLayers::optionsOfASyn()
{
    const Dissection dissection = dissect(quint16(LinkType::Raw), syn(), quint32(syn().size()));
    QCOMPARE(find(dissection, FieldId::TcpMaximumSegmentValue)->number, 1460u);
    QCOMPARE(find(dissection, FieldId::TcpWindowShift)->number, 7u);
    QCOMPARE(find(dissection, FieldId::TcpTimestampValue)->number, 123456u);
    QVERIFY(find(dissection, FieldId::TcpSackPermitted));
    QCOMPARE(find(dissection, FieldId::TcpFlagSyn)->number, 1u);
    QCOMPARE(find(dissection, FieldId::TcpFlagAck)->number, 0u);
    QCOMPARE(dissection.layer(LayerKind::Application), nullptr);
}

void TestLayers::firstFragmentHasAHeader()
{
    const QByteArray packet = summed(ipv4(1, 2, udpProtocol, udp(7, 8, "first piece"), 0x2000));
    const Dissection dissection = dissect(quint16(LinkType::Raw), packet, quint32(packet.size()));
    QCOMPARE(dissection.reach, Reach::Whole);
    QCOMPARE(find(dissection, FieldId::SourcePort)->number, 7u);
    QCOMPARE(find(dissection, FieldId::IpMoreFragments)->number, 1u);
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
