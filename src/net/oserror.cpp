#include "net/oserror.h"

#include <cerrno>

namespace swb::net {

namespace {

FailureKind kindOf(int error, During during)
{
    switch (error) {
    case EADDRINUSE:
        return FailureKind::PortInUse;
    case EACCES:
    case EPERM:
        return during == During::Bind ? FailureKind::PortNeedsPrivilege : FailureKind::NoPermission;
    case EADDRNOTAVAIL:
        return during == During::Bind ? FailureKind::AddressNotLocal : FailureKind::PortsExhausted;
    case EAGAIN: // connect(2): no ephemeral port is left for this destination
        return during == During::Connect ? FailureKind::PortsExhausted : FailureKind::System;
    case EINVAL: // a link-local address without its interface
        return during == During::Bind || during == During::Connect ? FailureKind::BadScope
                                                                   : FailureKind::System;
    case ENODEV:
        return FailureKind::BadScope;
    case ECONNREFUSED:
        return FailureKind::Refused;
    case ETIMEDOUT:
        return FailureKind::TimedOut;
    case ENETUNREACH:
    case EHOSTUNREACH:
    case ENETDOWN:
    case EHOSTDOWN:
    case EAFNOSUPPORT: // IPv6 is switched off
        return FailureKind::Unreachable;
    case ECONNRESET:
        return FailureKind::ResetByPeer;
    case EPIPE:
        return FailureKind::BrokenPipe;
    case ENOTCONN:
        return FailureKind::NotConnected;
    case EMFILE:
    case ENFILE:
        return FailureKind::DescriptorsExhausted;
    default:
        return FailureKind::System;
    }
}

} // namespace

Failure failureFromErrno(int error, During during, const QString &subject)
{
    return {kindOf(error, during), error, subject};
}

} // namespace swb::net
