#pragma once

#include "base/event.h"
#include "codec/decoder.h"

#include <QCache>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>

namespace swb::journal {
class Recording;
}

namespace swb::lens {

/// The bytes of a part of one event as text, with where each character lies.
struct EventText
{
    codec::Decoded
        decoded; ///< piece.byteStart counts in the stream; a first piece may begin in an earlier event
    QByteArray pending; ///< an unfinished character at the end; the next event of this direction completes it
    bool stateAssumed = false; ///< the true decoder state lies too far back; decoding began afresh nearby
};

/// A part of a run of reads (or of sends) that nothing interrupts. All are offsets in the direction's stream.
struct StreamPart
{
    ConnectionId connection;
    EventKind direction = EventKind::Received;
    quint64 begin = 0;
    quint64 end = 0;
    quint64 runBegin = 0; ///< <= begin
    quint64 runEnd = 0; ///< >= end
};

/// Text on one line of a log, in stretches of one look.
struct RowText
{
    enum class Look : quint8
    {
        Plain,
        Mark, ///< stands for a line end or a control character
        Invalid, ///< \xNN of bytes that the encoding cannot read
        Pending, ///< \xNN of a character that a later row completes
        More, ///< "…": the event goes on
    };
    struct Run
    {
        Look look = Look::Plain;
        qsizetype start = 0; ///< UTF-16 units in `text`
        qsizetype length = 0;
    };
    QString text;
    QList<Run> runs;

    void append(Look look, QStringView piece);
    void append(const codec::Decoded &decoded);
    /// A sentence of ours. Names and notes in it come from elsewhere, so their controls are shown too, never
    /// obeyed.
    static RowText ofSentence(const QString &sentence);
};

/// Decodes any part of a recorded stream as if all of it had been decoded from its beginning: the decoder
/// starts at a point from which what came before no longer matters, or at a checkpoint. Looks back a bounded
/// way, so a look-up never takes long. Used on one thread.
class StreamText
{
public:
    explicit StreamText(std::shared_ptr<const journal::Recording> recording);
    ~StreamText();

    /// At most `maxSize` bytes of a Received or Sent event from `offset` (within the event) on.
    EventText decode(EventSeq seq, const codec::Encoding &encoding, quint64 offset, quint64 maxSize);
    /// What begins in a part: a character stands whole where it begins, though its last bytes lie behind the
    /// part, so that parts of a run put together are the run. At the edges of the run itself a character
    /// stands with the bytes that complete it, as in decode() of an event.
    EventText decode(const StreamPart &part, const codec::Encoding &encoding);
    /// The start of an event as one line: line ends and controls as marks, cut behind what a row can show.
    RowText row(EventSeq seq, const codec::Encoding &encoding);

    /// Where decoding may begin.
    struct Start
    {
        codec::StreamDecoder decoder; ///< everything before the place asked for has been fed
        bool assumed = false; ///< as EventText::stateAssumed
    };
    Start startAt(
        ConnectionId connection, EventKind direction, const codec::Encoding &encoding, quint64 streamOffset);

private:
    struct StreamKey
    {
        ConnectionId connection;
        EventKind direction = EventKind::Received;
        QString encoding;

        friend bool operator==(const StreamKey &, const StreamKey &) = default;
        friend size_t qHash(const StreamKey &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.connection, static_cast<int>(key.direction), key.encoding);
        }
    };
    struct Checkpoints;

    Start startBefore(const StreamKey &key, const codec::Encoding &encoding, quint64 streamOffset);
    void completeLast(const StreamPart &part, codec::StreamDecoder &decoder, EventText &text);
    Start fromCheckpoint(const StreamKey &key, const codec::Encoding &encoding, quint64 streamOffset);

    std::shared_ptr<const journal::Recording> m_recording;
    QCache<StreamKey, Checkpoints> m_checkpoints;
};

RowText::Look lookOf(codec::Decoded::PieceKind kind);
/// "\xe4\xbd": bytes that make no character, as they stand in text.
QString hexMark(QByteArrayView bytes);

} // namespace swb::lens
