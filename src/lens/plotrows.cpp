#include "lens/plotrows.h"

#include "base/clock.h"

#include <algorithm>
#include <chrono>

namespace swb::lens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kernel::FactId;
using kernel::Facts;
using kernel::Unit;

namespace {

constexpr auto shortestSpan = 50ms; ///< of a rate: over less, one segment looks like a flood
constexpr auto shortestGap = 2s;
constexpr int usualSpacingsInAGap = 5;

struct Names
{
    QLatin1StringView name;
    Unit unit;
};
constexpr std::array<Names, plotSeriesTotal> series{{
    {"receive-rate"_L1, Unit::BytesPerSecond},
    {"send-rate"_L1, Unit::BytesPerSecond},
    {"rtt"_L1, Unit::Microseconds},
    {"min-rtt"_L1, Unit::Microseconds},
    {"congestion-window"_L1, Unit::Bytes},
    {"peer-window"_L1, Unit::Bytes},
    {"in-flight"_L1, Unit::Bytes},
    {"unread"_L1, Unit::Bytes},
    {"unsent"_L1, Unit::Bytes},
    {"queued"_L1, Unit::Bytes},
}};

QByteArray suffixOf(Unit unit)
{
    switch (unit) {
    case Unit::BytesPerSecond:
        return " (bytes/s)";
    case Unit::Microseconds:
        return " (us)";
    default:
        return " (bytes)";
    }
}

std::optional<double> number(const Facts &facts, FactId id)
{
    const auto value = facts.value(id);
    return value ? std::optional(double(*value)) : std::nullopt;
}

/// Bytes a second between two counts; none where the later is the smaller one.
std::optional<double> rate(
    const bench::ConnectionSample &from, const bench::ConnectionSample &to, FactId count)
{
    const auto before = from.sample.facts.value(count);
    const auto after = to.sample.facts.value(count);
    if (!before || !after || *after < *before)
        return std::nullopt;
    const std::chrono::duration<double> span = to.sample.time - from.sample.time;
    return double(*after - *before) / span.count();
}

/// Recordings are thinned, so what a gap is depends on how close samples are usually.
Timestamp::duration gapOf(const QList<bench::ConnectionSample> &samples)
{
    QList<Timestamp::duration> spacings;
    for (qsizetype i = 1; i < samples.size(); ++i)
        spacings.append(samples[i].sample.time - samples[i - 1].sample.time);
    if (spacings.isEmpty())
        return shortestGap;
    const auto middle = spacings.begin() + spacings.size() / 2;
    std::nth_element(spacings.begin(), middle, spacings.end());
    return std::max<Timestamp::duration>(shortestGap, *middle * usualSpacingsInAGap);
}

PlotRow momentOf(const bench::ConnectionSample &sample)
{
    const Facts &facts = sample.sample.facts;
    PlotRow row;
    row.time = sample.sample.time;
    const auto set = [&row](PlotSeries which, std::optional<double> value) {
        row.values[size_t(which)] = value;
    };
    set(PlotSeries::Rtt, number(facts, FactId::Rtt));
    set(PlotSeries::MinRtt, number(facts, FactId::MinRtt));
    const auto window = number(facts, FactId::CongestionWindow);
    const auto segment = number(facts, FactId::SendMss);
    set(PlotSeries::CongestionWindow, window && segment ? std::optional(*window * *segment) : std::nullopt);
    set(PlotSeries::PeerWindow, number(facts, FactId::PeerWindow));
    set(PlotSeries::InFlight, number(facts, FactId::UnackedBytes));
    set(PlotSeries::Unread, number(facts, FactId::UnreadBytes));
    set(PlotSeries::Unsent, number(facts, FactId::UnsentBytes));
    set(PlotSeries::Queued, number(facts, FactId::QueuedBytes));
    return row;
}

} // namespace

QList<PlotRow> plotRows(const QList<bench::ConnectionSample> &samples)
{
    const auto gap = gapOf(samples);
    QList<PlotRow> rows;
    const bench::ConnectionSample *from = nullptr; // of the next rate
    for (const bench::ConnectionSample &sample : samples) {
        if (!sample.sample.facts.wasAsked(FactId::CongestionWindow))
            continue;
        PlotRow row = momentOf(sample);
        row.afterGap = !rows.isEmpty() && row.time - rows.last().time > gap;
        if (!from || row.afterGap) {
            from = &sample;
        } else if (row.time - from->sample.time >= shortestSpan) {
            row.values[size_t(PlotSeries::ReceiveRate)] = rate(*from, sample, FactId::BytesReceived);
            row.values[size_t(PlotSeries::SendRate)] = rate(*from, sample, FactId::BytesSent);
            from = &sample;
        } else {
            row.values[size_t(PlotSeries::ReceiveRate)] = rows.last().value(PlotSeries::ReceiveRate);
            row.values[size_t(PlotSeries::SendRate)] = rows.last().value(PlotSeries::SendRate);
        }
        rows.append(row);
    }
    return rows;
}

QLatin1StringView seriesName(PlotSeries which)
{
    return series[size_t(which)].name;
}

Unit unitOf(PlotSeries which)
{
    return series[size_t(which)].unit;
}

QByteArray plotCsv(const QList<PlotRow> &rows)
{
    QByteArray csv = "time,seconds";
    for (const Names &names : series)
        csv += ',' + QByteArray(names.name.data(), names.name.size()) + suffixOf(names.unit);
    csv += "\r\n";
    for (const PlotRow &row : rows) {
        const std::chrono::duration<double> elapsed = row.time - rows.first().time;
        csv += isoTime(row.time).toLatin1() + ',' + QByteArray::number(elapsed.count(), 'f', 6);
        for (const std::optional<double> &value : row.values)
            csv += ',' + (value ? QByteArray::number(*value, 'f', 0) : QByteArray());
        csv += "\r\n";
    }
    return csv;
}

} // namespace swb::lens
