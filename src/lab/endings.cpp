#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/socketfacts.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::Source;
using kernel::TcpState;
using net::RawSocket;
using net::SocketCall;

constexpr int count = 4;
constexpr int Waits = -1; // what recv does that gives nothing yet

enum Fate : quint8
{
    SaidAll, ///< shutdown(SHUT_WR): it will send no more, and still reads
    Closed, ///< close() after everything was read
    ClosedUnread, ///< close() with our bytes unread: a reset
    Silent, ///< nothing happened
};

/// L10: rows 53, 55, 71, 72 and 75 of the tutorials' claims; a cut wire needs another tier.
class Endings : public Lab
{
public:
    QString id() const override { return u"L10"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void meet();
    void part();
    void receive(int which);
    void send(int which);
    void diagnose(const QList<qint64> &answers);

    Sockets::Pair m_pairs[count];
    QList<int> m_fates; // of each, a Fate
    int m_received[count]{}; // what the first recv did
    int m_firstSend[count]{}; // errno of the first send
    bool m_asked[count]{};
    bool m_sent[count]{};
};

Story Endings::story() const
{
    return {
        Words::tr("Four endings"),
        Words::tr("“When the client has closed, recv() returns and the server knows it.”"),
        Words::tr("On the telephone you can hear a goodbye, a slammed door, or nothing at all. Nothing may "
                  "mean that "
                  "the other one is thinking, or that the line was cut."),
        Words::tr("Four connections, four fates. Find out with recv() and send() alone which is which."),
        Words::tr(
            "recv() gives no bytes after a FIN: the other side will say no more. Whether it still listens, "
            "only sending shows: the first send() works in any case, for it only fills your own kernel. If "
            "nobody is there any more, a reset comes back and the next send() fails. A program that closes "
            "with your bytes unread sends a reset at once, without meaning to. And silence says nothing."),
        Words::tr(
            "How would you notice that a silent side is really gone? Look for keepalive in the options."),
    };
}

QList<Question> Endings::questions() const
{
    return {
        {u"unread"_s,
            Words::tr("The other program calls close() and has not read your last bytes. Your recv() …"),
            {{Waits, Words::tr("waits")}, {0, Words::tr("gives no bytes, a polite end")},
                {ECONNRESET, Words::tr("fails: connection reset")}},
            0, 0, u"unread.recv"_s},
        {u"first-send"_s, Words::tr("The other program has closed politely. Your first send() …"),
            {{0, Words::tr("works")}, {EPIPE, Words::tr("fails: broken pipe")}}, 0, 0,
            u"closed.first-send"_s},
    };
}

QList<Action> Endings::actions() const
{
    const Question which{u"which"_s, Words::tr("connection"), {}, 1, count, {}};
    const QList<Choice> fates{{SaidAll, Words::tr("has said everything and still listens")},
        {Closed, Words::tr("has closed")}, {ClosedUnread, Words::tr("was reset")},
        {Silent, Words::tr("is silent, and alive")}};
    QList<Question> answers;
    for (int i = 1; i <= count; ++i)
        answers.append({QString::number(i), Words::tr("connection %1").arg(i), fates, 0, 0, {}});
    return {
        {u"meet"_s, Words::tr("Connect four times, say hello, and let fate act"), {}, {}, false},
        {u"recv"_s, Words::tr("Call recv()"), {which}, u"meet"_s, true},
        {u"send"_s, Words::tr("Call send()"), {which}, u"meet"_s, true},
        {u"diagnose"_s, Words::tr("Say which is which"), answers, u"meet"_s, true},
    };
}

void Endings::start(const Move &move)
{
    if (move.action == u"meet")
        meet();
    else if (m_fates.isEmpty())
        finish();
    else if (move.action == u"recv")
        receive(int(move.arguments.first()) - 1);
    else if (move.action == u"send")
        send(int(move.arguments.first()) - 1);
    else
        diagnose(move.arguments);
}

void Endings::meet()
{
    for (Sockets::Pair &pair : m_pairs) {
        pair = sockets().connected();
        if (!pair)
            return finish();
        give(*pair.client, "hello");
    }
    m_fates = {SaidAll, Closed, ClosedUnread, Silent};
    std::shuffle(m_fates.begin(), m_fates.end(), *QRandomGenerator::global());
    waitUntil(
        [this] {
            return std::all_of(std::begin(m_pairs), std::end(m_pairs), [](const Sockets::Pair &pair) {
                return kernel::readTcp(pair.server->descriptor()).value(kernel::FactId::UnreadBytes) == 5;
            });
        },
        [this] { part(); });
}

void Endings::part()
{
    for (int i = 0; i < count; ++i) {
        RawSocket *server = m_pairs[i].server;
        if (m_fates.at(i) != ClosedUnread)
            take(*server);
        if (m_fates.at(i) == SaidAll)
            server->call(SocketCall::shutdown(net::ShutdownHow::Writing));
        else if (m_fates.at(i) != Silent)
            sockets().close(server);
    }
    // All that is to come has come when those that end have changed their state.
    waitUntil(
        [this] {
            for (int i = 0; i < count; ++i) {
                if (m_fates.at(i) != Silent && stateOf(*m_pairs[i].client) == TcpState::Established)
                    return false;
            }
            return true;
        },
        [this] {
            observe(u"meet.count"_s, Words::tr("connections that were made"), count, Source::Application);
            finish();
        });
}

void Endings::receive(int which)
{
    const Taken got = take(*m_pairs[which].client);
    const int result = got.error == EAGAIN ? Waits : got.error;
    if (!std::exchange(m_asked[which], true))
        m_received[which] = result;
    const QString words = Words::tr("connection %1: recv()").arg(which + 1);
    const QString key = u"recv.%1"_s.arg(which + 1);
    if (result == Waits)
        observe(
            key, Words::tr("connection %1: recv() would wait").arg(which + 1), Waits, Source::Application);
    else if (result == 0)
        observe(
            key, Words::tr("connection %1: recv() gives no bytes").arg(which + 1), 0, Source::Application);
    else
        observeError(key, words, result);
    finish();
}

void Endings::send(int which)
{
    const net::CallOutcome outcome = m_pairs[which].client->call(SocketCall::send("anybody there?"));
    if (!std::exchange(m_sent[which], true))
        m_firstSend[which] = outcome.error;
    const QString key = u"send.%1"_s.arg(which + 1);
    if (outcome.error == 0)
        observe(key, Words::tr("connection %1: send() works").arg(which + 1), 0, Source::Application);
    else
        observeError(key, Words::tr("connection %1: send()").arg(which + 1), outcome.error);
    waitFor(std::chrono::milliseconds(50), [this] { finish(); }); // for a reset to come back
}

void Endings::diagnose(const QList<qint64> &answers)
{
    qint64 right = 0;
    for (int i = 0; i < count; ++i) {
        right += answers.at(i) == m_fates.at(i);
        if (m_fates.at(i) == ClosedUnread && m_asked[i])
            observeError(
                u"unread.recv"_s, Words::tr("recv() after a close with bytes unread"), m_received[i]);
        if (m_fates.at(i) == Closed && m_sent[i])
            observeError(u"closed.first-send"_s, Words::tr("the first send() after a close: error, or 0"),
                m_firstSend[i]);
    }
    observe(u"diagnose.right"_s, Words::tr("connections diagnosed rightly"), right, Source::Application);
    finish();
}

Verdict Endings::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    bool asked = true;
    for (int i = 1; i <= count; ++i)
        asked = asked && evidence.number(u"recv.%1"_s.arg(i)).has_value();
    judging.want(asked, Words::tr("Call recv() on each of the four."));
    const auto right = evidence.number(u"diagnose.right");
    judging.want(right.has_value(), Words::tr("Say which is which."));
    judging.want(!right || right == count, Words::tr("%1 of 4 are right.").arg(right.value_or(0)));
    return judging.verdict();
}

/// Asks all of them; speaks twice to those that have said all; what then fails is closed.
std::optional<Move> nextMove(const Evidence &soFar)
{
    if (soFar.moves.isEmpty())
        return Move{u"meet"_s, {}};
    for (int i = 1; i <= count; ++i) {
        if (!soFar.last(u"recv.%1"_s.arg(i)))
            return Move{u"recv"_s, {i}};
    }
    const auto sends = [&](int i) {
        return std::count_if(soFar.moves.begin(), soFar.moves.end(), [&](const Evidence::Done &done) {
            return done.move == Move{u"send"_s, {i}};
        });
    };
    Move diagnosis{u"diagnose"_s, {}};
    for (int i = 1; i <= count; ++i) {
        const auto received = soFar.number(u"recv.%1"_s.arg(i));
        if (received == 0 && sends(i) < 2)
            return Move{u"send"_s, {i}};
        const Fate finished = soFar.number(u"send.%1"_s.arg(i)) == 0 ? SaidAll : Closed;
        diagnosis.arguments.append(received == Waits ? Silent : received == 0 ? finished : ClosedUnread);
    }
    return soFar.has(u"diagnose") ? std::nullopt : std::optional(diagnosis);
}

Learner Endings::learner() const
{
    return {{0, EPIPE}, nextMove};
}

} // namespace

std::unique_ptr<Lab> makeEndings()
{
    return std::make_unique<Endings>();
}

} // namespace swb::lab
