#pragma once

#include <QMetaType>
#include <QString>

class QDebug;

namespace swb {

/// Why something did not happen. The sentence for the user is made from this at the edge (bench/sentences.h).
enum class FailureKind : quint8
{
    None,
    // addresses and names
    BadAddress, ///< not an address or host name; `subject` is what was typed
    BadScope, ///< a link-local IPv6 address without an interface, or with an unknown one
    AddressNotLocal, ///< EADDRNOTAVAIL on bind: no interface of this computer has it
    HostNotFound,
    ResolverFailed, ///< the name service did not answer (EAI_AGAIN, EAI_FAIL)
    // listening and dialling
    PortInUse,
    PortNeedsPrivilege,
    PortsExhausted, ///< no ephemeral port is left (EADDRNOTAVAIL on connect)
    Refused,
    TimedOut,
    Unreachable,
    Cancelled,
    SelfConnected, ///< the socket had connected to itself (RFC 9293 simultaneous open)
    DescriptorsExhausted, ///< EMFILE, ENFILE
    // a running connection
    ResetByPeer,
    BrokenPipe,
    NotConnected,
    QueueFull, ///< the write queue stands at its high-water mark
    // recordings
    NotFound,
    AlreadyExists,
    NoPermission,
    ReadOnlyPlace,
    DiskFull,
    NotARecording,
    EmptyFile, ///< no recording either: there is nothing in it
    UnsupportedRecording, ///< a version of the format that is not known
    UnsupportedLinkType, ///< a capture from a link that is not known; `subject` is its name
    CompressedRecording,
    ForeignRecording, ///< another program's capture, which is never changed
    InUse, ///< another program holds the file's lock
    TornRecording, ///< it ends in a record that is not whole, so nothing is added to it
    ChangedRecording, ///< it is not what was opened any more
    OwnRecording, ///< an export would replace the recording that it reads
    NoUdpRecording, ///< a recording holds TCP only, and there are UDP rows among those to write
    // what a user typed
    UnknownEncoding,
    // everything else: `systemError` says more
    System,
};

/// One failure: what kind, the errno behind it (0: none), and what it was about: an address, a path, a name.
struct Failure
{
    FailureKind kind = FailureKind::None;
    int systemError = 0;
    QString subject;

    bool isSet() const { return kind != FailureKind::None; }
    friend bool operator==(const Failure &, const Failure &) = default;
};
QDebug operator<<(QDebug debug, const Failure &failure);

/// The stable name of a kind, as it stands in recordings and JSON: "port-in-use".
QLatin1StringView failureName(FailureKind kind);
/// The inverse of failureName(); System for a name that this version does not know.
FailureKind failureFromName(QStringView name);

/// What an errno of open(2), write(2), rename(2) and their like means; `path` becomes the subject.
Failure fileFailure(int systemError, const QString &path);

} // namespace swb

Q_DECLARE_METATYPE(swb::Failure)
