#include "models/filterinput.h"

#include "models/logmodel.h"
#include "models/timetext.h"

#include <QCoreApplication>

#include <optional>

namespace swb::ui {

namespace {

using Field = FilterFault::Field;

/// The sentences of the filter's faults.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::FilterInput)
};

/// The character that cannot be right, and its place counted from 1.
QString sentenceAt(const QString &text, qsizetype position, const QString &help)
{
    if (position >= text.size())
        return Words::tr("Something is missing at the end; %1").arg(help);
    return Words::tr("“%1” at position %2 cannot stand there; %3")
        .arg(text.mid(position, 1), QString::number(position + 1), help);
}

using Ranges = QList<journal::Criteria::Range>;

/// "1, #4-7".
std::variant<Ranges, FilterFault> rangesOf(const QString &text)
{
    Ranges ranges;
    qsizetype at = 0;
    const auto skip = [&](QStringView characters) {
        while (at < text.size() && (text[at].isSpace() || characters.contains(text[at])))
            ++at;
    };
    const auto number = [&]() -> std::optional<quint32> {
        quint64 value = 0;
        const qsizetype begin = at;
        while (at < text.size() && text[at] >= u'0' && text[at] <= u'9' && value < 1'000'000'000)
            value = value * 10 + (text[at++].unicode() - u'0');
        return at > begin ? std::optional(quint32(std::min<quint64>(value, 0xffff'ffff))) : std::nullopt;
    };
    const auto fault = [&] {
        return FilterFault{Field::Connections, at,
            sentenceAt(text, at, Words::tr("write numbers of connections like 1, 4-7"))};
    };
    for (skip(u"#"); at < text.size(); skip(u"#")) {
        const auto first = number();
        if (!first)
            return fault();
        auto last = first;
        skip({});
        if (at < text.size() && (text[at] == u'-' || text[at] == u'–')) {
            ++at;
            skip(u"#");
            last = number();
            if (!last || *last < *first)
                return fault();
            skip({});
        }
        ranges.append({*first, *last});
        if (at < text.size() && text[at] != u',')
            return fault();
        skip(u",");
    }
    return ranges;
}

std::variant<std::optional<Timestamp>, FilterFault> timeOf(
    const QString &text, Field field, const LogModel &log)
{
    if (text.trimmed().isEmpty())
        return std::optional<Timestamp>();
    const auto parsed = TypedTime::parse(text);
    if (const auto *fault = std::get_if<TypedTime::Fault>(&parsed))
        return FilterFault{field, fault->position,
            sentenceAt(text, fault->position,
                Words::tr("write a time of day like 18:05:03.000123, or one since the start like +1.5 s"))};
    const quint32 rows = log.rowsBeforeFilter();
    const auto timeAt = [&](quint32 row) {
        const Result<Event> event = log.recording()->event(log.recording()->rowAt(log.filter(), row));
        return event ? event->time : Timestamp();
    };
    if (rows == 0)
        return std::optional<Timestamp>();
    return std::optional(std::get<TypedTime>(parsed).in(timeAt(0), timeAt(rows - 1)));
}

/// For each encoding that the log's bytes are read in.
std::variant<journal::Patterns, FilterFault> patternsOf(const lens::Query &query, const LogModel &log)
{
    journal::Patterns patterns;
    std::optional<FilterFault> fault;
    bool some = query.isEmpty();
    const auto patternIn = [&](const codec::Encoding &encoding) {
        const auto made = lens::patternOf(query, encoding);
        if (const auto *wrong = std::get_if<lens::QueryFault>(&made)) {
            fault = FilterFault{Field::Pattern, wrong->position, wrong->sentence};
            return journal::Pattern();
        }
        some = true;
        return std::get<journal::Pattern>(made);
    };
    patterns.usual = patternIn(log.encodingOf(log.filter().connection));
    if (!log.filter().connection.isValid()) {
        for (auto own = log.encodings().cbegin(); own != log.encodings().cend(); ++own)
            patterns.own.insert(own.key(), patternIn(own.value()));
    }
    if (!some && fault)
        return *fault;
    return patterns;
}

} // namespace

std::variant<journal::Criteria, FilterFault> FilterInput::criteriaFor(const LogModel &log) const
{
    journal::Criteria criteria;
    criteria.direction = direction;
    criteria.data = data;
    criteria.lifecycle = lifecycle;
    criteria.errors = errors;
    criteria.annotatedOnly = annotatedOnly;
    const auto patterns = patternsOf(query, log);
    const auto ranges = rangesOf(connections);
    const auto begin = timeOf(from, Field::From, log);
    const auto end = timeOf(to, Field::To, log);
    if (const auto *fault = std::get_if<FilterFault>(&patterns))
        return *fault;
    if (const auto *fault = std::get_if<FilterFault>(&ranges))
        return *fault;
    if (const auto *fault = std::get_if<FilterFault>(&begin))
        return *fault;
    if (const auto *fault = std::get_if<FilterFault>(&end))
        return *fault;
    criteria.patterns = std::get<journal::Patterns>(patterns);
    if (!log.filter().connection.isValid())
        criteria.connections = std::get<Ranges>(ranges);
    criteria.from = std::get<std::optional<Timestamp>>(begin);
    criteria.to = std::get<std::optional<Timestamp>>(end);
    return criteria;
}

} // namespace swb::ui
