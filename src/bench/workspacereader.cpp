// How a workspace is read; how it is written and loaded is in workspace.cpp.
#include "bench/workspace.h"

#include "bench/jsonoutline.h"
#include "bench/workspacekeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace swb::bench {

namespace {

using codec::InputMode;
using Kind = WorkspaceFault::Kind;

constexpr qsizetype shownLength = 40;

QString shown(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    const QString text = QString::fromUtf8(json.sliced(1, json.size() - 2));
    return text.size() <= shownLength ? text : text.left(shownLength) + u'…';
}

WorkspacePlace placeOfOffset(const QByteArray &json, qsizetype offset)
{
    const QByteArrayView before = QByteArrayView(json).first(std::clamp<qsizetype>(offset, 0, json.size()));
    WorkspacePlace place;
    place.line = int(before.count('\n')) + 1;
    place.column = int(before.size() - before.lastIndexOf('\n'));
    return place;
}

/// Takes values out of one JSON object after the other. The first fault is kept, and reading goes on
/// harmlessly; in a file of a newer version what would be a fault is left out.
class Reader
{
public:
    explicit Reader(const JsonOutline &outline)
        : m_outline(outline)
    {
    }
    WorkspaceResult read(const QJsonObject &file);

private:
    void readEndpoints();
    void readEndpoint(const QJsonObject &object);
    void readBoth(EndpointSpec &spec);
    void readServer(EndpointSpec &spec);
    void readClient(EndpointSpec &spec);
    void readScript(Behaviour &behaviour);
    void readHangUp(Behaviour &behaviour);
    void checkTexts(EndpointSpec &spec);
    void checkText(QLatin1StringView key, QString &text, const codec::Encoding &encoding);
    void text(QLatin1StringView key, QString &target, qsizetype most = Workspace::mostText);
    template <class Number>
    void number(QLatin1StringView key, Number &target, qint64 least, qint64 most);
    void flag(QLatin1StringView key, bool &target);
    std::optional<QJsonValue> take(QLatin1StringView key);
    WorkspacePlace placeOf(const QString &key) const;
    void refuse(Kind kind, QLatin1StringView key, const QJsonValue &found = {}, qint64 least = 0,
        qint64 most = 0, const QStringList &choices = {});
    void refuse(WorkspaceFault fault);
    void noteStrangers();

    const JsonOutline &m_outline;
    QJsonObject m_object; // what nobody has taken out of it yet
    int m_endpoint = 0; // from 1
    WorkspaceReading m_reading;
    std::optional<WorkspaceFault> m_fault;
};

WorkspaceResult Reader::read(const QJsonObject &file)
{
    m_object = file;
    const auto format = take(Key::format);
    if (!format || format->toString() != Key::formatName) {
        WorkspaceFault fault;
        fault.kind = Kind::NotAWorkspace;
        return fault;
    }
    if (!m_object.contains(Key::version))
        refuse(Kind::Missing, Key::version);
    number(Key::version, m_reading.version, 1, std::numeric_limits<int>::max());
    if (!m_outline.repeated().isEmpty()) {
        WorkspaceFault fault;
        fault.kind = Kind::RepeatedKey;
        fault.place.line = m_outline.repeatedLine();
        fault.place.key = QString::fromUtf8(m_outline.repeated()).section(u'/', -1);
        refuse(fault);
    }
    readEndpoints();
    if (m_fault)
        return *m_fault;
    return m_reading;
}

void Reader::readEndpoints()
{
    const auto list = take(Key::endpoints);
    noteStrangers();
    if (!list)
        return refuse(Kind::Missing, Key::endpoints);
    if (!list->isArray())
        return refuse(Kind::NotAList, Key::endpoints, *list);
    const QJsonArray endpoints = list->toArray();
    if (endpoints.size() > Workspace::mostEndpoints)
        return refuse(Kind::TooMany, Key::endpoints, endpoints.size(), 0, Workspace::mostEndpoints);
    for (const QJsonValue &endpoint : endpoints) {
        ++m_endpoint;
        if (endpoint.isObject())
            readEndpoint(endpoint.toObject());
        else
            refuse(Kind::NotAnObject, {}, endpoint);
    }
}

void Reader::readEndpoint(const QJsonObject &object)
{
    m_object = object;
    const auto role = take(Key::role);
    if (!role)
        return refuse(Kind::Missing, Key::role);
    EndpointSpec spec;
    if (role->toString() == Key::client)
        spec.role = Role::TcpClient;
    else if (role->toString() != Key::server)
        return refuse(Kind::NotAChoice, Key::role, *role, 0, 0, {Key::server, Key::client});
    readBoth(spec);
    spec.role == Role::TcpServer ? readServer(spec) : readClient(spec);
    noteStrangers();
    checkTexts(spec);
    m_reading.workspace.endpoints.append(spec);
}

void Reader::readBoth(EndpointSpec &spec)
{
    const bool client = spec.role == Role::TcpClient;
    text(Key::address, spec.address, 1024);
    number(Key::port, spec.port, client ? 1 : 0, 65535);
    text(Key::encoding, spec.encoding, 64);
    text(Key::greeting, spec.behaviour.greeting);
    flag(Key::closeByReset, spec.closeByReset);
    flag(Key::keepHalfOpen, spec.keepHalfOpen);
    qint64 limit = spec.highWaterMark / mebibyte;
    number(Key::queueLimitMiB, limit, 1, 65536);
    spec.highWaterMark = limit * mebibyte;
}

void Reader::readServer(EndpointSpec &spec)
{
    Behaviour &behaviour = spec.behaviour;
    flag(Key::echo, behaviour.echo);
    text(Key::reply, behaviour.reply);
    qint64 delay = 0;
    number(Key::replyDelayMs, delay, 0, 600000);
    behaviour.replyDelay = std::chrono::milliseconds(delay);
    text(Key::closeOn, behaviour.closeOn);
    flag(Key::closeAfterReply, behaviour.closeAfterReply);
    number(Key::backlog, spec.backlog, 1, 65535);
    number(Key::maxConnections, spec.maxConnections, 0, 100000);
    flag(Key::oneAtATime, spec.oneAtATime);
    flag(Key::reuseAddress, spec.reuseAddress);
}

void Reader::readClient(EndpointSpec &spec)
{
    readScript(spec.behaviour);
    readHangUp(spec.behaviour);
    text(Key::localAddress, spec.localAddress, 1024);
    number(Key::localPort, spec.localPort, 0, 65535);
    auto timeout = std::chrono::ceil<std::chrono::seconds>(spec.connectTimeout).count();
    number(Key::connectTimeoutSeconds, timeout, 1, 3600);
    spec.connectTimeout = std::chrono::seconds(timeout);
}

void Reader::readScript(Behaviour &behaviour)
{
    const auto value = take(Key::script);
    if (!value)
        return;
    if (!value->isArray())
        return refuse(Kind::NotAList, Key::script, *value);
    const QJsonArray messages = value->toArray();
    if (messages.size() > Workspace::mostMessages)
        return refuse(Kind::TooMany, Key::script, messages.size(), 0, Workspace::mostMessages);
    for (const QJsonValue &message : messages) {
        if (!message.isString())
            refuse(Kind::NotAText, Key::script, message);
        else if (message.toString().isEmpty())
            refuse(Kind::EmptyMessage, Key::script);
        else if (message.toString().size() > Workspace::mostText)
            refuse(Kind::TooLong, Key::script, message, 0, Workspace::mostText);
        else
            behaviour.script.append(message.toString());
    }
}

void Reader::readHangUp(Behaviour &behaviour)
{
    const auto value = take(Key::hangUp);
    if (!value)
        return;
    QStringList choices;
    for (const auto &[hangUp, name] : hangUpNames) {
        choices.append(name);
        if (value->toString() == name) {
            behaviour.hangUp = hangUp;
            return;
        }
    }
    refuse(Kind::NotAChoice, Key::hangUp, *value, 0, 0, choices);
}

/// What is on a bench can be said: a form would not have let it through.
void Reader::checkTexts(EndpointSpec &spec)
{
    const auto encoding = codec::Encoding::find(spec.encoding);
    if (!encoding) {
        refuse(Kind::UnknownEncoding, Key::encoding, spec.encoding);
        spec.encoding = codec::Encoding().name();
        return;
    }
    spec.encoding = encoding->name();
    checkText(Key::greeting, spec.behaviour.greeting, *encoding);
    checkText(Key::closeOn, spec.behaviour.closeOn, *encoding);
    for (QString &message : spec.behaviour.script)
        checkText(Key::script, message, *encoding);
    spec.behaviour.script.removeAll(QString());
    if (const auto bad = protocol::ReplyTemplate::check(spec.behaviour.reply, *encoding)) {
        WorkspaceFault fault;
        fault.kind = Kind::BadReply;
        fault.place = placeOf(Key::reply);
        fault.reply = bad;
        refuse(fault);
        spec.behaviour.reply.clear();
    }
}

void Reader::checkText(QLatin1StringView key, QString &text, const codec::Encoding &encoding)
{
    const auto bad = codec::compose(text, InputMode::Escapes, encoding).fault;
    if (!bad)
        return;
    WorkspaceFault fault;
    fault.kind = Kind::BadText;
    fault.place = placeOf(key);
    fault.encoding = encoding.name();
    fault.text = bad;
    refuse(fault);
    text.clear();
}

std::optional<QJsonValue> Reader::take(QLatin1StringView key)
{
    const auto it = m_object.find(key);
    if (it == m_object.end())
        return std::nullopt;
    const QJsonValue value = it.value();
    m_object.erase(it);
    return value;
}

void Reader::text(QLatin1StringView key, QString &target, qsizetype most)
{
    const auto value = take(key);
    if (!value)
        return;
    if (!value->isString())
        refuse(Kind::NotAText, key, *value);
    else if (value->toString().size() > most)
        refuse(Kind::TooLong, key, *value, 0, most);
    else
        target = value->toString();
}

template <class Number>
void Reader::number(QLatin1StringView key, Number &target, qint64 least, qint64 most)
{
    const auto value = take(key);
    if (!value)
        return;
    const double given = value->toDouble(std::nan(""));
    if (given >= double(least) && given <= double(most) && given == std::floor(given))
        target = Number(given);
    else
        refuse(Kind::NotANumber, key, *value, least, most);
}

void Reader::flag(QLatin1StringView key, bool &target)
{
    const auto value = take(key);
    if (value && !value->isBool())
        refuse(Kind::NotYesOrNo, key, *value);
    else if (value)
        target = value->toBool();
}

WorkspacePlace Reader::placeOf(const QString &key) const
{
    QByteArray path = key.toUtf8();
    if (m_endpoint > 0) {
        path = QByteArray(Key::endpoints.data()) + '/' + QByteArray::number(m_endpoint - 1);
        if (!key.isEmpty())
            path += '/' + key.toUtf8();
    }
    return {m_outline.lineOf(path), 0, m_endpoint, key};
}

void Reader::refuse(Kind kind, QLatin1StringView key, const QJsonValue &found, qint64 least, qint64 most,
    const QStringList &choices)
{
    WorkspaceFault fault;
    fault.kind = kind;
    fault.place = placeOf(key);
    fault.found = found.isNull() ? QString() : shown(found);
    fault.least = least;
    fault.most = most;
    fault.choices = choices;
    refuse(fault);
}

void Reader::refuse(WorkspaceFault fault)
{
    if (m_reading.isNewer())
        m_reading.leftOut.append(fault.place);
    else if (!m_fault)
        m_fault = std::move(fault);
}

void Reader::noteStrangers()
{
    for (const QString &key : m_object.keys())
        m_reading.leftOut.append(placeOf(key));
}

} // namespace

WorkspaceResult readWorkspace(const QByteArray &json)
{
    WorkspaceFault fault;
    fault.kind = Kind::TooLarge;
    fault.most = Workspace::mostBytes;
    if (json.size() > Workspace::mostBytes)
        return fault;
    const JsonOutline outline(json, Workspace::mostDeep);
    fault.kind = Kind::TooDeep;
    fault.most = Workspace::mostDeep;
    fault.place.line = outline.tooDeepLine();
    if (outline.tooDeepLine() > 0)
        return fault;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    fault = {};
    fault.kind = Kind::NotJson;
    fault.place = placeOfOffset(json, error.offset);
    if (error.error != QJsonParseError::NoError)
        return fault;
    return Reader(outline).read(document.object());
}

} // namespace swb::bench
