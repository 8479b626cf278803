#include "layerpackets.h"

#include <QFile>
#include <QMultiHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <optional>

using namespace swb;
using namespace swb::lens;
using namespace swb::lens::fixture;
using namespace Qt::StringLiterals;

namespace {

/// What a field is called in tshark.
struct Known
{
    FieldId id;
    const char *tshark;
};
const QHash<LayerProtocol, QList<Known>> known{
    {LayerProtocol::Ethernet,
        {{FieldId::EthernetDestination, "eth.dst"}, {FieldId::EthernetSource, "eth.src"},
            {FieldId::VlanPriority, "vlan.priority"}, {FieldId::VlanDropEligible, "vlan.dei"},
            {FieldId::VlanNumber, "vlan.id"}, {FieldId::LinkTrailer, "eth.padding"}}},
    {LayerProtocol::LinuxCooked,
        {{FieldId::CookedPacketType, "sll.pkttype"}, {FieldId::CookedDeviceType, "sll.hatype"},
            {FieldId::CookedAddressLength, "sll.halen"}, {FieldId::CookedAddress, "sll.src.eth"},
            {FieldId::CookedUnused, "sll.unused"}, {FieldId::EtherType, "sll.etype"}}},
    {LayerProtocol::LinuxCooked2,
        {{FieldId::CookedPacketType, "sll.pkttype"}, {FieldId::CookedDeviceType, "sll.hatype"},
            {FieldId::CookedAddressLength, "sll.halen"}, {FieldId::CookedInterface, "sll.ifindex"},
            {FieldId::EtherType, "sll.etype"}}},
    {LayerProtocol::Loopback, {{FieldId::LoopbackFamily, "null.family"}}},
    {LayerProtocol::Ipv4,
        {{FieldId::IpVersion, "ip.version"}, {FieldId::IpService, "ip.dsfield.dscp"},
            {FieldId::IpCongestion, "ip.dsfield.ecn"}, {FieldId::IpTotalLength, "ip.len"},
            {FieldId::IpIdentification, "ip.id"}, {FieldId::IpReservedFlag, "ip.flags.rb"},
            {FieldId::IpDontFragment, "ip.flags.df"}, {FieldId::IpMoreFragments, "ip.flags.mf"},
            {FieldId::IpTimeToLive, "ip.ttl"}, {FieldId::IpProtocol, "ip.proto"},
            {FieldId::IpChecksum, "ip.checksum"}, {FieldId::IpSource, "ip.src"},
            {FieldId::IpDestination, "ip.dst"}, {FieldId::IpOptionKind, "ip.opt.type"},
            {FieldId::IpOptionLength, "ip.opt.len"}}},
    {LayerProtocol::Ipv6,
        {{FieldId::Ip6PayloadLength, "ipv6.plen"}, {FieldId::Ip6FlowLabel, "ipv6.flow"},
            {FieldId::Ip6HopLimit, "ipv6.hlim"}, {FieldId::IpSource, "ipv6.src"},
            {FieldId::IpDestination, "ipv6.dst"}, {FieldId::Ip6HopByHop, "ipv6.hopopts"},
            {FieldId::Ip6DestinationOptions, "ipv6.dstopts"}, {FieldId::Ip6Routing, "ipv6.routing"},
            {FieldId::Ip6RoutingType, "ipv6.routing.type"},
            {FieldId::Ip6SegmentsLeft, "ipv6.routing.segleft"}}},
    {LayerProtocol::Tcp,
        {{FieldId::SourcePort, "tcp.srcport"}, {FieldId::DestinationPort, "tcp.dstport"},
            {FieldId::TcpSequence, "tcp.seq"}, {FieldId::TcpAcknowledgement, "tcp.ack"},
            {FieldId::TcpReserved, "tcp.flags.res"}, {FieldId::TcpFlagCwr, "tcp.flags.cwr"},
            {FieldId::TcpFlagUrg, "tcp.flags.urg"}, {FieldId::TcpFlagAck, "tcp.flags.ack"},
            {FieldId::TcpFlagPsh, "tcp.flags.push"}, {FieldId::TcpFlagRst, "tcp.flags.reset"},
            {FieldId::TcpFlagSyn, "tcp.flags.syn"}, {FieldId::TcpFlagFin, "tcp.flags.fin"},
            {FieldId::TcpWindow, "tcp.window_size_value"}, {FieldId::TransportChecksum, "tcp.checksum"},
            {FieldId::TcpUrgentPointer, "tcp.urgent_pointer"}, {FieldId::TcpNoOperation, "tcp.options.nop"},
            {FieldId::TcpMaximumSegment, "tcp.options.mss"}, {FieldId::TcpWindowScale, "tcp.options.wscale"},
            {FieldId::TcpSackPermitted, "tcp.options.sack_perm"}, {FieldId::TcpSack, "tcp.options.sack"},
            {FieldId::TcpTimestamps, "tcp.options.timestamp"},
            {FieldId::TcpMaximumSegmentValue, "tcp.options.mss_val"},
            {FieldId::TcpWindowShift, "tcp.options.wscale.shift"},
            {FieldId::TcpSackLeft, "tcp.options.sack_le"}, {FieldId::TcpSackRight, "tcp.options.sack_re"},
            {FieldId::TcpTimestampValue, "tcp.options.timestamp.tsval"},
            {FieldId::TcpTimestampEcho, "tcp.options.timestamp.tsecr"}}},
    {LayerProtocol::Udp,
        {{FieldId::SourcePort, "udp.srcport"}, {FieldId::DestinationPort, "udp.dstport"},
            {FieldId::UdpLength, "udp.length"}, {FieldId::TransportChecksum, "udp.checksum"}}},
};

struct SharkField
{
    qsizetype start;
    qsizetype size;
    QString show;
};
using SharkPacket = QMultiHash<QString, SharkField>;

QList<SharkPacket> parsePdml(const QByteArray &pdml)
{
    QList<SharkPacket> list;
    QXmlStreamReader xml(pdml);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attribute = [&](const char *name) {
            return xml.attributes().value(QLatin1StringView(name)).toString();
        };
        if (xml.name() == "packet"_L1)
            list.append(SharkPacket());
        else if (!list.isEmpty() && !attribute("size").isEmpty()) // headers are elements of another name
            list.last().insert(
                attribute("name"), {attribute("pos").toInt(), attribute("size").toInt(), attribute("show")});
    }
    return list;
}

QList<SharkPacket> askTshark(const QString &path)
{
    QProcess tshark;
    tshark.start(u"tshark"_s,
        {u"-r"_s, path, u"-T"_s, u"pdml"_s, u"-o"_s, u"tcp.relative_sequence_numbers:FALSE"_s, u"-o"_s,
            u"ip.check_checksum:TRUE"_s, u"-o"_s, u"tcp.check_checksum:TRUE"_s, u"-o"_s,
            u"udp.check_checksum:TRUE"_s, u"-n"_s});
    return tshark.waitForFinished(60'000) ? parsePdml(tshark.readAllStandardOutput()) : QList<SharkPacket>();
}

/// tshark shows numbers in decimal or hex, and flags as words in its later versions.
std::optional<quint64> numberOf(const QString &show)
{
    if (show == "True"_L1 || show == "False"_L1)
        return show == "True"_L1 ? 1 : 0;
    bool isNumber = false;
    const quint64 number = show.toULongLong(&isNumber, 0);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// Nothing, or what tshark sees otherwise.
QString difference(const SharkPacket &shark, const LayerField &field, const char *name)
{
    const auto candidates = shark.values(QLatin1StringView(name));
    for (const SharkField &candidate : candidates) {
        const bool isThere = candidate.start == field.start && candidate.size == field.size;
        const bool holdsBits =
            candidate.start <= field.start && candidate.start + candidate.size >= field.end();
        if (!isThere && !(field.bits && holdsBits))
            continue;
        const std::optional<quint64> number = numberOf(candidate.show);
        if (!number || field.size > 8 || *number == field.number || !field.parts.empty())
            return {};
        return u"%1 is %2, not %3"_s.arg(QLatin1StringView(name), candidate.show).arg(field.number);
    }
    return u"no %1 at %2, %3 bytes"_s.arg(QLatin1StringView(name)).arg(field.start).arg(field.size);
}

} // namespace

/// The fields of packets and their places are those that tshark finds.
class TestLayersTshark : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAsTsharkSeesThem_data();
    void fieldsAsTsharkSeesThem();
    void checksumsAsTsharkSeesThem();

private:
    QList<SharkPacket> sharkOf(LinkType link);
    QHash<quint16, QList<SharkPacket>> m_shark;
    QTemporaryDir m_folder;
};

/// What tshark makes of our packets with this link type, in their order.
QList<SharkPacket> TestLayersTshark::sharkOf(LinkType link)
{
    QList<SharkPacket> &list = m_shark[quint16(link)];
    if (!list.isEmpty())
        return list;
    QList<QByteArray> bytes;
    for (const Row &row : packets()) {
        if (row.link == link)
            bytes.append(row.packet);
    }
    QFile file(m_folder.filePath(QString::number(int(link))));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(pcap(bytes, quint32(link)));
        file.close();
        list = askTshark(file.fileName());
    }
    return list;
}

void TestLayersTshark::fieldsAsTsharkSeesThem_data()
{
    QTest::addColumn<int>("link");
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("packet");
    QHash<LinkType, int> numbers;
    for (const Row &row : packets())
        QTest::newRow(row.name) << int(row.link) << numbers[row.link]++ << row.packet;
}

void TestLayersTshark::fieldsAsTsharkSeesThem()
{
    QFETCH(int, link);
    QFETCH(int, number);
    QFETCH(QByteArray, packet);
    const QList<SharkPacket> all = sharkOf(LinkType(link));
    QVERIFY(number < all.size());
    const SharkPacket &shark = all[number];
    const Dissection dissection = dissect(quint16(link), packet, quint32(packet.size()));
    QCOMPARE(dissection.reach, Reach::Whole);

    QStringList differences;
    QHash<QString, int> found;
    visitAll(dissection, [&](const Layer &layer, const LayerField &field) {
        const QList<Known> names = known.value(layer.protocol);
        for (const Known &name : names) {
            const QString different = name.id == field.id ? difference(shark, field, name.tshark) : QString();
            found[QLatin1StringView(name.tshark)] += name.id == field.id ? 1 : 0;
            if (!different.isEmpty())
                differences.append(different);
        }
    });
    for (const Layer &layer : dissection.layers) {
        const QList<Known> names = known.value(layer.protocol);
        for (const Known &name : names) {
            const auto ours = found.value(QLatin1StringView(name.tshark));
            if (shark.count(QLatin1StringView(name.tshark)) > ours)
                differences.append(u"tshark has %1 more often"_s.arg(QLatin1StringView(name.tshark)));
        }
    }
    QCOMPARE(differences.join(u"; "_s), QString());
}

void TestLayersTshark::checksumsAsTsharkSeesThem()
{
    const QList<SharkPacket> shark = sharkOf(LinkType::Raw);
    qsizetype number = 0;
    for (const Row &row : packets()) {
        if (row.link != LinkType::Raw)
            continue;
        const Dissection dissection = dissect(quint16(row.link), row.packet, quint32(row.packet.size()));
        const LayerField *field = find(dissection, FieldId::TransportChecksum);
        QVERIFY(field && number < shark.size());
        const bool isTcp = dissection.layer(LayerKind::Transport)->protocol == LayerProtocol::Tcp;
        const auto status =
            shark[number++].value(isTcp ? u"tcp.checksum.status"_s : u"udp.checksum.status"_s);
        const bool good = field->check == Check::Right;
        QVERIFY2((status.show == "1"_L1 || status.show == "Good"_L1) == good, row.name);
    }
}

QTEST_GUILESS_MAIN(TestLayersTshark)
#include "tst_layerstshark.moc"
