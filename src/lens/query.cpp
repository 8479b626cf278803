#include "lens/query.h"

#include "bench/sentences.h"
#include "codec/compose.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace swb::lens {

namespace {

using journal::Pattern;

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(swb::lens::Query)
};

QueryFault faultOf(const codec::InputFault &fault, const codec::Encoding &encoding)
{
    return {fault.position, fault.length, bench::Sentences::inputFault(fault, encoding.name())};
}

/// The UTF-16 units of the character that begins here.
qsizetype unitsAt(QStringView text, qsizetype at)
{
    return text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
}

/// Bytes as an expression that matches exactly them.
QByteArray escaped(const QByteArray &bytes)
{
    QByteArray source;
    for (const char byte : bytes)
        source += "\\x" + QByteArray(1, byte).toHex();
    return source;
}

bool isAscii(const QByteArray &bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= 0; });
}

/// Each letter in both its cases. Nothing where the encoding writes a character in more than one way, as
/// those with shift states do.
std::optional<QByteArray> withBothCases(
    const QString &text, const QByteArray &whole, const codec::Encoding &encoding)
{
    QByteArray source;
    QByteArray joined;
    for (qsizetype at = 0; at < text.size();) {
        const QString character = text.mid(at, unitsAt(text, at));
        const QByteArray asTyped = codec::encodeText(character, encoding).bytes;
        source += "(?:" + escaped(asTyped);
        for (const QString &other : {character.toLower(), character.toUpper()}) {
            const codec::Composed composed = codec::encodeText(other, encoding);
            if (!composed.fault && composed.bytes != asTyped)
                source += '|' + escaped(composed.bytes);
        }
        source += ')';
        joined += asTyped;
        at += character.size();
    }
    return joined == whole ? std::optional(source) : std::nullopt;
}

std::variant<Pattern, QueryFault> ofText(const Query &query, const codec::Encoding &encoding)
{
    const codec::Composed composed = codec::encodeText(query.text, encoding);
    if (composed.fault)
        return faultOf(*composed.fault, encoding);
    if (!query.ignoreCase)
        return Pattern::literal(composed.bytes);
    const bool isPlain = isAscii(composed.bytes) && composed.bytes == query.text.toLatin1();
    const auto source = isPlain ? std::nullopt : withBothCases(query.text, composed.bytes, encoding);
    if (!source)
        return Pattern::literal(composed.bytes, isPlain ? Pattern::Case::IgnoreAscii : Pattern::Case::Exact);
    const auto compiled = Pattern::expression(*source);
    return std::holds_alternative<Pattern>(compiled) ? std::get<Pattern>(compiled)
                                                     : Pattern::literal(composed.bytes);
}

/// Turns an expression of characters into one of bytes: a character of several bytes becomes a group, so that
/// what is repeated is the character.
class Translator
{
public:
    Translator(QStringView typed, const codec::Encoding &encoding)
        : m_typed(typed)
        , m_encoding(encoding)
    {
    }
    std::optional<QueryFault> run();
    const QByteArray &source() const { return m_source; }
    qsizetype typedPlace(qsizetype byte) const
    {
        return byte < qsizetype(m_places.size()) ? m_places[size_t(byte)] : m_typed.size();
    }

private:
    void put(const QByteArray &bytes, qsizetype place)
    {
        m_source += bytes;
        m_places.insert(m_places.end(), size_t(bytes.size()), place);
    }
    qsizetype takeEscape(qsizetype at);
    qsizetype takeBracket(qsizetype at);
    std::optional<QueryFault> takeForeign(qsizetype at);

    QStringView m_typed;
    const codec::Encoding &m_encoding;
    QByteArray m_source;
    std::vector<qsizetype> m_places; ///< where in what was typed each byte comes from
    bool m_isQuoted = false; ///< between \Q and \E
    bool m_inClass = false;
};

std::optional<QueryFault> Translator::run()
{
    for (qsizetype at = 0; at < m_typed.size();) {
        const QChar unit = m_typed[at];
        if (unit.unicode() >= 0x80) {
            if (const auto fault = takeForeign(at))
                return fault;
            at += unitsAt(m_typed, at);
        } else if (unit == u'\\') {
            at = takeEscape(at);
        } else if (!m_isQuoted && (unit == u'[' || unit == u']')) {
            at = takeBracket(at);
        } else {
            put(QByteArray(1, unit.toLatin1()), at++);
        }
    }
    return {};
}

qsizetype Translator::takeEscape(qsizetype at)
{
    const QChar next = at + 1 < m_typed.size() ? m_typed[at + 1] : QChar();
    if (next.unicode() >= 0x80 && !m_isQuoted)
        return at + 1; // means the character itself, which comes now
    put("\\", at);
    if (next.isNull() || (m_isQuoted && next != u'E') || next.unicode() >= 0x80)
        return at + 1;
    put(QByteArray(1, next.toLatin1()), at + 1);
    if (next == u'Q' || next == u'E')
        m_isQuoted = next == u'Q';
    return at + 2;
}

/// Where a class begins and ends; its first "]" and those of [:alpha:] do not end it.
qsizetype Translator::takeBracket(qsizetype at)
{
    qsizetype end = at + 1;
    const bool opens = m_typed[at] == u'[';
    if (!m_inClass && opens) {
        m_inClass = true;
        if (end < m_typed.size() && m_typed[end] == u'^')
            ++end;
        if (end < m_typed.size() && m_typed[end] == u']')
            ++end;
    } else if (m_inClass && opens && end < m_typed.size() && m_typed[end] == u':') {
        const qsizetype close = m_typed.indexOf(u":]", end);
        end = close < 0 ? end : close + 2;
    } else if (!opens) {
        m_inClass = false;
    }
    for (; at < end && m_typed[at].unicode() < 0x80; ++at)
        put(QByteArray(1, m_typed[at].toLatin1()), at);
    return at;
}

std::optional<QueryFault> Translator::takeForeign(qsizetype at)
{
    const qsizetype units = unitsAt(m_typed, at);
    codec::Composed composed = codec::encodeText(m_typed.sliced(at, units), m_encoding);
    if (composed.fault) {
        composed.fault->position += at;
        return faultOf(*composed.fault, m_encoding);
    }
    if (m_inClass && composed.bytes.size() > 1)
        return QueryFault{at, units,
            QueryText::tr(
                "“%1” at position %2 is %n byte(s) in %3, and a class stands for one; write (a|b) for [ab].",
                nullptr, int(composed.bytes.size()))
                .arg(m_typed.sliced(at, units).toString(), QString::number(at + 1), m_encoding.name())};
    const QByteArray bytes = m_inClass ? escaped(composed.bytes) : "(?:" + escaped(composed.bytes) + ')';
    put(m_isQuoted ? "\\E" + bytes + "\\Q" : bytes, at);
    return {};
}

std::variant<Pattern, QueryFault> ofExpression(const Query &query, const codec::Encoding &encoding)
{
    Translator translator(query.text, encoding);
    if (auto fault = translator.run())
        return *std::move(fault);
    const auto compiled = Pattern::expression(
        translator.source(), query.ignoreCase ? Pattern::Case::IgnoreAscii : Pattern::Case::Exact);
    if (const auto *pattern = std::get_if<Pattern>(&compiled))
        return *pattern;
    const auto &fault = std::get<journal::PatternFault>(compiled);
    const qsizetype place = translator.typedPlace(fault.position);
    return QueryFault{place, place < query.text.size() ? 1 : 0,
        QueryText::tr("The expression goes wrong at position %1: %2.", "%2 is PCRE2's reason, in English")
            .arg(QString::number(place + 1), fault.reason)};
}

} // namespace

std::variant<Pattern, QueryFault> patternOf(const Query &query, const codec::Encoding &encoding)
{
    switch (query.mode) {
    case Query::Mode::Text:
        return ofText(query, encoding);
    case Query::Mode::Hex: {
        const codec::Composed composed = codec::parseHex(query.text);
        if (composed.fault)
            return faultOf(*composed.fault, encoding);
        return Pattern::literal(composed.bytes);
    }
    case Query::Mode::Expression:
        return ofExpression(query, encoding);
    }
    return Pattern();
}

QString limitSentence(const journal::Match &place)
{
    const QString text = place.direction == EventKind::Received
        ? QueryText::tr(
            "The expression takes too many steps at byte %1 of what connection #%2 received, and was "
            "stopped there; make it simpler, without repeats inside repeats.")
        : QueryText::tr("The expression takes too many steps at byte %1 of what connection #%2 sent, and was "
                        "stopped there; make it simpler, without repeats inside repeats.");
    return text.arg(QString::number(place.streamOffset), QString::number(place.connection.value));
}

} // namespace swb::lens
