#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/socketfacts.h"

#include <algorithm>
#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::FactId;
using kernel::TcpState;
using net::RawSocket;

constexpr int StillConnected = -1;
constexpr int crowd = 8;
constexpr int wanted = 6;

/// L4: rows 43 to 45 and 54 of the tutorials' claims.
class WaitingHall : public Lab
{
public:
    QString id() const override { return u"L4"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void open();
    void six();
    void closeListener();
    void observeFates();
    void choose(int backlog);
    qint64 connectedOf(const QList<RawSocket *> &clients) const;
    void observeHall(const QString &key, const RawSocket &listener, const QList<RawSocket *> &clients);

    RawSocket *m_listener = nullptr;
    RawSocket *m_served = nullptr; // the client that was accepted
    QList<RawSocket *> m_six;
    int m_refused = 0;
};

Story WaitingHall::story() const
{
    return {
        Words::tr("The waiting hall"),
        Words::tr("“listen(128): at most 128 clients can be connected.”"),
        Words::tr("A server is a hall with a row of chairs. The kernel opens the door and finishes the "
                  "handshake; whoever has a chair is connected. accept() calls one guest from a chair to a "
                  "desk. listen(n) says how many chairs there are, not how many desks."),
        Words::tr("Choose a number for listen() so that exactly six of eight clients are connected while "
                  "nobody is accepted."),
        Words::tr("The number is the length of the queue for connections that are complete and not yet "
                  "accepted. Linux seats one more than you say. Who finds no chair keeps knocking: its SYN "
                  "is dropped and sent again. When the server stops listening, guests on chairs are reset, "
                  "those still knocking are refused, and the one at a desk stays."),
        Words::tr(
            "Try listen(0). Then think of a server that accepts in a loop, with listen(1): a hundred clients "
            "all get in, for chairs become free."),
    };
}

QList<Question> WaitingHall::questions() const
{
    return {
        {u"connected"_s,
            Words::tr(
                "A server calls listen(3) and accepts nobody. Six clients dial. How many are connected?"),
            {}, 0, 6, u"six.connected"_s},
        {u"fate"_s, Words::tr("Then the server closes its listening socket. What do they get?"),
            {{StillConnected, Words::tr("nothing: they stay connected")},
                {0, Words::tr("a polite end: recv gives no bytes")}, {ECONNRESET, Words::tr("a reset")}},
            0, 0, u"waiting.error"_s},
    };
}

QList<Action> WaitingHall::actions() const
{
    const Question backlog{u"backlog"_s, Words::tr("listen("), {}, 0, 64, {}};
    return {
        {u"open"_s, Words::tr("Listen with 3 places and accept one client"), {}, {}, false},
        {u"six"_s, Words::tr("Let six more clients dial"), {}, u"open"_s, false},
        {u"close"_s, Words::tr("Close the listening socket"), {}, u"six"_s, false},
        {u"choose"_s, Words::tr("Let eight clients dial a server that accepts nobody"), {backlog}, {}, true},
    };
}

void WaitingHall::start(const Move &move)
{
    if (move.action == u"open")
        open();
    else if (move.action == u"six")
        six();
    else if (move.action == u"close")
        closeListener();
    else
        choose(int(move.arguments.first()));
}

qint64 WaitingHall::connectedOf(const QList<RawSocket *> &clients) const
{
    return std::count_if(clients.begin(), clients.end(),
        [](const RawSocket *client) { return client && stateOf(*client) == TcpState::Established; });
}

void WaitingHall::open()
{
    m_listener = sockets().listen(3);
    m_served = m_listener ? sockets().dial(m_listener->localEnd()) : nullptr;
    waitUntil([this] { return !m_served || stateOf(*m_served) == TcpState::Established; },
        [this] {
            const bool accepted = m_served && sockets().accept(*m_listener);
            observe(u"served"_s, Words::tr("clients accepted"), accepted, kernel::Source::Application);
            finish();
        });
}

void WaitingHall::observeHall(
    const QString &key, const RawSocket &listener, const QList<RawSocket *> &clients)
{
    const kernel::Facts hall = kernel::readTcp(listener.descriptor());
    observe(
        key + u".queue"_s, Words::tr("complete and waiting for accept()"), hall.value(FactId::AcceptQueue));
    observe(
        key + u".limit"_s, Words::tr("the number given to listen()"), hall.value(FactId::AcceptQueueLimit));
    const qint64 connected = connectedOf(clients);
    observe(key + u".connected"_s, Words::tr("clients that are connected"), connected);
    observe(key + u".knocking"_s, Words::tr("clients whose SYN has no answer (SYN-SENT)"),
        std::count_if(clients.begin(), clients.end(),
            [](const RawSocket *client) { return client && stateOf(*client) == TcpState::SynSent; }));
}

void WaitingHall::six()
{
    for (int i = 0; m_listener && i < 6; ++i) {
        m_six.append(sockets().dial(m_listener->localEnd()));
        if (m_six.last())
            connect(m_six.last(), &RawSocket::finished, this, [this](const net::CallOutcome &connecting) {
                m_refused += connecting.error == ECONNREFUSED;
            });
    }
    // Long enough that whoever gets in is in, and before the SYN of the others is repeated.
    waitFor(std::chrono::milliseconds(100), [this] {
        if (m_listener)
            observeHall(u"six"_s, *m_listener, m_six);
        finish();
    });
}

void WaitingHall::closeListener()
{
    sockets().close(std::exchange(m_listener, nullptr));
    // A client that knocks learns of it with its next SYN, a second after the first.
    waitUntil(
        [this] {
            return std::all_of(m_six.begin(), m_six.end(), [](const RawSocket *client) {
                return !client || (!client->isWaiting() && stateOf(*client) == TcpState::Closed);
            });
        },
        [this] { observeFates(); });
}

void WaitingHall::observeFates()
{
    const auto reset = std::count_if(m_six.begin(), m_six.end(),
        [](RawSocket *client) { return client && take(*client).error == ECONNRESET; });
    observe(u"after.reset"_s, Words::tr("clients that were reset"), reset);
    observe(u"after.refused"_s, Words::tr("clients that were refused"), m_refused);
    const auto waited = evidence().number(u"six.connected");
    if (reset > 0 && reset == waited)
        observeError(u"waiting.error"_s, Words::tr("recv of a client that waited on a chair"), ECONNRESET);
    if (m_served)
        observeState(u"after.served"_s, Words::tr("the client that was accepted"), stateOf(*m_served));
    finish();
}

void WaitingHall::choose(int backlog)
{
    RawSocket *listener = sockets().listen(backlog);
    QList<RawSocket *> clients;
    for (int i = 0; listener && i < crowd; ++i)
        clients.append(sockets().dial(listener->localEnd()));
    waitFor(std::chrono::milliseconds(100), [this, listener, clients] {
        if (listener)
            observeHall(u"choice"_s, *listener, clients);
        for (RawSocket *client : clients)
            sockets().close(client);
        sockets().close(listener);
        finish();
    });
}

Verdict WaitingHall::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    const auto connected = evidence.number(u"choice.connected");
    judging.want(evidence.number(u"six.connected").has_value(), Words::tr("Let the six clients dial."));
    judging.want(evidence.number(u"after.served").has_value(), Words::tr("Close the listening socket."));
    if (!connected)
        judging.want(false, Words::tr("Choose a number for listen() yourself."));
    else
        judging.want(*connected == wanted && evidence.number(u"choice.queue") == wanted,
            Words::tr("With listen(%1), %2 of eight were connected; six is the task.")
                .arg(evidence.number(u"choice.limit").value_or(0))
                .arg(*connected));
    return judging.verdict();
}

Learner WaitingHall::learner() const
{
    return Learner::fixed({3, StillConnected},
        {{u"open"_s, {}}, {u"six"_s, {}}, {u"close"_s, {}}, {u"choose"_s, {wanted - 1}}});
}

} // namespace

std::unique_ptr<Lab> makeWaitingHall()
{
    return std::make_unique<WaitingHall>();
}

} // namespace swb::lab
