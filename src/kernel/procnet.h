#pragma once

#include "kernel/socketrow.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace swb::kernel {

/// The sockets in /proc/net/tcp, tcp6, udp or udp6: what remains where sock_diag is missing. No round-trip
/// times and no limits of accept queues, which it does not have. Lines that do not fit are passed over.
QList<SocketRow> parseProcSockets(QByteArrayView text, Protocol protocol, bool v6);

/// One number of /proc/net/snmp or netstat, where a line of names stands above each line of numbers.
std::optional<qint64> procCounter(QByteArrayView text, QByteArrayView group, QByteArrayView name);

/// Counted since the computer, or the container, was started: for all programs together.
struct Counters
{
    std::optional<qint64> listenOverflows; ///< connections that found an accept queue full
    std::optional<qint64> listenDrops; ///< handshakes dropped for this or another reason
    std::optional<qint64> segmentsRetransmitted;
    std::optional<qint64> resetsSent;
    std::optional<qint64> timeWaits; ///< sockets that went through TIME_WAIT to its end
    std::optional<qint64> datagramsReceived; ///< UDP, read by programs
    std::optional<qint64> datagramErrors; ///< UDP, not delivered, for whatever reason
    std::optional<qint64> datagramsDropped; ///< UDP, because a receive buffer was full
    std::optional<qint64> datagramsToNobody; ///< UDP, no socket at the port

    friend bool operator==(const Counters &, const Counters &) = default;
};

/// Who has a socket open.
struct Owner
{
    qint64 process = 0;
    QString program; ///< as the kernel names it: at most 15 characters

    friend bool operator==(const Owner &, const Owner &) = default;
};

/// Reads below `root`, which stands for /proc. Any thread.
class ProcNet
{
public:
    explicit ProcNet(QString root = QStringLiteral("/proc"))
        : m_root(std::move(root))
    {
    }

    /// Nothing: this system does not have it. IPv4 and IPv6 in one list.
    std::optional<QList<SocketRow>> sockets(Protocol protocol) const;
    Counters counters() const;
    /// The processes that have these inodes open, as far as this user may see them: one for each. Looks at
    /// no more than `most` descriptors.
    QHash<qint64, Owner> owners(QSet<qint64> inodes, int most = 50'000) const;

private:
    std::optional<QByteArray> read(const QString &name) const;

    QString m_root;
};

} // namespace swb::kernel
