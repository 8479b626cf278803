#include "kernel/procnet.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstring>
#include <unistd.h>

namespace swb::kernel {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestTable = 64 * 1024 * 1024;

/// "0100007F:1F90": the words of the address as the processor holds them, then the port.
std::optional<SocketAddress> parseEnd(QByteArrayView text, bool v6)
{
    const qsizetype colon = text.indexOf(':');
    if (colon != (v6 ? 32 : 8))
        return std::nullopt;
    std::array<quint8, 16> bytes{};
    for (qsizetype word = 0; word < colon / 8; ++word) {
        bool ok = false;
        const quint32 value = text.sliced(word * 8, 8).toByteArray().toUInt(&ok, 16);
        if (!ok)
            return std::nullopt;
        std::memcpy(bytes.data() + word * 4, &value, sizeof value);
    }
    bool ok = false;
    const ushort port = text.sliced(colon + 1).toByteArray().toUShort(&ok, 16);
    if (!ok)
        return std::nullopt;
    if (v6)
        return SocketAddress{IpAddress::v6(bytes), port};
    return SocketAddress{
        IpAddress::v4(quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3]),
        port};
}

/// "00000010:00000020": two numbers in hexadecimal.
std::optional<std::pair<qint64, qint64>> parsePair(const QByteArray &text)
{
    const qsizetype colon = text.indexOf(':');
    bool first = false;
    bool second = false;
    const std::pair<qint64, qint64> pair(
        text.left(colon).toLongLong(&first, 16), text.mid(colon + 1).toLongLong(&second, 16));
    return colon > 0 && first && second ? std::optional(pair) : std::nullopt;
}

// The columns of /proc/net/tcp and udp (Documentation/networking/proc_net_tcp.rst).
enum Column
{
    Local = 1,
    Peer = 2,
    State = 3,
    Queues = 4,
    Timer = 5,
    Tries = 6,
    Uid = 7,
    Inode = 9,
    Drops = 12, // UDP only
};

void addTcpFacts(SocketRow &row, const QList<QByteArray> &columns)
{
    const auto state = stateFromLinux(columns[State].toInt(nullptr, 16));
    row.facts.set(FactId::State, state ? std::optional(qint64(*state)) : std::nullopt);
    const auto queues = parsePair(columns[Queues]);
    if (state == TcpState::Listen) {
        row.facts.set(FactId::AcceptQueue, queues ? std::optional(queues->second) : std::nullopt);
        row.facts.setUnavailable(FactId::AcceptQueueLimit);
    } else if (queues && state) {
        const bool flag = isFinUnderWay(*state) || state == TcpState::SynSent; // counts as a byte
        row.facts.set(FactId::OutQueueBytes, std::max(qint64(0), queues->first - flag));
        row.facts.set(FactId::UnreadBytes, std::max(qint64(0), queues->second - hasPeerFinished(*state)));
    }
    const auto timer = parsePair(columns[Timer]);
    if (!timer || timer->first > qint64(TimerKind::ZeroWindowProbe))
        return;
    row.facts.set(FactId::TimerKind, timer->first);
    if (timer->first == 0)
        return;
    row.facts.set(FactId::TimerRemaining, timer->second * 1'000'000 / sysconf(_SC_CLK_TCK));
    if (timer->first != qint64(TimerKind::TimeWait))
        row.facts.set(FactId::TimerTries, columns[Tries].toLongLong(nullptr, 16));
}

void addUdpFacts(SocketRow &row, const QList<QByteArray> &columns)
{
    const auto queues = parsePair(columns[Queues]);
    row.facts.set(FactId::SendMemory, queues ? std::optional(queues->first) : std::nullopt);
    row.facts.set(FactId::ReceiveMemory, queues ? std::optional(queues->second) : std::nullopt);
    bool ok = false;
    const qint64 drops = columns.value(Drops).toLongLong(&ok);
    row.facts.set(FactId::Drops, ok ? std::optional(drops) : std::nullopt);
}

std::optional<SocketRow> parseLine(const QByteArray &line, Protocol protocol, bool v6)
{
    const QList<QByteArray> columns = line.simplified().split(' ');
    if (columns.size() <= Inode)
        return std::nullopt;
    const auto local = parseEnd(columns[Local], v6);
    const auto peer = parseEnd(columns[Peer], v6);
    bool uidFits = false;
    bool inodeFits = false;
    const qint64 uid = columns[Uid].toLongLong(&uidFits);
    const qint64 inode = columns[Inode].toLongLong(&inodeFits);
    if (!local || !peer || !uidFits || !inodeFits)
        return std::nullopt;
    SocketRow row{protocol, v6, *local, *peer, {}};
    if (protocol == Protocol::Tcp)
        addTcpFacts(row, columns);
    else
        addUdpFacts(row, columns);
    row.facts.set(FactId::Uid, uid);
    row.facts.set(FactId::Inode, inode);
    return row;
}

/// "socket:[12345]", as a descriptor of /proc/PID/fd points to it.
std::optional<qint64> socketInode(const QString &target)
{
    constexpr auto start = "socket:["_L1;
    if (!target.startsWith(start) || !target.endsWith(u']'))
        return std::nullopt;
    bool ok = false;
    const qint64 inode = QStringView(target).sliced(start.size()).chopped(1).toLongLong(&ok);
    return ok ? std::optional(inode) : std::nullopt;
}

QString linkTarget(const QString &path)
{
    char target[64]; // longer ones are no sockets
    const ssize_t size = readlink(QFile::encodeName(path).constData(), target, sizeof target);
    return size > 0 ? QString::fromLatin1(target, size) : QString();
}

std::optional<qint64> sum(std::optional<qint64> v4, std::optional<qint64> v6)
{
    return v4 ? std::optional(*v4 + v6.value_or(0)) : v6;
}

/// /proc/net/snmp6: one name and one number a line.
std::optional<qint64> lineCounter(QByteArrayView text, QByteArrayView name)
{
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        bool ok = false;
        const qint64 value = words.value(1).toLongLong(&ok);
        if (words.first() == name && ok)
            return value;
    }
    return std::nullopt;
}

} // namespace

QList<SocketRow> parseProcSockets(QByteArrayView text, Protocol protocol, bool v6)
{
    QList<SocketRow> rows;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        if (auto row = parseLine(line, protocol, v6))
            rows.append(std::move(*row));
    }
    return rows;
}

std::optional<qint64> procCounter(QByteArrayView text, QByteArrayView group, QByteArrayView name)
{
    const QByteArray start = group.toByteArray() + ": ";
    QList<QByteArray> names;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        if (!line.startsWith(start))
            continue;
        const QList<QByteArray> words = line.simplified().split(' ');
        if (names.isEmpty()) {
            names = words;
            continue;
        }
        const qsizetype place = names.indexOf(name);
        bool ok = false;
        const qint64 value = place > 0 ? words.value(place).toLongLong(&ok) : 0;
        return ok ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<QByteArray> ProcNet::read(const QString &name) const
{
    QFile file(m_root + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(longestTable);
}

std::optional<QList<SocketRow>> ProcNet::sockets(Protocol protocol) const
{
    const QString name = protocol == Protocol::Tcp ? u"net/tcp"_s : u"net/udp"_s;
    const auto v4 = read(name);
    const auto v6 = read(name + u'6');
    if (!v4 && !v6)
        return std::nullopt;
    return parseProcSockets(v4.value_or(QByteArray()), protocol, false)
        + parseProcSockets(v6.value_or(QByteArray()), protocol, true);
}

Counters ProcNet::counters() const
{
    const QByteArray snmp = read(u"net/snmp"_s).value_or(QByteArray());
    const QByteArray snmp6 = read(u"net/snmp6"_s).value_or(QByteArray());
    const QByteArray netstat = read(u"net/netstat"_s).value_or(QByteArray());
    const auto datagrams = [&](const char *name) {
        return sum(procCounter(snmp, "Udp", name), lineCounter(snmp6, QByteArray("Udp6") + name));
    };
    Counters counters;
    counters.listenOverflows = procCounter(netstat, "TcpExt", "ListenOverflows");
    counters.listenDrops = procCounter(netstat, "TcpExt", "ListenDrops");
    counters.timeWaits = procCounter(netstat, "TcpExt", "TW");
    counters.segmentsRetransmitted = procCounter(snmp, "Tcp", "RetransSegs");
    counters.resetsSent = procCounter(snmp, "Tcp", "OutRsts");
    counters.datagramsReceived = datagrams("InDatagrams");
    counters.datagramErrors = datagrams("InErrors");
    counters.datagramsDropped = datagrams("RcvbufErrors");
    counters.datagramsToNobody = datagrams("NoPorts");
    return counters;
}

QHash<qint64, Owner> ProcNet::owners(QSet<qint64> inodes, int most) const
{
    QHash<qint64, Owner> found;
    const QStringList processes = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Unsorted);
    for (const QString &process : processes) {
        bool isProcess = false;
        const qint64 id = process.toLongLong(&isProcess);
        if (!isProcess)
            continue;
        const QString folder = m_root + u'/' + process + u"/fd/"_s;
        const QStringList descriptors =
            QDir(folder).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDir::Unsorted);
        for (const QString &descriptor : descriptors) {
            if (inodes.isEmpty() || --most < 0)
                return found;
            const auto inode = socketInode(linkTarget(folder + descriptor));
            if (inode && inodes.remove(*inode)) {
                const QByteArray name = read(process + u"/comm"_s).value_or(QByteArray()).trimmed();
                found.insert(*inode, {id, QString::fromLocal8Bit(name)});
            }
        }
    }
    return found;
}

} // namespace swb::kernel
