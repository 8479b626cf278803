#include "../unit/plainpeer.h"
#include "journal/recording.h"
#include "models/plotmodel.h"
#include "pages/benchtree.h"
#include "widgets/plotview.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QXmlStreamReader>

#include <linux/sockios.h>
#include <sys/ioctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace swb::ui {

using lens::PlotRow;
using lens::PlotSeries;

/// The plots: their table, their charts by hand, and the whole over the running engine and the real kernel.
class TestPlots : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void cleanup() { closeWindow(); }
    void growsAtItsEndAndLosesItsStart();
    void readsValuesAsPeopleDo();
    void followsUntilSomebodyLooksBack();
    void zoomsAroundTheCursor();
    void readsOutWhatIsUnderTheMouse();
    void drawsAStalledTransferToTheByte();
    void savesPictureDrawingAndTable();
    void showsTheSameAsATable();
    void saysWhyThereIsNothing();
    void fitsASmallWindow();

private:
    static PlotRow row(int tenth, double unread = 0)
    {
        PlotRow row;
        row.time = Timestamp(100ms * tenth);
        row.values[size_t(PlotSeries::Unread)] = unread;
        return row;
    }
    static QList<PlotRow> rows(int from, int to)
    {
        QList<PlotRow> rows;
        for (int tenth = from; tenth < to; ++tenth)
            rows.append(row(tenth, tenth));
        return rows;
    }
    PlainPeer meet();
    void save(const QString &path);
    const PlotModel *model() const
    {
        return static_cast<PlotModel *>(find<QTableView>("plotTable")->model());
    }
    std::optional<double> newest(PlotSeries series) const
    {
        return model()->rows().isEmpty() ? std::nullopt : model()->rows().last().value(series);
    }

    ConnectionId m_connection; ///< that meet() made
};

/// A server of the window, and a client of it that does nothing; its plots are shown.
PlainPeer TestPlots::meet()
{
    openWindow();
    m_window->resize(1280, 800);
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
    find<QAction>("showTcpAction")->trigger();
    QTest::mouseClick(find<QWidget>("plotsViewSegment"), Qt::LeftButton);
    return peer;
}

void TestPlots::growsAtItsEndAndLosesItsStart()
{
    PlotModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows(rows(0, 10));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = model.index(7, 0);
    model.setRows(rows(0, 12));
    QCOMPARE(model.rowCount(), 12);
    model.setRows(rows(5, 14));
    QCOMPARE(model.rowCount(), 9);
    QCOMPARE(kept.row(), 2);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rows(), rows(5, 14));
    model.setRows(rows(100, 103)); // of another connection
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rows(), rows(100, 103));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPlots::readsValuesAsPeopleDo()
{
    PlotModel model;
    PlotRow values = row(1, 1536);
    values.values[size_t(PlotSeries::SendRate)] = 2. * 1024 * 1024;
    values.values[size_t(PlotSeries::Rtt)] = 340;
    model.setRows({values});
    const auto text = [&](PlotSeries series) {
        return model.index(0, PlotModel::columnOf(series)).data().toString();
    };
    QCOMPARE(text(PlotSeries::Unread), u"1.5 KiB"_s);
    QCOMPARE(text(PlotSeries::SendRate), u"2.0 MiB/s"_s);
    QCOMPARE(text(PlotSeries::Rtt), u"340 µs"_s);
    QCOMPARE(text(PlotSeries::InFlight), QString()); // not available is not nothing
    QVERIFY(model.sentence(0).endsWith(u"sent 2.0 MiB/s · round trip 340 µs · unread 1.5 KiB"_s));
    for (int column = 0; column < PlotModel::columnTotal; ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    for (int series = 0; series < lens::plotSeriesTotal; ++series)
        QVERIFY(!PlotModel::explanation(PlotSeries(series)).isEmpty());
}

void TestPlots::followsUntilSomebodyLooksBack()
{
    PlotModel model;
    PlotView view;
    view.setModel(&model);
    view.resize(800, 500);
    view.show();
    model.setRows(rows(0, 1000));
    QVERIFY(view.isFollowing());
    QTest::keyClick(&view, Qt::Key_PageUp);
    QVERIFY(!view.isFollowing());
    model.setRows(rows(0, 1010));
    QVERIFY(!view.isFollowing());
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.currentRow(), 1008);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentRow(), 0);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentRow(), -1);
    QVERIFY(view.isFollowing());
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(qRound(view.span()), 101);
    QVERIFY(!view.canZoomOut());
}

void TestPlots::zoomsAroundTheCursor()
{
    PlotModel model;
    PlotView view;
    view.setModel(&model);
    view.resize(800, 500);
    view.show();
    model.setRows(rows(0, 1000));
    view.setCurrentRow(500);
    const double before = view.span();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.span() < before / 3);
    QCOMPARE(view.currentRow(), 500);
    QVERIFY(!view.isFollowing());
    for (int i = 0; i < 40; ++i)
        view.zoomIn();
    QVERIFY(!view.canZoomIn());
    QVERIFY(view.span() > 0.1);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&view, Qt::Key_Minus);
    QVERIFY(!view.canZoomOut());
}

void TestPlots::readsOutWhatIsUnderTheMouse()
{
    PlotModel model;
    PlotView view;
    view.setModel(&model);
    view.resize(800, 500);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    model.setRows(rows(0, 300));
    auto *plots = view.findChild<QWidget *>(u"plots"_s);
    auto *readout = view.findChild<QLabel *>(u"plotReadout"_s);
    QVERIFY(readout->text().contains(u"unread 299 bytes"_s)
        || readout->text().contains(u"unread 299 byte(s)"_s)); // the newest
    const int middle = (100 + 784) / 2; // between the names of amounts and the right edge
    QTest::mouseMove(plots, QPoint(middle, 60));
    QTRY_VERIFY(view.currentRow() > 100 && view.currentRow() < 200);
    QVERIFY(readout->text().contains(u"unread %1 "_s.arg(view.currentRow())));
    QCOMPARE(view.accessibleDescription(), readout->text());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(plots, &leave);
    QCOMPARE(view.currentRow(), -1);
}

void TestPlots::drawsAStalledTransferToTheByte()
{
    constexpr qsizetype sent = 12 << 20;
    PlainPeer peer = meet();
    QTRY_VERIFY(model()->rowCount() > 0);
    m_window->session().engine().send(m_connection, QByteArray(sent, 'x'));
    const auto unreadByPeer = [&] {
        int bytes = 0;
        ::ioctl(peer.get(), SIOCINQ, &bytes);
        return double(bytes);
    };
    QTRY_VERIFY_WITH_TIMEOUT(newest(PlotSeries::Unsent) > 0.
            && *newest(PlotSeries::Unsent) + *newest(PlotSeries::InFlight) + unreadByPeer()
                    + *newest(PlotSeries::Queued)
                == double(sent),
        20000);
    // The rate was there while bytes went, and is nothing now.
    QTRY_COMPARE(newest(PlotSeries::SendRate), 0.);
    const auto &rows = model()->rows();
    QVERIFY(std::any_of(
        rows.begin(), rows.end(), [](const PlotRow &row) { return row.value(PlotSeries::SendRate) > 1e4; }));
    QVERIFY(newest(PlotSeries::Rtt) > 0.);
    QVERIFY(newest(PlotSeries::CongestionWindow) > 0.);
    // Behind another lens it is not watched: the recording gets no more samples.
    find<QAction>("showLogAction")->trigger();
    const auto recording = m_window->session().engine().recording();
    quint32 last = recording->sampleCount(m_connection);
    const auto grows = [&] {
        const quint32 count = recording->sampleCount(m_connection);
        return count != std::exchange(last, count);
    };
    QTRY_VERIFY(!QTest::qWaitFor(grows, 400));
}

void TestPlots::save(const QString &path)
{
    find<QToolButton>("plotExport")->click();
    auto *dialog = find<QFileDialog>("savePlotsDialog");
    emit dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(find<QLabel>("bannerText")->text().contains(path));
}

void TestPlots::savesPictureDrawingAndTable()
{
    const PlainPeer peer = meet();
    QTRY_VERIFY(model()->rowCount() > 3);
    const QString stem = m_home->filePath(u"plots"_s);
    save(stem + u".png"_s);
    const QImage picture(stem + u".png"_s);
    QCOMPARE(picture.size(), QSize(2000, 1400));
    QCOMPARE(picture.pixelColor(3, 3), QColor(Qt::white)); // as on paper
    save(stem + u".svg"_s);
    QFile svg(stem + u".svg"_s);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QXmlStreamReader drawing(&svg);
    QStringList texts;
    while (!drawing.atEnd()) {
        if (drawing.readNext() == QXmlStreamReader::Characters)
            texts.append(drawing.text().toString());
    }
    QVERIFY2(!drawing.hasError(), qPrintable(drawing.errorString()));
    QVERIFY(texts.join(u' ').contains(u"congestion window"_s));
    save(stem + u".csv"_s);
    QFile csv(stem + u".csv"_s);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArrayList lines = csv.readAll().split('\n');
    QVERIFY(lines.size() > 4);
    QVERIFY(lines.first().startsWith("time,seconds,receive-rate (bytes/s),"));
    QCOMPARE(lines[1].count(','), lines[0].count(','));
}

void TestPlots::showsTheSameAsATable()
{
    const PlainPeer peer = meet();
    QTRY_VERIFY(model()->rowCount() > 3);
    auto *table = find<QTableView>("plotTable");
    auto *view = find<PlotView>("plotView");
    QVERIFY(!table->isVisible());
    find<QToolButton>("plotTableTool")->click();
    QVERIFY(table->isVisible());
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 0));
    QCOMPARE(view->currentRow(), 2);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Left);
    QCOMPARE(table->currentIndex().row(), 1);
}

void TestPlots::saysWhyThereIsNothing()
{
    const PlainPeer peer = meet();
    QTRY_VERIFY(model()->rowCount() > 0);
    const PlainPeer other = PlainPeer::connectedTo(bench().connection(m_connection)->local);
    const QModelIndex server = bench().indexOf(bench().endpointIds().last());
    QTRY_COMPARE(bench().rowCount(server), 2);
    const auto recording = journal::Recording::open(m_window->session().recording().path);
    QVERIFY(recording);
    const quint32 key = m_window->session().addRecording(*recording);
    auto *tree = find<BenchTree>("benchTree");
    const QModelIndex recorded = bench().indexOf({BenchModel::RowKind::Recording, {}, {}, key});
    tree->select(bench().targetAt(bench().index(0, 0, recorded)));
    QTRY_VERIFY(model()->rowCount() > 0); // as it was recorded
    tree->select(bench().targetAt(bench().index(1, 0, recorded)));
    QTRY_COMPARE(model()->rowCount(), 0);
    QVERIFY(find<QLabel>("plotHint")->isVisible());
    QVERIFY(find<QLabel>("plotHint")->text().startsWith(u"Not recorded"_s));
}

void TestPlots::fitsASmallWindow()
{
    const PlainPeer peer = meet();
    QTRY_VERIFY(model()->rowCount() > 3);
    const QWidget *page = find<QWidget>("tcpPage");
    QVERIFY2(page->minimumSizeHint().width() <= 640 - 180, "beside the bench at its narrowest");
    m_window->resize(660, 370);
    QTRY_COMPARE(m_window->size(), QSize(660, 370));
    auto *view = find<PlotView>("plotView");
    QVERIFY(view->isVisible());
    QTRY_VERIFY2(view->height() > 60, qPrintable(QString::number(view->height())));
    const auto isInside = [this](const QWidget *widget) {
        return m_window->rect().contains(QRect(widget->mapTo(m_window.get(), QPoint()), widget->size()));
    };
    for (const char *tool : {"plotTableTool", "plotZoomOut", "plotZoomIn", "plotFollow", "plotExport"})
        QVERIFY2(isInside(find<QToolButton>(tool)), tool);
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestPlots)
#include "tst_plots.moc"
