#include "lens/eventjson.h"

#include "bench/sentences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

QJsonValue addressValue(const SocketAddress &address)
{
    return address.isNull() ? QJsonValue() : QJsonValue(address.toString());
}

void putOutcome(QJsonObject &object, const Event &event, const QString &unfinished)
{
    if (event.kind == EventKind::ResetByPeer || event.kind == EventKind::ResetByUs)
        object[u"by"] = event.kind == EventKind::ResetByPeer ? u"peer"_s : u"us"_s;
    if (event.kind == EventKind::Gap) {
        object[u"missing"] = qint64(event.size);
        object[u"by"] = event.outgoing ? u"us"_s : u"peer"_s;
    }
    if (event.kind == EventKind::Opened)
        object[u"outgoing"] = event.outgoing;
    if (event.kind == EventKind::Closed) {
        object[u"unsent"] = qint64(event.size);
        if (!unfinished.isEmpty())
            object[u"unfinished"] = unfinished;
    }
    if (event.failure.isSet()) {
        object[u"failure"] = failureName(event.failure.kind);
        object[u"message"] = bench::Sentences::failure(event.failure);
    }
    if (!event.text.isEmpty() && !event.carriesBytes())
        object[event.kind == EventKind::Connecting ? u"host"_s : u"note"_s] = event.text;
}

} // namespace

EventJson::EventJson(const Event &event, const SocketAddress &local, const SocketAddress &peer,
    const Annotation &annotation, const QString &unfinished)
{
    QJsonObject object{
        {u"event"_s, eventName(event.kind)},
        {u"time"_s, isoTime(event.time)},
        {u"endpoint"_s, int(event.endpoint.value)},
        {u"connection"_s,
            event.connection.isValid() ? QJsonValue(int(event.connection.value)) : QJsonValue()},
        {u"local"_s, addressValue(local)},
        {u"peer"_s, addressValue(peer)},
    };
    if (event.carriesBytes()) {
        object[u"size"] = qint64(event.size);
        object[u"hex"] = QString();
        object[u"text"] = QString();
    }
    putOutcome(object, event, unfinished);
    if (annotation.marked)
        object[u"marked"] = true;
    if (!annotation.text.isEmpty())
        object[u"annotation"] = annotation.text;
    m_line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    if (event.carriesBytes()) { // within a string these quotation marks would be escaped
        m_hexAt = m_line.indexOf(R"("hex":"")") + qsizetype(sizeof(R"("hex":")")) - 1;
        m_textAt = m_line.indexOf(R"("text":"")") + qsizetype(sizeof(R"("text":")")) - 1;
    }
}

QByteArray EventJson::escaped(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(2, array.size() - 4); // without [" and "]
}

} // namespace swb::lens
