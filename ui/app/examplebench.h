#pragma once

#include "bench/status.h"

#include <QObject>
#include <QTimer>

namespace swb::ui {

class BenchSession;

/// A bench that has something to show, made by the real engine: an echo server, a client that has said 你好
/// in GBK and one that has said it in UTF-8. Port 9090, or a free one when that is taken.
class ExampleBench : public QObject
{
    Q_OBJECT

public:
    explicit ExampleBench(BenchSession *session, QObject *parent = nullptr);
    void run();

Q_SIGNALS:
    /// Both clients have their echo; `shown` is the client's end of the GBK connection.
    void finished(swb::ConnectionId shown);
    void failed(
        const swb::Failure &failure); ///< it took longer than ten seconds, or nothing could be started

private:
    void advance();
    void watchServer(const bench::EndpointStatus &server);
    void greet(EndpointId client, const QString &encoding, const QString &text);
    void pairEncodings();
    bool isEchoed(EndpointId client) const;
    const bench::ConnectionStatus *connectionOf(EndpointId client) const;

    BenchSession *m_session;
    QTimer m_deadline;
    EndpointId m_server;
    EndpointId m_gbk;
    EndpointId m_utf8;
    QList<EndpointId> m_greeted;
    bool m_done = false;
};

} // namespace swb::ui
