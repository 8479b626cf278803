#include "lab/sockets.h"

#include "kernel/procnet.h"
#include "kernel/sockdiag.h"
#include "kernel/socketfacts.h"

#include <algorithm>
#include <cerrno>

namespace swb::lab {

using net::RawSocket;
using net::SocketCall;

namespace {

const SocketAddress anyPort{IpAddress::loopback(), 0};

} // namespace

RawSocket *Sockets::make(net::Transport transport)
{
    auto socket = std::make_unique<RawSocket>();
    if (!socket->call(SocketCall::socket(transport)).isGood())
        return nullptr;
    m_all.push_back(std::move(socket));
    return m_all.back().get();
}

RawSocket *Sockets::listen(int backlog, int receiveBuffer)
{
    RawSocket *listener = make();
    if (!listener)
        return nullptr;
    if (receiveBuffer > 0)
        listener->call(SocketCall::setOption(net::RawOption::ReceiveBuffer, receiveBuffer));
    const bool good = listener->call(SocketCall::bind(anyPort)).isGood()
        && listener->call(SocketCall::listen(backlog)).isGood();
    return good ? listener : nullptr;
}

RawSocket *Sockets::dial(const SocketAddress &server)
{
    RawSocket *client = make();
    if (client)
        client->call(SocketCall::connect(server));
    return client;
}

RawSocket *Sockets::accept(RawSocket &listener)
{
    if (!listener.call(SocketCall::accept()).isGood()) {
        listener.giveUp();
        return nullptr;
    }
    m_all.push_back(listener.takeAccepted());
    return m_all.back().get();
}

RawSocket *Sockets::datagrams()
{
    RawSocket *socket = make(net::Transport::Udp);
    return socket && socket->call(SocketCall::bind(anyPort)).isGood() ? socket : nullptr;
}

Sockets::Pair Sockets::connected()
{
    Pair pair;
    pair.listener = listen(8);
    pair.client = pair.listener ? dial(pair.listener->localEnd()) : nullptr;
    pair.server = pair.client ? accept(*pair.listener) : nullptr;
    if (pair.client)
        pair.client->call(SocketCall::setOption(net::RawOption::NoDelay));
    return pair;
}

void Sockets::close(RawSocket *socket)
{
    std::erase_if(m_all, [&](const auto &one) { return one.get() == socket; });
}

Taken take(RawSocket &socket, int most)
{
    const net::CallOutcome outcome = socket.call(SocketCall::receive(most));
    if (!outcome.isOver()) {
        socket.giveUp();
        return {EAGAIN, {}};
    }
    return {outcome.error, outcome.bytes};
}

qint64 give(RawSocket &socket, const QByteArray &bytes)
{
    const net::CallOutcome outcome = socket.call(SocketCall::send(bytes));
    if (outcome.isOver())
        return outcome.value;
    socket.giveUp();
    return outcome.value; // so far
}

bool Delivery::goOn()
{
    for (;;) {
        if (m_owed > 0) {
            const Taken got = take(*m_pair.server);
            if (got.bytes.isEmpty())
                return got.error != EAGAIN;
            m_owed -= got.bytes.size();
            m_read(got.bytes);
        } else if (!m_pieces.isEmpty()) {
            const QByteArray piece = m_pieces.takeFirst();
            m_owed = piece.size();
            give(*m_pair.client, piece);
        } else {
            return true;
        }
    }
}

std::optional<kernel::TcpState> stateOf(const RawSocket &socket)
{
    const auto state = kernel::readTcp(socket.descriptor()).value(kernel::FactId::State);
    return state ? std::optional(static_cast<kernel::TcpState>(*state)) : std::nullopt;
}

std::optional<kernel::TcpState> stateBetween(const SocketAddress &local, const SocketAddress &peer)
{
    const auto table = socketTable();
    if (!table)
        return std::nullopt;
    const auto row = std::find_if(table->begin(), table->end(),
        [&](const kernel::SocketRow &one) { return one.local == local && one.peer == peer; });
    return row == table->end() ? kernel::TcpState::Closed : row->state();
}

std::optional<QList<kernel::SocketRow>> socketTable(kernel::Protocol protocol)
{
    if (auto diag = kernel::SockDiag::open()) {
        if (auto table = diag->dump(protocol))
            return table->rows;
    }
    return kernel::ProcNet().sockets(protocol);
}

} // namespace swb::lab
