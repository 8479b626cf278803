#include "net/rawsocket.h"
#include "pythonprompt.h"

#include <QSignalSpy>
#include <QTest>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::net;

namespace {

const SocketAddress AnyPort{IpAddress::loopback(), 0};

/// Each call is one system call and comes to what it comes to in Python, whose sockets are the other end.
class tst_RawSocket : public QObject
{
    Q_OBJECT

private slots:
    void errors_data();
    void errors();
    void bothFamilies_data();
    void bothFamilies();
    void optionsAreSet_data();
    void optionsAreSet();
    void acceptWaitsForAClient();
    void acceptOnlyTakesWhatTheKernelHasFinished();
    void theQueueOfListenHoldsOneMore();
    void connectIsRefusedAndTriedAgain();
    void connectWaitsWhileTheQueueIsFull();
    void receiveGivesAtMostWhatIsAsked();
    void receiveWaitsForBytes();
    void halfClose();
    void unreadBytesMakeTheEndAReset();
    void sendAfterAResetIsABrokenPipe();
    void sendWaitsForRoom();
    void sendThatIsGivenUpTellsHowMuchWent();
    void timeWaitKeepsThePort();
    void datagramsKeepTheirBounds();
    void datagramToNobodyComesBackAsAnError();

private:
    /// A client in Python, and the socket that accept() gave for it.
    struct Served
    {
        Served();
        PythonPrompt python{prompt()};
        RawSocket server;
        SocketAddress address;
        std::unique_ptr<RawSocket> socket;
    };
    struct Pair
    {
        RawSocket client;
        std::unique_ptr<RawSocket> served;
    };
    static SocketAddress listenOn(RawSocket &server, int backlog = 16);
    static std::unique_ptr<Pair> connected();
    static QString prompt() { return QFINDTESTDATA("../peers/prompt.py"); }
    static CallOutcome awaited(QSignalSpy &finished);
};

SocketAddress tst_RawSocket::listenOn(RawSocket &server, int backlog)
{
    server.call(SocketCall::socket(Transport::Tcp));
    server.call(SocketCall::bind(AnyPort));
    server.call(SocketCall::listen(backlog));
    return server.localEnd();
}

tst_RawSocket::Served::Served()
    : address(listenOn(server))
{
    python.ask(u"c = socket.create_connection(('127.0.0.1', %1))"_s.arg(address.port));
    server.call(SocketCall::accept());
    socket = server.takeAccepted();
}

std::unique_ptr<tst_RawSocket::Pair> tst_RawSocket::connected()
{
    RawSocket server;
    auto pair = std::make_unique<Pair>();
    const SocketAddress address = listenOn(server);
    pair->client.call(SocketCall::socket(Transport::Tcp));
    pair->client.call(SocketCall::connect(address));
    server.call(SocketCall::accept());
    pair->served = server.takeAccepted();
    return pair;
}

/// What finished() said; nothing would look like a call that waits for ever.
CallOutcome tst_RawSocket::awaited(QSignalSpy &finished)
{
    CallOutcome none;
    none.waitsFor = WaitsFor::Client;
    return finished.wait() || !finished.isEmpty() ? finished.takeFirst().at(0).value<CallOutcome>() : none;
}

void tst_RawSocket::errors_data()
{
    QTest::addColumn<SocketCall>("call");
    QTest::addColumn<int>("error");
    const auto on = [](const char *name, const SocketCall &call, int error) {
        QTest::newRow(name) << call << error;
    };
    on("accept without listen", SocketCall::accept(), EINVAL);
    on("send without connect", SocketCall::send("x"), EPIPE);
    on("recv without connect", SocketCall::receive(10), ENOTCONN);
    on("shutdown without connect", SocketCall::shutdown(ShutdownHow::Writing), ENOTCONN);
    on("bind to an address of another machine", SocketCall::bind({IpAddress::v4(0xc0000201), 0}),
        EADDRNOTAVAIL);
    on("bind of an IPv6 address", SocketCall::bind({*IpAddress::parse(u"::1"), 0}), EAFNOSUPPORT);
    on("connect to nobody", SocketCall::connect({IpAddress::loopback(), 1}), ECONNREFUSED);
    on("recv of nothing", SocketCall::receive(0), EINVAL);
    on("recv of too much", SocketCall::receive(RawSocket::MostReceived + 1), EINVAL);
    on("a second socket call", SocketCall::socket(Transport::Tcp), EALREADY);
}

void tst_RawSocket::errors()
{
    QFETCH(SocketCall, call);
    QFETCH(int, error);
    RawSocket socket;
    QVERIFY(socket.call(SocketCall::socket(Transport::Tcp)).isGood());
    QSignalSpy finished(&socket, &RawSocket::finished);
    CallOutcome outcome = socket.call(call);
    if (!outcome.isOver())
        outcome = awaited(finished);
    QCOMPARE(outcome.error, error);
    QCOMPARE(outcome.value, -1);

    socket.call(SocketCall::close());
    QCOMPARE(socket.call(SocketCall::listen(1)).error, EBADF);
    QCOMPARE(socket.call(SocketCall::close()).error, EBADF);
}

void tst_RawSocket::bothFamilies_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("IPv4") << u"127.0.0.1"_s;
    QTest::newRow("another loopback address") << u"127.0.0.2"_s;
    QTest::newRow("IPv6") << u"::1"_s;
}

void tst_RawSocket::bothFamilies()
{
    QFETCH(QString, address);
    const IpAddress ip = *IpAddress::parse(address);
    RawSocket server;
    QVERIFY(server.call(SocketCall::socket(Transport::Tcp, ip.family())).isGood());
    QVERIFY(server.call(SocketCall::bind({ip, 0})).isGood());
    QVERIFY(server.call(SocketCall::listen(5)).isGood());
    QCOMPARE(server.localEnd().ip, ip);

    PythonPrompt python(prompt());
    QCOMPARE(python.ask(u"c = socket.create_connection((%1, %2))"_s.arg(u"'%1'"_s.arg(address))
                            .arg(server.localEnd().port)),
        u"done"_s);
    const CallOutcome accepted = server.call(SocketCall::accept());
    QVERIFY(accepted.isGood());
    QCOMPARE(accepted.address.ip.family(), ip.family());
    QCOMPARE(QString::number(accepted.address.port), python.ask(u"c.getsockname()[1]"_s));
}

void tst_RawSocket::optionsAreSet_data()
{
    QTest::addColumn<RawOption>("option");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("name");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("readBack");
    QTest::newRow("SO_REUSEADDR") << RawOption::ReuseAddress << SOL_SOCKET << SO_REUSEADDR << 1 << 1;
    QTest::newRow("SO_REUSEPORT") << RawOption::ReusePort << SOL_SOCKET << SO_REUSEPORT << 1 << 1;
    QTest::newRow("SO_LINGER") << RawOption::LingerZero << SOL_SOCKET << SO_LINGER << 1 << 1;
    QTest::newRow("TCP_NODELAY") << RawOption::NoDelay << int(IPPROTO_TCP) << 1 << 1 << 1;
    QTest::newRow("SO_KEEPALIVE") << RawOption::KeepAlive << SOL_SOCKET << SO_KEEPALIVE << 1 << 1;
    QTest::newRow("SO_SNDBUF is doubled")
        << RawOption::SendBuffer << SOL_SOCKET << SO_SNDBUF << 10000 << 20000;
    QTest::newRow("SO_RCVBUF is doubled")
        << RawOption::ReceiveBuffer << SOL_SOCKET << SO_RCVBUF << 10000 << 20000;
}

void tst_RawSocket::optionsAreSet()
{
    QFETCH(RawOption, option);
    QFETCH(int, level);
    QFETCH(int, name);
    QFETCH(int, value);
    QFETCH(int, readBack);
    RawSocket socket;
    socket.call(SocketCall::socket(Transport::Tcp));
    QVERIFY(socket.call(SocketCall::setOption(option, value)).isGood());
    int found[2]{}; // of a linger, the first says whether it is on
    socklen_t length = sizeof found;
    QCOMPARE(::getsockopt(socket.descriptor(), level, name, found, &length), 0);
    QCOMPARE(found[0], readBack);
}

void tst_RawSocket::acceptWaitsForAClient()
{
    RawSocket server;
    const SocketAddress address = listenOn(server);
    QSignalSpy finished(&server, &RawSocket::finished);
    QCOMPARE(server.call(SocketCall::accept()).waitsFor, WaitsFor::Client);
    QVERIFY(server.isWaiting());

    PythonPrompt python(prompt());
    python.type(u"c = socket.create_connection(('127.0.0.1', %1))"_s.arg(address.port));
    const CallOutcome accepted = awaited(finished);
    QVERIFY(accepted.isGood());
    QVERIFY(!server.isWaiting());
    const auto served = server.takeAccepted();
    QCOMPARE(served->descriptor(), int(accepted.value));
    QCOMPARE(served->peerEnd(), accepted.address);
    QVERIFY(!server.takeAccepted());
}

void tst_RawSocket::acceptOnlyTakesWhatTheKernelHasFinished()
{
    RawSocket server;
    const SocketAddress address = listenOn(server);
    PythonPrompt python(prompt());
    python.ask(u"c = socket.create_connection(('127.0.0.1', %1))"_s.arg(address.port));
    QCOMPARE(python.ask(u"c.send(b'before accept')"_s), u"13"_s);

    QVERIFY(server.call(SocketCall::accept()).isGood());
    QCOMPARE(server.takeAccepted()->call(SocketCall::receive(100)).bytes, "before accept"_ba);
}

void tst_RawSocket::theQueueOfListenHoldsOneMore()
{
    RawSocket server;
    const SocketAddress address = listenOn(server, 3);
    PythonPrompt python(prompt());
    python.ask(u"clients = [socket.socket() for i in range(6)]"_s);
    python.ask(u"[c.setblocking(False) for c in clients]"_s);
    python.ask(u"[c.connect_ex(('127.0.0.1', %1)) for c in clients]"_s.arg(address.port));
    // Of TCP_INFO, the first byte is the state: 1 is ESTABLISHED, 2 SYN_SENT.
    QCOMPARE(python.ask(u"[c.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0] for c in clients]"_s),
        u"[1, 1, 1, 1, 2, 2]"_s);
    for (int i = 0; i < 4; ++i)
        QVERIFY(server.call(SocketCall::accept()).isGood());
    QCOMPARE(server.call(SocketCall::accept()).waitsFor, WaitsFor::Client); // the others have to ask again
}

void tst_RawSocket::connectIsRefusedAndTriedAgain()
{
    RawSocket server;
    const SocketAddress address = listenOn(server);
    server.call(SocketCall::close());

    RawSocket client;
    client.call(SocketCall::socket(Transport::Tcp));
    QSignalSpy finished(&client, &RawSocket::finished);
    for (int i = 0; i < 2; ++i) { // the second time as the first: the socket is as good as new
        CallOutcome refused = client.call(SocketCall::connect(address));
        if (!refused.isOver())
            refused = awaited(finished);
        QCOMPARE(refused.error, ECONNREFUSED);
    }
    PythonPrompt python(prompt());
    python.ask(u"s = socket.create_server(('127.0.0.1', %1))"_s.arg(address.port));
    QCOMPARE(client.call(SocketCall::connect(address)).error, 0);
    QCOMPARE(client.call(SocketCall::connect(address)).error, EISCONN);
}

void tst_RawSocket::connectWaitsWhileTheQueueIsFull()
{
    RawSocket server;
    const SocketAddress address = listenOn(server, 0);
    RawSocket first;
    first.call(SocketCall::socket(Transport::Tcp));
    QVERIFY(first.call(SocketCall::connect(address)).isGood());

    RawSocket second;
    second.call(SocketCall::socket(Transport::Tcp));
    QSignalSpy finished(&second, &RawSocket::finished);
    QCOMPARE(second.call(SocketCall::connect(address)).waitsFor, WaitsFor::Handshake);
    QVERIFY(server.call(SocketCall::accept()).isGood()); // there is room for its next SYN
    QVERIFY(awaited(finished).isGood());
    QCOMPARE(second.peerEnd(), address);
}

void tst_RawSocket::receiveGivesAtMostWhatIsAsked()
{
    const auto pair = connected();
    QCOMPARE(pair->client.call(SocketCall::send("Hello,Michael")).value, 13);
    QCOMPARE(pair->client.call(SocketCall::send("Tracy")).value, 5);
    QCOMPARE(pair->served->call(SocketCall::receive(5)).bytes, "Hello"_ba);
    QCOMPARE(pair->served->call(SocketCall::receive(1024)).bytes, ",MichaelTracy"_ba);
}

void tst_RawSocket::receiveWaitsForBytes()
{
    const auto pair = connected();
    QSignalSpy finished(pair->served.get(), &RawSocket::finished);
    QCOMPARE(pair->served->call(SocketCall::receive(1024)).waitsFor, WaitsFor::Bytes);
    QCOMPARE(pair->served->call(SocketCall::send("x")).error, EALREADY); // it is busy
    pair->client.call(SocketCall::send("late"));
    QCOMPARE(awaited(finished).bytes, "late"_ba);

    QCOMPARE(pair->served->call(SocketCall::receive(1024)).waitsFor, WaitsFor::Bytes);
    const CallOutcome givenUp = pair->served->giveUp();
    QVERIFY(givenUp.givenUp);
    QCOMPARE(givenUp.error, EINTR);
    pair->client.call(SocketCall::send("kept"));
    QCOMPARE(pair->served->call(SocketCall::receive(1024)).bytes, "kept"_ba);
    QVERIFY(finished.isEmpty());
    QVERIFY(!pair->served->giveUp().givenUp); // nothing waits
}

void tst_RawSocket::halfClose()
{
    Served served;
    served.python.ask(u"c.send(b'question')"_s);
    served.python.ask(u"c.shutdown(socket.SHUT_WR)"_s);
    QCOMPARE(served.socket->call(SocketCall::receive(100)).bytes, "question"_ba);
    const CallOutcome end = served.socket->call(SocketCall::receive(100));
    QVERIFY(end.isGood());
    QCOMPARE(end.value, 0);
    QCOMPARE(served.socket->call(SocketCall::send("answer")).value, 6);
    QCOMPARE(served.socket->call(SocketCall::shutdown(ShutdownHow::Writing)).error, 0);
    QCOMPARE(served.python.ask(u"c.recv(100)"_s), u"b'answer'"_s);
    QCOMPARE(served.python.ask(u"c.recv(100)"_s), u"b''"_s);
    QCOMPARE(served.socket->call(SocketCall::send("too late")).error, EPIPE);
}

void tst_RawSocket::unreadBytesMakeTheEndAReset()
{
    Served served;
    served.python.ask(u"c.send(b'never read')"_s);
    const CallOutcome closed = served.socket->call(SocketCall::close());
    QVERIFY(closed.isGood());
    QCOMPARE(closed.discarded, 10);
    QCOMPARE(served.python.ask(u"c.recv(100)"_s), u"ECONNRESET"_s);
}

void tst_RawSocket::sendAfterAResetIsABrokenPipe()
{
    Served served;
    served.python.ask(u"c.close()"_s);
    QCOMPARE(
        served.socket->call(SocketCall::send("into the void")).value, 13); // and the answer to it is a RST
    QCOMPARE(served.socket->call(SocketCall::send("again")).error, EPIPE);
}

void tst_RawSocket::sendWaitsForRoom()
{
    Served served;
    QSignalSpy finished(served.socket.get(), &RawSocket::finished);
    const QByteArray much(10'000'000, 'x');
    const CallOutcome soFar = served.socket->call(SocketCall::send(much));
    QCOMPARE(soFar.waitsFor, WaitsFor::Room);
    QVERIFY(soFar.value > 0 && soFar.value < much.size());

    served.python.type(u"len(c.recv(%1, socket.MSG_WAITALL))"_s.arg(much.size()));
    QCOMPARE(awaited(finished).value, much.size());
    QTRY_VERIFY(served.python.hasAnswered());
    QCOMPARE(served.python.answer(), u"10000000"_s);
}

void tst_RawSocket::sendThatIsGivenUpTellsHowMuchWent()
{
    const auto pair = connected();
    const CallOutcome soFar = pair->client.call(SocketCall::send(QByteArray(10'000'000, 'x')));
    QCOMPARE(soFar.waitsFor, WaitsFor::Room);
    const CallOutcome givenUp = pair->client.giveUp();
    QVERIFY(givenUp.isGood() && givenUp.givenUp);
    QCOMPARE(givenUp.value, soFar.value);
    pair->client.call(SocketCall::close());
    qint64 arrived = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const CallOutcome got = pair->served->call(SocketCall::receive(RawSocket::MostReceived));
            if (!got.isOver())
                pair->served->giveUp();
            else
                arrived += got.value;
            return got.isOver() && got.value == 0;
        }(),
        5000);
    QCOMPARE(arrived, soFar.value);
}

void tst_RawSocket::timeWaitKeepsThePort()
{
    Served served;
    served.socket->call(SocketCall::close()); // first: TIME_WAIT will be on this side
    QCOMPARE(served.python.ask(u"c.recv(1)"_s), u"b''"_s);
    served.python.ask(u"c.close()"_s);
    served.server.call(SocketCall::close());

    RawSocket again;
    again.call(SocketCall::socket(Transport::Tcp));
    QCOMPARE(again.call(SocketCall::bind(served.address)).error, EADDRINUSE);
    again.call(SocketCall::setOption(RawOption::ReuseAddress));
    // Linux wants the option of both runs, and the first had none.
    QCOMPARE(again.call(SocketCall::bind(served.address)).error, EADDRINUSE);
}

void tst_RawSocket::datagramsKeepTheirBounds()
{
    RawSocket socket;
    socket.call(SocketCall::socket(Transport::Udp));
    socket.call(SocketCall::bind(AnyPort));
    PythonPrompt python(prompt());
    python.ask(u"u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"_s);
    for (const auto *sent : {"one", "", "ten bytes!"})
        python.ask(
            u"u.sendto(b'%1', ('127.0.0.1', %2))"_s.arg(QLatin1StringView(sent)).arg(socket.localEnd().port));

    const CallOutcome first = socket.call(SocketCall::receiveFrom(100));
    QCOMPARE(first.bytes, "one"_ba);
    QCOMPARE(QString::number(first.address.port), python.ask(u"u.getsockname()[1]"_s));
    const CallOutcome empty = socket.call(SocketCall::receiveFrom(100));
    QVERIFY(empty.isGood());
    QCOMPARE(empty.value, 0);
    const CallOutcome cut = socket.call(SocketCall::receiveFrom(4));
    QCOMPARE(cut.bytes, "ten "_ba);
    QCOMPARE(cut.value, 4);
    QCOMPARE(cut.discarded, 6);
    QCOMPARE(socket.call(SocketCall::receiveFrom(4)).waitsFor, WaitsFor::Bytes);
    socket.giveUp();

    QCOMPARE(socket.call(SocketCall::sendTo("back", first.address)).value, 4);
    QCOMPARE(python.ask(u"u.recvfrom(10)[0]"_s), u"b'back'"_s);
    QCOMPARE(socket.call(SocketCall::sendTo(QByteArray(70000, 'x'), first.address)).error, EMSGSIZE);
}

void tst_RawSocket::datagramToNobodyComesBackAsAnError()
{
    RawSocket nobody;
    nobody.call(SocketCall::socket(Transport::Udp));
    nobody.call(SocketCall::bind(AnyPort));
    const SocketAddress address = nobody.localEnd();
    nobody.call(SocketCall::close());

    RawSocket socket;
    socket.call(SocketCall::socket(Transport::Udp));
    QVERIFY(socket.call(SocketCall::connect(address)).isGood());
    QCOMPARE(socket.call(SocketCall::sendTo("anyone?", address)).value, 7);
    QCOMPARE(socket.call(SocketCall::receiveFrom(10)).error, ECONNREFUSED);
}

} // namespace

QTEST_GUILESS_MAIN(tst_RawSocket)
#include "tst_rawsocket.moc"
