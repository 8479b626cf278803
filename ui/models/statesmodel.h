#pragma once

#include "lens/statepath.h"

#include <QAbstractTableModel>

#include <array>

namespace swb::ui {

/// The states that both ends of a connection have gone through, as rows that can be read out: ours from the
/// first to the last, then theirs.
class StatesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column
    {
        End,
        State,
        Time,
        Evidence
    };
    static constexpr int columnTotal = int(Column::Evidence) + 1;
    static constexpr int endTotal = 2; ///< ours, theirs

    using QAbstractTableModel::QAbstractTableModel;

    struct End
    {
        QString name; ///< its address
        lens::StatePath path;
        friend bool operator==(const End &, const End &) = default;
    };
    /// `now` is the time of the last look.
    void setEnds(const End &ours, const End &theirs, Timestamp now);
    void clear();
    void retranslate();

    const End &end(int end) const { return m_ends[size_t(end)]; }
    int endOf(int row) const { return row < int(m_ends[0].path.visits.size()) ? 0 : 1; }
    int placeOf(int row) const; ///< on the path of its end
    int rowOf(int end, int place) const;
    const lens::StateVisit &visit(int row) const;
    bool isCurrent(int row) const; ///< the end is in this state
    bool isStart(int row) const { return placeOf(row) == 0; } ///< where it began, and nobody looked
    QString title(int end) const; ///< "Our end, 127.0.0.1:9090"
    QString time(int row) const; ///< what stands in the box under the state; may be empty
    QString evidence(int row) const;
    QString sentence(int row) const;
    static QString explanation(kernel::TcpState state);
    static QString unknownText(); ///< of an end of which nothing is known

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole; the whole sentence as ToolTipRole and AccessibleTextRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString bounds(const lens::StateVisit &visit) const;

    std::array<End, endTotal> m_ends;
    Timestamp m_now;
};

} // namespace swb::ui
