#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/socketfacts.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::FactId;
using kernel::Source;
using kernel::TcpState;
using net::RawSocket;

const QByteArray request("Hello Server");
const QByteArray reply("Hello, client");
constexpr int soon = 500; // milliseconds

enum Way : quint8
{
    OneAfterTheOther = 1,
    WhoeverSpeaks = 2
};

/// L5: rows 59, 64, 65, 73 and 79 of the tutorials' claims.
class Clerks : public Lab
{
public:
    QString id() const override { return u"L5"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    bool open();
    void stall();
    void observeStall();
    void serve(Way way);
    void work();
    bool hear(int client);
    void observeService();

    RawSocket *m_listener = nullptr;
    RawSocket *m_clients[2]{};
    QList<RawSocket *> m_served;
    qint64 m_answeredAfter[2]{-1, -1}; // milliseconds; -1: not yet
    QElapsedTimer m_clock;
    Way m_way = OneAfterTheOther;
};

Story Clerks::story() const
{
    return {
        Words::tr("One clerk or many"),
        Words::tr("“A double loop serves many clients.”"),
        Words::tr(
            "An office with one clerk, who stays with a visitor until he leaves. The next visitor may come "
            "in, sit down and even hand over his papers, for the doorman takes them. But nobody reads "
            "them."),
        Words::tr(
            "See the second client wait, with its bytes confirmed and unread. Then serve so that both are "
            "answered within half a second while both stay connected."),
        Words::tr(
            "The kernel connects the second client and takes its bytes without the program: connect() and "
            "send() have long returned, and yet nobody has accepted it. A double loop serves many clients "
            "one after the other. To serve them at the same time, a program needs a thread for each, or a "
            "loop that looks after whoever has something to say."),
        Words::tr(
            "Let the first client hang up in the serial server, and see when the second one is answered."),
    };
}

QList<Question> Clerks::questions() const
{
    return {
        {u"connect"_s,
            Words::tr("The server talks with client A and calls no accept(). Client B dials. Does its "
                      "connect() wait?"),
            {{0, Words::tr("no, it returns at once")}, {1, Words::tr("yes, until A has gone")}}, 0, 0,
            u"stall.connect-waits"_s},
        {u"acked"_s, Words::tr("B sends 12 bytes. How many of them are confirmed?"), {}, 0, request.size(),
            u"stall.acked"_s},
    };
}

QList<Action> Clerks::actions() const
{
    const Question way{u"way"_s, Words::tr("The server …"),
        {{OneAfterTheOther, Words::tr("serves one client until it leaves, then the next")},
            {WhoeverSpeaks, Words::tr("looks after whoever has something to say")}},
        0, 0, {}};
    return {
        {u"stall"_s, Words::tr("Let A be served, and B dial and send"), {}, {}, false},
        {u"serve"_s, Words::tr("Let both ask, and serve them"), {way}, u"stall"_s, true},
    };
}

void Clerks::start(const Move &move)
{
    if (!open())
        return finish();
    if (move.action == u"stall")
        stall();
    else
        serve(Way(move.arguments.first()));
}

/// Both dial; none is accepted.
bool Clerks::open()
{
    sockets().closeAll();
    m_served.clear();
    m_listener = sockets().listen(8);
    for (RawSocket *&client : m_clients)
        client = m_listener ? sockets().dial(m_listener->localEnd()) : nullptr;
    return m_clients[0] && m_clients[1];
}

void Clerks::stall()
{
    sockets().accept(*m_listener); // A
    give(*m_clients[1], request);
    waitUntil(
        [this] {
            return kernel::readTcp(m_clients[1]->descriptor()).value(FactId::BytesAcked) == request.size();
        },
        [this] { observeStall(); });
}

void Clerks::observeStall()
{
    const RawSocket &client = *m_clients[1];
    observeFlag(u"stall.connect-waits"_s, Words::tr("B still waits in connect()"), client.isWaiting());
    observeState(u"stall.state"_s, Words::tr("B's connection"), stateOf(client));
    observe(u"stall.acked"_s, Words::tr("B's bytes that the server's kernel has confirmed"),
        kernel::readTcp(client.descriptor()).value(FactId::BytesAcked));
    const auto table = socketTable();
    std::optional<kernel::SocketRow> guest;
    for (const kernel::SocketRow &row : table ? *table : QList<kernel::SocketRow>()) {
        if (row.local == m_listener->localEnd() && row.peer == client.localEnd())
            guest = row;
    }
    observeFlag(u"stall.unaccepted"_s, Words::tr("the server's end belongs to no program yet"),
        guest ? std::optional(guest->isUnaccepted()) : std::nullopt);
    observe(u"stall.unread"_s, Words::tr("bytes that wait there"),
        guest ? guest->facts.value(FactId::UnreadBytes) : std::nullopt);
    finish();
}

void Clerks::serve(Way way)
{
    m_way = way;
    std::fill(std::begin(m_answeredAfter), std::end(m_answeredAfter), -1);
    m_clock.start();
    for (RawSocket *client : m_clients)
        give(*client, request);
    waitUntil(
        [this] {
            work();
            const bool first = hear(0);
            return hear(1) && first;
        },
        [this] { observeService(); }, std::chrono::milliseconds(2 * soon));
}

/// What the server's program does when it gets a turn.
void Clerks::work()
{
    if (m_way == WhoeverSpeaks || m_served.isEmpty()) {
        if (RawSocket *next = sockets().accept(*m_listener))
            m_served.append(next);
    }
    for (RawSocket *served : std::as_const(m_served)) {
        if (!take(*served).bytes.isEmpty())
            give(*served, reply);
    }
}

bool Clerks::hear(int client)
{
    if (m_answeredAfter[client] < 0 && !take(*m_clients[client]).bytes.isEmpty())
        m_answeredAfter[client] = m_clock.elapsed();
    return m_answeredAfter[client] >= 0;
}

void Clerks::observeService()
{
    for (const auto &[name, index] : {std::pair(u"a"_s, 0), {u"b"_s, 1}}) {
        const bool answered = m_answeredAfter[index] >= 0;
        const QString who =
            index == 0 ? Words::tr("client A was answered") : Words::tr("client B was answered");
        observeFlag(u"serve.%1"_s.arg(name), who, answered, Source::Application);
        if (answered)
            observe(u"serve.%1.after"_s.arg(name), Words::tr("milliseconds that it waited"),
                m_answeredAfter[index], Source::Application);
    }
    finish();
}

Verdict Clerks::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    judging.want(
        evidence.number(u"stall.unread") == request.size() && evidence.number(u"stall.unaccepted") == 1,
        Words::tr("Let B wait while A is served."));
    for (const QString &name : {u"a"_s, u"b"_s}) {
        const auto after = evidence.number(u"serve.%1.after"_s.arg(name));
        judging.want(evidence.number(u"serve."_s + name) == 1 && after && *after <= soon,
            Words::tr("Client %1 was not answered within half a second.").arg(name.toUpper()));
    }
    return judging.verdict();
}

Learner Clerks::learner() const
{
    return Learner::fixed({1, 0}, {{u"stall"_s, {}}, {u"serve"_s, {WhoeverSpeaks}}});
}

} // namespace

std::unique_ptr<Lab> makeClerks()
{
    return std::make_unique<Clerks>();
}

} // namespace swb::lab
