#include "app/examplebench.h"

#include "app/benchsession.h"
#include "codec/compose.h"
#include "pages/endpointpage.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace std::chrono_literals;

ExampleBench::ExampleBench(BenchSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(10s);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_done = true;
        emit failed({FailureKind::TimedOut, 0, u"127.0.0.1"_s});
    });
    connect(session, &BenchSession::framePassed, this, &ExampleBench::advance);
}

void ExampleBench::run()
{
    bench::EndpointSpec spec;
    spec.behaviour.echo = true;
    m_server = m_session->engine().start(spec);
    m_deadline.start();
}

void ExampleBench::advance()
{
    const bench::EndpointStatus *server = m_session->bench()->endpoint(m_server);
    if (m_done || !server)
        return;
    watchServer(*server);
    greet(m_gbk, u"GBK"_s, u"你好，服务器！"_s);
    greet(m_utf8, u"UTF-8"_s, u"Hello, 你好 ✓\r\n"_s);
    pairEncodings();
    if (isEchoed(m_gbk) && isEchoed(m_utf8)) {
        m_done = true;
        m_deadline.stop();
        emit finished(connectionOf(m_gbk)->id);
    }
}

void ExampleBench::watchServer(const bench::EndpointStatus &server)
{
    if (server.state == bench::EndpointState::Failed && server.failure.kind == FailureKind::PortInUse
        && server.spec.port != 0) {
        bench::EndpointSpec spec = server.spec;
        spec.port = 0;
        m_session->engine().restart(m_server, spec);
    } else if (server.state == bench::EndpointState::Failed
        && server.failure.kind != FailureKind::PortInUse) {
        m_done = true;
        m_deadline.stop();
        emit failed(server.failure);
    } else if (server.state == bench::EndpointState::Listening && !m_gbk.isValid()) {
        bench::EndpointSpec client = EndpointPage::clientFor(server);
        client.encoding = u"GBK"_s;
        m_gbk = m_session->engine().start(client);
        client.encoding = u"UTF-8"_s;
        m_utf8 = m_session->engine().start(client);
    }
}

void ExampleBench::greet(EndpointId client, const QString &encoding, const QString &text)
{
    const bench::ConnectionStatus *connection = connectionOf(client);
    if (!connection || m_greeted.contains(client))
        return;
    m_greeted.append(client);
    m_session->engine().send(connection->id, codec::encodeText(text, *codec::Encoding::find(encoding)).bytes);
}

/// The server's end of the GBK connection speaks GBK, too.
void ExampleBench::pairEncodings()
{
    const bench::ConnectionStatus *ours = connectionOf(m_gbk);
    const BenchModel *bench = m_session->bench();
    const QModelIndex server = bench->indexOf(m_server);
    for (int row = 0; ours && row < bench->rowCount(server); ++row) {
        const QModelIndex index = bench->index(row, 0, server);
        const bench::ConnectionStatus *theirs = bench->connectionAt(index);
        if (theirs->peer == ours->local && theirs->encoding != ours->encoding)
            m_session->setEncoding(bench->targetAt(index), *codec::Encoding::find(ours->encoding));
    }
}

bool ExampleBench::isEchoed(EndpointId client) const
{
    const bench::ConnectionStatus *connection = connectionOf(client);
    return connection && connection->bytesSent > 0 && connection->bytesReceived == connection->bytesSent;
}

const bench::ConnectionStatus *ExampleBench::connectionOf(EndpointId client) const
{
    return client.isValid() ? m_session->connectionOf({BenchModel::RowKind::Endpoint, client, {}, 0})
                            : nullptr;
}

} // namespace swb::ui
