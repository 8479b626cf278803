#pragma once

#include "base/address.h"
#include "base/result.h"

#include <QList>
#include <QObject>

#include <memory>

namespace swb::net {

/// Host name to addresses by getaddrinfo(3), in its order (RFC 6724), on a thread of its own for each
/// look-up. QHostInfo would delay the end of the program by a pending look-up's time-out; this one is simply
/// forgotten.
class Resolver : public QObject
{
    Q_OBJECT

public:
    explicit Resolver(QObject *parent = nullptr);
    ~Resolver() override; ///< forgets a pending look-up at once

    /// resolved() or failed() follows, unless cancel() or another look-up comes first.
    void lookUp(const QString &host);
    void cancel();

Q_SIGNALS:
    void resolved(const QList<swb::IpAddress> &addresses);
    void failed(const swb::Failure &failure);

private:
    struct Request;
    std::shared_ptr<Request> m_request;
};

} // namespace swb::net
