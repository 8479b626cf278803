#pragma once

#include "kernel/socketrow.h"
#include "net/rawsocket.h"

#include <QByteArrayList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace swb::lab {

/// The sockets of one lab, all of them on loopback. They are closed with it. What these functions give stays
/// its own; nullptr where the system refused.
class Sockets
{
public:
    net::RawSocket *make(net::Transport transport = net::Transport::Tcp);
    /// A port that the system chooses. `receiveBuffer` is for the connections that come: 0 leaves it.
    net::RawSocket *listen(int backlog, int receiveBuffer = 0);
    /// Begins to connect; it may still wait.
    net::RawSocket *dial(const SocketAddress &server);
    net::RawSocket *accept(net::RawSocket &listener); ///< nullptr: nobody waits
    net::RawSocket *datagrams(); ///< UDP, at a port that the system chooses

    struct Pair
    {
        net::RawSocket *listener = nullptr;
        net::RawSocket *client = nullptr;
        net::RawSocket *server = nullptr;

        explicit operator bool() const { return server; }
    };
    Pair connected(); ///< with TCP_NODELAY: each send goes out at once

    void close(net::RawSocket *socket);
    void closeAll() { m_all.clear(); }

private:
    std::vector<std::unique_ptr<net::RawSocket>> m_all;
};

/// What recv gives now, without waiting for more.
struct Taken
{
    int error = 0; ///< errno; EAGAIN: nothing is there
    QByteArray bytes; ///< empty without an error: the end
};
Taken take(net::RawSocket &socket, int most = 64 * 1024);
/// One send; how many bytes were taken without waiting. -1: an error.
qint64 give(net::RawSocket &socket, const QByteArray &bytes);

/// Bytes that go from client to server in pieces, each read before the next one is sent.
class Delivery
{
public:
    Delivery() = default;
    Delivery(Sockets::Pair pair, QByteArrayList pieces, std::function<void(const QByteArray &)> read)
        : m_pair(pair)
        , m_pieces(std::move(pieces))
        , m_read(std::move(read))
    {
    }
    bool goOn(); ///< without waiting. True: all were read, or the connection is broken

private:
    Sockets::Pair m_pair;
    QByteArrayList m_pieces;
    std::function<void(const QByteArray &)> m_read;
    qsizetype m_owed = 0; // bytes of the last piece that recv has not given yet
};

std::optional<kernel::TcpState> stateOf(const net::RawSocket &socket); ///< of its descriptor
/// Of the connection between these two ends as `local` sees it, also when no program has it any more. Closed:
/// there is none; nothing: this system does not tell.
std::optional<kernel::TcpState> stateBetween(const SocketAddress &local, const SocketAddress &peer);
/// Everybody's, from the one mouth of the kernel that this system has; nothing: from none.
std::optional<QList<kernel::SocketRow>> socketTable(kernel::Protocol protocol = kernel::Protocol::Tcp);

} // namespace swb::lab
