#include "models/logmodel.h"
#include "models/rowfeed.h"

#include "codec/visible.h"

#include <algorithm>
#include <cmath>

// Which rows are shown, what somebody said about them, and when they were.
namespace swb::ui {

namespace {

/// With more insertions at once than this, a view does better to begin anew.
constexpr size_t MostChangesAtOnce = 64;
/// What a tooltip can hold.
constexpr qsizetype MostCharactersWhole = 2000;

} // namespace

void LogModel::setCriteria(const journal::Criteria &criteria)
{
    if (!m_recording || (!m_feed && !criteria.isSet()))
        return;
    beginResetModel();
    m_feed.reset();
    m_passing = {};
    m_sifting = {};
    m_cache.clear();
    if (criteria.isSet())
        m_feed = std::make_unique<RowFeed>(m_recording, m_filter, criteria);
    m_rows = m_feed ? 0 : rowsRecorded();
    m_sifting.busy = m_feed != nullptr;
    endResetModel();
    if (m_feed) {
        connect(m_feed.get(), &RowFeed::sifted, this, &LogModel::takeBatch);
        connect(m_feed.get(), &RowFeed::finished, this, [this] {
            m_sifting.busy = false;
            m_sifting.gaveUp = m_feed->hasGivenUp();
            emit siftingChanged();
        });
        refresh();
    }
    emit siftingChanged();
}

quint32 LogModel::rowsBeforeFilter() const
{
    return m_recording ? m_recording->rowCount(m_filter) : 0;
}

void LogModel::takeBatch(const journal::RowSieve::Batch &batch)
{
    m_sifting.done = batch.done;
    m_sifting.total = batch.total;
    const std::vector<journal::RowSet::Change> changes = m_passing.changesFor(batch);
    if (changes.size() > MostChangesAtOnce) {
        beginResetModel();
        for (const journal::RowSet::Change &change : changes)
            m_passing.make(change);
        m_rows = static_cast<int>(m_passing.count());
        m_cache.clear();
        endResetModel();
    } else {
        for (const journal::RowSet::Change &change : changes)
            make(change);
    }
    emit siftingChanged();
}

void LogModel::make(const journal::RowSet::Change &change)
{
    const int first = static_cast<int>(change.first);
    const int last = first + static_cast<int>(change.rows.size()) - 1;
    const bool atEnd = change.comes && first == m_rows;
    if (change.comes)
        beginInsertRows({}, first, last);
    else
        beginRemoveRows({}, first, last);
    m_passing.make(change);
    m_rows = static_cast<int>(m_passing.count());
    if (!atEnd)
        m_cache.clear(); // it knows rows by their numbers
    if (change.comes)
        endInsertRows();
    else
        endRemoveRows();
}

void LogModel::takeAnnotations()
{
    const quint32 revision = m_recording ? m_recording->annotationRevision() : 0;
    if (std::exchange(m_annotationRevision, revision) == revision)
        return;
    m_annotated = m_recording ? m_recording->annotatedEvents() : QList<EventSeq>();
    m_cache.clear();
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
    emit annotationsChanged();
}

LogModel::RowRange LogModel::rowsIn(double from, double to) const
{
    return {static_cast<int>(std::ceil(from * m_rows)),
        std::min(static_cast<int>(std::ceil(to * m_rows)), m_rows) - 1};
}

bool LogModel::hasAnnotationIn(double from, double to) const
{
    const RowRange rows = rowsIn(from, to);
    if (m_annotated.isEmpty() || rows.last < rows.first)
        return false;
    const EventSeq last = seqAt(rows.last);
    auto seq = std::lower_bound(m_annotated.cbegin(), m_annotated.cend(), seqAt(rows.first));
    while (seq != m_annotated.cend() && *seq <= last && rowOf(*seq) < 0) // a filter may hide it
        ++seq;
    return seq != m_annotated.cend() && *seq <= last;
}

int LogModel::annotatedRow(int from, int step) const
{
    if (!m_recording)
        return -1;
    int found = -1;
    for (const EventSeq seq : m_recording->annotatedEvents()) { // what was marked in this frame is there, too
        const int row = rowOf(seq);
        if (row < 0 || (step > 0 ? row <= from : row >= from))
            continue;
        if (step > 0)
            return row;
        found = row;
    }
    return found;
}

void LogModel::setTimeMode(TimeMode mode)
{
    if (m_timeMode == mode)
        return;
    m_timeMode = mode;
    renderAnew();
}

QString LogModel::timeOf(int row, Timestamp time) const
{
    const auto timeAt = [this](EventSeq seq) {
        const Result<Event> event = m_recording->event(seq);
        return event ? std::optional(event->time) : std::nullopt;
    };
    if (m_timeMode == TimeMode::Absolute)
        return TimeText::timeOfDay(time);
    if (m_timeMode == TimeMode::SinceStart) {
        if (!m_start)
            m_start = timeAt(m_recording->rowAt(m_filter, 0));
        return TimeText::elapsed(time - m_start.value_or(time));
    }
    const std::optional<Timestamp> before = row > 0 ? timeAt(seqAt(row - 1)) : std::nullopt;
    return before ? TimeText::elapsed(time - *before) : QString();
}

QString LogModel::wholeText(int row, Column column) const
{
    const LogRow &shown = cached(row);
    switch (column) {
    case Column::Time:
        return TimeText::dateAndTime(shown.event.time);
    case Column::Direction:
        return kindText(shown.event.kind);
    case Column::Connection:
    case Column::Peer:
    case Column::Size:
        return cellText(shown, column);
    case Column::Text:
        break;
    }
    QString text = shown.text.text;
    if (text.size() > MostCharactersWhole)
        text = text.left(MostCharactersWhole) + QStringLiteral(" …");
    if (!shown.annotation.text.isEmpty())
        text += QStringLiteral("\n\n") + codec::visibleText(shown.annotation.text);
    return text;
}

} // namespace swb::ui
