#include "app/ladderdesk.h"
#include "models/laddermodel.h"
#include "pages/benchtree.h"
#include "pages/tcppage.h"
#include "pages/workpage.h"
#include "widgets/bytesview.h"
#include "widgets/ladderview.h"
#include "windowfixture.h"

#include <QAction>
#include <QFileDialog>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace swb::ui {

/// The lens on TCP and the ladder on it in the whole window, over a running bench.
class TestLadderDesk : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void offersWhatFitsWhatIsSelected();
    void showsBothEndsAsTheyTalk();
    void leadsToTheLogOfEitherEnd();
    void isSavedAsADrawing();

private:
    void talk();
    int rowOf(EventKind kind, lens::LadderEnd end) const;
    LadderModel *model() const { return find<LadderView>("ladderView")->model(); }
};

/// An echo server and a client of it that has said hello; the client's connection is selected.
void TestLadderDesk::talk()
{
    bench::EndpointSpec server;
    server.port = 0;
    server.behaviour.echo = true;
    m_window->start(server);
    QTRY_VERIFY(find<QAction>("connectClientAction")->isEnabled());
    find<QAction>("connectClientAction")->trigger();
    auto *composer = find<QWidget>("composerText");
    QTRY_VERIFY(composer->isEnabled() && bench().rowCount() == 3);
    type(u"hello"_s);
    QTRY_VERIFY(logTexts().size() >= 2);
}

/// -1: not there.
int TestLadderDesk::rowOf(EventKind kind, lens::LadderEnd end) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const lens::Rung rung = model()->ladder()->rung(quint32(row));
        if (rung.kind == lens::Rung::Kind::Event && rung.event == kind && rung.end == end)
            return row;
    }
    return -1;
}

void TestLadderDesk::offersWhatFitsWhatIsSelected()
{
    bench::EndpointSpec server;
    server.port = 0;
    m_window->start(server);
    QTRY_VERIFY(find<QAction>("connectClientAction")->isEnabled());
    auto *page = find<TcpPage>("tcpPage");
    QCOMPARE(page->subject(), TcpSubject::Listener);
    find<QAction>("showTcpAction")->trigger();
    QVERIFY(page->isVisible());
    QVERIFY(!page->isShowing(TcpView::Ladder));
    QVERIFY(!find<QToolButton>("ladderExport")->isVisible());
    find<QAction>("connectClientAction")->trigger();
    QTRY_COMPARE(page->subject(), TcpSubject::Connection);
    page->setView(TcpView::Ladder);
    QVERIFY(page->isShowing(TcpView::Ladder));
    QVERIFY(find<QToolButton>("ladderExport")->isVisible());
    QVERIFY(find<LadderView>("ladderView")->isVisible());
}

void TestLadderDesk::showsBothEndsAsTheyTalk()
{
    talk();
    QCOMPARE(model()->rowCount(), 0); // nobody looks
    find<QAction>("showTcpAction")->trigger();
    find<TcpPage>("tcpPage")->setView(TcpView::Ladder);
    QTRY_VERIFY(rowOf(EventKind::Received, lens::LadderEnd::Right) > 0);
    QTRY_VERIFY(rowOf(EventKind::Received, lens::LadderEnd::Left) > 0);
    QVERIFY(rowOf(EventKind::Listening, lens::LadderEnd::Right) >= 0);
    QVERIFY(rowOf(EventKind::Connecting, lens::LadderEnd::Left) >= 0);
    const int before = model()->rowCount();
    type(u"more"_s);
    QTRY_COMPARE(model()->rowCount(), before + 4); // sent, read, sent back, read
    find<QAction>("closeConnectionAction")->trigger();
    QTRY_VERIFY(rowOf(EventKind::Closed, lens::LadderEnd::Left) > 0);
    QTRY_VERIFY(rowOf(EventKind::Closed, lens::LadderEnd::Right) > 0);
}

void TestLadderDesk::leadsToTheLogOfEitherEnd()
{
    talk();
    find<QAction>("showTcpAction")->trigger();
    find<TcpPage>("tcpPage")->setView(TcpView::Ladder);
    auto *view = find<LadderView>("ladderView");
    const auto *log = find<LogView>("logView");
    for (const lens::LadderEnd end : {lens::LadderEnd::Left, lens::LadderEnd::Right}) {
        find<QAction>("showTcpAction")->trigger();
        QVERIFY(view->hasFocus());
        QTRY_VERIFY(rowOf(EventKind::Received, end) > 0);
        const int row = rowOf(EventKind::Received, end);
        const EventSeq seq = model()->seqAt(row);
        view->showRow(row);
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(log->isVisible());
        QVERIFY(log->hasFocus());
        QTRY_VERIFY(log->currentRow() >= 0);
        QCOMPARE(log->model()->seqAt(log->currentRow()), seq);
    }
}

void TestLadderDesk::isSavedAsADrawing()
{
    talk();
    find<QAction>("showTcpAction")->trigger();
    find<TcpPage>("tcpPage")->setView(TcpView::Ladder);
    QTRY_VERIFY(rowOf(EventKind::Received, lens::LadderEnd::Left) > 0);
    find<QToolButton>("ladderExport")->click();
    auto *dialog = find<QFileDialog>("saveLadderDialog");
    const QString path = m_home->filePath(u"drawing.svg"_s);
    emit dialog->fileSelected(path);
    QTRY_VERIFY(find<QWidget>("banner")->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("recv() = 5"));
    dialog->close();
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestLadderDesk)
#include "tst_ladderdesk.moc"
