#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/savedsyn.h"

#include <array>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::Source;

enum Layer : quint8
{
    Link = 1,
    Network,
    Transport,
    Application
};

struct Field
{
    const char *id;
    const char *words; ///< not yet translated
    Layer layer;
};

constexpr std::array fields{
    Field{"ports", QT_TRANSLATE_NOOP("swb::lab", "the two ports"), Transport},
    Field{"addresses", QT_TRANSLATE_NOOP("swb::lab", "the two IP addresses"), Network},
    Field{"mac", QT_TRANSLATE_NOOP("swb::lab", "the MAC addresses"), Link},
    Field{"ttl", QT_TRANSLATE_NOOP("swb::lab", "how many routers it may still pass (TTL)"), Network},
    Field{"sequence", QT_TRANSLATE_NOOP("swb::lab", "the sequence number, which counts bytes"), Transport},
    Field{"name", QT_TRANSLATE_NOOP("swb::lab", "the words “Hello Server”"), Application},
};

/// The lengths of the two headers and the port that a SYN over IPv4 goes to; nothing: it is none.
struct Syn
{
    int network = 0;
    int transport = 0;
    int port = 0;

    static std::optional<Syn> read(const QByteArray &bytes)
    {
        const auto at = [&](qsizetype i) { return quint8(bytes.at(i)); };
        if (bytes.size() < 40 || at(0) >> 4 != 4)
            return std::nullopt;
        Syn syn;
        syn.network = (at(0) & 15) * 4;
        if (syn.network < 20 || bytes.size() < syn.network + 20)
            return std::nullopt;
        syn.transport = (at(syn.network + 12) >> 4) * 4;
        syn.port = at(syn.network + 2) << 8 | at(syn.network + 3);
        return syn;
    }
};

/// L2: rows 20 to 30 of the tutorials' claims; a SYN that the kernel saved has no link layer.
class Unwrap : public Lab
{
public:
    QString id() const override { return u"L2"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void catchSyn();
    void measure(qint64 answer);
    void place(const QList<qint64> &layers);
    std::optional<Syn> caught() const;
};

Story Unwrap::story() const
{
    return {
        Words::tr("Unwrap a packet"),
        Words::tr("“An IP packet contains the ports; the network layer adds the MAC address.”"),
        Words::tr("A letter in an envelope, in a mail bag, in a van. Each carrier reads only what is written "
                  "on its own "
                  "wrapping, and takes it off at the end of its way."),
        Words::tr("Say at which byte of a real packet the program's data would begin, and which wrapping "
                  "carries which "
                  "field."),
        Words::tr(
            "The IP header has the addresses and the TTL, and begins the bytes that the kernel saved. The "
            "TCP header "
            "follows: ports, sequence number, flags, options. Behind both comes what the program said; a SYN "
            "has nothing there. MAC addresses are outside, on the link, and loopback has none that matter."),
        Words::tr("Look at the same packet under “Layers” in a recording, field by field."),
    };
}

QList<Question> Unwrap::questions() const
{
    return {{u"size"_s,
        Words::tr("A client says hello to a server with a SYN. It carries no data. How many bytes does the "
                  "packet have, "
                  "from its IP header on?"),
        {}, 0, 100, u"syn.size"_s}};
}

QList<Action> Unwrap::actions() const
{
    const QList<Choice> layers{{Link, Words::tr("the link")}, {Network, Words::tr("the network (IP)")},
        {Transport, Words::tr("the transport (TCP)")}, {Application, Words::tr("the program")}};
    QList<Question> places;
    for (const Field &field : fields)
        places.append({QString::fromLatin1(field.id), Words::tr(field.words), layers, 0, 0, {}});
    return {
        {u"catch"_s, Words::tr("Dial, and take the SYN that really came"), {}, {}, false},
        {u"measure"_s, Words::tr("Say where the program's data would begin"),
            {{u"offset"_s, Words::tr("byte (the first one is 0)"), {}, 0, 200, {}}}, u"catch"_s, true},
        {u"place"_s, Words::tr("Say who carries what"), places, u"catch"_s, true},
    };
}

void Unwrap::start(const Move &move)
{
    if (move.action == u"catch")
        catchSyn();
    else if (move.action == u"measure")
        measure(move.arguments.first());
    else
        place(move.arguments);
}

void Unwrap::catchSyn()
{
    net::RawSocket *listener = sockets().listen(1);
    const bool saves = listener && kernel::saveSyns(listener->descriptor());
    const net::RawSocket *client = saves ? sockets().dial(listener->localEnd()) : nullptr;
    const net::RawSocket *server = client ? sockets().accept(*listener) : nullptr;
    const auto bytes = server ? kernel::takeSavedSyn(server->descriptor()) : std::nullopt;
    if (bytes)
        observePacket(
            u"syn.size"_s, Words::tr("bytes: %1").arg(QString::fromLatin1(bytes->toHex(' '))), *bytes);
    else
        observe(u"syn.size"_s, Words::tr("bytes of the SYN"), std::nullopt);
    if (client)
        observe(u"syn.port"_s, Words::tr("the port that the client dialled"), client->peerEnd().port);
    sockets().closeAll();
    finish();
}

std::optional<Syn> Unwrap::caught() const
{
    const Observation *seen = evidence().last(u"syn.size");
    return seen ? Syn::read(seen->bytes) : std::nullopt;
}

void Unwrap::measure(qint64 answer)
{
    const auto syn = caught();
    const auto of = [&](int Syn::*member) {
        return syn ? std::optional<qint64>((*syn).*member) : std::nullopt;
    };
    observe(u"measure.answer"_s, Words::tr("your answer"), answer, Source::Application);
    observe(u"measure.network"_s, Words::tr("bytes of the IP header"), of(&Syn::network), Source::Wire);
    observe(u"measure.transport"_s, Words::tr("bytes of the TCP header"), of(&Syn::transport), Source::Wire);
    observe(u"measure.port"_s, Words::tr("the port that it goes to, bytes 2 and 3 of the TCP header"),
        of(&Syn::port), Source::Wire);
    finish();
}

void Unwrap::place(const QList<qint64> &layers)
{
    qint64 right = 0;
    for (size_t i = 0; i < fields.size(); ++i)
        right += layers.at(qsizetype(i)) == fields[i].layer;
    observe(u"place.right"_s, Words::tr("fields placed rightly, of six"), right, Source::Application);
    finish();
}

Verdict Unwrap::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    const auto answer = evidence.number(u"measure.answer");
    const auto network = evidence.number(u"measure.network");
    const auto transport = evidence.number(u"measure.transport");
    judging.want(answer && network && transport && *answer == *network + *transport,
        Words::tr("Say where the data would begin: behind both headers."));
    judging.want(evidence.number(u"measure.port") == evidence.number(u"syn.port"),
        Words::tr("The packet must be the client's own."));
    const auto right = evidence.number(u"place.right");
    judging.want(right == qint64(fields.size()),
        Words::tr("%1 of 6 fields are in their place.").arg(right.value_or(0)));
    return judging.verdict();
}

Learner Unwrap::learner() const
{
    return {{20}, [](const Evidence &soFar) -> std::optional<Move> {
                Move placing{u"place"_s, {}};
                for (const Field &field : fields)
                    placing.arguments.append(field.layer);
                const Observation *seen = soFar.last(u"syn.size");
                const auto syn = seen ? Syn::read(seen->bytes) : std::nullopt;
                const QList<Move> moves{
                    {u"catch"_s, {}}, {u"measure"_s, {syn ? syn->network + syn->transport : 0}}, placing};
                const qsizetype done = soFar.moves.size();
                return done < moves.size() ? std::optional(moves.at(done)) : std::nullopt;
            }};
}

} // namespace

std::unique_ptr<Lab> makeUnwrap()
{
    return std::make_unique<Unwrap>();
}

} // namespace swb::lab
