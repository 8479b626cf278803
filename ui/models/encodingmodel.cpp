#include "models/encodingmodel.h"

#include "codec/hexdump.h"
#include "journal/recording.h"
#include "lens/streamtext.h"
#include "models/layerwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::CharacterCell;
using lens::ChunkReading;
using lens::EncodingCells;
using lens::StreamChunk;

namespace {

constexpr qint64 Around = 64; ///< bytes before and behind the event
constexpr qint64 MostOfEvent = 1024; ///< of a longer one its two ends are shown
constexpr qsizetype MostWrongText = 40;

QString codesOf(const CharacterCell &cell)
{
    QStringList codes;
    for (const uint code : cell.text.toUcs4())
        codes << u"U+%1"_s.arg(code, 4, 16, QLatin1Char('0')).toUpper();
    return codes.join(u' ');
}

} // namespace

EncodingModel::EncodingModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_second(codec::Encoding::find(u"GBK").value_or(codec::Encoding()))
{
}

EncodingModel::~EncodingModel() = default;

void EncodingModel::setEvent(std::shared_ptr<const journal::Recording> recording, EventSeq seq)
{
    beginResetModel();
    m_recording = std::move(recording);
    m_seq = seq;
    build();
    endResetModel();
}

void EncodingModel::setEncodings(const codec::Encoding &first, const codec::Encoding &second)
{
    if (first == m_first && second == m_second)
        return;
    beginResetModel();
    m_first = first;
    m_second = second;
    build();
    endResetModel();
}

void EncodingModel::renderAnew()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void EncodingModel::build()
{
    m_stretches.clear();
    const journal::EventSummary event = m_recording ? m_recording->summary(m_seq) : journal::EventSummary();
    if (event.size == 0 || (event.kind != EventKind::Received && event.kind != EventKind::Sent))
        return;
    m_connection = event.connection;
    m_direction = event.kind;
    m_eventStart = qint64(event.streamOffset);
    m_eventEnd = m_eventStart + qint64(event.size);
    const qint64 from = std::max<qint64>(0, m_eventStart - Around);
    const qint64 until = m_eventEnd + Around;
    if (m_eventEnd - m_eventStart <= MostOfEvent) {
        m_stretches.push_back(stretch(from, until));
        return;
    }
    m_stretches.push_back(stretch(from, m_eventStart + MostOfEvent / 2));
    m_stretches.push_back(stretch(m_eventEnd - MostOfEvent / 2, until));
}

EncodingModel::Stretch EncodingModel::stretch(qint64 start, qint64 end) const
{
    Stretch result;
    result.start = start;
    result.bytes = m_recording->streamBytes(m_connection, m_direction, quint64(start), quint64(end - start));
    QList<QByteArray> whole;
    for (qint64 at = start; at < result.end();) {
        const auto seq = m_recording->eventAt(m_connection, m_direction, quint64(at));
        if (!seq)
            break;
        const journal::EventSummary facts = m_recording->summary(*seq);
        const auto chunkStart = qint64(facts.streamOffset);
        result.chunks.append({*seq, chunkStart, chunkStart + qint64(facts.size)});
        const bool isShort = facts.size <= quint64(lens::LongestAlone);
        whole.append(isShort ? m_recording->bytes(*seq) : QByteArray());
        at = result.chunks.last().end;
    }
    lens::StreamText text(m_recording);
    for (const Which which : {Which::First, Which::Second}) {
        auto begin = text.startAt(m_connection, m_direction, encoding(which), quint64(start));
        result.assumed = result.assumed || begin.assumed;
        (which == Which::First ? result.first : result.second) = lens::encodingCells(
            encoding(which), std::move(begin.decoder), result.bytes, start, result.chunks, whole);
    }
    return result;
}

qint64 EncodingModel::offsetOf(int row) const
{
    const Stretch &stretch = stretchOf(row);
    const qint64 before = &stretch == &m_stretches.front() ? 0 : m_stretches.front().bytes.size();
    return stretch.start + row - before;
}

int EncodingModel::rowOf(qint64 streamOffset) const
{
    qint64 before = 0;
    for (const Stretch &stretch : m_stretches) {
        if (streamOffset >= stretch.start && streamOffset < stretch.end())
            return int(before + streamOffset - stretch.start);
        before += stretch.bytes.size();
    }
    return -1;
}

const EncodingModel::Stretch &EncodingModel::stretchOf(int row) const
{
    return row < m_stretches.front().bytes.size() ? m_stretches.front() : m_stretches.back();
}

bool EncodingModel::endsChunk(int row) const
{
    const qint64 end = offsetOf(row) + 1;
    const QList<StreamChunk> &chunks = stretchOf(row).chunks;
    return std::any_of(
        chunks.cbegin(), chunks.cend(), [end](const StreamChunk &chunk) { return chunk.end == end; });
}

int EncodingModel::nextCut(int row, int step) const
{
    for (int at = row + step; at >= 0 && at < rowCount(); at += step) {
        if (endsChunk(at))
            return at;
    }
    return -1;
}

QString EncodingModel::cellText(int row, Which which) const
{
    const EncodingCells &cells = stretchOf(row).cells(which);
    const qint64 offset = offsetOf(row);
    const qsizetype number = cells.cellAt(offset);
    if (number < 0)
        return {};
    const CharacterCell &cell = cells.cells[number];
    if (cell.kind == CharacterCell::Kind::Invalid)
        return tr("no character");
    if (cell.kind == CharacterCell::Kind::Held)
        return tr("unfinished");
    const QString name =
        cell.kind == CharacterCell::Kind::Text ? tr("%1 %2").arg(cell.text, codesOf(cell)) : cell.text;
    if (cell.end - cell.start == 1)
        return name;
    return tr("%1, byte %2 of %3").arg(name).arg(offset - cell.start + 1).arg(cell.end - cell.start);
}

QString EncodingModel::accessibleText(int row) const
{
    const qint64 offset = offsetOf(row);
    const Stretch &stretch = stretchOf(row);
    QString text =
        tr("Byte %1 of the stream: %2; %3: %4; %5: %6")
            .arg(QString::number(offset),
                codec::hexDigits(QByteArrayView(stretch.bytes).sliced(offset - stretch.start, 1)),
                m_first.name(), cellText(row, Which::First), m_second.name(), cellText(row, Which::Second));
    return endsChunk(row) ? tr("%1. A cut follows.").arg(text) : text;
}

QString EncodingModel::chunkName(const StreamChunk &chunk) const
{
    const QString bytes = LayerWords::bytes(chunk.size());
    if (m_recording->isForeign())
        return tr("captured: %1").arg(bytes);
    return m_direction == EventKind::Received ? tr("read: %1").arg(bytes) : tr("written: %1").arg(bytes);
}

QString EncodingModel::readingText(const ChunkReading &reading, Which which) const
{
    const QString name = encoding(which).name();
    const QString held = reading.held.isEmpty()
        ? QString()
        : tr(" The decoder keeps %1 for the next piece.").arg(codec::hexDigits(reading.held));
    switch (reading.alone) {
    case ChunkReading::Alone::Right:
        return tr("%1: decoded alone, this piece gives the right characters.").arg(name) + held;
    case ChunkReading::Alone::WrongCharacters:
        return tr("%1: decoded alone, this piece gives wrong characters, and no error: “%2”.")
                   .arg(name, reading.text.left(MostWrongText).simplified())
            + held;
    case ChunkReading::Alone::Error:
        return (reading.error
                       ? tr("%1: in Python, decode('%2') of this piece alone raises UnicodeDecodeError: %3.")
                             .arg(name, *lens::pythonName(encoding(which)), reading.error->message())
                       : tr("%1: decoded alone, this piece is an error.").arg(name))
            + held;
    case ChunkReading::Alone::NotKnown:
        break;
    }
    return held.isEmpty() ? tr("%1: too long to be tried alone.").arg(name) : name + u':' + held;
}

QString EncodingModel::chunkText(int row) const
{
    const qint64 offset = offsetOf(row);
    const Stretch &stretch = stretchOf(row);
    for (qsizetype i = 0; i < stretch.chunks.size(); ++i) {
        if (offset < stretch.chunks[i].start || offset >= stretch.chunks[i].end)
            continue;
        QStringList lines;
        for (const Which which : {Which::First, Which::Second})
            lines << readingText(stretch.cells(which).chunks[i], which);
        return lines.join(u"\n\n");
    }
    return {};
}

QString EncodingModel::plainText() const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        text += accessibleText(row) + u'\n';
        if (endsChunk(row))
            text += chunkText(row) + u'\n';
    }
    return text;
}

int EncodingModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    qsizetype rows = 0;
    for (const Stretch &stretch : m_stretches)
        rows += stretch.bytes.size();
    return int(rows);
}

int EncodingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EncodingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleTextRole)
        return accessibleText(index.row());
    if (role != Qt::DisplayRole)
        return {};
    const qint64 offset = offsetOf(index.row());
    switch (Column(index.column())) {
    case Column::Offset:
        return offset;
    case Column::Byte: {
        const Stretch &stretch = stretchOf(index.row());
        return codec::hexDigits(QByteArrayView(stretch.bytes).sliced(offset - stretch.start, 1));
    }
    case Column::First:
        return cellText(index.row(), Which::First);
    case Column::Second:
        return cellText(index.row(), Which::Second);
    }
    return {};
}

QVariant EncodingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Offset:
        return tr("Place");
    case Column::Byte:
        return tr("Byte");
    case Column::First:
        return m_first.name();
    case Column::Second:
        return m_second.name();
    }
    return {};
}

} // namespace swb::ui
