#include "codec/compose.h"
#include "lens/encodingcells.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace swb;
using namespace swb::lens;
using namespace Qt::StringLiterals;

namespace {

codec::Encoding encoding(const QByteArray &name)
{
    return codec::Encoding::find(QString::fromLatin1(name)).value();
}

QByteArray bytesOf(const QString &text, const QByteArray &name)
{
    return codec::encodeText(text, encoding(name)).bytes;
}

/// The bytes cut into chunks of these sizes; what is left is the last chunk.
struct Cut
{
    QList<StreamChunk> chunks;
    QList<QByteArray> whole;

    Cut(const QByteArray &bytes, const QList<int> &sizes)
    {
        qsizetype at = 0;
        for (const int size : sizes)
            add(bytes, at, size);
        if (at < bytes.size())
            add(bytes, at, bytes.size() - at);
    }

private:
    void add(const QByteArray &bytes, qsizetype &at, qsizetype size)
    {
        chunks.append({EventSeq(quint32(chunks.size())), at, at + size});
        whole.append(bytes.sliced(at, size));
        at += size;
    }
};

EncodingCells read(const QByteArray &bytes, const QByteArray &name, const Cut &cut)
{
    return encodingCells(
        encoding(name), codec::StreamDecoder(encoding(name)), bytes, 0, cut.chunks, cut.whole);
}

QStringList heldHex(const EncodingCells &cells)
{
    QStringList list;
    for (const ChunkReading &reading : cells.chunks)
        list << QString::fromLatin1(reading.held.toHex());
    return list;
}

/// What python3 says to each: the message of the error, or "ok".
QStringList askPython(const QList<std::pair<QString, QByteArray>> &questions)
{
    QByteArray program =
        "import sys\nfor line in sys.stdin:\n    name, _, digits = line.strip().partition(' ')\n"
        "    try:\n        bytes.fromhex(digits).decode(name)\n        print('ok')\n"
        "    except UnicodeDecodeError as error:\n        print(error)\n";
    QByteArray input;
    for (const auto &[name, bytes] : questions)
        input += name.toLatin1() + ' ' + bytes.toHex() + '\n';
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString::fromLatin1(program)});
    python.write(input);
    python.closeWriteChannel();
    if (!python.waitForFinished(60'000))
        return {};
    return QString::fromLatin1(python.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
}

QString ourAnswer(const QByteArray &name, const QByteArray &bytes)
{
    const auto error = pythonDecodeError(encoding(name), bytes);
    return error ? error->message() : u"ok"_s;
}

void compareWithPython(const QList<std::pair<QString, QByteArray>> &questions, const QStringList &ours)
{
    const QStringList python = askPython(questions);
    QCOMPARE(python.size(), ours.size());
    for (qsizetype i = 0; i < ours.size(); ++i)
        QVERIFY2(ours[i] == python[i],
            qPrintable(
                QString::fromLatin1(questions[i].second.toHex()) + u": "_s + ours[i] + u" | "_s + python[i]));
}

QByteArray noise(QRandomGenerator &random, int size, const QByteArray &alphabet)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += alphabet[random.bounded(int(alphabet.size()))];
    return bytes;
}

} // namespace

class TestEncodingCells : public QObject
{
    Q_OBJECT

private slots:
    void charactersAboveTheirBytes();
    void aCutThroughACharacter();
    void gbkGoesWrongInSilence();
    void invalidBytesAreCells();
    void aDecoderThatHoldsFromBefore();
    void theEndOfTheStretch();
    void aMarkAtTheBeginningIsNoDifference();
    void aLongChunkIsNotTried();
    void anyCutGivesTheSameCells_data();
    void anyCutGivesTheSameCells();
    void errorsAsPythonHasThem_data();
    void errorsAsPythonHasThem();
    void errorsOfNoise();
    void errorsOfEveryPair_data();
    void errorsOfEveryPair();
};

void TestEncodingCells::charactersAboveTheirBytes()
{
    const QByteArray bytes = bytesOf(u"a你\n"_s, "UTF-8");
    const EncodingCells cells = read(bytes, "UTF-8", Cut(bytes, {}));
    const QList<CharacterCell> expected{{CharacterCell::Kind::Text, u"a"_s, 0, 1},
        {CharacterCell::Kind::Text, u"你"_s, 1, 4}, {CharacterCell::Kind::LineEnd, u"␊"_s, 4, 5}};
    QCOMPARE(cells.cells, expected);
    QCOMPARE(cells.cellAt(0), 0);
    QCOMPARE(cells.cellAt(3), 1);
    QCOMPARE(cells.cellAt(5), -1);
    QCOMPARE(cells.chunks.size(), 1);
    QCOMPARE(cells.chunks[0].alone, ChunkReading::Alone::Right);
}

void TestEncodingCells::aCutThroughACharacter()
{
    const QByteArray bytes = bytesOf(u"你好"_s, "UTF-8");
    const Cut cut(bytes, {4});
    const EncodingCells cells = read(bytes, "UTF-8", cut);
    QCOMPARE(cells.cells.size(), 2);
    QVERIFY(!EncodingCells::isCut(cells.cells[0], cut.chunks));
    QVERIFY(EncodingCells::isCut(cells.cells[1], cut.chunks));
    QCOMPARE(heldHex(cells), (QStringList{u"e5"_s, QString()}));
    QCOMPARE(cells.chunks[0].alone, ChunkReading::Alone::Error);
    QCOMPARE(cells.chunks[0].error->message(),
        u"'utf-8' codec can't decode byte 0xe5 in position 3: unexpected end of data"_s);
    QCOMPARE(cells.chunks[1].error->message(),
        u"'utf-8' codec can't decode byte 0xa5 in position 0: invalid start byte"_s);
}

void TestEncodingCells::gbkGoesWrongInSilence()
{
    const QByteArray bytes = bytesOf(u"你好吗啊"_s, "GBK");
    const Cut cut(bytes, {1, 4});
    const EncodingCells cells = read(bytes, "GBK", cut);
    QCOMPARE(cells.cells.size(), 4);
    QCOMPARE(cells.chunks[0].error->message(),
        u"'gbk' codec can't decode byte 0xc4 in position 0: incomplete multibyte sequence"_s);
    QCOMPARE(cells.chunks[1].alone, ChunkReading::Alone::WrongCharacters);
    QVERIFY(!cells.chunks[1].text.isEmpty());
    QVERIFY(!cells.chunks[1].text.contains(u'好'));
}

void TestEncodingCells::invalidBytesAreCells()
{
    const QByteArray bytes("a\xff\xe4zb");
    const EncodingCells cells = read(bytes, "UTF-8", Cut(bytes, {}));
    QCOMPARE(cells.cells.size(), 5);
    QCOMPARE(cells.cells[1].kind, CharacterCell::Kind::Invalid);
    QCOMPARE(cells.cells[2].kind, CharacterCell::Kind::Invalid);
    QCOMPARE(cells.cells[2].text, u"\\xe4"_s);
    QCOMPARE(cells.chunks[0].error->start, 1);
}

/// The stretch begins in the middle of a stream, and of a character.
void TestEncodingCells::aDecoderThatHoldsFromBefore()
{
    const QByteArray bytes = bytesOf(u"你好"_s, "UTF-8");
    codec::StreamDecoder decoder(encoding("UTF-8"), 100);
    decoder.feed(bytes.first(1));
    const QList<StreamChunk> chunks{{EventSeq(7), 101, 106}};
    const EncodingCells cells =
        encodingCells(encoding("UTF-8"), std::move(decoder), bytes.sliced(1), 101, chunks, {bytes.sliced(1)});
    QCOMPARE(cells.cells.size(), 2);
    QCOMPARE(cells.cells[0].start, 100);
    QCOMPARE(cells.cells[0].text, u"你"_s);
    QCOMPARE(cells.chunks[0].alone, ChunkReading::Alone::Error);
}

void TestEncodingCells::theEndOfTheStretch()
{
    const QByteArray bytes = bytesOf(u"ab你"_s, "UTF-8");
    const QList<StreamChunk> chunks{{EventSeq(1), 0, 5}}; // of which the last byte is not shown
    const EncodingCells cells = encodingCells(
        encoding("UTF-8"), codec::StreamDecoder(encoding("UTF-8")), bytes.first(4), 0, chunks, {bytes});
    QCOMPARE(cells.cells.last(), (CharacterCell{CharacterCell::Kind::Held, {}, 2, 4}));
    QCOMPARE(cells.chunks[0].held, QByteArray());
    QCOMPARE(cells.chunks[0].alone, ChunkReading::Alone::NotKnown);
}

void TestEncodingCells::aMarkAtTheBeginningIsNoDifference()
{
    const QByteArray bytes = bytesOf(u"e\u0301x"_s, "UTF-8");
    const EncodingCells cells = read(bytes, "UTF-8", Cut(bytes, {1}));
    QCOMPARE(cells.chunks[1].alone, ChunkReading::Alone::Right);
}

void TestEncodingCells::aLongChunkIsNotTried()
{
    const QByteArray bytes(LongestAlone + 1, 'a');
    const EncodingCells cells = read(bytes, "UTF-8", Cut(bytes, {}));
    QCOMPARE(cells.chunks[0].alone, ChunkReading::Alone::NotKnown);
}

void TestEncodingCells::anyCutGivesTheSameCells_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"UTF-8", "GBK", "GB18030", "UTF-16LE", "Shift_JIS", "ISO-2022-JP"})
        QTest::newRow(name) << QByteArray(name);
}

void TestEncodingCells::anyCutGivesTheSameCells()
{
    QFETCH(QByteArray, name);
    const QByteArray bytes = bytesOf(u"ok，日本。"_s, name);
    const EncodingCells expected = read(bytes, name, Cut(bytes, {}));
    for (int first = 1; first < bytes.size(); ++first) {
        for (int second = 1; second < bytes.size() - first; ++second) {
            const Cut cut(bytes, {first, second});
            const EncodingCells cells = read(bytes, name, cut);
            QCOMPARE(cells.cells, expected.cells);
            for (qsizetype i = 0; i < cells.chunks.size(); ++i) {
                const qint64 end = cut.chunks[i].end;
                const qsizetype cell = cells.cellAt(end - 1);
                const bool isCut = cells.cells[cell].end > end;
                QCOMPARE(cells.chunks[i].held,
                    isCut ? bytes.sliced(cells.cells[cell].start, end - cells.cells[cell].start)
                          : QByteArray());
            }
        }
    }
}

void TestEncodingCells::errorsAsPythonHasThem_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
        QTest::newRow(name) << QByteArray(name);
}

/// Text as people write it, cut anywhere.
void TestEncodingCells::errorsAsPythonHasThem()
{
    QFETCH(QByteArray, name);
    const bool isWestern = name == "ISO-8859-1" || name == "windows-1252";
    const QString text = isWestern ? u"Grüße, café"_s
        : name == "GBK"            ? u"日本, 中文 1!"_s
                                   : u"你好, 😀 ß€ 1!"_s;
    const QByteArray bytes = bytesOf(text, name);
    QVERIFY(!bytes.isEmpty());
    QList<std::pair<QString, QByteArray>> questions;
    QStringList ours;
    for (qsizetype start = 0; start < bytes.size(); ++start) {
        for (qsizetype size = 1; start + size <= bytes.size(); ++size) {
            const QByteArray part = bytes.sliced(start, size);
            questions.append({pythonName(encoding(name)).value(), part});
            ours << ourAnswer(name, part);
        }
    }
    compareWithPython(questions, ours);
}

void TestEncodingCells::errorsOfEveryPair_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"GBK", "GB18030", "windows-1251", "windows-1252"})
        QTest::newRow(name) << QByteArray(name);
}

void TestEncodingCells::errorsOfEveryPair()
{
    QFETCH(QByteArray, name);
    QList<std::pair<QString, QByteArray>> questions;
    QStringList ours;
    for (int a = 0; a < 256; ++a) {
        for (int b = 0; b < 256; ++b) {
            const QByteArray bytes{char(a) + QByteArray(1, char(b))};
            questions.append({pythonName(encoding(name)).value(), bytes});
            ours << ourAnswer(name, bytes);
        }
    }
    compareWithPython(questions, ours);
}

/// Of Unicode we know the very rules, so that any bytes will do.
void TestEncodingCells::errorsOfNoise()
{
    QRandomGenerator random(5);
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    const QByteArray utf8 = hex("41e4bda0f09f9880c3bfe080a0ed9fa0f48f90f5c0c2808fbf9f");
    const QByteArray utf16 = hex("004100d8dbdcdf603dffd900");
    QList<std::pair<QString, QByteArray>> questions;
    QStringList ours;
    for (int i = 0; i < 3000; ++i) {
        const char *name = i % 3 == 0 ? "UTF-16LE" : i % 3 == 1 ? "UTF-16BE" : "UTF-8";
        const QByteArray bytes = noise(random, random.bounded(1, 9), i % 3 == 2 ? utf8 : utf16);
        questions.append({pythonName(encoding(name)).value(), bytes});
        ours << ourAnswer(name, bytes);
    }
    compareWithPython(questions, ours);
}

QTEST_GUILESS_MAIN(TestEncodingCells)
#include "tst_encodingcells.moc"
