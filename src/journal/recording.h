#pragma once

#include "base/event.h"
#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace swb::journal {

class Content;
class Index;
struct OpenProgress;

/// The events that a view shows, in order: all of them, those of one endpoint, or those of one connection. It
/// grows with its recording and is never a copy of events.
struct RowFilter
{
    EndpointId endpoint; ///< invalid: every endpoint
    ConnectionId connection; ///< invalid: every connection of the endpoint(s), and the endpoint's own events

    friend bool operator==(const RowFilter &, const RowFilter &) = default;
};

/// What the index knows of an event without touching the file: enough to lay rows out.
struct EventSummary
{
    EventKind kind = EventKind::Note;
    ConnectionId connection;
    quint64 size = 0;
    quint64 streamOffset = 0; ///< Received, Sent, Gap: where it begins in its direction of its connection
    bool outgoing = false; ///< Gap: bytes that we sent are missing
};

/// A connection as the recording tells it.
struct RecordedConnection
{
    ConnectionId id;
    EndpointId endpoint;
    SocketAddress local;
    SocketAddress peer;
    bool outgoing = false;
    bool closed = false;
    bool datagrams = false; ///< UDP: whoever wrote first counts as having opened it
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    Timestamp opened;
};

/// What is known of a capture of another program beside its connections. Every packet is in one of these or
/// in them.
struct ForeignCapture
{
    QString format; ///< "pcap", "pcapng"
    quint64 packets = 0;
    quint64 otherProtocols = 0; ///< packets that are neither TCP nor UDP over IP: ARP, ICMP …
    quint64 otherLinks = 0; ///< packets from a link that we do not know, beside one that we do
    quint64 unreadable = 0; ///< packets whose headers are wrong or cut off
    quint64 lostFragments = 0; ///< packets that are fragments of something that never became whole

    quint64 notUnderstood() const { return otherProtocols + otherLinks + unreadable + lostFragments; }
    friend bool operator==(const ForeignCapture &, const ForeignCapture &) = default;
};

/// A packet as it stands in a recording, from its link's header on. In our own recordings the headers were
/// made from what the socket told; in those of others (Recording::isForeign()) the wire had them.
struct RecordedPacket
{
    QByteArray bytes; ///< what was captured of it
    quint32 wireSize = 0; ///< never less than bytes.size()
    quint16 linkType = 0; ///< capture/linktype.h

    friend bool operator==(const RecordedPacket &, const RecordedPacket &) = default;
};

/// The packets that brought an event, in order.
struct EventPackets
{
    QList<RecordedPacket> packets;
    bool more = false; ///< the event has more of them
};

/// What the kernel said of a connection or a listener at one time, as it was given to Writer::appendSample().
struct RecordedSample
{
    Timestamp time;
    QByteArray facts;

    friend bool operator==(const RecordedSample &, const RecordedSample &) = default;
};

/// What stands behind the last whole record of a file that was cut or damaged.
struct TornTail
{
    quint64 validBytes = 0; ///< up to here the file reads whole
    quint64 bytesAfter = 0; ///< and so many follow; 0: none
    bool damaged = false; ///< a record is wrong (checksum, length), not only unfinished
    QString reason; ///< for the expert, in English: "packet block at 1234: CRC32 differs"
};

/// The read side of a journal, finished or still growing, or of another program's capture. Thread-safe; reads
/// by pread(2) from its own descriptor, so a reader never blocks the writer for longer than an index look-up.
class Recording
{
public:
    /// Opens and indexes a file made by Writer, or a pcapng or pcap capture of another program; also one that
    /// another process is still writing: what is whole by now. A torn tail is no failure: see tail(). The
    /// checksum of every header is verified, that of the packets' bytes when they are read: so one bad byte
    /// of payload does not hide what follows it. check() verifies all. `progress`, when given, must outlive
    /// the call.
    static Result<std::shared_ptr<Recording>> open(const QString &path, OpenProgress *progress = nullptr);
    ~Recording();

    QString path() const;
    quint32 eventCount() const;
    EventSummary summary(EventSeq seq) const;
    Result<Event> event(EventSeq seq) const;
    /// At most `maxSize` bytes of a Received or Sent event from `offset` on. Empty when nothing is there, and
    /// ends before the first packet whose checksum is wrong: bytes that nobody sent are never given out.
    QByteArray bytes(EventSeq seq, quint64 offset = 0, quint64 maxSize = ~0ull) const;

    /// At most `most` packets of an event, from the first on. None: no packet tells of it, as of a note or of
    /// listening, or the file has become shorter or is damaged there.
    EventPackets packets(EventSeq seq, qsizetype most) const;

    quint32 rowCount(const RowFilter &filter) const;
    EventSeq rowAt(const RowFilter &filter, quint32 row) const; ///< row < rowCount(filter)
    /// The Received (or Sent) event of the connection that holds this byte of the stream; nothing when
    /// beyond.
    std::optional<EventSeq> eventAt(ConnectionId connection, EventKind direction, quint64 streamOffset) const;
    /// How many bytes of a direction of the connection lie in events before `seq`.
    quint64 bytesBefore(ConnectionId connection, EventKind direction, EventSeq seq) const;
    /// Bytes of one direction of one connection, across events, from `streamOffset` on.
    QByteArray streamBytes(
        ConnectionId connection, EventKind direction, quint64 streamOffset, quint64 maxSize) const;

    QList<RecordedConnection> connections() const;
    RecordedConnection connection(ConnectionId id) const; ///< its id is invalid: there is none
    TornTail tail() const;
    /// Set: another program made the file. It is read where it is and never changed.
    std::optional<ForeignCapture> foreign() const;
    bool isForeign() const { return foreign().has_value(); }

    /// What was last said about an event.
    Annotation annotationOf(EventSeq seq) const;
    QList<EventSeq> annotatedEvents() const; ///< marked, or with a note; in order
    bool isAnnotated(EventSeq seq) const; ///< without reading the note
    /// Grows with every annotation, so that a view knows when to ask again.
    quint32 annotationRevision() const;
    quint32 sampleCount(ConnectionId connection) const;
    quint32 sampleCount(EndpointId listener) const;
    /// Those from `from` to `to`, both included; of more than `most`, evenly many between the first and the
    /// last.
    QList<RecordedSample> samples(
        ConnectionId connection, Timestamp from, Timestamp to, quint32 most = 10'000) const;
    QList<RecordedSample> samples(
        EndpointId listener, Timestamp from, Timestamp to, quint32 most = 10'000) const;

    /// True: no event is earlier than the one before it, so a time can be looked up by halving.
    bool timesAscend() const;

private:
    friend class Writer;
    friend class PayloadReader;
    friend class Annotator;
    /// Takes the descriptor over, through which `content` reads.
    Recording(
        QString path, std::shared_ptr<Index> index, std::unique_ptr<const Content> content, int descriptor);
    /// The same for a file made by Writer.
    Recording(QString path, std::shared_ptr<Index> index, int descriptor);
    template <class Subject>
    QList<RecordedSample> samplesOf(Subject subject, Timestamp from, Timestamp to, quint32 most) const;
    QString m_path;
    std::shared_ptr<Index> m_index;
    std::unique_ptr<const Content> m_content;
    int m_descriptor;
};

/// Reads every record of the file and verifies every checksum, of which other programs' captures have none.
/// Failure: it cannot be read at all or is no recording.
struct CheckReport
{
    quint32 events = 0;
    quint32 connections = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    TornTail tail;
    std::optional<ForeignCapture> foreign; ///< as Recording::foreign()
};
Result<CheckReport> check(const QString &path, OpenProgress *progress = nullptr);

} // namespace swb::journal
