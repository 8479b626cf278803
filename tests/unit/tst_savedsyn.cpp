#include "kernel/savedsyn.h"
#include "kernelsockets.h"

#include <QTest>
#include <QtEndian>

using namespace swb::kernel;

class SavedSynTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSynIsTheOneThatTheClientSent()
    {
        PlainPeer listener = PlainPeer::listening();
        QVERIFY(bool(saveSyns(listener.get())));
        const PlainPeer client = PlainPeer::connectedTo(listener.address());
        const PlainPeer server = listener.accept();
        const auto headers = takeSavedSyn(server.get());
        QVERIFY(headers && headers->size() >= 40);
        const auto *bytes = reinterpret_cast<const uchar *>(headers->constData());
        QCOMPARE(bytes[0], uchar(0x45)); // IPv4, no options
        QCOMPARE(bytes[9], uchar(6)); // TCP
        QCOMPARE(qFromBigEndian<quint32>(bytes + 12), 0x7f000001u);
        QCOMPARE(qFromBigEndian<quint16>(bytes + 20), client.address().port);
        QCOMPARE(qFromBigEndian<quint16>(bytes + 22), listener.address().port);
        QCOMPARE(bytes[33] & 0x3f, 0x02); // SYN alone
        QCOMPARE(headers->size(), 20 + (bytes[32] >> 4) * 4);
        QVERIFY(!takeSavedSyn(server.get())); // given once
        QVERIFY(!takeSavedSyn(client.get()));
    }

    void nothingIsSavedUnasked()
    {
        PlainPeer listener = PlainPeer::listening();
        const PlainPeer client = PlainPeer::connectedTo(listener.address());
        QVERIFY(!takeSavedSyn(listener.accept().get()));
        QVERIFY(!takeSavedSyn(-1));
        QVERIFY(!saveSyns(-1));
    }

    void asAnOrdinaryUser() { kernelsockets::runAsNobody(); }
};

QTEST_GUILESS_MAIN(SavedSynTest)
#include "tst_savedsyn.moc"
