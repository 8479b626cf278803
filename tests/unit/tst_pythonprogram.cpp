#include "lens/calltext.h"
#include "lens/pythonliteral.h"
#include "lens/pythonprogram.h"
#include "net/rawsocket.h"
#include "plainpeer.h"
#include "pythonscript.h"

#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::lens;
using namespace swb::net;

namespace {

/// Makes calls by hand and writes them down, as the window does.
class ByHand
{
public:
    /// What it gave, or whatever it waits for.
    const CallOutcome &operator()(const QString &name, const SocketCall &call)
    {
        auto &socket = m_sockets[name];
        if (!socket)
            socket = std::make_unique<RawSocket>();
        const qsizetype index = m_calls.size();
        PerformedCall made;
        made.side = name.startsWith(u"client"_s) ? CallSide::Client : CallSide::Server;
        made.socket = name;
        made.call = call;
        made.began = m_moments++;
        m_calls.append(made);
        end(index, socket->call(call));
        if (m_calls[index].isWaiting())
            QObject::connect(
                socket.get(), &RawSocket::finished, socket.get(),
                [this, index](const CallOutcome &outcome) { end(index, outcome); }, Qt::SingleShotConnection);
        return m_calls[index].outcome;
    }
    void giveUp(const QString &name)
    {
        for (qsizetype i = m_calls.size(); i-- > 0;) {
            if (m_calls[i].socket == name && m_calls[i].isWaiting())
                return end(i, m_sockets[name]->giveUp());
        }
    }
    const PerformedCall &last() const { return m_calls.last(); }
    int waiting() const
    {
        return int(std::count_if(
            m_calls.begin(), m_calls.end(), [](const PerformedCall &call) { return call.isWaiting(); }));
    }
    SocketAddress addressOf(const QString &name) { return m_sockets[name]->localEnd(); }
    QString program() const { return pythonProgram(m_calls); }

private:
    void end(qsizetype index, const CallOutcome &outcome)
    {
        PerformedCall &call = m_calls[index];
        call.outcome = outcome;
        call.local = m_sockets[call.socket]->localEnd();
        if (!outcome.isOver())
            return;
        call.ended = m_moments++;
        if (auto accepted = m_sockets[call.socket]->takeAccepted()) {
            call.accepted = m_accepted++ == 0 ? u"conn"_s : u"conn%1"_s.arg(m_accepted);
            m_sockets[call.accepted] = std::move(accepted);
        }
    }

    std::map<QString, std::unique_ptr<RawSocket>> m_sockets;
    QList<PerformedCall> m_calls;
    int m_moments = 0;
    int m_accepted = 0;
};

/// What a peer can tell: every byte, and how it ended.
struct Heard
{
    QByteArray bytes;
    int error = 0;
    friend bool operator==(const Heard &, const Heard &) = default;
};

const SocketAddress AnyPort{IpAddress::loopback(), 0};

/// What was done by hand, as a program of Python that is run.
class tst_PythonProgram : public QObject
{
    Q_OBJECT

private slots:
    void literals_data();
    void literals();
    void lines_data();
    void lines();
    void aConversation();
    void callsThatWaitHaveThreads();
    void errorsAreExpected();
    void callsThatWereGivenUp();
    void moreThanTheBuffersHold();
    void datagrams();
    void aPeerSeesTheSame_data();
    void aPeerSeesTheSame();

private:
    static void connectBoth(ByHand &byHand);
};

void tst_PythonProgram::literals_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QString>("literal");
    QTest::newRow("empty") << ""_ba << u"UTF-8"_s << u"b\"\""_s;
    QTest::newRow("ASCII") << "say \"hi\"\\\r\n"_ba << u"UTF-8"_s << uR"(b"say \"hi\"\\\r\n")"_s;
    QTest::newRow("any bytes") << QByteArray("\0\x7f\xff", 3) << u"UTF-8"_s << uR"(b"\x00\x7f\xff")"_s;
    QTest::newRow("Chinese") << u"你好\n"_s.toUtf8() << u"UTF-8"_s << uR"("你好\n".encode())"_s;
    QTest::newRow("beyond the first plane") << u"😀"_s.toUtf8() << u"UTF-8"_s << u"\"😀\".encode()"_s;
    QTest::newRow("hidden characters are spelt")
        << u"a\u202eb"_s.toUtf8() << u"UTF-8"_s << uR"("a\u202eb".encode())"_s;
    QTest::newRow("looks like a placeholder") << u"%1é%2"_s.toUtf8() << u"UTF-8"_s << u"\"%1é%2\".encode()"_s;
    QTest::newRow("much of the same") << QByteArray(100000, 'x') << u"UTF-8"_s << u"b\"x\" * 100000"_s;
    QTest::newRow("GBK") << QByteArray::fromHex("c4e3bac3") << u"GBK"_s << u"\"你好\".encode(\"gbk\")"_s;
    QTest::newRow("GBK, ASCII") << "hello"_ba << u"GBK"_s << u"b\"hello\""_s;
    QTest::newRow("GBK, half a character") << "\xc4"_ba << u"GBK"_s << uR"(b"\xc4")"_s;
    QTest::newRow("GBK, what tables dispute") << "\x80"_ba << u"GBK"_s << uR"(b"\x80")"_s;
    QTest::newRow("UTF-16") << QByteArray::fromHex("61002020") << u"UTF-16LE"_s
                            << u"\"a†\".encode(\"utf-16-le\")"_s;
    QTest::newRow("EBCDIC") << QByteArray::fromHex("c1c2") << u"IBM037"_s << u"\"AB\".encode(\"cp037\")"_s;
}

void tst_PythonProgram::literals()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    QFETCH(QString, literal);
    QCOMPARE(pythonBytes(bytes, *codec::Encoding::find(encoding)), literal);
    PythonScript python(u"print((%1).hex())\n"_s.arg(literal));
    QCOMPARE(python.output().trimmed(), QString::fromLatin1(bytes.toHex()));
}

void tst_PythonProgram::lines_data()
{
    QTest::addColumn<SocketCall>("call");
    QTest::addColumn<QString>("python");
    QTest::addColumn<QString>("c");
    const SocketAddress address{IpAddress::loopback(), 9090};
    QTest::newRow("socket") << SocketCall::socket(Transport::Udp, IpAddress::Family::V6)
                            << u"s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)"_s
                            << u"int s = socket(AF_INET6, SOCK_DGRAM, 0);"_s;
    QTest::newRow("option") << SocketCall::setOption(RawOption::ReuseAddress)
                            << u"s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)"_s
                            << u"setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));"_s;
    QTest::newRow("bind") << SocketCall::bind(address) << u"s.bind((\"127.0.0.1\", 9090))"_s
                          << u"bind(s, (struct sockaddr *)&address, sizeof address); /* 127.0.0.1:9090 */"_s;
    QTest::newRow("accept") << SocketCall::accept() << u"conn, peer = s.accept()"_s
                            << u"int conn = accept(s, (struct sockaddr *)&peer, &size);"_s;
    QTest::newRow("send") << SocketCall::send(u"%1é"_s.toUtf8()) << u"s.send(\"%1é\".encode())"_s
                          << uR"(send(s, "%1\303\251", 4, 0);)"_s;
    QTest::newRow("recv") << SocketCall::receive(1024) << u"data = s.recv(1024)"_s
                          << u"ssize_t n = recv(s, buffer, 1024, 0);"_s;
    QTest::newRow("shutdown") << SocketCall::shutdown(ShutdownHow::Writing) << u"s.shutdown(socket.SHUT_WR)"_s
                              << u"shutdown(s, SHUT_WR);"_s;
}

void tst_PythonProgram::lines()
{
    QFETCH(SocketCall, call);
    QTEST(pythonLine(call, u"s"_s, u"conn"_s), "python");
    QTEST(cLine(call, u"s"_s, u"conn"_s), "c");
}

void tst_PythonProgram::connectBoth(ByHand &byHand)
{
    byHand(u"server"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"server"_s, SocketCall::setOption(RawOption::ReuseAddress));
    byHand(u"server"_s, SocketCall::bind(AnyPort));
    byHand(u"server"_s, SocketCall::listen(5));
    byHand(u"client"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"client"_s, SocketCall::connect(byHand.addressOf(u"server"_s)));
    byHand(u"server"_s, SocketCall::accept());
}

void tst_PythonProgram::aConversation()
{
    ByHand byHand;
    connectBoth(byHand);
    byHand(u"client"_s, SocketCall::send(u"你好"_s.toUtf8()));
    byHand(u"conn"_s, SocketCall::receive(1024));
    byHand(u"conn"_s, SocketCall::send("hello"));
    byHand(u"client"_s, SocketCall::receive(3));
    byHand(u"client"_s, SocketCall::shutdown(ShutdownHow::Writing));
    byHand(u"conn"_s, SocketCall::receive(1024));
    byHand(u"conn"_s, SocketCall::close());
    PythonScript python(byHand.program());
    QCOMPARE(python.output(), uR"(conn.recv: b'\xe4\xbd\xa0\xe5\xa5\xbd'
client.recv: b'hel'
conn.recv: b''
)"_s);
    QCOMPARE(python.exitCode(), 0);
    QVERIFY(byHand.program().contains(u"client.connect((\"127.0.0.1\", server_port))"_s));
    QVERIFY(byHand.program().contains(u"Still open, and closed by the end of the program: server, client"_s));
    QVERIFY(!byHand.program().contains(u"threading"_s));
}

void tst_PythonProgram::callsThatWaitHaveThreads()
{
    ByHand byHand;
    byHand(u"server"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"server"_s, SocketCall::bind(AnyPort));
    byHand(u"server"_s, SocketCall::listen(0));
    QVERIFY(!byHand(u"server"_s, SocketCall::accept()).isOver());
    byHand(u"client"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"client"_s, SocketCall::connect(byHand.addressOf(u"server"_s)));
    QTRY_COMPARE(byHand.waiting(), 0);
    QVERIFY(!byHand(u"conn"_s, SocketCall::receive(100)).isOver());
    QVERIFY(!byHand(u"client"_s, SocketCall::receive(100)).isOver()); // both at once
    byHand(u"client2"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"client2"_s, SocketCall::connect(byHand.addressOf(u"server"_s)));
    byHand(u"server"_s, SocketCall::close()); // whoever was in its queue is reset
    byHand(u"client2"_s, SocketCall::receive(100));
    byHand.giveUp(u"client"_s);
    byHand(u"client"_s, SocketCall::send("now"));
    QTRY_COMPARE(byHand.waiting(), 0);
    QVERIFY(!byHand(u"conn"_s, SocketCall::receive(100)).isOver()); // to the end

    PythonScript python(byHand.program());
    const QString output = python.output();
    QVERIFY2(output.contains(u"conn.recv: b'now'\n"_s), qPrintable(output));
    QVERIFY2(output.contains(u"client2.recv: [Errno 104]"_s), qPrintable(output));
    QCOMPARE(output.count(u'\n'), 2);
    QCOMPARE(python.exitCode(), 0);
}

void tst_PythonProgram::errorsAreExpected()
{
    ByHand byHand;
    byHand(u"server"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"server"_s, SocketCall::bind(AnyPort));
    byHand(u"server2"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"server2"_s, SocketCall::bind(byHand.addressOf(u"server"_s)));
    byHand(u"server"_s, SocketCall::receive(10));
    byHand(u"client"_s, SocketCall::socket(Transport::Tcp));
    byHand(u"client"_s, SocketCall::connect(byHand.addressOf(u"server"_s))); // it does not listen
    byHand(u"client"_s, SocketCall::close());
    byHand(u"client"_s, SocketCall::close());
    byHand(u"client"_s, SocketCall::send("x"));
    PythonScript python(byHand.program());
    const QString output = python.output();
    QVERIFY2(output.contains(u"server2.bind: [Errno 98]"_s), qPrintable(output));
    QVERIFY2(output.contains(u"server.recv: [Errno 107]"_s), qPrintable(output));
    QVERIFY2(output.contains(u"client.connect: [Errno 111]"_s), qPrintable(output));
    QVERIFY2(output.contains(u"client.send: [Errno 9]"_s), qPrintable(output));
    QCOMPARE(python.exitCode(), 0);
}

void tst_PythonProgram::callsThatWereGivenUp()
{
    ByHand byHand;
    connectBoth(byHand);
    QVERIFY(!byHand(u"conn"_s, SocketCall::receive(10)).isOver());
    byHand.giveUp(u"conn"_s);
    QVERIFY(!byHand(u"conn"_s, SocketCall::send(QByteArray(9'000'000, 'x'))).isOver());
    byHand.giveUp(u"conn"_s);
    const qint64 taken = byHand.last().outcome.value;
    QVERIFY(taken > 0);
    byHand(u"conn"_s, SocketCall::close());
    qint64 arrived = 0;
    while (byHand(u"client"_s, SocketCall::receive(RawSocket::MostReceived)).value > 0)
        arrived += byHand.last().outcome.value;
    QCOMPARE(arrived, taken);

    // It prints what it has received: as much, in whatever pieces.
    const QString program = byHand.program().replace(u", data)"_s, u", len(data))"_s);
    PythonScript python(program);
    const QString output = python.output();
    QVERIFY2(output.endsWith(u"client.recv: 0\n"_s), qPrintable(output.right(200)));
}

void tst_PythonProgram::moreThanTheBuffersHold()
{
    ByHand byHand;
    connectBoth(byHand);
    QVERIFY(!byHand(u"client"_s, SocketCall::send(QByteArray(9'000'000, 'x'))).isOver());
    qint64 arrived = 0;
    while (arrived < 9'000'000) {
        const CallOutcome got = byHand(u"conn"_s, SocketCall::receive(RawSocket::MostReceived));
        arrived += got.isOver() ? got.value : 0;
        if (!got.isOver())
            QTRY_VERIFY(byHand.waiting() == 0 || byHand.last().isWaiting() == false);
        if (!got.isOver())
            arrived += byHand.last().outcome.value;
    }
    QTRY_COMPARE(byHand.waiting(), 0);
    byHand(u"client"_s, SocketCall::close());
    byHand(u"conn"_s, SocketCall::receive(1));
    PythonScript python(byHand.program().replace(u", data)"_s, u", len(data))"_s));
    const QString output = python.output();
    QVERIFY2(output.endsWith(u"conn.recv: 0\n"_s), qPrintable(output.right(200)));
    qint64 replayed = 0;
    for (const QString &line : output.split(u'\n', Qt::SkipEmptyParts))
        replayed += line.section(u' ', -1).toLongLong();
    QCOMPARE(replayed, 9'000'000);
}

void tst_PythonProgram::datagrams()
{
    ByHand byHand;
    byHand(u"server"_s, SocketCall::socket(Transport::Udp));
    byHand(u"server"_s, SocketCall::bind(AnyPort));
    byHand(u"client"_s, SocketCall::socket(Transport::Udp));
    byHand(u"client"_s, SocketCall::sendTo("", byHand.addressOf(u"server"_s)));
    byHand(u"client"_s, SocketCall::sendTo("ten bytes!", byHand.addressOf(u"server"_s)));
    byHand(u"server"_s, SocketCall::receiveFrom(100));
    byHand(u"server"_s, SocketCall::receiveFrom(4));
    const SocketAddress client = byHand.last().outcome.address;
    byHand(u"server"_s, SocketCall::sendTo("back", client));
    byHand(u"client"_s, SocketCall::receiveFrom(100));
    PythonScript python(byHand.program());
    QCOMPARE(
        python.output(), u"server.recvfrom: b''\nserver.recvfrom: b'ten '\nclient.recvfrom: b'back'\n"_s);
}

void tst_PythonProgram::aPeerSeesTheSame_data()
{
    QTest::addColumn<QList<SocketCall>>("calls");
    QTest::newRow("close") << QList{SocketCall::send("Hello Server"), SocketCall::close()};
    QTest::newRow("half-close") << QList{SocketCall::send("a"), SocketCall::shutdown(ShutdownHow::Writing)};
    QTest::newRow("reset") << QList{
        SocketCall::send("lost?"), SocketCall::setOption(RawOption::LingerZero), SocketCall::close()};
    QTest::newRow("several sends") << QList{SocketCall::send("Michael"), SocketCall::send("Tracy"),
        SocketCall::send("\0\xff\r\n\""_ba), SocketCall::send(QByteArray(3000, 'z')), SocketCall::close()};
}

void tst_PythonProgram::aPeerSeesTheSame()
{
    QFETCH(QList<SocketCall>, calls);
    auto listener = PlainPeer::listening();
    const auto hearOnce = [&listener] {
        Heard heard;
        auto peer = listener.accept();
        auto bytes = peer.receive(MSG_WAITALL);
        while (bytes && !bytes->isEmpty()) {
            heard.bytes += *bytes;
            bytes = peer.receive(MSG_WAITALL);
        }
        heard.error = peer.error;
        return heard;
    };
    Heard byHandHeard;
    QString program;
    {
        ByHand byHand;
        byHand(u"client"_s, SocketCall::socket(Transport::Tcp));
        byHand(u"client"_s, SocketCall::connect(listener.address()));
        for (const SocketCall &call : std::as_const(calls))
            byHand(u"client"_s, call);
        program = byHand.program();
        byHandHeard = hearOnce();
    }
    PythonScript python(program);
    const Heard programHeard = hearOnce();
    QCOMPARE(python.output(), QString());
    QCOMPARE(programHeard.bytes, byHandHeard.bytes);
    QCOMPARE(programHeard.error, byHandHeard.error);
}

} // namespace

QTEST_GUILESS_MAIN(tst_PythonProgram)
#include "tst_pythonprogram.moc"
