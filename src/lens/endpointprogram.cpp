#include "lens/endpointprogram.h"

#include "bench/addresstext.h"
#include "codec/compose.h"
#include "lens/pythonliteral.h"
#include "protocol/replytemplate.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lens {

using bench::EndpointSpec;
using bench::Role;
using protocol::HangUp;
using protocol::ReplyTemplate;
using PartKind = ReplyTemplate::Part::Kind;

namespace {

/// Writes one program; used once.
class Writer
{
    Q_DECLARE_TR_FUNCTIONS(swb::lens::EndpointProgram)

public:
    explicit Writer(const EndpointSpec &spec);
    Result<QString> program();

private:
    void write(int indent, const QString &line) { m_lines.append(QString(4 * indent, u' ') + line); }
    void writeFinish();
    void writeNameOf();
    void writeServe();
    void writeServer();
    void writeClient();
    void writeReading(int indent, const QString &socket, const QString &peer);
    void writeAnswer(int indent, const QString &socket);
    void writeEnd(int indent, const QString &socket, bool behindLoop = true);
    bool endsFirst() const;
    bool needsTime() const;
    QString bytesOf(const QString &typed) const;
    QString replyExpression() const;
    QString placeExpression(PartKind place) const;
    QString head() const;
    bool isServer() const { return m_spec.role == Role::TcpServer; }

    const EndpointSpec &m_spec;
    codec::Encoding m_encoding;
    QList<ReplyTemplate::Part> m_reply;
    std::optional<QString> m_codec;
    bool m_isIpv6;
    bool m_servesBoth; ///< "::": clients over IPv4, too
    QStringList m_lines;
};

Writer::Writer(const EndpointSpec &spec)
    : m_spec(spec)
    , m_encoding(codec::Encoding::find(spec.encoding).value_or(codec::Encoding()))
    , m_reply(ReplyTemplate(spec.behaviour.reply, m_encoding).parts())
    , m_codec(pythonCodec(m_encoding))
    , m_isIpv6(spec.address.contains(u':'))
    , m_servesBoth(m_isIpv6 && IpAddress::parse(spec.address).value_or(IpAddress()).isAny())
{
}

Result<QString> Writer::program()
{
    const bool fills = std::any_of(m_reply.begin(), m_reply.end(), [](const ReplyTemplate::Part &part) {
        return part.kind != PartKind::Bytes && part.kind != PartKind::Text;
    });
    if (fills && !m_codec)
        return Failure{FailureKind::UnknownEncoding, 0, m_spec.encoding};
    if (endsFirst() && !m_spec.closeByReset)
        writeFinish();
    if (isServer()) {
        if (m_servesBoth && fills)
            writeNameOf();
        writeServe();
        writeServer();
    } else {
        writeClient();
    }
    return head() + m_lines.join(u'\n') + u'\n';
}

/// Whether it may end a connection before the peer has.
bool Writer::endsFirst() const
{
    const auto &behaviour = m_spec.behaviour;
    return !behaviour.closeOn.isEmpty() || behaviour.closeAfterReply || behaviour.hangUp != HangUp::Never;
}

bool Writer::needsTime() const
{
    return m_spec.behaviour.replyDelay.count() > 0
        || std::any_of(m_reply.begin(), m_reply.end(),
            [](const ReplyTemplate::Part &part) { return part.kind == PartKind::Time; });
}

QString Writer::head() const
{
    QStringList modules{u"socket"_s};
    if (m_codec)
        modules.append(u"codecs"_s);
    if (m_spec.closeByReset)
        modules.append(u"struct"_s);
    if ((isServer() && !m_spec.oneAtATime) || m_spec.keepHalfOpen)
        modules.append(u"threading"_s);
    if (needsTime())
        modules.append(u"time"_s);
    modules.sort();
    QString text;
    for (const QString &module : std::as_const(modules))
        text += u"import "_s + module + u'\n';
    return text + u"\n\n"_s;
}

QString Writer::bytesOf(const QString &typed) const
{
    return pythonBytes(codec::compose(typed, codec::InputMode::Escapes, m_encoding).bytes, m_encoding);
}

QString Writer::placeExpression(PartKind place) const
{
    if (place == PartKind::Text)
        return u"data"_s;
    const QString codec = m_codec.value_or(QString()); // program() has seen to it that there is one
    const QString encode = codec == u"utf-8" ? u".encode()"_s : u".encode(%1)"_s.arg(pythonString(codec));
    if (place == PartKind::Peer && m_servesBoth)
        return u"name_of(peer)"_s + encode;
    if (place == PartKind::Peer)
        return (m_isIpv6 ? u"f\"[{peer[0]}]:{peer[1]}\""_s : u"f\"{peer[0]}:{peer[1]}\""_s) + encode;
    if (place == PartKind::Size)
        return u"str(len(data))"_s + encode;
    return u"time.strftime(\"%H:%M:%S\")"_s + encode;
}

/// What is answered to `data`; empty: nothing.
QString Writer::replyExpression() const
{
    QStringList parts;
    if (m_spec.behaviour.echo)
        parts.append(u"data"_s);
    for (const ReplyTemplate::Part &part : m_reply) {
        const bool fixed = part.kind == PartKind::Bytes;
        parts.append(fixed ? pythonBytes(part.bytes, m_encoding) : placeExpression(part.kind));
    }
    return parts.join(u" + "_s);
}

void Writer::writeFinish()
{
    write(0, u"def finish(conn):"_s);
    write(1, u"conn.shutdown(socket.SHUT_WR)"_s);
    write(1, u"# "_s + tr("Closing with unread bytes would reset the connection."));
    write(1, u"conn.settimeout(2)"_s);
    write(1, u"while conn.recv(65536):"_s);
    write(2, u"pass\n\n"_s);
}

/// On an IPv6 socket a client over IPv4 is ::ffff:127.0.0.1.
void Writer::writeNameOf()
{
    write(0, u"def name_of(peer):"_s);
    write(1, u"host = peer[0].removeprefix(\"::ffff:\")"_s);
    write(1, u"return f\"[{host}]:{peer[1]}\" if \":\" in host else f\"{host}:{peer[1]}\"\n\n"_s);
}

void Writer::writeReading(int indent, const QString &socket, const QString &peer)
{
    write(indent, u"while data := %1.recv(65536):"_s.arg(socket));
    const QString shown = m_codec ? u"decoder.decode(data)"_s : u"data"_s;
    write(indent + 1, u"print(%1%2)"_s.arg(peer, shown));
}

void Writer::writeAnswer(int indent, const QString &socket)
{
    const auto &behaviour = m_spec.behaviour;
    if (!behaviour.closeOn.isEmpty()) {
        const QByteArray said =
            codec::compose(behaviour.closeOn, codec::InputMode::Escapes, m_encoding).bytes;
        QStringList forms;
        for (const QStringView end : {QStringView(), QStringView(u"\n"), QStringView(u"\r\n")})
            forms.append(pythonBytes(said + codec::encodeText(end, m_encoding).bytes, m_encoding));
        write(indent, u"if data in (%1):"_s.arg(forms.join(u", "_s)));
        write(indent + 1, u"break"_s);
    }
    const QString reply = replyExpression();
    if (reply.isEmpty())
        return;
    if (behaviour.replyDelay.count() > 0)
        write(indent, u"time.sleep(%1)"_s.arg(double(behaviour.replyDelay.count()) / 1000));
    write(indent, u"%1.sendall(%2)"_s.arg(socket, reply));
    if (behaviour.closeAfterReply)
        write(indent, u"break"_s);
}

/// Behind the reading: how the connection ends.
void Writer::writeEnd(int indent, const QString &socket, bool behindLoop)
{
    if (m_spec.keepHalfOpen && behindLoop) {
        write(indent, u"else:"_s);
        write(indent + 1, u"# "_s + tr("The peer has finished; this end stays open until the program ends."));
        write(indent + 1, u"threading.Event().wait()"_s);
    }
    if (m_spec.closeByReset)
        write(indent,
            u"%1.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(\"ii\", 1, 0))"_s.arg(socket));
    else if (endsFirst())
        write(indent, u"finish(%1)"_s.arg(socket));
}

void Writer::writeServe()
{
    write(0, u"def serve(conn, peer):"_s);
    if (m_codec)
        write(1,
            u"decoder = codecs.getincrementaldecoder(%1)(\"backslashreplace\")"_s.arg(
                pythonString(*m_codec)));
    write(1, u"try:"_s);
    if (!m_spec.behaviour.greeting.isEmpty())
        write(2, u"conn.sendall(%1)"_s.arg(bytesOf(m_spec.behaviour.greeting)));
    writeReading(2, u"conn"_s, u"peer, "_s);
    writeAnswer(3, u"conn"_s);
    writeEnd(2, u"conn"_s);
    write(1, u"except OSError as error:"_s);
    write(2, u"print(peer, error)"_s);
    write(1, u"finally:"_s);
    write(2, u"conn.close()"_s);
    if (m_spec.maxConnections > 0 && !m_spec.oneAtATime)
        write(2, u"places.release()"_s);
    write(0, u"\n"_s);
}

void Writer::writeServer()
{
    const auto listened = bench::readListenAddress(m_spec.address);
    const QString address = listened ? listened->toString() : m_spec.address;
    const bool limited = m_spec.maxConnections > 0 && !m_spec.oneAtATime;
    if (limited)
        write(0, u"places = threading.Semaphore(%1)"_s.arg(m_spec.maxConnections));
    write(0,
        u"server = socket.socket(socket.%1, socket.SOCK_STREAM)"_s.arg(
            m_isIpv6 ? u"AF_INET6"_s : u"AF_INET"_s));
    if (m_spec.reuseAddress)
        write(0, u"server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)"_s);
    if (m_isIpv6)
        write(0, u"server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)"_s);
    write(0, u"server.bind((%1, %2))"_s.arg(pythonString(address), QString::number(m_spec.port)));
    write(0, u"server.listen(%1)"_s.arg(m_spec.backlog));
    write(0, u"print(server.getsockname())"_s);
    write(0, u"while True:"_s);
    if (limited)
        write(1, u"places.acquire()"_s);
    write(1, u"conn, peer = server.accept()"_s);
    if (m_spec.oneAtATime)
        write(1, u"serve(conn, peer)"_s);
    else
        write(1, u"threading.Thread(target=serve, args=(conn, peer), daemon=True).start()"_s);
}

void Writer::writeClient()
{
    const auto &behaviour = m_spec.behaviour;
    const bool hasTurns = !behaviour.script.isEmpty();
    if (m_codec)
        write(0,
            u"decoder = codecs.getincrementaldecoder(%1)(\"backslashreplace\")"_s.arg(
                pythonString(*m_codec)));
    QString source;
    if (!m_spec.localAddress.isEmpty() || m_spec.localPort != 0)
        source = u", source_address=(%1, %2)"_s.arg(
            pythonString(m_spec.localAddress), QString::number(m_spec.localPort));
    const QString timeout = QString::number(double(m_spec.connectTimeout.count()) / 1000);
    write(0,
        u"client = socket.create_connection((%1, %2), timeout=%3%4)"_s.arg(
            pythonString(m_spec.address), QString::number(m_spec.port), timeout, source));
    write(0, u"client.settimeout(None)"_s);
    if (!behaviour.greeting.isEmpty())
        write(0, u"client.sendall(%1)"_s.arg(bytesOf(behaviour.greeting)));
    if (hasTurns) {
        write(0, u"turns = ["_s);
        for (const QString &turn : behaviour.script)
            write(1, bytesOf(turn) + u',');
        write(0, u"]"_s);
    }
    const bool reads = behaviour.hangUp != HangUp::WhenSaid || hasTurns;
    if (reads) {
        writeReading(0, u"client"_s, {});
        writeAnswer(1, u"client"_s);
        if (hasTurns) {
            write(1, u"if turns:"_s);
            write(2, u"client.sendall(turns.pop(0))"_s);
        }
        if (behaviour.hangUp == HangUp::WhenSaid) {
            write(1, u"if not turns:"_s);
            write(2, u"break"_s);
        } else if (behaviour.hangUp == HangUp::WhenAnswered) {
            if (hasTurns)
                write(1, u"else:"_s);
            write(hasTurns ? 2 : 1, u"break"_s);
        }
    }
    writeEnd(0, u"client"_s, reads);
    write(0, u"client.close()"_s);
}

} // namespace

Result<QString> pythonProgram(const EndpointSpec &spec)
{
    return Writer(spec).program();
}

} // namespace swb::lens
