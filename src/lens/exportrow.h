#pragma once

#include "journal/recording.h"
#include "lens/exportjob.h"
#include "lens/streamtext.h"

#include <QByteArray>

namespace swb::lens {

/// What the formats write into: gathers small pieces, hands them on, and remembers the first failure, after
/// which it takes nothing more.
class ExportOutput
{
public:
    ExportOutput(ExportSink &sink, const ExportProgress &progress);

    void put(QByteArrayView bytes);
    void putText(const QString &text) { put(text.toUtf8()); }
    bool endRow(); ///< false: the sink has enough
    void flush();
    bool goesOn(); ///< false: it has failed, or was cancelled
    const Failure &failure() const { return m_failure; }

private:
    ExportSink &m_sink;
    const ExportProgress &m_progress;
    QByteArray m_held;
    Failure m_failure;
};

/// The row that is being exported, with all that a format may want to say about it.
class ExportRow
{
public:
    ExportRow(const ExportJob &job, ExportOutput &output);

    /// Reads the next event; call it in the order of the rows.
    Outcome read(EventSeq seq, std::optional<EventSeq> before);

    EventSeq seq;
    Event event;
    Annotation annotation;
    SocketAddress local; ///< of its connection
    SocketAddress peer;
    bool wasOpened = false; ///< its connection was open before this event
    bool isDatagrams = false; ///< UDP, of another program's capture
    bool isDamaged = false; ///< known when its bytes have been read

    QString shownTime() const;
    QString sentence() const; ///< of an event without bytes, as the log shows it
    QString number() const; ///< of its connection; empty: it has none

    /// Calls with one part of the bytes after the other: a multiple of 48 each, but for the last one.
    template <class Use>
    void eachPiece(Use use)
    {
        for (quint64 at = 0; at < event.size && m_output.goesOn();) {
            const QByteArray bytes = m_job.recording->bytes(seq, at, PieceSize);
            use(QByteArrayView(bytes));
            at += quint64(bytes.size());
            isDamaged = at < event.size && bytes.size() < PieceSize;
            if (isDamaged)
                return;
        }
    }
    /// The same with the bytes as text. `pending` of the last part: a character that a later event completes.
    template <class Use>
    void eachText(Use use)
    {
        for (quint64 at = 0; at < event.size && m_output.goesOn(); at += PieceSize)
            use(m_streams.decode(seq, m_job.encodingOf(event.connection), at, PieceSize));
    }
    /// On Closed: the bytes of a received character that never became whole.
    QString unfinishedText();

private:
    static constexpr qsizetype PieceSize = 192 * 1024;

    const ExportJob &m_job;
    ExportOutput &m_output;
    StreamText m_streams;
    bool m_withDate;
    QHash<ConnectionId, journal::RecordedConnection> m_connections;
    std::optional<Timestamp> m_timeBefore;
};

} // namespace swb::lens
