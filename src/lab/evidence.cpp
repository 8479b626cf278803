#include "lab/evidence.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::lab {

namespace {

QJsonValue numberOrNull(std::optional<qint64> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject toJson(const Observation &seen)
{
    QJsonObject object{{u"key"_s, seen.key}, {u"value"_s, numberOrNull(seen.value)},
        {u"source"_s, QString(sourceName(seen.source))}, {u"time"_s, isoTime(seen.time)}};
    if (!seen.means.isEmpty())
        object.insert(u"means"_s, seen.means);
    if (!seen.bytes.isEmpty())
        object.insert(u"hex"_s, QString::fromLatin1(seen.bytes.toHex()));
    return object;
}

QJsonObject toJson(const Evidence::Done &done)
{
    QJsonArray arguments;
    for (const qint64 argument : done.move.arguments)
        arguments.append(argument);
    return {{u"action"_s, done.move.action}, {u"arguments"_s, arguments}, {u"time"_s, isoTime(done.time)}};
}

} // namespace

bool Question::accepts(qint64 answer) const
{
    if (choices.isEmpty())
        return least <= answer && answer <= most;
    return std::any_of(choices.begin(), choices.end(), [&](const Choice &c) { return c.value == answer; });
}

QString Question::inWords(qint64 answer) const
{
    const auto chosen = std::find_if(
        choices.begin(), choices.end(), [&](const Choice &choice) { return choice.value == answer; });
    return chosen == choices.end() ? QString::number(answer) : chosen->words;
}

const Observation *Evidence::last(QStringView key) const
{
    const auto found = std::find_if(
        observations.rbegin(), observations.rend(), [&](const Observation &seen) { return seen.key == key; });
    return found == observations.rend() ? nullptr : &*found;
}

std::optional<qint64> Evidence::number(QStringView key) const
{
    const Observation *seen = last(key);
    return seen ? seen->value : std::nullopt;
}

bool Evidence::has(QStringView action) const
{
    return std::any_of(
        moves.begin(), moves.end(), [&](const Done &done) { return done.move.action == action; });
}

bool Evidence::isIncomplete() const
{
    return std::any_of(
        observations.begin(), observations.end(), [](const Observation &seen) { return !seen.value; });
}

QJsonObject Evidence::toJson() const
{
    QJsonArray predicted;
    for (const Prediction &one : predictions) {
        predicted.append(QJsonObject{{u"question"_s, one.question}, {u"answer"_s, one.answer},
            {u"shown"_s, numberOrNull(number(one.fact))}});
    }
    QJsonArray done;
    for (const Done &one : moves)
        done.append(lab::toJson(one));
    QJsonArray seen;
    for (const Observation &one : observations)
        seen.append(lab::toJson(one));
    return {{u"lab"_s, lab}, {u"version"_s, version}, {u"began"_s, isoTime(began)},
        {u"ended"_s, ended == Timestamp() ? QJsonValue() : QJsonValue(isoTime(ended))},
        {u"predictions"_s, predicted}, {u"moves"_s, done}, {u"observations"_s, seen},
        {u"verdict"_s, QString(gradeName(verdict.grade))},
        {u"reasons"_s, QJsonArray::fromStringList(verdict.reasons)}};
}

QLatin1StringView gradeName(Grade grade)
{
    switch (grade) {
    case Grade::NotYet:
        return "not-yet"_L1;
    case Grade::Passed:
        return "passed"_L1;
    case Grade::CannotTell:
        return "cannot-tell"_L1;
    }
    return {};
}

QLatin1StringView sourceName(kernel::Source source)
{
    switch (source) {
    case kernel::Source::Kernel:
        return "kernel"_L1;
    case kernel::Source::Wire:
        return "wire"_L1;
    case kernel::Source::Application:
        return "application"_L1;
    case kernel::Source::Recorded:
        return "recorded"_L1;
    case kernel::Source::Derived:
        return "derived"_L1;
    }
    return {};
}

void Judging::want(bool isSo, const QString &otherwise)
{
    if (!isSo)
        m_missing.append(otherwise);
}

Verdict Judging::verdict() const
{
    if (m_missing.isEmpty())
        return {Grade::Passed, {}};
    return {m_evidence.isIncomplete() ? Grade::CannotTell : Grade::NotYet, m_missing};
}

} // namespace swb::lab
