#include "protocol/replytemplate.h"

#include "codec/compose.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace swb::protocol {

struct ReplyTemplate::Parsed
{
    QList<Part> parts;
    std::optional<Fault> fault;

    /// Appends what stands between two places to fill; false where it cannot be sent.
    bool addLiteral(QStringView text, qsizetype position, const codec::Encoding &encoding);
};

bool ReplyTemplate::Parsed::addLiteral(QStringView text, qsizetype position, const codec::Encoding &encoding)
{
    const codec::Composed composed = codec::compose(text, codec::InputMode::Escapes, encoding);
    if (composed.fault) {
        const codec::InputFault &bad = *composed.fault;
        fault = Fault{Fault::Kind::BadEscape, position + bad.position, bad.length, bad.culprit};
    }
    if (!composed.bytes.isEmpty())
        parts.append({Part::Kind::Bytes, composed.bytes});
    return !fault;
}

std::optional<ReplyTemplate::Part::Kind> ReplyTemplate::placeNamed(QStringView name)
{
    if (name == u"text")
        return Part::Kind::Text;
    if (name == u"peer")
        return Part::Kind::Peer;
    if (name == u"size")
        return Part::Kind::Size;
    if (name == u"time")
        return Part::Kind::Time;
    return std::nullopt;
}

ReplyTemplate::Parsed ReplyTemplate::parse(QStringView text, const codec::Encoding &encoding)
{
    Parsed parsed;
    const auto fail = [&](Fault::Kind kind, qsizetype position, qsizetype length) {
        parsed.fault = Fault{kind, position, length, text.mid(position, length).toString()};
        return parsed;
    };
    qsizetype literal = 0; // where what is not yet in `parts` begins
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != u'{' && text[at] != u'}') {
            ++at;
            continue;
        }
        const bool doubled = at + 1 < text.size() && text[at + 1] == text[at];
        if (!parsed.addLiteral(text.sliced(literal, at - literal + (doubled ? 1 : 0)), literal, encoding))
            return parsed;
        if (doubled) {
            at += 2;
            literal = at;
            continue;
        }
        if (text[at] == u'}')
            return fail(Fault::Kind::StrayBrace, at, 1);
        const qsizetype close = text.indexOf(u'}', at);
        if (close < 0)
            return fail(Fault::Kind::UnclosedBrace, at, 1);
        const auto place = placeNamed(text.sliced(at + 1, close - at - 1));
        if (!place)
            return fail(Fault::Kind::UnknownPlaceholder, at, close + 1 - at);
        parsed.parts.append({*place, {}});
        at = close + 1;
        literal = at;
    }
    parsed.addLiteral(text.sliced(literal), literal, encoding);
    return parsed;
}

std::optional<ReplyTemplate::Fault> ReplyTemplate::check(QStringView text, const codec::Encoding &encoding)
{
    return parse(text, encoding).fault;
}

ReplyTemplate::ReplyTemplate(QStringView text, const codec::Encoding &encoding)
    : m_encoding(encoding)
    , m_parts(parse(text, encoding).parts)
{
}

QByteArray ReplyTemplate::expand(const Facts &facts) const
{
    QByteArray reply;
    const auto add = [&](const QString &text) { reply += codec::encodeText(text, m_encoding).bytes; };
    for (const Part &part : m_parts) {
        switch (part.kind) {
        case Part::Kind::Bytes:
            reply += part.bytes;
            break;
        case Part::Kind::Text:
            reply += facts.received;
            break;
        case Part::Kind::Peer:
            add(facts.peer.toString());
            break;
        case Part::Kind::Size:
            add(QString::number(facts.received.size()));
            break;
        case Part::Kind::Time: {
            const auto since = std::chrono::floor<std::chrono::milliseconds>(facts.time.time_since_epoch());
            add(QDateTime::fromMSecsSinceEpoch(since.count()).toString(u"HH:mm:ss"_s));
            break;
        }
        }
    }
    return reply;
}

} // namespace swb::protocol
