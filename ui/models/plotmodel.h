#pragma once

#include "lens/plotrows.h"

#include <QAbstractTableModel>

namespace swb::ui {

/// What is drawn over time, as a table: a moment a row, its time and each series a column. Takes values only.
class PlotModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int timeColumn = 0;
    static constexpr int columnTotal = 1 + lens::plotSeriesTotal;
    static constexpr int columnOf(lens::PlotSeries series) { return 1 + int(series); }

    explicit PlotModel(QObject *parent = nullptr);

    /// In place of those before. What only lost rows at its start and won some at its end changes there
    /// alone.
    void setRows(const QList<lens::PlotRow> &rows);
    const QList<lens::PlotRow> &rows() const { return m_rows; }
    static QString name(lens::PlotSeries series); ///< "received"
    static QString explanation(lens::PlotSeries series);
    static QString value(lens::PlotSeries series, double value); ///< "1.2 MiB/s"
    QString sentence(int row) const; ///< all values of a moment in one line
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, lens::PlotSeries series) const;

    QList<lens::PlotRow> m_rows;
};

} // namespace swb::ui
