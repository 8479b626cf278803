#pragma once

#include "journal/recording.h"
#include "journal/segmentedlist.h"

#include <deque>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace swb::journal {

/// What the index is told about one event.
struct IndexedEvent
{
    EventKind kind = EventKind::Note;
    EndpointId endpoint;
    ConnectionId connection;
    Timestamp time;
    quint64 fileOffset = 0;
    quint64 size = 0;
    SocketAddress local; ///< Opened
    SocketAddress peer; ///< Opened, Connecting
    bool outgoing = false; ///< Opened, Gap
    EventSeq about; ///< Annotation
    bool annotates = false; ///< Annotation: marked or with a text; otherwise it removes what was there
    bool datagrams = false; ///< Opened
};

/// A sample in the recording: of a connection, or, without one, of an endpoint that listens.
struct IndexedSample
{
    EndpointId endpoint;
    ConnectionId connection;
    quint64 fileOffset = 0;
};

/// Where every event of a recording stands: 24 bytes an event, and its number in the lists of its endpoint
/// and connection; 120 bytes a connection, and lists only where more than one event makes them; 8 bytes a
/// sample. Reached only
/// through a Reader or an Appender, which hold its lock.
class Index
{
public:
    class Reader;
    class Appender;

private:
    /// 2^48 bytes are 256 TiB: no file and no stream of one recording is longer.
    struct Entry
    {
        quint64 fileOffset : 48;
        quint64 kind : 8;
        quint64 outgoing : 1;
        quint64 : 7;
        quint64 streamOffset : 48;
        quint64 sizeHigh : 16;
        quint32 sizeLow;
        quint32 connection;

        quint64 size() const { return quint64(sizeHigh) << 32 | sizeLow; }
    };
    static_assert(sizeof(Entry) == 24);

    struct DataRows
    {
        SegmentedList<quint32> received;
        SegmentedList<quint32> sent;
    };
    struct Connection
    {
        RecordedConnection facts;
        SegmentedList<quint32> rows;
        std::unique_ptr<DataRows> data; ///< null: no bytes yet
    };
    static_assert(sizeof(Connection) == 120); // a scan of ports makes millions

    std::optional<quint32> placeOf(ConnectionId id) const; ///< in m_connections; nothing: there is none
    const Connection *find(ConnectionId id) const;
    Connection &findOrAdd(ConnectionId id);

    mutable std::shared_mutex m_mutex;
    SegmentedList<Entry> m_entries;
    std::deque<Connection> m_connections; ///< in the order in which they appear; never moved
    std::unordered_map<quint32, quint32> m_displaced; ///< places of those that do not count up from 1
    std::map<quint32, quint64> m_annotations; ///< where the latest about an event stands in the file
    quint32 m_annotationRevision = 0;
    Timestamp m_latest = Timestamp::min();
    bool m_timesAscend = true;
    std::unordered_map<quint32, SegmentedList<quint32>> m_endpointRows;
    std::unordered_map<quint32, SegmentedList<quint64>> m_connectionSamples; ///< where they stand in the file
    std::unordered_map<quint32, SegmentedList<quint64>> m_listenerSamples;
    TornTail m_tail;
};

/// Reading, shared with other readers; hold it briefly.
class Index::Reader
{
public:
    explicit Reader(const Index &index)
        : m_lock(index.m_mutex)
        , m_index(index)
    {
    }

    quint32 count() const { return m_index.m_entries.size(); }
    quint64 fileOffset(EventSeq seq) const { return m_index.m_entries[seq.value].fileOffset; }
    EventSummary summary(EventSeq seq) const;
    /// The rows of a filter that names an endpoint or a connection; null when there are none.
    const SegmentedList<quint32> *rows(const RowFilter &filter) const;
    /// The events of one kind that carry bytes; null when there are none.
    const SegmentedList<quint32> *dataRows(ConnectionId connection, EventKind direction) const;
    /// Where in dataRows() the event with this byte is; nothing when beyond.
    std::optional<quint32> dataRowAt(
        ConnectionId connection, EventKind direction, quint64 streamOffset) const;
    quint64 bytesBefore(ConnectionId connection, EventKind direction, EventSeq seq) const;
    quint32 connectionCount() const { return quint32(m_index.m_connections.size()); }
    /// In the order in which they appear.
    const RecordedConnection &connectionAt(quint32 i) const { return m_index.m_connections[i].facts; }
    const RecordedConnection *find(ConnectionId id) const; ///< null: there is none
    /// Where the samples of a connection, or of an endpoint that listens, stand in the file; null: none.
    const SegmentedList<quint64> *samples(ConnectionId connection) const;
    const SegmentedList<quint64> *samples(EndpointId listener) const;
    const TornTail &tail() const { return m_index.m_tail; }
    bool timesAscend() const { return m_index.m_timesAscend; } ///< no event is earlier than the one before it
    std::optional<quint64> annotationOffset(EventSeq about) const; ///< in the file; nothing: there is none
    const std::map<quint32, quint64> &annotations() const { return m_index.m_annotations; }
    quint32 annotationRevision() const { return m_index.m_annotationRevision; }

private:
    std::shared_lock<std::shared_mutex> m_lock;
    const Index &m_index;
};

/// Appending, alone.
class Index::Appender
{
public:
    explicit Appender(Index &index)
        : m_lock(index.m_mutex)
        , m_index(index)
    {
    }

    /// An annotation must be about an event that is in the index: isKnown().
    void append(const IndexedEvent &event);
    void append(const IndexedSample &sample);
    bool isKnown(EventSeq seq) const { return seq.value < m_index.m_entries.size(); }
    void setTail(const TornTail &tail) { m_index.m_tail = tail; }

private:
    quint64 addToConnection(const IndexedEvent &event, quint32 row);
    void annotate(const IndexedEvent &event);
    std::unique_lock<std::shared_mutex> m_lock;
    Index &m_index;
};

} // namespace swb::journal
