#include "base/address.h"

#include <QTest>

#include <net/if.h>
#include <netinet/in.h>

using namespace swb;
using namespace Qt::StringLiterals;

class TestAddress : public QObject
{
    Q_OBJECT

private slots:
    void isReadStrictly_data();
    void isReadStrictly();
    void keepsTheInterfaceOfALinkLocalAddress();
    void ofASocketSurvivesText_data();
    void ofASocketSurvivesText();
    void ofASocketSurvivesTheSystemsForm_data() { ofASocketSurvivesText_data(); }
    void ofASocketSurvivesTheSystemsForm();
    void mappedIntoIPv6IsTheIPv4Address();
};

void TestAddress::isReadStrictly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("canonical"); // empty: refused
    QTest::newRow("IPv4") << u"192.168.0.1"_s << u"192.168.0.1"_s;
    QTest::newRow("every IPv4") << u"0.0.0.0"_s << u"0.0.0.0"_s;
    QTest::newRow("octal is refused") << u"010.0.0.1"_s << QString();
    QTest::newRow("short form is refused") << u"127.1"_s << QString();
    QTest::newRow("a single number is refused") << u"1"_s << QString();
    QTest::newRow("out of range") << u"256.0.0.1"_s << QString();
    QTest::newRow("space around") << u" 127.0.0.1"_s << QString();
    QTest::newRow("digits of another script") << u"１27.0.0.1"_s << QString();
    QTest::newRow("IPv6 in full") << u"2001:0db8:85a3:0042:1000:8a2e:0370:7334"_s
                                  << u"2001:db8:85a3:42:1000:8a2e:370:7334"_s;
    QTest::newRow("IPv6 loopback") << u"0:0:0:0:0:0:0:1"_s << u"::1"_s;
    QTest::newRow("v4-mapped") << u"::ffff:10.0.0.1"_s << u"10.0.0.1"_s;
    QTest::newRow("two gaps") << u"1::2::3"_s << QString();
    QTest::newRow("unknown interface") << u"fe80::1%nope"_s << QString();
    QTest::newRow("interface on a global address") << u"2001:db8::1%lo"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestAddress::isReadStrictly()
{
    QFETCH(QString, typed);
    QFETCH(QString, canonical);
    const auto address = IpAddress::parse(typed);
    QCOMPARE(address.has_value(), !canonical.isEmpty());
    if (address)
        QCOMPARE(address->toString(), canonical);
}

void TestAddress::keepsTheInterfaceOfALinkLocalAddress()
{
    const auto byName = IpAddress::parse(u"fe80::1%lo");
    QVERIFY(byName);
    QCOMPARE(byName->scope(), if_nametoindex("lo"));
    QCOMPARE(byName->toString(), u"fe80::1%lo"_s);
    QCOMPARE(IpAddress::parse(u"fe80::1%"_s + QString::number(byName->scope())), byName);
}

void TestAddress::ofASocketSurvivesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("IPv4") << u"127.0.0.1:9090"_s;
    QTest::newRow("IPv6") << u"[::1]:65535"_s;
    QTest::newRow("port 0") << u"[2001:db8::7]:0"_s;
    QTest::newRow("with interface") << u"[fe80::1%lo]:80"_s;
}

void TestAddress::ofASocketSurvivesText()
{
    QFETCH(QString, text);
    const auto address = SocketAddress::parse(text);
    QVERIFY(address);
    QCOMPARE(address->toString(), text);
}

void TestAddress::ofASocketSurvivesTheSystemsForm()
{
    QFETCH(QString, text);
    sockaddr_storage storage;
    QVERIFY(SocketAddress::parse(text)->toSockaddr(storage) > 0);
    QCOMPARE(SocketAddress::fromSockaddr(storage).toString(), text);
}

void TestAddress::mappedIntoIPv6IsTheIPv4Address()
{
    const SocketAddress address{IpAddress::loopback(), 80};
    sockaddr_storage storage;
    QCOMPARE(address.toSockaddr(storage, true), unsigned(sizeof(sockaddr_in6)));
    QCOMPARE(int(storage.ss_family), AF_INET6);
    QCOMPARE(SocketAddress::fromSockaddr(storage), address);
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
