#include "models/pipelinemodel.h"
#include "widgets/diagramview.h"
#include "widgets/pipelinediagram.h"
#include "widgets/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::Source;
using lens::PipeCount;
using lens::PipePlace;

/// The pipeline as it is read, seen and printed.
class TestPipelineView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysWhereBytesAreToTheByte();
    void saysWhatIsNotAvailable();
    void saysWhyCountsDiffer_data();
    void saysWhyCountsDiffer();
    void fillsVesselsToOneScale();
    void closesTheWindow();
    void showsStepsThatBytesTake();
    void isWalkedThroughByKeyboard();
    void tellsAScreenReader();
    void fitsASmallPlace();
    void saysWhatToDoWhenThereIsNothing();
    void isPrintedAsTextOnLightPaper();

private:
    static lens::Pipeline stalled();
    QStringList row(int flow, PipeItem item) const;
    /// So many pixels of a column have this colour in its middle.
    int filled(int flow, PipeItem item, const QColor &colour) const;

    std::unique_ptr<PipelineModel> m_model;
    std::unique_ptr<DiagramView> m_view;
};

lens::Pipeline TestPipelineView::stalled()
{
    lens::Pipeline pipeline;
    pipeline.outgoing = {{PipeCount{524'288, Source::Application}, {262'144, Source::Kernel},
                             {131'072, Source::Derived}, {65'536, Source::Kernel}, {10, Source::Derived}},
        {983'050, Source::Application}, {65'546, Source::Kernel}, {0, Source::Kernel}};
    pipeline.incoming = {{PipeCount{}, {0, Source::Kernel}, {0, Source::Derived}, {0, Source::Kernel},
                             {5, Source::Application}},
        {5, Source::Derived}, {5, Source::Kernel}, {262'144, Source::Kernel}};
    return pipeline;
}

void TestPipelineView::init()
{
    m_model = std::make_unique<PipelineModel>();
    m_view = std::make_unique<DiagramView>(std::make_unique<PipelineDiagram>(m_model.get()), m_model.get());
    m_view->resize(840, 460);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_model->setPipeline(stalled());
}

void TestPipelineView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QStringList TestPipelineView::row(int flow, PipeItem item) const
{
    QStringList cells;
    for (int column = 0; column < PipelineModel::columnTotal; ++column)
        cells.append(m_model->index(PipelineModel::rowOf(flow, item), column).data().toString());
    return cells;
}

int TestPipelineView::filled(int flow, PipeItem item, const QColor &colour) const
{
    const QImage image = m_view->viewport()->grab().toImage();
    const QRect rect = m_view->partRect(PipelineModel::rowOf(flow, item));
    int count = 0;
    for (int y = rect.top(); y < rect.bottom(); ++y)
        count += image.pixelColor(rect.center().x(), y) == colour;
    return count;
}

void TestPipelineView::saysWhereBytesAreToTheByte()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(row(0, PipeItem::Total),
        QStringList({u"What we send"_s, u"Handed over"_s, u"983,050"_s, u"program"_s}));
    QCOMPARE(row(0, PipeItem::Queued),
        QStringList({u"What we send"_s, u"Our queue"_s, u"524,288"_s, u"program"_s}));
    QCOMPARE(row(0, PipeItem::Unacked),
        QStringList({u"What we send"_s, u"Unacknowledged"_s, u"131,072"_s, u"derived"_s}));
    QCOMPARE(row(1, PipeItem::Read), QStringList({u"What they send"_s, u"Read"_s, u"5"_s, u"program"_s}));
    QCOMPARE(row(0, PipeItem::Sum)[2], u"983,050 = 524,288 + 262,144 + 131,072 + 65,536 + 10"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setPipeline({});
    QCOMPARE(changed.count(), 1);
}

void TestPipelineView::saysWhatIsNotAvailable()
{
    QCOMPARE(row(1, PipeItem::Queued),
        QStringList({u"What they send"_s, u"Their queue"_s, u"not available here"_s, QString()}));
    QCOMPARE(row(1, PipeItem::Total)[1], u"Given to the kernel"_s); // their queue is not among it
    lens::Pipeline elsewhere = stalled();
    elsewhere.outgoing.at(PipePlace::Unread) = {};
    elsewhere.outgoing.at(PipePlace::Read) = {};
    m_model->setPipeline(elsewhere);
    QCOMPARE(row(0, PipeItem::Sum)[2], u"983,050 = 524,288 + 262,144 + 131,072 + 65,546 acknowledged"_s);
    m_model->setPipeline({});
    QCOMPARE(row(0, PipeItem::Sum)[2], u"Not all of these counts are available here"_s);
}

void TestPipelineView::saysWhyCountsDiffer_data()
{
    QTest::addColumn<qint64>("read");
    QTest::addColumn<QString>("words");
    QTest::newRow("at both ends") << qint64(510) << u"− 500 counted at both ends"_s;
    QTest::newRow("at neither") << qint64(3) << u"+ 7 between the two looks"_s;
}

void TestPipelineView::saysWhyCountsDiffer()
{
    QFETCH(qint64, read);
    QFETCH(QString, words);
    lens::Pipeline pipeline = stalled();
    pipeline.outgoing.at(PipePlace::Read).bytes = read;
    m_model->setPipeline(pipeline);
    QVERIFY2(row(0, PipeItem::Sum)[2].contains(words), qPrintable(row(0, PipeItem::Sum)[2]));
}

void TestPipelineView::fillsVesselsToOneScale()
{
    const QColor orange = Theme::of(m_view->palette()).sent;
    const int queued = filled(0, PipeItem::Queued, orange);
    const int unsent = filled(0, PipeItem::Unsent, orange);
    const int unacked = filled(0, PipeItem::Unacked, orange);
    QVERIFY2(queued >= 40, qPrintable(QString::number(queued)));
    QVERIFY(qAbs(queued - 2 * unsent) <= 2);
    QVERIFY(qAbs(queued - 4 * unacked) <= 4);
    lens::Pipeline pipeline = stalled();
    pipeline.outgoing.at(PipePlace::Unsent).bytes = 1; // can be seen all the same
    pipeline.outgoing.at(PipePlace::Unacked).bytes = 0;
    m_model->setPipeline(pipeline);
    QCOMPARE(filled(0, PipeItem::Unsent, orange), 2);
    QCOMPARE(filled(0, PipeItem::Unacked, orange), 0);
}

void TestPipelineView::closesTheWindow()
{
    QVERIFY(m_view->partText(PipelineModel::rowOf(0, PipeItem::Window)).contains(u"Closed"_s));
    QVERIFY(!m_view->partText(PipelineModel::rowOf(1, PipeItem::Window)).contains(u"Closed"_s));
    const QByteArray drawn = m_view->svg(u"x"_s);
    QVERIFY(drawn.contains("closed"));
    QVERIFY(drawn.contains("open"));
}

void TestPipelineView::showsStepsThatBytesTake()
{
    for (const PipePlace place :
        {PipePlace::Queued, PipePlace::Unsent, PipePlace::Unacked, PipePlace::Unread})
        QVERIFY(!m_model->moves(0, place));
    lens::Pipeline read = stalled();
    read.outgoing.at(PipePlace::Unread).bytes = 65'036;
    read.outgoing.at(PipePlace::Read).bytes = 510;
    m_model->setPipeline(read);
    QVERIFY(m_model->moves(0, PipePlace::Unread));
    QVERIFY(!m_model->moves(0, PipePlace::Unacked));
    QVERIFY(!m_model->moves(0, PipePlace::Queued));
    m_model->setPipeline(read);
    QVERIFY(!m_model->moves(0, PipePlace::Unread));
}

void TestPipelineView::isWalkedThroughByKeyboard()
{
    m_view->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_view->currentPart(), PipelineModel::rowOf(0, PipeItem::Total));
    QSignalSpy chosen(m_view.get(), &DiagramView::partChosen);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentPart(), PipelineModel::rowOf(0, PipeItem::Queued));
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_Left); // there is nothing further
    QCOMPARE(m_view->currentPart(), PipelineModel::rowOf(0, PipeItem::Total));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentPart(), PipelineModel::rowOf(1, PipeItem::Sum));
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentPart(), PipelineModel::rowOf(0, PipeItem::Total));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentPart() / pipeItemTotal, 1);
    QVERIFY(chosen.count() >= 5);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
        m_view->partRect(PipelineModel::rowOf(0, PipeItem::Unacked)).center());
    QCOMPARE(m_view->currentPart(), PipelineModel::rowOf(0, PipeItem::Unacked));
}

void TestPipelineView::tellsAScreenReader()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), pipeFlowTotal * pipeItemTotal);
    const QString text = list->child(PipelineModel::rowOf(0, PipeItem::Unsent))->text(QAccessible::Name);
    QVERIFY2(text.startsWith(u"What we send, Unsent: 262,144 bytes."_s), qPrintable(text));
    const QRect at = list->child(PipelineModel::rowOf(0, PipeItem::Unread))->rect();
    QCOMPARE(list->indexOfChild(list->childAt(at.center().x(), at.center().y())),
        PipelineModel::rowOf(0, PipeItem::Unread));
}

void TestPipelineView::fitsASmallPlace()
{
    QVERIFY(m_view->minimumSizeHint().width() <= 320 && m_view->minimumSizeHint().height() <= 160);
    m_view->resize(320, 160);
    QTRY_VERIFY(m_view->verticalScrollBar()->maximum() > 0);
    m_view->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QVERIFY(m_view->viewport()->rect().intersects(m_view->partRect(m_view->currentPart())));
}

void TestPipelineView::saysWhatToDoWhenThereIsNothing()
{
    m_view->setEmptyText(u"Nothing yet"_s);
    QCOMPARE(m_view->partCount(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentPart(), -1);
    m_view->setEmptyText({});
    QVERIFY(m_view->partCount() > 0);
}

void TestPipelineView::isPrintedAsTextOnLightPaper()
{
    QPalette dark;
    dark.setColor(QPalette::Base, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    m_view->setPalette(dark);
    QStringList texts;
    QXmlStreamReader reader(m_view->svg(u"a < b"_s));
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text"_s)
            texts.append(reader.readElementText().trimmed());
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(texts.contains(u"524,288"_s));
    QVERIFY(texts.contains(u"Unacknowledged"_s));
    QVERIFY(!m_view->svg({}).contains("#ffffff\" stroke-opacity=\"1\" font"));
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestPipelineView)
#include "tst_pipelineview.moc"
