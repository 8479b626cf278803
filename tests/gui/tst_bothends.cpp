#include "models/pipelinemodel.h"
#include "pages/lensbar.h"
#include "pages/projector.h"
#include "pages/tcppage.h"
#include "widgets/diagramview.h"
#include "windowfixture.h"

#include <QAction>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

using namespace swb::bench;

/// Pipeline and states in the window: of a real connection whose ends are both on this bench.
class TestBothEnds : public QObject, private WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { closeWindow(); }
    void thePipelineAddsUp();
    void theWindowClosesAsTheOtherEndStopsReading();
    void bothEndsWalkToTheirEnd();
    void aViewIsProjectedAndComesBack();
    void isWrittenAsADrawing();

private:
    void look(TcpView view);
    QString part(const char *view, int part) const { return find<DiagramView>(view)->partText(part); }
    QString sum(int flow) const { return part("pipelineView", PipelineModel::rowOf(flow, PipeItem::Sum)); }
};

void TestBothEnds::init()
{
    openWindow();
    EndpointSpec spec;
    spec.port = 0;
    m_window->start(spec);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
    find<QPushButton>("connectClientButton")->click();
    QTRY_COMPARE(bench().rowCount(bench().index(1, 0)), 1);
    QTRY_VERIFY(find<QWidget>("composerText")->hasFocus());
}

void TestBothEnds::look(TcpView view)
{
    find<QAction>("showTcpAction")->trigger();
    find<TcpPage>("tcpPage")->setView(view);
    QTRY_VERIFY(find<TcpPage>("tcpPage")->isShowing(view));
}

void TestBothEnds::thePipelineAddsUp()
{
    look(TcpView::Pipeline);
    QTRY_VERIFY(find<DiagramView>("pipelineView")->partCount() > 0);
    type(u"Hello Server"_s);
    QTRY_COMPARE(sum(0), u"What we send: 12 = 0 + 0 + 0 + 0 + 12."_s);
    QTRY_VERIFY2(sum(1).startsWith(u"What they send: "_s), qPrintable(sum(1)));
}

void TestBothEnds::theWindowClosesAsTheOtherEndStopsReading()
{
    look(TcpView::Pipeline);
    auto *stop = find<QToolButton>("pipelineStopReading");
    QTRY_VERIFY(stop->isEnabled()); // the other end was found on this bench
    stop->click();
    QTRY_VERIFY(stop->isChecked());
    const ConnectionId id = bench().targetAt(bench().index(0, 0, bench().index(2, 0))).connection;
    for (int i = 0; i < 16; ++i)
        m_window->session().engine().send(id, QByteArray(500'000, 'x'));
    const auto window = [this] { return part("pipelineView", PipelineModel::rowOf(0, PipeItem::Window)); };
    QTRY_VERIFY2(window().contains(u"Closed"_s), qPrintable(window()));
    QTRY_VERIFY2(sum(0).startsWith(u"What we send: 8,000,000 = "_s), qPrintable(sum(0)));
    auto *moment = find<QSlider>("pipelineMoment");
    const int stalled = moment->maximum();
    stop->click();
    QTRY_COMPARE(sum(0), u"What we send: 8,000,000 = 0 + 0 + 0 + 0 + 8,000,000."_s);
    QCOMPARE(moment->value(), moment->maximum());
    moment->setValue(stalled); // and see it once more
    QVERIFY2(window().contains(u"Closed"_s), qPrintable(window()));
    const int count = moment->maximum();
    QTRY_VERIFY(moment->maximum() > count);
    QVERIFY(window().contains(u"Closed"_s)); // the chosen moment stays
    moment->setValue(moment->maximum());
    QVERIFY(!window().contains(u"Closed"_s));
}

void TestBothEnds::bothEndsWalkToTheirEnd()
{
    look(TcpView::States);
    QTRY_VERIFY(find<DiagramView>("statesView")->partCount() >= 6);
    find<QAction>("closeConnectionAction")->trigger(); // of the client: so that one waits
    QTRY_VERIFY(part("statesView", find<DiagramView>("statesView")->partCount() - 1).contains(u"CLOSED"_s));
    const auto ours = [this] {
        QStringList all;
        for (int i = 0; i < find<DiagramView>("statesView")->partCount(); ++i)
            all.append(part("statesView", i));
        return all.join(u'\n');
    };
    QTRY_VERIFY2(ours().contains(u"TIME-WAIT"_s) && ours().contains(u"left"_s), qPrintable(ours()));
    QVERIFY2(ours().contains(u"FIN-WAIT-1"_s), qPrintable(ours()));
}

void TestBothEnds::aViewIsProjectedAndComesBack()
{
    look(TcpView::States);
    auto *page = find<TcpPage>("tcpPage");
    auto *projector = find<Projector>("projector");
    const QWidget *place = page->parentWidget();
    const qreal size = page->fontInfo().pointSizeF();
    find<QAction>("projectAction")->trigger();
    QTRY_VERIFY(projector->isVisible() && projector->isFullScreen());
    QCOMPARE(page->window(), projector);
    QVERIFY(find<DiagramView>("statesView")->fontInfo().pointSizeF() > 1.5 * size);
    QVERIFY(page->isShowing(TcpView::States));
    QVERIFY(QTest::qWaitForWindowActive(projector));
    QTest::keyClick(projector, Qt::Key_Escape);
    QTRY_VERIFY(!projector->isVisible());
    QCOMPARE(page->parentWidget(), place);
    QVERIFY(page->isVisible());
    QCOMPARE(page->fontInfo().pointSizeF(), size);
    QVERIFY(!find<QAction>("projectAction")->isChecked());
    QCOMPARE(find<LensBar>("lensBar")->lens(), Lens::Tcp);
}

void TestBothEnds::isWrittenAsADrawing()
{
    look(TcpView::Pipeline);
    auto *save = find<QToolButton>("pipelineExport");
    QTRY_VERIFY(save->isEnabled());
    save->click();
    auto *dialog = find<QWidget>("saveDrawingDialog");
    QVERIFY(dialog->isVisible());
    dialog->close();
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestBothEnds)
#include "tst_bothends.moc"
