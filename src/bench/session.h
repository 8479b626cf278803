#pragma once

#include "bench/status.h"
#include "codec/encoding.h"
#include "net/tcpconnection.h"
#include "protocol/responder.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>
#include <utility>

namespace swb::bench {

/// One live connection of an endpoint: its encoding and what answers by itself. Erasing it silences it; what
/// its connection led to stays in the recording. Lives on the engine's thread.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(net::TcpConnection::Identity identity, std::unique_ptr<net::TcpSocket> socket,
        const EndpointSpec &spec, EventSink &sink, const Clock &clock);

    void open(); ///< after the signals are connected

    net::TcpConnection &connection() { return m_connection; }
    const net::TcpConnection &connection() const { return m_connection; }
    void setEncoding(const QString &name);
    ConnectionStatus status() const;
    bool holdsPlace() const { return m_holdsPlace; }
    bool releasePlace() { return std::exchange(m_holdsPlace, false); } ///< false: it is released already

private:
    struct Pending
    {
        protocol::Responder::Answer answer;
        Timestamp due;
    };

    void answer(QByteArrayView received);
    void say(const QByteArray &message);
    void takeTurn();
    void queueAnswer(protocol::Responder::Answer answer, std::chrono::milliseconds delay);
    void sendDue();
    void updatePressure();

    EndpointSpec m_spec;
    const Clock &m_clock;
    codec::Encoding m_encoding;
    std::optional<protocol::Responder> m_responder; // none when nothing answers by itself
    qsizetype m_said = 0; // of a client's script
    std::deque<Pending> m_pending;
    qint64 m_pendingBytes = 0;
    QTimer m_due;
    bool m_closeWhenAnswered = false;
    bool m_holdsPlace = true; // among the clients that its server serves at once
    net::TcpConnection m_connection;
};

} // namespace swb::bench
