#include "journal/details.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace swb::journal {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const IpAddress &ip)
{
    // Without the scope: an interface's name means nothing on another computer, so its index stands beside.
    return ip.family() == IpAddress::Family::V6 ? IpAddress::v6(ip.bytes()).toString() : ip.toString();
}

QJsonObject toJson(const SocketAddress &address)
{
    QJsonObject json{{u"port"_s, address.port}};
    if (!address.ip.isNull())
        json[u"ip"_s] = textOf(address.ip);
    if (address.ip.scope() != 0)
        json[u"scope"_s] = qint64(address.ip.scope());
    return json;
}

QJsonObject toJson(const Failure &failure)
{
    QJsonObject json{{u"kind"_s, QString(failureName(failure.kind))}};
    if (failure.systemError != 0)
        json[u"errno"_s] = failure.systemError;
    if (!failure.subject.isEmpty())
        json[u"subject"_s] = failure.subject;
    return json;
}

bool fromJson(const QJsonValue &value, SocketAddress &address)
{
    if (value.isUndefined())
        return true;
    const QJsonObject json = value.toObject();
    address.port = quint16(json[u"port"].toInt());
    const QString text = json[u"ip"].toString();
    if (text.isEmpty())
        return value.isObject();
    const std::optional<IpAddress> ip = IpAddress::parse(text);
    const auto scope = quint32(json[u"scope"].toInteger());
    if (ip)
        address.ip = ip->family() == IpAddress::Family::V6 ? IpAddress::v6(ip->bytes(), scope) : *ip;
    return ip.has_value();
}

bool fromJson(const QJsonValue &value, Failure &failure)
{
    if (value.isUndefined())
        return true;
    const QJsonObject json = value.toObject();
    failure.kind = failureFromName(json[u"kind"].toString());
    failure.systemError = json[u"errno"].toInt();
    failure.subject = json[u"subject"].toString();
    return value.isObject();
}

} // namespace

QByteArray encodeDetails(const Event &event)
{
    QJsonObject json;
    if (event.local != SocketAddress())
        json[u"local"_s] = toJson(event.local);
    if (event.peer != SocketAddress())
        json[u"peer"_s] = toJson(event.peer);
    if (event.outgoing)
        json[u"outgoing"_s] = true;
    if (event.failure != Failure())
        json[u"failure"_s] = toJson(event.failure);
    if (!event.text.isEmpty())
        json[u"text"_s] = event.text;
    if (event.kind == EventKind::Annotation)
        json[u"about"_s] = qint64(event.about.value);
    if (event.marked)
        json[u"marked"_s] = true;
    return json.isEmpty() ? QByteArray() : QJsonDocument(json).toJson(QJsonDocument::Compact);
}

bool decodeDetails(const QByteArray &json, Event &event)
{
    if (json.isEmpty())
        return true;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    event.outgoing = object[u"outgoing"].toBool();
    event.text = object[u"text"].toString();
    event.about = EventSeq(quint32(std::clamp<qint64>(object[u"about"].toInteger(), 0, ~0u)));
    event.marked = object[u"marked"].toBool();
    return fromJson(object[u"local"], event.local) && fromJson(object[u"peer"], event.peer)
        && fromJson(object[u"failure"], event.failure);
}

} // namespace swb::journal
