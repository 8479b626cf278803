#pragma once

#include "bench/watch.h"

#include <QByteArray>
#include <QList>

#include <array>
#include <optional>

namespace swb::lens {

/// What is drawn over time. The order is that of the columns of a table of them.
enum class PlotSeries : quint8
{
    ReceiveRate, ///< bytes a second, from the counts of two samples
    SendRate, ///< the same; what was sent again counts again
    Rtt, ///< microseconds, as all times
    MinRtt,
    CongestionWindow, ///< bytes: segments times the size of the largest that is sent
    PeerWindow,
    InFlight, ///< bytes sent and not acknowledged
    Unread,
    Unsent,
    Queued, ///< in the program, not yet given to the kernel
};
constexpr int plotSeriesTotal = int(PlotSeries::Queued) + 1;

/// Values of one moment. None: not available then.
struct PlotRow
{
    Timestamp time;
    std::array<std::optional<double>, plotSeriesTotal> values;
    bool afterGap = false; ///< nobody looked between the row before and this one

    std::optional<double> value(PlotSeries series) const { return values[size_t(series)]; }
    friend bool operator==(const PlotRow &, const PlotRow &) = default;
};

/// One row for each sample that came from the socket itself.
QList<PlotRow> plotRows(const QList<bench::ConnectionSample> &samples);

QLatin1StringView seriesName(PlotSeries series); ///< "receive-rate", …: for CSV
kernel::Unit unitOf(PlotSeries series);
/// RFC 4180, one line a row after a line of names: the time in ISO 8601, seconds since the first row, and
/// every series in its unit, which is part of its name. A value that is not available is empty.
QByteArray plotCsv(const QList<PlotRow> &rows);

} // namespace swb::lens
