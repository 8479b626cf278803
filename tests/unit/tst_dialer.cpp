#include "net/dialer.h"
#include "plainpeer.h"

#include <QSignalSpy>
#include <QTest>

#include <vector>

using namespace swb;
using namespace swb::net;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestDialer : public QObject
{
    Q_OBJECT

private slots:
    void connectsToAnAddress();
    void connectsToAName();
    void comesFromTheAddressAndPortThatWereChosen();
    void saysThatItWasRefused();
    void saysThatNobodyAnswered();
    void saysThatTheNameIsUnknown();
    void canBeCancelledAtAnyMoment_data();
    void canBeCancelledAtAnyMoment();
};

void TestDialer::connectsToAnAddress()
{
    auto listener = PlainPeer::listening();
    Dialer dialer({u"127.0.0.1"_s, listener.address().port, {}, 5s});
    QSignalSpy connected(&dialer, &Dialer::connected);
    QSignalSpy trying(&dialer, &Dialer::trying);
    dialer.start();
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(trying.count(), 1);
    const auto socket = dialer.takeSocket();
    auto peer = listener.accept();
    QCOMPARE(socket->peerEnd(), listener.address());
    QCOMPARE(socket->transmit("hi", 2).size, 2);
    QCOMPARE(peer.receive(), QByteArray("hi"));
}

void TestDialer::connectsToAName()
{
    auto listener = PlainPeer::listening();
    Dialer dialer({u"localhost"_s, listener.address().port, {}, 5s});
    QSignalSpy connected(&dialer, &Dialer::connected);
    dialer.start();
    QTRY_COMPARE(connected.count(), 1); // even where ::1 comes first and is refused
    QCOMPARE(dialer.takeSocket()->peerEnd(), listener.address());
}

void TestDialer::comesFromTheAddressAndPortThatWereChosen()
{
    auto listener = PlainPeer::listening();
    const quint16 port = PlainPeer::listening().address().port; // free again
    const SocketAddress local{*IpAddress::parse(u"127.0.0.5"), port};
    Dialer dialer({u"127.0.0.1"_s, listener.address().port, local, 5s});
    QSignalSpy connected(&dialer, &Dialer::connected);
    dialer.start();
    QTRY_COMPARE(connected.count(), 1);
    QCOMPARE(dialer.takeSocket()->localEnd(), local);
}

void TestDialer::saysThatItWasRefused()
{
    const SocketAddress nobody = PlainPeer::listening().address();
    Dialer dialer({u"127.0.0.1"_s, nobody.port, {}, 5s});
    QSignalSpy attempts(&dialer, &Dialer::attemptFailed);
    QSignalSpy failed(&dialer, &Dialer::failed);
    dialer.start();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(attempts.count(), 1);
    const auto failure = failed.first().first().value<Failure>();
    QCOMPARE(failure.kind, FailureKind::Refused);
    QCOMPARE(failure.subject, nobody.toString());
}

void TestDialer::saysThatNobodyAnswered()
{
    // A full accept queue drops further SYNs: nobody answers, as behind a firewall.
    auto listener = PlainPeer::listening(0);
    std::vector<PlainPeer> queue;
    queue.push_back(PlainPeer::connectedTo(listener.address()));
    Dialer dialer({u"127.0.0.1"_s, listener.address().port, {}, 150ms});
    QSignalSpy failed(&dialer, &Dialer::failed);
    dialer.start();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Failure>().kind, FailureKind::TimedOut);
}

void TestDialer::saysThatTheNameIsUnknown()
{
    Dialer dialer({u"no-such-host.invalid"_s, 9, {}, 20s});
    QSignalSpy trying(&dialer, &Dialer::trying);
    QSignalSpy failed(&dialer, &Dialer::failed);
    dialer.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 20'000);
    const auto failure = failed.first().first().value<Failure>();
    // Without any name server the answer is that nobody could be asked.
    QVERIFY(failure.kind == FailureKind::HostNotFound || failure.kind == FailureKind::ResolverFailed);
    QCOMPARE(failure.subject, u"no-such-host.invalid"_s);
    QCOMPARE(trying.count(), 0);
}

void TestDialer::canBeCancelledAtAnyMoment_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("whileTrying");
    QTest::newRow("while resolving") << u"no-such-host.invalid"_s << false;
    QTest::newRow("while connecting") << u"127.0.0.1"_s << false;
    QTest::newRow("as an address is about to be tried") << u"127.0.0.1"_s << true;
}

void TestDialer::canBeCancelledAtAnyMoment()
{
    QFETCH(QString, host);
    QFETCH(bool, whileTrying);
    auto listener = PlainPeer::listening();
    Dialer dialer({host, listener.address().port, {}, 5s});
    QSignalSpy connected(&dialer, &Dialer::connected);
    QSignalSpy failed(&dialer, &Dialer::failed);
    if (whileTrying)
        connect(&dialer, &Dialer::trying, &dialer, &Dialer::cancel);
    dialer.start();
    dialer.cancel();
    QTest::qWait(50);
    QCOMPARE(connected.count() + failed.count(), 0);
}

QTEST_GUILESS_MAIN(TestDialer)
#include "tst_dialer.moc"
