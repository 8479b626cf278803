#include "models/logmodel.h"

#include "bench/sentences.h"
#include "lens/exportcells.h"
#include "models/rowfeed.h"

#include <algorithm>
#include <limits>

namespace swb::ui {

namespace {

/// A few screens of rows, so that painting and paging read each row once.
constexpr int CachedRows = 512;
/// More would hold up the window while they are decoded, and other programs while they are pasted.
constexpr int MostRowsCopied = 20'000;

QString bytesSpoken(quint64 size)
{
    if (size == 1)
        return LogModel::tr("1 byte");
    return LogModel::tr("%Ln bytes", nullptr, static_cast<int>(std::min<quint64>(size, INT_MAX)));
}

bool isNumber(LogModel::Column column)
{
    return column == LogModel::Column::Time || column == LogModel::Column::Size;
}

} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_cache(CachedRows)
{
}

LogModel::~LogModel() = default;

void LogModel::setSource(
    std::shared_ptr<const journal::Recording> recording, const journal::RowFilter &filter)
{
    beginResetModel();
    m_feed.reset();
    m_passing = {};
    m_sifting = {};
    m_start.reset();
    m_recording = std::move(recording);
    m_filter = filter;
    m_annotationRevision = m_recording ? m_recording->annotationRevision() : 0;
    m_annotated = m_recording ? m_recording->annotatedEvents() : QList<EventSeq>();
    m_streams = m_recording ? std::make_unique<lens::StreamText>(m_recording) : nullptr;
    m_rows = rowsRecorded();
    m_cache.clear();
    endResetModel();
}

void LogModel::refresh()
{
    takeAnnotations();
    if (m_feed) {
        m_feed->refresh();
        m_sifting.busy = m_feed->isBusy();
        emit siftingChanged();
        return;
    }
    const int rows = rowsRecorded();
    if (rows == m_rows)
        return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

int LogModel::rowsRecorded() const
{
    if (!m_recording)
        return 0;
    return static_cast<int>(
        std::min<quint32>(m_recording->rowCount(m_filter), std::numeric_limits<int>::max()));
}

void LogModel::setEncoding(ConnectionId connection, const codec::Encoding &encoding)
{
    if (encodingOf(connection) == encoding && m_encodings.contains(connection))
        return;
    m_encodings.insert(connection, encoding);
    renderAnew();
}

void LogModel::setDefaultEncoding(const codec::Encoding &encoding)
{
    if (m_defaultEncoding == encoding && m_encodings.isEmpty())
        return;
    m_encodings.clear();
    m_defaultEncoding = encoding;
    renderAnew();
}

codec::Encoding LogModel::encodingOf(ConnectionId connection) const
{
    return m_encodings.value(connection, m_defaultEncoding);
}

void LogModel::renderAnew()
{
    m_cache.clear();
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

LogRow LogModel::row(int row) const
{
    return cached(row);
}

EventSeq LogModel::seqAt(int row) const
{
    const auto number = static_cast<quint32>(row);
    return m_feed ? m_passing.at(number) : m_recording->rowAt(m_filter, number);
}

bool LogModel::carriesBytes(int row) const
{
    const EventKind kind = m_recording->summary(seqAt(row)).kind;
    return kind == EventKind::Received || kind == EventKind::Sent;
}

int LogModel::rowOf(EventSeq seq) const
{
    const int row = rowFrom(seq);
    return row < m_rows && seqAt(row) == seq ? row : -1;
}

int LogModel::rowFrom(EventSeq seq) const
{
    int low = 0;
    int high = m_rows;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (seqAt(middle) < seq)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const LogRow &LogModel::cached(int row) const
{
    if (!m_cache.contains(row))
        m_cache.insert(row, new LogRow(render(row)));
    return *m_cache.object(row);
}

LogRow LogModel::render(int number) const
{
    const EventSeq seq = seqAt(number);
    const journal::EventSummary summary = m_recording->summary(seq);
    LogRow row;
    row.seq = seq;
    row.event.kind = summary.kind;
    row.event.connection = summary.connection;
    const Result<Event> event = m_recording->event(seq);
    if (!event) {
        row.event.failure = event.failure();
        row.text = lens::RowText::ofSentence(bench::Sentences::failure(event.failure()));
        return row;
    }
    row.event = *event;
    row.time = timeOf(number, event->time);
    row.annotation = m_recording->annotationOf(seq);
    row.peer = peerOf(*event);
    if (event->carriesBytes()) {
        row.size = bench::Sentences::size(event->size);
        row.text = m_streams->row(seq, encodingOf(event->connection));
    } else {
        row.text = lens::RowText::ofSentence(bench::Sentences::event(*event));
    }
    return row;
}

QString LogModel::peerOf(const Event &event) const
{
    if (!event.peer.isNull() || !event.connection.isValid())
        return event.peer.toString();
    return m_recording->connection(event.connection).peer.toString();
}

QString LogModel::kindText(EventKind kind)
{
    switch (kind) {
    case EventKind::Listening:
        return tr("listening");
    case EventKind::StoppedListening:
        return tr("stopped listening");
    case EventKind::AcceptingPaused:
        return tr("accepting paused");
    case EventKind::AcceptingResumed:
        return tr("accepting resumed");
    case EventKind::Connecting:
        return tr("connecting");
    case EventKind::Opened:
        return tr("opened");
    case EventKind::Received:
        return tr("received");
    case EventKind::Sent:
        return tr("sent");
    case EventKind::PeerFinished:
        return tr("peer finished");
    case EventKind::Finished:
        return tr("finished sending");
    case EventKind::ResetByPeer:
        return tr("reset by peer");
    case EventKind::ResetByUs:
        return tr("reset by us");
    case EventKind::Closed:
        return tr("closed");
    case EventKind::Error:
        return tr("error");
    case EventKind::Note:
        return tr("note");
    case EventKind::ReadingStopped:
        return tr("reading stopped");
    case EventKind::ReadingResumed:
        return tr("reading resumed");
    case EventKind::Gap:
        return tr("gap");
    case EventKind::Annotation:
        break; // has no row of its own
    }
    return {};
}

QString LogModel::accessibleText(int row) const
{
    const LogRow &shown = cached(row);
    QString said = shown.text.text;
    if (shown.event.carriesBytes())
        said = tr("%1, %2, %3", "received, 12 bytes, hello")
                   .arg(kindText(shown.event.kind), bytesSpoken(shown.event.size), said);
    if (shown.annotation.marked)
        said = tr("%1, marked").arg(said);
    if (!shown.annotation.text.isEmpty())
        said = tr("%1, note: %2").arg(said, shown.annotation.text);
    return said;
}

QString LogModel::plainText(int first, int last) const
{
    const int end = std::min(last, first + MostRowsCopied - 1);
    QStringList lines;
    for (int row = first; row <= end; ++row) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells += cellText(cached(row), static_cast<Column>(column));
        if (cached(row).annotation.isSet())
            cells += lens::annotationText(cached(row).annotation);
        lines += cells.join(QLatin1Char('\t'));
    }
    if (end < last)
        lines += tr("… and %n more rows, which are in the recording", nullptr, last - end);
    return lines.join(QLatin1Char('\n'));
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::cellText(const LogRow &row, Column column) const
{
    switch (column) {
    case Column::Time:
        return row.time;
    case Column::Connection:
        return row.event.connection.isValid() ? QStringLiteral("#%1").arg(row.event.connection.value)
                                              : QString();
    case Column::Direction:
        return row.event.carriesBytes() ? kindText(row.event.kind) : QString();
    case Column::Peer:
        return row.peer;
    case Column::Size:
        return row.size;
    case Column::Text:
        return row.text.text;
    }
    return {};
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogRow &row = cached(index.row());
    const Column column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::ToolTipRole:
        return wholeText(index.row(), column);
    case Qt::AccessibleTextRole:
        return column == Column::Text ? accessibleText(index.row()) : cellText(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SeqRole:
        return row.seq.value;
    case KindRole:
        return static_cast<int>(row.event.kind);
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const Column column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole && isNumber(column))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Time:
        return m_timeMode == TimeMode::Absolute  ? tr("Time")
            : m_timeMode == TimeMode::SinceStart ? tr("Since the start")
                                                 : tr("Since the row before");
    case Column::Connection:
        return tr("Connection");
    case Column::Direction:
        return tr("Direction");
    case Column::Peer:
        return tr("Peer");
    case Column::Size:
        return tr("Size");
    case Column::Text:
        return tr("Text");
    }
    return {};
}

} // namespace swb::ui
