#include "net/resolver.h"

#include <QUrl>

#include <cerrno>
#include <mutex>
#include <netdb.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>

namespace swb::net {

namespace {

Failure failureFromResolver(int code, int error, const QString &host)
{
    const bool unknown = code == EAI_NONAME || code == EAI_NODATA || code == EAI_FAMILY;
    return {unknown ? FailureKind::HostNotFound : FailureKind::ResolverFailed, code == EAI_SYSTEM ? error : 0,
        host};
}

Result<QList<IpAddress>> resolve(const QString &host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    const int code = getaddrinfo(QUrl::toAce(host).constData(), nullptr, &hints, &list);
    if (code != 0)
        return failureFromResolver(code, errno, host);
    QList<IpAddress> addresses;
    for (const addrinfo *entry = list; entry; entry = entry->ai_next) {
        sockaddr_storage storage{};
        memcpy(&storage, entry->ai_addr, entry->ai_addrlen);
        const IpAddress address = SocketAddress::fromSockaddr(storage).ip;
        if (!address.isNull() && !addresses.contains(address))
            addresses.append(address);
    }
    freeaddrinfo(list);
    if (addresses.isEmpty())
        return Failure{FailureKind::HostNotFound, 0, host};
    return addresses;
}

} // namespace

/// Shared with the look-up's thread, which outlives a resolver that is gone or has cancelled.
struct Resolver::Request
{
    std::mutex mutex;
    Resolver *resolver = nullptr; // null: nobody waits any more
};

Resolver::Resolver(QObject *parent)
    : QObject(parent)
{
}

Resolver::~Resolver()
{
    cancel();
}

void Resolver::cancel()
{
    const auto request = std::exchange(m_request, nullptr);
    if (!request)
        return;
    const std::lock_guard lock(request->mutex);
    request->resolver = nullptr;
}

void Resolver::lookUp(const QString &host)
{
    cancel();
    auto request = std::make_shared<Request>();
    request->resolver = this;
    m_request = request;
    const auto work = [request, host] {
        auto result = resolve(host);
        // Under the lock the resolver is alive; what is posted to it goes when it goes.
        const std::lock_guard lock(request->mutex);
        if (!request->resolver)
            return;
        QMetaObject::invokeMethod(
            request->resolver,
            [request, resolver = request->resolver, result = std::move(result)] {
                if (resolver->m_request != request)
                    return;
                resolver->m_request.reset();
                if (result)
                    emit resolver->resolved(*result);
                else
                    emit resolver->failed(result.failure());
            },
            Qt::QueuedConnection);
    };
    try {
        std::thread(work).detach();
    } catch (const std::system_error &) {
        work(); // no thread to be had: the answer matters more than the wait
    }
}

} // namespace swb::net
