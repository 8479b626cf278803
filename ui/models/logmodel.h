#pragma once

#include "base/event.h"
#include "codec/encoding.h"
#include "journal/recording.h"
#include "journal/rowset.h"
#include "lens/streamtext.h"
#include "models/timetext.h"

#include <QAbstractTableModel>
#include <QCache>

namespace swb::ui {

class RowFeed;

/// One row of the log, ready to be shown.
struct LogRow
{
    EventSeq seq;
    Event event;
    QString time; ///< with microseconds, as the model's time mode wants it; empty: there is no row before
    QString peer;
    QString size; ///< empty for what carries no bytes
    lens::RowText text;
    Annotation annotation;

    /// A closing row is none: what ended the connection has a row of its own before it.
    bool isError() const { return event.failure.isSet() && event.kind != EventKind::Closed; }
    /// Bytes that were sent are not in the recording.
    bool isWarning() const { return event.kind == EventKind::Gap; }
};

/// The events of a recording, a row each, in the order in which they happened. Rows are read and decoded when
/// they are asked for; a few hundred stay in memory. The recording is never changed. Used on the window's
/// thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Time,
        Connection,
        Direction,
        Peer,
        Size,
        Text
    };
    static constexpr int ColumnCount = 6;
    enum Role
    {
        SeqRole = Qt::UserRole,
        KindRole,
        ConnectionRole
    };

    explicit LogModel(QObject *parent = nullptr);
    ~LogModel() override;

    /// Null: no rows. The encodings stay.
    void setSource(
        std::shared_ptr<const journal::Recording> recording, const journal::RowFilter &filter = {});
    const std::shared_ptr<const journal::Recording> &recording() const { return m_recording; }
    const journal::RowFilter &filter() const { return m_filter; }
    /// Shows what the recording has gained: one insertion a call. Call it at most once a frame.
    void refresh();

    /// Shows only some of the rows; they come as they are found. Until the next setSource().
    void setCriteria(const journal::Criteria &criteria);
    bool isFiltered() const { return m_feed != nullptr; }
    /// How far the log has been looked through for rows that pass.
    struct Sifting
    {
        bool busy = false;
        bool gaveUp = false; ///< the expression took too long; what lies behind that place is not shown
        quint64 done = 0; ///< of `total`: rows or bytes
        quint64 total = 0;
    };
    const Sifting &sifting() const { return m_sifting; }
    quint32 rowsBeforeFilter() const;
    void setTimeMode(TimeMode mode);
    TimeMode timeMode() const { return m_timeMode; }

    /// How the bytes of a connection are read from now on; its rows are rendered anew.
    void setEncoding(ConnectionId connection, const codec::Encoding &encoding);
    void setDefaultEncoding(const codec::Encoding &encoding); ///< also of those that have one of their own
    codec::Encoding encodingOf(
        ConnectionId connection) const; ///< invalid: of those that have none of their own
    const QHash<ConnectionId, codec::Encoding> &encodings() const { return m_encodings; } ///< set one by one

    /// Renders every row again when it is asked for: the language has changed.
    void renderAnew();

    LogRow row(int row) const;
    EventSeq seqAt(int row) const; ///< without reading the event
    bool carriesBytes(int row) const; ///< without reading the event
    int rowOf(EventSeq seq) const; ///< -1: not in this filter
    int rowFrom(EventSeq seq) const; ///< the first at or behind it; as many as there are: none
    /// "received, 12 bytes, hello": a row as a screen reader says it.
    QString accessibleText(int row) const;
    /// The text of rows, a line each, columns separated by tabs. Beyond 20,000 rows the rest is only counted.
    QString plainText(int first, int last) const;
    struct RowRange
    {
        int first = 0;
        int last = -1; ///< inclusive; less than `first`: there are none
    };
    /// Whose upper edge lies in this part of the rows, 0 to 1: where there is more room than rows, each lies
    /// in one part only.
    RowRange rowsIn(double from, double to) const;
    bool hasAnnotationIn(double from, double to) const;
    int annotatedRow(int from, int step) const; ///< the next in that direction; -1: there is none
    /// Everything in a cell that may be cut there; plain text, at most some thousand characters.
    QString wholeText(int row, Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void siftingChanged();
    void annotationsChanged();

private:
    const LogRow &cached(int row) const;
    LogRow render(int row) const;
    QString timeOf(int row, Timestamp time) const;
    void takeBatch(const journal::RowSieve::Batch &batch);
    void make(const journal::RowSet::Change &change);
    void takeAnnotations();
    QString peerOf(const Event &event) const;
    QString cellText(const LogRow &row, Column column) const;
    static QString kindText(EventKind kind); ///< what happened, in a word or two
    int rowsRecorded() const;

    std::shared_ptr<const journal::Recording> m_recording;
    journal::RowFilter m_filter;
    int m_rows = 0;
    std::unique_ptr<RowFeed> m_feed; ///< null: all rows are shown
    journal::RowSet m_passing;
    Sifting m_sifting;
    TimeMode m_timeMode = TimeMode::Absolute;
    quint32 m_annotationRevision = 0;
    QList<EventSeq> m_annotated; ///< also those that are not shown
    mutable std::optional<Timestamp> m_start; ///< of the first row, filtered or not
    QHash<ConnectionId, codec::Encoding> m_encodings;
    codec::Encoding m_defaultEncoding;
    mutable std::unique_ptr<lens::StreamText> m_streams;
    mutable QCache<int, LogRow> m_cache;
};

} // namespace swb::ui
