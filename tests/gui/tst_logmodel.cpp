#include "models/logmodel.h"
#include "recordedtalk.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int column(LogModel::Column column)
{
    return static_cast<int>(column);
}

QString cell(const LogModel &model, int row, LogModel::Column at)
{
    return model.index(row, column(at)).data().toString();
}

codec::Encoding encoding(QStringView name)
{
    return codec::Encoding::find(name).value();
}

QByteArray fileHash(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
        ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
        : QByteArray();
}

QString textOf(const lens::RowText &row, lens::RowText::Look look)
{
    QString text;
    for (const lens::RowText::Run &run : row.runs) {
        if (run.look == look)
            text += row.text.mid(run.start, run.length);
    }
    return text;
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheRulesOfModelsWhileItGrows();
    void growsByOneInsertion();
    void showsReceivedBytesAsText_data();
    void showsReceivedBytesAsText();
    void marksWhatIsNoText();
    void keepsDirectionsApart();
    void findsTheStateOfALongStream_data();
    void findsTheStateOfALongStream();
    void cutsLongEvents();
    void changesTheEncodingOfWhatIsThere();
    void filtersByConnection();
    void findsTheRowOfAnEvent();
    void saysRowsAloud();
    void tellsLifecycleAndErrorsInSentences();
    void showsControlsInSentencesToo();
};

void TestLogModel::keepsTheRulesOfModelsWhileItGrows()
{
    RecordedTalk talk;
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSource(talk.recording());
    QCOMPARE(model.rowCount(), 0);
    talk.open(1, 50001);
    talk.received(1, "hello\r\n");
    talk.recording();
    model.refresh();
    QCOMPARE(model.rowCount(), 2);
    model.setEncoding(ConnectionId(1), encoding(u"UTF-16LE"));
    talk.sent(1, "x");
    talk.recording();
    model.refresh();
    QCOMPARE(model.rowCount(), 3);
    model.setSource(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestLogModel::growsByOneInsertion()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    LogModel model;
    model.setSource(talk.recording());
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 1000; ++i)
        talk.received(1, "x");
    talk.recording();
    model.refresh();
    model.refresh();
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 1);
    QCOMPARE(inserted.first().at(2).toInt(), 1000);
}

void TestLogModel::showsReceivedBytesAsText_data()
{
    QTest::addColumn<QString>("encodingName");
    QTest::addColumn<QByteArrayList>("reads");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("plain") << u"UTF-8"_s << QByteArrayList{"hello", "world"}
                           << QStringList{u"hello"_s, u"world"_s};
    QTest::newRow("character over two reads")
        << u"UTF-8"_s << QByteArrayList{"a\xe4\xbd", "\xa0z"} << QStringList{u"a\\xe4\\xbd"_s, u"你z"_s};
    QTest::newRow("character over three reads") << u"UTF-8"_s << QByteArrayList{"\xe4", "\xbd", "\xa0"}
                                                << QStringList{u"\\xe4"_s, u"\\xbd"_s, u"你"_s};
    QTest::newRow("GBK over two reads")
        << u"GBK"_s << QByteArrayList{"\xc4\xe3\xba", "\xc3!"} << QStringList{u"你\\xba"_s, u"好!"_s};
    QTest::newRow("GB18030, four bytes, cut in the middle")
        << u"GB18030"_s << QByteArrayList{"\x81\x30", "\x84\x36"} << QStringList{u"\\x81\\x30"_s, u"¥"_s};
    QTest::newRow("UTF-16LE at an odd offset")
        << u"UTF-16LE"_s << QByteArrayList{QByteArray("a\0`", 3), QByteArray("O}Y", 3)}
        << QStringList{u"a\\x60"_s, u"你好"_s};
    QTest::newRow("shift state kept between reads")
        << u"ISO-2022-JP"_s << QByteArrayList{"\x1b$B", "$3$s", "\x1b(B!"}
        << QStringList{u"␛$B"_s, u"こん"_s, u"␛(B!"_s};
    QTest::newRow("bytes that are no text")
        << u"UTF-8"_s << QByteArrayList{"a\xff\xfe"} << QStringList{u"a\\xff\\xfe"_s};
    QTest::newRow("a character that is never completed")
        << u"UTF-8"_s << QByteArrayList{"a\xe4\xbd", "\xffz"} << QStringList{u"a\\xe4\\xbd"_s, u"\\xffz"_s};
    QTest::newRow("markup stays literal")
        << u"UTF-8"_s << QByteArrayList{"<img src=file:x> &amp;"} << QStringList{u"<img src=file:x> &amp;"_s};
    QTest::newRow("NUL") << u"UTF-8"_s << QByteArrayList{QByteArray("a\0b", 3)} << QStringList{u"a␀b"_s};
    QTest::newRow("escape sequence") << u"UTF-8"_s << QByteArrayList{"\x1b[2J"} << QStringList{u"␛[2J"_s};
    QTest::newRow("bidi override") << u"UTF-8"_s
                                   << QByteArrayList{"a\xe2\x80\xae"
                                                     "b"}
                                   << QStringList{u"a⟨U+202E⟩b"_s};
    QTest::newRow("line ends") << u"UTF-8"_s << QByteArrayList{"a\r\nb\n"} << QStringList{u"a␍␊b␊"_s};
}

void TestLogModel::showsReceivedBytesAsText()
{
    QFETCH(QString, encodingName);
    QFETCH(QByteArrayList, reads);
    QFETCH(QStringList, texts);
    RecordedTalk talk;
    for (const QByteArray &read : std::as_const(reads))
        talk.received(1, read);
    LogModel model;
    model.setEncoding(ConnectionId(1), encoding(encodingName));
    model.setSource(talk.recording());
    // From the last to the first: a row must not need the rows before it to have been shown.
    for (int row = model.rowCount() - 1; row >= 0; --row)
        QCOMPARE(cell(model, row, LogModel::Column::Text), texts.value(row));
}

void TestLogModel::marksWhatIsNoText()
{
    RecordedTalk talk;
    talk.received(1, "ok\xff\r\n\xe4\xbd");
    LogModel model;
    model.setSource(talk.recording());
    const lens::RowText text = model.row(0).text;
    QCOMPARE(textOf(text, lens::RowText::Look::Plain), u"ok"_s);
    QCOMPARE(textOf(text, lens::RowText::Look::Invalid), u"\\xff"_s);
    QCOMPARE(textOf(text, lens::RowText::Look::Mark), u"␍␊"_s);
    QCOMPARE(textOf(text, lens::RowText::Look::Pending), u"\\xe4\\xbd"_s);
}

void TestLogModel::keepsDirectionsApart()
{
    RecordedTalk talk;
    talk.received(1, "\xe4\xbd");
    talk.sent(1, "ok");
    talk.received(2, "other");
    talk.received(1, "\xa0");
    LogModel model;
    model.setSource(talk.recording());
    QCOMPARE(cell(model, 1, LogModel::Column::Text), u"ok"_s);
    QCOMPARE(cell(model, 2, LogModel::Column::Text), u"other"_s);
    QCOMPARE(cell(model, 3, LogModel::Column::Text), u"你"_s);
}

void TestLogModel::findsTheStateOfALongStream_data()
{
    QTest::addColumn<QString>("encodingName");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("character");
    QTest::addColumn<QString>("shown");

    QTest::newRow("ISO-2022-JP, shifted once at the start")
        << u"ISO-2022-JP"_s << QByteArray("\x1b$B") << QByteArray("$3") << u"こ"_s;
    QTest::newRow("GBK without a single ASCII byte")
        << u"GBK"_s << QByteArray() << QByteArray("\xc4\xe3") << u"你"_s;
    QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << QByteArray() << QByteArray("\x4f\x60") << u"你"_s;
}

void TestLogModel::findsTheStateOfALongStream()
{
    QFETCH(QString, encodingName);
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, character);
    QFETCH(QString, shown);
    // One byte more at the end of each read than whole characters, so that every read begins in the middle of
    // one.
    QByteArray stream = start + character.repeated(100'000);
    RecordedTalk talk;
    constexpr qsizetype ReadSize = 20'001;
    for (qsizetype at = 0; at < stream.size(); at += ReadSize)
        talk.received(1, stream.mid(at, ReadSize));
    LogModel model;
    model.setEncoding(ConnectionId(1), encoding(encodingName));
    model.setSource(talk.recording());
    for (const int row : {model.rowCount() - 1, 4, 7}) {
        const QString text = model.row(row).text.text;
        QVERIFY2(text.startsWith(shown.repeated(50)), qPrintable(text.left(20)));
    }
}

void TestLogModel::cutsLongEvents()
{
    RecordedTalk talk;
    talk.received(1, QByteArray(1'000'000, 'x'));
    talk.received(1, QByteArray(100, 'y'));
    LogModel model;
    model.setSource(talk.recording());
    const lens::RowText longRow = model.row(0).text;
    QVERIFY(longRow.text.size() < 10'000);
    QCOMPARE(textOf(longRow, lens::RowText::Look::More), u"…"_s);
    QCOMPARE(cell(model, 1, LogModel::Column::Text), QString(100, u'y'));
}

void TestLogModel::changesTheEncodingOfWhatIsThere()
{
    RecordedTalk talk;
    talk.received(1, "\xc4\xe3\xba\xc3");
    talk.received(2, "\xc4\xe3");
    LogModel model;
    model.setSource(talk.recording());
    const QByteArray before = fileHash(talk.path());
    QCOMPARE(cell(model, 0, LogModel::Column::Text), u"\\xc4\\xe3\\xba\\xc3"_s);

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setEncoding(ConnectionId(1), encoding(u"GBK"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(model, 0, LogModel::Column::Text), u"你好"_s);
    QCOMPARE(cell(model, 1, LogModel::Column::Text), u"\\xc4\\xe3"_s);
    model.setDefaultEncoding(encoding(u"GBK"));
    QCOMPARE(cell(model, 1, LogModel::Column::Text), u"你"_s);
    QCOMPARE(fileHash(talk.path()), before);
}

void TestLogModel::filtersByConnection()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.open(2, 50002);
    talk.received(1, "one");
    talk.received(2, "two");
    LogModel model;
    model.setSource(talk.recording(), {EndpointId(1), ConnectionId(2)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 1, LogModel::Column::Text), u"two"_s);
    QCOMPARE(cell(model, 1, LogModel::Column::Peer), u"127.0.0.1:50002"_s);
    QCOMPARE(cell(model, 1, LogModel::Column::Connection), u"#2"_s);
    QCOMPARE(model.index(1, 0).data(LogModel::SeqRole).toUInt(), 3U);
    model.setSource(talk.recording());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(cell(model, 2, LogModel::Column::Peer), u"127.0.0.1:50001"_s);
}

void TestLogModel::findsTheRowOfAnEvent()
{
    RecordedTalk talk;
    for (quint32 i = 0; i < 10; ++i)
        talk.received(1 + i % 2, "x");
    LogModel model;
    model.setSource(talk.recording(), {EndpointId(1), ConnectionId(2)});
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.rowOf(EventSeq(5)), 2);
    QCOMPARE(model.rowOf(EventSeq(4)), -1);
    QCOMPARE(model.rowOf(EventSeq(99)), -1);
}

void TestLogModel::saysRowsAloud()
{
    RecordedTalk talk;
    talk.received(1, "hello");
    talk.sent(1, "x");
    LogModel model;
    model.setSource(talk.recording());
    QCOMPARE(model.accessibleText(0), u"received, 5 bytes, hello"_s);
    QCOMPARE(model.index(1, column(LogModel::Column::Text)).data(Qt::AccessibleTextRole).toString(),
        u"sent, 1 byte, x"_s);
}

void TestLogModel::tellsLifecycleAndErrorsInSentences()
{
    RecordedTalk talk;
    talk.open(1, 50001);
    talk.lifecycle(EventKind::PeerFinished, 1);
    talk.lifecycle(EventKind::ResetByPeer, 1, {FailureKind::ResetByPeer, ECONNRESET, {}});
    talk.lifecycle(EventKind::Closed, 1, {FailureKind::ResetByPeer, ECONNRESET, {}});
    LogModel model;
    model.setSource(talk.recording());
    QVERIFY(cell(model, 1, LogModel::Column::Text).contains(u"FIN"_s));
    QVERIFY(!model.row(1).isError());
    QVERIFY(model.row(2).isError());
    QVERIFY2(!model.row(3).isError(), "the reset is told once");
    QVERIFY(cell(model, 2, LogModel::Column::Size).isEmpty());
    QVERIFY(!cell(model, 2, LogModel::Column::Text).isEmpty());
}

void TestLogModel::showsControlsInSentencesToo()
{
    RecordedTalk talk;
    talk.note(u"a\nb\u202e<b>"_s);
    LogModel model;
    model.setSource(talk.recording());
    const QString text = cell(model, 0, LogModel::Column::Text);
    QVERIFY2(text.contains(u"a␊b⟨U+202E⟩<b>"_s), qPrintable(text));
}

} // namespace swb::ui

QTEST_GUILESS_MAIN(swb::ui::TestLogModel)
#include "tst_logmodel.moc"
