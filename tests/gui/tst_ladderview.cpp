#include "models/laddermodel.h"
#include "models/laddertext.h"
#include "models/timetext.h"
#include "recordedtalk.h"
#include "widgets/laddersvg.h"
#include "widgets/ladderview.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QPainter>
#include <QProcess>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace swb::ui {

/// The ladder as it is read, seen and printed. Events of these recordings are a millisecond apart.
class TestLadderView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void tellsEachRow();
    void beginsAnewWhenTheOtherEndTurnsUp();
    void saysDurationsAsPeopleDo_data();
    void saysDurationsAsPeopleDo();
    void followsTheEndUntilOneScrollsUp();
    void mergesAtASmallScaleAndKeepsThePlace();
    void isWalkedThroughByKeyboard();
    void leadsToTheEventThatIsClicked();
    void explainsWhatIsUnderThePointer();
    void tellsAScreenReader();
    void breaksSilences();
    void drawsWhatIsInferredDashed_data();
    void drawsWhatIsInferredDashed();
    void scrollsThroughAHundredThousandEvents();
    void saysWhatToDoWhenThereIsNothing();
    void isPrintedAsTextOnLightPaper();
    void saysWhenNotAllIsPrinted();

private:
    void openBothEnds(bool withClient = true);
    void clientSends(const QByteArray &bytes) { m_talk->sent(2, bytes); }
    void show();
    QStringList rows() const;
    QImage drawn() const;
    static QStringList textsOf(const QByteArray &svg);

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<LadderModel> m_model;
    std::unique_ptr<LadderView> m_view;
};

void TestLadderView::init()
{
    m_talk = std::make_unique<RecordedTalk>();
    m_model = std::make_unique<LadderModel>();
    m_view = std::make_unique<LadderView>();
    m_view->resize(800, 500);
    m_view->setModel(m_model.get());
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestLadderView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_talk.reset();
}

/// 1 is the server's end, 2 the client's.
void TestLadderView::openBothEnds(bool withClient)
{
    m_talk->open(1, 50001);
    if (!withClient)
        return;
    Event event;
    event.kind = EventKind::Opened;
    event.endpoint = EndpointId(2);
    event.connection = ConnectionId(2);
    event.time = Timestamp(std::chrono::milliseconds(1'800'000'000'001));
    event.local = {IpAddress::loopback(), 50001};
    event.peer = {IpAddress::loopback(), 9090};
    event.outgoing = true;
    m_talk->append(event);
}

void TestLadderView::show()
{
    m_model->setSource(m_talk->recording(), ConnectionId(1));
}

QStringList TestLadderView::rows() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 1; column < m_model->columnCount(); ++column)
            cells.append(m_model->index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

QImage TestLadderView::drawn() const
{
    return m_view->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

void TestLadderView::tellsEachRow()
{
    const QAbstractItemModelTester tester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    openBothEnds();
    show();
    clientSends("hello");
    m_talk->received(1, "hello");
    m_talk->lifecycle(EventKind::Finished, 2);
    m_talk->lifecycle(EventKind::PeerFinished, 1);
    m_talk->recording();
    m_model->refresh();
    QCOMPARE(rows(),
        (QStringList{u" |  | Handshake: SYN, SYN and ACK, ACK | inferred"_s,
            u"Server | accept() | Accepted 127.0.0.1:50001 on 127.0.0.1:9090 | observed"_s,
            u"Client | connect() = 0 | Connected from 127.0.0.1:50001 to 127.0.0.1:9090 | observed"_s,
            u"Client | send() = 5 | 5 byte(s) sent | observed"_s,
            u"Server | recv() = 5 | 5 byte(s) received | observed"_s,
            u"Client | shutdown(SHUT_WR) | We finished sending (FIN) | observed"_s,
            u"Server | recv() = 0 | The peer finished sending (FIN) | observed"_s}));
    QCOMPARE(m_model->index(4, 0).data().toString(), TimeText::elapsed(std::chrono::milliseconds(2)));
    QCOMPARE(m_model->sentence(3),
        u"Client: 5 byte(s) sent. Bytes 0 to 4 of this direction. Read to the last byte 1.0 ms later. Observed."_s);
    QCOMPARE(m_model->sentence(4),
        u"Server: 5 byte(s) received. Bytes 0 to 4 of this direction. It took bytes of 1 send(s). Observed."_s);
}

void TestLadderView::beginsAnewWhenTheOtherEndTurnsUp()
{
    m_talk->open(1, 50001);
    m_talk->received(1, "hello");
    show();
    QVERIFY(m_model->sentence(2).contains(u"cannot be seen from here"_s));
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    openBothEnds();
    m_talk->recording();
    QTRY_VERIFY((m_model->refresh(), resets.size() == 1));
    QVERIFY(m_model->ladder()->rows().isTold(lens::LadderEnd::Left));
}

void TestLadderView::saysDurationsAsPeopleDo_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0 ns"_s;
    QTest::newRow("nanoseconds") << qint64(340) << u"340 ns"_s;
    QTest::newRow("microseconds") << qint64(34'100) << u"34 µs"_s;
    QTest::newRow("nearly a millisecond") << qint64(999'600) << u"1.0 ms"_s;
    QTest::newRow("seconds") << qint64(1'240'000'000) << u"1.2 s"_s;
    QTest::newRow("nearly a minute") << qint64(59'700'000'000) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(125'000'000'000) << u"2 min 5 s"_s;
    QTest::newRow("hours") << qint64(7'500'000'000'000) << u"2 h 5 min"_s;
}

void TestLadderView::saysDurationsAsPeopleDo()
{
    QFETCH(const qint64, nanoseconds);
    QTEST(LadderText::duration(std::chrono::nanoseconds(nanoseconds)), "text");
}

void TestLadderView::followsTheEndUntilOneScrollsUp()
{
    openBothEnds();
    show();
    const auto lastRow = [this] {
        const int count = m_view->visibleBlockCount();
        return count == 0 ? -1 : int(m_view->visibleBlock(count - 1).endRow) - 1;
    };
    const auto talk = [this] {
        for (int i = 0; i < 60; ++i)
            i % 2 == 0 ? clientSends("ab") : m_talk->sent(1, "c"); // turns do not merge
        m_talk->recording();
        m_model->refresh();
    };
    talk();
    QCOMPARE(lastRow(), m_model->rowCount() - 1);
    QVERIFY(m_view->isFollowing());
    m_view->verticalScrollBar()->setValue(0);
    QVERIFY(!m_view->isFollowing());
    QCOMPARE(m_view->visibleBlock(0).firstRow, 0u);
    talk();
    QCOMPARE(m_view->visibleBlock(0).firstRow, 0u);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->isFollowing());
    QCOMPARE(lastRow(), m_model->rowCount() - 1);
}

void TestLadderView::mergesAtASmallScaleAndKeepsThePlace()
{
    openBothEnds();
    for (int i = 0; i < 200; ++i)
        clientSends("ab");
    show();
    const auto burst = [this]() -> const lens::LadderBlock * {
        for (int i = 0; i < m_view->visibleBlockCount(); ++i) {
            if (m_view->visibleBlock(i).isBurst())
                return &m_view->visibleBlock(i);
        }
        return nullptr;
    };
    QVERIFY(burst());
    QCOMPARE(burst()->flows[0], (lens::LadderBlock::Flow{200, 0, 400, 0}));
    QVERIFY(m_view->sentence(*burst()).startsWith(u"Client to server: 200 send(s), 400 byte(s)."_s));
    m_view->showRow(100);
    m_view->zoomIn();
    QVERIFY(!burst());
    m_view->setFollowing(false);
    m_view->showRow(100);
    const int top = m_view->visibleBlockRect(m_view->currentIndex()).top();
    m_view->zoomIn();
    QCOMPARE(m_view->visibleBlockRect(m_view->currentIndex()).top(), top);
    m_view->zoomToUsual();
    QVERIFY(burst());
    QVERIFY(m_view->currentIndex() >= 0);
}

void TestLadderView::isWalkedThroughByKeyboard()
{
    openBothEnds();
    clientSends("hello");
    m_talk->received(1, "hello");
    show();
    const QSignalSpy chosen(m_view.get(), &LadderView::rowChosen);
    const QSignalSpy activated(m_view.get(), &LadderView::rowActivated);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentRow(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), 3);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->currentRow(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentRow(), 4);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), 4);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.constFirst().constFirst().toInt(), 4);
    QCOMPARE(chosen.constLast().constFirst().toInt(), 4);

    const LadderScale usual = m_view->scale();
    QTest::keyClick(m_view.get(), '+');
    QVERIFY(m_view->scale().perPixel() < usual.perPixel());
    QTest::keyClick(m_view.get(), '-');
    QTest::keyClick(m_view.get(), '-');
    QVERIFY(m_view->scale().perPixel() > usual.perPixel());
    QTest::keyClick(m_view.get(), '0');
    QCOMPARE(m_view->scale(), usual);
    for (int i = 0; i < 100; ++i)
        m_view->zoomOut();
    QVERIFY(!m_view->scale().canZoomOut());
    for (int i = 0; i < 100; ++i)
        m_view->zoomIn();
    QVERIFY(!m_view->scale().canZoomIn());
}

void TestLadderView::leadsToTheEventThatIsClicked()
{
    openBothEnds();
    clientSends("hello");
    show();
    const QSignalSpy chosen(m_view.get(), &LadderView::rowChosen);
    const int last = m_view->visibleBlockCount() - 1;
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->visibleBlockRect(last).center());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(m_model->hasSeq(m_view->currentRow()));
    QCOMPARE(m_talk->recording()->summary(m_model->seqAt(m_view->currentRow())).kind, EventKind::Sent);
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, {10, m_view->visibleBlockRect(last).bottom() + 30});
    QCOMPARE(chosen.size(), 1);
}

void TestLadderView::explainsWhatIsUnderThePointer()
{
    openBothEnds();
    show();
    const QPoint at = m_view->visibleBlockRect(0).center();
    QHelpEvent event(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
    QApplication::sendEvent(m_view->viewport(), &event);
    QTRY_VERIFY(QToolTip::text().contains(u"The kernels do it before accept returns."_s));
}

void TestLadderView::tellsAScreenReader()
{
    openBothEnds();
    clientSends("hello");
    show();
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->text(QAccessible::Name), u"Ladder"_s);
    QCOMPARE(list->childCount(), 4);
    QVERIFY(list->child(3)->text(QAccessible::Name).startsWith(u"Client: 5 byte(s) sent."_s));
    QVERIFY(list->child(3)->text(QAccessible::Name).contains(u"The other end has read nothing of it yet."_s));
}

void TestLadderView::breaksSilences()
{
    openBothEnds();
    m_talk->recording();
    Event late;
    late.kind = EventKind::Note;
    late.text = u"late"_s;
    late.endpoint = EndpointId(1);
    late.connection = ConnectionId(1);
    late.time = Timestamp(std::chrono::milliseconds(1'800'000'001'202));
    m_talk->append(late);
    show();
    LadderLayout layout(*m_model->ladder(), {}, 20);
    const LadderLayout::Page &page = layout.page(0);
    QVERIFY(page.blocks.back().silence);
    QCOMPARE(LadderText::silence(*page.blocks.back().silence), u"nothing for 1.2 s"_s);
    QVERIFY(page.height < 300);
    // Where it is short at this scale, it is drawn as long as it was.
    LadderLayout coarse(*m_model->ladder(), LadderScale().zoomedOut().zoomedOut().zoomedOut(), 20);
    QVERIFY(!coarse.page(0).blocks.back().silence);
}

void TestLadderView::drawsWhatIsInferredDashed_data()
{
    QTest::addColumn<bool>("withClient");
    QTest::addColumn<bool>("dark");
    QTest::newRow("the other end is here") << true << false;
    QTest::newRow("it is another program's") << false << false;
    QTest::newRow("in the dark") << false << true;
}

/// The line of an end that tells nothing has gaps; and bytes have the colours of their direction.
void TestLadderView::drawsWhatIsInferredDashed()
{
    QFETCH(const bool, withClient);
    QFETCH(const bool, dark);
    if (dark) {
        QPalette palette;
        palette.setColor(QPalette::Base, QColor(0x20, 0x20, 0x20));
        palette.setColor(QPalette::Text, QColor(0xe0, 0xe0, 0xe0));
        m_view->setPalette(palette);
    }
    openBothEnds(withClient);
    for (int i = 0; i < 6; ++i) {
        if (withClient)
            clientSends("abc");
        m_talk->received(1, "abc");
        m_talk->sent(1, "d");
        if (withClient)
            m_talk->received(2, "d");
    }
    show();
    const QImage image = drawn();
    const QRgb ground = m_view->palette().color(QPalette::Base).rgb();
    // In the column of the left half with the most ink stands the line of the client.
    const int from = 80;
    const int to = 300;
    int most = 0;
    for (int x = 0; x < image.width() / 2; ++x) {
        int inked = 0;
        for (int y = from; y < to; ++y)
            inked += image.pixel(x, y) == ground ? 0 : 1;
        most = std::max(most, inked);
    }
    QCOMPARE(most == to - from, withClient);
    QVERIFY(most > (to - from) / 2);
    const Theme theme = Theme::of(m_view->palette());
    const auto has = [&image](const QColor &colour) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) == colour.rgb())
                    return true;
            }
        }
        return false;
    };
    QVERIFY(has(theme.received));
    QVERIFY(has(theme.sent));
    QVERIFY(!has(theme.error));
    m_talk->lifecycle(EventKind::ResetByPeer, 1, {FailureKind::ResetByPeer, ECONNRESET, {}});
    m_talk->recording();
    m_model->refresh();
    const QImage after = drawn();
    QVERIFY(after != image);
}

void TestLadderView::scrollsThroughAHundredThousandEvents()
{
    openBothEnds();
    for (int i = 0; i < 50'000; ++i) {
        clientSends("a");
        m_talk->sent(1, "b");
    }
    show();
    QCOMPARE(m_model->rowCount(), 100'003);
    QScrollBar *bar = m_view->verticalScrollBar();
    QElapsedTimer timer;
    timer.start();
    quint32 before = 0;
    for (int i = 0; i < 50; ++i) {
        bar->setValue(int(double(bar->maximum()) * i / 50));
        drawn();
        QVERIFY(m_view->visibleBlockCount() < 40);
        QVERIFY(m_view->visibleBlock(0).firstRow >= before);
        before = m_view->visibleBlock(0).firstRow;
        const double part = double(before) / m_model->rowCount();
        QVERIFY2(std::abs(part - i / 50.0) < 0.02, qPrintable(QString::number(part)));
    }
    QVERIFY(timer.elapsed() < 10'000); // reading it all, each time, takes minutes
    m_view->showRow(77'777);
    QVERIFY(m_view->currentIndex() >= 0);
}

void TestLadderView::saysWhatToDoWhenThereIsNothing()
{
    m_view->setEmptyText(u"Nothing yet"_s);
    QCOMPARE(m_view->visibleBlockCount(), 0);
    const QImage said = drawn();
    m_view->setEmptyText({});
    QVERIFY(drawn() != said);
    for (const int key : {Qt::Key_Down, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Return})
        QTest::keyClick(m_view.get(), Qt::Key(key));
    QCOMPARE(m_view->currentRow(), -1);
}

QStringList TestLadderView::textsOf(const QByteArray &svg)
{
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "text"_L1)
            texts.append(reader.readElementText().trimmed());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : texts;
}

void TestLadderView::isPrintedAsTextOnLightPaper()
{
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    m_view->setPalette(dark);
    openBothEnds();
    clientSends("hello");
    m_talk->received(1, "hello");
    m_talk->lifecycle(EventKind::Finished, 2);
    show();
    const QByteArray svg = LadderSvg::document(*m_model->ladder(), {}, m_view->font(), u"<a & b>"_s);
    const QStringList texts = textsOf(svg);
    for (const QString &text : {u"SYN"_s, u"SYN, ACK"_s, u"FIN"_s, u"5 byte(s)"_s, u"send() = 5"_s,
             u"recv() = 5"_s, u"shutdown(SHUT_WR)"_s, u"Client 127.0.0.1:50001"_s, u"on this bench"_s,
             u"observed"_s, u"inferred"_s})
        QVERIFY2(texts.contains(text), qPrintable(text + u" in "_s + texts.join(u'|')));
    QVERIFY(svg.contains("#ffffff"));
    const QString path = m_talk->path() + u".svg"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(svg);
    file.close();
    QProcess lint;
    lint.start(u"xmllint"_s, {u"--noout"_s, u"--nonet"_s, path});
    QVERIFY2(lint.waitForFinished() && lint.exitCode() == 0, lint.readAllStandardError().constData());
}

void TestLadderView::saysWhenNotAllIsPrinted()
{
    openBothEnds();
    for (int i = 0; i < 1500; ++i) {
        clientSends("a");
        m_talk->sent(1, "b");
    }
    show();
    const QByteArray svg = LadderSvg::document(*m_model->ladder(), {}, m_view->font(), {});
    QVERIFY(textsOf(svg).contains(u"The first 2,048 of 3,003 rows"_s));
    m_model->setSource(nullptr, {});
    QCOMPARE(m_model->rowCount(), 0);
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestLadderView)
#include "tst_ladderview.moc"
