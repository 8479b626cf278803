#include "recordedtalk.h"
#include "widgets/bytesview.h"
#include "widgets/hexpane.h"
#include "widgets/textpane.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

codec::Encoding encoding(QStringView name)
{
    return codec::Encoding::find(name).value();
}

} // namespace

class TestBytesView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aCharacterSelectsItsBytes_data();
    void aCharacterSelectsItsBytes();
    void aByteSelectsItselfAlone();
    void draggingSelectsARange();
    void movesWithTheKeyboard_data();
    void movesWithTheKeyboard();
    void copiesWhatHasTheFocus();
    void copiesEverythingWhenNothingIsSelected();
    void keepsTheSelectionWhenTheEncodingChanges();
    void breaksLinesAtLineEnds();
    void wrapsWhatIsWide();
    void showsACharacterWholeWhereItCompletes();
    void putsSixteenOnALineWhateverTheSize_data();
    void putsSixteenOnALineWhateverTheSize();
    void showsNumbers_data();
    void showsNumbers();
    void opensLargeEventsAtOnce();
    void showsNothingForEventsWithoutBytes();
    void saysWhyThereIsNothingInAnyWidth();

private:
    void show(const QByteArray &bytes, QStringView encodingName = u"UTF-8");
    HexPane *hex() const { return m_view->findChild<HexPane *>(u"hexPane"_s); }
    TextPane *text() const { return m_view->findChild<TextPane *>(u"textPane"_s); }
    void clickText(qint64 offset, Qt::KeyboardModifiers modifiers = {});
    void clickHex(qint64 offset, Qt::KeyboardModifiers modifiers = {});

    std::unique_ptr<RecordedTalk> m_talk;
    std::unique_ptr<BytesView> m_view;
};

void TestBytesView::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // large numbers are grouped
    m_talk = std::make_unique<RecordedTalk>();
    m_view = std::make_unique<BytesView>();
    m_view->resize(1000, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
}

void TestBytesView::cleanup()
{
    m_view.reset();
    m_talk.reset();
}

void TestBytesView::show(const QByteArray &bytes, QStringView encodingName)
{
    m_talk->received(1, bytes);
    const auto recording = m_talk->recording();
    m_view->setEvent(recording, EventSeq(recording->eventCount() - 1), encoding(encodingName));
}

void TestBytesView::clickText(qint64 offset, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(
        text()->viewport(), Qt::LeftButton, modifiers, text()->rectOf(offset).center().toPoint());
}

void TestBytesView::clickHex(qint64 offset, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(
        hex()->viewport(), Qt::LeftButton, modifiers, hex()->byteRect(offset).center().toPoint());
}

void TestBytesView::aCharacterSelectsItsBytes_data()
{
    QTest::addColumn<QString>("encodingName");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("clicked");
    QTest::addColumn<ByteRange>("selected");

    QTest::newRow("ASCII") << u"UTF-8"_s << QByteArray("abc") << 1LL << ByteRange{1, 2};
    QTest::newRow("three bytes of UTF-8") << u"UTF-8"_s << u"a你b"_s.toUtf8() << 2LL << ByteRange{1, 4};
    QTest::newRow("two bytes of GBK") << u"GBK"_s << QByteArray("\xc4\xe3\xba\xc3") << 3LL << ByteRange{2, 4};
    QTest::newRow("base and mark") << u"UTF-8"_s << u"xe\u0301y"_s.toUtf8() << 1LL << ByteRange{1, 4};
    QTest::newRow("a byte that is no text") << u"UTF-8"_s
                                            << QByteArray("a\xff"
                                                          "b")
                                            << 1LL << ByteRange{1, 2};
    QTest::newRow("behind marks of several columns") << u"UTF-8"_s
                                                     << QByteArray("\x1b\x1b\xff"
                                                                   "b")
                                                     << 3LL << ByteRange{3, 4};
    QTest::newRow("the start of a character to come")
        << u"UTF-8"_s << QByteArray("ab\xe4\xbd") << 2LL << ByteRange{2, 3};
}

void TestBytesView::aCharacterSelectsItsBytes()
{
    QFETCH(QString, encodingName);
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, clicked);
    QFETCH(ByteRange, selected);
    show(bytes, encodingName);
    QSignalSpy changed(m_view.get(), &BytesView::selectionChanged);
    clickText(clicked);
    QCOMPARE(m_view->selectedBytes(), selected);
    QVERIFY(!changed.isEmpty());
}

void TestBytesView::aByteSelectsItselfAlone()
{
    show(u"a你b"_s.toUtf8());
    clickHex(2);
    QCOMPARE(m_view->selectedBytes(), (ByteRange{2, 3}));
    clickHex(3, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedBytes(), (ByteRange{2, 4}));
    clickHex(1, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedBytes(), (ByteRange{1, 3}));
}

void TestBytesView::draggingSelectsARange()
{
    show("hello world");
    const QPoint from = text()->rectOf(7).center().toPoint();
    const QPoint to = text()->rectOf(3).center().toPoint();
    QTest::mousePress(text()->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(text()->viewport(), to);
    QTest::mouseRelease(text()->viewport(), Qt::LeftButton, {}, to);
    clickText(3, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedBytes(), (ByteRange{3, 8}));
}

void TestBytesView::movesWithTheKeyboard_data()
{
    QTest::addColumn<QString>("pane");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<ByteRange>("selected");

    QTest::newRow("hex right") << u"hexPane"_s << 1LL << u"Right"_s << ByteRange{2, 3};
    QTest::newRow("hex down") << u"hexPane"_s << 1LL << u"Down"_s << ByteRange{17, 18};
    QTest::newRow("hex down where there is none") << u"hexPane"_s << 17LL << u"Down"_s << ByteRange{17, 18};
    QTest::newRow("hex end of line") << u"hexPane"_s << 1LL << u"End"_s << ByteRange{15, 16};
    QTest::newRow("hex end") << u"hexPane"_s << 1LL << u"Ctrl+End"_s << ByteRange{21, 22};
    QTest::newRow("text right, over a character") << u"textPane"_s << 1LL << u"Right"_s << ByteRange{4, 7};
    QTest::newRow("text left") << u"textPane"_s << 4LL << u"Left"_s << ByteRange{1, 4};
    QTest::newRow("text down, same column") << u"textPane"_s << 1LL << u"Down"_s << ByteRange{9, 10};
    QTest::newRow("text end of line") << u"textPane"_s << 0LL << u"End"_s << ByteRange{7, 8};
    QTest::newRow("text end") << u"textPane"_s << 0LL << u"Ctrl+End"_s << ByteRange{21, 22};
    QTest::newRow("text, shift") << u"textPane"_s << 0LL << u"Shift+Right"_s << ByteRange{0, 4};
    QTest::newRow("all") << u"textPane"_s << 0LL << u"Ctrl+A"_s << ByteRange{0, 22};
}

void TestBytesView::movesWithTheKeyboard()
{
    QFETCH(QString, pane);
    QFETCH(qint64, from);
    QFETCH(QString, keys);
    QFETCH(ByteRange, selected);
    show(u"a你好\nabcdefghijklmn"_s.toUtf8());
    if (pane == u"hexPane"_s)
        clickHex(from);
    else
        clickText(from);
    const QKeyCombination key = QKeySequence(keys)[0];
    QTest::keyClick(m_view->findChild<QWidget *>(pane), key.key(), key.keyboardModifiers());
    QCOMPARE(m_view->selectedBytes(), selected);
}

void TestBytesView::copiesWhatHasTheFocus()
{
    show(u"a你\r\n\tb"_s.toUtf8());
    m_view->selectBytes({1, 8});
    QTest::keyClick(text(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"你\r\n\tb"_s);
    QTest::keyClick(hex(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"e4 bd a0 0d 0a 09 62"_s);
}

void TestBytesView::copiesEverythingWhenNothingIsSelected()
{
    show("a\xff");
    QCOMPARE(m_view->selectedAsText(), u"a\\xff"_s);
    QCOMPARE(m_view->selectedAsHex(), u"61 ff"_s);
    QCOMPARE(m_view->selectedAsCArray(), u"const unsigned char bytes[] = {\n    0x61, 0xff,\n};\n"_s);
}

void TestBytesView::keepsTheSelectionWhenTheEncodingChanges()
{
    show("\xc4\xe3\xba\xc3");
    m_view->selectBytes({2, 4});
    QCOMPARE(m_view->selectedAsText(), u"\\xba\\xc3"_s);
    m_view->setEncoding(encoding(u"GBK"));
    QCOMPARE(m_view->selectedBytes(), (ByteRange{2, 4}));
    QCOMPARE(m_view->selectedAsText(), u"好"_s);
}

void TestBytesView::breaksLinesAtLineEnds()
{
    show("a\r\nb\nc\rd");
    const qreal first = text()->rectOf(0).top();
    const qreal height = text()->rectOf(0).height();
    QCOMPARE(text()->rectOf(1).top(), first);
    QCOMPARE(text()->rectOf(2).top(), first);
    QCOMPARE(text()->rectOf(3).top(), first + height);
    QCOMPARE(text()->rectOf(5).top(), first + 2 * height);
    QCOMPARE(text()->rectOf(7).top(), first + 3 * height);
}

void TestBytesView::wrapsWhatIsWide()
{
    show(QByteArray(1000, 'x'));
    for (qint64 offset = 0; offset < 500; ++offset) {
        const QRectF place = text()->rectOf(offset);
        QVERIFY(!place.isEmpty());
        QVERIFY(place.right() <= text()->viewport()->width());
    }
}

void TestBytesView::showsACharacterWholeWhereItCompletes()
{
    m_talk->received(1, "\xe4\xbd");
    show("\xa0z");
    QCOMPARE(m_view->selectedAsText(), u"你z"_s);
    clickText(0);
    QCOMPARE(m_view->selectedBytes(), (ByteRange{0, 1}));
}

void TestBytesView::putsSixteenOnALineWhateverTheSize_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("facts");
    QTest::newRow("small") << 100 << u"Received 100 bytes, shown as UTF-8"_s;
    QTest::newRow("above 64 KiB") << 70'000 << u"Received 70,000 bytes, shown as UTF-8"_s;
    QTest::newRow("above 1 MiB") << 2'000'000 << u"Received 2,000,000 bytes, shown as UTF-8"_s;
}

void TestBytesView::putsSixteenOnALineWhateverTheSize()
{
    QFETCH(int, size);
    QFETCH(QString, facts);
    const int hexWidth = hex()->sizeHint().width();
    m_view->resize(hexWidth + 300, 300);
    show(QByteArray(size, 'x'));
    QCOMPARE(hex()->byteRect(15).top(), hex()->byteRect(0).top());
    QVERIFY(hex()->byteRect(15).right() <= hex()->viewport()->width());
    QVERIFY(hex()->byteRect(16).top() > hex()->byteRect(0).top());
    QCOMPARE(m_view->findChild<QLabel *>(u"byteFacts"_s)->text(), facts);
}

void TestBytesView::showsNumbers_data()
{
    QTest::addColumn<ByteRange>("selected");
    QTest::addColumn<QString>("facts");

    QTest::newRow("nothing") << ByteRange{} << u"Received 9 bytes, shown as UTF-8"_s;
    QTest::newRow("one byte") << ByteRange{0, 1} << u"1 byte at offset 0 (0x0)   u8 18   0b00010010"_s;
    QTest::newRow("two bytes") << ByteRange{0, 2} << u"2 bytes at offset 0 (0x0)   u16 LE 13330   BE 4660"_s;
    QTest::newRow("four bytes") << ByteRange{0, 4}
                                << u"4 bytes at offset 0 (0x0)   u32 LE 2018915346   BE 305419896"_s;
    QTest::newRow("no number") << ByteRange{1, 4} << u"3 bytes at offset 1 (0x1)"_s;
    QTest::newRow("all, more than a number") << ByteRange{0, 9} << u"9 bytes at offset 0 (0x0)"_s;
}

void TestBytesView::showsNumbers()
{
    QFETCH(ByteRange, selected);
    QFETCH(QString, facts);
    show("\x12\x34\x56\x78\x9a\xbc\xde\xf0\x11");
    m_view->selectBytes(selected);
    QCOMPARE(m_view->findChild<QLabel *>(u"byteFacts"_s)->text(), facts);
}

void TestBytesView::opensLargeEventsAtOnce()
{
    constexpr qsizetype Size = 64 * 1024 * 1024;
    m_talk->received(1, QByteArray(Size, 'x') + "the end");
    const auto recording = m_talk->recording();
    QElapsedTimer timer;
    timer.start();
    m_view->setEvent(recording, EventSeq(0), encoding(u"GBK"));
    m_view->grab();
    QTest::keyClick(text(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(text(), Qt::Key_End, Qt::ControlModifier);
    m_view->grab();
    QCOMPARE(m_view->selectedBytes(), (ByteRange{Size + 6, Size + 7}));
    QCOMPARE(m_view->selectedAsText(), u"d"_s);
    QVERIFY(!text()->rectOf(Size + 6).isEmpty());
    QVERIFY(!hex()->byteRect(Size + 6).isEmpty());
    // Decoding all of it takes many times as long.
    QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
}

void TestBytesView::showsNothingForEventsWithoutBytes()
{
    show("hello");
    m_view->selectBytes({0, 2});
    m_talk->lifecycle(EventKind::PeerFinished, 1);
    m_view->setEvent(m_talk->recording(), EventSeq(1), {});
    QVERIFY(m_view->selectedBytes().isEmpty());
    QVERIFY(m_view->selectedAsText().isEmpty());
    QTest::keyClick(text(), Qt::Key_Down);
    QTest::keyClick(hex(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_view->selectedBytes().isEmpty());
    m_view->clear();
    m_view->setEncoding(encoding(u"GBK"));
    QVERIFY(m_view->selectedAsHex().isEmpty());
}

void TestBytesView::saysWhyThereIsNothingInAnyWidth()
{
    const auto *nothing = m_view->findChild<QLabel *>(u"noBytes"_s);
    QVERIFY(nothing->isVisible());
    for (const int width : {1000, m_view->minimumSizeHint().width()}) {
        m_view->resize(width, m_view->minimumSizeHint().height());
        QCOMPARE(nothing->width(), m_view->width()); // not only the pane of the text
        const int room = nothing->width() - 2 * nothing->margin();
        QVERIFY(nothing->heightForWidth(nothing->width()) <= nothing->height() || room < 120);
    }
    show("hello");
    QVERIFY(!nothing->isVisible());
    m_view->clear();
    QVERIFY(nothing->isVisible());
}

} // namespace swb::ui

QTEST_MAIN(swb::ui::TestBytesView)
#include "tst_bytesview.moc"
