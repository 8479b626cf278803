#pragma once

#include "kernel/machinereport.h"

#include <QAbstractItemModel>

#include <array>

namespace swb::ui {

/// This computer as a tree of two floors: what it has, and for each thing a sentence on what that means.
class MachineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Group
    {
        Interfaces,
        Ports, ///< that somebody listens at
        Limits
    };
    static constexpr int groupTotal = int(Group::Limits) + 1;
    enum class Column
    {
        Name,
        Value
    };
    static constexpr int columnTotal = int(Column::Value) + 1;

    using QAbstractItemModel::QAbstractItemModel;

    void setReport(const kernel::MachineReport &report);
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole; as ToolTipRole the sentence of the row.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString name;
        QString value;
        QString meaning; ///< empty: that of the group
    };
    void describe();
    void describeInterfaces();
    void describePorts();
    void describeLimits();
    QList<Row> &rowsOf(Group group) { return m_rows[size_t(group)]; }
    static QString title(Group group);
    static QString meaning(Group group);

    kernel::MachineReport m_report;
    bool m_isRead = false;
    std::array<QList<Row>, groupTotal> m_rows;
};

} // namespace swb::ui
