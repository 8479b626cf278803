#pragma once

#include "lens/pipeline.h"

#include <QAbstractTableModel>

namespace swb::ui {

/// What there is to see of one direction, in the order of the bytes.
enum class PipeItem
{
    Total, ///< what the sending program has handed over
    Queued,
    Unsent,
    Unacked,
    Window,
    Unread,
    Read,
    Sum, ///< that the counts add up
};
inline constexpr int pipeItemTotal = int(PipeItem::Sum) + 1;
inline constexpr int pipeFlowTotal = 2; ///< what we send, then what they send

/// Where all bytes of a connection are, as rows that can be read out. The rows are always the same.
class PipelineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Direction,
        Place,
        Bytes,
        Source
    };
    static constexpr int columnTotal = int(Column::Source) + 1;

    using QAbstractTableModel::QAbstractTableModel;

    /// What kind of moment it is that is shown.
    enum class Moment
    {
        Now,
        Last, ///< the connection is over
        Earlier ///< one that was chosen
    };
    /// Another moment of the same connection; `since` the first that there is.
    void setPipeline(
        const lens::Pipeline &pipeline, Moment moment = Moment::Now, std::chrono::nanoseconds since = {});
    void clear(); ///< there is nothing to see, or it is another connection
    bool isEmpty() const { return m_isEmpty; }
    void retranslate();

    static constexpr int rowOf(int flow, PipeItem item) { return flow * pipeItemTotal + int(item); }
    const lens::PipeFlow &flow(int flow) const { return flow == 0 ? m_now.outgoing : m_now.incoming; }
    const lens::PipeCount *count(int flow, PipeItem item) const; ///< null: it is no count
    /// Bytes have come out of this place since the moment before.
    bool moves(int flow, lens::PipePlace outOf) const;
    /// The most that stands in one place, in bytes: what the drawing is scaled to. A power of two.
    qint64 scale() const;
    QString note() const; ///< the scale, and which moment it is
    static QString title(int flow);
    QString name(int flow, PipeItem item) const;
    QString amount(int flow, PipeItem item) const; ///< to the byte
    QString source(int flow, PipeItem item) const;
    QString sentence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole; the whole sentence as ToolTipRole and AccessibleTextRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString explanation(int flow, PipeItem item) const;
    QString sum(int flow) const;

    lens::Pipeline m_now;
    lens::Pipeline m_before;
    bool m_isEmpty = true;
    Moment m_moment = Moment::Now;
    std::chrono::nanoseconds m_since{};
};

} // namespace swb::ui
