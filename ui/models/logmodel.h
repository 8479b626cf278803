#pragma once

#include "base/event.h"
#include "codec/encoding.h"
#include "journal/recording.h"
#include "lens/streamtext.h"

#include <QAbstractTableModel>
#include <QCache>

namespace swb::ui {

/// One row of the log, ready to be shown.
struct LogRow
{
    EventSeq seq;
    Event event;
    QString time; ///< local time of day with microseconds
    QString peer;
    QString size; ///< empty for what carries no bytes
    lens::RowText text;

    /// A closing row is none: what ended the connection has a row of its own before it.
    bool isError() const { return event.failure.isSet() && event.kind != EventKind::Closed; }
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

    /// How the bytes of a connection are read from now on; its rows are rendered anew.
    void setEncoding(ConnectionId connection, const codec::Encoding &encoding);
    void setDefaultEncoding(const codec::Encoding &encoding); ///< of connections that have none of their own
    codec::Encoding encodingOf(ConnectionId connection) const;

    /// Renders every row again when it is asked for: the language has changed.
    void renderAnew();

    LogRow row(int row) const;
    EventSeq seqAt(int row) const; ///< without reading the event
    bool carriesBytes(int row) const; ///< without reading the event
    int rowOf(EventSeq seq) const; ///< -1: not in this filter
    /// "received, 12 bytes, hello": a row as a screen reader says it.
    QString accessibleText(int row) const;
    /// The text of rows, a line each, columns separated by tabs. Beyond 20,000 rows the rest is only counted.
    QString plainText(int first, int last) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const LogRow &cached(int row) const;
    LogRow render(EventSeq seq) const;
    QString peerOf(const Event &event) const;
    QString cellText(const LogRow &row, Column column) const;
    int rowsRecorded() const;

    std::shared_ptr<const journal::Recording> m_recording;
    journal::RowFilter m_filter;
    int m_rows = 0;
    QHash<ConnectionId, codec::Encoding> m_encodings;
    codec::Encoding m_defaultEncoding;
    mutable std::unique_ptr<lens::StreamText> m_streams;
    mutable QCache<int, LogRow> m_cache;
    mutable QHash<ConnectionId, QString> m_peers;
    mutable bool m_peersAreFresh = false;
};

} // namespace swb::ui
