#include "codec/decoder.h"

#include "codec/converter.h"
#include "codec/hexdump.h"
#include "codec/visible.h"

#include <QVarLengthArray>

#include <unicode/ustring.h>
#include <unicode/utf16.h>

using namespace Qt::StringLiterals;

namespace swb::codec {

namespace {

/// What the converter gave back for one more byte.
struct Step
{
    struct Invalid
    {
        qsizetype textBefore; ///< units of `text` that precede it
        qsizetype size;
    };
    char16_t text[64]; // ICU holds at most 31 bytes back
    char16_t *end = text;
    QVarLengthArray<Invalid, 8> invalid;

    qsizetype units() const { return end - text; }
    bool gaveNothing() const { return end == text && invalid.isEmpty(); }
    bool beginsWithTrail() const
    {
        return units() > 0 && U16_IS_TRAIL(text[0]) && (invalid.isEmpty() || invalid[0].textBefore > 0);
    }
    void prepend(char16_t unit)
    {
        std::copy_backward(text, end, end + 1);
        text[0] = unit;
        ++end;
        for (Invalid &bad : invalid)
            ++bad.textBefore;
    }
};

/// Called by ICU for bytes that it cannot read; `context` is the Step under way.
void noteInvalid(const void *context, UConverterToUnicodeArgs *args, const char *, int32_t size,
    UConverterCallbackReason reason, UErrorCode *error)
{
    if (reason > UCNV_IRREGULAR)
        return; // the converter is being reset, cloned or closed
    auto *step = static_cast<Step *>(const_cast<void *>(context));
    step->invalid.append({args->target - step->text, size});
    *error = U_ZERO_ERROR;
}

void appendByteForm(QString &text, char byte)
{
    text += u"\\x"_s + hexDigits(QByteArrayView(&byte, 1));
}

} // namespace

/// The converter gets one byte at a time, so how the stream was split cannot matter, and the bytes a
/// character came from are known: ICU's own offsets do not reach back into earlier calls.
struct StreamDecoder::Private
{
    Private(const Encoding &encoding, qint64 streamOffset);
    Private(const Private &other);

    void take(char byte);
    void run(const char *next, const char *end, bool flush);
    void resolveLead(Step &step, bool flush);
    qsizetype waitingBytes(const Step &step) const;
    void release(Step &step, qsizetype byteCount);
    void addCharacter(const char16_t *text, qsizetype units, qsizetype byteCount);
    void addInvalid(qsizetype byteCount);
    void addShift(qsizetype byteCount);
    void addSingle(char16_t character);
    Decoded::PieceKind appendCodePoint(char32_t character);
    void addPiece(Decoded::PieceKind kind, qsizetype textStart, qsizetype byteCount);
    void addHeld(Decoded::PieceKind kind, qsizetype textStart, qsizetype byteCount);

    static constexpr qsizetype MaxHeld = 32; ///< more than any character takes

    const ConverterTraits *traits;
    icu::LocalUConverterPointer converter;
    QVarLengthArray<char, MaxHeld> held; ///< fed, and in no piece yet
    qint64 offset; ///< of the first byte that is in no piece yet
    /// Some converters (CESU-8, UTF-7 …) give the halves of a pair one by one; this one waits for the other.
    char16_t leadSurrogate = 0;
    qsizetype leadBytes = 0; ///< of the held bytes, those that gave leadSurrogate
    static constexpr int NoBase = Decoded::MaxMarks; ///< there is nothing that a mark could stand on
    int marks = NoBase; ///< combining marks on the character before
    Decoded out;
};

StreamDecoder::Private::Private(const Encoding &encoding, qint64 streamOffset)
    : traits(&traitsOf(encoding))
    , converter(openConverter(encoding.icuName()))
    , offset(streamOffset)
{
}

StreamDecoder::Private::Private(const Private &other)
    : traits(other.traits)
    , held(other.held)
    , offset(other.offset)
    , leadSurrogate(other.leadSurrogate)
    , leadBytes(other.leadBytes)
    , marks(other.marks)
{
    UErrorCode error = U_ZERO_ERROR;
    converter.adoptInstead(ucnv_clone(other.converter.getAlias(), &error));
    if (U_FAILURE(error))
        qBadAlloc();
}

void StreamDecoder::Private::take(char byte)
{
    const char16_t single = traits->single[quint8(byte)];
    if (held.isEmpty() && single != ConverterTraits::NotSingle) {
        addSingle(single);
        return;
    }
    held.append(byte);
    run(&byte, &byte + 1, false);
}

void StreamDecoder::Private::run(const char *next, const char *end, bool flush)
{
    Step step;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.getAlias(), noteInvalid, &step, nullptr, nullptr, &error);
    ucnv_toUnicode(
        converter.getAlias(), &step.end, std::end(step.text) - 1, &next, end, nullptr, flush, &error);
    if (U_FAILURE(error)) { // what the callback is not asked about; nothing must be lost to it
        ucnv_resetToUnicode(converter.getAlias());
        addInvalid(held.size());
        return;
    }
    resolveLead(step, flush);
    if (leadSurrogate)
        return;
    if (!flush && step.invalid.isEmpty() && step.units() == 1 && U16_IS_LEAD(step.text[0])) {
        leadSurrogate = step.text[0];
        leadBytes = held.size();
        return;
    }
    const qsizetype waiting = flush ? 0 : waitingBytes(step);
    const qsizetype ready = std::max<qsizetype>(held.size() - waiting, step.gaveNothing() ? 0 : 1);
    const qsizetype byteCount = std::min(ready, held.size());
    if (step.gaveNothing() && !flush)
        addShift(byteCount);
    else
        release(step, byteCount);
}

/// A first half of a pair that waits gets its second half, or comes out alone when something else follows.
void StreamDecoder::Private::resolveLead(Step &step, bool flush)
{
    if (!leadSurrogate || (step.gaveNothing() && !flush && held.size() < MaxHeld))
        return;
    const char16_t lead = std::exchange(leadSurrogate, u'\0');
    if (step.beginsWithTrail())
        step.prepend(lead);
    else
        addCharacter(&lead, 1, leadBytes);
}

/// How many of the held bytes are the beginning of something that is still to come.
qsizetype StreamDecoder::Private::waitingBytes(const Step &step) const
{
    UErrorCode error = U_ZERO_ERROR;
    if (traits->type == UCNV_HZ && step.gaveNothing() && held.size() == 1)
        return 1; // ICU does not count the first of HZ's two bytes
    if (traits->type != UCNV_ISCII)
        return ucnv_toUCountPending(converter.getAlias(), &error);
    // Nor does it count ISCII's last character, which waits for a sign that may change it: try an end here.
    const icu::LocalUConverterPointer ended(ucnv_clone(converter.getAlias(), &error));
    char16_t text[8];
    char16_t *textEnd = text;
    const char *none = nullptr;
    ucnv_toUnicode(ended.getAlias(), &textEnd, std::end(text), &none, none, nullptr, true, &error);
    if (textEnd == text)
        return 0;
    return step.gaveNothing() && held.size() < MaxHeld ? held.size() : 1;
}

/// Shares `byteCount` held bytes among what they gave. Without invalid bytes that is one character; where
/// there are, the bytes after a broken beginning were read again, as ASCII and as characters of equal size.
void StreamDecoder::Private::release(Step &step, qsizetype byteCount)
{
    if (step.invalid.isEmpty() && step.units() > 0) {
        addCharacter(step.text, step.units(), byteCount);
        return;
    }
    const auto isSingle = [this](char16_t c) { return c < 0x80 && traits->single[c] == c; };
    const qsizetype singles = std::count_if(step.text, step.end, isSingle);
    qsizetype others = u_countChar32(step.text, int32_t(step.units())) - singles;
    qsizetype otherBytes = byteCount - singles;
    for (Step::Invalid &bad : step.invalid) {
        // UTF-7 calls a shift invalid in hindsight, when its byte has been shown.
        bad.size = std::clamp<qsizetype>(otherBytes - others, 0, bad.size);
        otherBytes -= bad.size;
    }
    qsizetype at = 0;
    const auto addTextUpTo = [&](qsizetype textEnd) {
        while (at < textEnd) {
            const qsizetype start = at;
            U16_FWD_1(step.text, at, step.units());
            qsizetype share = 1;
            if (!isSingle(step.text[start])) {
                share = otherBytes / others--;
                otherBytes -= share;
            }
            addCharacter(step.text + start, at - start, share);
        }
    };
    for (const Step::Invalid &bad : step.invalid) {
        addTextUpTo(bad.textBefore);
        addInvalid(bad.size);
    }
    addTextUpTo(step.units());
    addInvalid(otherBytes);
}

void StreamDecoder::Private::addCharacter(const char16_t *text, qsizetype units, qsizetype byteCount)
{
    if (byteCount == 1 && units == 1 && traits->isStandIn(text[0])) {
        addInvalid(1);
        return;
    }
    const qsizetype textStart = out.text.size();
    auto kind = Decoded::PieceKind::Text;
    for (qsizetype i = 0; i < units;) {
        char32_t character = 0;
        U16_NEXT(text, i, units, character);
        if (traits->swappedControls && character < 0x80)
            character = unswappedCharacter(char16_t(character));
        const Decoded::PieceKind one = appendCodePoint(character);
        if (one != Decoded::PieceKind::Text)
            kind = one;
    }
    addHeld(kind, textStart, byteCount);
}

/// The whole of a byte that no converter needs to see.
void StreamDecoder::Private::addSingle(char16_t character)
{
    const qsizetype textStart = out.text.size();
    const Decoded::PieceKind kind = appendCodePoint(character);
    addPiece(kind, textStart, 1);
}

Decoded::PieceKind StreamDecoder::Private::appendCodePoint(char32_t character)
{
    const Nature nature = natureOf(character);
    const bool isPlain = nature == Nature::Plain;
    const bool isCarried = nature == Nature::Mark && marks < Decoded::MaxMarks;
    marks = isPlain ? 0 : isCarried ? marks + 1 : NoBase;
    if (isPlain || isCarried) {
        if (character < 0x10000)
            out.text += QChar(char16_t(character));
        else
            out.text += QStringView(QChar::fromUcs4(character));
        return Decoded::PieceKind::Text;
    }
    appendVisible(out.text, character);
    return nature == Nature::LineEnd ? Decoded::PieceKind::LineEnd : Decoded::PieceKind::Control;
}

void StreamDecoder::Private::addInvalid(qsizetype byteCount)
{
    byteCount = std::min(byteCount, held.size());
    if (byteCount <= 0)
        return;
    const qsizetype textStart = out.text.size();
    for (qsizetype i = 0; i < byteCount; ++i)
        appendByteForm(out.text, held[i]);
    marks = NoBase;
    addHeld(Decoded::PieceKind::Invalid, textStart, byteCount);
}

void StreamDecoder::Private::addShift(qsizetype byteCount)
{
    if (byteCount == 0)
        return; // the beginning of something that is still to come
    const qsizetype textStart = out.text.size();
    for (qsizetype i = 0; i < byteCount; ++i) {
        const auto byte = quint8(held[i]);
        if (byte < 0x7f && byte >= 0x20)
            out.text += QChar(char16_t(byte));
        else if (byte < 0x80)
            appendVisible(out.text, byte);
        else
            appendByteForm(out.text, held[i]);
    }
    marks = NoBase;
    addHeld(Decoded::PieceKind::Control, textStart, byteCount);
}

void StreamDecoder::Private::addPiece(Decoded::PieceKind kind, qsizetype textStart, qsizetype byteCount)
{
    out.pieces.append({kind, textStart, out.text.size() - textStart, offset, qint32(byteCount)});
    offset += byteCount;
}

void StreamDecoder::Private::addHeld(Decoded::PieceKind kind, qsizetype textStart, qsizetype byteCount)
{
    if (out.text.size() == textStart)
        return;
    byteCount = std::clamp<qsizetype>(byteCount, 0, held.size());
    addPiece(kind, textStart, byteCount);
    held.remove(0, byteCount);
}

StreamDecoder::StreamDecoder(const Encoding &encoding, qint64 streamOffset)
    : d(std::make_unique<Private>(encoding, streamOffset))
{
}

StreamDecoder::StreamDecoder(std::unique_ptr<Private> state)
    : d(std::move(state))
{
}

StreamDecoder::StreamDecoder(StreamDecoder &&) noexcept = default;
StreamDecoder &StreamDecoder::operator=(StreamDecoder &&) noexcept = default;
StreamDecoder::~StreamDecoder() = default;

Decoded StreamDecoder::feed(QByteArrayView bytes)
{
    d->out.text.reserve(bytes.size());
    d->out.pieces.reserve(bytes.size());
    for (const char byte : bytes)
        d->take(byte);
    return std::exchange(d->out, {});
}

Decoded StreamDecoder::finish()
{
    if (!d->held.isEmpty())
        d->run(nullptr, nullptr, true);
    ucnv_resetToUnicode(d->converter.getAlias());
    d->marks = Private::NoBase;
    return std::exchange(d->out, {});
}

QByteArray StreamDecoder::pending() const
{
    return QByteArray(d->held.data(), d->held.size());
}

StreamDecoder StreamDecoder::clone() const
{
    return StreamDecoder(std::make_unique<Private>(*d));
}

QString Decoded::withLineEnds() const
{
    QString result;
    result.reserve(text.size());
    for (const Piece &piece : pieces) {
        const QStringView shown = QStringView(text).mid(piece.textStart, piece.textLength);
        if (piece.kind == PieceKind::LineEnd)
            result += shown == u"␍" ? u'\r' : u'\n';
        else
            result += shown;
    }
    return result;
}

} // namespace swb::codec
