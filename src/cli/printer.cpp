#include "cli/printer.h"

#include "bench/sentences.h"
#include "cli/output.h"
#include "codec/hexdump.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb::cli {

namespace {

QString clockTime(Timestamp time)
{
    const auto micros = std::chrono::floor<std::chrono::microseconds>(time.time_since_epoch()).count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(micros / 1000);
    return local.toString(u"HH:mm:ss.zzz") + u"%1"_s.arg(micros % 1000, 3, 10, QLatin1Char('0'));
}

QJsonValue addressValue(const SocketAddress &address)
{
    return address.isNull() ? QJsonValue() : QJsonValue(address.toString());
}

} // namespace

Printer::Printer(Format format, bool quiet, bool dataOnly, const codec::Encoding &encoding)
    : m_format(format)
    , m_quiet(quiet)
    , m_dataOnly(dataOnly || format == Format::Raw)
    , m_encoding(encoding)
{
}

void Printer::introduce(ConnectionId connection, const SocketAddress &local, const SocketAddress &peer)
{
    open(connection, local, peer, m_encoding);
}

void Printer::setEncoding(EndpointId endpoint, const codec::Encoding &encoding)
{
    m_encodings.insert_or_assign(endpoint, encoding);
}

void Printer::open(ConnectionId connection, const SocketAddress &local, const SocketAddress &peer,
    const codec::Encoding &encoding)
{
    m_conversations.try_emplace(connection,
        Conversation{local, peer, codec::StreamDecoder(encoding), codec::StreamDecoder(encoding)});
}

void Printer::append(const Event &event, QByteArrayView bytes)
{
    if (event.kind == EventKind::Opened) {
        const auto own = m_encodings.find(event.endpoint);
        open(event.connection, event.local, event.peer, own == m_encodings.end() ? m_encoding : own->second);
    }
    const auto it = m_conversations.find(event.connection);
    Conversation *conversation = it == m_conversations.end() ? nullptr : &it->second;
    if (!showsText(event.kind)) {
        if (m_format == Format::Raw && event.kind == EventKind::Received)
            m_data.append(bytes);
        appendWords(event, bytes, {}, conversation);
    } else {
        const QString shown = text(event, bytes, conversation);
        if (m_format == Format::Json)
            appendJson(event, bytes, shown, conversation);
        else
            appendWords(event, bytes, shown, conversation);
    }
    if (event.kind == EventKind::Closed && conversation)
        m_conversations.erase(it);
}

bool Printer::commit()
{
    if (!m_data.isEmpty() && m_outputError == 0)
        m_outputError = writeAll(STDOUT_FILENO, m_data);
    if (!m_words.isEmpty())
        writeAll(STDERR_FILENO, m_words);
    m_data.resize(0);
    m_words.resize(0);
    return true;
}

/// Decoding costs far more than receiving: only what will be seen is decoded.
bool Printer::showsText(EventKind kind) const
{
    if (m_format != Format::Text)
        return m_format == Format::Json;
    return m_dataOnly ? kind != EventKind::Sent : !m_quiet;
}

/// What the bytes complete; on Closed, what was left unfinished.
QString Printer::text(const Event &event, QByteArrayView bytes, Conversation *conversation)
{
    if (!conversation)
        return {};
    if (event.kind == EventKind::Received)
        return conversation->received.feed(bytes).withLineEnds();
    if (event.kind == EventKind::Sent)
        return conversation->sent.feed(bytes).withLineEnds();
    if (event.kind == EventKind::Closed)
        return conversation->received.finish().withLineEnds();
    return {};
}

void Printer::appendJson(
    const Event &event, QByteArrayView bytes, const QString &text, const Conversation *conversation)
{
    QJsonObject object{
        {u"event"_s, eventName(event.kind)},
        {u"time"_s, isoTime(event.time)},
        {u"endpoint"_s, int(event.endpoint.value)},
        {u"connection"_s,
            event.connection.isValid() ? QJsonValue(int(event.connection.value)) : QJsonValue()},
        {u"local"_s, addressValue(conversation ? conversation->local : event.local)},
        {u"peer"_s, addressValue(conversation ? conversation->peer : event.peer)},
    };
    if (event.carriesBytes()) {
        object[u"size"] = qint64(event.size);
        object[u"hex"] = QString::fromLatin1(bytes.toByteArray().toHex());
        object[u"text"] = text;
    }
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
        if (!text.isEmpty())
            object[u"unfinished"] = text; // the bytes of a character that never became whole
    }
    if (event.failure.isSet()) {
        object[u"failure"] = failureName(event.failure.kind);
        object[u"message"] = bench::Sentences::failure(event.failure);
    }
    if (!event.text.isEmpty() && !event.carriesBytes())
        object[event.kind == EventKind::Connecting ? u"host"_s : u"note"_s] = event.text;
    m_data += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void Printer::appendWords(
    const Event &event, QByteArrayView bytes, const QString &text, const Conversation *conversation)
{
    const bool arrived = event.kind == EventKind::Received || event.kind == EventKind::Closed;
    const bool dumps = m_format == Format::Hex && event.carriesBytes();
    if (m_dataOnly && arrived)
        m_data += m_format != Format::Hex ? text.toUtf8()
            : dumps                       ? codec::hexDump(bytes).toUtf8() + '\n'
                                          : QByteArray();
    // Errors are told by whoever runs this, in every format.
    if (m_quiet || event.kind == EventKind::Error || (m_dataOnly && event.carriesBytes()))
        return;
    const QString who = event.connection.isValid() && conversation
        ? u"[%1] %2 "_s.arg(event.connection.value).arg(conversation->peer.toString())
        : QString();
    QString line = clockTime(event.time) + u"  "_s + who;
    if (event.carriesBytes()) {
        QString shown = text;
        shown.replace(u"\r\n"_s, u"␍␊"_s).replace(u'\n', u'␊').replace(u'\r', u'␍');
        const QString arrow = event.kind == EventKind::Received ? u"←"_s : u"→"_s;
        line += u"%1 %2  "_s.arg(arrow, bench::Sentences::size(event.size));
        line += dumps ? u'\n' + codec::hexDump(bytes) : shown;
    } else {
        line += bench::Sentences::event(event);
    }
    (m_dataOnly ? m_words : m_data) += line.toUtf8() + '\n';
}

} // namespace swb::cli
