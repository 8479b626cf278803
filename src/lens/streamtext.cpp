#include "lens/streamtext.h"

#include "journal/recording.h"

#include <algorithm>
#include <map>

namespace swb::lens {

namespace {

/// What a row can show on the widest screen; the rest is in the bytes view.
constexpr quint64 RowBytes = 4096;
/// Looking back for a point of resynchronisation: nearly always the first step is enough.
constexpr quint64 LookBack[] = {64, 1024, 16 * 1024, 64 * 1024};
constexpr quint64 CheckpointEvery = 32 * 1024;
/// Decoding more than this only to find the state of a decoder would be felt.
constexpr quint64 LongestCatchUp = 1024 * 1024;
constexpr int StreamsWithCheckpoints = 64;
/// No encoding has a longer character, and no shift sequence is longer.
constexpr quint64 LongestCharacter = 16;

} // namespace

void RowText::append(Look look, QStringView piece)
{
    if (piece.isEmpty())
        return;
    if (runs.isEmpty() || runs.last().look != look)
        runs.append({look, text.size(), 0});
    text.append(piece);
    runs.last().length += piece.size();
}

namespace {

constexpr qsizetype UnitsOfAByte = 4; // \xNN

/// Bytes that turned out to be no text stand where they came in; only a character that was completed stands
/// whole where it was.
void leaveOutEarlierBytes(codec::Decoded &decoded, qint64 streamOffset)
{
    qsizetype gone = 0;
    for (codec::Decoded::Piece &piece : decoded.pieces) {
        if (piece.kind != codec::Decoded::PieceKind::Invalid || piece.byteStart >= streamOffset)
            break;
        const auto earlier =
            static_cast<qint32>(std::min<qint64>(streamOffset - piece.byteStart, piece.byteLength));
        piece.textStart += earlier * UnitsOfAByte;
        piece.textLength -= earlier * UnitsOfAByte;
        piece.byteStart += earlier;
        piece.byteLength -= earlier;
        gone += piece.byteLength == 0 ? 1 : 0;
    }
    decoded.pieces.remove(0, gone);
}

/// Where the part before has shown them already.
void leaveOutCharactersBegunBefore(codec::Decoded &decoded, qint64 streamOffset)
{
    const auto first = std::find_if(decoded.pieces.cbegin(), decoded.pieces.cend(),
        [streamOffset](const codec::Decoded::Piece &piece) { return piece.byteStart >= streamOffset; });
    decoded.pieces.erase(decoded.pieces.cbegin(), first);
}

/// Keeps the characters that begin before `streamOffset`, and of bytes that are none those before it.
void cutAt(codec::Decoded &decoded, qint64 streamOffset)
{
    while (!decoded.pieces.isEmpty() && decoded.pieces.last().byteStart >= streamOffset)
        decoded.pieces.removeLast();
    if (decoded.pieces.isEmpty() || decoded.pieces.last().kind != codec::Decoded::PieceKind::Invalid)
        return;
    codec::Decoded::Piece &last = decoded.pieces.last();
    const qint64 length = std::min<qint64>(last.byteLength, streamOffset - last.byteStart);
    last.textLength = length * UnitsOfAByte;
    last.byteLength = static_cast<qint32>(length);
}

} // namespace

RowText::Look lookOf(codec::Decoded::PieceKind kind)
{
    switch (kind) {
    case codec::Decoded::PieceKind::Text:
        return RowText::Look::Plain;
    case codec::Decoded::PieceKind::LineEnd:
    case codec::Decoded::PieceKind::Control:
        return RowText::Look::Mark;
    case codec::Decoded::PieceKind::Invalid:
        return RowText::Look::Invalid;
    }
    return RowText::Look::Plain;
}

void RowText::append(const codec::Decoded &decoded)
{
    for (const codec::Decoded::Piece &piece : decoded.pieces)
        append(lookOf(piece.kind), QStringView(decoded.text).mid(piece.textStart, piece.textLength));
}

RowText RowText::ofSentence(const QString &sentence)
{
    RowText row;
    row.append(codec::StreamDecoder(codec::Encoding()).feed(sentence.toUtf8()));
    return row;
}

QString hexMark(QByteArrayView bytes)
{
    QString mark;
    for (const char byte : bytes)
        mark += QStringLiteral("\\x%1").arg(static_cast<quint8>(byte), 2, 16, QLatin1Char('0'));
    return mark;
}

/// The decoder's state at every CheckpointEvery-th byte of a stream, as far as somebody has looked, and where
/// somebody has looked last: the rows of a screen follow one another.
struct StreamText::Checkpoints
{
    std::map<quint64, codec::StreamDecoder> decoders;
    std::map<quint64, codec::StreamDecoder> latest; ///< at most one

    std::pair<quint64, codec::StreamDecoder> nearest(quint64 offset) const
    {
        const auto before = std::prev(decoders.upper_bound(offset));
        const bool latestIsNearer =
            !latest.empty() && latest.begin()->first <= offset && latest.begin()->first > before->first;
        const auto &found = latestIsNearer ? *latest.begin() : *before;
        return {found.first, found.second.clone()};
    }
};

StreamText::StreamText(std::shared_ptr<const journal::Recording> recording)
    : m_recording(std::move(recording))
    , m_checkpoints(StreamsWithCheckpoints)
{
}

StreamText::~StreamText() = default;

EventText StreamText::decode(EventSeq seq, const codec::Encoding &encoding, quint64 offset, quint64 maxSize)
{
    const journal::EventSummary summary = m_recording->summary(seq);
    const bool carriesBytes = summary.kind == EventKind::Received || summary.kind == EventKind::Sent;
    if (!carriesBytes || offset >= summary.size)
        return {};
    const StreamKey key{summary.connection, summary.kind, encoding.name()};
    Start start = startBefore(key, encoding, summary.streamOffset + offset);
    const QByteArray bytes = m_recording->bytes(seq, offset, maxSize);

    EventText result;
    result.decoded = start.decoder.feed(bytes);
    leaveOutEarlierBytes(result.decoded, static_cast<qint64>(summary.streamOffset));
    result.stateAssumed = start.assumed;
    if (offset + static_cast<quint64>(bytes.size()) >= summary.size) {
        const QByteArray held = start.decoder.pending();
        result.pending = held.last(std::min(held.size(), static_cast<qsizetype>(summary.size)));
    }
    return result;
}

EventText StreamText::decode(const StreamPart &part, const codec::Encoding &encoding)
{
    if (part.begin >= part.end)
        return {};
    Start start = startBefore({part.connection, part.direction, encoding.name()}, encoding, part.begin);
    const QByteArray bytes =
        m_recording->streamBytes(part.connection, part.direction, part.begin, part.end - part.begin);

    EventText result;
    result.decoded = start.decoder.feed(bytes);
    result.stateAssumed = start.assumed;
    leaveOutEarlierBytes(result.decoded, static_cast<qint64>(part.begin));
    if (part.begin > part.runBegin)
        leaveOutCharactersBegunBefore(result.decoded, static_cast<qint64>(part.begin));
    if (part.begin + static_cast<quint64>(bytes.size()) == part.end)
        completeLast(part, start.decoder, result);
    return result;
}

void StreamText::completeLast(const StreamPart &part, codec::StreamDecoder &decoder, EventText &text)
{
    const QByteArray ahead = decoder.pending().isEmpty()
        ? QByteArray()
        : m_recording->streamBytes(
            part.connection, part.direction, part.end, std::min(LongestCharacter, part.runEnd - part.end));
    qsizetype fed = 0;
    const auto heldFromBefore = [&] { return decoder.pending().size() - fed; };
    for (; fed < ahead.size() && heldFromBefore() > 0; ++fed) {
        const codec::Decoded more = decoder.feed(QByteArrayView(ahead).sliced(fed, 1));
        for (codec::Decoded::Piece piece : more.pieces) {
            piece.textStart += text.decoded.text.size();
            text.decoded.pieces.append(piece);
        }
        text.decoded.text += more.text;
    }
    cutAt(text.decoded, static_cast<qint64>(part.end));
    if (heldFromBefore() <= 0)
        return;
    const QByteArray held = decoder.pending().first(heldFromBefore());
    text.pending = held.last(std::min(held.size(), static_cast<qsizetype>(part.end - part.begin)));
}

RowText StreamText::row(EventSeq seq, const codec::Encoding &encoding)
{
    const EventText event = decode(seq, encoding, 0, RowBytes);
    RowText row;
    if (event.stateAssumed)
        row.append(RowText::Look::More, u"≈");
    row.append(event.decoded);
    row.append(RowText::Look::Pending, hexMark(event.pending));
    if (m_recording->summary(seq).size > RowBytes)
        row.append(RowText::Look::More, u"…");
    return row;
}

StreamText::Start StreamText::startAt(
    ConnectionId connection, EventKind direction, const codec::Encoding &encoding, quint64 streamOffset)
{
    return startBefore({connection, direction, encoding.name()}, encoding, streamOffset);
}

StreamText::Start StreamText::startBefore(
    const StreamKey &key, const codec::Encoding &encoding, quint64 streamOffset)
{
    for (const quint64 back : LookBack) {
        const quint64 begin = streamOffset - std::min(back, streamOffset);
        const QByteArray before =
            m_recording->streamBytes(key.connection, key.direction, begin, streamOffset - begin);
        codec::ResyncPoint point = codec::lastResyncPoint(encoding, before, static_cast<qint64>(begin));
        if (begin == 0 && point.answer != codec::ResyncPoint::Answer::At)
            point = {codec::ResyncPoint::Answer::At, 0};
        if (point.answer == codec::ResyncPoint::Answer::OnlyFromTheStart)
            break;
        if (point.answer == codec::ResyncPoint::Answer::LookFurtherBack)
            continue;
        codec::StreamDecoder decoder(encoding, static_cast<qint64>(begin) + point.offset);
        decoder.feed(QByteArrayView(before).sliced(point.offset));
        return {std::move(decoder), false};
    }
    return fromCheckpoint(key, encoding, streamOffset);
}

StreamText::Start StreamText::fromCheckpoint(
    const StreamKey &key, const codec::Encoding &encoding, quint64 streamOffset)
{
    if (!m_checkpoints.contains(key))
        m_checkpoints.insert(key, new Checkpoints);
    Checkpoints &known = *m_checkpoints.object(key);
    if (known.decoders.empty())
        known.decoders.emplace(0, codec::StreamDecoder(encoding));
    auto [at, decoder] = known.nearest(streamOffset);
    if (streamOffset - at > LongestCatchUp)
        return {codec::StreamDecoder(encoding, static_cast<qint64>(streamOffset)), true};
    while (at < streamOffset) {
        const quint64 step = std::min(CheckpointEvery - at % CheckpointEvery, streamOffset - at);
        const QByteArray bytes = m_recording->streamBytes(key.connection, key.direction, at, step);
        if (bytes.isEmpty())
            break;
        decoder.feed(bytes);
        at += static_cast<quint64>(bytes.size());
        if (at % CheckpointEvery == 0)
            known.decoders.insert_or_assign(at, decoder.clone());
    }
    known.latest.clear();
    known.latest.emplace(at, decoder.clone());
    return {std::move(decoder), at != streamOffset};
}

} // namespace swb::lens
