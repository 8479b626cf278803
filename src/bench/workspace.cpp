#include "bench/workspace.h"

#include "base/safefile.h"
#include "bench/workspacekeys.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace swb::bench {

namespace {

/// Writes the values of one endpoint that are not the defaults.
class SpecWriter
{
public:
    explicit SpecWriter(const EndpointSpec &spec)
        : m_spec(spec)
    {
    }
    QJsonObject write();

private:
    void put(QLatin1StringView key, const QJsonValue &value, bool isDefault)
    {
        if (!isDefault)
            m_object.insert(key, value);
    }
    void writeServer();
    void writeClient();

    const EndpointSpec &m_spec;
    const EndpointSpec m_usual;
    QJsonObject m_object;
};

QJsonObject SpecWriter::write()
{
    const bool server = m_spec.role == Role::TcpServer;
    m_object = {{Key::role, server ? Key::server : Key::client}, {Key::address, m_spec.address},
        {Key::port, m_spec.port}, {Key::encoding, m_spec.encoding}};
    put(Key::greeting, m_spec.behaviour.greeting, m_spec.behaviour.greeting.isEmpty());
    put(Key::closeByReset, true, !m_spec.closeByReset);
    put(Key::keepHalfOpen, true, !m_spec.keepHalfOpen);
    put(Key::queueLimitMiB, m_spec.highWaterMark / mebibyte, m_spec.highWaterMark == m_usual.highWaterMark);
    server ? writeServer() : writeClient();
    return m_object;
}

void SpecWriter::writeServer()
{
    const Behaviour &behaviour = m_spec.behaviour;
    put(Key::echo, true, !behaviour.echo);
    put(Key::reply, behaviour.reply, behaviour.reply.isEmpty());
    put(Key::replyDelayMs, qint64(behaviour.replyDelay.count()), behaviour.replyDelay.count() == 0);
    put(Key::closeOn, behaviour.closeOn, behaviour.closeOn.isEmpty());
    put(Key::closeAfterReply, true, !behaviour.closeAfterReply);
    put(Key::backlog, m_spec.backlog, m_spec.backlog == m_usual.backlog);
    put(Key::maxConnections, m_spec.maxConnections, m_spec.maxConnections == 0);
    put(Key::oneAtATime, true, !m_spec.oneAtATime);
    put(Key::reuseAddress, false, m_spec.reuseAddress);
}

void SpecWriter::writeClient()
{
    const Behaviour &behaviour = m_spec.behaviour;
    put(Key::script, QJsonArray::fromStringList(behaviour.script), behaviour.script.isEmpty());
    put(Key::hangUp, hangUpName(behaviour.hangUp), behaviour.hangUp == protocol::HangUp::Never);
    put(Key::localAddress, m_spec.localAddress, m_spec.localAddress.isEmpty());
    put(Key::localPort, m_spec.localPort, m_spec.localPort == 0);
    const auto timeout = std::chrono::ceil<std::chrono::seconds>(m_spec.connectTimeout);
    put(Key::connectTimeoutSeconds, qint64(timeout.count()), timeout == m_usual.connectTimeout);
}

WorkspaceFault unreadable(int error, const QString &path)
{
    WorkspaceFault fault;
    // ENXIO: a socket, or a device that is not there.
    fault.kind = error == ENXIO ? WorkspaceFault::Kind::NotAFile : WorkspaceFault::Kind::Unreadable;
    fault.failure = fileFailure(error, path);
    return fault;
}

Outcome writeWhole(const QString &path, const QByteArray &bytes)
{
    auto file = SafeFile::create(path);
    if (!file)
        return file.failure();
    if (const Outcome written = file->write(bytes); !written)
        return written;
    return file->finish();
}

} // namespace

QByteArray Workspace::toJson() const
{
    QJsonArray list;
    for (const EndpointSpec &spec : endpoints)
        list.append(SpecWriter(spec).write());
    const QJsonObject object{{Key::format, Key::formatName}, {Key::version, version}, {Key::endpoints, list}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<Done, WorkspaceFault> Workspace::save(const QString &path) const
{
    const QByteArray json = toJson();
    if (const auto reading = readWorkspace(json); !reading) {
        WorkspaceFault fault = reading.failure();
        fault.place.line = 0; // of a file that nobody will see
        fault.place.column = 0;
        return fault;
    }
    if (const Outcome written = writeWhole(path, json); !written) {
        WorkspaceFault fault;
        fault.kind = WorkspaceFault::Kind::Unreadable;
        fault.failure = written.failure();
        return fault;
    }
    return Done{};
}

WorkspaceResult loadWorkspace(const QString &path)
{
    WorkspaceFault fault;
    fault.failure.subject = path;
    const UniqueDescriptor file( // O_NONBLOCK: a pipe would wait for its writer
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file)
        return unreadable(errno, path);
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0)
        return unreadable(errno, path);
    fault.kind = WorkspaceFault::Kind::NotAFile;
    if (!S_ISREG(facts.st_mode))
        return fault;
    QByteArray json(Workspace::mostBytes + 1, Qt::Uninitialized); // it may have grown since fstat(2)
    qsizetype size = 0;
    ssize_t got = 1;
    while (got > 0 && size < json.size()) {
        got = ::read(file.get(), json.data() + size, size_t(json.size() - size));
        size += got > 0 ? got : 0;
        if (got < 0 && errno == EINTR)
            got = 1;
    }
    if (got < 0)
        return unreadable(errno, path);
    json.truncate(size);
    auto result = readWorkspace(json);
    if (result)
        return result;
    fault = result.failure();
    fault.failure.subject = path;
    return fault;
}

} // namespace swb::bench
