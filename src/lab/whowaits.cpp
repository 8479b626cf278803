#include "lab/kinds.h"
#include "lab/words.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::FactId;
using kernel::Source;
using kernel::TcpState;
using net::RawSocket;
using net::SocketCall;

enum Reuse : quint8
{
    Never,
    BeforeBind,
    AfterBind
};

enum Closer : quint8
{
    Server,
    Client
};

QString keyOf(Reuse reuse, Closer closer)
{
    const QString place = reuse == Never ? u"never"_s : reuse == BeforeBind ? u"before"_s : u"after"_s;
    return place + (closer == Server ? u".server"_s : u".client"_s);
}

/// L11: rows 14 and 57 of the tutorials' claims.
class WhoWaits : public Lab
{
public:
    QString id() const override { return u"L11"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    RawSocket *serverAt(const SocketAddress &address, int &bindError);
    void part();
    void restart();
    std::optional<kernel::SocketRow> waiting(const SocketAddress &local, const SocketAddress &peer) const;
    bool tableIsThere() const { return socketTable().has_value(); }

    Reuse m_reuse = Never;
    Closer m_closer = Server;
    RawSocket *m_listener = nullptr;
    RawSocket *m_client = nullptr;
    RawSocket *m_served = nullptr;
    SocketAddress m_serverEnd;
    SocketAddress m_clientEnd;
    QElapsedTimer m_sinceClose;
};

Story WhoWaits::story() const
{
    return {
        Words::tr("Who waits?"),
        Words::tr("“With SO_REUSEADDR the port is free at once.”"),
        Words::tr("After the last goodbye on the telephone, one of the two listens a moment longer: perhaps "
                  "the other did not hear it. In TCP it is whoever hung up first. It stays in TIME-WAIT for "
                  "a minute, and nobody shortens that."),
        Words::tr("Restart a server within five seconds on its own port while its TIME-WAIT is still there. "
                  "Then arrange it so that the client has to wait, and the server not at all."),
        Words::tr("SO_REUSEADDR does not end TIME-WAIT. It is the permission to bind the port again while "
                  "it lasts. bind() is what asks for the permission, so the option must be set before it; "
                  "set later, it comes too late. And both runs need it. TIME-WAIT falls to the side that "
                  "closes first; if that is the client, the server's port is free anyway."),
        Words::tr("Look at the rest of TIME-WAIT in the table of sockets, and wait it out once: a minute."),
    };
}

QList<Question> WhoWaits::questions() const
{
    const QList<Choice> outcomes{
        {0, Words::tr("it works")}, {EADDRINUSE, Words::tr("it fails: address already in use")}};
    return {
        {u"never"_s,
            Words::tr("A server closes first, ends, and starts again at once, without SO_REUSEADDR. bind()?"),
            outcomes, 0, 0, u"never.server.bind"_s},
        {u"after"_s, Words::tr("The same, with SO_REUSEADDR set after bind()?"), outcomes, 0, 0,
            u"after.server.bind"_s},
        {u"gone"_s, Words::tr("With SO_REUSEADDR before bind(): is there a TIME-WAIT after the restart?"),
            {{0, Words::tr("no, the option ends it")}, {1, Words::tr("yes, it stays")}}, 0, 0,
            u"before.server.waits"_s},
    };
}

QList<Action> WhoWaits::actions() const
{
    const Question reuse{u"reuse"_s, Words::tr("SO_REUSEADDR is set …"),
        {{Never, Words::tr("never")}, {BeforeBind, Words::tr("before bind()")},
            {AfterBind, Words::tr("after bind()")}},
        0, 0, {}};
    const Question closer{u"closer"_s, Words::tr("The first to close is …"),
        {{Server, Words::tr("the server")}, {Client, Words::tr("the client")}}, 0, 0, {}};
    return {{u"run"_s, Words::tr("Serve one client, end, and start again on the same port"), {reuse, closer},
        {}, true}};
}

void WhoWaits::start(const Move &move)
{
    m_reuse = Reuse(move.arguments.at(0));
    m_closer = Closer(move.arguments.at(1));
    sockets().closeAll();
    int bindError = 0;
    m_listener = serverAt({IpAddress::loopback(), 0}, bindError);
    m_client = m_listener ? sockets().dial(m_listener->localEnd()) : nullptr;
    m_served = m_client ? sockets().accept(*m_listener) : nullptr;
    if (!m_served)
        return finish();
    m_serverEnd = m_served->localEnd();
    m_clientEnd = m_client->localEnd();
    part();
}

/// Listens there; nullptr and the error of bind if it cannot.
RawSocket *WhoWaits::serverAt(const SocketAddress &address, int &bindError)
{
    RawSocket *server = sockets().make();
    if (!server)
        return nullptr;
    const auto permit = SocketCall::setOption(net::RawOption::ReuseAddress);
    if (m_reuse == BeforeBind)
        server->call(permit);
    bindError = server->call(SocketCall::bind(address)).error;
    if (m_reuse == AfterBind)
        server->call(permit);
    return bindError == 0 && server->call(SocketCall::listen(8)).isGood() ? server : nullptr;
}

/// One closes, the other hears it and closes, too.
void WhoWaits::part()
{
    RawSocket *first = m_closer == Server ? m_served : m_client;
    RawSocket *second = m_closer == Server ? m_client : m_served;
    sockets().close(m_listener);
    sockets().close(first);
    m_sinceClose.start();
    waitUntil([second] { return stateOf(*second) == TcpState::CloseWait; },
        [this, second] {
            sockets().close(second);
            const bool byServer = m_closer == Server;
            waitUntil(
                [this, byServer] {
                    return !tableIsThere()
                        || (byServer ? waiting(m_serverEnd, m_clientEnd) : waiting(m_clientEnd, m_serverEnd));
                },
                [this] { restart(); });
        });
}

std::optional<kernel::SocketRow> WhoWaits::waiting(
    const SocketAddress &local, const SocketAddress &peer) const
{
    const auto table = socketTable();
    for (const kernel::SocketRow &row : table ? *table : QList<kernel::SocketRow>()) {
        if (row.local == local && row.peer == peer && row.state() == TcpState::TimeWait)
            return row;
    }
    return std::nullopt;
}

void WhoWaits::restart()
{
    int bindError = 0;
    serverAt(m_serverEnd, bindError);
    const qint64 elapsed = m_sinceClose.elapsed();
    const QString key = keyOf(m_reuse, m_closer);
    observeError(key + u".bind"_s, Words::tr("bind() of the second run: error, or 0"), bindError);
    observe(key + u".elapsed"_s, Words::tr("milliseconds since the close"), elapsed, Source::Application);
    const auto there = [this](const auto &row) {
        return tableIsThere() ? std::optional<bool>(row.has_value()) : std::nullopt;
    };
    const auto server = waiting(m_serverEnd, m_clientEnd);
    const auto client = waiting(m_clientEnd, m_serverEnd);
    observeFlag(key + u".waits"_s, Words::tr("TIME-WAIT at the server's end"), there(server));
    observeFlag(key + u".client-waits"_s, Words::tr("TIME-WAIT at the client's end"), there(client));
    if (server || client)
        observe(key + u".rest"_s, Words::tr("microseconds that TIME-WAIT still lasts"),
            (server ? server : client)->facts.value(FactId::TimerRemaining));
    sockets().closeAll();
    finish();
}

Verdict WhoWaits::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    const auto elapsed = evidence.number(u"before.server.elapsed");
    judging.want(evidence.number(u"before.server.bind") == 0 && evidence.number(u"before.server.waits") == 1
            && elapsed && *elapsed < 5000,
        Words::tr("Restart a server that closed first, within five seconds, beside its TIME-WAIT."));
    bool clientWaits = false;
    for (const Reuse reuse : {Never, BeforeBind, AfterBind}) {
        const QString key = keyOf(reuse, Client);
        clientWaits = clientWaits
            || (evidence.number(key + u".bind"_s) == 0 && evidence.number(key + u".waits"_s) == 0
                && evidence.number(key + u".client-waits"_s) == 1);
    }
    judging.want(clientWaits, Words::tr("Let TIME-WAIT fall to the client."));
    return judging.verdict();
}

Learner WhoWaits::learner() const
{
    return Learner::fixed({0, 0, 0},
        {{u"run"_s, {Never, Server}}, {u"run"_s, {AfterBind, Server}}, {u"run"_s, {BeforeBind, Server}},
            {u"run"_s, {Never, Client}}});
}

} // namespace

std::unique_ptr<Lab> makeWhoWaits()
{
    return std::make_unique<WhoWaits>();
}

} // namespace swb::lab
