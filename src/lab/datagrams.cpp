#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/socketfacts.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::FactId;
using kernel::Source;
using net::CallOutcome;
using net::RawSocket;
using net::SocketCall;

constexpr int littleRoom = 8 * 1024; // Linux doubles it, and counts its own overhead into it

/// L13: rows 24, 61, 76 and 80 of the tutorials' claims.
class Datagrams : public Lab
{
public:
    QString id() const override { return u"L13"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void few();
    bool takeFew();
    void observeFew();
    void burst(int count);
    std::optional<qint64> drops() const;
    void observeBurst(int count, int failed);
    void deadPort();

    RawSocket *m_receiver = nullptr;
    QList<CallOutcome> m_few;
    int m_read = 0;
};

/// recvfrom, without waiting: it gives nothing at all (EAGAIN) or one datagram, which may be empty.
CallOutcome takeOne(RawSocket &socket, int most)
{
    CallOutcome outcome = socket.call(SocketCall::receiveFrom(most));
    if (!outcome.isOver()) {
        socket.giveUp();
        outcome.error = EAGAIN;
    }
    return outcome;
}

Story Datagrams::story() const
{
    return {
        Words::tr("Datagrams"),
        Words::tr("“UDP, the User Data Protocol, sends the data directly.”"),
        Words::tr("UDP is the User Datagram Protocol, and a datagram is a postcard. Each arrives whole or "
                  "not at all. The letter box has a size; a card that finds it full is thrown away, and "
                  "nobody tells the sender."),
        Words::tr("Send one burst that arrives whole and one that does not. Send to a port where nobody is. "
                  "The kernel's count of dropped datagrams must be what was sent less what was read."),
        Words::tr("One recvfrom gives one datagram, never two, never a half of one and then the rest: what "
                  "does not fit into the number you gave is cut off and lost. An empty datagram is a "
                  "datagram, so “nothing received” does not mean “closed” here. A good send says that your "
                  "kernel took it. Only where nobody listens, on a connected socket, a later call tells: "
                  "connection refused."),
        Words::tr("Find the largest burst that still arrives whole."),
    };
}

QList<Question> Datagrams::questions() const
{
    return {
        {u"first"_s,
            Words::tr(
                "Datagrams of 3 and of 5 bytes wait. recvfrom(1024) is called once. How many bytes does "
                "it give?"),
            {}, 0, 8, u"few.first"_s},
        {u"empty"_s, Words::tr("recvfrom gives no bytes and no error. What does it mean?"),
            {{0, Words::tr("the other side has closed")}, {1, Words::tr("an empty datagram came")}}, 0, 0,
            u"few.goes-on"_s},
        {u"errors"_s,
            Words::tr("A burst is more than the receiver has room for. How many of a thousand sends fail?"),
            {}, 0, 1000, u"lossy.errors"_s},
    };
}

QList<Action> Datagrams::actions() const
{
    return {
        {u"few"_s, Words::tr("Send 3 bytes, 5 bytes, none, and 10 bytes to recvfrom(4)"), {}, {}, false},
        {u"burst"_s, Words::tr("Send a burst to somebody who reads later"),
            {{u"count"_s, Words::tr("datagrams"), {}, 2, 2000, {}}}, {}, true},
        {u"dead"_s, Words::tr("Send to a port where nobody is"), {}, {}, false},
    };
}

void Datagrams::start(const Move &move)
{
    if (move.action == u"few")
        few();
    else if (move.action == u"burst")
        burst(int(move.arguments.first()));
    else
        deadPort();
}

void Datagrams::few()
{
    m_receiver = sockets().datagrams();
    RawSocket *sender = sockets().datagrams();
    if (!sender || !m_receiver)
        return finish();
    for (const QByteArray &bytes :
        {QByteArray("abc"), QByteArray("defgh"), QByteArray(""), QByteArray("0123456789")})
        sender->call(SocketCall::sendTo(bytes, m_receiver->localEnd()));
    waitUntil(
        [this] { return kernel::readUdp(m_receiver->descriptor()).value(FactId::NextDatagramBytes) == 3; },
        [this] {
            observe(u"few.next"_s, Words::tr("size of the datagram that is next"),
                kernel::readUdp(m_receiver->descriptor()).value(FactId::NextDatagramBytes));
            waitUntil([this] { return takeFew(); }, [this] { observeFew(); });
        });
}

bool Datagrams::takeFew()
{
    while (m_few.size() < 4) {
        const CallOutcome taken = takeOne(*m_receiver, m_few.size() < 3 ? 1024 : 4);
        if (!taken.isGood())
            return false;
        m_few.append(taken);
    }
    return true;
}

void Datagrams::observeFew()
{
    m_few.resize(4); // those that did not come
    observeBytes(u"few.first"_s, Words::tr("the first recvfrom(1024): bytes"), m_few.at(0).bytes);
    observeBytes(u"few.second"_s, Words::tr("the second: bytes"), m_few.at(1).bytes);
    observeFlag(u"few.goes-on"_s, Words::tr("after one without any bytes, more came"),
        m_few.at(2).bytes.isEmpty() && !m_few.at(3).bytes.isEmpty(), Source::Application);
    observeBytes(u"few.cut"_s, Words::tr("recvfrom(4) of ten: bytes"), m_few.at(3).bytes);
    observe(u"few.discarded"_s, Words::tr("bytes of it that were thrown away"), m_few.at(3).discarded);
    observeFlag(u"few.rest"_s, Words::tr("the rest of it came later"),
        takeOne(*m_receiver, 1024).error != EAGAIN, Source::Application);
    sockets().closeAll();
    finish();
}

void Datagrams::burst(int count)
{
    m_receiver = sockets().datagrams();
    RawSocket *sender = sockets().datagrams();
    if (!sender || !m_receiver)
        return finish();
    m_receiver->call(SocketCall::setOption(net::RawOption::ReceiveBuffer, littleRoom));
    m_read = 0;
    int failed = 0;
    for (int i = 0; i < count; ++i) {
        CallOutcome sent = sender->call(SocketCall::sendTo(QByteArray(100, 'x'), m_receiver->localEnd()));
        if (!sent.isOver())
            sent = sender->giveUp();
        failed += !sent.isGood();
    }
    waitUntil(
        [this, count, failed] {
            while (takeOne(*m_receiver, 1024).isGood())
                ++m_read;
            return m_read + drops().value_or(0) == count - failed;
        },
        [this, count, failed] { observeBurst(count, failed); }, std::chrono::seconds(1));
}

std::optional<qint64> Datagrams::drops() const
{
    return kernel::readUdp(m_receiver->descriptor()).value(FactId::Drops);
}

void Datagrams::observeBurst(int count, int failed)
{
    const QString key = m_read + failed == count ? u"lossless"_s : u"lossy"_s;
    observe(key + u".sent"_s, Words::tr("sends that the kernel took"), count - failed, Source::Application);
    observe(key + u".errors"_s, Words::tr("sends that failed"), failed, Source::Application);
    observe(key + u".read"_s, Words::tr("datagrams that were read"), m_read, Source::Application);
    observe(key + u".drops"_s, Words::tr("datagrams that the kernel dropped"), drops());
    sockets().closeAll();
    finish();
}

void Datagrams::deadPort()
{
    RawSocket *gone = sockets().datagrams();
    RawSocket *sender = sockets().datagrams();
    if (!sender || !gone)
        return finish();
    const SocketAddress nobody = gone->localEnd();
    sockets().close(gone);
    sender->call(SocketCall::connect(nobody));
    observe(
        u"dead.sent"_s, Words::tr("bytes that send() took"), give(*sender, "hello?"), Source::Application);
    waitUntil(
        [this, sender] {
            const int error = takeOne(*sender, 1024).error;
            if (error != EAGAIN)
                observeError(u"dead.error"_s, Words::tr("what the next recv says"), error);
            return error != EAGAIN;
        },
        [this] {
            sockets().closeAll();
            finish();
        });
}

Verdict Datagrams::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    const auto number = [&](QStringView key) { return evidence.number(key); };
    judging.want(number(u"few.discarded").has_value(), Words::tr("Send the four datagrams."));
    judging.want(number(u"lossless.read").has_value(), Words::tr("Send a burst that arrives whole."));
    const auto sent = number(u"lossy.sent");
    judging.want(sent.has_value(), Words::tr("Send a burst that is too much."));
    judging.want(!sent || number(u"lossy.drops") == *sent - number(u"lossy.read").value_or(0),
        Words::tr("The kernel's count of dropped datagrams is not what is missing."));
    judging.want(number(u"dead.error") == ECONNREFUSED, Words::tr("Send to a port where nobody is."));
    return judging.verdict();
}

Learner Datagrams::learner() const
{
    return Learner::fixed(
        {8, 0, 1000}, {{u"few"_s, {}}, {u"burst"_s, {3}}, {u"burst"_s, {1000}}, {u"dead"_s, {}}});
}

} // namespace

std::unique_ptr<Lab> makeDatagrams()
{
    return std::make_unique<Datagrams>();
}

} // namespace swb::lab
