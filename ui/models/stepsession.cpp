#include "models/stepsession.h"

#include "kernel/socketfacts.h"
#include "kernel/tcpstate.h"
#include "lens/pythonprogram.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::FactId;
using lens::CallSide;
using net::CallKind;
using net::RawSocket;

StepSession::StepSession(QObject *parent)
    : QObject(parent)
{
    auto table = kernel::SockDiag::open();
    if (table)
        m_table.emplace(*std::move(table));
}

StepSession::~StepSession() = default;

QString StepSession::nextNamed(const QString &word) const
{
    const auto sameWord = std::count_if(m_sockets.begin(), m_sockets.end(),
        [&word](const StepSocket &other) { return other.name.startsWith(word); });
    return sameWord == 0 ? word : word + QString::number(sameWord + 1);
}

QString StepSession::nextName(CallSide side) const
{
    return nextNamed(side == CallSide::Server ? u"server"_s : u"client"_s);
}

QString StepSession::nextAcceptedName() const
{
    return nextNamed(u"conn"_s);
}

int StepSession::addSocket(CallSide side, const QString &name, std::unique_ptr<RawSocket> socket)
{
    StepSocket added;
    added.name = name;
    added.side = side;
    const int index = int(m_sockets.size());
    connect(socket.get(), &RawSocket::finished, this, [this, index](const net::CallOutcome &outcome) {
        const int call = m_sockets[index].waiting.value();
        conclude(call, index, outcome);
        refreshFacts();
        emit callChanged(call);
    });
    m_sockets.append(added);
    m_raw.push_back(std::move(socket));
    return index;
}

int StepSession::open(CallSide side, net::Transport transport, IpAddress::Family family)
{
    const int index = addSocket(side, nextName(side), std::make_unique<RawSocket>());
    m_sockets[index].transport = transport;
    m_sockets[index].family = family;
    emit socketAppended(index);
    call(index, net::SocketCall::socket(transport, family));
    return index;
}

void StepSession::call(int socket, const net::SocketCall &call)
{
    const int index = make(socket, call);
    refreshFacts();
    emit callAppended(index);
}

int StepSession::make(int socket, const net::SocketCall &call)
{
    StepCall made;
    made.performed.side = m_sockets[socket].side;
    made.performed.socket = m_sockets[socket].name;
    made.performed.call = call;
    made.performed.time = m_clock.now();
    made.performed.began = m_moments++;
    made.before = factsOf(socket);
    const int index = int(m_calls.size());
    m_calls.append(made);
    conclude(index, socket, m_raw[size_t(socket)]->call(call));
    return index;
}

/// Writes down what a call came to, for now or for good.
void StepSession::conclude(int index, int socket, const net::CallOutcome &outcome)
{
    StepCall &call = m_calls[index];
    call.performed.outcome = outcome;
    m_sockets[socket].waiting = outcome.isOver() ? std::nullopt : std::optional(index);
    if (outcome.isOver()) {
        call.performed.ended = m_moments++;
        call.performed.over = m_clock.now();
    }
    if (auto accepted = m_raw[size_t(socket)]->takeAccepted()) {
        const int added = addSocket(m_sockets[socket].side, nextAcceptedName(), std::move(accepted));
        m_sockets[added].transport = m_sockets[socket].transport;
        m_sockets[added].family = m_sockets[socket].family;
        call.performed.accepted = m_sockets[added].name;
        m_sockets[added].facts = factsOf(added);
        emit socketAppended(added);
    }
    call.after = factsOf(socket);
    call.performed.local = m_sockets[socket].local;
}

void StepSession::giveUp(int socket)
{
    const auto waiting = m_sockets[socket].waiting;
    if (!waiting)
        return;
    conclude(*waiting, socket, m_raw[size_t(socket)]->giveUp());
    refreshFacts();
    emit callChanged(*waiting);
}

void StepSession::startOver()
{
    m_raw.clear();
    m_sockets.clear();
    m_calls.clear();
    m_moments = 0;
    emit startedOver();
}

void StepSession::refreshFacts()
{
    bool changed = false;
    for (int i = 0; i < m_sockets.size(); ++i) {
        const StepSocket before = m_sockets[i];
        const kernel::Facts facts = factsOf(i);
        StepSocket &socket = m_sockets[i];
        socket.facts = facts;
        changed = changed || socket.facts != before.facts || socket.isOpen != before.isOpen
            || socket.waiting != before.waiting || socket.local != before.local || socket.peer != before.peer;
        if (socket.waiting)
            m_calls[*socket.waiting].after = facts;
    }
    if (changed)
        emit socketsChanged();
}

kernel::Facts StepSession::factsOf(int index)
{
    const RawSocket &raw = *m_raw[size_t(index)];
    StepSocket &socket = m_sockets[index];
    socket.isOpen = raw.isOpen();
    if (!raw.isOpen())
        return factsWithoutDescriptor(socket);
    socket.local = raw.localEnd();
    const SocketAddress peer = raw.peerEnd();
    if (!peer.isNull()) // after a reset the socket no longer knows it
        socket.peer = peer;
    return socket.transport == net::Transport::Tcp ? kernel::readTcp(raw.descriptor())
                                                   : kernel::readUdp(raw.descriptor());
}

/// A connection may live on in the kernel when its program has closed it: FIN-WAIT, LAST-ACK, TIME-WAIT.
kernel::Facts StepSession::factsWithoutDescriptor(const StepSocket &socket)
{
    kernel::Facts facts;
    if (!m_table || socket.transport != net::Transport::Tcp || socket.peer.isNull())
        return facts;
    const auto row = m_table->find(socket.local, socket.peer);
    if (row && *row)
        return (*row)->facts;
    if (row)
        facts.set(FactId::State, qint64(kernel::TcpState::Closed));
    return facts;
}

QString StepSession::program() const
{
    QList<lens::PerformedCall> performed;
    for (const StepCall &call : m_calls)
        performed.append(call.performed);
    return lens::pythonProgram(performed);
}

} // namespace swb::ui
