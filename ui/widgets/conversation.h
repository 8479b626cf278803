#pragma once

#include "journal/recording.h"
#include "widgets/streamspot.h"

#include <QCache>

#include <memory>
#include <optional>
#include <vector>

namespace swb::ui {

/// The events of one connection as runs: reads that follow one another belong together, as do sends; what
/// carries no bytes stands alone. Looks at a page of rows at a time and keeps a few of them, so it costs the
/// same for ten events and for ten million. Used on the window's thread.
class Conversation
{
public:
    /// A run ends where a page ends, however long it is: then any place is found without going back to the
    /// beginning of the run.
    static constexpr quint32 PageRows = 1024;

    struct Row
    {
        EventSeq seq;
        EventKind kind = EventKind::Note;
        quint64 size = 0;
        quint64 streamOffset = 0;
    };
    struct Run
    {
        EventKind kind = EventKind::Note;
        quint32 firstRow = 0;
        quint32 endRow = 0;
        ByteRange bytes; ///< in the stream of its direction
        bool isTurn = false; ///< what comes before is of another kind
        bool goesOn = false; ///< on the next page

        bool carriesBytes() const { return kind == EventKind::Received || kind == EventKind::Sent; }
    };
    struct Page
    {
        quint32 firstRow = 0;
        std::vector<Row> rows;
        std::vector<Run> runs; ///< never empty

        const Row &row(quint32 number) const { return rows[number - firstRow]; }
        size_t runOf(quint32 row) const;
        /// The row of the run in which this byte of its stream lies; the last one for what lies behind it.
        const Row &rowAt(const Run &run, qint64 streamOffset) const;
        quint32 rowNumberAt(const Run &run, qint64 streamOffset) const;
    };

    Conversation(std::shared_ptr<const journal::Recording> recording, ConnectionId connection);

    const std::shared_ptr<const journal::Recording> &recording() const { return m_recording; }
    ConnectionId connection() const { return m_filter.connection; }
    quint32 rowCount() const { return m_rows; }
    quint32 pageCount() const { return (m_rows + PageRows - 1) / PageRows; }
    quint32 refresh(); ///< takes over what the recording has gained: how many rows

    const Page &page(quint32 index); ///< index < pageCount(); valid until the next call
    EventSeq seqAt(quint32 row) const { return m_recording->rowAt(m_filter, row); }
    quint32 rowOf(EventSeq seq) const; ///< the first that is not before it; rowCount(): none
    Timestamp timeOf(quint32 row) const; ///< reads the file
    quint32 rowAtTime(Timestamp time) const; ///< the first that is not before it; reads the file a few times
    std::optional<StreamSpot> spotOf(EventKind direction, quint64 streamOffset) const;

    /// How many bytes of a direction stand before a place.
    quint64 bytesBefore(const StreamSpot &spot, EventKind direction) const;

    /// A measure of how far into the conversation a place is: its bytes, and something for each row, so that
    /// no two places have the same.
    quint64 weight(const StreamSpot &spot) const;
    quint64 weight() const; ///< of all of it
    StreamSpot spotAt(quint64 weight) const;

private:
    template <class Predicate>
    quint32 firstRowNot(Predicate before) const;
    Page readPage(quint32 index) const;

    std::shared_ptr<const journal::Recording> m_recording;
    journal::RowFilter m_filter;
    quint32 m_rows = 0;
    QCache<quint32, Page> m_pages;
};

} // namespace swb::ui
