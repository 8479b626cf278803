#pragma once

#include "base/address.h"
#include "base/uniquedescriptor.h"

#include <QByteArray>

#include <cerrno>
#include <netinet/in.h>
#include <optional>
#include <poll.h>
#include <sys/socket.h>

/// The other side in plain system calls: what our classes do is judged by sockets that know nothing of them.
class PlainPeer
{
public:
    PlainPeer() = default;
    explicit PlainPeer(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    static PlainPeer listening(int backlog = 16)
    {
        PlainPeer peer(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_storage storage;
        const socklen_t length = swb::SocketAddress{swb::IpAddress::loopback(), 0}.toSockaddr(storage);
        ::bind(peer.get(), reinterpret_cast<sockaddr *>(&storage), length);
        ::listen(peer.get(), backlog);
        return peer;
    }
    static PlainPeer connectedTo(const swb::SocketAddress &address)
    {
        PlainPeer peer(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_storage storage;
        const socklen_t length = address.toSockaddr(storage);
        ::connect(peer.get(), reinterpret_cast<sockaddr *>(&storage), length);
        return peer;
    }
    PlainPeer accept() { return PlainPeer(::accept4(get(), nullptr, nullptr, SOCK_CLOEXEC)); }

    int get() const { return m_descriptor.get(); }
    int take() { return m_descriptor.release(); }
    swb::SocketAddress address() const
    {
        sockaddr_storage storage{};
        socklen_t length = sizeof storage;
        getsockname(get(), reinterpret_cast<sockaddr *>(&storage), &length);
        return swb::SocketAddress::fromSockaddr(storage);
    }

    bool send(QByteArrayView bytes)
    {
        return ::send(get(), bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL) > 0;
    }
    bool isReadable() const
    {
        pollfd ready{get(), POLLIN, 0};
        return ::poll(&ready, 1, 0) > 0;
    }
    /// What recv(2) says: bytes, empty at the end of the stream, nothing after an error (in `error`).
    std::optional<QByteArray> receive(int flags = 0)
    {
        QByteArray buffer(1 << 16, Qt::Uninitialized);
        const ssize_t size = ::recv(get(), buffer.data(), size_t(buffer.size()), flags);
        if (size < 0) {
            error = errno;
            return std::nullopt;
        }
        return buffer.left(size);
    }
    void finish() { ::shutdown(get(), SHUT_WR); }
    void reset()
    {
        const linger atOnce{1, 0};
        setsockopt(get(), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        close();
    }
    void close() { m_descriptor.reset(); }

    int error = 0;

private:
    swb::UniqueDescriptor m_descriptor;
};
