#include "../unit/plainpeer.h"
#include "models/hallmodel.h"
#include "pages/benchtree.h"
#include "pages/tcppage.h"
#include "widgets/diagramview.h"
#include "widgets/halldiagram.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>

#include <fcntl.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swb::ui {

/// The listener's hall as it is read and drawn, and in the whole window over a real listener.
class TestHallView : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void cleanup()
    {
        if (m_window)
            closeWindow();
    }
    void saysWhoIsWhere();
    void saysWhatIsNotAvailable();
    void keepsTooManyApart();
    void drawsFreePlacesAndNothingTwice_data();
    void drawsFreePlacesAndNothingTwice();
    void isWalkedThroughByKeyboard();
    void isPrintedAsText();
    void fillsWhileAcceptingIsPaused();
    void fitsASmallScreen();

private:
    static lens::Hall fullHall();
    static lens::HallGuest guest(quint16 port, qint64 unread = 0)
    {
        return {{IpAddress::loopback(), port}, Timestamp(100s), unread, {}, false};
    }
    static QStringList sentences(const HallModel &model);
    static PlainPeer knock(SocketAddress address);
    bool isSaid(const QString &beginning) const; ///< by a part of the drawing
    void listen(int backlog);
};

lens::Hall TestHallView::fullHall()
{
    lens::Hall hall;
    hall.limit = 3;
    hall.queue = 4;
    hall.waiting = {guest(40'001, 12), guest(40'002), guest(40'003), guest(40'004)};
    hall.knocking = {guest(40'005), guest(40'006)};
    hall.knocking.first().tries = 2;
    hall.served = {guest(40'000)};
    hall.overflows = 7;
    hall.drops = 8;
    return hall;
}

QStringList TestHallView::sentences(const HallModel &model)
{
    QStringList said;
    for (int row = 0; row < model.rowCount(); ++row)
        said.append(model.index(row).data(Qt::AccessibleTextRole).toString());
    return said;
}

void TestHallView::saysWhoIsWhere()
{
    HallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHall(fullHall(), Timestamp(103'100ms));
    const QString all = sentences(model).join(u'\n');
    QCOMPARE(model.rowCount(), 3 + 2 + 4 + 1 + 1);
    QVERIFY2(all.contains(u"4 of 4 places taken: listen(3) admits one more"), qPrintable(all));
    QVERIFY(all.contains(u"127.0.0.1:40005 has knocked for 3.1 s and got no answer"));
    QVERIFY(all.contains(u"127.0.0.1:40001 is connected and has waited to be accepted for at least 3.1 s"));
    QVERIFY(all.contains(u"12 byte"));
    QVERIFY(all.contains(u"clients on this computer only"));
    QVERIFY(all.contains(u"On the whole computer, since it was started: 7 "));
    model.setHall(fullHall(), Timestamp(230s));
    QVERIFY(sentences(model).join(u'\n').contains(u"at least 2 min"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestHallView::saysWhatIsNotAvailable()
{
    lens::Hall hall = fullHall();
    hall.limit.reset(); // as /proc tells it
    hall.overflows.reset();
    HallModel model;
    model.setHall(hall, Timestamp(103s));
    QVERIFY(!model.caption(HallRoom::Hall).contains(u"places"));
    QVERIFY(model.caption(HallRoom::Hall).startsWith(u"4 "));
    QVERIFY(sentences(model).last().contains(u"not available here"));
}

void TestHallView::keepsTooManyApart()
{
    lens::Hall hall;
    for (quint16 port = 1; port <= 250; ++port)
        hall.served.append(guest(port));
    HallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHall(hall, Timestamp(103s));
    QCOMPARE(model.rowCount(), 3 + HallModel::mostGuests + 1 + 1);
    QVERIFY(sentences(model).contains(u"and 150 more"_s));
}

void TestHallView::drawsFreePlacesAndNothingTwice_data()
{
    QTest::addColumn<QSize>("room");
    QTest::newRow("from left to right") << QSize(1000, 400);
    QTest::newRow("one below the other") << QSize(300, 160);
}

void TestHallView::drawsFreePlacesAndNothingTwice()
{
    QFETCH(QSize, room);
    HallModel model;
    model.setHall(fullHall(), Timestamp(103s));
    HallDiagram diagram(&model);
    const QSize size = diagram.arrange(QFont(), room);
    QVERIFY(size.width() >= room.width() && size.height() >= room.height());
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(QRect({}, size).contains(diagram.rectOf(row)));
        for (int other = 0; other < row; ++other)
            QVERIFY(!diagram.rectOf(row).intersects(diagram.rectOf(other)));
    }
    // One accepted: a place is free, and the hall stays as high as before.
    lens::Hall hall = fullHall();
    hall.waiting.removeFirst();
    hall.queue = 3;
    model.setHall(hall, Timestamp(103s));
    QCOMPARE(diagram.arrange(QFont(), room), size);
}

void TestHallView::isWalkedThroughByKeyboard()
{
    HallModel model;
    DiagramView view(std::make_unique<HallDiagram>(&model), &model);
    model.setHall(fullHall(), Timestamp(103s));
    view.resize(1000, 400);
    view.show();
    QTest::keyClick(&view, Qt::Key_Home);
    QVERIFY(view.partText(view.currentPart()).startsWith(u"At the door"));
    QTest::keyClick(&view, Qt::Key_Right);
    QVERIFY(view.partText(view.currentPart()).startsWith(u"In the hall"));
    QTest::keyClick(&view, Qt::Key_Down);
    QVERIFY(view.partText(view.currentPart()).startsWith(u"127.0.0.1:40001"));
}

void TestHallView::isPrintedAsText()
{
    HallModel model;
    DiagramView view(std::make_unique<HallDiagram>(&model), &model);
    model.setHall(fullHall(), Timestamp(103s));
    const QString drawing = QString::fromUtf8(view.svg(u"hall"_s));
    QVERIFY(drawing.contains(u"127.0.0.1:40004"));
    QVERIFY(drawing.contains(u"accept()"));
}

PlainPeer TestHallView::knock(SocketAddress address)
{
    address.ip = IpAddress::loopback();
    PlainPeer peer(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_storage storage;
    const socklen_t length = address.toSockaddr(storage);
    ::connect(peer.get(), reinterpret_cast<sockaddr *>(&storage), length);
    return peer;
}

bool TestHallView::isSaid(const QString &beginning) const
{
    const auto *view = find<DiagramView>("hallView");
    for (int part = 0; part < view->partCount(); ++part) {
        if (view->partText(part).startsWith(beginning))
            return true;
    }
    return false;
}

void TestHallView::listen(int backlog)
{
    openWindow();
    bench::EndpointSpec server;
    server.address = u"127.0.0.1"_s;
    server.port = 0;
    server.backlog = backlog;
    m_window->start(server);
    QTRY_VERIFY(find<QAction>("pauseAcceptingAction")->isEnabled());
    QVERIFY(!find<QAction>("acceptOneAction")->isEnabled());
    find<QAction>("showTcpAction")->trigger();
    QTRY_VERIFY(find<TcpPage>("tcpPage")->isShowing(TcpView::Hall));
}

void TestHallView::fillsWhileAcceptingIsPaused()
{
    listen(3);
    find<QAction>("pauseAcceptingAction")->trigger();
    QTRY_VERIFY(find<QAction>("acceptOneAction")->isEnabled());
    const SocketAddress address = bench().endpoint(bench().endpointIds().last())->local;
    std::vector<PlainPeer> clients;
    for (int i = 0; i < 6; ++i)
        clients.push_back(knock(address));
    QTRY_VERIFY(isSaid(u"In the hall: 4 of 4 places taken: listen(3) admits one more"_s));
    QTRY_VERIFY(isSaid(u"At the door: 2 "_s));
    find<QAction>("acceptOneAction")->trigger();
    QTRY_VERIFY(isSaid(u"At a desk: 1 "_s));
    // One of those who knock gets the free place when it knocks again.
    QTRY_VERIFY(isSaid(u"In the hall: 4 of 4 "_s) && !isSaid(u"At the door: 2 "_s));
    find<QAction>("pauseAcceptingAction")->trigger();
    QTRY_VERIFY(isSaid(u"At a desk: 6 "_s) && isSaid(u"In the hall: 0 of 4 "_s));
    QVERIFY(!find<QAction>("acceptOneAction")->isEnabled());
    find<QAction>("stopListeningAction")->trigger();
    QTRY_COMPARE(find<DiagramView>("hallView")->partCount(), 0);
}

void TestHallView::fitsASmallScreen()
{
    listen(3);
    m_window->resize(640, 370);
    QTRY_COMPARE(m_window->size(), QSize(640, 370));
    const auto *view = find<DiagramView>("hallView");
    QTRY_VERIFY(view->height() >= view->minimumSizeHint().height());
    QVERIFY(m_window->rect().contains(QRect(view->mapTo(m_window.get(), QPoint()), view->size())));
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestHallView)
#include "tst_hallview.moc"
