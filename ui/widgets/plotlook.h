#pragma once

#include "lens/plotrows.h"
#include "widgets/plotlibrary.h"
#include "widgets/theme.h"

#include <QCoreApplication>

namespace swb::ui {

/// One of the charts that stand above one another over the same time.
enum class Chart
{
    Rates,
    RoundTrip,
    Windows,
    Queues
};
constexpr int chartTotal = int(Chart::Queues) + 1;

/// What the charts look like. Lines differ in their stroke, too, and never by colour alone.
class PlotLook
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::PlotLook)

public:
    static QString title(Chart chart);
    static QList<lens::PlotSeries> seriesOf(Chart chart);
    static QPen pen(lens::PlotSeries series, const Theme &theme);
    static double leastHeight(Chart chart); ///< of the values shown: noise is not blown up
    static QSharedPointer<QCPAxisTicker> amountTicker(Chart chart);
    static QSharedPointer<QCPAxisTicker> timeTicker();
};

} // namespace swb::ui
