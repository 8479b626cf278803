#include "models/layersmodel.h"
#include "recordedtalk.h"
#include "widgets/layersview.h"
#include "widgets/packetboxes.h"
#include "widgets/packethex.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headerSizes = 40; // IPv4 and TCP without options

} // namespace

class TestLayersView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }
    void unwrapsAnEvent();
    void aFieldLightsUpItsBytes();
    void aByteLeadsToItsField();
    void aBoxLeadsToItsLayer();
    void stepsThroughThePackets();
    void eventsWithoutPackets();
    void aPacketOfTheKernel();
    void copiesAllFields();
    void readsNothingWhileHidden();

private:
    QTreeView *tree() const { return m_view->findChild<QTreeView *>(u"layersTree"_s); }
    PacketHex *hex() const { return m_view->findChild<PacketHex *>(u"packetHex"_s); }
    QLabel *label(const char *name) const { return m_view->findChild<QLabel *>(QLatin1StringView(name)); }
    QModelIndex field(const QString &name) const
    {
        const auto found = m_view->model()->match(
            m_view->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LayersView> m_view;
};

void TestLayersView::init()
{
    m_talk = std::make_unique<RecordedTalk>();
    m_talk->open(1, 50001);
    m_talk->received(1, "hello");
    m_talk->sent(1, QByteArray(150'000, 'x'));
    m_talk->note(u"nothing on the wire"_s);
    m_view = std::make_unique<LayersView>();
    m_view->resize(1000, 420);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setEvent(m_talk->recording(), EventSeq(1));
}

void TestLayersView::unwrapsAnEvent()
{
    QCOMPARE(m_view->model()->rowCount(), 3);
    QCOMPARE(label("packetOrigin")->text(), u"Headers made for the recording"_s);
    QVERIFY(!label("packetOrigin")->toolTip().isEmpty());
    QVERIFY(!m_view->findChild<QToolButton *>(u"nextPacket"_s)->isVisible());
    QCOMPARE(tree()->currentIndex().data().toString(), u"Application"_s);
    QCOMPARE(hex()->chosen(), (PacketRange{headerSizes, 5}));
    QVERIFY(label("layersFoot")->text().startsWith(u"Application"_s));
}

void TestLayersView::aFieldLightsUpItsBytes()
{
    tree()->setCurrentIndex(field(u"Destination port"_s));
    QCOMPARE(hex()->chosen(), (PacketRange{22, 2}));
    QVERIFY(label("layersFoot")->text().contains(u"9090"_s));
    QTest::keyClick(tree(), Qt::Key_Down);
    QCOMPARE(hex()->chosen(), (PacketRange{24, 4}));
}

void TestLayersView::aByteLeadsToItsField()
{
    QTest::mouseClick(hex()->viewport(), Qt::LeftButton, {}, hex()->byteRect(8).center().toPoint());
    QCOMPARE(tree()->currentIndex().data().toString(), u"Time to live"_s);
    hex()->setFocus();
    QTest::keyClick(hex(), Qt::Key_Right);
    QCOMPARE(tree()->currentIndex().data().toString(), u"Protocol"_s);
    QTest::keyClick(hex(), Qt::Key_End);
    QCOMPARE(tree()->currentIndex().data().toString(), u"Data"_s);
    QAccessibleInterface *read = QAccessible::queryAccessibleInterface(hex());
    QVERIFY(read);
    QCOMPARE(read->childCount(), 3);
    QVERIFY(read->child(2)->text(QAccessible::Name).endsWith(u"68 65 6c 6c 6f"_s));
}

void TestLayersView::aBoxLeadsToItsLayer()
{
    auto *boxes = m_view->findChild<PacketBoxes *>();
    QTest::mouseClick(
        boxes, Qt::LeftButton, {}, boxes->boxRect(0).center() - QPoint(boxes->boxRect(0).width() / 2 - 3, 0));
    QCOMPARE(tree()->currentIndex().data().toString(), u"Network: IPv4"_s);
    QTest::mouseClick(boxes, Qt::LeftButton, {}, boxes->boxRect(2).center());
    QCOMPARE(tree()->currentIndex().data().toString(), u"Application"_s);
    QVERIFY(boxes->boxRect(0).contains(boxes->boxRect(1)));
    QVERIFY(boxes->boxRect(1).contains(boxes->boxRect(2)));
}

void TestLayersView::stepsThroughThePackets()
{
    m_view->setEvent(m_talk->recording(), EventSeq(2));
    auto *next = m_view->findChild<QToolButton *>(u"nextPacket"_s);
    auto *previous = m_view->findChild<QToolButton *>(u"previousPacket"_s);
    QVERIFY(next->isVisible() && !previous->isEnabled());
    QCOMPARE(label("packetCount")->text(), u"Packet 1 of 3"_s);
    next->click();
    next->click();
    QCOMPARE(label("packetCount")->text(), u"Packet 3 of 3"_s);
    QVERIFY(!next->isEnabled());
    QVERIFY(field(u"Total length"_s).siblingAtColumn(1).data().toInt() < 65'000);
    previous->click();
    QCOMPARE(label("packetCount")->text(), u"Packet 2 of 3"_s);
}

void TestLayersView::eventsWithoutPackets()
{
    m_view->setEvent(m_talk->recording(), EventSeq(3));
    QVERIFY(label("layersEmpty")->isVisible());
    QVERIFY(!tree()->isVisible());
    QCOMPARE(label("layersEmpty")->text(), u"No packet tells of this event."_s);
    m_view->clear();
    QVERIFY(label("layersEmpty")->text().startsWith(u"Select a row"_s));
}

void TestLayersView::aPacketOfTheKernel()
{
    const QByteArray bytes = m_talk->recording()->packets(EventSeq(0), 1).packets[0].bytes;
    m_view->setPacket(bytes, 101, PacketOrigin::Kernel);
    QCOMPARE(label("packetOrigin")->text(), u"Saved by the kernel"_s);
    QCOMPARE(field(u"SYN"_s).siblingAtColumn(1).data().toString(), u"set"_s);
}

void TestLayersView::copiesAllFields()
{
    tree()->setFocus();
    QTest::keySequence(tree(), QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"  Destination port\t9090\n"_s));
}

void TestLayersView::readsNothingWhileHidden()
{
    m_view->hide();
    m_view->setEvent(m_talk->recording(), EventSeq(0));
    QCOMPARE(m_view->model()->rowCount(), 3);
    m_view->show();
    QCOMPARE(m_view->model()->rowCount(), 2); // a SYN carries no data
}

QTEST_MAIN(TestLayersView)
#include "tst_layersview.moc"
