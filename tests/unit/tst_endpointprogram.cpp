#include "bench/bench.h"
#include "lens/endpointprogram.h"
#include "lens/pythonliteral.h"
#include "plainpeer.h"
#include "pythonscript.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::bench;
using namespace std::chrono_literals;

namespace {

/// What a peer hears until the end, and how that end was.
struct Heard
{
    QByteArray bytes;
    int error = 0;
};

/// "Show as Python": a peer hears from the program, to the byte, what it hears from the bench.
class tst_EndpointProgram : public QObject
{
    Q_OBJECT

private slots:
    void servers_data();
    void servers();
    void clients_data();
    void clients();
    void whatStaysOpen();
    void whatPythonCannotWrite();

private:
    static Heard talkTo(const SocketAddress &server, const QByteArrayList &messages);
    static Heard hearOut(PlainPeer &peer, QByteArray heard = {});
    static QByteArray readSome(PlainPeer &peer);
    static Heard serve(PlainPeer &listener);
};

/// Waits with the event loop, in which the bench lives.
QByteArray tst_EndpointProgram::readSome(PlainPeer &peer)
{
    if (!QTest::qWaitFor([&peer] { return peer.isReadable(); }, 3000))
        return "nothing";
    return peer.receive().value_or(QByteArray());
}

Heard tst_EndpointProgram::hearOut(PlainPeer &peer, QByteArray heard)
{
    for (;;) {
        if (!QTest::qWaitFor([&peer] { return peer.isReadable(); }, 5000))
            return {heard + " and no end", 0};
        const auto bytes = peer.receive();
        if (!bytes || bytes->isEmpty())
            return {heard, peer.error};
        heard += *bytes;
    }
}

/// Each message in its turn, after something was heard of the one before; then no more.
Heard tst_EndpointProgram::talkTo(const SocketAddress &server, const QByteArrayList &messages)
{
    sockaddr_storage storage;
    const socklen_t length = server.toSockaddr(storage);
    PlainPeer peer(::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    ::connect(peer.get(), reinterpret_cast<sockaddr *>(&storage), length);
    QByteArray heard;
    for (const QByteArray &message : messages) {
        peer.send(message);
        heard += readSome(peer);
    }
    const QByteArray ownPort = QByteArray::number(peer.address().port);
    peer.finish();
    Heard all = hearOut(peer, heard);
    all.bytes.replace(ownPort, "PORT");
    return all;
}

void tst_EndpointProgram::servers_data()
{
    QTest::addColumn<EndpointSpec>("spec");
    QTest::addColumn<QByteArrayList>("messages");
    QTest::addColumn<QByteArray>("heard");
    QTest::addColumn<int>("error");
    EndpointSpec spec;
    spec.port = 0;
    QTest::newRow("silent") << spec << QByteArrayList() << ""_ba << 0;
    spec.behaviour.echo = true;
    QTest::newRow("echo") << spec << QByteArrayList{"a", QByteArray("\0\xff", 2)} << QByteArray("a\0\xff", 3)
                          << 0;
    spec.behaviour.closeOn = u"exit"_s;
    QTest::newRow("closes on a word") << spec << QByteArrayList{"hi", "exit\r\n"} << "hi"_ba << 0;
    spec.behaviour.greeting = u"Welcome!\\n"_s;
    QTest::newRow("greeting") << spec << QByteArrayList() << "Welcome!\n"_ba << 0;
    spec.behaviour = {};
    spec.behaviour.reply = u"Hello,{text}!"_s;
    spec.behaviour.replyDelay = 20ms;
    QTest::newRow("reply after a while")
        << spec << QByteArrayList{"Michael", "Tracy"} << "Hello,Michael!Hello,Tracy!"_ba << 0;
    spec.behaviour.replyDelay = 0ms;
    spec.encoding = u"GBK"_s;
    spec.behaviour.reply = u"ok，好...{size}"_s;
    QTest::newRow("GBK") << spec << QByteArrayList{QByteArray::fromHex("c4e3bac3")}
                         << QByteArray::fromHex("6f6ba3acbac32e2e2e34") << 0;
    spec.encoding = u"UTF-8"_s;
    spec.maxConnections = 1;
    spec.behaviour.reply = u"已收到您({peer})的请求,{{}}"_s;
    spec.behaviour.closeAfterReply = true;
    QTest::newRow("replies once") << spec << QByteArrayList{"x"}
                                  << u"已收到您(127.0.0.1:PORT)的请求,{}"_s.toUtf8() << 0;
    spec.oneAtATime = true;
    spec.encoding = u"UTF-16LE"_s;
    spec.behaviour.reply = u"é{size}"_s;
    QTest::newRow("UTF-16, one at a time")
        << spec << QByteArrayList{"x"} << QByteArray::fromHex("e9003100") << 0;
    spec.encoding = u"UTF-8"_s;
    spec.address = u"::1"_s;
    spec.behaviour.reply = u"\\xff{peer}%1"_s;
    QTest::newRow("IPv6") << spec << QByteArrayList{"x"} << "\xff[::1]:PORT%1"_ba << 0;
    spec.address = u"::"_s;
    QTest::newRow("IPv4 on an IPv6 server") << spec << QByteArrayList{"x"}
                                            << "\xff"
                                               "127.0.0.1:PORT%1"_ba
                                            << 0;
    spec.address = u"localhost"_s;
    spec.behaviour.reply = u"x"_s;
    spec.closeByReset = true;
    QTest::newRow("ends by a reset") << spec << QByteArrayList{"x"} << "x"_ba << ECONNRESET;
}

void tst_EndpointProgram::servers()
{
    QFETCH(EndpointSpec, spec);
    QFETCH(QByteArrayList, messages);
    QFETCH(QByteArray, heard);
    QFETCH(int, error);
    const QString program = *lens::pythonProgram(spec);
    PythonScript python(program);
    const QString where = python.line(); // ('127.0.0.1', 40123)
    const auto port = QRegularExpression(u", (\\d+)"_s).match(where).captured(1).toUShort();
    QVERIFY2(port != 0, qPrintable(where + program));
    Bench bench;
    bench.start(EndpointId{1}, spec);
    const SocketAddress ofBench = bench.endpointStatus(EndpointId{1})->local;
    const IpAddress ip = ofBench.ip.isAny() ? IpAddress::loopback() : ofBench.ip;
    for (const SocketAddress &server : {SocketAddress{ip, ofBench.port}, SocketAddress{ip, port}}) {
        for (int client = 0; client < 2; ++client) { // it serves more than one
            const Heard all = talkTo(server, messages);
            QCOMPARE(all.bytes, heard);
            QCOMPARE(all.error, error);
        }
    }
}

/// The other way round: what a client says to a server that answers everything with "ok".
Heard tst_EndpointProgram::serve(PlainPeer &listener)
{
    if (!QTest::qWaitFor([&listener] { return listener.isReadable(); }, 5000))
        return {"nobody came", 0};
    auto peer = listener.accept();
    Heard heard;
    for (;;) {
        if (!QTest::qWaitFor([&peer] { return peer.isReadable(); }, 5000))
            return {heard.bytes + " and no end", 0};
        const auto bytes = peer.receive();
        if (!bytes || bytes->isEmpty())
            return {heard.bytes, peer.error};
        heard.bytes += *bytes + '|';
        peer.send("ok");
    }
}

void tst_EndpointProgram::clients_data()
{
    QTest::addColumn<EndpointSpec>("spec");
    QTest::addColumn<QByteArray>("heard");
    QTest::addColumn<int>("error");
    EndpointSpec spec;
    spec.role = Role::TcpClient;
    spec.behaviour.greeting = u"hello"_s;
    spec.behaviour.hangUp = protocol::HangUp::WhenSaid;
    QTest::newRow("says and hangs up") << spec << "hello|"_ba << 0;
    spec.behaviour.hangUp = protocol::HangUp::WhenAnswered;
    QTest::newRow("waits for the answer") << spec << "hello|"_ba << 0;
    spec.behaviour.script = {u"Michael"_s, u"Tracy"_s, u"exit"_s};
    QTest::newRow("in lockstep") << spec << "hello|Michael|Tracy|exit|"_ba << 0;
    spec.behaviour.hangUp = protocol::HangUp::WhenSaid;
    spec.encoding = u"GBK"_s;
    spec.behaviour.greeting = u"你好"_s;
    spec.behaviour.script = {u"客户端"_s};
    QTest::newRow("GBK") << spec << QByteArray::fromHex("c4e3bac37cbfcdbba7b6cb7c") << 0;
}

void tst_EndpointProgram::clients()
{
    QFETCH(EndpointSpec, spec);
    QFETCH(QByteArray, heard);
    QFETCH(int, error);
    auto listener = PlainPeer::listening();
    spec.port = listener.address().port;
    Bench bench;
    bench.start(EndpointId{1}, spec);
    const Heard ofBench = serve(listener);
    QCOMPARE(ofBench.bytes, heard);
    QCOMPARE(ofBench.error, error);
    PythonScript python(*lens::pythonProgram(spec));
    const Heard ofPython = serve(listener);
    QCOMPARE(ofPython.bytes, heard);
    QCOMPARE(ofPython.error, error);
}

void tst_EndpointProgram::whatStaysOpen()
{
    EndpointSpec spec;
    spec.port = 0;
    spec.keepHalfOpen = true;
    spec.behaviour.greeting = u"x"_s;
    PythonScript python(*lens::pythonProgram(spec));
    const auto port = QRegularExpression(u", (\\d+)"_s).match(python.line()).captured(1).toUShort();
    auto peer = PlainPeer::connectedTo({IpAddress::loopback(), port});
    QCOMPARE(readSome(peer), "x"_ba);
    peer.finish();
    QVERIFY(!QTest::qWaitFor([&peer] { return peer.isReadable(); }, 300));
}

void tst_EndpointProgram::whatPythonCannotWrite()
{
    EndpointSpec spec;
    const auto &all = codec::Encoding::all();
    const auto unknown = std::find_if(
        all.begin(), all.end(), [](const codec::Encoding &encoding) { return !lens::pythonCodec(encoding); });
    QVERIFY(unknown != all.end());
    spec.encoding = unknown->name();
    spec.behaviour.reply = u"{size}"_s;
    QCOMPARE(lens::pythonProgram(spec).failure().kind, FailureKind::UnknownEncoding);
    spec.behaviour.reply = u"fixed {text}"_s;
    QVERIFY(lens::pythonProgram(spec));
}

} // namespace

QTEST_GUILESS_MAIN(tst_EndpointProgram)
#include "tst_endpointprogram.moc"
