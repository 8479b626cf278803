#include "models/encodingmodel.h"
#include "models/layersmodel.h"
#include "pages/bytespane.h"
#include "pages/encodingcombo.h"
#include "recordedtalk.h"
#include "widgets/bytesview.h"
#include "widgets/encodingview.h"
#include "widgets/layersview.h"
#include "windowfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QSplitter>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

/// The pane under the log shows an event in three ways, in the window.
class TestBytesPane : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void threeViewsOfOneEvent();
    void theEncodingOfTheConnectionStandsAbove();
    void theChoiceIsRemembered();
    void ctrlJLeadsIntoTheViewThatIsShown();
    void theLogGivesRoom();

private:
    BytesPane *pane() const { return find<BytesPane>("bytesPane"); }
    std::unique_ptr<RecordedTalk> m_talk;
};

void TestBytesPane::init()
{
    openWindow();
    m_talk = std::make_unique<RecordedTalk>();
    m_talk->open(1, 50001);
    m_talk->received(1, u"你好"_s.toUtf8().first(4));
    m_talk->sent(1, "answer");
    m_talk->recording();
    m_window->recordings().open(m_talk->path());
    QTRY_COMPARE(find<LogView>("logView")->model()->rowCount(), 3);
    find<LogView>("logView")->setCurrentRow(1);
}

void TestBytesPane::cleanup()
{
    closeWindow();
    m_talk.reset();
}

void TestBytesPane::threeViewsOfOneEvent()
{
    QVERIFY(find<BytesView>("bytesView")->isVisible());
    QTest::mouseClick(find<QPushButton>("showEventLayers"), Qt::LeftButton);
    QVERIFY(find<LayersView>("layersView")->isVisible());
    QVERIFY(find<LayersView>("layersView")->hasFocus() || find<QWidget>("layersTree")->hasFocus());
    QCOMPARE(pane()->layers()->model()->rowCount(), 3);
    QVERIFY(pane()->layers()->foot()->isVisible());
    QVERIFY(!find<EncodingCombo>("secondEncoding")->isVisible());
    QTest::mouseClick(find<QPushButton>("showEventEncoding"), Qt::LeftButton);
    QVERIFY(find<EncodingView>("encodingView")->isVisible());
    QVERIFY(find<EncodingCombo>("secondEncoding")->isVisible());
    QCOMPARE(pane()->encoding()->model()->rowCount(), 4);
    find<LogView>("logView")->setCurrentRow(2);
    QCOMPARE(pane()->encoding()->model()->rowCount(), 6);
    pane()->setLens(BytesLens::Layers);
    QCOMPARE(pane()->layers()->model()->bytes().last(6), QByteArray("answer"));
}

void TestBytesPane::theEncodingOfTheConnectionStandsAbove()
{
    pane()->setLens(BytesLens::Encoding);
    auto *encoding = find<EncodingCombo>("connectionEncoding");
    encoding->setEncodingName(u"UTF-16LE"_s);
    emit encoding->encodingChosen(codec::Encoding::find(u"UTF-16LE").value());
    QCOMPARE(pane()->encoding()->model()->encoding(EncodingModel::Which::First).name(), u"UTF-16LE"_s);
    emit find<EncodingCombo>("secondEncoding")->encodingChosen(codec::Encoding::find(u"Big5").value());
    QCOMPARE(pane()->encoding()->model()->encoding(EncodingModel::Which::Second).name(), u"Big5"_s);
}

void TestBytesPane::theChoiceIsRemembered()
{
    pane()->setLens(BytesLens::Encoding);
    emit find<EncodingCombo>("secondEncoding")->encodingChosen(codec::Encoding::find(u"Big5").value());
    makeWindow(Places::in(m_home->path()));
    QCOMPARE(pane()->lens(), BytesLens::Encoding);
    QCOMPARE(pane()->secondEncoding(), u"Big5"_s);
    QCOMPARE(find<EncodingCombo>("secondEncoding")->encodingName(), u"Big5"_s);
}

void TestBytesPane::ctrlJLeadsIntoTheViewThatIsShown()
{
    pane()->setLens(BytesLens::Encoding);
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(find<QWidget>("encodingSheet")->hasFocus());
    pane()->setLens(BytesLens::Layers);
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(find<QWidget>("layersTree")->hasFocus());
}

void TestBytesPane::theLogGivesRoom()
{
    auto *splitter = find<QSplitter>("logAndBytes");
    splitter->setSizes({splitter->height(), 1});
    const int before = pane()->height();
    pane()->setLens(BytesLens::Layers);
    QTRY_VERIFY(pane()->height() > before);
    QVERIFY(splitter->sizes()[0] >= splitter->sizes()[1]);
}

QTEST_MAIN(TestBytesPane)
#include "tst_bytespane.moc"
