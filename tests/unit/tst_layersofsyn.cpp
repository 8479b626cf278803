#include "base/uniquedescriptor.h"
#include "capture/linktype.h"
#include "kernel/savedsyn.h"
#include "layerpackets.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace swb;
using namespace swb::lens;
using namespace swb::lens::fixture;

/// The SYN that a client really sent, as the kernel kept it for the server.
class TestLayersOfSyn : public QObject
{
    Q_OBJECT

private slots:
    void theRealHeaders();
};

void TestLayersOfSyn::theRealHeaders()
{
    const UniqueDescriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *address = reinterpret_cast<sockaddr *>(&server);
    QCOMPARE(::bind(listener.get(), address, sizeof server), 0);
    if (!kernel::saveSyns(listener.get()))
        QSKIP("this system saves no SYN");
    QCOMPARE(::listen(listener.get(), 1), 0);
    socklen_t size = sizeof server;
    QCOMPARE(::getsockname(listener.get(), address, &size), 0);
    const UniqueDescriptor client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    QCOMPARE(::connect(client.get(), address, sizeof server), 0);
    sockaddr_in from{};
    size = sizeof from;
    const UniqueDescriptor accepted(::accept(listener.get(), reinterpret_cast<sockaddr *>(&from), &size));
    const std::optional<QByteArray> syn = kernel::takeSavedSyn(accepted.get());
    QVERIFY(syn);

    const Dissection dissection = dissect(quint16(LinkType::Raw), *syn, quint32(syn->size()));
    QCOMPARE(dissection.reach, Reach::Whole);
    QCOMPARE(find(dissection, FieldId::SourcePort)->number, ntohs(from.sin_port));
    QCOMPARE(find(dissection, FieldId::DestinationPort)->number, ntohs(server.sin_port));
    QCOMPARE(find(dissection, FieldId::IpDestination)->number, INADDR_LOOPBACK);
    QCOMPARE(find(dissection, FieldId::TcpFlagSyn)->number, 1u);
    QCOMPARE(find(dissection, FieldId::TcpFlagAck)->number, 0u);
    QCOMPARE(find(dissection, FieldId::IpChecksum)->check, Check::Right);
    QVERIFY(find(dissection, FieldId::TcpMaximumSegmentValue)->number > 500);
    QVERIFY(find(dissection, FieldId::TransportChecksum)->check != Check::Wrong);
    QCOMPARE(coveredBits(dissection), syn->size() * 8);
}

QTEST_GUILESS_MAIN(TestLayersOfSyn)
#include "tst_layersofsyn.moc"
