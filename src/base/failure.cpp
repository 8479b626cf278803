#include "base/failure.h"

#include <QDebug>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace swb {

namespace {

using Name = std::pair<FailureKind, QLatin1StringView>;

constexpr std::array names{
    Name{FailureKind::None, QLatin1StringView("none")},
    Name{FailureKind::BadAddress, QLatin1StringView("bad-address")},
    Name{FailureKind::BadScope, QLatin1StringView("bad-scope")},
    Name{FailureKind::AddressNotLocal, QLatin1StringView("address-not-local")},
    Name{FailureKind::HostNotFound, QLatin1StringView("host-not-found")},
    Name{FailureKind::ResolverFailed, QLatin1StringView("resolver-failed")},
    Name{FailureKind::PortInUse, QLatin1StringView("port-in-use")},
    Name{FailureKind::PortNeedsPrivilege, QLatin1StringView("port-needs-privilege")},
    Name{FailureKind::PortsExhausted, QLatin1StringView("ports-exhausted")},
    Name{FailureKind::Refused, QLatin1StringView("refused")},
    Name{FailureKind::TimedOut, QLatin1StringView("timed-out")},
    Name{FailureKind::Unreachable, QLatin1StringView("unreachable")},
    Name{FailureKind::Cancelled, QLatin1StringView("cancelled")},
    Name{FailureKind::SelfConnected, QLatin1StringView("self-connected")},
    Name{FailureKind::DescriptorsExhausted, QLatin1StringView("descriptors-exhausted")},
    Name{FailureKind::ResetByPeer, QLatin1StringView("reset-by-peer")},
    Name{FailureKind::BrokenPipe, QLatin1StringView("broken-pipe")},
    Name{FailureKind::NotConnected, QLatin1StringView("not-connected")},
    Name{FailureKind::QueueFull, QLatin1StringView("queue-full")},
    Name{FailureKind::NotFound, QLatin1StringView("not-found")},
    Name{FailureKind::AlreadyExists, QLatin1StringView("already-exists")},
    Name{FailureKind::NoPermission, QLatin1StringView("no-permission")},
    Name{FailureKind::ReadOnlyPlace, QLatin1StringView("read-only-place")},
    Name{FailureKind::DiskFull, QLatin1StringView("disk-full")},
    Name{FailureKind::NotARecording, QLatin1StringView("not-a-recording")},
    Name{FailureKind::EmptyFile, QLatin1StringView("empty-file")},
    Name{FailureKind::UnsupportedRecording, QLatin1StringView("unsupported-recording")},
    Name{FailureKind::UnsupportedLinkType, QLatin1StringView("unsupported-link-type")},
    Name{FailureKind::CompressedRecording, QLatin1StringView("compressed-recording")},
    Name{FailureKind::ForeignRecording, QLatin1StringView("foreign-recording")},
    Name{FailureKind::InUse, QLatin1StringView("in-use")},
    Name{FailureKind::TornRecording, QLatin1StringView("torn-recording")},
    Name{FailureKind::ChangedRecording, QLatin1StringView("changed-recording")},
    Name{FailureKind::OwnRecording, QLatin1StringView("own-recording")},
    Name{FailureKind::NoUdpRecording, QLatin1StringView("no-udp-recording")},
    Name{FailureKind::UnknownEncoding, QLatin1StringView("unknown-encoding")},
    Name{FailureKind::System, QLatin1StringView("system")},
};

} // namespace

QLatin1StringView failureName(FailureKind kind)
{
    const auto it = std::find_if(names.begin(), names.end(), [&](const Name &n) { return n.first == kind; });
    return it == names.end() ? QLatin1StringView("system") : it->second;
}

FailureKind failureFromName(QStringView name)
{
    const auto it = std::find_if(names.begin(), names.end(), [&](const Name &n) { return name == n.second; });
    return it == names.end() ? FailureKind::System : it->first;
}

QDebug operator<<(QDebug debug, const Failure &failure)
{
    QDebugStateSaver saver(debug);
    debug.nospace() << "Failure(" << failureName(failure.kind) << ", errno " << failure.systemError << ", "
                    << failure.subject << ')';
    return debug;
}

Failure fileFailure(int systemError, const QString &path)
{
    const auto kind = [systemError] {
        switch (systemError) {
        case EACCES:
        case EPERM:
            return FailureKind::NoPermission;
        case EROFS:
            return FailureKind::ReadOnlyPlace;
        case ENOENT:
            return FailureKind::NotFound;
        case EEXIST:
            return FailureKind::AlreadyExists;
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return FailureKind::DiskFull;
        case EWOULDBLOCK:
            return FailureKind::InUse;
        default:
            return FailureKind::System;
        }
    }();
    return {kind, systemError, path};
}

} // namespace swb
