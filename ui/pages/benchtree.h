#pragma once

#include "models/benchmodel.h"

#include <QTreeView>

namespace swb::ui {

/// The bench on the left: endpoints and their connections, each with the sign of its state.
class BenchTree : public QTreeView
{
    Q_OBJECT

public:
    explicit BenchTree(QWidget *parent = nullptr);

    void setBench(BenchModel *model); ///< not owned; set once
    BenchModel::Target current() const;
    void select(const BenchModel::Target &target); ///< nothing happens if it is not there (yet)

Q_SIGNALS:
    void targetSelected(const swb::ui::BenchModel::Target &target);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;

private:
    void retranslate();
    void spanTopRows(int first, int last);
    void spreadColumns();
    void hideCounts();

    BenchModel *m_bench = nullptr;
    int m_roomyWidth = 0; ///< from which there is room for the counts beside the peer
};

} // namespace swb::ui
