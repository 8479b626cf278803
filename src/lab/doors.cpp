#include "lab/kinds.h"
#include "lab/words.h"

#include "kernel/machine.h"

#include <cerrno>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

using kernel::Source;
using net::RawSocket;
using net::SocketCall;
using net::Transport;

enum Door : quint8
{
    Again, ///< TCP, the same address and port
    Udp,
    OtherAddress, ///< 127.0.0.2
    AnyPort, ///< port 0
    LowPort, ///< one that needs rights, if there are such
};

/// L1: rows 10 to 18 of the tutorials' claims; what needs a sandbox is left out.
class Doors : public Lab
{
public:
    QString id() const override { return u"L1"_s; }
    Story story() const override;
    QList<Question> questions() const override;
    QList<Action> actions() const override;
    Verdict judge(const Evidence &evidence) const override;
    Learner learner() const override;

protected:
    void start(const Move &move) override;

private:
    void open();
    void bind(Door door);
    void lowest(qint64 answer);

    RawSocket *m_first = nullptr;
};

Story Doors::story() const
{
    return {
        Words::tr("Doors and plates"),
        Words::tr("“A port that one socket has bound cannot be bound by another.”"),
        Words::tr(
            "An address is a house, a port is the number of a door, and TCP and UDP are two entrances on "
            "different sides of the house: both have a door 9090. The next house has one, too."),
        Words::tr(
            "Bind one port number at least three times, and see it refused once. Then find the lowest port "
            "that this computer gives to those who do not choose."),
        Words::tr(
            "What must be unique is the protocol, the address and the port together. A server with a "
            "thousand clients still uses one port: each connection differs in the client's end. Port 0 "
            "means “choose for me”. The kernel chooses from a range of its own, not from everything above "
            "1023. Ports below a limit, usually 1024, need rights; that is a setting, too."),
        Words::tr("Let two sockets set SO_REUSEPORT before bind(), and both get the same port."),
    };
}

QList<Question> Doors::questions() const
{
    const QList<Choice> outcomes{
        {0, Words::tr("works")}, {EADDRINUSE, Words::tr("fails: address already in use")}};
    const QString first = Words::tr("A TCP server has bound port P of 127.0.0.1. ");
    return {
        {u"again"_s, first + Words::tr("Another TCP socket binds the same …"), outcomes, 0, 0,
            u"bind.again"_s},
        {u"udp"_s, first + Words::tr("A UDP socket binds port P there …"), outcomes, 0, 0, u"bind.udp"_s},
        {u"other"_s, first + Words::tr("A TCP socket binds port P of 127.0.0.2 …"), outcomes, 0, 0,
            u"bind.other-address"_s},
    };
}

QList<Action> Doors::actions() const
{
    const Question door{u"door"_s, Words::tr("Another socket binds …"),
        {{Again, Words::tr("TCP, the same address and port")},
            {Udp, Words::tr("UDP, the same address and port")},
            {OtherAddress, Words::tr("TCP, the same port of 127.0.0.2")}, {AnyPort, Words::tr("TCP, port 0")},
            {LowPort, Words::tr("TCP, the highest port that needs rights")}},
        0, 0, {}};
    return {
        {u"open"_s, Words::tr("Listen on a port"), {}, {}, false},
        {u"bind"_s, Words::tr("Bind another socket"), {door}, u"open"_s, true},
        {u"lowest"_s, Words::tr("Say where the kernel's choice begins"),
            {{u"port"_s,
                Words::tr("the lowest port that it gives away (/proc/sys/net/ipv4/ip_local_port_range)"), {},
                0, 65535, {}}},
            u"open"_s, true},
    };
}

void Doors::start(const Move &move)
{
    if (move.action == u"open")
        open();
    else if (move.action == u"bind")
        bind(Door(move.arguments.first()));
    else
        lowest(move.arguments.first());
}

void Doors::open()
{
    m_first = sockets().listen(8);
    if (m_first)
        observe(u"open.port"_s, Words::tr("the port that the server listens on"), m_first->localEnd().port);
    finish();
}

void Doors::bind(Door door)
{
    const Transport transport = door == Udp ? Transport::Udp : Transport::Tcp;
    RawSocket *socket = sockets().make(transport);
    const quint16 low = quint16(kernel::readMachine().firstFreePort.value_or(1024) - 1);
    if (!m_first || !socket)
        return finish();
    SocketAddress address = m_first->localEnd();
    if (door == OtherAddress)
        address.ip = IpAddress::v4(0x7f000002);
    if (door == AnyPort || door == LowPort)
        address.port = door == AnyPort ? 0 : low;
    const QStringList names{u"again"_s, u"udp"_s, u"other-address"_s, u"any-port"_s, u"low-port"_s};
    const QString key = u"bind."_s + names.at(door);
    const QString asked = (door == Udp ? u"UDP "_s : u"TCP "_s) + address.toString();
    const int error = socket->call(SocketCall::bind(address)).error;
    observeError(key, Words::tr("bind() of %1: error, or 0").arg(asked), error);
    if (error == 0)
        observe(key + u".port"_s, Words::tr("the port that it got"), socket->localEnd().port);
    finish();
}

void Doors::lowest(qint64 answer)
{
    const auto range = kernel::readMachine().ephemeralPorts;
    observe(u"lowest.answer"_s, Words::tr("your answer"), answer, Source::Application);
    observe(u"lowest.kernel"_s, Words::tr("the lowest port that the kernel chooses"),
        range ? std::optional<qint64>(range->first) : std::nullopt);
    finish();
}

Verdict Doors::judge(const Evidence &evidence) const
{
    Judging judging(evidence);
    int good = evidence.number(u"open.port").has_value();
    for (const QString &key : {u"bind.udp"_s, u"bind.other-address"_s, u"bind.any-port"_s})
        good += evidence.number(key) == 0;
    judging.want(good >= 3, Words::tr("Let at least three sockets bind; so far it is %1.").arg(good));
    judging.want(evidence.number(u"bind.again") == EADDRINUSE, Words::tr("See a second bind() refused."));
    const auto lowest = evidence.number(u"lowest.kernel");
    judging.want(lowest && evidence.number(u"lowest.answer") == lowest,
        Words::tr("Find the lowest port that the kernel chooses."));
    return judging.verdict();
}

Learner Doors::learner() const
{
    const auto range = kernel::readMachine().ephemeralPorts; // anybody can read that file
    return Learner::fixed({EADDRINUSE, EADDRINUSE, EADDRINUSE},
        {{u"open"_s, {}}, {u"bind"_s, {Again}}, {u"bind"_s, {Udp}}, {u"bind"_s, {OtherAddress}},
            {u"bind"_s, {AnyPort}}, {u"bind"_s, {LowPort}}, {u"lowest"_s, {range ? range->first : 0}}});
}

} // namespace

std::unique_ptr<Lab> makeDoors()
{
    return std::make_unique<Doors>();
}

} // namespace swb::lab
