#include "models/layersmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr quint16 ethernetLink = 1;
constexpr quint16 rawLink = 101;

/// A SYN with five options, in an Ethernet frame with six bytes of padding.
QByteArray frame()
{
    return QByteArray::fromHex("0a0b0c0d0e0f0203040506070800"
                               "4500003c000740004006267b0a0000010a000002"
                               "9c40005012345678000000 00a002ffff0000 0000"
                               "020405b40402080a0001e240000000000103030 7"
                               "000000000000");
}

QModelIndex field(const LayersModel &model, int layer, const QString &name)
{
    const QModelIndex top = model.index(layer, 0);
    for (int row = 0; row < model.rowCount(top); ++row) {
        if (model.index(row, 0, top).data().toString() == name)
            return model.index(row, 0, top);
    }
    return {};
}

QString valueOf(const LayersModel &model, int layer, const QString &name)
{
    return field(model, layer, name).siblingAtColumn(int(LayersModel::Column::Value)).data().toString();
}

} // namespace

class TestLayersModel : public QObject
{
    Q_OBJECT

private slots:
    void isAModel();
    void namesAndValues();
    void everyByteLeadsToItsField();
    void everyFieldIsNamedAndExplained();
    void saysWhereItComesFrom();
    void aWrongChecksumStandsOut();
    void whatAScreenReaderSays();
};

void TestLayersModel::isAModel()
{
    LayersModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    QCOMPARE(model.rowCount(), 3);
    model.setPacket(frame().sliced(14, 30), rawLink, PacketOrigin::Made, 60);
    QCOMPARE(model.rowCount(), 2);
    model.renderAnew();
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.originText().isEmpty());
}

void TestLayersModel::namesAndValues()
{
    LayersModel model;
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    QCOMPARE(model.index(2, 0).data().toString(), u"Transport: TCP"_s);
    QCOMPARE(valueOf(model, 0, u"Source address"_s), u"02:03:04:05:06:07"_s);
    QCOMPARE(valueOf(model, 1, u"Source address"_s), u"10.0.0.1"_s);
    QCOMPARE(valueOf(model, 1, u"Protocol"_s), u"6 (TCP)"_s);
    QCOMPARE(valueOf(model, 2, u"Source port"_s), u"40000"_s);
    QCOMPARE(valueOf(model, 2, u"SYN"_s), u"set"_s);
    QCOMPARE(valueOf(model, 2, u"ACK"_s), u"not set"_s);
    const QModelIndex scale = field(model, 2, u"Window scale"_s);
    QCOMPARE(model.rowCount(scale), 3);
    QCOMPARE(model.index(2, 1, scale).data().toString(), u"7 (× 128)"_s);
}

void TestLayersModel::everyByteLeadsToItsField()
{
    LayersModel model;
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    for (qsizetype at = 0; at < frame().size(); ++at) {
        const QModelIndex index = model.indexOfByte(at);
        QVERIFY(index.isValid());
        QVERIFY(model.rangeOf(index).contains(at));
        QCOMPARE(model.rowCount(index), 0);
    }
    QVERIFY(!model.indexOfByte(frame().size()).isValid());
    QCOMPARE(model.indexOfByte(frame().size() - 1).data().toString(), u"Trailer"_s);
    QCOMPARE(model.indexOfByte(34).data().toString(), u"Source port"_s);
}

void TestLayersModel::everyFieldIsNamedAndExplained()
{
    LayersModel model;
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    for (qsizetype at = 0; at < frame().size(); ++at) {
        const QModelIndex index = model.indexOfByte(at);
        QVERIFY(!index.data().toString().isEmpty());
        QVERIFY(index.data(LayersModel::ExplanationRole).toString().endsWith(u'.'));
    }
}

void TestLayersModel::saysWhereItComesFrom()
{
    LayersModel model;
    model.setPacket(frame(), ethernetLink, PacketOrigin::Made);
    QCOMPARE(model.originText(), u"Headers made for the recording"_s);
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    QCOMPARE(model.originText(), u"From the capture"_s);
    QVERIFY(model.reachText().isEmpty());
    model.setPacket(frame().first(40), ethernetLink, PacketOrigin::Captured, 80);
    QCOMPARE(model.reachText(), u"The capture ends before the packet does."_s);
}

void TestLayersModel::aWrongChecksumStandsOut()
{
    LayersModel model;
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    const QModelIndex checksum = field(model, 1, u"Header checksum"_s);
    QVERIFY(checksum.data(LayersModel::WrongRole).toBool());
    QVERIFY(valueOf(model, 1, u"Header checksum"_s).endsWith(u"(wrong)"_s));
}

void TestLayersModel::whatAScreenReaderSays()
{
    LayersModel model;
    model.setPacket(frame(), ethernetLink, PacketOrigin::Captured);
    QCOMPARE(field(model, 2, u"Source port"_s).data(Qt::AccessibleTextRole).toString(),
        u"Source port: 40000, bytes 34 to 35"_s);
    QCOMPARE(
        field(model, 2, u"SYN"_s).data(Qt::AccessibleTextRole).toString(), u"SYN: set, byte 47, bit 6"_s);
    QVERIFY(model.plainText().contains(u"  Source port\t40000\n"_s));
}

QTEST_GUILESS_MAIN(TestLayersModel)
#include "tst_layersmodel.moc"
