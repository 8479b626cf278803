#include "lab/framing.h"
#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/socketfacts.h"

#include <QRandomGenerator>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::FactId;
using kernel::Source;

const QByteArrayList names{"Michael", "Tracy", "Sarah"};
constexpr int randomTrials = 100;
constexpr int trials = 2 + randomTrials; // in one piece, byte by byte, cut at random

/// L7: rows 31, 47, 50, 52, 69 and 70 of the tutorials' claims.
class Stream : public Lab
{
public:
    QString id() const override { return u"L7"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void sendNames(const QString &key, int most);
    void readNames(const QString &key, int most);
    void frame(Framing framing);
    void beginTrial();
    bool deliver();
    void observeTrials();

    Sockets::Pair m_pair;
    Framing m_framing = Framing::EachRead;
    QRandomGenerator m_random;
    quint32 m_seed = 0;
    Deframer m_deframer;
    Delivery m_delivery;
    int m_trial = 0;
    int m_good[3]{}; // in one piece, byte by byte, at random
};

Story Stream::story() const
{
    return {
        Words::tr("A stream, not messages"),
        Words::tr("“The client sends three names; the server receives each with recv(1024).”"),
        Words::tr("Three letters through one slot, and behind the slot they fall on a paper roll: the ink "
                  "is all there and in order, but the letters' edges are gone. TCP keeps bytes and their "
                  "order. It does not keep your calls of send()."),
        Words::tr("Choose a way to mark where a name ends that survives every delivery: all at once, byte "
                  "by byte, and cut at a hundred random places."),
        Words::tr("One send() is not one recv(). What arrives together depends on timing, buffers and the "
                  "number you give to recv(), which is only a maximum. The tutorial's pair works because "
                  "it waits for an answer after each name. A line end after each message, or its length "
                  "before it, works always."),
        Words::tr("What if a name may hold a line end itself? And what if it is longer than 255 bytes?"),
    };
}

QList<Question> Stream::questions() const
{
    return {
        {u"reads"_s,
            Words::tr("A client sends Michael, Tracy and Sarah with three calls. Then the server calls "
                      "recv(1024) until nothing is left. How many calls give something?"),
            {}, 0, 18, u"names.reads"_s},
        {u"fours"_s, Words::tr("And if it calls recv(4)?"), {}, 0, 18, u"fours.reads"_s},
    };
}

QList<Action> Stream::actions() const
{
    const Question framing{u"framing"_s, Words::tr("A message is …"),
        {{qint64(Framing::EachRead), Words::tr("what one recv() gives")},
            {qint64(Framing::SevenBytes), Words::tr("always seven bytes")},
            {qint64(Framing::Lines), Words::tr("what stands before a line end")},
            {qint64(Framing::Lengths), Words::tr("as long as the byte before it says")}},
        0, 0, {}};
    return {
        {u"names"_s, Words::tr("Send three names, then read with recv(1024)"), {}, {}, false},
        {u"fours"_s, Words::tr("Send them again, then read with recv(4)"), {}, u"names"_s, false},
        {u"frame"_s, Words::tr("Try a way to mark messages"), {framing}, u"names"_s, true},
    };
}

void Stream::start(const Move &move)
{
    if (move.action == u"names")
        sendNames(u"names"_s, 1024);
    else if (move.action == u"fours")
        sendNames(u"fours"_s, 4);
    else
        frame(Framing(move.arguments.first()));
}

void Stream::sendNames(const QString &key, int most)
{
    m_pair = sockets().connected();
    if (!m_pair)
        return finish();
    for (const QByteArray &name : names)
        give(*m_pair.client, name);
    const qsizetype size = names.join().size();
    waitUntil(
        [this, size] {
            return kernel::readTcp(m_pair.server->descriptor()).value(FactId::UnreadBytes) == size;
        },
        [this, key, most] { readNames(key, most); });
}

void Stream::readNames(const QString &key, int most)
{
    const kernel::Facts facts = kernel::readTcp(m_pair.server->descriptor());
    observe(key + u".sends"_s, Words::tr("calls of send()"), names.size(), Source::Application);
    observe(
        key + u".segments"_s, Words::tr("segments with data that came"), facts.value(FactId::DataSegmentsIn));
    observe(key + u".unread"_s, Words::tr("bytes that wait for recv()"), facts.value(FactId::UnreadBytes));
    int reads = 0;
    for (Taken got = take(*m_pair.server, most); !got.bytes.isEmpty(); got = take(*m_pair.server, most)) {
        observeBytes(key + u".bytes"_s,
            Words::tr("recv() gave “%1”, bytes").arg(QString::fromLatin1(got.bytes)), got.bytes);
        ++reads;
    }
    observe(key + u".reads"_s, Words::tr("calls of recv() that gave something"), reads, Source::Application);
    finish();
}

void Stream::frame(Framing framing)
{
    m_pair = sockets().connected();
    if (!m_pair)
        return finish();
    m_framing = framing;
    m_seed = QRandomGenerator::global()->generate();
    m_random.seed(m_seed);
    m_trial = 0;
    std::fill(std::begin(m_good), std::end(m_good), 0);
    beginTrial();
    waitUntil([this] { return deliver(); }, [this] { observeTrials(); }, std::chrono::seconds(20));
}

void Stream::beginTrial()
{
    m_deframer = Deframer(m_framing);
    QByteArrayList pieces;
    qsizetype begin = 0;
    const QByteArray bytes = framed(m_framing, names);
    for (qsizetype i = 1; i <= bytes.size(); ++i) {
        const bool cut = m_trial == 1 || (m_trial > 1 && m_random.bounded(3) == 0);
        if (cut || i == bytes.size()) {
            pieces.append(bytes.sliced(begin, i - begin));
            begin = i;
        }
    }
    m_delivery = Delivery(m_pair, pieces, [this](const QByteArray &read) { m_deframer.feed(read); });
}

/// True: all trials are over.
bool Stream::deliver()
{
    while (m_delivery.goOn()) {
        m_good[std::min(m_trial, 2)] += m_deframer.messages() == names;
        if (++m_trial == trials)
            return true;
        beginTrial();
    }
    return false;
}

void Stream::observeTrials()
{
    observe(u"frame.way"_s, Words::tr("the way that was tried"), qint64(m_framing), Source::Application);
    observe(u"frame.seed"_s, Words::tr("the random cuts begin from the number"), m_seed, Source::Application);
    observe(u"frame.whole"_s, Words::tr("right when all came in one piece (of 1)"), m_good[0],
        Source::Application);
    observe(u"frame.bytes"_s, Words::tr("right when it came byte by byte (of 1)"), m_good[1],
        Source::Application);
    observe(u"frame.random"_s, Words::tr("right when it was cut at random (of 100)"), m_good[2],
        Source::Application);
    finish();
}

Verdict Stream::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    judging.want(
        evidence.number(u"names.reads").has_value(), Words::tr("Send the three names and read them."));
    const auto random = evidence.number(u"frame.random");
    judging.want(random.has_value(), Words::tr("Choose a way to mark messages."));
    judging.want(
        !random || evidence.number(u"frame.whole") == 1, Words::tr("It fails when all comes in one piece."));
    judging.want(
        !random || evidence.number(u"frame.bytes") == 1, Words::tr("It fails when bytes come one by one."));
    judging.want(!random || random == randomTrials,
        Words::tr("It fails for %1 of 100 random cuts.").arg(randomTrials - random.value_or(0)));
    return judging.verdict();
}

Learner Stream::learner() const
{
    return Learner::fixed(
        {3, 3}, {{u"names"_s, {}}, {u"fours"_s, {}}, {u"frame"_s, {qint64(Framing::Lengths)}}});
}

} // namespace

std::unique_ptr<Lab> makeStream()
{
    return std::make_unique<Stream>();
}

} // namespace swb::lab
