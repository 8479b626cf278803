#include "models/timetext.h"

#include <QDateTime>

#include <array>
#include <optional>

namespace swb::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

QDateTime localTime(Timestamp time)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count());
}

QString microsecondsOf(Timestamp time)
{
    const auto micro = std::chrono::floor<microseconds>(time.time_since_epoch()).count();
    return u"%1"_s.arg(((micro % 1000) + 1000) % 1000, 3, 10, QLatin1Char('0'));
}

/// Reads what was typed from the left; what it does not take, it leaves.
class Reader
{
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at == m_text.size(); }
    qsizetype at() const { return m_at; }
    void skipSpaces()
    {
        while (!isAtEnd() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar wanted)
    {
        const bool there = !isAtEnd() && m_text[m_at] == wanted;
        m_at += there ? 1 : 0;
        return there;
    }
    bool take(QStringView wanted)
    {
        const bool there = m_text.sliced(m_at).startsWith(wanted);
        m_at += there ? wanted.size() : 0;
        return there;
    }
    /// At most `most` digits; nothing when there is none.
    std::optional<qint64> number(int most)
    {
        qint64 value = 0;
        const qsizetype begin = m_at;
        while (!isAtEnd() && m_at - begin < most && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
            value = value * 10 + (m_text[m_at++].unicode() - u'0');
        return m_at > begin ? std::optional(value) : std::nullopt;
    }
    /// ".5" is 500,000 of a million; nothing when no digit follows the point.
    std::optional<qint64> millionths()
    {
        if (!take(u'.'))
            return 0;
        const qsizetype begin = m_at;
        std::optional<qint64> value = number(6);
        for (qsizetype digits = m_at - begin; value && digits < 6; ++digits)
            *value *= 10;
        return value;
    }
    TypedTime::Fault fault() const { return {m_at}; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

using Parsed = std::variant<TypedTime, TypedTime::Fault>;

Parsed parseElapsed(Reader reader)
{
    reader.skipSpaces();
    const std::optional<qint64> whole = reader.number(9);
    const std::optional<qint64> part = whole ? reader.millionths() : std::nullopt;
    if (!part)
        return reader.fault();
    reader.skipSpaces();
    microseconds unit = 1s;
    if (reader.take(u"ms"))
        unit = 1ms;
    else if (reader.take(u"µs") || reader.take(u"μs") || reader.take(u"us"))
        unit = 1us;
    else
        reader.take(u's');
    reader.skipSpaces();
    if (!reader.isAtEnd())
        return reader.fault();
    return TypedTime{true, *whole * unit + microseconds(*part * unit.count() / 1'000'000)};
}

/// Two digits, at most `most`.
std::optional<qint64> part(Reader &reader, qint64 most)
{
    Reader ahead = reader;
    const std::optional<qint64> value = ahead.number(2);
    if (!value || *value > most)
        return {};
    reader = ahead;
    return value;
}

Parsed parseTimeOfDay(Reader reader)
{
    const std::optional<qint64> hours = part(reader, 23);
    if (!hours || !reader.take(u':'))
        return reader.fault();
    const std::optional<qint64> minutes = part(reader, 59);
    if (!minutes)
        return reader.fault();
    microseconds value = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    if (reader.take(u':')) {
        const std::optional<qint64> seconds = part(reader, 59);
        const std::optional<qint64> millionths = seconds ? reader.millionths() : std::nullopt;
        if (!millionths)
            return reader.fault();
        value += std::chrono::seconds(*seconds) + microseconds(*millionths);
    }
    reader.skipSpaces();
    if (!reader.isAtEnd())
        return reader.fault();
    return TypedTime{false, value};
}

} // namespace

QString TimeText::timeOfDay(Timestamp time)
{
    return localTime(time).toString(u"HH:mm:ss.zzz") + microsecondsOf(time);
}

QString TimeText::dateAndTime(Timestamp time)
{
    return localTime(time).toString(u"yyyy-MM-dd HH:mm:ss.zzz") + microsecondsOf(time);
}

QString TimeText::dateUnlessToday(Timestamp time)
{
    const QDate date = localTime(time).date();
    return date == QDate::currentDate() ? QString() : date.toString(Qt::ISODate);
}

QString TimeText::elapsed(std::chrono::nanoseconds time)
{
    const auto micro = std::chrono::duration_cast<microseconds>(time).count();
    const qint64 size = std::abs(micro);
    QString seconds = QString::number(size / 1'000'000);
    for (qsizetype at = seconds.size() - 3; at > 0; at -= 3)
        seconds.insert(at, u' ');
    return u"%1%2.%3 %4 s"_s.arg(micro < 0 ? u"−"_s : u"+"_s, seconds)
        .arg(size / 1000 % 1000, 3, 10, QLatin1Char('0'))
        .arg(size % 1000, 3, 10, QLatin1Char('0'));
}

std::variant<TypedTime, TypedTime::Fault> TypedTime::parse(QStringView text)
{
    Reader reader(text);
    reader.skipSpaces();
    return reader.take(u'+') ? parseElapsed(reader) : parseTimeOfDay(reader);
}

Timestamp TypedTime::in(Timestamp first, Timestamp last) const
{
    if (sinceStart)
        return first + value;
    const auto onDay = [this](const QDate &day) {
        const auto time = std::chrono::floor<std::chrono::milliseconds>(value);
        const QDateTime local(day, QTime::fromMSecsSinceStartOfDay(int(time.count())));
        return Timestamp(std::chrono::milliseconds(local.toMSecsSinceEpoch()) + (value - time));
    };
    const QDate day = localTime(first).date();
    const Timestamp today = onDay(day);
    const Timestamp tomorrow = onDay(day.addDays(1));
    return today < first && tomorrow <= last ? tomorrow : today;
}

} // namespace swb::ui
