#include "models/plotmodel.h"

#include "bench/sentences.h"
#include "models/factwords.h"
#include "models/timetext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace swb::ui {

using kernel::Unit;
using lens::PlotRow;
using lens::PlotSeries;

PlotModel::PlotModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

/// Of one connection no two samples have the same time, so times tell what was there before.
void PlotModel::setRows(const QList<PlotRow> &rows)
{
    const auto isSameTime = [](const PlotRow &a, const PlotRow &b) { return a.time == b.time; };
    const auto first = rows.isEmpty() ? m_rows.cend()
                                      : std::find_if(m_rows.cbegin(), m_rows.cend(),
                                          [&](const PlotRow &row) { return isSameTime(row, rows.first()); });
    const qsizetype lost = first - m_rows.cbegin();
    const qsizetype kept = m_rows.size() - lost;
    if (kept == 0 || kept > rows.size() || !std::equal(first, m_rows.cend(), rows.cbegin(), isSameTime)) {
        if (rows.isEmpty() && m_rows.isEmpty())
            return;
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    if (lost > 0) {
        beginRemoveRows({}, 0, int(lost) - 1);
        m_rows.remove(0, lost);
        endRemoveRows();
    }
    if (rows.size() > kept) {
        beginInsertRows({}, int(kept), int(rows.size()) - 1);
        m_rows.append(rows.sliced(kept));
        endInsertRows();
    }
}

QString PlotModel::name(PlotSeries series)
{
    switch (series) {
    case PlotSeries::ReceiveRate:
        return tr("received");
    case PlotSeries::SendRate:
        return tr("sent");
    case PlotSeries::Rtt:
        return tr("round trip");
    case PlotSeries::MinRtt:
        return tr("shortest round trip");
    case PlotSeries::CongestionWindow:
        return tr("congestion window");
    case PlotSeries::PeerWindow:
        return tr("peer's window");
    case PlotSeries::InFlight:
        return tr("in flight");
    case PlotSeries::Unread:
        return tr("unread");
    case PlotSeries::Unsent:
        return tr("unsent");
    case PlotSeries::Queued:
        return tr("waiting in this program");
    }
    return {};
}

QString PlotModel::explanation(PlotSeries series)
{
    using kernel::FactId;
    switch (series) {
    case PlotSeries::ReceiveRate:
        return tr("Derived: what came in order since the sample before, divided by the time.");
    case PlotSeries::SendRate:
        return tr("Derived: what was sent since the sample before, divided by the time.");
    case PlotSeries::Rtt:
        return FactWords::sentence(FactId::Rtt);
    case PlotSeries::MinRtt:
        return FactWords::sentence(FactId::MinRtt);
    case PlotSeries::CongestionWindow:
        return tr("Derived: the congestion window in segments, times the largest segment that is sent.");
    case PlotSeries::PeerWindow:
        return FactWords::sentence(FactId::PeerWindow);
    case PlotSeries::InFlight:
        return FactWords::sentence(FactId::UnackedBytes);
    case PlotSeries::Unread:
        return FactWords::sentence(FactId::UnreadBytes);
    case PlotSeries::Unsent:
        return FactWords::sentence(FactId::UnsentBytes);
    case PlotSeries::Queued:
        return FactWords::sentence(FactId::QueuedBytes);
    }
    return {};
}

QString PlotModel::value(PlotSeries series, double value)
{
    switch (lens::unitOf(series)) {
    case Unit::Microseconds:
        return FactWords::time(qRound64(value));
    case Unit::BytesPerSecond:
        return tr("%1/s").arg(bench::Sentences::size(quint64(std::max(value, 0.))));
    default:
        return bench::Sentences::size(quint64(std::max(value, 0.)));
    }
}

QString PlotModel::text(int row, PlotSeries series) const
{
    const auto value = m_rows[row].value(series);
    return value ? PlotModel::value(series, *value) : QString();
}

QString PlotModel::sentence(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    QStringList parts{TimeText::timeOfDay(m_rows[row].time)};
    for (int i = 0; i < lens::plotSeriesTotal; ++i) {
        const QString text = this->text(row, PlotSeries(i));
        if (!text.isEmpty())
            parts.append(tr("%1 %2", "the name of a series and its value").arg(name(PlotSeries(i)), text));
    }
    return parts.join(u" · "_s);
}

int PlotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlotModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant PlotModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const bool isTime = index.column() == timeColumn;
    if (role == Qt::DisplayRole)
        return isTime ? TimeText::timeOfDay(m_rows[index.row()].time)
                      : text(index.row(), PlotSeries(index.column() - 1));
    if (role == Qt::AccessibleTextRole && isTime)
        return sentence(index.row());
    return {};
}

QVariant PlotModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (section == timeColumn)
        return role == Qt::DisplayRole ? tr("Time") : QVariant();
    if (role == Qt::DisplayRole) {
        const QString name = PlotModel::name(PlotSeries(section - 1));
        return QString(name.left(1).toUpper() + name.mid(1));
    }
    return role == Qt::ToolTipRole ? explanation(PlotSeries(section - 1)) : QVariant();
}

void PlotModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
}

} // namespace swb::ui
