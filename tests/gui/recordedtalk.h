#pragma once

#include "journal/recording.h"
#include "journal/writer.h"

#include <QTemporaryDir>

#include <memory>

namespace swb::ui {

/// A recording in the making, for views to show: events of a server and its clients, a millisecond apart.
class RecordedTalk
{
public:
    RecordedTalk()
        : m_path(m_folder.filePath(QStringLiteral("talk.pcapng")))
        , m_writer(*journal::Writer::create(m_path))
    {
    }

    void open(quint32 connection, quint16 peerPort)
    {
        Event event = make(EventKind::Opened, connection);
        event.local = {IpAddress::loopback(), 9090};
        event.peer = {IpAddress::loopback(), peerPort};
        m_writer->append(event, {});
    }
    void received(quint32 connection, const QByteArray &bytes)
    {
        data(EventKind::Received, connection, bytes);
    }
    void sent(quint32 connection, const QByteArray &bytes) { data(EventKind::Sent, connection, bytes); }
    void lifecycle(EventKind kind, quint32 connection, const Failure &failure = {})
    {
        Event event = make(kind, connection);
        event.failure = failure;
        m_writer->append(event, {});
    }

    void note(const QString &text)
    {
        Event event = make(EventKind::Note, 0);
        event.text = text;
        m_writer->append(event, {});
    }

    void append(const Event &event) { m_writer->append(event, {}); }

    /// Everything written so far, with the kernel.
    std::shared_ptr<const journal::Recording> recording()
    {
        m_writer->commit();
        return m_writer->recording();
    }
    QString path() const { return m_path; }

private:
    Event make(EventKind kind, quint32 connection)
    {
        Event event;
        event.kind = kind;
        event.endpoint = EndpointId(1);
        event.connection = ConnectionId(connection);
        event.time = Timestamp(std::chrono::milliseconds(1'800'000'000'000 + ++m_ticks));
        return event;
    }
    void data(EventKind kind, quint32 connection, const QByteArray &bytes)
    {
        Event event = make(kind, connection);
        event.size = static_cast<quint64>(bytes.size());
        m_writer->append(event, bytes);
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<journal::Writer> m_writer;
    qint64 m_ticks = 0;
};

} // namespace swb::ui
