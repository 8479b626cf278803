#pragma once

#include "kernel/facts.h"
#include "models/factwords.h"

#include <QAbstractItemModel>
#include <QMap>

#include <optional>

namespace swb::ui {

/// What the kernel tells of one socket, as a tree of two floors: groups, and their facts. What changes is
/// changed where it stands, so that a view keeps its place. Takes values only.
class FactsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column
    {
        Name,
        Value,
        Source
    };
    static constexpr int columnTotal = 3;
    enum Role
    {
        FactRole = Qt::UserRole, ///< FactId as int; of a group: invalid
        QuietRole, ///< bool: not available here, or true of an earlier time than the rest
    };

    explicit FactsModel(QObject *parent = nullptr);

    /// These of one socket, by ascending times, in place of all before. What the last does not speak of is
    /// shown as it was told before, quietly.
    void show(const QList<kernel::Sample> &samples);
    bool isEmpty() const { return m_groups.isEmpty(); }
    /// "Unread: 1,258,291 bytes": for the clipboard.
    QString line(const QModelIndex &index) const;
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Told
    {
        std::optional<qint64> value;
        kernel::Source source = kernel::Source::Kernel;
        Timestamp time;
        bool isEarlier = false; ///< the newest sample does not speak of it
    };
    struct Group
    {
        FactGroup group = FactGroup::Standing;
        QList<kernel::FactId> facts;
    };
    using Wanted = QMap<kernel::FactId, Told>;
    static void merge(Wanted &wanted, const kernel::Sample &sample);
    void change(const Wanted &wanted);
    void insert(kernel::FactId id, const Told &told);
    void remove(kernel::FactId id);
    int groupRow(FactGroup group) const; ///< where it is or would be
    bool hasGroup(FactGroup group, int row) const
    {
        return row < m_groups.size() && m_groups[row].group == group;
    }
    QModelIndex indexOf(kernel::FactId id, Column column) const;
    std::optional<kernel::FactId> factAt(const QModelIndex &index) const;
    QVariant factData(kernel::FactId id, Column column, int role) const;
    QString text(kernel::FactId id, Column column) const;
    QString valueText(kernel::FactId id) const;
    QString explanation(kernel::FactId id) const; ///< all that is known of it, in sentences

    QList<Group> m_groups; ///< in the order of FactGroup; none is empty
    Wanted m_told;
};

} // namespace swb::ui
