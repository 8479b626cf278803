#include "widgets/plotlook.h"

#include "models/plotmodel.h"

#include <QDateTime>

#include <cmath>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::PlotSeries;

namespace {

/// Bytes are counted in powers of two, so that marks have round names.
class AmountTicker : public QCPAxisTicker
{
public:
    explicit AmountTicker(PlotSeries series)
        : m_series(series)
    {
        setTickCount(3);
    }

protected:
    double getTickStep(const QCPRange &range) override
    {
        if (lens::unitOf(m_series) == kernel::Unit::Microseconds)
            return QCPAxisTicker::getTickStep(range);
        return std::max(1., std::exp2(std::ceil(std::log2(range.size() / (tickCount() + 1)))));
    }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return PlotModel::value(m_series, tick);
    }

private:
    PlotSeries m_series;
};

/// Local time of day, as exact as the marks are close.
class TimeTicker : public QCPAxisTicker
{
public:
    TimeTicker() { setTickCount(6); }

protected:
    double getTickStep(const QCPRange &range) override
    {
        m_step = QCPAxisTicker::getTickStep(range);
        for (const double round : {1., 2., 5., 10., 15., 30., 60., 120., 300., 600.}) {
            if (m_step > 0.5 && round >= m_step)
                return m_step = round;
        }
        return m_step;
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(qRound64(tick * 1000));
        return time.toString(m_step < 1 ? u"hh:mm:ss.zzz"_s : u"hh:mm:ss"_s);
    }

private:
    double m_step = 1;
};

} // namespace

QString PlotLook::title(Chart chart)
{
    switch (chart) {
    case Chart::Rates:
        return tr("Bytes a second");
    case Chart::RoundTrip:
        return tr("Round trip");
    case Chart::Windows:
        return tr("Windows");
    case Chart::Queues:
        return tr("Queues");
    }
    return {};
}

QList<PlotSeries> PlotLook::seriesOf(Chart chart)
{
    switch (chart) {
    case Chart::Rates:
        return {PlotSeries::ReceiveRate, PlotSeries::SendRate};
    case Chart::RoundTrip:
        return {PlotSeries::Rtt, PlotSeries::MinRtt};
    case Chart::Windows:
        return {PlotSeries::CongestionWindow, PlotSeries::PeerWindow, PlotSeries::InFlight};
    case Chart::Queues:
        return {PlotSeries::Unread, PlotSeries::Unsent, PlotSeries::Queued};
    }
    return {};
}

QPen PlotLook::pen(PlotSeries series, const Theme &theme)
{
    switch (series) {
    case PlotSeries::ReceiveRate:
    case PlotSeries::Unread:
        return QPen(theme.received, 1.5);
    case PlotSeries::SendRate:
    case PlotSeries::InFlight:
        return QPen(theme.sent, 1.5, Qt::DashLine);
    case PlotSeries::Rtt:
    case PlotSeries::CongestionWindow:
        return QPen(theme.good, 1.5);
    case PlotSeries::MinRtt:
    case PlotSeries::PeerWindow:
        return QPen(theme.faint, 1.5, Qt::DotLine);
    case PlotSeries::Unsent:
        return QPen(theme.sent, 1.5, Qt::DashLine);
    case PlotSeries::Queued:
        return QPen(theme.faint, 1.5, Qt::DotLine);
    }
    return {};
}

double PlotLook::leastHeight(Chart chart)
{
    return chart == Chart::RoundTrip ? 100 : 1024;
}

QSharedPointer<QCPAxisTicker> PlotLook::amountTicker(Chart chart)
{
    return QSharedPointer<AmountTicker>::create(seriesOf(chart).first());
}

QSharedPointer<QCPAxisTicker> PlotLook::timeTicker()
{
    return QSharedPointer<TimeTicker>::create();
}

} // namespace swb::ui
