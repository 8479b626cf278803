#include "models/encodingmodel.h"
#include "recordedtalk.h"
#include "widgets/encodingsheet.h"
#include "widgets/encodingview.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

class TestEncodingView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_view.reset(); }
    void saysWhatTheCutDoes();
    void keysGoFromByteToByteAndCutToCut();
    void aClickChoosesAByte();
    void anotherEncodingBelow();
    void aScreenReaderHearsTheByte();
    void copiesWhatItSays();
    void eventsWithoutBytes();

private:
    QString facts() const { return m_view->findChild<QLabel *>(u"encodingFacts"_s)->text(); }
    QString foot() const { return m_view->foot()->text(); }
    EncodingSheet *sheet() const { return m_view->sheet(); }

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<EncodingView> m_view;
};

void TestEncodingView::init()
{
    const QByteArray bytes = u"你好，服务端！"_s.toUtf8();
    m_talk = std::make_unique<RecordedTalk>();
    m_talk->open(1, 50001);
    m_talk->received(1, bytes.first(7));
    m_talk->received(1, bytes.sliced(7));
    m_talk->note(u"no bytes"_s);
    m_view = std::make_unique<EncodingView>();
    m_view->resize(1000, 420);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setEvent(m_talk->recording(), EventSeq(1));
    sheet()->setFocus();
}

void TestEncodingView::saysWhatTheCutDoes()
{
    QCOMPARE(sheet()->current(), 0);
    QVERIFY(foot().contains(u"你"_s));
    QVERIFY(facts().contains(u"decode('utf-8') of this piece alone raises UnicodeDecodeError: 'utf-8' codec "
                             u"can't decode byte 0xef in "
                             "position 6: unexpected end of data."_s));
    QVERIFY(facts().contains(u"The decoder keeps ef for the next piece."_s));
}

void TestEncodingView::keysGoFromByteToByteAndCutToCut()
{
    QTest::keyClick(sheet(), Qt::Key_Right);
    QCOMPARE(sheet()->current(), 1);
    QTest::keyClick(sheet(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(sheet()->current(), 6);
    QTest::keyClick(sheet(), Qt::Key_Right);
    QVERIFY(facts().contains(u"invalid start byte"_s));
    QTest::keyClick(sheet(), Qt::Key_End);
    QCOMPARE(sheet()->current(), m_view->model()->rowCount() - 1);
    QTest::keyClick(sheet(), Qt::Key_Right);
    QCOMPARE(sheet()->current(), m_view->model()->rowCount() - 1);
    QTest::keyClick(sheet(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(sheet()->current(), 6);
    QTest::keyClick(sheet(), Qt::Key_Home);
    QCOMPARE(sheet()->current(), 0);
}

void TestEncodingView::aClickChoosesAByte()
{
    QTest::mouseClick(sheet()->viewport(), Qt::LeftButton, {}, sheet()->byteRect(4).center().toPoint());
    QCOMPARE(sheet()->current(), 4);
    QCOMPARE(sheet()->rowAt(QPointF(-5, -5)), -1);
    m_view->resize(480, 420); // then the bytes break into lines
    QVERIFY(sheet()->byteRect(20).top() > sheet()->byteRect(0).top());
    QCOMPARE(sheet()->rowAt(sheet()->byteRect(20).center()), 20);
}

void TestEncodingView::anotherEncodingBelow()
{
    m_view->setEncoding(codec::Encoding::find(u"GBK").value());
    m_view->setSecond(codec::Encoding::find(u"ISO-8859-1").value());
    QVERIFY(foot().contains(u"ISO-8859-1: ä"_s));
    QVERIFY(facts().contains(u"ISO-8859-1: decoded alone, this piece gives the right characters."_s));
}

void TestEncodingView::aScreenReaderHearsTheByte()
{
    QAccessibleInterface *read = QAccessible::queryAccessibleInterface(sheet());
    QVERIFY(read);
    QCOMPARE(read->childCount(), m_view->model()->rowCount());
    QVERIFY(read->child(6)->text(QAccessible::Name).endsWith(u"A cut follows."_s));
}

void TestEncodingView::copiesWhatItSays()
{
    QTest::keySequence(sheet(), QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"unexpected end of data"_s));
}

void TestEncodingView::eventsWithoutBytes()
{
    m_view->setEvent(m_talk->recording(), EventSeq(3));
    QVERIFY(!sheet()->isVisible());
    QCOMPARE(m_view->findChild<QLabel *>(u"encodingEmpty"_s)->text(), u"This event carries no bytes."_s);
    m_view->clear();
    QVERIFY(m_view->findChild<QLabel *>(u"encodingEmpty"_s)->text().startsWith(u"Select a row"_s));
}

QTEST_MAIN(TestEncodingView)
#include "tst_encodingview.moc"
