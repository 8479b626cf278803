#pragma once

#include "base/event.h"

#include "journal/recording.h"
#include "journal/writer.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <chrono>

namespace swb::journal::fixture {

/// One appended event and its bytes.
struct Record
{
    Event event;
    QByteArray bytes;
};

/// "127.0.0.1:80", "[::1]:80", or "[fe80::1%7]:80" even where no interface has that number.
inline SocketAddress at(const char *address)
{
    QString text = QString::fromLatin1(address);
    const qsizetype percent = text.indexOf(u'%');
    const qsizetype bracket = text.indexOf(u']');
    const quint32 scope = percent < 0 ? 0 : text.mid(percent + 1, bracket - percent - 1).toUInt();
    if (percent >= 0)
        text.remove(percent, bracket - percent);
    SocketAddress result = SocketAddress::parse(text).value();
    if (scope != 0)
        result.ip = IpAddress::v6(result.ip.bytes(), scope);
    return result;
}

inline QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    QRandomGenerator(seed).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    return bytes.first(size);
}

/// Makes the events of one connection, a microsecond apart.
class Talk
{
public:
    Talk(quint32 connection, const char *local, const char *peer, quint32 endpoint = 1)
        : m_connection(connection)
        , m_endpoint(endpoint)
        , m_local(at(local))
        , m_peer(at(peer))
    {
    }

    Record make(EventKind kind) const
    {
        static qint64 tick = 0;
        Event event;
        event.kind = kind;
        event.connection = m_connection;
        event.endpoint = m_endpoint;
        event.time = Timestamp(std::chrono::nanoseconds(1'800'000'000'000'000'001 + 1000 * ++tick));
        return {event, {}};
    }
    Record opened(bool outgoing) const
    {
        Record record = make(EventKind::Opened);
        record.event.local = m_local;
        record.event.peer = m_peer;
        record.event.outgoing = outgoing;
        return record;
    }
    Record data(EventKind kind, const QByteArray &bytes) const
    {
        Record record = make(kind);
        record.event.size = quint64(bytes.size());
        record.bytes = bytes;
        return record;
    }
    Record received(const QByteArray &bytes) const { return data(EventKind::Received, bytes); }
    Record sent(const QByteArray &bytes) const { return data(EventKind::Sent, bytes); }
    Record failed(EventKind kind, const Failure &failure) const
    {
        Record record = make(kind);
        record.event.failure = failure;
        return record;
    }

private:
    ConnectionId m_connection;
    EndpointId m_endpoint;
    SocketAddress m_local;
    SocketAddress m_peer;
};

inline void appendAll(Writer &writer, const QList<Record> &records)
{
    for (const Record &record : records)
        writer.append(record.event, record.bytes);
}

/// Writes a whole recording. False: it could not.
inline bool record(const QString &path, const QList<Record> &records)
{
    const Result<std::unique_ptr<Writer>> writer = Writer::create(path);
    if (!writer)
        return false;
    appendAll(**writer, records);
    return (*writer)->commit();
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool putContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// One of every kind, with every field that the kind has, and texts that are hard to write.
inline QList<Record> everyKind()
{
    const Talk server(1, "127.0.0.1:9090", "127.0.0.1:50001", 1);
    const Talk client(2, "[fe80::1%7]:50002", "[fe80::2%7]:80", 2);
    const Talk endpoint(0, "0.0.0.0:9090", "0.0.0.0:0", 1);
    QList<Record> list;
    list << endpoint.make(EventKind::Listening);
    list.last().event.local = at("[::]:9090");
    list << endpoint.failed(
        EventKind::AcceptingPaused, {FailureKind::DescriptorsExhausted, 24, QStringLiteral("accept")});
    list << endpoint.make(EventKind::AcceptingResumed) << server.opened(false);
    list << client.make(EventKind::Connecting);
    list.last().event.peer = at("[fe80::2%7]:80");
    list.last().event.text =
        QStringLiteral("h\u00f6st \"quoted\"\\ \u4f60\u597d \U0001f600 \u0007\u0000\u202e");
    list << client.opened(true) << server.received("hello") << server.sent(QByteArray("\0\xff\r\n", 4));
    list << client.sent(randomBytes(200'001, 1)) << client.received({});
    list << server.make(EventKind::ReadingStopped) << server.make(EventKind::ReadingResumed);
    list << server.make(EventKind::Gap);
    list.last().event.size = 1448;
    list.last().event.outgoing = true;
    list << server.make(EventKind::PeerFinished) << server.make(EventKind::Finished);
    list << client.failed(
        EventKind::ResetByPeer, {FailureKind::ResetByPeer, 104, QStringLiteral("[fe80::2%7]:80")});
    list << client.failed(EventKind::Closed, {FailureKind::ResetByPeer, 104, {}});
    list.last().event.size = (1ull << 40) + 3;
    list << server.make(EventKind::ResetByUs) << server.make(EventKind::Closed);
    list << client.failed(EventKind::Error, {FailureKind::Refused, 111, QStringLiteral("<b>localhost</b>")});
    list << endpoint.make(EventKind::Note);
    list.last().event.text = QString(100'000, QChar(0x4f60));
    list << endpoint.make(EventKind::StoppedListening);
    list.last().event.local = at("0.0.0.0:65535");
    return list;
}

} // namespace swb::journal::fixture
