#pragma once

#include <QSplitter>

class QTableView;

namespace swb::ui {

class PlotModel;
class PlotView;

/// The charts, and on demand the same as a table beside them: what is chosen in the one is chosen in the
/// other.
class PlotsPage : public QSplitter
{
    Q_OBJECT

public:
    explicit PlotsPage(PlotModel *model, QWidget *parent = nullptr); ///< the model outlives it

    PlotView *view() const { return m_view; }
    QTableView *table() const { return m_table; }
    void showTable(bool shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    PlotModel *m_model;
    PlotView *m_view;
    QTableView *m_table;
};

} // namespace swb::ui
