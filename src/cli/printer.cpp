#include "cli/printer.h"

#include "base/safefile.h"
#include "bench/sentences.h"
#include "cli/output.h"
#include "codec/hexdump.h"
#include "codec/visible.h"
#include "lens/eventjson.h"

#include <QDateTime>

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

/// What stands behind the line of an event that somebody marked or wrote something about.
QString inWords(const Annotation &annotation)
{
    if (!annotation.isSet())
        return {};
    const QString star = annotation.marked ? u"★"_s : QString();
    const QString note =
        annotation.text.isEmpty() ? QString() : u"[%1]"_s.arg(codec::visibleText(annotation.text));
    return u"  "_s + star + (star.isEmpty() || note.isEmpty() ? QString() : u" "_s) + note;
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

void Printer::append(const Event &event, QByteArrayView bytes, const Annotation &annotation)
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
        appendWords(event, bytes, {}, conversation, annotation);
    } else {
        const QString shown = text(event, bytes, conversation);
        if (m_format == Format::Json)
            appendJson(event, bytes, shown, conversation, annotation);
        else
            appendWords(event, bytes, shown, conversation, annotation);
    }
    if (event.kind == EventKind::Closed && conversation)
        m_conversations.erase(it);
}

bool Printer::commit()
{
    if (!m_data.isEmpty() && m_outputError == 0)
        m_outputError = writeData();
    if (!m_words.isEmpty())
        writeAll(STDERR_FILENO, m_words);
    m_data.resize(0);
    m_words.resize(0);
    return true;
}

int Printer::writeData()
{
    if (!m_file)
        return writeAll(STDOUT_FILENO, m_data);
    const Outcome written = m_file->write(m_data);
    return written ? 0 : written.failure().systemError;
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

void Printer::appendJson(const Event &event, QByteArrayView bytes, const QString &text,
    const Conversation *conversation, const Annotation &annotation)
{
    const lens::EventJson json(event, conversation ? conversation->local : event.local,
        conversation ? conversation->peer : event.peer, annotation,
        event.kind == EventKind::Closed ? text : QString());
    m_data += json.beforeHex();
    if (event.carriesBytes()) {
        m_data += lens::EventJson::hex(bytes);
        m_data += json.beforeText();
        m_data += lens::EventJson::escaped(text);
    }
    m_data += json.end();
}

void Printer::appendWords(const Event &event, QByteArrayView bytes, const QString &text,
    const Conversation *conversation, const Annotation &annotation)
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
        line += dumps ? QString() : shown;
    } else {
        line += bench::Sentences::event(event);
    }
    line += inWords(annotation);
    if (dumps)
        line += u'\n' + codec::hexDump(bytes);
    (m_dataOnly ? m_words : m_data) += line.toUtf8() + '\n';
}

} // namespace swb::cli
