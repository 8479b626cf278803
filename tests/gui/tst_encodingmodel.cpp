#include "models/encodingmodel.h"
#include "recordedtalk.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace swb;
using namespace swb::ui;
using namespace Qt::StringLiterals;

namespace {

codec::Encoding gbk()
{
    return codec::Encoding::find(u"GBK").value();
}

constexpr int offsetColumn = int(EncodingModel::Column::Offset);
constexpr int byteColumn = int(EncodingModel::Column::Byte);
constexpr int firstColumn = int(EncodingModel::Column::First);
constexpr int secondColumn = int(EncodingModel::Column::Second);

} // namespace

class TestEncodingModel : public QObject
{
    Q_OBJECT

private slots:
    void isAModel();
    void aCharacterCutInTwo();
    void onlyTheDirectionOfTheEvent();
    void ofALongEventTheTwoEnds();
    void fromCutToCut();
    void whatAScreenReaderSays();
};

void TestEncodingModel::isAModel()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.received(1, "hello");
    talk.lifecycle(EventKind::PeerFinished, 1);
    EncodingModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEvent(talk.recording(), EventSeq(1));
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.index(4, byteColumn).data().toString(), u"6f"_s);
    QCOMPARE(model.index(4, firstColumn).data().toString(), u"o U+006F"_s);
    model.setEncodings(gbk(), codec::Encoding());
    QCOMPARE(model.headerData(firstColumn, Qt::Horizontal).toString(), u"GBK"_s);
    model.renderAnew();
    model.setEvent(talk.recording(), EventSeq(2));
    QCOMPARE(model.rowCount(), 0);
    model.setEvent(nullptr, EventSeq(0));
    QCOMPARE(model.rowCount(), 0);
}

void TestEncodingModel::aCharacterCutInTwo()
{
    const QByteArray bytes = u"你好"_s.toUtf8();
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.received(1, bytes.first(4));
    talk.received(1, bytes.sliced(4));
    EncodingModel model;
    model.setEvent(talk.recording(), EventSeq(1));
    QCOMPARE(model.rowCount(), 6); // the other read is shown, too
    QCOMPARE(model.index(3, firstColumn).data().toString(), u"好 U+597D, byte 1 of 3"_s);
    QVERIFY(model.chunkText(3).contains(
        u"raises UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe5 in position 3: unexpected end of data."_s));
    QVERIFY(model.chunkText(3).contains(u"The decoder keeps e5 for the next piece."_s));
    QVERIFY(model.chunkText(4).contains(u"invalid start byte"_s));
    QVERIFY(lens::EncodingCells::isCut(model.stretches()[0].first.cells[1], model.stretches()[0].chunks));
    QVERIFY(model.index(3, secondColumn).data().isValid());
}

void TestEncodingModel::onlyTheDirectionOfTheEvent()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.received(1, "in");
    talk.sent(1, "out");
    talk.received(1, "more");
    EncodingModel model;
    model.setEvent(talk.recording(), EventSeq(3));
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.eventStart(), 2);
    QCOMPARE(model.chunkName(model.stretches()[0].chunks[1]), u"read: 4 byte(s)"_s);
    model.setEvent(talk.recording(), EventSeq(2));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.direction(), EventKind::Sent);
}

void TestEncodingModel::ofALongEventTheTwoEnds()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.received(1, QByteArray(100'000, 'a') + "\xe4\xbd");
    talk.received(1, "\xa0!");
    EncodingModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEvent(talk.recording(), EventSeq(1));
    QCOMPARE(model.stretches().size(), size_t(2));
    QCOMPARE(model.rowCount(), 512 + 512 + 2);
    const int last = model.rowOf(model.eventEnd() - 1);
    QCOMPARE(model.offsetOf(last), model.eventEnd() - 1);
    QCOMPARE(model.rowOf(50'000), -1);
    QVERIFY(model.chunkText(last).contains(u"keeps e4 bd"_s));
    QCOMPARE(model.index(last, offsetColumn).data().toLongLong(), 100'001);
}

void TestEncodingModel::fromCutToCut()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    for (const char *piece : {"one", "two", "three"})
        talk.received(1, piece);
    EncodingModel model;
    model.setEvent(talk.recording(), EventSeq(1));
    QCOMPARE(model.nextCut(0, 1), 2);
    QCOMPARE(model.nextCut(2, 1), 5);
    QCOMPARE(model.nextCut(5, -1), 2);
    QCOMPARE(model.nextCut(2, -1), -1);
    QCOMPARE(model.nextCut(10, 1), -1);
}

void TestEncodingModel::whatAScreenReaderSays()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.received(1, "a\n");
    EncodingModel model;
    model.setEvent(talk.recording(), EventSeq(1));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
        u"Byte 0 of the stream: 61; UTF-8: a U+0061; GBK: a U+0061"_s);
    QVERIFY(model.accessibleText(1).endsWith(u"A cut follows."_s));
    QVERIFY(model.plainText().contains(u"right characters"_s));
}

QTEST_GUILESS_MAIN(TestEncodingModel)
#include "tst_encodingmodel.moc"
