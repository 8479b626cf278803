#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/socketfacts.h"

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::FactId;
using kernel::Source;

constexpr int offered = 10'000'000;
constexpr int bufferSize = 16 * 1024; // small, so that the numbers are easily added up
constexpr int quietPolls = 40; // 200 ms without anything taken

/// L6: rows 49 and 56 of the tutorials' claims.
class Buffers : public Lab
{
public:
    QString id() const override { return u"L6"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void fill();
    bool takesNoMore();
    void look();
    void answer(const QList<qint64> &numbers);
    void resume();
    void observeEnd();

    net::RawSocket *m_sender = nullptr;
    net::RawSocket *m_reader = nullptr;
    qint64 m_taken = 0;
    qint64 m_read = 0;
    int m_quiet = 0;
};

Story Buffers::story() const
{
    return {
        Words::tr("Where are my bytes?"),
        Words::tr("“send() sends the data to the other side.”"),
        Words::tr("Think of two tanks with a pipe between them. send() pours into the near tank and comes "
                  "back. The kernel pumps. recv() drinks from the far tank. Here the other program does not "
                  "drink."),
        Words::tr("Say where every byte is that send() took: not yet sent, sent and not confirmed, or "
                  "waiting unread at the other side. The three must add up, to the byte."),
        Words::tr("send() gives bytes to your own kernel; nothing more is promised when it returns. A byte "
                  "may be unsent, on its way, or in the other kernel's buffer, and the program there has "
                  "still not seen it. When both tanks are full, the reader's window closes and send() "
                  "waits, or takes only a part."),
        Words::tr("Look again after some seconds: the sender asks from time to time whether the window has "
                  "opened. Those are the probes."),
    };
}

QList<Question> Buffers::questions() const
{
    return {
        {u"taken"_s,
            Words::tr("A program sends 10,000,000 bytes. The other one never calls recv(). How many bytes "
                      "will send() take?"),
            {}, 0, offered, u"fill.taken"_s},
        {u"read"_s, Words::tr("How many of them has the other program got by then?"), {}, 0, offered,
            u"fill.read"_s},
    };
}

QList<Action> Buffers::actions() const
{
    const auto bytes = [](const QString &id, const QString &words) {
        return Question{id, words, {}, 0, offered, {}};
    };
    return {
        {u"fill"_s, Words::tr("Send until nothing more is taken"), {}, {}, false},
        {u"look"_s, Words::tr("Look again"), {}, u"fill"_s, true},
        {u"answer"_s, Words::tr("Say where the bytes are"),
            {bytes(u"unread"_s, Words::tr("waiting unread at the other side")),
                bytes(u"unacked"_s, Words::tr("sent and not confirmed")),
                bytes(u"unsent"_s, Words::tr("not yet sent"))},
            u"fill"_s, true},
        {u"resume"_s, Words::tr("Let the other program read"), {}, u"answer"_s, false},
    };
}

void Buffers::start(const Move &move)
{
    if (move.action == u"fill")
        fill();
    else if (move.action == u"look")
        look();
    else if (move.action == u"answer")
        answer(move.arguments);
    else
        resume();
}

void Buffers::fill()
{
    net::RawSocket *listener = sockets().listen(1, bufferSize);
    m_sender = listener ? sockets().dial(listener->localEnd()) : nullptr;
    m_reader = m_sender ? sockets().accept(*listener) : nullptr;
    if (!m_reader)
        return finish();
    m_sender->call(net::SocketCall::setOption(net::RawOption::SendBuffer, 4 * bufferSize));
    waitUntil([this] { return takesNoMore(); }, [this] { look(); });
}

/// What the pump takes away makes room for more; in the end nothing moves.
bool Buffers::takesNoMore()
{
    const qint64 taken = give(*m_sender, QByteArray(offered - m_taken, 'x'));
    if (taken > 0)
        m_taken += taken;
    m_quiet = taken > 0 ? 0 : m_quiet + 1;
    return m_quiet >= quietPolls;
}

void Buffers::look()
{
    if (!m_reader)
        return finish();
    const kernel::Facts facts = kernel::readTcp(m_sender->descriptor());
    observe(u"fill.taken"_s, Words::tr("bytes that send() took"), m_taken, Source::Application);
    observe(u"fill.read"_s, Words::tr("bytes that recv() gave to the other program"), m_read,
        Source::Application);
    observe(u"fill.queue"_s, Words::tr("not confirmed by the other side, sent or not"),
        facts.value(FactId::OutQueueBytes));
    observe(u"fill.unsent"_s, Words::tr("of these, not yet sent"), facts.value(FactId::UnsentBytes));
    observe(u"fill.window"_s, Words::tr("bytes that the other side allows now (its window)"),
        facts.value(FactId::PeerWindow));
    observe(u"fill.probes"_s, Words::tr("questions without an answer: is there room?"),
        facts.value(FactId::Probes));
    finish();
}

void Buffers::answer(const QList<qint64> &numbers)
{
    if (!m_reader)
        return finish();
    observe(u"answer.unread"_s, Words::tr("your answer: unread"), numbers.at(0), Source::Application);
    observe(u"answer.unacked"_s, Words::tr("your answer: not confirmed"), numbers.at(1), Source::Application);
    observe(u"answer.unsent"_s, Words::tr("your answer: not sent"), numbers.at(2), Source::Application);
    const kernel::Facts facts = kernel::readTcp(m_sender->descriptor());
    observe(u"kernel.unread"_s, Words::tr("the kernel: unread"),
        kernel::readTcp(m_reader->descriptor()).value(FactId::UnreadBytes));
    observe(u"kernel.unacked"_s, Words::tr("the kernel: not confirmed"), facts.value(FactId::UnackedBytes));
    observe(u"kernel.unsent"_s, Words::tr("the kernel: not sent"), facts.value(FactId::UnsentBytes));
    finish();
}

void Buffers::resume()
{
    if (!m_reader)
        return finish();
    waitUntil(
        [this] {
            for (Taken got = take(*m_reader); !got.bytes.isEmpty(); got = take(*m_reader))
                m_read += got.bytes.size();
            return m_read >= m_taken;
        },
        [this] { observeEnd(); }, std::chrono::seconds(10));
}

void Buffers::observeEnd()
{
    const kernel::Facts facts = kernel::readTcp(m_sender->descriptor());
    observe(u"resume.read"_s, Words::tr("bytes that recv() gave in the end"), m_read, Source::Application);
    observe(
        u"resume.queue"_s, Words::tr("not confirmed by the other side"), facts.value(FactId::OutQueueBytes));
    observe(u"resume.waited"_s, Words::tr("microseconds that the closed window cost the sender"),
        facts.value(FactId::ReceiveWindowLimitedTime));
    finish();
}

Verdict Buffers::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    const auto taken = evidence.number(u"fill.taken");
    const bool answered = evidence.number(u"answer.unread").has_value();
    judging.want(taken.has_value(), Words::tr("Send until nothing more is taken."));
    judging.want(answered, Words::tr("Say where the bytes are."));
    qint64 sum = 0;
    for (const auto &[name, words] : {std::pair(u"unread"_s, Words::tr("unread")),
             {u"unacked"_s, Words::tr("not confirmed")}, {u"unsent"_s, Words::tr("not sent")}}) {
        const auto said = evidence.number(u"answer."_s + name);
        const auto so = evidence.number(u"kernel."_s + name);
        sum += so.value_or(0);
        judging.want(!answered || (so && said == so),
            Words::tr("You said %1 bytes are %2; the kernel says another number.")
                .arg(said.value_or(0))
                .arg(words));
    }
    judging.want(!answered || sum == taken,
        Words::tr("The kernel's three numbers do not add up to what send() took."));
    judging.want(taken && evidence.number(u"resume.read") == taken,
        Words::tr("Let the other program read everything."));
    return judging.verdict();
}

Learner Buffers::learner() const
{
    return {{offered, offered}, [](const Evidence &soFar) -> std::optional<Move> {
                const auto number = [&](QStringView key) { return soFar.number(key).value_or(0); };
                switch (soFar.moves.size()) {
                case 0:
                    return Move{u"fill"_s, {}};
                case 1:
                    return Move{u"answer"_s,
                        {number(u"fill.taken") - number(u"fill.queue"),
                            number(u"fill.queue") - number(u"fill.unsent"), number(u"fill.unsent")}};
                case 2:
                    return Move{u"resume"_s, {}};
                default:
                    return std::nullopt;
                }
            }};
}

} // namespace

std::unique_ptr<Lab> makeBuffers()
{
    return std::make_unique<Buffers>();
}

} // namespace swb::lab
