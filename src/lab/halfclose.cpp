#include "lab/kinds.h"
#include "lab/words.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::Source;
using kernel::TcpState;
using net::SocketCall;

constexpr int Waits = -1; // what recv does that gives nothing yet

enum How : quint8
{
    ShutdownWriting = 1,
    Close = 2,
    ShutdownBoth = 3
};

/// L9: rows 39 and 55 of the tutorials' claims.
class HalfClose : public Lab
{
public:
    QString id() const override { return u"L9"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void ask();
    void endSending(How how);
    void observeFinish();
    void answer();
    void observeAnswer(const Taken &got);
    void end();
    void observeRead(const QString &key, const QString &words, const Taken &got);

    Sockets::Pair m_pair; // its client is nullptr once it is closed
    SocketAddress m_clientEnd;
    SocketAddress m_serverEnd;
    QByteArray m_received;
};

Story HalfClose::story() const
{
    return {
        Words::tr("Half a goodbye"),
        Words::tr("“close() ends the connection; when recv() gives nothing, the other side has gone.”"),
        Words::tr("A connection is two one-way streets. “I have said everything” closes one of them. The "
                  "other one stays open until the other side has said everything, too."),
        Words::tr("End what the client sends so that the server's answer still arrives, and no side sees a "
                  "reset."),
        Words::tr("shutdown(SHUT_WR) sends a FIN: no more bytes will come from here. The server's recv() "
                  "gives no bytes, which means “it has said everything”, not “it is gone”. The client waits "
                  "in FIN-WAIT-2 and goes on reading. After close() nobody is left to read; an answer that "
                  "comes then is thrown back as a reset."),
        Words::tr("Do it again with close(), and look at what the server gets for its answer."),
    };
}

QList<Question> HalfClose::questions() const
{
    return {
        {u"readable"_s, Words::tr("The client has called shutdown(SHUT_WR). Can it still receive?"),
            {{0, Words::tr("no, the connection is closed")}, {1, Words::tr("yes")}}, 0, 0,
            u"answer.arrived"_s},
        {u"recv"_s, Words::tr("What does the server's next recv() do?"),
            {{Waits, Words::tr("it waits")}, {0, Words::tr("it gives no bytes")},
                {ECONNRESET, Words::tr("it fails: connection reset")}},
            0, 0, u"finish.recv"_s},
        {u"state"_s, Words::tr("In which state is the client then?"),
            {{qint64(TcpState::Established), u"ESTABLISHED"_s}, {qint64(TcpState::FinWait2), u"FIN-WAIT-2"_s},
                {qint64(TcpState::CloseWait), u"CLOSE-WAIT"_s}, {qint64(TcpState::Closed), u"CLOSED"_s}},
            0, 0, u"finish.client"_s},
    };
}

QList<Action> HalfClose::actions() const
{
    const Question how{u"how"_s, Words::tr("The client calls …"),
        {{ShutdownWriting, u"shutdown(SHUT_WR)"_s}, {Close, u"close()"_s},
            {ShutdownBoth, u"shutdown(SHUT_RDWR)"_s}},
        0, 0, {}};
    return {
        {u"ask"_s, Words::tr("Connect, and let the client ask"), {}, {}, true},
        {u"finish"_s, Words::tr("End what the client sends"), {how}, u"ask"_s, true},
        {u"answer"_s, Words::tr("Let the server answer"), {}, u"finish"_s, true},
        {u"end"_s, Words::tr("Let the server close"), {}, u"answer"_s, true},
    };
}

void HalfClose::start(const Move &move)
{
    if (move.action == u"ask")
        ask();
    else if (!m_pair)
        finish();
    else if (move.action == u"finish")
        endSending(How(move.arguments.first()));
    else if (move.action == u"answer")
        answer();
    else
        end();
}

void HalfClose::observeRead(const QString &key, const QString &words, const Taken &got)
{
    if (got.error == EAGAIN)
        observe(key, words, Waits, Source::Application);
    else
        observeError(key, words, got.error); // 0: the end
}

void HalfClose::ask()
{
    sockets().closeAll();
    m_received.clear();
    m_pair = sockets().connected();
    if (!m_pair)
        return finish();
    m_clientEnd = m_pair.client->localEnd();
    m_serverEnd = m_pair.server->localEnd();
    give(*m_pair.client, "question?");
    waitUntil(
        [this] {
            m_received = take(*m_pair.server).bytes;
            return !m_received.isEmpty();
        },
        [this] {
            observeBytes(u"ask.bytes"_s, Words::tr("bytes of the question"), m_received);
            finish();
        });
}

void HalfClose::endSending(How how)
{
    if (!m_pair.client)
        return finish();
    if (how == Close)
        sockets().close(std::exchange(m_pair.client, nullptr));
    else
        m_pair.client->call(SocketCall::shutdown(
            how == ShutdownWriting ? net::ShutdownHow::Writing : net::ShutdownHow::Both));
    // The server's kernel may take its time to confirm the FIN.
    waitUntil(
        [this] {
            const auto client = stateBetween(m_clientEnd, m_serverEnd);
            return client != TcpState::Established && client != TcpState::FinWait1;
        },
        [this] { observeFinish(); });
}

void HalfClose::observeFinish()
{
    observeRead(
        u"finish.recv"_s, Words::tr("the server's recv(): error, or 0 for the end"), take(*m_pair.server));
    observeState(u"finish.client"_s, Words::tr("the client's end"), stateBetween(m_clientEnd, m_serverEnd));
    observeState(u"finish.server"_s, Words::tr("the server's end"), stateBetween(m_serverEnd, m_clientEnd));
    finish();
}

void HalfClose::answer()
{
    const QByteArray answer("the answer");
    observe(u"answer.sent"_s, Words::tr("bytes of the answer that send() took"), give(*m_pair.server, answer),
        Source::Application);
    waitUntil(
        [this] {
            if (!m_pair.client)
                return stateOf(*m_pair.server) == TcpState::Closed;
            m_received = take(*m_pair.client).bytes;
            return !m_received.isEmpty() || stateOf(*m_pair.server) == TcpState::Closed;
        },
        [this, answer] {
            observeBytes(u"answer.received"_s, Words::tr("bytes of it that the client got"),
                m_pair.client ? m_received : QByteArray());
            observeFlag(u"answer.arrived"_s, Words::tr("the answer arrived whole"),
                m_pair.client && m_received == answer, Source::Application);
            observeRead(
                u"answer.server"_s, Words::tr("the server's recv() after its answer"), take(*m_pair.server));
            finish();
        });
}

void HalfClose::end()
{
    sockets().close(std::exchange(m_pair.server, nullptr));
    if (!m_pair.client)
        return finish();
    waitUntil([this] { return stateOf(*m_pair.client) != TcpState::FinWait2; },
        [this] {
            observeRead(u"end.recv"_s, Words::tr("the client's recv(): error, or 0 for the end"),
                take(*m_pair.client));
            sockets().close(std::exchange(m_pair.client, nullptr));
            observeState(u"end.client"_s, Words::tr("what is left at the client's end"),
                stateBetween(m_clientEnd, m_serverEnd));
            observeState(u"end.server"_s, Words::tr("what is left at the server's end"),
                stateBetween(m_serverEnd, m_clientEnd));
            finish();
        });
}

Verdict HalfClose::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    judging.want(evidence.number(u"ask.bytes") > 0, Words::tr("Let the client ask."));
    judging.want(evidence.number(u"finish.client") == qint64(TcpState::FinWait2),
        Words::tr("End what the client sends, before the answer."));
    judging.want(evidence.number(u"answer.arrived") == 1,
        Words::tr("The client must get the server's answer after that."));
    judging.want(
        evidence.number(u"answer.server") == 0, Words::tr("The server must see an end and no reset."));
    judging.want(evidence.number(u"end.recv") == 0, Words::tr("The client must see an end and no reset."));
    return judging.verdict();
}

Learner HalfClose::learner() const
{
    return Learner::fixed({0, ECONNRESET, qint64(TcpState::Closed)},
        {{u"ask"_s, {}}, {u"finish"_s, {ShutdownWriting}}, {u"answer"_s, {}}, {u"end"_s, {}}});
}

} // namespace

std::unique_ptr<Lab> makeHalfClose()
{
    return std::make_unique<HalfClose>();
}

} // namespace swb::lab
