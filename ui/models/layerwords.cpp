#include "models/layerwords.h"

#include "base/address.h"
#include "codec/hexdump.h"

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::Check;
using lens::FieldId;
using lens::LayerField;
using lens::LayerProtocol;
using lens::Reach;

namespace {

QString addressText(QByteArrayView bytes)
{
    if (bytes.size() == 4)
        return IpAddress::v4(qFromBigEndian<quint32>(bytes.data())).toString();
    std::array<quint8, 16> all{};
    std::copy(bytes.begin(), bytes.end(), all.begin());
    return IpAddress::v6(all).toString();
}

QString inHex(const LayerField &field)
{
    return u"0x%1"_s.arg(field.number, int(field.size) * 2, 16, QLatin1Char('0'));
}

QString withName(const QString &number, const QString &name)
{
    return name.isEmpty() ? number : u"%1 (%2)"_s.arg(number, name);
}

/// Names that are the same in every language.
QString protocolName(quint64 number)
{
    switch (number) {
    case 0:
        return u"Hop-by-Hop"_s;
    case 1:
        return u"ICMP"_s;
    case 6:
        return u"TCP"_s;
    case 17:
        return u"UDP"_s;
    case 58:
        return u"ICMPv6"_s;
    default:
        return {};
    }
}

QString etherTypeName(quint64 number)
{
    switch (number) {
    case 0x0800:
        return u"IPv4"_s;
    case 0x0806:
        return u"ARP"_s;
    case 0x86dd:
        return u"IPv6"_s;
    case 0x8100:
        return u"VLAN"_s;
    default:
        return {};
    }
}

} // namespace

QString LayerWords::bytes(qint64 count)
{
    return tr("%Ln byte(s)", nullptr, int(qMin<qint64>(count, INT_MAX)));
}

QString LayerWords::layer(const lens::Layer &layer)
{
    switch (layer.protocol) {
    case LayerProtocol::Ethernet:
        return tr("Link: Ethernet");
    case LayerProtocol::LinuxCooked:
    case LayerProtocol::LinuxCooked2:
        return tr("Link: Linux");
    case LayerProtocol::Loopback:
        return tr("Link: loopback");
    case LayerProtocol::Ipv4:
        return tr("Network: IPv4");
    case LayerProtocol::Ipv6:
        return tr("Network: IPv6");
    case LayerProtocol::Tcp:
        return tr("Transport: TCP");
    case LayerProtocol::Udp:
        return tr("Transport: UDP");
    case LayerProtocol::Bytes:
        break;
    }
    const bool isRead = layer.fields.empty() || layer.fields.front().id == FieldId::Payload;
    return isRead ? tr("Application") : tr("Not read further");
}

QString LayerWords::explanation(const lens::Layer &layer)
{
    switch (layer.kind) {
    case lens::LayerKind::Link:
        return tr("The link brings a frame to the next network card. Its header is made anew on every link.");
    case lens::LayerKind::Network:
        return tr("The network layer brings a packet from computer to computer, over many links.");
    case lens::LayerKind::Transport:
        return layer.protocol == LayerProtocol::Tcp
            ? tr("The transport layer brings bytes from socket to socket; TCP, all of them and in order.")
            : tr("The transport layer brings datagrams from socket to socket; UDP promises nothing about "
                 "them.");
    case lens::LayerKind::Application:
        break;
    }
    return tr("What the program sent. All the headers around it are taken off on the way up.");
}

QString LayerWords::check(Check check)
{
    switch (check) {
    case Check::None:
        return {};
    case Check::Right:
        return tr("right");
    case Check::Wrong:
        return tr("wrong");
    case Check::LeftToCard:
        return tr("left to the network card");
    case Check::Unused:
        return tr("not used");
    case Check::Unknown:
        return tr("cannot be verified: not all bytes are here");
    }
    return {};
}

QString LayerWords::reach(Reach reach)
{
    switch (reach) {
    case Reach::Whole:
        return {};
    case Reach::Cut:
        return tr("The capture ends before the packet does.");
    case Reach::Damaged:
        return tr("A length or version in this packet cannot be, so it was not read further.");
    case Reach::OtherLink:
        return tr("The header of this kind of link is not known.");
    case Reach::OtherNetwork:
        return tr("This is neither IPv4 nor IPv6.");
    case Reach::OtherTransport:
        return tr("This is neither TCP nor UDP.");
    case Reach::Fragment:
        return tr("This is a later piece of a packet; the first piece has the transport header.");
    }
    return {};
}

QString LayerWords::value(const LayerField &field, QByteArrayView packet)
{
    const QByteArrayView own = packet.sliced(field.start, field.size);
    if (field.bits == 1)
        return field.number ? tr("set") : tr("not set");
    switch (field.id) {
    case FieldId::IpSource:
    case FieldId::IpDestination:
        return addressText(own);
    case FieldId::EthernetDestination:
    case FieldId::EthernetSource:
    case FieldId::CookedAddress:
        return codec::hexDigits(own, u':');
    case FieldId::EtherType:
        return withName(inHex(field), etherTypeName(field.number));
    case FieldId::IpProtocol:
    case FieldId::Ip6NextHeader:
        return withName(QString::number(field.number), protocolName(field.number));
    case FieldId::IpChecksum:
    case FieldId::TransportChecksum:
        return withName(inHex(field), check(field.check));
    case FieldId::IpHeaderLength:
    case FieldId::TcpHeaderLength:
        return withName(QString::number(field.number), bytes(qint64(field.number) * 4));
    case FieldId::IpFragmentOffset:
        return withName(QString::number(field.number), bytes(qint64(field.number) * 8));
    case FieldId::IpIdentification:
    case FieldId::Ip6FlowLabel:
        return u"0x%1"_s.arg(field.number, 4, 16, QLatin1Char('0'));
    case FieldId::TcpWindowShift:
        return withName(
            QString::number(field.number), u"× %1"_s.arg(1ull << qMin<quint64>(field.number, 14)));
    case FieldId::TcpOtherOption:
    case FieldId::IpOption:
        return withName(QString::number(quint8(own[0])), bytes(field.size));
    default:
        break;
    }
    if (!field.parts.empty())
        return {};
    return field.bits || field.size <= 4 ? QString::number(field.number) : bytes(field.size);
}

} // namespace swb::ui
