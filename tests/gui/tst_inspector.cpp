#include "../unit/plainpeer.h"
#include "bench/sentences.h"
#include "journal/recording.h"
#include "models/factsmodel.h"
#include "pages/benchtree.h"
#include "windowfixture.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <linux/sockios.h>
#include <sys/ioctl.h>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::FactId;

/// The facts beside the work, over the running engine and the real kernel.
class TestInspector : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void init()
    {
        openWindow();
        m_window->resize(1280, 800);
    }
    void cleanup() { closeWindow(); }
    void watchesNothingWhileFoldedAway();
    void followsAStalledTransferToTheByte();
    void keepsItsPlaceWhileNumbersChange();
    void keepsWhatWasSeenLast();
    void showsWhoWaitsAtAListener();
    void copiesAFactAndTheCommand();
    void foldsAwayWhereThereIsNoRoom();
    void takesTheKeyboardLikeEveryPlace();
    void tellsWhatWasRecorded();

private:
    PlainPeer meet();
    QTreeView *tree() const { return find<QTreeView>("factsTree"); }
    QWidget *panel() const { return find<QWidget>("inspector"); }
    QModelIndex fact(FactId id) const
    {
        const QAbstractItemModel *model = tree()->model();
        return model->match(model->index(0, 0), FactsModel::FactRole, int(id), 1, Qt::MatchRecursive)
            .value(0);
    }
    QString value(FactId id) const
    {
        return fact(id).siblingAtColumn(int(FactsModel::Column::Value)).data().toString();
    }
    /// To the byte, as it would be copied; -1: it is not told.
    qint64 number(FactId id) const
    {
        QString line = static_cast<FactsModel *>(tree()->model())->line(fact(id));
        static const QRegularExpression other(u"[^0-9]"_s);
        bool isNumber = false;
        const qint64 number = line.section(u": "_s, 1).remove(other).toLongLong(&isNumber);
        return isNumber ? number : -1;
    }
    QString moment() const { return find<QLabel>("inspectorMoment")->text(); }
    QString hint() const
    {
        return find<QLabel>("inspectorHint")->isVisible() ? find<QLabel>("inspectorHint")->text() : QString();
    }
    void show() const { find<QAction>("showFactsAction")->trigger(); }

    ConnectionId m_connection; ///< that meet() made
};

/// A server, and a client of it that does nothing; the server's end is selected.
PlainPeer TestInspector::meet()
{
    bench::EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    const auto server = [this]() -> const bench::EndpointStatus * {
        const QList<EndpointId> ids = bench().endpointIds();
        const auto *status = ids.isEmpty() ? nullptr : bench().endpoint(ids.last());
        return status && status->state == bench::EndpointState::Listening ? status : nullptr;
    };
    if (!QTest::qWaitFor([&] { return server() != nullptr; }))
        qFatal("no server");
    SocketAddress address = server()->local;
    address.ip = IpAddress::loopback();
    PlainPeer peer = PlainPeer::connectedTo(address);
    const QModelIndex row = bench().indexOf(server()->id);
    if (!QTest::qWaitFor([&] { return bench().rowCount(row) == 1; }))
        qFatal("no connection");
    m_connection = bench().connectionAt(bench().index(0, 0, row))->id;
    m_window->selectConnection(m_connection);
    return peer;
}

void TestInspector::watchesNothingWhileFoldedAway()
{
    const PlainPeer peer = meet();
    QVERIFY(panel()->isHidden());
    show();
    QVERIFY(panel()->isVisible());
    QTRY_COMPARE(value(FactId::State), u"ESTABLISHED"_s);
    QCOMPARE(moment(), u"Live"_s);
    const auto recording = m_window->session().engine().recording();
    QTRY_VERIFY(recording->sampleCount(m_connection) >= 3);
    show();
    QVERIFY(panel()->isHidden());
    // What was under way when it was folded away still comes; then there are no more.
    quint32 last = recording->sampleCount(m_connection);
    const auto grows = [&] {
        return recording->sampleCount(m_connection)
            != std::exchange(last, recording->sampleCount(m_connection));
    };
    QTRY_VERIFY(!QTest::qWaitFor(grows, 600));
}

void TestInspector::followsAStalledTransferToTheByte()
{
    constexpr qsizetype sent = 12 << 20;
    PlainPeer peer = meet();
    show();
    m_window->session().engine().send(m_connection, QByteArray(sent, 'x'));
    const auto unreadByPeer = [&] {
        int bytes = 0;
        ::ioctl(peer.get(), SIOCINQ, &bytes);
        return qint64(bytes);
    };
    // The peer does not read: all that the kernel took is in one of three places, and the rest is with us.
    QTRY_VERIFY_WITH_TIMEOUT(number(FactId::UnsentBytes) > 0
            && number(FactId::GivenBytes)
                == number(FactId::UnsentBytes) + number(FactId::UnackedBytes) + unreadByPeer()
            && number(FactId::GivenBytes) + number(FactId::QueuedBytes) == sent,
        20000);
    QCOMPARE(number(FactId::OutQueueBytes), number(FactId::UnsentBytes) + number(FactId::UnackedBytes));
    QCOMPARE(fact(FactId::GivenBytes).siblingAtColumn(int(FactsModel::Column::Source)).data().toString(),
        u"program"_s);
    QCOMPARE(fact(FactId::UnsentBytes).siblingAtColumn(int(FactsModel::Column::Source)).data().toString(),
        u"kernel"_s);
    QCOMPARE(fact(FactId::UnackedBytes).siblingAtColumn(int(FactsModel::Column::Source)).data().toString(),
        u"derived"_s);
    // Once it reads, all of it goes.
    qsizetype read = 0;
    while (read < sent) {
        const auto bytes = peer.receive();
        QVERIFY(bytes && !bytes->isEmpty());
        read += bytes->size();
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(number(FactId::OutQueueBytes), 0);
    QTRY_COMPARE(number(FactId::BytesAcked), sent);
}

void TestInspector::keepsItsPlaceWhileNumbersChange()
{
    PlainPeer peer = meet();
    m_window->session().engine().stopReading(m_connection, true);
    show();
    QTRY_VERIFY(fact(FactId::OptionNoDelay).isValid());
    tree()->setFocus();
    tree()->setCurrentIndex(fact(FactId::Rto));
    tree()->collapse(fact(FactId::State).parent());
    tree()->verticalScrollBar()->setValue(tree()->verticalScrollBar()->maximum() / 2);
    const int scrolled = tree()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QVERIFY(peer.send("12345"));
    QTRY_COMPARE(number(FactId::UnreadBytes), 5);
    QVERIFY(peer.send("678"));
    QTRY_COMPARE(number(FactId::UnreadBytes), 8);
    QCOMPARE(tree()->verticalScrollBar()->value(), scrolled);
    QCOMPARE(tree()->currentIndex(), fact(FactId::Rto));
    QVERIFY(tree()->selectionModel()->isRowSelected(fact(FactId::Rto).row(), fact(FactId::Rto).parent()));
    QVERIFY(!tree()->isExpanded(fact(FactId::State).parent()));
}

void TestInspector::keepsWhatWasSeenLast()
{
    PlainPeer peer = meet();
    show();
    QVERIFY(peer.send("12345"));
    QTRY_COMPARE(number(FactId::BytesReceived), 5);
    peer.reset();
    QTRY_VERIFY2(moment().startsWith(u"Last seen at "_s), qPrintable(moment()));
    QCOMPARE(value(FactId::State), u"CLOSED"_s);
    QCOMPARE(number(FactId::BytesReceived), 5);
    QVERIFY(fact(FactId::BytesReceived).data(FactsModel::QuietRole).toBool());
    QVERIFY(find<QWidget>("inspectorFoot")->isHidden()); // nothing on a terminal shows it any more
}

void TestInspector::showsWhoWaitsAtAListener()
{
    const PlainPeer first = meet();
    const EndpointId server = bench().endpointIds().last();
    show();
    find<BenchTree>("benchTree")->select(bench().targetAt(bench().indexOf(server)));
    QTRY_COMPARE(value(FactId::State), u"LISTEN"_s);
    m_window->session().engine().pauseAccepting(server, true);
    SocketAddress address = bench().endpoint(server)->local;
    address.ip = IpAddress::loopback();
    const PlainPeer second = PlainPeer::connectedTo(address);
    const PlainPeer third = PlainPeer::connectedTo(address);
    QTRY_COMPARE(number(FactId::AcceptQueue), 2);
    QCOMPARE(find<QLabel>("inspectorCommand")->text(), u"ss -tlnpm 'sport = :%1'"_s.arg(address.port));
    m_window->session().engine().stop(server);
    QTRY_VERIFY2(moment().startsWith(u"Last seen at "_s), qPrintable(moment()));
}

void TestInspector::copiesAFactAndTheCommand()
{
    const PlainPeer peer = meet();
    show();
    QTRY_VERIFY(fact(FactId::State).isValid());
    tree()->setFocus();
    tree()->setCurrentIndex(fact(FactId::State));
    QTest::keySequence(tree(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"State: ESTABLISHED"_s);
    find<QToolButton>("inspectorCopy")->click();
    const bench::ConnectionStatus *connection = bench().connection(m_connection);
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"ss -tinom state all 'src %1 and dst %2'"_s.arg(
            connection->local.toString(), connection->peer.toString()));
}

void TestInspector::foldsAwayWhereThereIsNoRoom()
{
    const PlainPeer peer = meet();
    show();
    QVERIFY(panel()->isVisible());
    m_window->resize(640, 400);
    QTRY_VERIFY(panel()->isHidden());
    QVERIFY(find<QAction>("showFactsAction")->isChecked()); // still wanted
    m_window->resize(1280, 800);
    QTRY_VERIFY(panel()->isVisible());
    QTRY_VERIFY(fact(FactId::State).isValid());
    find<QToolButton>("inspectorClose")->click();
    QVERIFY(panel()->isHidden());
    QVERIFY(!find<QAction>("showFactsAction")->isChecked());
    QTRY_VERIFY((m_window->resize(640, 400), m_window->width() == 640)); // once it may be so narrow
    show();
    QVERIFY(panel()->isHidden());
    QTRY_VERIFY(find<QLabel>("bannerText")->text().contains(u"too narrow"_s));
}

void TestInspector::takesTheKeyboardLikeEveryPlace()
{
    const PlainPeer peer = meet();
    QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY(fact(FactId::State).isValid());
    find<QWidget>("benchTree")->setFocus();
    QAction *next = find<QAction>("nextPlaceAction");
    for (int places = 0; places < 6 && !tree()->hasFocus(); ++places)
        next->trigger();
    QVERIFY(tree()->hasFocus());
    next->trigger();
    QVERIFY(find<QWidget>("benchTree")->hasFocus());
}

void TestInspector::tellsWhatWasRecorded()
{
    PlainPeer peer = meet();
    show();
    QTRY_COMPARE(number(FactId::BytesReceived), 0); // one look before they come
    QVERIFY(peer.send("12345"));
    QTRY_COMPARE(number(FactId::BytesReceived), 5);
    peer.reset();
    QTRY_VERIFY(moment().startsWith(u"Last seen at "_s));
    const auto recording = journal::Recording::open(m_window->session().recording().path);
    QVERIFY(recording);
    const quint32 key = m_window->session().addRecording(*recording);
    find<BenchTree>("benchTree")->select({BenchModel::RowKind::Recording, {}, {}, key});
    QTRY_VERIFY2(moment().startsWith(u"As recorded at "_s), qPrintable(moment() + hint()));
    // What is told is what was true when that happened which is looked at in the log.
    auto *log = find<LogView>("logView");
    log->setCurrentRow(0);
    QTRY_COMPARE(number(FactId::BytesReceived), 0);
    QCOMPARE(value(FactId::State), u"ESTABLISHED"_s);
    log->setCurrentRow(log->model()->rowCount() - 1);
    QTRY_COMPARE(number(FactId::BytesReceived), 5);
    QCOMPARE(fact(FactId::BytesReceived).siblingAtColumn(int(FactsModel::Column::Source)).data().toString(),
        u"recorded"_s);
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestInspector)
#include "tst_inspector.moc"
